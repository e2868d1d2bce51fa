import { quantileSorted } from "d3-array";

/** Classes of a map: `breaks` are the lower bounds of the second class and on; a figure on a break belongs above it. */
export type Classes = {
  readonly low: number;
  readonly high: number;
  readonly breaks: readonly number[];
  readonly counts: readonly number[];
};

function readable(value: number, spread: number, decimals: number): number {
  if (spread === 0 || value === 0) return value;
  const fine = 10 ** Math.floor(Math.log10(spread / 50));
  const step = Math.max(fine, 10 ** -decimals);
  return Number((Math.round(value / step) * step).toPrecision(12));
}

/** The class that a figure falls in, from 0. */
export function classOf(value: number, classes: Pick<Classes, "breaks">): number {
  let out = 0;
  while (out < classes.breaks.length && value >= (classes.breaks[out] ?? 0)) out++;
  return out;
}

/** Quantile classes (type 7) with breaks rounded to readable numbers; fewer classes where figures repeat. */
export function classesOf(values: readonly number[], wanted: number, decimals: number): Classes {
  const sorted = values.toSorted((a, b) => a - b);
  const low = sorted[0] ?? 0;
  const high = sorted.at(-1) ?? 0;
  const spread = (quantileSorted(sorted, 0.9) ?? high) - (quantileSorted(sorted, 0.1) ?? low);
  const raw = Array.from({ length: wanted - 1 }, (_, i) => readable(quantileSorted(sorted, (i + 1) / wanted) ?? 0, spread, decimals));
  const breaks = [...new Set(raw)].filter((each) => each > low && each <= high).sort((a, b) => a - b);
  const counts = Array.from({ length: breaks.length + 1 }, () => 0);
  for (const value of sorted) counts[classOf(value, { breaks })] = (counts[classOf(value, { breaks })] ?? 0) + 1;
  return { low, high, breaks, counts };
}
