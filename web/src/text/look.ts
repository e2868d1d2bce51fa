import type { Voice } from "./voice.ts";

/** Names of the looks. */
type LookWords = { readonly label: string; readonly looks: readonly (readonly [value: string, name: string])[] };

const nl: LookWords = {
  label: "Weergave",
  looks: [
    ["", "zoals je toestel"],
    ["light", "licht"],
    ["dark", "donker"],
    ["contrast", "hoog contrast"],
  ],
};

const en: LookWords = {
  label: "Display",
  looks: [
    ["", "as your device"],
    ["light", "light"],
    ["dark", "dark"],
    ["contrast", "high contrast"],
  ],
};

/** The words in the language of the page. */
export function lookWords(voice: Voice): LookWords {
  return voice.language === "en" ? en : nl;
}
