import type { GlanceRow } from "@peil/core/api-glance.ts";
import type { Voice } from "./voice.ts";

/** What the sentences behind a word need. */
export type WhyFacts = {
  readonly row: GlanceRow;
  /** The benchmark as it stands in a sentence; undefined where there is none. */
  readonly benchmark: string | undefined;
  /** *gemeenten* */
  readonly plural: string;
  readonly earlier: string;
};

type Phrases = {
  readonly z: (z: string, above: boolean, among: string, plural: string, mean: string, deviation: string, weighted: boolean) => string;
  readonly word: (threshold: string, benchmark: string | undefined) => string;
  readonly near: (threshold: string) => string;
  readonly otherSide: (benchmark: string) => string;
  readonly noBenchmark: (benchmark: string) => string;
  readonly unrated: string;
  readonly rated: Readonly<Record<"higher" | "lower", string>>;
  readonly survey: Readonly<Record<"higher" | "lower" | "no-clear-difference", (benchmark: string) => string>>;
  readonly changed: (change: string, earlier: string, isReal: boolean, threshold: string, among: string, plural: string) => string;
  readonly waves: Readonly<Record<"higher" | "lower" | "no-clear-difference", (earlier: string) => string>>;
  readonly percent: string;
};

const nl: Phrases = {
  z: (z, above, among, plural, mean, deviation, weighted) =>
    `Het cijfer ligt ${z} standaardafwijkingen ${above ? "boven" : "onder"} het ${weighted ? "gewogen " : ""}gemiddelde van ${among} ${plural} (gemiddelde ${mean}, standaardafwijking ${deviation}).`,
  word: (threshold, benchmark) =>
    `Voorbij ${threshold} krijgt het een woord${benchmark === undefined ? "" : `, als het ook van ${benchmark} naar dezelfde kant verschilt`}.`,
  near: (threshold) => `Dat is niet verder dan ${threshold}: te dichtbij voor een woord.`,
  otherSide: (benchmark) => `Van ${benchmark} verschilt het niet naar dezelfde kant. Daarom krijgt het geen woord.`,
  noBenchmark: (benchmark) => `Voor ${benchmark} is er geen cijfer. Daarom krijgt het geen woord.`,
  unrated: "Bij dit onderwerp is hoog niet goed of slecht. Daarom krijgt het geen woord.",
  rated: { higher: "Bij dit onderwerp is hoog gunstig.", lower: "Bij dit onderwerp is laag gunstig." },
  survey: {
    higher: (benchmark) => `De toets vindt het cijfer duidelijk hoger dan dat van ${benchmark}.`,
    lower: (benchmark) => `De toets vindt het cijfer duidelijk lager dan dat van ${benchmark}.`,
    "no-clear-difference": (benchmark) => `De toets vindt geen duidelijk verschil met ${benchmark}.`,
  },
  changed: (change, earlier, isReal, threshold, among, plural) =>
    `Verandering sinds ${earlier}: ${change}. Dat is ${isReal ? "meer" : "niet meer"} dan ${threshold}, de grens volgens de veranderingen van ${among} ${plural}.`,
  waves: {
    higher: (earlier) => `De toets vindt het cijfer duidelijk hoger dan in ${earlier}.`,
    lower: (earlier) => `De toets vindt het cijfer duidelijk lager dan in ${earlier}.`,
    "no-clear-difference": (earlier) => `De toets vindt geen duidelijk verschil met ${earlier}.`,
  },
  percent: "%",
};

const en: Phrases = {
  z: (z, above, among, plural, mean, deviation, weighted) =>
    `The figure lies ${z} standard deviations ${above ? "above" : "below"} the ${weighted ? "weighted " : ""}mean of ${among} ${plural} (mean ${mean}, standard deviation ${deviation}).`,
  word: (threshold, benchmark) =>
    `Beyond ${threshold} it gets a word${benchmark === undefined ? "" : `, if it also differs from ${benchmark} to the same side`}.`,
  near: (threshold) => `That is no further than ${threshold}: too near for a word.`,
  otherSide: (benchmark) => `From ${benchmark} it does not differ to the same side. So it gets no word.`,
  noBenchmark: (benchmark) => `There is no figure for ${benchmark}. So it gets no word.`,
  unrated: "For this topic high is neither good nor bad. So it gets no word.",
  rated: { higher: "For this topic high is good.", lower: "For this topic low is good." },
  survey: {
    higher: (benchmark) => `The test finds the figure clearly higher than that of ${benchmark}.`,
    lower: (benchmark) => `The test finds the figure clearly lower than that of ${benchmark}.`,
    "no-clear-difference": (benchmark) => `The test finds no clear difference from ${benchmark}.`,
  },
  changed: (change, earlier, isReal, threshold, among, plural) =>
    `Change since ${earlier}: ${change}. That is ${isReal ? "more" : "no more"} than ${threshold}, the limit by the changes of ${among} ${plural}.`,
  waves: {
    higher: (earlier) => `The test finds the figure clearly higher than in ${earlier}.`,
    lower: (earlier) => `The test finds the figure clearly lower than in ${earlier}.`,
    "no-clear-difference": (earlier) => `The test finds no clear difference from ${earlier}.`,
  },
  percent: "%",
};

const phrasesOf = (voice: Voice): Phrases => (voice.language === "en" ? en : nl);

/** Decimals of distances, means and thresholds beside those of the figure. */
const distanceDecimals = 2;
const more = 1;

/** Why a figure is a strength, a point of attention or neither, with the numbers. Empty where nothing can be said. */
export function whyJudged({ row, benchmark, plural }: WhyFacts, voice: Voice): readonly string[] {
  const { verdict, rating } = row;
  if (verdict === undefined) return [];
  const say = phrasesOf(voice);
  const rated = rating === "higher" || rating === "lower" ? say.rated[rating] : say.unrated;
  if (verdict.by === "survey-test") return [say.survey[verdict.word](benchmark ?? ""), rated];
  const write = (value: number): string => voice.number(value, row.decimals + more);
  const threshold = voice.number(verdict.threshold, distanceDecimals);
  const first = say.z(
    voice.number(Math.abs(verdict.z), distanceDecimals),
    verdict.z >= 0,
    voice.number(verdict.among),
    plural,
    write(verdict.mean),
    write(verdict.deviation),
    verdict.weighted,
  );
  if (rated === say.unrated) return [first, rated];
  return [first, rated, verdictOf(row, verdict.z, verdict.threshold, threshold, benchmark, say)];
}

function verdictOf(row: GlanceRow, z: number, limit: number, threshold: string, benchmark: string | undefined, say: Phrases): string {
  if (row.judgement !== undefined) return say.word(threshold, benchmark);
  if (!(Math.abs(z) > limit)) return say.near(threshold);
  return row.benchmark.value === undefined ? say.noBenchmark(benchmark ?? "") : say.otherSide(benchmark ?? "");
}

/** Why a figure rose, fell or hardly changed, with the numbers. */
export function whyMoved({ row, plural, earlier }: WhyFacts, voice: Voice): readonly string[] {
  const { moved } = row;
  if (moved === undefined) return [];
  const say = phrasesOf(voice);
  if (moved.by === "survey-test") return [say.waves[moved.word](earlier)];
  const unit = row.dataType === "count" ? `\u00a0${say.percent}` : "";
  const write = (value: number): string => `${voice.number(value, row.dataType === "count" ? more : row.decimals + more)}${unit}`;
  const change = `${moved.change > 0 ? "+" : ""}${write(moved.change)}`;
  return [say.changed(change, earlier, row.movement !== "stable", write(moved.threshold), voice.number(moved.among), plural)];
}
