import type { Language } from "@peil/core/model/text.ts";

/** A chapter of the manual in one language: its number is the same in all of them. */
export type Chapter = { readonly number: string; readonly slug: string; readonly language: Language; readonly text: string };

// Taken along when the site is built: nothing is read while it runs.
const files = import.meta.glob("../../../docs/manual/*.md", { query: "?raw", import: "default", eager: true });

/** Reads `01-kijken.nl.md`: number, name in the address, language. */
function chapterOf(path: string, text: string): readonly Chapter[] {
  const [, number, slug, language] = /\/(\d\d)-([a-z0-9-]+)\.(nl|en|fr)\.md$/.exec(path) ?? [];
  return number === undefined || slug === undefined ? [] : [{ number, slug, language: language as Language, text }];
}

const all = Object.entries(files)
  .flatMap(([path, text]) => chapterOf(path, text))
  .sort((a, b) => a.number.localeCompare(b.number));

/** The chapters in a language, in order; where one is missing there, in Dutch. */
export function chaptersIn(language: Language, from: readonly Chapter[] = all): readonly Chapter[] {
  return from
    .filter((each) => each.language === "nl")
    .map((dutch) => from.find((each) => each.number === dutch.number && each.language === language) ?? dutch);
}

/** The chapter with a number: how other pages name it. */
export function chapterNumbered(number: string, language: Language, from: readonly Chapter[] = all): Chapter | undefined {
  return chaptersIn(language, from).find((each) => each.number === number);
}

/** The chapter that an address names, by its number or its name in any language; undefined where there is none. */
export function chapterNamed(slug: string, language: Language, from: readonly Chapter[] = all): Chapter | undefined {
  const number = from.find((each) => each.slug === slug || each.number === slug)?.number;
  return number === undefined ? undefined : chapterNumbered(number, language, from);
}
