import type { Voice } from "./voice.ts";

/** Names of the places that every page leads to. */
type MenuWords = {
  readonly databank: string;
  readonly inDatabank: string;
  readonly news: string;
  readonly calendar: string;
  readonly manual: string;
  readonly glossary: string;
  readonly accessibility: string;
  readonly api: string;
};

const nl: MenuWords = {
  databank: "Databank",
  inDatabank: "In de databank",
  news: "Nieuws",
  calendar: "Kalender",
  manual: "Handleiding",
  glossary: "Begrippen",
  accessibility: "Toegankelijkheid",
  api: "Open data en API",
};

const en: MenuWords = {
  databank: "Data bank",
  inDatabank: "In the data bank",
  news: "News",
  calendar: "Calendar",
  manual: "Manual",
  glossary: "Glossary",
  accessibility: "Accessibility",
  api: "Open data and API",
};

/** The words in the language of the page. */
export function menuWords(voice: Voice): MenuWords {
  return voice.language === "en" ? en : nl;
}
