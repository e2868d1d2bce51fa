/** Levels of confidence that a reader can choose, in percent. */
export type Confidence = 90 | 95 | 99;

const quantiles: Readonly<Record<Confidence, number>> = { 90: 1.6448536269514722, 95: 1.959963984540054, 99: 2.5758293035489004 };

/** The two-sided quantile z of the standard normal distribution: 1.6449, 1.9600, 2.5758, to the precision of a double. */
export function zOf(level: Confidence): number {
  return quantiles[level];
}

/** Bounds of an interval. */
export type Interval = { readonly lower: number; readonly upper: number };
