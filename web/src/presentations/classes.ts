import { classCounts, quantileClasses, readable } from "@peil/core/statistics/classes.ts";

/** Classes of a map: `breaks` are the lower bounds of the second class and on; a figure on a break belongs above it. */
export type Classes = {
  readonly low: number;
  readonly high: number;
  readonly breaks: readonly number[];
  readonly counts: readonly number[];
};

/** Quantile classes with breaks that can be read in the decimals of the figures; fewer classes where figures repeat. */
export function classesOf(values: readonly number[], wanted: number, decimals: number): Classes {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const plain = readable(quantileClasses(values, wanted)).map((each) => Number(each.toFixed(decimals)));
  const breaks = [...new Set(plain)].filter((each) => each > low && each <= high);
  return { low, high, breaks, counts: classCounts(values, breaks) };
}
