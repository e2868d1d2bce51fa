import type { Uncertainty } from "../model/cube.ts";
import type { Indicator } from "../model/indicator.ts";
import { type Interval, zOf } from "../statistics/confidence.ts";
import { effectiveSize, kishDesignEffect, remainder } from "../statistics/design-effect.ts";
import { round12 } from "../statistics/round.ts";
import { type Stratified, stratifiedProportion } from "../statistics/stratified-estimate.ts";
import { meanMargin, proportionMargin } from "../statistics/survey-margin.ts";
import { wilsonInterval } from "../statistics/wilson-interval.ts";

/** What is known behind one survey figure; NaN or absent where it is not. */
export type Behind = {
  /** Number of respondents, n. */
  readonly sample: number;
  readonly numerator?: number | undefined;
  readonly denominator?: number | undefined;
  readonly squaredWeights?: number | undefined;
  readonly designEffect?: number | undefined;
  readonly deviation?: number | undefined;
};

/** By what a figure is to be divided to be a proportion (100 for a percentage); undefined where it is none. */
export function scaleOf(indicator: Indicator): number | undefined {
  if (indicator.dataType === "percentage") return 100;
  return indicator.dataType === "ratio" ? (indicator.factor ?? 1) : undefined;
}

/** The design effect behind a figure: that of its area, else Kish's where squared weights are loaded, else the owner's one for all, else 1. */
export function designEffectBehind(indicator: Indicator, behind: Behind): number {
  const survey = indicator.survey ?? {};
  if (survey.designEffectIndicator !== undefined) return behind.designEffect ?? Number.NaN;
  if (survey.squaredWeights === undefined) return survey.designEffect ?? 1;
  return kishDesignEffect(behind.sample, behind.denominator ?? Number.NaN, behind.squaredWeights ?? Number.NaN);
}

/** The effective number of respondents behind a figure; NaN where something that the owner names is not known. */
export function effectiveBehind(indicator: Indicator, behind: Behind): number {
  return effectiveSize(behind.sample, designEffectBehind(indicator, behind), populationBehind(indicator, behind));
}

/** The population, only where the owner says that the weighted denominator counts one. */
function populationBehind(indicator: Indicator, behind: Behind): number | undefined {
  return indicator.survey?.population === true ? behind.denominator : undefined;
}

/**
 * The estimate of an area over its strata; undefined where one of them misses something.
 * @param strata what is behind the figure of each stratum, the numerator and the denominator among it
 */
export function stratifiedBehind(indicator: Indicator, strata: readonly Behind[]): Stratified | undefined {
  return stratifiedProportion(
    strata.map((each) => ({
      size: each.denominator ?? Number.NaN,
      p: (each.numerator ?? Number.NaN) / (each.denominator ?? Number.NaN),
      n: effectiveBehind(indicator, each),
    })),
  );
}

/**
 * The bounds of a survey figure in its own unit; NaN where there is no interval.
 * @param size the effective number of respondents where it is known otherwise, as over strata
 */
export function boundsOf(
  indicator: Indicator,
  value: number,
  behind: Behind,
  asked: Pick<Uncertainty, "level" | "method">,
  size = effectiveBehind(indicator, behind),
): Interval {
  if (indicator.dataType === "mean") return around(value, marginOfMean(indicator, behind, asked));
  const scale = scaleOf(indicator);
  if (scale === undefined) return { lower: Number.NaN, upper: Number.NaN };
  const p = value / scale;
  if (asked.method === "normal")
    return around(value, scale * proportionMargin(p, behind.sample, asked.level, populationOfMargin(indicator, behind)));
  const { lower, upper } = wilsonInterval(p, size, asked.level);
  return { lower: round12(lower * scale), upper: round12(upper * scale) };
}

function marginOfMean(indicator: Indicator, behind: Behind, { level, method }: Pick<Uncertainty, "level" | "method">): number {
  const deviation = behind.deviation ?? Number.NaN;
  if (method === "normal") return meanMargin(deviation, behind.sample, level, populationOfMargin(indicator, behind));
  return zOf(level) * errorOfMean(indicator, behind);
}

/** The standard error of a mean: s over the root of the effective number of respondents. */
export function errorOfMean(indicator: Indicator, behind: Behind): number {
  return (behind.deviation ?? Number.NaN) / Math.sqrt(effectiveBehind(indicator, behind));
}

/**
 * Older publications corrected for the population wherever there was a denominator; only where the owner says that it counts none
 * they would not have.
 */
function populationOfMargin(indicator: Indicator, { sample, denominator }: Behind): number | undefined {
  if (indicator.survey?.population === false || denominator === undefined || Number.isNaN(denominator)) return undefined;
  return remainder(sample, denominator) > 0 ? denominator : undefined;
}

function around(value: number, margin: number): Interval {
  return { lower: round12(value - margin), upper: round12(value + margin) };
}
