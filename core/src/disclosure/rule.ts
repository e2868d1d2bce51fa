import type { Expression } from "../formula/expression.ts";
import { parseFormula } from "../formula/parse.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Limits } from "./table.ts";

/**
 * How an indicator is guarded. `protect`: no hidden figure can be recomputed from what is published. `mark`: only figures under the
 * threshold are hidden, as older tools do.
 */
export type Guard = {
  readonly mode: "protect" | "mark";
  readonly limits: Limits;
  /** Code of the indicator whose figures are compared with the minimum; undefined: its own. */
  readonly compare?: string;
};

/** The minimum frequency where the owner names none. */
export const defaultMinimum = 5;

/**
 * The guard of an indicator by its own properties; undefined where it has none. What is compared with the minimum (semantics, section
 * 5): the threshold indicator, else the sample indicator, else for percentages, ratios and means the weight, else the figure itself.
 */
export function guardOf(indicator: Indicator): Guard | undefined {
  const { disclosure: rule, threshold } = indicator;
  const wanted =
    indicator.protected === true || rule !== undefined || threshold !== undefined || indicator.thresholdIndicator !== undefined;
  if (!wanted || indicator.dataType === "text" || indicator.dataType === "label") return undefined;
  const byRounding = rule?.base !== undefined && rule.minimum === undefined && threshold === undefined;
  if (byRounding && indicator.protected !== true) return undefined;
  const compare = indicator.thresholdIndicator ?? indicator.sample ?? (indicator.dataType === "count" ? undefined : indicator.weight);
  return {
    mode: indicator.protected === true ? "protect" : "mark",
    limits: {
      minimum: rule?.minimum ?? threshold ?? (byRounding ? 0 : defaultMinimum),
      zerosShown: rule?.zeros !== "hidden",
      ...(rule?.minimumDenominator === undefined ? {} : { minimumDenominator: rule.minimumDenominator }),
      ...(rule?.dominance === undefined ? {} : { dominance: rule.dominance }),
      ...(rule?.pPercent === undefined ? {} : { pPercent: rule.pPercent }),
    },
    ...(compare === undefined || compare.toLowerCase() === indicator.code.toLowerCase() ? {} : { compare }),
  };
}

/** An indicator that is the sum of others: total = Σ parts. */
export type SumOfIndicators = { readonly total: string; readonly parts: readonly string[] };

/**
 * The sum that a formula states: `a + b` makes itself of a and b; `a − b` makes a of itself and b. Undefined for every other formula
 * (also for sums with numbers, shifts or an indicator that occurs twice). Codes are in lower case.
 */
export function sumStatedBy(indicator: Indicator): SumOfIndicators | undefined {
  if (indicator.formula === undefined) return undefined;
  const terms = termsOf(parseFormula(indicator.formula), 1);
  if (terms === undefined || terms.length < 2 || new Set(terms.map((each) => each.code)).size < terms.length) return undefined;
  const own = indicator.code.toLowerCase();
  const plus = terms.filter((each) => each.sign > 0).map((each) => each.code);
  const minus = terms.filter((each) => each.sign < 0).map((each) => each.code);
  if (minus.length === 0) return { total: own, parts: plus };
  return plus.length === 1 ? { total: plus[0] as string, parts: [own, ...minus] } : undefined;
}

type Term = { readonly code: string; readonly sign: number };

function termsOf(expression: Expression, sign: number): readonly Term[] | undefined {
  switch (expression.kind) {
    case "indicator":
      return [{ code: expression.code.toLowerCase(), sign }];
    case "threshold":
      return termsOf(expression.of, sign);
    case "minus":
      return termsOf(expression.of, -sign);
    case "operation": {
      if (expression.operator !== "+" && expression.operator !== "-") return undefined;
      const left = termsOf(expression.left, sign);
      const right = termsOf(expression.right, expression.operator === "+" ? sign : -sign);
      return left && right ? [...left, ...right] : undefined;
    }
    default:
      return undefined;
  }
}
