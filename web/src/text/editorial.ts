import type { ArticleKind } from "@peil/core/model/site.ts";
import type { Voice } from "./voice.ts";

/** What the editorial pages say around their content. */
type EditorialWords = {
  readonly news: string;
  readonly newsIntro: string;
  readonly newsNone: string;
  readonly newFigures: (day: string) => string;
  readonly newFiguresText: (n: number) => string;
  readonly allReleases: string;
  readonly more: string;
  readonly kinds: Readonly<Record<ArticleKind, string>>;
  readonly calendar: string;
  readonly calendarIntro: string;
  readonly calendarNone: string;
  readonly came: string;
  readonly coming: string;
  readonly released: string;
  readonly nextUpdate: string;
  readonly otherLanguage: string;
  readonly table: (title: string) => string;
};

const nl: EditorialWords = {
  news: "Nieuws",
  newsIntro: "Wat er nieuw is op deze site, en wat eraan komt.",
  newsNone: "Er is nog geen nieuws.",
  newFigures: (day) => `Nieuwe cijfers op ${day}`,
  newFiguresText: (n) => (n === 1 ? "Eén onderwerp kreeg nieuwe cijfers:" : `${n} onderwerpen kregen nieuwe cijfers:`),
  allReleases: "Alle publicaties",
  more: "Meer lezen",
  kinds: { news: "Nieuws", info: "Informatie", study: "Studies", training: "Vorming", contact: "Contact" },
  calendar: "Kalender",
  calendarIntro: "Wanneer welke cijfers verschijnen. Een datum kan nog verschuiven.",
  calendarNone: "Er is nog niets aangekondigd.",
  came: "Verschenen",
  coming: "Verwacht",
  released: "Publicatie",
  nextUpdate: "Volgende cijfers verwacht",
  otherLanguage: "Deze pagina bestaat alleen in het Nederlands.",
  table: (title) => `Tabel: ${title}`,
};

const en: EditorialWords = {
  news: "News",
  newsIntro: "What is new on this site, and what is coming.",
  newsNone: "There is no news yet.",
  newFigures: (day) => `New figures on ${day}`,
  newFiguresText: (n) => (n === 1 ? "One topic has new figures:" : `${n} topics have new figures:`),
  allReleases: "All releases",
  more: "Read more",
  kinds: { news: "News", info: "Information", study: "Studies", training: "Training", contact: "Contact" },
  calendar: "Calendar",
  calendarIntro: "When which figures appear. A date may still move.",
  calendarNone: "Nothing has been announced yet.",
  came: "Published",
  coming: "Expected",
  released: "Release",
  nextUpdate: "Next figures expected",
  otherLanguage: "This page exists in Dutch only.",
  table: (title) => `Table: ${title}`,
};

/** The words in the language of the page. */
export function editorialWords(voice: Voice): EditorialWords {
  return voice.language === "en" ? en : nl;
}
