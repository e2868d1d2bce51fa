import { cellFlag } from "@peil/core/model/cube.ts";
import type { Language } from "@peil/core/model/text.ts";

/** A flag that a figure can carry: its sign beside the figure, and what it means. */
export type Flag = { readonly bit: number; readonly sign: string; readonly meaning: string };

const nl: Readonly<Record<number, string>> = {
  [cellFlag.estimated]: "geschat",
  [cellFlag.partial]: "deelsom: er ontbreken gebieden",
  [cellFlag.fewRespondents]: "weinig respondenten",
};
const en: Readonly<Record<number, string>> = {
  [cellFlag.estimated]: "estimated",
  [cellFlag.partial]: "partial sum: areas are missing",
  [cellFlag.fewRespondents]: "few respondents",
};
const meanings: Readonly<Record<Language, Readonly<Record<number, string>>>> = { nl, en, fr: nl };

const signs: readonly (readonly [bit: number, sign: string])[] = [
  [cellFlag.estimated, "≈"],
  [cellFlag.partial, "⁺"],
  [cellFlag.fewRespondents, "°"],
];

/** The flags among some bits of `cellFlag` that are said beside a figure, in the words of a language. */
export function flagsOf(bits: number, language: Language): readonly Flag[] {
  return signs.flatMap(([bit, sign]) => ((bits & bit) === 0 ? [] : [{ bit, sign, meaning: meanings[language][bit] ?? "" }]));
}
