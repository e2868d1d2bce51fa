import type { ReactElement } from "react";
import { areaInSentence, capital } from "../text/area-name.ts";
import { drawnWords } from "../text/drawn.ts";
import { periodAsNumber, periodMark } from "../text/period.ts";
import { asHeading, inOneText, type SentenceKind, sentencesOf } from "../text/sentences.ts";
import { spacedUnit } from "../text/unit.ts";
import { Both, Canvas, letter, round, type Size, stateFill, widthOf } from "./canvas.tsx";
import { flag, flagOf } from "./chosen.ts";
import { holdsNumbers, isAllowed } from "./guarded.ts";
import { heldNames, heldSetting, labelOf, linesOf, type Matrix, matrixOf, shownOf } from "./matrix.ts";
import { narrowed } from "./narrowed.ts";
import { Framed, meaningOf, nameOf, plainOf } from "./parts.tsx";
import type { Presentation, Subject, Telling } from "./presentation.ts";
import type { Cell } from "./reading.ts";
import { startOf, subtitleOf } from "./tell-cells.ts";

type Point = { readonly at: number; readonly cell: Cell; readonly code: string; readonly isOpen: boolean };

const axisAt = ({ cube }: Subject, role: string): number => cube.axes.findIndex((each) => each.role === role);

/** The cube without its axis of indicators: sentences are about one. */
function plain(subject: Subject): Subject {
  const at = axisAt(subject, "indicator");
  if (at < 0) return subject;
  const one = narrowed(
    subject,
    subject.cube.axes.map((_, index) => (index === at ? [0] : undefined)),
  );
  return { ...one, cube: { ...one.cube, axes: one.cube.axes.filter((_, index) => index !== at) }, indicators: undefined };
}

function pointsOf(matrix: Matrix): readonly Point[] {
  const axis = axisAt(matrix.subject, "period");
  const over = matrixOf(matrix.subject, axis);
  return linesOf(matrix.subject, axis).map((each, index) => ({
    at: periodAsNumber(each.member.code) ?? index,
    cell: over.cell(each),
    code: each.member.code,
    isOpen: periodMark(each.member, matrix.subject.measured) !== undefined,
  }));
}

function sentences(subject: Subject, say: readonly SentenceKind[]) {
  const whole = plain(subject);
  const matrix = matrixOf(whole, -1);
  const [area, period] = [matrix.held[axisAt(whole, "area")] ?? 0, matrix.held[axisAt(whole, "period")] ?? 0];
  const members = whole.cube.axes.flatMap((axis, at) => (axis.role === "member" ? [matrix.held[at] ?? 0] : []));
  const points = pointsOf(matrix);
  const first = points.findIndex((each) => each.cell.value !== undefined);
  const earlier = first >= 0 && first < period ? first : undefined;
  const { measured: facts, voice } = whole;
  return sentencesOf(whole.cube, { facts, voice, areas: [area], period, members, say, ...(earlier === undefined ? {} : { earlier }) });
}

/** The trend under the figure: a line over all periods, with a dot at the one that is shown. */
function Trend({
  points,
  size,
  now,
  y,
}: {
  readonly points: readonly Point[];
  readonly size: Size;
  readonly now: string;
  readonly y: number;
}): ReactElement | null {
  const known = points.filter((each) => each.cell.value !== undefined);
  const [first, last] = [points[0], points.at(-1)];
  if (known.length < 2 || !first || !last) return null;
  const values = known.map((each) => each.cell.value ?? 0);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const width = size === "wide" ? 300 : 240;
  const x = (at: number): number => round(6 + ((at - first.at) / (last.at - first.at || 1)) * (width - 12));
  const place = (value: number): number => round(y + 50 - ((value - low) / (high - low || 1)) * 44);
  const path = (some: readonly Point[]): string =>
    some
      .map((each, index) => {
        if (each.cell.value === undefined) return "";
        return `${some[index - 1]?.cell.value === undefined ? "M" : "L"}${x(each.at)} ${place(each.cell.value)}`;
      })
      .join("");
  const mark = points.findIndex((each) => each.isOpen);
  const settled = mark < 0 ? points.length : mark;
  const current = points.find((each) => each.code === now);
  return (
    <g className="series mine trend">
      <path d={path(points.slice(0, settled))} />
      {settled < points.length && <path className="forecast" d={path(points.slice(Math.max(0, settled - 1)))} />}
      {current?.cell.value !== undefined && <circle cx={x(current.at)} cy={place(current.cell.value)} r="5" />}
      <text x="6" y={y + 76}>
        {known[0]?.code}
      </text>
      <text x={width - 6} y={y + 76} textAnchor="end">
        {known.at(-1)?.code}
      </text>
    </g>
  );
}

function Sheet({ subject, size, alt }: { readonly subject: Subject; readonly size: Size; readonly alt: string }): ReactElement {
  const matrix = matrixOf(subject, -1);
  const { voice } = subject;
  const cell = matrix.cell(undefined);
  const measured = matrix.measured(undefined);
  const { period } = heldNames(matrix);
  const points = flagOf(subject, "trend", true) ? pointsOf(matrix) : [];
  const hasTrend = points.filter((each) => each.cell.value !== undefined).length > 1;
  const big = size === "wide" ? 64 : 48;
  const figure = plainOf(cell, measured.decimals, voice);
  const width = figure.length * big * 0.5;
  const unit = spacedUnit(measured.unit, voice);
  const isBelow = width + unit.length * letter * 1.3 > widthOf[size];
  const under = isBelow ? 100 : 78;
  return (
    <Canvas id={subject.id} size={size} height={under + (hasTrend ? 86 : 6)} alt={alt}>
      {cell.value === undefined ? (
        <g className="state">
          <rect x="0" y="14" width="60" height="44" fill={stateFill(`${subject.id}-${size}`, cell)} />
          <text className="name" x="72" y="42">
            {meaningOf(cell, voice)}
          </text>
        </g>
      ) : (
        <text className={`big ${size}`} y={58}>
          <tspan x="0">{figure}</tspan>
          <tspan className="unit" {...(isBelow ? { x: 0, y: 82 } : {})}>
            {unit}
          </tspan>
        </text>
      )}
      {hasTrend && <Trend points={points} size={size} now={period?.code ?? ""} y={under} />}
    </Canvas>
  );
}

function tellOf(subject: Subject): Telling {
  const matrix = matrixOf(subject, -1);
  const { area, period } = heldNames(matrix);
  const [value] = sentences(subject, ["value"]);
  const [moved] = subject.measured.kind === "survey" ? [] : sentences(subject, ["change"]);
  const words = drawnWords(subject.voice);
  const axis = subject.cube.axes[axisAt(subject, "period")];
  const name = area ? capital(areaInSentence(area.label, subject.voice, area.article)) : nameOf(area, subject.voice);
  const found = moved ?? value;
  const cell = matrix.cell(undefined);
  const meaning = cell.value === undefined ? words.item(`${name}, ${labelOf(axis, period, subject)}`, meaningOf(cell, subject.voice)) : "";
  return {
    title: found && cell.value !== undefined ? asHeading(found) : subject.voice.m.chart.nothing(name),
    subtitle: subtitleOf(matrix),
    alt: [startOf(matrix, words.kinds.single), inOneText(sentences(subject, ["value", "change", "comparison"])), meaning]
      .filter((each) => each !== "")
      .join(" "),
  };
}

function Drawn({ subject }: { readonly subject: Subject }): ReactElement {
  const telling = tellOf(subject);
  const beside = inOneText(sentences(subject, ["comparison"]));
  return (
    <Framed telling={telling} className="formed single" foot={beside === "" ? undefined : <p className="foot">{beside}</p>}>
      <Both draw={(size) => <Sheet key={size} subject={subject} size={size} alt={telling.alt} />} />
    </Framed>
  );
}

/** One figure in large type, with how it went before under it. */
export const single: Presentation<"single"> = {
  code: "single",
  suits(subject) {
    if (!holdsNumbers(subject) || (subject.indicators?.length ?? 1) > 1) return false;
    const areas = linesOf(subject, axisAt(subject, "area"));
    if (subject.cube.axes.some((each) => each.role === "member" && each.members.length > 1)) return false;
    const isOne = areas.filter((each) => each.tone === "mine").length > 0 || areas.filter((each) => each.tone === "other").length <= 1;
    const matrix = matrixOf(subject, -1);
    return isOne && matrix.cell(undefined).value !== undefined && isAllowed(shownOf(matrix), "single");
  },
  tell: tellOf,
  draw: (subject) => <Drawn subject={subject} />,
  settings(subject) {
    const { held } = matrixOf(subject, -1);
    const axes = subject.cube.axes.flatMap((_, at) => heldSetting(subject, at, held[at] ?? 0));
    return [...axes, flag("trend", drawnWords(subject.voice).trend, flagOf(subject, "trend", true))];
  },
};
