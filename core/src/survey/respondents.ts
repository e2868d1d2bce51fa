import { kishDesignEffect } from "../statistics/design-effect.ts";
import { type Sample, weightedMean } from "../statistics/linearised-variance.ts";
import { fsum, round12 } from "../statistics/round.ts";

/** One answer to one question. An answer of undefined (don't know, not applicable, nothing) leaves the denominator. */
export type Respondent = {
  readonly area: string;
  /** Empty where the sample was not stratified. */
  readonly stratum: string;
  readonly weight: number;
  /** 1 or 0 for a share, the mark itself for a mean. */
  readonly answer: number | undefined;
};

/** What is kept of the answers of an area: the figures of a wave. */
export type WaveFigures = {
  readonly area: string;
  /** Number of respondents whose answer counts. */
  readonly respondents: number;
  /** Σw·answer and Σw. */
  readonly numerator: number;
  readonly denominator: number;
  /** Σw². */
  readonly squaredWeights: number;
  /** Numerator over denominator: a share from 0 to 1, or a mean. */
  readonly mean: number;
  /** The weighted standard deviation of the answers. */
  readonly deviation: number;
  /** How many times larger the linearised variance is than s²/n; Kish's where that cannot be estimated. */
  readonly designEffect: number;
};

/**
 * The figures of each area in one wave of one question. An area is a part of the sample, so the respondents of its strata who live
 * elsewhere, or whose answer does not count, stay in the design. Areas without an answer that counts are left out.
 */
export function waveFigures(respondents: readonly Respondent[]): readonly WaveFigures[] {
  const strata = Map.groupBy(respondents, (each) => each.stratum);
  return [...Map.groupBy(respondents, (each) => each.area)].flatMap(([area, own]) => {
    const counted = own.filter((each) => each.answer !== undefined);
    if (counted.length === 0) return [];
    const isStratified = own.some((each) => each.stratum !== "");
    const design = isStratified ? [...new Set(own.map((each) => each.stratum))].flatMap((name) => strata.get(name) ?? []) : own;
    return [figuresOf(area, counted, design)];
  });
}

function figuresOf(area: string, counted: readonly Respondent[], design: readonly Respondent[]): WaveFigures {
  const total = (of: (each: Respondent) => number): number => round12(fsum(counted.map(of)));
  const numerator = total((each) => each.weight * (each.answer ?? 0));
  const denominator = total((each) => each.weight);
  const squaredWeights = total((each) => each.weight ** 2);
  const mean = numerator / denominator;
  const variance = fsum(counted.map((each) => each.weight * ((each.answer ?? 0) - mean) ** 2)) / denominator;
  const respondents = counted.length;
  const kish = kishDesignEffect(respondents, denominator, squaredWeights);
  const found = (respondents * errorOf(area, design) ** 2) / variance;
  return {
    area,
    respondents,
    numerator,
    denominator,
    squaredWeights,
    mean: round12(mean),
    deviation: round12(Math.sqrt(variance)),
    designEffect: round12(found > 0 && Number.isFinite(found) ? found : kish),
  };
}

function errorOf(area: string, design: readonly Respondent[]): number {
  const sample: Sample = { weights: design.map((each) => each.weight), strata: design.map((each) => each.stratum) };
  const values = design.map((each) => each.answer ?? 0);
  const domain = design.map((each) => each.area === area && each.answer !== undefined);
  return weightedMean(sample, values, domain).error;
}
