import type { Voice } from "./voice.ts";

/** What is said to who follows a link of the former site that could not be brought along whole. */
type FormerWords = { readonly workspace: string };

const nl: FormerWords = {
  workspace:
    "Je volgde een link naar een bewaarde werkruimte van de vorige site. Die stond op de vorige server en kan hier niet open. Je ziet wat de rest van de link vroeg.",
};

const en: FormerWords = {
  workspace:
    "You followed a link to a saved workspace of the former site. It was kept on the former server and cannot be opened here. You see what the rest of the link asked for.",
};

/** The words in the language of the page. */
export function formerWords(voice: Voice): FormerWords {
  return voice.language === "en" ? en : nl;
}
