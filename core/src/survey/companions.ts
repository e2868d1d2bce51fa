import type { Expression } from "../formula/expression.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Survey } from "../model/survey.ts";
import { expressionOf } from "../query/coverage.ts";

/** What stands beside a survey figure: each the code of a companion indicator. */
export type Companions = {
  /** Number of respondents. */
  readonly sample?: string;
  readonly numerator?: string;
  readonly denominator?: string;
  readonly squaredWeights?: string;
  readonly designEffect?: string;
  readonly deviation?: string;
};

/** Whether the figures of an indicator are estimates from a sample. Flat counts without respondents of their own are companions of such. */
export function isSurvey(indicator: Indicator): boolean {
  const { kind, dataType, shape, sample } = indicator;
  if (kind !== "survey" || dataType === "text" || dataType === "label" || dataType === "other") return false;
  return dataType !== "count" || shape === "cube" || sample !== undefined;
}

/**
 * The companions of a survey indicator that the catalogue has. Where no numerator and denominator are named, those of a formula
 * `100 * numerator / denominator` are.
 */
export function companionsOf(catalogue: Catalogue, indicator: Indicator): Companions {
  const survey: Survey = indicator.survey ?? {};
  const [numerator, denominator] = ratioOf(indicator);
  const wanted = {
    sample: indicator.sample,
    numerator: survey.numerator ?? numerator,
    denominator: survey.denominator ?? denominator,
    squaredWeights: survey.squaredWeights,
    designEffect: survey.designEffectIndicator,
    deviation: indicator.deviation,
  };
  const known = Object.entries(wanted).flatMap(([role, code]) => {
    const found = code === undefined ? undefined : catalogue.indicator(code);
    return found === undefined ? [] : [[role, found.code] as const];
  });
  return Object.fromEntries(known);
}

/** The two codes of a formula that is one divided by the other, times a number or not. */
function ratioOf(indicator: Indicator): readonly [string?, string?] {
  const expression = expressionOf(indicator);
  const division = expression === undefined ? undefined : divisionIn(expression);
  return division ?? [];
}

function divisionIn(each: Expression): readonly [string, string] | undefined {
  if (each.kind !== "operation") return undefined;
  const { operator, left, right } = each;
  if (operator === "/") {
    const above = codeIn(left);
    return above !== undefined && right.kind === "indicator" ? [above, right.code] : undefined;
  }
  if (operator !== "*") return undefined;
  if (left.kind === "number") return divisionIn(right);
  return right.kind === "number" ? divisionIn(left) : undefined;
}

/** The code of an indicator, times a number or not. */
function codeIn(each: Expression): string | undefined {
  if (each.kind === "indicator") return each.code;
  if (each.kind !== "operation" || each.operator !== "*") return undefined;
  if (each.left.kind === "number") return codeIn(each.right);
  return each.right.kind === "number" ? codeIn(each.left) : undefined;
}

/**
 * The id of the question of an indicator in a period; undefined where none is known. Waves compare only where both have one and it is
 * the same.
 * @param period code; codes start with the year, so they compare as texts
 */
export function questionIn(indicator: Indicator, period: string): string | undefined {
  const changes = (indicator.survey?.changes ?? []).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return changes.findLast((each) => each.from <= period)?.question ?? indicator.survey?.question;
}

/** Whether figures of two periods are answers to the same question. */
export function isSameQuestion(indicator: Indicator, one: string, other: string): boolean {
  const question = questionIn(indicator, one);
  return question !== undefined && question === questionIn(indicator, other);
}
