import { scaleLinear } from "d3-scale";
import type { Subject } from "./presentation.ts";
import type { Series } from "./series.ts";

/** The sheet of a drawing of lines. */
export type Size = {
  readonly width: number;
  readonly height: number;
  readonly right: number;
  readonly ticks: number;
  readonly letters: number;
};

/** Its two sizes. */
export const sizes: Readonly<Record<"wide" | "narrow", Size>> = {
  wide: { width: 640, height: 340, right: 160, ticks: 6, letters: 20 },
  narrow: { width: 340, height: 270, right: 118, ticks: 3, letters: 14 },
};
/** Above the highest and below the lowest figure. */
export const top = 16;
/** Room for the names of periods. */
export const bottom = 32;
const letter = 8.2;

/** Everything that places a figure. */
export type Scales = {
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
  readonly left: number;
  /** Where the plot ends, and where the labels of the lines begin. */
  readonly edge: number;
  readonly names: number;
  readonly ticks: readonly number[];
  /** The second axis, where there is one. */
  readonly second?: Axis | undefined;
  /** The height of a figure of a line, on its own axis. */
  heightOf(series: Series): (value: number) => number;
};

/** A scale of figures with its steps. */
export type Axis = { readonly y: (value: number) => number; readonly ticks: readonly number[]; readonly width: number };

const whole = (value: number): number => Math.round(value * 10) / 10;

function domainOf(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = high - low || Math.abs(high) || 1;
  if (low >= 0 && low < high * 0.4) return [0, high];
  return [low >= 0 ? Math.max(0, low - span * 0.15) : low - span * 0.15, high + span * 0.05];
}

/** Decimals that the steps of an axis need. */
export function tickDecimals(ticks: readonly number[]): number {
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  return Math.max(0, -Math.floor(Math.log10(step || 1) + 1e-9));
}

function axisOf(series: readonly Series[], size: Size, subject: Subject): Axis {
  const values = series
    .flatMap((each) => each.moments)
    .flatMap(({ cell }) =>
      cell.value === undefined ? [] : [cell.value, cell.sample?.lower ?? cell.value, cell.sample?.upper ?? cell.value],
    );
  const scale = scaleLinear(values.length === 0 ? [0, 1] : domainOf(values), [size.height - bottom, top]).nice(5);
  const ticks = scale.ticks(5);
  const widest = Math.max(...ticks.map((each) => subject.voice.number(each, tickDecimals(ticks)).length));
  return { y: (value) => whole(scale(value)), ticks, width: Math.ceil(widest * letter) + 8 };
}

/** The scales of a drawing of lines: one of time, one or two of figures. */
export function scalesOf(series: readonly Series[], size: Size, subject: Subject): Scales {
  const first = axisOf(
    series.filter((each) => each.axis !== 1),
    size,
    subject,
  );
  const others = series.filter((each) => each.axis === 1);
  const second = others.length === 0 ? undefined : axisOf(others, size, subject);
  const names = size.width - size.right;
  const edge = names - (second?.width ?? 0);
  const ats = series.flatMap((each) => each.moments).map((each) => each.at);
  const x = scaleLinear([Math.min(...ats), Math.max(...ats)], [first.width + 6, edge]);
  return {
    ...{ x: (at) => whole(x(at)), y: first.y, left: first.width, edge, names, ticks: first.ticks, second },
    heightOf: (each) => (each.axis === 1 && second ? second.y : first.y),
  };
}
