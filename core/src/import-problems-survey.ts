import type { ImportProblem } from "./import-problem.ts";

/** What an import can have to say of a file of respondents. */
export const surveyProblems = {
  "survey-weight": {
    weight: "error",
    message: { nl: "Het gewicht “{text}” is geen getal boven 0.", en: "The weight “{text}” is not a number above 0." },
    mend: {
      nl: "Geef elke respondent een gewicht, of laat wie niet meetelt uit het bestand.",
      en: "Give every respondent a weight, or leave who does not count out of the file.",
    },
  },
  "survey-answer": {
    weight: "error",
    message: {
      nl: "Het antwoord “{text}” op “{indicator}” is geen getal.",
      en: "The answer “{text}” to “{indicator}” is not a number.",
    },
    mend: {
      nl: "Een gemiddelde vraagt getallen; laat het vakje leeg waar er geen antwoord is, of noem de code bij de antwoorden die niet meetellen.",
      en: "A mean wants numbers; leave the cell empty where there is no answer, or name the code among the answers that do not count.",
    },
  },
  "survey-companions": {
    weight: "error",
    message: {
      nl: "“{indicator}” noemt geen onderwerp voor het aantal respondenten; antwoorden daarop kunnen niet ingelezen worden.",
      en: "“{indicator}” names no indicator for the number of respondents; answers to it cannot be imported.",
    },
    mend: {
      nl: "Vul bij dat onderwerp in welk onderwerp het aantal respondenten bevat (steekproef), en welke de gewogen teller en noemer.",
      en: "Say at that indicator which indicator holds the number of respondents (sample), and which the weighted numerator and denominator.",
    },
  },
  "survey-column-left": {
    weight: "remark",
    message: {
      nl: "Kolom “{head}” is geen enquêteonderwerp en wordt niet ingelezen.",
      en: "Column “{head}” is no survey indicator and is not imported.",
    },
    mend: { nl: "Niets te doen.", en: "Nothing to do." },
  },
} as const satisfies Readonly<Record<string, ImportProblem>>;
