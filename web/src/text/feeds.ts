import type { Language } from "@peil/core/model/text.ts";

/** What the feed of releases says. */
export type FeedWords = {
  readonly title: (site: string) => string;
  readonly entry: (day: string) => string;
  readonly counted: (indicators: string) => string;
  readonly changed: (names: string) => string;
};

const nl: FeedWords = {
  title: (site) => `${site}: nieuwe cijfers`,
  entry: (day) => `Publicatie van ${day}`,
  counted: (indicators) => `${indicators} onderwerpen.`,
  changed: (names) => `Nieuwe cijfers voor ${names}.`,
};

const en: FeedWords = {
  title: (site) => `${site}: new figures`,
  entry: (day) => `Release of ${day}`,
  counted: (indicators) => `${indicators} topics.`,
  changed: (names) => `New figures for ${names}.`,
};

/** The words of the feed in a language. */
export function feedWords(language: Language): FeedWords {
  return language === "nl" ? nl : en;
}
