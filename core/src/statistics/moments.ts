import { fsum } from "./round.ts";

/** The mean; NaN of no figures. */
export function mean(values: readonly number[]): number {
  return fsum(values) / values.length;
}

/** The standard deviation of the population (divided by n), in two passes; NaN of no figures. */
export function populationDeviation(values: readonly number[]): number {
  const m = mean(values);
  return Math.sqrt(fsum(values.map((value) => (value - m) ** 2)) / values.length);
}

/**
 * A quantile of sorted figures by type 7 of Hyndman and Fan (1996): linear between the figures at (n − 1)·p.
 * @param sorted ascending
 * @param p from 0 to 1
 * @returns NaN of no figures
 */
export function quantile7(sorted: readonly number[], p: number): number {
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN;
  return low + (high - low) * (place - below);
}
