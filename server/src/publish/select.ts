import { explainError, PeilError } from "@peil/core/errors.ts";
import { checkAll } from "@peil/core/formula/check.ts";
import type { Expression } from "@peil/core/formula/expression.ts";
import { type CatalogueData, openCatalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { expressionOf, leavesOf } from "@peil/core/query/coverage.ts";
import type { LeftOut } from "../release.ts";

type Why = LeftOut["why"];

/**
 * Which indicators of a working copy can be published. Those that need disclosure control, survey figures or flows are left out
 * and listed, as are formulas that are wrong and whatever is computed from something left out; the rest publishes.
 */
export function selectPublishable(data: CatalogueData): { readonly data: CatalogueData; readonly leftOut: readonly LeftOut[] } {
  const reasons = new Map<string, Why>();
  for (const each of data.indicators) {
    const why = ownReason(each) ?? formulaReason(each, data);
    if (why) reasons.set(each.code.toLowerCase(), why);
  }
  spread(data, reasons);
  const byCode = new Map(data.indicators.map((each) => [each.code.toLowerCase(), each]));
  const indicators = data.indicators.filter((each) => !reasons.has(each.code.toLowerCase())).map((each) => withTimes(each, byCode));
  const codes = new Set(indicators.map((each) => each.code.toLowerCase()));
  const themes = data.themes.filter((node) => node.kind !== "indicator" || codes.has(node.target.toLowerCase()));
  const leftOut = data.indicators.flatMap((each) => {
    const why = reasons.get(each.code.toLowerCase());
    return why ? [{ code: each.code, why }] : [];
  });
  return { data: { ...data, indicators, themes }, leftOut };
}

/** A formula is a forecast where one of its operands is, and provisional likewise, unless it says so itself. */
function withTimes(each: Indicator, byCode: ReadonlyMap<string, Indicator>): Indicator {
  const below = leaves(each).flatMap((code) => {
    const leaf = byCode.get(code.toLowerCase());
    return leaf === undefined ? [] : [withTimes(leaf, byCode)];
  });
  const forecastFrom = each.forecastFrom ?? below.flatMap((leaf) => leaf.forecastFrom ?? []).sort()[0];
  const provisional = each.provisional ?? [...new Set(below.flatMap((leaf) => leaf.provisional ?? []))];
  return { ...each, ...(forecastFrom === undefined ? {} : { forecastFrom }), ...(provisional.length === 0 ? {} : { provisional }) };
}

function ownReason(each: Indicator): Why | undefined {
  if (each.shape === "flow") return { nl: "Stroomcijfers kunnen nog niet gepubliceerd worden.", en: "Flows cannot be published yet." };
  if (each.protected === true || each.threshold !== undefined || each.thresholdIndicator !== undefined)
    return {
      nl: "Dit onderwerp heeft een drempelwaarde; zonder privacycontrole mag het niet naar buiten.",
      en: "This indicator has a threshold; without disclosure control it must not leave.",
    };
  if (each.kind === "survey" || each.sample !== undefined)
    return { nl: "Enquêtecijfers kunnen nog niet gepubliceerd worden.", en: "Survey figures cannot be published yet." };
  return undefined;
}

function formulaReason(each: Indicator, data: CatalogueData): Why | undefined {
  if (each.formula === undefined) return undefined;
  try {
    const expression = expressionOf(each);
    if (expression !== undefined && usesThreshold(expression))
      return {
        nl: "De formule gebruikt threshold(); zonder privacycontrole mag ze niet naar buiten.",
        en: "The formula uses threshold(); without disclosure control it must not leave.",
      };
    checkAll([each], openCatalogue(data));
    return undefined;
  } catch (error) {
    if (!(error instanceof PeilError)) throw error;
    const nl = explainError(error, "nl");
    const en = explainError(error, "en");
    return { nl: `${nl.message} ${nl.mend}`, en: `${en.message} ${en.mend}` };
  }
}

function usesThreshold(expression: Expression): boolean {
  if (expression.kind === "threshold") return true;
  if (expression.kind === "operation") return usesThreshold(expression.left) || usesThreshold(expression.right);
  return "of" in expression && usesThreshold(expression.of);
}

/** What is computed from something left out is left out too. */
function spread(data: CatalogueData, reasons: Map<string, Why>): void {
  let grown = true;
  while (grown) {
    grown = false;
    for (const each of data.indicators) {
      if (reasons.has(each.code.toLowerCase())) continue;
      const needs = [...leaves(each), ...(each.weight === undefined ? [] : [each.weight])];
      const missing = needs.find((code) => reasons.has(code.toLowerCase()));
      if (missing === undefined) continue;
      reasons.set(each.code.toLowerCase(), {
        nl: `Het onderwerp “${missing}”, dat hiervoor nodig is, wordt niet gepubliceerd.`,
        en: `The indicator “${missing}”, which this needs, is not published.`,
      });
      grown = true;
    }
  }
}

function leaves(each: Indicator): readonly string[] {
  const expression = expressionOf(each);
  return expression === undefined ? [] : leavesOf(expression);
}
