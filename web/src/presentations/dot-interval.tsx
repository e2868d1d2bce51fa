import { scaleLinear } from "d3-scale";
import type { ReactElement } from "react";
import { drawnWords } from "../text/drawn.ts";
import { percent } from "../text/unit.ts";
import { barSettings, hasLabels, sortedRows, sortOf } from "./bar-settings.ts";
import { Both, Canvas, letter, round, type Size, stateFill, tickDecimals, Wrapped, widthOf } from "./canvas.tsx";
import { excerptRows, rowsIn, type Shown } from "./excerpt.ts";
import { holdsNumbers, isAllowed } from "./guarded.ts";
import { type Line, type Matrix, matrixOf, matrixSettings, pickAxes, shownOf } from "./matrix.ts";
import { Framed, meaningOf, plainOf, spokenOf } from "./parts.tsx";
import type { Presentation, Subject, Telling } from "./presentation.ts";
import { isHidden } from "./reading.ts";
import { intervalText } from "./sample.ts";
import { type Spot, spotsOf, tellMatrix } from "./tell-cells.ts";

const mostRows = 24;
const step = 28;
const top = 6;
const bottom = 28;

type Read = { readonly matrix: Matrix; readonly choices: readonly number[]; readonly shown: readonly Shown<Line>[]; readonly all: number };

function readDots(subject: Subject): Read {
  const { rows, choices } = pickAxes(subject, ["area", "member", "indicator", "period"], []);
  const matrix = matrixOf(subject, rows);
  const ordered = sortedRows(rowsOf(matrix), sortOf(subject, isAreas(matrix) ? "high" : "given"), (row) => matrix.cell(row), subject);
  return { ...{ matrix, choices }, shown: excerptRows(ordered, mostRows), all: ordered.length };
}

const isAreas = ({ subject, rowAxis }: Matrix): boolean => subject.cube.axes[rowAxis]?.role === "area";

/** The rows; the one cell there is where no axis has more. */
function rowsOf(matrix: Matrix): readonly Line[] {
  if (matrix.rowAxis >= 0) return matrix.rows;
  const { subject } = matrix;
  return [
    { at: 0, member: { code: "", label: subject.measured.name }, label: subject.voice.say(subject.measured.name), tone: "mine", marks: {} },
  ];
}

function Dot(props: {
  readonly row: Line;
  readonly y: number;
  readonly x: (value: number) => number;
  readonly read: Read;
  readonly size: Size;
}): ReactElement {
  const { row, y, x, read, size } = props;
  const { matrix } = read;
  const { voice } = matrix.subject;
  const cell = matrix.cell(row);
  const measured = matrix.measured(row);
  if (cell.value === undefined) {
    const word = isHidden(cell) ? drawnWords(voice).hidden : meaningOf(cell, voice);
    const from = x(Number.NaN);
    return (
      <g className="state">
        <rect x={from} y={y - 7} width="34" height="14" fill={stateFill(`${matrix.subject.id}-${size}`, cell)} />
        <text x={from + 40} y={y + 5}>
          {word}
        </text>
      </g>
    );
  }
  const margin = cell.sample ? ` (${intervalText(cell.sample, measured.decimals, voice)})` : "";
  return (
    <g className={`dotted-row ${row.tone}`} {...row.marks}>
      <title>{`${row.label}: ${spokenOf(cell, measured, voice)}${margin}`}</title>
      {cell.sample && (
        <path
          className="margin"
          d={`M${x(cell.sample.lower)} ${y}H${x(cell.sample.upper)}M${x(cell.sample.lower)} ${y - 5}v10M${x(cell.sample.upper)} ${y - 5}v10`}
        />
      )}
      <circle cx={x(cell.value)} cy={y} r="6" />
    </g>
  );
}

function Drawing({ read, size, alt }: { readonly read: Read; readonly size: Size; readonly alt: string }): ReactElement {
  const { matrix } = read;
  const { subject } = matrix;
  const rows = rowsIn(read.shown);
  const letters = size === "wide" ? 24 : 13;
  const left = Math.min(letters, Math.max(3, ...rows.map((each) => each.label.length))) * letter + 12;
  const figures = hasLabels(subject) ? rows.map((row) => plainOf(matrix.cell(row), matrix.measured(row).decimals, subject.voice)) : [];
  const right = figures.length === 0 ? 10 : Math.max(...figures.map((each) => each.length)) * letter + 16;
  const values = rows.flatMap((row) => {
    const { value, sample } = matrix.cell(row);
    return value === undefined ? [] : [value, sample?.lower ?? value, sample?.upper ?? value];
  });
  const scale = scaleLinear(values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)], [
    left + 8,
    widthOf[size] - right - 8,
  ]).nice(5);
  const x = (value: number): number => (Number.isNaN(value) ? left : round(scale(value)));
  const ticks = scale.ticks(size === "wide" ? 5 : 3);
  const height = top + read.shown.length * step + bottom;
  return (
    <Canvas id={subject.id} size={size} height={height} alt={alt}>
      <g className="grid">
        {ticks.map((tick) => (
          <g key={tick}>
            <path className={tick === 0 ? "zero" : undefined} d={`M${x(tick)} ${top}V${height - bottom + 4}`} />
            <text x={x(tick)} y={height - 7} textAnchor="middle">
              {subject.voice.number(tick, tickDecimals(ticks))}
            </text>
          </g>
        ))}
      </g>
      {read.shown.map((each, index) => {
        const y = top + index * step + step / 2;
        if ("skipped" in each)
          return (
            <text className="skip" key={`skip-${y}`} x={left} y={y + 5}>
              {drawnWords(subject.voice).skipped(each.skipped)}
            </text>
          );
        const cell = matrix.cell(each.row);
        return (
          <g key={each.row.at} className={`row-of ${each.row.tone}`}>
            <Wrapped label={each.row.label} letters={letters} x={left - 8} y={y} anchor="end" className="name" lines={2} />
            <Dot row={each.row} y={y} x={x} read={read} size={size} />
            {hasLabels(subject) && cell.value !== undefined && (
              <text className="figure" x={widthOf[size]} y={y + 5} textAnchor="end">
                {plainOf(cell, matrix.measured(each.row).decimals, subject.voice)}
              </text>
            )}
          </g>
        );
      })}
    </Canvas>
  );
}

/** The finding: whether the margins of the highest and the lowest overlap. */
function titleOf(spots: readonly Spot[], otherwise: string, subject: Subject): string {
  const known = spots
    .filter((each) => each.cell.value !== undefined && each.cell.sample)
    .toSorted((a, b) => (b.cell.value ?? 0) - (a.cell.value ?? 0));
  const [high, low] = [known[0], known.at(-1)];
  if (!high || !low || high === low || spots.some((each) => isHidden(each.cell))) return otherwise;
  const words = drawnWords(subject.voice);
  const overlaps = (high.cell.sample?.lower ?? 0) <= (low.cell.sample?.upper ?? 0);
  return overlaps ? words.overlapTitle(high.label, low.label) : words.apartTitle(high.label, low.label);
}

function tellOf(subject: Subject): Telling {
  const { matrix, shown } = readDots(subject);
  const words = drawnWords(subject.voice);
  const spots = spotsOf(matrix, rowsIn(shown), []);
  const telling = tellMatrix(matrix, words.kinds.dots, spots);
  const margins = spots.flatMap(({ label, cell, row }) => {
    const { decimals } = matrix.measured(row);
    const { voice } = subject;
    if (cell.value === undefined || !cell.sample) return [];
    return [
      words.item(
        label,
        words.margin(
          spokenOf(cell, matrix.measured(row), voice),
          voice.number(cell.sample.lower, decimals),
          voice.number(cell.sample.upper, decimals),
        ),
      ),
    ];
  });
  return {
    ...telling,
    title: titleOf(spots, telling.title, subject),
    alt: margins.length <= 8 ? [telling.alt, ...margins].join(" ") : telling.alt,
  };
}

function Drawn({ subject }: { readonly subject: Subject }): ReactElement {
  const read = readDots(subject);
  const telling = tellOf(subject);
  const words = drawnWords(subject.voice);
  const { uncertainty } = subject.cube;
  const note = uncertainty ? words.marginNote(percent(String(uncertainty.level), subject.voice)) : "";
  const shown = rowsIn(read.shown).length;
  const foot = [note, shown < read.all ? words.excerpt(shown, read.all) : ""].filter((each) => each !== "").join(" ");
  return (
    <Framed telling={telling} className="formed" foot={<p className="foot">{foot}</p>}>
      <Both draw={(size) => <Drawing key={size} read={read} size={size} alt={telling.alt} />} />
    </Framed>
  );
}

/** Survey figures as dots with their margin. */
export const dotInterval: Presentation<"dot-interval"> = {
  code: "dot-interval",
  suits(subject) {
    if (!holdsNumbers(subject)) return false;
    const { matrix, shown } = readDots(subject);
    return isAllowed(shownOf(matrix), "dot-interval") && rowsIn(shown).some((row) => matrix.cell(row).sample !== undefined);
  },
  tell: tellOf,
  draw: (subject) => <Drawn subject={subject} />,
  settings(subject) {
    const { matrix, choices } = readDots(subject);
    return [...matrixSettings(matrix, choices), ...barSettings(subject, isAreas(matrix) ? "high" : "given", Number.POSITIVE_INFINITY)];
  },
};
