import type { Voice } from "./voice.ts";

/** What is said around taking a figure along. */
type ToolWords = {
  readonly title: string;
  readonly download: string;
  readonly data: string;
  readonly moreFormats: string;
  readonly picture: string;
  readonly pictureOf: (show: string, format: string) => string;
  readonly share: string;
  readonly mail: string;
  readonly mailSubject: (name: string, areas: string) => string;
  readonly print: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyOf: (what: string) => string;
  readonly cite: string;
  readonly citeThis: string;
  readonly citeNewest: string;
  readonly bibtex: string;
  readonly releaseNote: (id: string, day: string) => string;
  readonly newestNote: string;
  readonly embed: string;
  readonly embedHelp: string;
  readonly embedFrame: string;
  readonly embedElement: string;
  readonly embedTry: string;
  readonly programs: string;
  readonly programLanguages: string;
  readonly report: string;
  readonly reportHelp: string;
  readonly reportSubject: (name: string) => string;
  readonly reportBody: (lines: {
    readonly name: string;
    readonly areas: string;
    readonly period: string;
    readonly release: string;
    readonly address: string;
  }) => string;
  readonly address: string;
  readonly fullPage: string;
};

const nl: ToolWords = {
  title: "Neem dit cijfer mee",
  download: "Download",
  data: "Cijfers",
  moreFormats: "Andere bestanden",
  picture: "Beeld",
  pictureOf: (show, format) => `${show} als ${format}`,
  share: "Deel",
  mail: "Mail deze link",
  mailSubject: (name, areas) => (areas === "" ? name : `${name}: ${areas}`),
  print: "Druk deze pagina af",
  copy: "Kopieer",
  copied: "Gekopieerd.",
  copyOf: (what) => `Kopieer: ${what}`,
  cite: "Verwijs ernaar",
  citeThis: "Deze publicatie",
  citeNewest: "Altijd de nieuwste cijfers",
  bibtex: "BibTeX",
  releaseNote: (id, day) => `publicatie ${id} van ${day}`,
  newestNote: "nieuwste publicatie",
  embed: "Zet het op je eigen site",
  embedHelp: "De grafiek op je site volgt vanzelf de nieuwste publicatie. Kies eerst hierboven de weergave die je wilt.",
  embedFrame: "Als kader (iframe)",
  embedElement: "Als element dat zijn hoogte zelf kiest",
  embedTry: "Bekijk het los van de pagina",
  programs: "Gebruik deze cijfers in een programma",
  programLanguages: "Python, R, JavaScript, curl, Excel en Power BI",
  report: "Meld een fout in dit cijfer",
  reportHelp: "Je mailprogramma opent met het cijfer al ingevuld.",
  reportSubject: (name) => `Fout in een cijfer: ${name}`,
  reportBody: ({ name, areas, period, release, address }) =>
    [
      "Wat klopt er niet?",
      "",
      "",
      "—",
      `Cijfer: ${name}`,
      `Gebied: ${areas}`,
      `Periode: ${period}`,
      `Publicatie: ${release}`,
      address,
    ].join("\r\n"),
  address: "Adres van deze keuze",
  fullPage: "Alle cijfers en uitleg",
};

const en: ToolWords = {
  title: "Take this figure along",
  download: "Download",
  data: "Figures",
  moreFormats: "Other files",
  picture: "Picture",
  pictureOf: (show, format) => `${show} as ${format}`,
  share: "Share",
  mail: "Mail this link",
  mailSubject: (name, areas) => (areas === "" ? name : `${name}: ${areas}`),
  print: "Print this page",
  copy: "Copy",
  copied: "Copied.",
  copyOf: (what) => `Copy: ${what}`,
  cite: "Refer to it",
  citeThis: "This release",
  citeNewest: "Always the newest figures",
  bibtex: "BibTeX",
  releaseNote: (id, day) => `release ${id} of ${day}`,
  newestNote: "newest release",
  embed: "Put it on your own site",
  embedHelp: "The chart on your site follows the newest release by itself. First choose above which view you want.",
  embedFrame: "As a frame (iframe)",
  embedElement: "As an element that chooses its own height",
  embedTry: "See it apart from this page",
  programs: "Use these figures in a program",
  programLanguages: "Python, R, JavaScript, curl, Excel and Power BI",
  report: "Report an error in this figure",
  reportHelp: "Your mail program opens with the figure filled in.",
  reportSubject: (name) => `Error in a figure: ${name}`,
  reportBody: ({ name, areas, period, release, address }) =>
    ["What is wrong?", "", "", "—", `Figure: ${name}`, `Area: ${areas}`, `Period: ${period}`, `Release: ${release}`, address].join("\r\n"),
  address: "Address of this choice",
  fullPage: "All figures and their explanation",
};

/** The words in the language of the page. */
export function toolWords(voice: Voice): ToolWords {
  return voice.language === "en" ? en : nl;
}
