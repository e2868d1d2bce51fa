import { type Confidence, type Interval, zOf } from "./confidence.ts";

/**
 * The score interval of a proportion (Wilson 1927): `[p + z²/2n ± z·√(p(1−p)/n + z²/4n²)] / (1 + z²/n)`. It keeps within 0 and 1
 * and has a width where p is 0 or 1.
 * @param p from 0 to 1
 * @param n the (effective) number of respondents, not necessarily whole; with an infinite n, a census, both bounds are p
 * @returns NaN bounds where n is not above 0 or p is no proportion
 */
export function wilsonInterval(p: number, n: number, level: Confidence): Interval {
  if (!(n > 0 && p >= 0 && p <= 1)) return { lower: Number.NaN, upper: Number.NaN };
  const z2 = zOf(level) ** 2 / n;
  const middle = p + z2 / 2;
  const half = Math.sqrt(z2 * p * (1 - p) + z2 ** 2 / 4);
  const lower = p === 0 ? 0 : (middle - half) / (1 + z2);
  const upper = p === 1 ? 1 : (middle + half) / (1 + z2);
  return { lower: Math.max(0, lower), upper: Math.min(1, upper) };
}
