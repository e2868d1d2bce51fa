import { type Interval, zOf } from "./confidence.ts";
import { wilsonInterval } from "./wilson-interval.ts";

/** A proportion (0 to 1) with its effective number of respondents (`effectiveSize`). */
export type Proportion = { readonly p: number; readonly n: number };

/** A mean with its standard error. */
export type Mean = { readonly mean: number; readonly error: number };

/** How the first figure stands to the second. Overlap of two intervals is not this test. */
export type DifferenceWord = "higher" | "lower" | "no-clear-difference";

/** The outcome of a two-sided test at 5 %, whatever level a reader chose for the intervals. */
export type Difference = {
  readonly word: DifferenceWord;
  readonly difference: number;
  /** Bounds of the difference at 95 %. */
  readonly interval: Interval;
  /** The test statistic; absent where Newcombe's interval decided. */
  readonly z?: number;
};

/** Where n·p(1−p) of either proportion is smaller, the normal test does not hold. */
const smallest = 5;
const z95 = zOf(95);

/**
 * Whether a proportion is higher or lower than another of an independent sample: `Z = (p1 − p2)/√(se1² + se2²)`, se² = p(1−p)/n.
 * Where either p is 0 or 1 or has n·p(1−p) < 5, Newcombe's interval of the difference decides instead.
 * @returns undefined where either has no respondents
 */
export function differenceOfProportions(first: Proportion, second: Proportion): Difference | undefined {
  if (!(first.n > 0 && second.n > 0)) return undefined;
  const weak = [first, second].some(({ p, n }) => p <= 0 || p >= 1 || n * p * (1 - p) < smallest);
  if (!weak) return differenceOfMeans(asMean(first), asMean(second));
  const interval = newcombeInterval(first, second);
  return { word: wordOf(interval), difference: first.p - second.p, interval };
}

/** Whether a mean is higher or lower than another of an independent sample; undefined where an error is unknown or both are 0. */
export function differenceOfMeans(first: Mean, second: Mean): Difference | undefined {
  const error = Math.hypot(first.error, second.error);
  if (!(error > 0 && Number.isFinite(error))) return undefined;
  const difference = first.mean - second.mean;
  const interval = { lower: difference - z95 * error, upper: difference + z95 * error };
  return { word: wordOf(interval), difference, interval, z: difference / error };
}

/** The interval of a difference of proportions at 95 % by hybrid scores (Newcombe 1998, method 10). */
export function newcombeInterval(first: Proportion, second: Proportion): Interval {
  const [a, b] = [wilsonInterval(first.p, first.n, 95), wilsonInterval(second.p, second.n, 95)];
  const difference = first.p - second.p;
  return {
    lower: difference - Math.hypot(first.p - a.lower, b.upper - second.p),
    upper: difference + Math.hypot(a.upper - first.p, second.p - b.lower),
  };
}

function asMean({ p, n }: Proportion): Mean {
  return { mean: p, error: Math.sqrt((p * (1 - p)) / n) };
}

function wordOf({ lower, upper }: Interval): DifferenceWord {
  if (lower > 0) return "higher";
  return upper < 0 ? "lower" : "no-clear-difference";
}
