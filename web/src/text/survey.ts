import type { Voice } from "./voice.ts";

/** What pages say of survey figures. */
type SurveyWords = {
  readonly interval: string;
  readonly respondents: string;
  readonly tooFew: string;
  /** Beside a figure that a test found to differ, of an indicator that is rated. */
  readonly strength: (benchmark: string) => string;
  readonly attention: (benchmark: string) => string;
};

const nl: SurveyWords = {
  interval: "betrouwbaarheidsinterval",
  respondents: "respondenten",
  tooFew: "te weinig respondenten om te tonen",
  strength: (benchmark) => `Sterk punt tegenover ${benchmark}.`,
  attention: (benchmark) => `Aandachtspunt tegenover ${benchmark}.`,
};

const en: SurveyWords = {
  interval: "confidence interval",
  respondents: "respondents",
  tooFew: "too few respondents to show",
  strength: (benchmark) => `A strength beside ${benchmark}.`,
  attention: (benchmark) => `A point of attention beside ${benchmark}.`,
};

/** The words in the language of the page. */
export function surveyWords(voice: Voice): SurveyWords {
  return voice.language === "en" ? en : nl;
}
