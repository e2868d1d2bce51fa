import { line as lineShape } from "d3-shape";
import type { ReactElement } from "react";
import { periodName } from "../text/period.ts";
import { bottom, type Scales, type Size, scalesOf, sizes, tickDecimals, top } from "./line-scales.ts";
import type { Subject } from "./presentation.ts";
import { Band } from "./sample-parts.tsx";
import type { Moment, Series } from "./series.ts";
import { signAt } from "./signs.ts";

const lineHeight = 18;

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

function pathOf(moments: readonly Moment[], scales: Pick<Scales, "x" | "y">): string {
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

function Grid({ scales, subject }: { readonly scales: Scales; readonly subject: Subject }): ReactElement {
  const decimals = tickDecimals(scales.ticks);
  return (
    <g className="grid">
      {scales.ticks.map((tick) => (
        <g key={tick}>
          <path className={tick === 0 ? "zero" : undefined} d={`M${scales.left} ${scales.y(tick)}H${scales.edge}`} />
          <text x={scales.left - 6} y={scales.y(tick) + 5} textAnchor="end">
            {subject.voice.number(tick, decimals)}
          </text>
        </g>
      ))}
      {scales.second?.ticks.map((tick) => (
        <text key={`second-${tick}`} className="second" x={scales.edge + 6} y={(scales.second?.y(tick) ?? 0) + 5}>
          {subject.voice.number(tick, tickDecimals(scales.second?.ticks ?? []))}
        </text>
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
  const { series, size } = props;
  const scales = { x: props.scales.x, y: props.scales.heightOf(series) };
  const last = series.moments.findLast((each) => each.cell.value !== undefined);
  const own = series.own ?? 0;
  return (
    <g className={own > 0 ? `series ${series.tone} own-${own}` : `series ${series.tone}`} {...series.marks}>
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
    return scales.heightOf(each)(last?.cell.value ?? 0);
  });
  const heights = spread(ends, top, size.height - bottom);
  return (
    <g className="labels">
      {series.map((each, index) => (
        <text key={each.key} className={each.tone} x={scales.names + (each.own ? 24 : 10)} y={(heights[index] ?? 0) + 5}>
          {cut(each.axis === 1 ? `→ ${each.label}` : each.label, size.letters)}
          {each.label.length > size.letters && <title>{each.label}</title>}
        </text>
      ))}
      {series.map((each, index) => {
        if (each.own === undefined || each.own === 0) return null;
        const y = heights[index] ?? 0;
        return <path key={each.key} className={`sign own-${each.own}`} d={signAt(each.own, scales.names + 15, y)} />;
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
      <Grid scales={scales} subject={subject} />
      <Periods scales={scales} size={size} moments={moments} subject={subject} />
      <Breaks scales={scales} size={size} moments={moments} subject={subject} />
      {order.filter(hasBand).map((each) => (
        <Band key={each.key} series={each} scales={{ x: scales.x, y: scales.heightOf(each) }} />
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
