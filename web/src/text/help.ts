import type { Voice } from "./voice.ts";

/** What help in place says: the line on a page, and the note for who comes first. */
type HelpWords = {
  readonly label: string;
  readonly chapter: (title: string) => string;
  readonly terms: string;
  readonly inGlossary: string;
  readonly more: string;
  readonly moreText: readonly [before: string, manual: string, between: string, glossary: string, after: string];
  readonly welcome: {
    readonly title: string;
    readonly steps: readonly { readonly title: string; readonly text: string }[];
    readonly manual: string;
    readonly glossary: string;
    readonly databank: string;
    readonly dismiss: string;
  };
};

const nl: HelpWords = {
  label: "Hulp",
  chapter: (title) => `Handleiding: ${title}`,
  terms: "Wat betekent",
  inGlossary: "Alle begrippen",
  more: "Meer uitleg",
  moreText: ["Stap voor stap staat alles in de ", "handleiding", ". Moeilijke woorden vind je bij de ", "begrippen", "."],
  welcome: {
    title: "Nieuw hier?",
    steps: [
      { title: "Kies je gemeente", text: "Typ de naam, of klik op de kaart. Je ziet meteen de kerncijfers naast een ander gebied." },
      { title: "Open een onderwerp", text: "Klik op een naam: je krijgt het cijfer met een grafiek, een kaart, de uitleg en de bron." },
      { title: "Neem het mee", text: "Onder elk onderwerp download, deel en citeer je wat je ziet." },
    ],
    manual: "Lees de handleiding",
    glossary: "Zoek een woord op",
    databank: "Stel zelf een tabel of grafiek samen",
    dismiss: "Toon dit niet meer",
  },
};

const en: HelpWords = {
  label: "Help",
  chapter: (title) => `Manual: ${title}`,
  terms: "What is meant by",
  inGlossary: "All words explained",
  more: "More explanation",
  moreText: ["The ", "manual", " explains everything step by step. Difficult words are in the ", "glossary", "."],
  welcome: {
    title: "New here?",
    steps: [
      {
        title: "Choose your municipality",
        text: "Type its name, or click on the map. You see the core figures at once, beside another area.",
      },
      { title: "Open a topic", text: "Click on a name: you get the figure with a chart, a map, the explanation and the source." },
      { title: "Take it along", text: "Below each topic you download, share and cite what you see." },
    ],
    manual: "Read the manual",
    glossary: "Look up a word",
    databank: "Put together a table or chart yourself",
    dismiss: "Do not show this again",
  },
};

/** The words in the language of the page. */
export function helpWords(voice: Voice): HelpWords {
  return voice.language === "en" ? en : nl;
}
