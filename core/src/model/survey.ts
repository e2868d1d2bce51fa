/** What is known of the sample behind a survey figure (semantics, section 6). Codes name companion indicators loaded beside it. */
export type Survey = {
  /** Id of the question; waves compare only where it is the same. */
  readonly question?: string;
  /** Periods from which on the question was another one. */
  readonly changes?: readonly { readonly from: string; readonly question: string }[];
  /** Codes of the weighted numerator and the weighted denominator. */
  readonly numerator?: string;
  readonly denominator?: string;
  /** The weighted denominator counts a population, so the finite population correction holds; false for normalised weights. */
  readonly population?: boolean;
  /** Design effect: one figure for all. Default 1. */
  readonly designEffect?: number;
  /** Code of the indicator that holds the design effect per area, or of the sum of squared weights (for Kish). */
  readonly designEffectIndicator?: string;
  readonly squaredWeights?: string;
  /** Alias of the level whose areas were sampled apart, such as the neighbourhoods of a city: the strata of the areas above them. */
  readonly strata?: string;
  /** Answer codes in a file of respondents: which count in the numerator (default 1), and which leave the denominator. */
  readonly answers?: { readonly counted: readonly string[]; readonly outside: readonly string[] };
  /** Fewer respondents: not shown (default 30); fewer: flagged (default 100). */
  readonly hiddenBelow?: number;
  readonly flaggedBelow?: number;
};
