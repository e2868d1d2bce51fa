import { type Confidence, zOf } from "./confidence.ts";
import { remainder } from "./design-effect.ts";

/**
 * The margin of a proportion as older publications give it: `z·√(p(1−p)/n)·√(1 − n/N)`. Too narrow near 0 and 1 and for few
 * respondents, where `wilsonInterval` holds; there to compare with those publications.
 * @param p from 0 to 1
 * @param population N; without it no correction
 */
export function proportionMargin(p: number, n: number, level: Confidence, population?: number): number {
  return meanMargin(Math.sqrt(p * (1 - p)), n, level, population);
}

/** The margin of a mean: `z·s/√n·√(1 − n/N)`, with s the standard deviation of the answers. NaN where n is not above 0. */
export function meanMargin(deviation: number, n: number, level: Confidence, population?: number): number {
  if (!(n > 0)) return Number.NaN;
  return zOf(level) * Math.sqrt((deviation ** 2 / n) * remainder(n, population));
}
