import { scaleLinear } from "d3-scale";
import { area as areaShape } from "d3-shape";
import type { ReactElement } from "react";
import { drawnWords } from "../text/drawn.ts";
import { periodAsNumber, periodMark } from "../text/period.ts";
import { percent } from "../text/unit.ts";
import { Both, Canvas, letter, mostKinds, round, type Size, spread, textureOf, tickDecimals, Wrapped, widthOf } from "./canvas.tsx";
import { choice, chosenOf } from "./chosen.ts";
import { holdsNumbers, isAllowed } from "./guarded.ts";
import { matrixSettings, shownOf } from "./matrix.ts";
import { Framed } from "./parts.tsx";
import { linesOfParts, partsSetting, type Whole, type Wholes, wholesOf } from "./parts-of-whole.ts";
import type { Presentation, Subject } from "./presentation.ts";
import { tellWholes } from "./tell-wholes.ts";

const height: Readonly<Record<Size, number>> = { wide: 360, narrow: 300 };
const right: Readonly<Record<Size, number>> = { wide: 170, narrow: 112 };
const top = 14;
const bottom = 30;

type Point = { readonly at: number; readonly whole: Whole };
type Scales = {
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
  readonly left: number;
  readonly ticks: readonly number[];
};

const measures = ["number", "share"] as const;

const read = (subject: Subject): Wholes => wholesOf(subject, { rows: "period" });
const isShare = (subject: Subject): boolean => chosenOf(subject, "measure", measures, "number") === "share";

function pointsOf({ wholes }: Wholes): readonly Point[] {
  return wholes.map((whole, index) => ({ whole, at: periodAsNumber(whole.row?.member.code ?? "") ?? index }));
}

/** From where to where a part lies in a whole. */
function spanIn({ cells, total = 0 }: Whole, kind: number, asShare: boolean): readonly [number, number] {
  const below = cells.slice(0, kind).reduce((sum, each) => sum + (each.cell.value ?? 0), 0);
  const factor = asShare ? 100 / (total || 1) : 1;
  return [below * factor, (below + (cells[kind]?.cell.value ?? 0)) * factor];
}

function scalesOf(points: readonly Point[], size: Size, subject: Subject): Scales {
  const asShare = isShare(subject);
  const high = asShare ? 100 : Math.max(1e-9, ...points.map((each) => each.whole.total ?? 0));
  const scale = scaleLinear([0, high], [height[size] - bottom, top]);
  if (!asShare) scale.nice(5);
  const ticks = scale.ticks(5);
  const left = Math.max(...ticks.map((each) => subject.voice.number(each, tickDecimals(ticks)).length)) * letter + 12;
  const ats = points.map((each) => each.at);
  const x = scaleLinear([Math.min(...ats), Math.max(...ats)], [left, widthOf[size] - right[size]]);
  return { x: (at) => round(x(at)), y: (value) => round(scale(value)), left, ticks };
}

function Axes({
  points,
  scales,
  size,
  subject,
}: {
  readonly points: readonly Point[];
  readonly scales: Scales;
  readonly size: Size;
  readonly subject: Subject;
}): ReactElement {
  const every = Math.max(1, Math.ceil(points.length / (size === "wide" ? 7 : 3)));
  const { voice } = subject;
  return (
    <g className="grid">
      {scales.ticks.map((tick) => (
        <g key={tick}>
          <path className={tick === 0 ? "zero" : undefined} d={`M${round(scales.left)} ${scales.y(tick)}H${widthOf[size] - right[size]}`} />
          <text x={round(scales.left - 6)} y={scales.y(tick) + 5} textAnchor="end">
            {isShare(subject) ? percent(voice.number(tick), voice) : voice.number(tick, tickDecimals(scales.ticks))}
          </text>
        </g>
      ))}
      {points.map((each, index) =>
        (points.length - 1 - index) % every === 0 ? (
          <text key={each.at} x={scales.x(each.at)} y={height[size] - 8} textAnchor="middle">
            {(each.whole.row?.label ?? "").length > 9 ? each.whole.row?.member.code : each.whole.row?.label}
          </text>
        ) : null,
      )}
    </g>
  );
}

function Bands({
  parts,
  points,
  scales,
  size,
}: {
  readonly parts: Wholes;
  readonly points: readonly Point[];
  readonly scales: Scales;
  readonly size: Size;
}): ReactElement {
  const { subject } = parts.matrix;
  const asShare = isShare(subject);
  const id = `${subject.id}-${size}`;
  return (
    <>
      {parts.parts.map((part, kind) => {
        const shape = areaShape<Point>()
          .defined((each) => each.whole.total !== undefined)
          .x((each) => scales.x(each.at))
          .y0((each) => scales.y(spanIn(each.whole, kind, asShare)[0]))
          .y1((each) => scales.y(spanIn(each.whole, kind, asShare)[1]))
          .digits(1);
        const path = shape([...points]) ?? "";
        const texture = textureOf(id, kind);
        return (
          <g key={part.key} className="slice" {...part.marks}>
            <title>{part.label}</title>
            <path className={`f${kind}`} d={path} />
            {texture && <path className="over" fill={texture} d={path} />}
          </g>
        );
      })}
    </>
  );
}

function Names({
  parts,
  points,
  scales,
  size,
}: {
  readonly parts: Wholes;
  readonly points: readonly Point[];
  readonly scales: Scales;
  readonly size: Size;
}): ReactElement {
  const asShare = isShare(parts.matrix.subject);
  const last = points.findLast((each) => each.whole.total !== undefined);
  if (!last) return <g />;
  const middles = parts.parts.map((_, kind) => {
    const [from, to] = spanIn(last.whole, kind, asShare);
    return scales.y((from + to) / 2);
  });
  const heights = spread(middles, top, height[size] - bottom - 4, 17);
  const edge = widthOf[size] - right[size];
  return (
    <g className="labels">
      {parts.parts.map((part, kind) => (
        <g key={part.key}>
          <path className="leader" d={`M${scales.x(last.at) + 2} ${middles[kind]}L${edge + 10} ${heights[kind]}`} />
          <Wrapped
            label={part.label}
            letters={Math.floor((right[size] - 16) / letter)}
            x={edge + 14}
            y={heights[kind] ?? 0}
            className={`m${kind}`}
            lines={1}
          />
        </g>
      ))}
    </g>
  );
}

/** What is not settled yet lies under a veil: provisional figures and forecasts. */
function Veil({
  points,
  scales,
  size,
  subject,
}: {
  readonly points: readonly Point[];
  readonly scales: Scales;
  readonly size: Size;
  readonly subject: Subject;
}): ReactElement | null {
  const first = points.findIndex((each) => each.whole.row && periodMark(each.whole.row.member, subject.measured) !== undefined);
  const from = points[Math.max(0, first - 1)];
  const member = points[first]?.whole.row?.member;
  if (first < 0 || !from || !member) return null;
  const x = scales.x(from.at);
  const isForecast = periodMark(member, subject.measured) === "forecast";
  const word = isForecast ? subject.voice.m.chart.forecast : subject.voice.m.chart.provisional;
  return (
    <g className="veil">
      <rect x={x} y={top} width={round(widthOf[size] - right[size] - x)} height={height[size] - bottom - top} />
      <path d={`M${x} ${top}V${height[size] - bottom}`} />
      <text x={x < 150 ? x + 5 : x - 5} y={top + 12} textAnchor={x < 150 ? "start" : "end"}>
        {word}
      </text>
    </g>
  );
}

function Drawn({ subject }: { readonly subject: Subject }): ReactElement {
  const parts = read(subject);
  const telling = tellOf(subject);
  const points = pointsOf(parts);
  return (
    <Framed telling={telling} className="formed">
      <Both
        draw={(size) => {
          const scales = scalesOf(points, size, subject);
          return (
            <Canvas key={size} id={subject.id} size={size} height={height[size]} alt={telling.alt}>
              <Bands {...{ parts, points, scales, size }} />
              <Axes {...{ points, scales, size, subject }} />
              <Veil {...{ points, scales, size, subject }} />
              <Names {...{ parts, points, scales, size }} />
            </Canvas>
          );
        }}
      />
    </Framed>
  );
}

function tellOf(subject: Subject) {
  const { kinds, shareOfTotal } = drawnWords(subject.voice);
  const telling = tellWholes(read(subject), kinds.area);
  return isShare(subject) ? { ...telling, subtitle: `${telling.subtitle} · ${shareOfTotal}` } : telling;
}

/** How the parts of a whole went over time, on top of each other. */
export const area: Presentation<"area"> = {
  code: "area",
  suits(subject) {
    if (!holdsNumbers(subject)) return false;
    const parts = read(subject);
    if (parts.matrix.rowAxis < 0 || parts.parts.length < 2 || parts.parts.length > mostKinds) return false;
    const isEnough = parts.wholes.filter((each) => (each.total ?? 0) > 0).length > 1;
    return isEnough && isAllowed(shownOf(parts.matrix, undefined, linesOfParts(parts)), "area");
  },
  tell: tellOf,
  draw: (subject) => <Drawn subject={subject} />,
  settings(subject) {
    const parts = read(subject);
    const words = drawnWords(subject.voice);
    const measure = choice("measure", words.measure, isShare(subject) ? "share" : "number", [
      { value: "number", label: words.number },
      { value: "share", label: words.shareOfTotal },
    ]);
    return [...matrixSettings(parts.matrix), ...measure, ...partsSetting(parts)];
  },
};
