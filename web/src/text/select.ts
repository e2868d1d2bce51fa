import { selectEn } from "./select-en.ts";
import { selectNl } from "./select-nl.ts";
import type { Voice } from "./voice.ts";

/** What the panel for choosing says. */
export type SelectWords = typeof selectNl;

/** The words in the language of the page. */
export function selectWords(voice: Voice): SelectWords {
  return voice.language === "en" ? selectEn : selectNl;
}
