import { fsum, round12 } from "./round.ts";

/** A stratum, such as a neighbourhood of a city: its size (or weight), the proportion in it (0 to 1), its effective number of respondents. */
export type Stratum = { readonly size: number; readonly p: number; readonly n: number };

/** An estimate over strata. */
export type Stratified = {
  readonly p: number;
  readonly error: number;
  /** Respondents of a simple random sample that would be as precise; for intervals of Wilson. */
  readonly n: number;
};

/**
 * The proportion of a whole of which each stratum was sampled apart: `Σ W_h p_h` with variance `Σ W_h² se_h²`, W_h = N_h/N and
 * se_h² = p_h(1−p_h)/n_h (Cochran 1977, chapter 5). Where every p_h is 0 or 1 the variance is 0 although nothing is certain; the
 * effective number of respondents is then that of equal proportions, `1/Σ(W_h²/n_h)`.
 * @returns undefined where there are no strata, or one has no respondents
 */
export function stratifiedProportion(strata: readonly Stratum[]): Stratified | undefined {
  const size = fsum(strata.map((each) => each.size));
  if (!(size > 0) || strata.some((each) => !(each.n > 0 && each.size >= 0))) return undefined;
  const share = (each: Stratum): number => each.size / size;
  const p = round12(fsum(strata.map((each) => share(each) * each.p)));
  const variance = fsum(strata.map((each) => (share(each) ** 2 * each.p * (1 - each.p)) / each.n));
  const even = 1 / fsum(strata.map((each) => share(each) ** 2 / each.n));
  const spread = p * (1 - p);
  return { p, error: round12(Math.sqrt(variance)), n: round12(variance > 0 && spread > 0 ? spread / variance : even) };
}
