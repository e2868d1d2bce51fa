/** What is hidden of an indicator, and how far (semantics, section 5). Every part is optional; `minimum` counts by default. */
export type DisclosureRule = {
  /** Smallest figure that may show. Default: the indicator's `threshold`, else 5. */
  readonly minimum?: number;
  /** Whether a zero shows. Default: shown. */
  readonly zeros?: "shown" | "hidden";
  /** Smallest denominator (the weight) of a percentage, ratio or mean that may show. */
  readonly minimumDenominator?: number;
  /** The `n` largest contributors may hold at most `k` percent of a figure. */
  readonly dominance?: { readonly n: number; readonly k: number };
  /** A figure X is hidden where X − x1 − x2 < p/100 · x1. */
  readonly pPercent?: number;
  /** Codes of the indicators that hold the largest contribution to each figure, the second largest, and on. For `dominance` and `pPercent`. */
  readonly contributions?: readonly string[];
  /** Base (5, 10) to which figures are rounded everywhere; the same as the indicator's `step`. */
  readonly base?: number;
};

/** Why a figure is hidden; 0 is visible. For administrators only: the kind gives values away. */
export const decision = {
  visible: 0,
  /** Its own size or make-up asks it. */
  primary: 1,
  /** Without it another could be recomputed. */
  complementary: 2,
  /** It follows another figure that is hidden, such as a percentage its numerator. */
  follows: 3,
} as const;

/** Added to a decision when an earlier release showed the same figure: it is hidden now, but cannot become secret again. */
export const shownBefore = 128;
