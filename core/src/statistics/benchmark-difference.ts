import { type Difference, differenceOfMeans, differenceOfProportions, type Mean, type Proportion } from "./difference-test.ts";

/**
 * How an area stands to a benchmark that it is part of: `p_a − p_B = (1−W)(p_a − p_rest)`, `se = (1−W)·√(se_a² + se_rest²)`. The
 * word is that of the area against the rest, so an area that weighs most of its benchmark is not called equal to itself.
 * @param share W: its share of the benchmark's weight, from 0 to below 1
 * @returns undefined where the area is the whole benchmark, or either has no respondents
 */
export function differenceWithinBenchmark(area: Proportion, rest: Proportion, share: number): Difference | undefined {
  return share >= 0 && share < 1 ? scaled(differenceOfProportions(area, rest), 1 - share) : undefined;
}

/** The same for means. */
export function meanWithinBenchmark(area: Mean, rest: Mean, share: number): Difference | undefined {
  return share >= 0 && share < 1 ? scaled(differenceOfMeans(area, rest), 1 - share) : undefined;
}

function scaled(found: Difference | undefined, by: number): Difference | undefined {
  if (found === undefined) return undefined;
  const { lower, upper } = found.interval;
  return { ...found, difference: found.difference * by, interval: { lower: lower * by, upper: upper * by } };
}

/** Weighted numerator and denominator with the number of respondents. */
export type Counted = { readonly numerator: number; readonly denominator: number; readonly respondents: number };

/**
 * What is left of a benchmark without one of its areas, and the area's share of the weight; undefined where nothing is left or the
 * area holds more than the benchmark.
 */
export function restOf(area: Counted, benchmark: Counted): { readonly rest: Counted; readonly share: number } | undefined {
  const rest = {
    numerator: benchmark.numerator - area.numerator,
    denominator: benchmark.denominator - area.denominator,
    respondents: benchmark.respondents - area.respondents,
  };
  if (!(rest.denominator > 0 && rest.respondents > 0 && rest.numerator >= 0 && rest.numerator <= rest.denominator)) return undefined;
  return { rest, share: area.denominator / benchmark.denominator };
}
