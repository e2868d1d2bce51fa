import type { Voice } from "./voice.ts";

/** What a distribution of areas says. */
type DistributionWords = {
  readonly half: (plural: string, from: string, to: string) => string;
  readonly halfShown: (plural: string, from: string, to: string) => string;
  readonly where: (area: string, place: "below" | "between" | "above") => string;
  readonly alt: (name: string, period: string, plural: string, low: string, high: string) => string;
  readonly mark: (area: string, figure: string) => string;
  readonly shown: (plural: string) => string;
  readonly hidden: (n: string) => string;
  readonly missing: (n: string) => string;
  readonly left: string;
  readonly offScale: (areas: string) => string;
  readonly noMark: (area: string, meaning: string) => string;
  readonly count: (plural: string) => string;
};

const nl: DistributionWords = {
  half: (plural, from, to) => `De helft van de ${plural} ligt tussen ${from} en ${to}`,
  halfShown: (plural, from, to) => `Van de getoonde ${plural} ligt de helft tussen ${from} en ${to}`,
  where: (area, place) => `${area} ligt ${{ below: "eronder", between: "ertussen", above: "erboven" }[place]}`,
  alt: (name, period, plural, low, high) => `Verdeling van ${name} in ${period} over ${plural}, van ${low} tot ${high}.`,
  mark: (area, figure) => `${area}: ${figure}.`,
  shown: (plural) => `${plural} op de schaal.`,
  hidden: (n) => `${n} verborgen om privacyredenen of door de bron`,
  missing: (n) => `${n} zonder cijfer`,
  left: "staan er niet op.",
  offScale: (areas) => `Niet op de schaal: het aantal van ${areas}, een som van gebieden.`,
  noMark: (area, meaning) => `${area} staat er niet op: ${meaning}.`,
  count: (plural) => `aantal ${plural}`,
};

const en: DistributionWords = {
  half: (plural, from, to) => `Half of the ${plural} lie between ${from} and ${to}`,
  halfShown: (plural, from, to) => `Of the ${plural} shown, half lie between ${from} and ${to}`,
  where: (area, place) => `${area} lies ${{ below: "below", between: "in between", above: "above" }[place]}`,
  alt: (name, period, plural, low, high) => `Distribution of ${name} in ${period} over ${plural}, from ${low} to ${high}.`,
  mark: (area, figure) => `${area}: ${figure}.`,
  shown: (plural) => `${plural} on the scale.`,
  hidden: (n) => `${n} hidden for privacy or by the source`,
  missing: (n) => `${n} without a figure`,
  left: "are not on it.",
  offScale: (areas) => `Not on the scale: the count of ${areas}, a sum of areas.`,
  noMark: (area, meaning) => `${area} is not on it: ${meaning}.`,
  count: (plural) => `number of ${plural}`,
};

/** The words in the language of the page. */
export function distributionWords(voice: Voice): DistributionWords {
  return voice.language === "en" ? en : nl;
}
