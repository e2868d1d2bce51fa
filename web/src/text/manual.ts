import type { Voice } from "./voice.ts";

/** What the manual says around its chapters. */
type ManualWords = { readonly intro: string; readonly next: string; readonly table: (title: string) => string };

const nl: ManualWords = {
  intro: "Hoe je cijfers vindt, leest, vergelijkt en gebruikt. Elk hoofdstuk staat op zichzelf.",
  next: "Volgende hoofdstuk:",
  table: (title) => `Tabel: ${title}`,
};

const en: ManualWords = {
  intro: "How to find, read, compare and use figures. Each chapter stands on its own.",
  next: "Next chapter:",
  table: (title) => `Table: ${title}`,
};

/** The words in the language of the page. */
export function manualWords(voice: Voice): ManualWords {
  return voice.language === "en" ? en : nl;
}
