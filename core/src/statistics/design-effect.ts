/**
 * How many times larger unequal weights make a variance (Kish 1965, 1992): `n·Σw²/(Σw)²`; 1 for equal weights.
 * @param weights sum of the weights, Σw
 * @param squares sum of the squared weights, Σw²
 * @returns NaN where nothing was weighed
 */
export function kishDesignEffect(n: number, weights: number, squares: number): number {
  return n > 0 && weights > 0 ? (n * squares) / weights ** 2 : Number.NaN;
}

/** The largest sampled part of a population that counts: beyond it an interval would shrink to nothing. */
const largestFraction = 0.9999;

/**
 * The number of respondents of a simple random sample from an endless population that would be as precise: `n / deff / (1 − n/N)`,
 * n/N capped below 1.
 * @param population N; only where it counts a population, not where it is a sum of normalised weights
 * @returns NaN where n or the design effect is not above 0
 */
export function effectiveSize(n: number, designEffect: number, population?: number): number {
  if (!(n > 0 && designEffect > 0)) return Number.NaN;
  return n / designEffect / remainder(n, population);
}

/** The finite population correction `1 − n/N`, n/N capped below 1; 1 without a population. */
export function remainder(n: number, population: number | undefined): number {
  if (population === undefined) return 1;
  return population > 0 ? 1 - Math.min(n / population, largestFraction) : Number.NaN;
}
