import type { CatalogueData } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { isSurvey } from "@peil/core/survey/companions.ts";
import type { LeftOut } from "./release.ts";

/**
 * A survey figure as it is published: where areas may be aggregated and no weight is named, the weighted denominator is the weight, so
 * that numerators and denominators add up and no percentage is averaged.
 */
export function withDenominator(indicator: Indicator): Indicator {
  const denominator = indicator.survey?.denominator;
  if (!isSurvey(indicator) || indicator.formula !== undefined || indicator.weight !== undefined) return indicator;
  if (denominator === undefined || indicator.dataType === "count" || !indicator.aggregatesAreas) return indicator;
  return { ...indicator, weight: denominator };
}

/** Why a survey figure cannot leave: the respondents that its minimum is about are not there. */
export function surveyReason(indicator: Indicator, data: CatalogueData): LeftOut["why"] | undefined {
  const { sample } = indicator;
  if (sample === undefined || data.indicators.some((each) => each.code.toLowerCase() === sample.toLowerCase())) return undefined;
  return {
    nl: `Het onderwerp “${sample}” met het aantal respondenten bestaat niet; zonder dat kan niet blijken welke cijfers op te weinig antwoorden rusten.`,
    en: `The indicator “${sample}” with the number of respondents does not exist; without it nobody can tell which figures rest on too few answers.`,
  };
}
