import { withGuards } from "@peil/core/disclosure/families.ts";
import { guardOf } from "@peil/core/disclosure/rule.ts";
import { explainError, PeilError } from "@peil/core/errors.ts";
import { checkAll } from "@peil/core/formula/check.ts";
import { type CatalogueData, openCatalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { expressionOf, leavesOf } from "@peil/core/query/coverage.ts";
import type { LeftOut } from "../release.ts";
import { surveyReason, withDenominator } from "../survey-publish.ts";

type Why = LeftOut["why"];

/**
 * Which indicators of a working copy can be published, with what disclosure control makes of them. What cannot be guarded is left out
 * and listed, as are formulas that are wrong and whatever is computed from something left out; the rest publishes.
 * @param refused indicators that cannot leave for a reason that showed later
 */
export function selectPublishable(
  data: CatalogueData,
  refused: readonly LeftOut[] = [],
): { readonly data: CatalogueData; readonly leftOut: readonly LeftOut[] } {
  const reasons = new Map<string, Why>(refused.map((each) => [each.code.toLowerCase(), each.why]));
  for (const each of data.indicators) {
    const why = ownReason(each) ?? surveyReason(each, data) ?? formulaReason(each, data);
    if (why && !reasons.has(each.code.toLowerCase())) reasons.set(each.code.toLowerCase(), why);
  }
  spread(data, reasons);
  const byCode = new Map(data.indicators.map((each) => [each.code.toLowerCase(), each]));
  const indicators = withGuards(data.indicators.filter((each) => !reasons.has(each.code.toLowerCase())).map(withDenominator)).map((each) =>
    withTimes(each, byCode),
  );
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
  if (each.shape === "flow" && (asksPrivacy(each) || each.disclosure !== undefined))
    return {
      nl: "Stroomcijfers met een drempelwaarde of bescherming kunnen niet naar buiten: de privacycontrole werkt nog niet op stromen.",
      en: "Flows with a threshold or protection cannot leave: disclosure control does not work on flows yet.",
    };
  if (asksPrivacy(each) && guardOf(each) === undefined)
    return {
      nl: "Dit onderwerp vraagt privacycontrole, maar zijn waarden zijn teksten: die kunnen niet gedeeltelijk verborgen worden.",
      en: "This indicator asks for disclosure control, but its values are texts: those cannot be hidden in part.",
    };
  return undefined;
}

function asksPrivacy(each: Indicator): boolean {
  return each.protected === true || each.threshold !== undefined || each.thresholdIndicator !== undefined;
}

function formulaReason(each: Indicator, data: CatalogueData): Why | undefined {
  if (each.formula === undefined) return undefined;
  try {
    checkAll([each], openCatalogue(data));
    return undefined;
  } catch (error) {
    if (!(error instanceof PeilError)) throw error;
    const nl = explainError(error, "nl");
    const en = explainError(error, "en");
    return { nl: `${nl.message} ${nl.mend}`, en: `${en.message} ${en.mend}` };
  }
}

/** What is computed from something left out is left out too. */
function spread(data: CatalogueData, reasons: Map<string, Why>): void {
  let grown = true;
  while (grown) {
    grown = false;
    for (const each of data.indicators) {
      if (reasons.has(each.code.toLowerCase())) continue;
      const needs = [
        ...leaves(each),
        ...(each.weight === undefined ? [] : [each.weight]),
        ...(each.sample === undefined ? [] : [each.sample]),
      ];
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
