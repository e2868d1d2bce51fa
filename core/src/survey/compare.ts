import type { Indicator, Rating } from "../model/indicator.ts";
import type { AreaRef } from "../query/selection.ts";
import { differenceWithinBenchmark, meanWithinBenchmark, restOf } from "../statistics/benchmark-difference.ts";
import {
  type Difference,
  type DifferenceWord,
  differenceOfMeans,
  differenceOfProportions,
  type Mean,
} from "../statistics/difference-test.ts";
import { type Judgement, judgeDifference } from "../statistics/judgement.ts";
import { type Behind, effectiveBehind, errorOfMean, scaleOf } from "./estimate.ts";

/** How a survey figure stands to a benchmark, or to the wave before. */
export type Comparison = {
  readonly area: AreaRef;
  readonly period: string;
  /** What it is held against: another area in the same period, or the area itself in an earlier one. */
  readonly with: { readonly area: AreaRef } | { readonly period: string };
  readonly word: DifferenceWord;
  /** In the unit of the figure. */
  readonly difference: number;
  /** Only where the indicator is rated. */
  readonly judgement?: Judgement;
};

/** A figure with what is behind it; `size` is its effective number of respondents where strata give it. */
export type SurveyFigure = { readonly value: number; readonly behind: Behind; readonly size?: number | undefined };

/** Two samples apart, or an area that is part of its benchmark. */
export type Relation = "apart" | "within";

/**
 * Tests the difference of two survey figures of one indicator at 5 %.
 * @returns undefined where one of them misses what the test needs
 */
export function compareFigures(
  indicator: Indicator,
  one: SurveyFigure,
  other: SurveyFigure,
  relation: Relation,
): Pick<Comparison, "word" | "difference" | "judgement"> | undefined {
  const scale = scaleOf(indicator);
  const found =
    indicator.dataType === "mean"
      ? compareMeans(indicator, one, other, relation)
      : scale === undefined
        ? undefined
        : compareProportions(indicator, one, other, relation, scale);
  return found === undefined ? undefined : told(found, indicator.rating, indicator.dataType === "mean" ? 1 : (scale ?? 1));
}

function told({ word, difference }: Difference, rating: Rating, scale: number): Pick<Comparison, "word" | "difference" | "judgement"> {
  const judgement = judgeDifference(word, rating);
  return { word, difference: difference * scale, ...(judgement === undefined ? {} : { judgement }) };
}

function compareProportions(
  indicator: Indicator,
  one: SurveyFigure,
  other: SurveyFigure,
  relation: Relation,
  scale: number,
): Difference | undefined {
  const sizeOf = ({ behind, size }: SurveyFigure): number => size ?? effectiveBehind(indicator, behind);
  const first = { p: one.value / scale, n: sizeOf(one) };
  if (relation === "apart") return differenceOfProportions(first, { p: other.value / scale, n: sizeOf(other) });
  const without = withoutArea(one.behind, other.behind);
  if (without === undefined) return undefined;
  const { rest, share } = without;
  const p = (rest.numerator ?? Number.NaN) / (rest.denominator ?? Number.NaN);
  return differenceWithinBenchmark(first, { p, n: effectiveBehind(indicator, rest) }, share);
}

/** A benchmark without one of its areas: everything that adds up is subtracted. */
function withoutArea(area: Behind, benchmark: Behind): { readonly rest: Behind; readonly share: number } | undefined {
  const counted = (each: Behind) => ({
    numerator: each.numerator ?? Number.NaN,
    denominator: each.denominator ?? Number.NaN,
    respondents: each.sample,
  });
  const found = restOf(counted(area), counted(benchmark));
  if (found === undefined) return undefined;
  const { numerator, denominator, respondents: sample } = found.rest;
  const squaredWeights = (benchmark.squaredWeights ?? Number.NaN) - (area.squaredWeights ?? Number.NaN);
  return { rest: { sample, numerator, denominator, squaredWeights, designEffect: benchmark.designEffect }, share: found.share };
}

function compareMeans(indicator: Indicator, one: SurveyFigure, other: SurveyFigure, relation: Relation): Difference | undefined {
  const meanOf = ({ value, behind }: SurveyFigure): Mean => ({ mean: value, error: errorOfMean(indicator, behind) });
  if (relation === "apart") return differenceOfMeans(meanOf(one), meanOf(other));
  const rest = meanWithout(one, other);
  return rest === undefined ? undefined : meanWithinBenchmark(meanOf(one), meanOf(rest.figure), rest.share);
}

/** The mean and standard deviation of a benchmark without one of its areas: `Σw`, `Σwy` and `Σwy²` add up. */
function meanWithout(area: SurveyFigure, benchmark: SurveyFigure): { readonly figure: SurveyFigure; readonly share: number } | undefined {
  const weight = (each: SurveyFigure): number => each.behind.denominator ?? Number.NaN;
  const squares = (each: SurveyFigure): number => weight(each) * ((each.behind.deviation ?? Number.NaN) ** 2 + each.value ** 2);
  const denominator = weight(benchmark) - weight(area);
  const sample = benchmark.behind.sample - area.behind.sample;
  if (!(denominator > 0 && sample > 0)) return undefined;
  const value = (weight(benchmark) * benchmark.value - weight(area) * area.value) / denominator;
  const variance = (squares(benchmark) - squares(area)) / denominator - value ** 2;
  if (!(variance >= 0)) return undefined;
  const squaredWeights = (benchmark.behind.squaredWeights ?? Number.NaN) - (area.behind.squaredWeights ?? Number.NaN);
  const behind = { sample, denominator, squaredWeights, designEffect: benchmark.behind.designEffect, deviation: Math.sqrt(variance) };
  return { figure: { value, behind }, share: weight(area) / weight(benchmark) };
}
