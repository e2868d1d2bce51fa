import type { Expression } from "../formula/expression.ts";
import { parseFormula } from "../formula/parse.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { Indicator } from "../model/indicator.ts";
import { parsePeriod, periodOfId, shiftPeriod } from "../model/period.ts";

/** Periods (ids) with figures; `"any"` for what does not depend on time. */
export type Periods = ReadonlySet<number> | "any";

/** What makes a period count: a figure, or also that the figure is known to be incomplete. */
export type Counting = "figures" | "incomplete-too";

const none: ReadonlySet<number> = new Set();
const parsed = new WeakMap<Indicator, Expression>();

/** The formula by which figures are computed when they are asked; undefined for what is stored, also where a formula was computed at publish. */
export function computedBy(indicator: Indicator): Expression | undefined {
  return indicator.atPublish === true ? undefined : expressionOf(indicator);
}

/** The parsed formula of a derived indicator; undefined for others. Parsed once per indicator. */
export function expressionOf(indicator: Indicator): Expression | undefined {
  if (indicator.formula === undefined) return undefined;
  const known = parsed.get(indicator);
  if (known) return known;
  const expression = parseFormula(indicator.formula);
  parsed.set(indicator, expression);
  return expression;
}

/**
 * The periods for which an indicator has figures on a level: those loaded or made at publish, or for a formula those
 * for which its operands give a result (with + and − one operand is enough).
 */
export function periodsOf(catalogue: Catalogue, indicator: Indicator, level: number, counting: Counting = "figures"): Periods {
  const expression = computedBy(indicator);
  if (expression !== undefined) return rangeOf(catalogue, expression, level, counting);
  const coverage = catalogue.coverageOf(indicator.id).get(level);
  if (coverage === undefined) return none;
  const { loaded, computed, incomplete = [] } = coverage;
  const found = counting === "figures" ? [...loaded, ...computed] : [...loaded, ...computed, ...incomplete];
  return indicator.periodType === "independent" && loaded.length + computed.length > 0 ? "any" : new Set(found);
}

/** Where a formula gives a result, within the periods of its operands as they are: a shifted operand does not widen its range. */
function rangeOf(catalogue: Catalogue, expression: Expression, level: number, counting: Counting): Periods {
  const result = periodsOfExpression(catalogue, expression, level, counting);
  if (result === "any") return result;
  const own = leavesOf(expression).map((code) => {
    const leaf = catalogue.indicator(code);
    return leaf === undefined ? none : periodsOf(catalogue, leaf, level, counting);
  });
  const timed = own.filter((each): each is ReadonlySet<number> => each !== "any");
  const range = new Set(timed.flatMap((each) => [...each]));
  return timed.length === 0 ? result : new Set([...result].filter((id) => range.has(id)));
}

/** The periods for which an expression gives a result on a level; see `periodsOf`. */
export function periodsOfExpression(catalogue: Catalogue, expression: Expression, level: number, counting: Counting = "figures"): Periods {
  switch (expression.kind) {
    case "number":
      return "any";
    case "indicator":
    case "cell": {
      const code = expression.kind === "cell" ? expression.cube : expression.code;
      const indicator = catalogue.indicator(code);
      return indicator === undefined ? none : periodsOf(catalogue, indicator, level, counting);
    }
    case "operation": {
      const left = periodsOfExpression(catalogue, expression.left, level, counting);
      const right = periodsOfExpression(catalogue, expression.right, level, counting);
      const isSum = expression.operator === "+" || expression.operator === "-";
      return isSum ? unite(left, right) : intersect(left, right);
    }
    case "at-period": {
      const of = periodsOfExpression(catalogue, expression.of, level, counting);
      if (of === "any") return "any";
      if ("period" in expression) return of.has(parsePeriod(expression.period).id) ? "any" : none;
      return new Set([...of].map((id) => shiftPeriod(periodOfId(id), -expression.shift).id));
    }
    case "at-recent":
      return periodsOfExpression(catalogue, expression.of, level, counting) === none ? none : "any";
    default:
      return periodsOfExpression(catalogue, expression.of, level, counting);
  }
}

function unite(left: Periods, right: Periods): Periods {
  if (left === "any") return right;
  if (right === "any") return left;
  return new Set([...left, ...right]);
}

function intersect(left: Periods, right: Periods): Periods {
  if (left === "any") return right;
  if (right === "any") return left;
  return new Set([...left].filter((id) => right.has(id)));
}

/**
 * Per level (id) the periods (ids, by time) for which an indicator has figures. What does not depend on time gets
 * the period under which it was loaded.
 */
export function coverageOfIndicator(catalogue: Catalogue, indicator: Indicator): ReadonlyMap<number, readonly number[]> {
  const out = new Map<number, readonly number[]>();
  for (const level of catalogue.levels) {
    const periods = periodsOf(catalogue, indicator, level.id);
    const list = periods === "any" ? loadedPeriods(catalogue, indicator, level.id) : [...periods];
    if (list.length > 0)
      out.set(
        level.id,
        list.sort((a, b) => a - b),
      );
  }
  return out;
}

function loadedPeriods(catalogue: Catalogue, indicator: Indicator, level: number): number[] {
  const expression = computedBy(indicator);
  if (expression !== undefined) {
    return leavesOf(expression).flatMap((code) => {
      const leaf = catalogue.indicator(code);
      return leaf === undefined ? [] : loadedPeriods(catalogue, leaf, level);
    });
  }
  const coverage = catalogue.coverageOf(indicator.id).get(level);
  return coverage === undefined ? [] : [...coverage.loaded, ...coverage.computed];
}

/** Codes of the indicators and cubes that an expression names, each once, in order. */
export function leavesOf(expression: Expression): string[] {
  switch (expression.kind) {
    case "number":
      return [];
    case "indicator":
      return [expression.code];
    case "cell":
      return [expression.cube];
    case "operation":
      return [...new Set([...leavesOf(expression.left), ...leavesOf(expression.right)])];
    default:
      return leavesOf(expression.of);
  }
}

/** Whether a record of the indicator exists for a period on any level: tells *not available here* from *empty*. */
export function existsAnywhere(catalogue: Catalogue, indicator: Indicator, period: number | "any"): boolean {
  for (const each of catalogue.coverageOf(indicator.id).values()) {
    if (period === "any" || each.loaded.includes(period) || each.computed.includes(period)) return true;
  }
  return false;
}
