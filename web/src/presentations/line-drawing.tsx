import { scaleLinear } from "d3-scale";
import { line as lineShape } from "d3-shape";
import type { ReactElement } from "react";
import { periodName } from "../text/period.ts";
import type { Subject } from "./presentation.ts";
import { Band } from "./sample-parts.tsx";
import type { Moment, Series } from "./series.ts";
import { signAt } from "./signs.ts";

type Size = { readonly width: number; readonly height: number; readonly right: number; readonly ticks: number; readonly letters: number };

const sizes: Readonly<Record<"wide" | "narrow", Size>> = {
  wide: { width: 640, height: 340, right: 160, ticks: 6, letters: 20 },
  narrow: { width: 340, height: 270, right: 118, ticks: 3, letters: 14 },
};
const top = 16;
const bottom = 32;
const letter = 8.2;
const lineHeight = 18;

type Scales = {
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
  readonly left: number;
  readonly ticks: readonly number[];
};

const whole = (value: number): number => Math.round(value * 10) / 10;

function domainOf(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = high - low || Math.abs(high) || 1;
  if (low >= 0 && low < high * 0.4) return [0, high];
  return [low >= 0 ? Math.max(0, low - span * 0.15) : low - span * 0.15, high + span * 0.05];
}

function tickDecimals(ticks: readonly number[]): number {
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  return Math.max(0, -Math.floor(Math.log10(step || 1) + 1e-9));
}

function scalesOf(series: readonly Series[], size: Size, subject: Subject): Scales {
  const moments = series.flatMap((each) => each.moments);
  const values = moments.flatMap(({ cell }) =>
    cell.value === undefined ? [] : [cell.value, cell.sample?.lower ?? cell.value, cell.sample?.upper ?? cell.value],
  );
  const y = scaleLinear(domainOf(values), [size.height - bottom, top]).nice(5);
  const ticks = y.ticks(5);
  const widest = Math.max(...ticks.map((each) => subject.voice.number(each, tickDecimals(ticks)).length));
  const left = Math.ceil(widest * letter) + 8;
  const ats = moments.map((each) => each.at);
  const x = scaleLinear([Math.min(...ats), Math.max(...ats)], [left + 6, size.width - size.right]);
  return { x: (at) => whole(x(at)), y: (value) => whole(y(value)), left, ticks };
}

/** Labels at the line ends, moved apart where they would overlap; returns their heights in the order given. */
function spread(ends: readonly number[], low: number, high: number): readonly number[] {
  const order = ends.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y);
  let last = -Infinity;
  for (const each of order) {
    each.y = Math.max(each.y, last + lineHeight);
    last = each.y;
  }
  const over = Math.max(0, last - high);
  const out: number[] = [];
  for (const each of order) out[each.index] = Math.max(low, each.y - over);
  return out;
}

function cut(label: string, letters: number): string {
  return label.length <= letters ? label : `${label.slice(0, letters - 1).trimEnd()}…`;
}

function pathOf(moments: readonly Moment[], scales: Scales): string {
  const shape = lineShape<Moment>()
    .defined((each) => each.cell.value !== undefined)
    .x((each) => scales.x(each.at))
    .y((each) => scales.y(each.cell.value ?? 0))
    .digits(1);
  return shape(moments.slice()) ?? "";
}

/** Splits a line in its settled part, and the stretches that are provisional or forecast (joined to what precedes). */
function stretches(moments: readonly Moment[]): readonly { readonly mark: Moment["mark"]; readonly moments: readonly Moment[] }[] {
  const out: { mark: Moment["mark"]; moments: Moment[] }[] = [];
  for (const moment of moments) {
    const last = out.at(-1);
    if (last && last.mark === moment.mark) last.moments.push(moment);
    else out.push({ mark: moment.mark, moments: last?.moments.length ? [last.moments.at(-1) as Moment, moment] : [moment] });
  }
  return out;
}

function Grid({ scales, size, subject }: { readonly scales: Scales; readonly size: Size; readonly subject: Subject }): ReactElement {
  const decimals = tickDecimals(scales.ticks);
  return (
    <g className="grid">
      {scales.ticks.map((tick) => (
        <g key={tick}>
          <path className={tick === 0 ? "zero" : undefined} d={`M${scales.left} ${scales.y(tick)}H${size.width - size.right}`} />
          <text x={scales.left - 6} y={scales.y(tick) + 5} textAnchor="end">
            {subject.voice.number(tick, decimals)}
          </text>
        </g>
      ))}
    </g>
  );
}

function shortPeriod(moment: Moment, subject: Subject): string {
  const name = periodName(moment.period.code, subject.voice);
  return name.length <= 9 ? name : moment.period.code;
}

/** The moments that carry a label below the chart, counted from the last. */
function labelled(moments: readonly Moment[], size: Size): readonly Moment[] {
  const every = Math.max(1, Math.ceil((moments.length - 1) / size.ticks));
  return moments.filter((_, index) => (moments.length - 1 - index) % every === 0);
}

function Periods({
  scales,
  size,
  moments,
  subject,
}: {
  readonly scales: Scales;
  readonly size: Size;
  readonly moments: readonly Moment[];
  readonly subject: Subject;
}): ReactElement {
  return (
    <g className="grid">
      {labelled(moments, size).map((each) => (
        <g key={each.period.code}>
          <path d={`M${scales.x(each.at)} ${size.height - bottom}v5`} />
          <text x={scales.x(each.at)} y={size.height - 8} textAnchor="middle">
            {shortPeriod(each, subject)}
          </text>
        </g>
      ))}
    </g>
  );
}

function Breaks({
  scales,
  size,
  moments,
  subject,
}: {
  readonly scales: Scales;
  readonly size: Size;
  readonly moments: readonly Moment[];
  readonly subject: Subject;
}): ReactElement {
  const codes = new Set(subject.measured.breaks.map((each) => each.period));
  const found = moments.filter((each, index) => index > 0 && codes.has(each.period.code));
  return (
    <>
      {found.map((each) => (
        <path className="break" key={each.period.code} d={`M${scales.x(each.at)} ${top}V${size.height - bottom}`} />
      ))}
    </>
  );
}

function Line(props: { readonly series: Series; readonly scales: Scales; readonly size: Size }): ReactElement {
  const { series, scales, size } = props;
  const last = series.moments.findLast((each) => each.cell.value !== undefined);
  const own = series.own ?? 0;
  return (
    <g className={own > 0 ? `series ${series.tone} own-${own}` : `series ${series.tone}`}>
      {stretches(series.moments).map((each) => (
        <path key={`${each.mark}-${each.moments[0]?.period.code}`} className={each.mark} d={pathOf(each.moments, scales)} />
      ))}
      {last && own === 0 && <circle cx={scales.x(last.at)} cy={scales.y(last.cell.value ?? 0)} r="4" />}
      {own > 0 && (
        <path
          className="sign"
          d={labelled(series.moments, size)
            .filter((each) => each.cell.value !== undefined)
            .map((each) => signAt(own, scales.x(each.at), scales.y(each.cell.value ?? 0)))
            .join("")}
        />
      )}
    </g>
  );
}

function Labels({
  series,
  scales,
  size,
}: {
  readonly series: readonly Series[];
  readonly scales: Scales;
  readonly size: Size;
}): ReactElement {
  const ends = series.map((each) => {
    const last = each.moments.findLast((moment) => moment.cell.value !== undefined);
    return scales.y(last?.cell.value ?? 0);
  });
  const heights = spread(ends, top, size.height - bottom);
  return (
    <g className="labels">
      {series.map((each, index) => (
        <text key={each.key} className={each.tone} x={size.width - size.right + (each.own ? 24 : 10)} y={(heights[index] ?? 0) + 5}>
          {cut(each.label, size.letters)}
        </text>
      ))}
      {series.map((each, index) => {
        if (each.own === undefined || each.own === 0) return null;
        const y = heights[index] ?? 0;
        return <path key={each.key} className={`sign own-${each.own}`} d={signAt(each.own, size.width - size.right + 15, y)} />;
      })}
    </g>
  );
}

/** The lines on their grid, in one of two sizes: the style sheet shows the one that fits the screen. */
export function LineDrawing(props: {
  readonly subject: Subject;
  readonly series: readonly Series[];
  readonly alt: string;
  readonly size: "wide" | "narrow";
}): ReactElement {
  const { subject, series, alt } = props;
  const size = sizes[props.size];
  const scales = scalesOf(series, size, subject);
  const moments = series[0]?.moments ?? [];
  const order = series.toSorted((a, b) => rankOfTone(a.tone) - rankOfTone(b.tone));
  return (
    <svg
      className={`chart ${props.size}`}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={alt}
      data-table={subject.id}
      data-x={moments.map((each) => scales.x(each.at)).join(" ")}
    >
      <Grid scales={scales} size={size} subject={subject} />
      <Periods scales={scales} size={size} moments={moments} subject={subject} />
      <Breaks scales={scales} size={size} moments={moments} subject={subject} />
      {order.filter(hasBand).map((each) => (
        <Band key={each.key} series={each} scales={scales} />
      ))}
      {order.map((each) => (
        <Line key={each.key} series={each} scales={scales} size={size} />
      ))}
      <Labels series={series} scales={scales} size={size} />
    </svg>
  );
}

/** Bands of more lines than those that the reader came for would hide each other. */
function hasBand({ tone }: Series): boolean {
  return tone === "mine" || tone === "benchmark";
}

function rankOfTone(tone: string): number {
  if (tone === "mine") return 2;
  return tone === "benchmark" ? 1 : 0;
}
