import type { Voice } from "./voice.ts";

/** What is said around programs that fetch figures. */
type CodeWords = {
  readonly lead: string;
  readonly newest: string;
  readonly fixed: string;
  readonly which: string;
  readonly help: Readonly<Record<string, string>>;
  readonly description: (name: string) => string;
  readonly more: string;
};

const nl: CodeWords = {
  lead: "Elk stukje code haalt precies de cijfers op die je koos, met hun toestand: waar een cijfer ontbreekt of verborgen is, zegt de kolom status waarom. Een sleutel is niet nodig.",
  newest: "Altijd de nieuwste cijfers",
  fixed: "Altijd deze publicatie",
  which: "Welke cijfers",
  help: {
    python: "Codes blijven tekst, zodat 01 geen 1 wordt. Zonder pandas: pip install pandas.",
    r: "Er is geen pakket nodig.",
    javascript: "Voor een browser of Node, als module.",
    curl: "Bewaart figures.csv. Vervang csv in het adres door xlsx, json of px voor een andere vorm.",
    "power-query":
      "Excel: Gegevens › Gegevens ophalen › Uit andere bronnen › Lege query › Geavanceerde editor. Power BI: Gegevens ophalen › Lege query › Geavanceerde editor. Plak de code en kies anonieme toegang.",
  },
  description: (name) => `Code in vijf talen die de cijfers van ${name} ophaalt.`,
  more: "Meer voor programmeurs",
};

const en: CodeWords = {
  lead: "Each piece of code fetches exactly the figures that you chose, with their state: where a figure is missing or hidden, the column status says why. No key is needed.",
  newest: "Always the newest figures",
  fixed: "Always this release",
  which: "Which figures",
  help: {
    python: "Codes stay text, so that 01 does not become 1. Without pandas: pip install pandas.",
    r: "No package is needed.",
    javascript: "For a browser or Node, as a module.",
    curl: "Saves figures.csv. Replace csv in the address by xlsx, json or px for another form.",
    "power-query":
      "Excel: Data › Get Data › From Other Sources › Blank Query › Advanced Editor. Power BI: Get data › Blank query › Advanced editor. Paste the code and choose anonymous access.",
  },
  description: (name) => `Code in five languages that fetches the figures of ${name}.`,
  more: "More for programmers",
};

/** The words in the language of the page. */
export function codeWords(voice: Voice): CodeWords {
  return voice.language === "en" ? en : nl;
}
