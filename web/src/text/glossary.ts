import type { MethodName } from "@peil/core/methods.ts";
import { glossaryEn } from "./glossary-en.ts";
import { glossaryNl } from "./glossary-nl.ts";
import type { Voice } from "./voice.ts";

/** Words of the field that are explained, each with the rule of computation and the chapter of the manual that tell more. */
const more = {
  aggregation: { rule: "sums-over-areas" },
  area: { chapter: "01" },
  "area-level": { chapter: "04" },
  "at-a-glance": { chapter: "02" },
  benchmark: { rule: "comparison", chapter: "02" },
  "box-plot": { chapter: "05" },
  break: { rule: "mergers-and-vintages", chapter: "08" },
  "centre-cities": { chapter: "02" },
  class: { rule: "colour-classes", chapter: "05" },
  "confidence-interval": { rule: "wilson-interval", chapter: "08" },
  "core-figure": { chapter: "02" },
  count: { chapter: "08" },
  cube: { chapter: "04" },
  "data-bank": { chapter: "04" },
  derived: { rule: "formulas" },
  dimension: { chapter: "04" },
  "drilling-down": { chapter: "05" },
  embedding: { chapter: "07" },
  estimate: { rule: "provisional-and-forecast", chapter: "01" },
  flow: { rule: "flows" },
  footnote: { chapter: "01" },
  forecast: { rule: "provisional-and-forecast", chapter: "01" },
  formula: { rule: "formulas" },
  growth: { rule: "growth-and-index" },
  hidden: { rule: "minimum-frequency", chapter: "01" },
  index: { rule: "growth-and-index" },
  indicator: { chapter: "01" },
  "json-stat": { chapter: "10" },
  licence: { chapter: "07" },
  mean: { rule: "weighted-means" },
  median: { chapter: "08" },
  member: { chapter: "04" },
  merger: { rule: "mergers-and-vintages", chapter: "08" },
  "moving-average": { rule: "moving-average" },
  neighbours: { chapter: "04" },
  "not-available": { rule: "special-values", chapter: "01" },
  "own-group": { rule: "own-groups", chapter: "04" },
  "percentage-point": { chapter: "08" },
  period: { chapter: "01" },
  privacy: { rule: "complementary-suppression", chapter: "01" },
  provisional: { rule: "provisional-and-forecast", chapter: "01" },
  quartile: { chapter: "05" },
  rank: { rule: "ranks", chapter: "08" },
  rate: { rule: "rates", chapter: "08" },
  rating: { rule: "strengths-and-attention", chapter: "02" },
  register: { chapter: "03" },
  release: { chapter: "07" },
  respondents: { rule: "publication-minima", chapter: "08" },
  rounding: { rule: "rounding" },
  sample: { rule: "survey-margin", chapter: "08" },
  "scatter-plot": { chapter: "05" },
  share: { rule: "shares", chapter: "08" },
  "similar-areas": { rule: "similar-areas", chapter: "02" },
  source: { chapter: "01" },
  "standard-deviation": { rule: "z-scores" },
  strength: { rule: "strengths-and-attention", chapter: "02" },
  survey: { rule: "survey-margin", chapter: "08" },
  test: { rule: "difference-test", chapter: "08" },
  theme: { chapter: "04" },
  unit: { chapter: "01" },
  workspace: { chapter: "06" },
  "z-score": { rule: "z-scores", chapter: "02" },
} as const satisfies Readonly<Record<string, { readonly rule?: MethodName; readonly chapter?: string }>>;

/** A word of the field; the same in every language, and the name of its place on the page. */
export type TermKey = keyof typeof more;

/** A word as readers meet it, other words for it, and what it means. */
export type Entry = { readonly word: string; readonly also?: readonly string[]; readonly text: string };

/** Every word, in one language. */
export type Glossary = Readonly<Record<TermKey, Entry>>;

/** A word with its name and where more is told. */
export type Explained = Entry & { readonly key: TermKey; readonly rule?: MethodName; readonly chapter?: string };

/** What a word means, in the language of the page. */
export function entryOf(key: TermKey, voice: Voice): Entry {
  return (voice.language === "en" ? glossaryEn : glossaryNl)[key];
}

/** All words in the order of the alphabet of the language. */
export function entriesOf(voice: Voice): readonly Explained[] {
  const keys = Object.keys(more) as TermKey[];
  return keys
    .map((key) => ({ key, ...more[key], ...entryOf(key, voice) }))
    .sort((a, b) => a.word.localeCompare(b.word, voice.language === "en" ? "en" : "nl"));
}

/** What the page of words says around them. */
type PageWords = {
  readonly intro: string;
  readonly letters: string;
  readonly letter: (letter: string) => string;
  readonly also: string;
  readonly more: string;
};

const nl: PageWords = {
  intro: "Woorden die je op deze site tegenkomt, kort uitgelegd. Onder een woord vind je waar meer staat.",
  letters: "Ga naar een letter",
  letter: (letter) => `Begrippen met ${letter}`,
  also: "Ook",
  more: "Meer",
};

const en: PageWords = {
  intro: "Words that you meet on this site, explained in short. Below a word you find where to read more.",
  letters: "Go to a letter",
  letter: (letter) => `Words with ${letter}`,
  also: "Also",
  more: "More",
};

/** The words of the page in the language of the page. */
export function glossaryWords(voice: Voice): PageWords {
  return voice.language === "en" ? en : nl;
}
