import { fsum } from "./round.ts";

/** A sample as drawn: one entry per respondent, the arrays equally long. */
export type Sample = {
  /** Weights: how many of the population each respondent stands for. */
  readonly weights: readonly number[];
  /** The stratum of each; absent: one stratum. */
  readonly strata?: readonly (string | number)[];
  /** The size of each stratum, for the finite population correction; absent (or a stratum that is not in it): none. */
  readonly populations?: ReadonlyMap<string | number, number>;
};

/** An estimate with its standard error. */
export type Estimate = { readonly value: number; readonly error: number };

/**
 * The estimated total `Σ w·y` of the population, or of a part of it, with its linearised standard error (`svytotal` of R's survey package).
 * @param values one per respondent; what does not count in a domain may be anything
 * @param domain who belongs to the part of the population that is asked; absent: all. Who does not stays in the design.
 */
export function weightedTotal(sample: Sample, values: readonly number[], domain?: readonly boolean[]): Estimate {
  const terms = sample.weights.map((weight, at) => (inside(domain, at) ? weight * (values[at] as number) : 0));
  return { value: fsum(terms), error: Math.sqrt(varianceOfTotal(sample, terms)) };
}

/**
 * The estimated mean `Σwy/Σw` with its linearised standard error (`svymean`, in a domain `svyby` or `subset`). For a proportion the values
 * are 0 and 1. NaN where nobody is in the domain.
 */
export function weightedMean(sample: Sample, values: readonly number[], domain?: readonly boolean[]): Estimate {
  const ones = sample.weights.map(() => 1);
  return weightedRatio(sample, values, ones, domain);
}

/**
 * The estimated ratio `R = Σwy/Σwx` of two totals (`svyratio`): its variance is that of the total of `w(y − R·x)/Σwx` (Taylor
 * linearisation; Woodruff 1971; Särndal, Swensson and Wretman 1992, chapter 5).
 */
export function weightedRatio(
  sample: Sample,
  values: readonly number[],
  divisors: readonly number[],
  domain?: readonly boolean[],
): Estimate {
  const total = (of: readonly number[]): number => fsum(sample.weights.map((w, at) => (inside(domain, at) ? w * (of[at] as number) : 0)));
  const below = total(divisors);
  const ratio = total(values) / below;
  const terms = sample.weights.map((weight, at) =>
    inside(domain, at) ? (weight * ((values[at] as number) - ratio * (divisors[at] as number))) / below : 0,
  );
  return { value: ratio, error: Math.sqrt(varianceOfTotal(sample, terms)) };
}

/** The design effect of a proportion or mean: its variance over that of a simple random sample of as many, drawn with replacement. */
export function designEffectOf(sample: Sample, values: readonly number[], domain?: readonly boolean[]): number {
  const { value, error } = weightedMean(sample, values, domain);
  const who = sample.weights.flatMap((_, at) => (inside(domain, at) ? [at] : []));
  const weight = fsum(who.map((at) => sample.weights[at] as number));
  const squares = fsum(who.map((at) => (sample.weights[at] as number) * ((values[at] as number) - value) ** 2));
  const simple = squares / weight / (who.length - 1);
  return simple > 0 ? error ** 2 / simple : Number.NaN;
}

function inside(domain: readonly boolean[] | undefined, at: number): boolean {
  return domain === undefined || domain[at] === true;
}

/**
 * The variance of a sum of weighted terms over strata: `Σ_h (1 − n_h/N_h)·n_h/(n_h − 1)·Σ(z − z̄_h)²`. A stratum of one respondent has
 * no variance that can be estimated: NaN, unless it was wholly asked.
 */
function varianceOfTotal({ strata, populations }: Sample, terms: readonly number[]): number {
  const groups = Map.groupBy(
    terms.map((term, at) => ({ term, stratum: strata?.[at] ?? "" })),
    (each) => each.stratum,
  );
  return fsum(
    [...groups].map(([stratum, members]) => {
      const n = members.length;
      const size = populations?.get(stratum);
      const left = size === undefined ? 1 : Math.max(0, 1 - n / size);
      if (left === 0) return 0;
      const mean = fsum(members.map((each) => each.term)) / n;
      return ((left * n) / (n - 1)) * fsum(members.map((each) => (each.term - mean) ** 2));
    }),
  );
}
