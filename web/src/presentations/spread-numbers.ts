import { quantile7 } from "@peil/core/statistics/moments.ts";
import { fsum, round12 } from "@peil/core/statistics/round.ts";
import { bin, thresholdFreedmanDiaconis, thresholdSturges } from "d3-array";

/** The five numbers of a box plot, with the figures beyond its whiskers. */
export type Five = {
  readonly n: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  /** The outermost figures within one and a half times the distance between the quartiles. */
  readonly low: number;
  readonly high: number;
  readonly beyond: readonly number[];
};

/** How far the whiskers reach, in distances between the quartiles. */
const reach = 1.5;

/** Quartiles by rule R-7 and whiskers to the last figure within 1.5 times their distance; undefined of no figures. */
export function fiveOf(values: readonly number[]): Five | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  if (sorted.length === 0) return undefined;
  const [q1, median, q3] = [0.25, 0.5, 0.75].map((p) => quantile7(sorted, p)) as [number, number, number];
  const fence = reach * (q3 - q1);
  const within = sorted.filter((each) => each >= q1 - fence && each <= q3 + fence);
  const beyond = sorted.filter((each) => each < q1 - fence || each > q3 + fence);
  return { n: sorted.length, q1, median, q3, low: within[0] ?? q1, high: within.at(-1) ?? q3, beyond };
}

/** A straight line through a cloud of points, and how much of the spread it follows. */
export type Regression = { readonly slope: number; readonly base: number; readonly r2: number; readonly n: number };

/** Least squares, each point alike; undefined with fewer than three points or where one side does not vary. */
export function regressionOf(points: readonly (readonly [number, number])[]): Regression | undefined {
  const n = points.length;
  if (n < 3) return undefined;
  const [mx, my] = [fsum(points.map(([x]) => x)) / n, fsum(points.map(([, y]) => y)) / n];
  const sxx = fsum(points.map(([x]) => (x - mx) ** 2));
  const syy = fsum(points.map(([, y]) => (y - my) ** 2));
  const sxy = fsum(points.map(([x, y]) => (x - mx) * (y - my)));
  if (!(sxx > 0) || !(syy > 0)) return undefined;
  const slope = sxy / sxx;
  return { slope, base: my - slope * mx, r2: round12((sxy * sxy) / (sxx * syy)), n };
}

/** A bar of a histogram: figures from `from` up to but not including `to`; of the last one `to` is included. */
export type Bin = { readonly from: number; readonly to: number; readonly count: number };

/** How the number of bars is chosen. */
export type BinRule = "freedman-diaconis" | "sturges";

/** More bars than this are no bars any more. */
const mostBins = 40;

/** Bars of one width with readable bounds; few of them where figures repeat, none of no figures. */
export function binsOf(values: readonly number[], rule: BinRule = "freedman-diaconis"): readonly Bin[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (values.length === 0) return [];
  if (low === high) return [{ from: low, to: high, count: values.length }];
  const wanted = (rule === "sturges" ? thresholdSturges : thresholdFreedmanDiaconis)(values.slice(), low, high);
  const bins = bin().thresholds(Math.max(1, Math.min(mostBins, wanted)))(values.slice());
  const plain = bins.map((each) => ({ from: round12(each.x0 ?? low), to: round12(each.x1 ?? high), count: each.length }));
  return plain.filter((each) => each.from < each.to);
}
