import { type CubeMember, cellFlag } from "@peil/core/model/cube.ts";
import { type Status, status } from "@peil/core/model/status.ts";
import { type Language, say, type Text } from "@peil/core/model/text.ts";
import type { DifferenceWord } from "@peil/core/statistics/difference-test.ts";

/** Why a cell has no figure, for who must tell it to a reader. */
const reasons: Readonly<Record<Exclude<Status, 0>, Text>> = {
  1: { nl: "Er is geen gegeven.", en: "There is no figure." },
  2: { nl: "De leverancier geeft dit cijfer niet vrij.", en: "The supplier does not release this figure." },
  3: { nl: "Dit cijfer is hier niet van toepassing.", en: "This figure does not apply here." },
  4: {
    nl: "Dit cijfer ontbreekt: de waarde is onbekend, ze is niet nul.",
    en: "This figure is missing: the value is unknown, it is not zero.",
  },
  5: {
    nl: "Het totaal is onvolledig: niet alle onderliggende gebieden zijn bekend.",
    en: "The total is incomplete: not all areas below it are known.",
  },
  6: { nl: "Dit cijfer bestaat niet op dit niveau of in deze periode.", en: "This figure does not exist on this level or in this period." },
  7: {
    nl: "Dit cijfer is verborgen om de privacy te beschermen.",
    en: "This figure is hidden for privacy.",
  },
};

const tooFew: Text = { nl: "Te weinig respondenten om dit cijfer te tonen.", en: "Too few respondents to show this figure." };

/** Why a cell has no figure; undefined where it has one. */
export function reasonOfCell(state: Status, flags: number, language: Language): string | undefined {
  if (state === status.value) return undefined;
  if (state === status.notAvailable && (flags & cellFlag.fewRespondents) !== 0) return say(tooFew, language);
  return say(reasons[state], language);
}

/** What is said of a figure, as an assistant gets it: names that do not change with the language. */
export const flagWords = ["estimated", "partial", "few-respondents", "provisional", "forecast"] as const;
/** One of `flagWords`. */
export type FlagWord = (typeof flagWords)[number];

/** What is to be said of a figure in a period. */
export function flagsOfCell(bits: number, period: Pick<CubeMember, "provisional" | "forecast"> | undefined): readonly FlagWord[] {
  const has = (bit: number): boolean => (bits & bit) !== 0;
  return [
    ...(has(cellFlag.estimated) ? (["estimated"] as const) : []),
    ...(has(cellFlag.partial) ? (["partial"] as const) : []),
    ...(has(cellFlag.fewRespondents) ? (["few-respondents"] as const) : []),
    ...(period?.provisional ? (["provisional"] as const) : []),
    ...(period?.forecast ? (["forecast"] as const) : []),
  ];
}

const flagTexts: Readonly<Record<FlagWord, Text>> = {
  estimated: { nl: "geschat", en: "estimated" },
  partial: { nl: "deelsom: er ontbreken gebieden", en: "partial sum: areas are missing" },
  "few-respondents": { nl: "weinig respondenten", en: "few respondents" },
  provisional: { nl: "voorlopig", en: "provisional" },
  forecast: { nl: "prognose", en: "forecast" },
};

/** A flag in words. */
export const flagText = (flag: FlagWord, language: Language): string => say(flagTexts[flag], language);

const outcomes: Readonly<Record<DifferenceWord, Text>> = {
  higher: { nl: "hoger (getoetst op 5 %)", en: "higher (tested at 5 %)" },
  lower: { nl: "lager (getoetst op 5 %)", en: "lower (tested at 5 %)" },
  "no-clear-difference": { nl: "geen duidelijk verschil (getoetst op 5 %)", en: "no clear difference (tested at 5 %)" },
};

/** What a test found, in words. */
export const outcomeText = (word: DifferenceWord, language: Language): string => say(outcomes[word], language);

/** What stands around figures in the text of an answer. */
type Words = {
  readonly release: (id: string) => string;
  readonly source: string;
  readonly licence: string;
  readonly noLicence: string;
  readonly unit: string;
  readonly interval: string;
  readonly respondents: string;
  readonly shown: (first: number, last: number, all: number) => string;
  readonly more: (offset: number, address: string) => string;
  readonly nothing: string;
  readonly releaseNote: (id: string, day: string) => string;
  readonly newest: string;
  readonly refused: string;
  readonly caution: string;
};

const nl: Words = {
  release: (id) => `Publicatie ${id}.`,
  source: "Bron",
  licence: "Licentie",
  noLicence: "Licentie: niet vermeld.",
  unit: "Eenheid",
  interval: "interval",
  respondents: "respondenten",
  shown: (first, last, all) => `Cijfers ${first}–${last} van ${all}.`,
  more: (offset, address) => `Vraag het vervolg met offset=${offset}, of neem alles als bestand: ${address}`,
  nothing: "Niets gevonden.",
  releaseNote: (id, day) => `publicatie ${id} van ${day}`,
  newest: "nieuwste cijfers",
  refused: "Niet berekend",
  caution: "Let op",
};

const en: Words = {
  release: (id) => `Release ${id}.`,
  source: "Source",
  licence: "Licence",
  noLicence: "Licence: not stated.",
  unit: "Unit",
  interval: "interval",
  respondents: "respondents",
  shown: (first, last, all) => `Figures ${first}–${last} of ${all}.`,
  more: (offset, address) => `Ask for the rest with offset=${offset}, or take everything as a file: ${address}`,
  nothing: "Nothing found.",
  releaseNote: (id, day) => `release ${id} of ${day}`,
  newest: "newest figures",
  refused: "Not computed",
  caution: "Note",
};

/** The words of a language. */
export const wordsIn = (language: Language): Words => (language === "en" ? en : nl);

/** A day from an ISO moment, as it is said. */
export function dayOf(iso: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language === "en" ? "en-GB" : "nl-BE", { dateStyle: "long", timeZone: "Europe/Brussels" });
  return format.format(new Date(iso));
}
