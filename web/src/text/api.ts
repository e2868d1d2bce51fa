import type { Voice } from "./voice.ts";

/** What the pages for programs say around the route table. */
export type ApiWords = {
  readonly title: string;
  readonly intro: string;
  readonly contents: string;
  readonly howTitle: string;
  /** Each a term and what is said of it. */
  readonly how: readonly (readonly [string, string])[];
  readonly description: string;
  readonly groups: Readonly<Record<string, string>>;
  readonly formatsTitle: string;
  readonly formats: string;
  readonly format: string;
  readonly extension: string;
  readonly mediaType: string;
  readonly loses: string;
  readonly lost: Readonly<Record<string, string>>;
  readonly parameters: (n: number) => string;
  readonly required: string;
  readonly inPath: string;
  readonly usual: string;
  readonly choices: string;
  readonly example: string;
  readonly standard: string;
  readonly licencesTitle: string;
  readonly licences: string;
  readonly noLicence: string;
  readonly sources: (n: number) => string;
  readonly errorsTitle: string;
  readonly errors: string;
  readonly errorsIntro: string;
  readonly status: string;
  readonly back: string;
};

const nl: ApiWords = {
  title: "Open data en API",
  intro: "Alles wat deze site toont, kan een programma opvragen: vrij, zonder sleutel, onder dezelfde regels als de pagina's.",
  contents: "Op deze pagina",
  howTitle: "Zo werkt het",
  how: [
    [
      "Selectie",
      "Wat er gevraagd wordt (onderwerpen, gebieden, periodes, items, vergeleken met wat) staat achter het vraagteken van een adres. Pagina's, bestanden en de API lezen dezelfde tekst: neem die van een pagina over.",
    ],
    ["Taal", 'Teksten zijn {"nl": …, "en": …}; waar een taal ontbreekt, geldt het Nederlands. Bestanden achter /en/ hebben Engelse namen.'],
    [
      "Lijsten",
      'Een lijst komt per bladzijde: limit zegt hoeveel items (gewoon 100, hoogstens 1000), cursor waar het verdergaat. Het antwoord is {"items", "next"}; next is de volgende cursor, en staat ook in de kop Link. Een cursor blijft bij zijn publicatie, ook als er intussen een nieuwe komt.',
    ],
    [
      "Formaat",
      "Zet de extensie van een formaat achter het adres, of vraag het type met de kop Accept. Content-Location zegt wat het werd; past niets en is ook het gewone antwoord uitgesloten, dan volgt 406.",
    ],
    [
      "Bewaren",
      "Elk antwoord heeft een ETag: vraag opnieuw met If-None-Match en krijg 304 zolang er niets nieuws is. Wat in zijn adres een publicatie noemt (release=…), verandert nooit.",
    ],
    ["Stukken", "Van elk bewaard antwoord kan een stuk gevraagd worden met Range: bytes=…; grote bestanden stromen en komen in één keer."],
    ["Grenzen", "Geen antwoord wordt stil afgekapt. Wie te veel vraagt, krijgt 429 met Retry-After."],
    [
      "Sleutels",
      "Openbare cijfers vragen geen sleutel. Wie er een heeft (kop apikey, X-API-Key of Authorization: Bearer), heeft een eigen quotum; met een sleutel die mag opladen, brengt een programma bestanden in de werkversie.",
    ],
    ["Fouten", "Een fout is application/problem+json (RFC 9457): wat er gebeurde, wat je kan doen, en een code die blijft."],
  ],
  description: "Beschrijving voor programma's (OpenAPI 3.1)",
  groups: {
    catalogue: "Catalogus",
    figures: "Cijfers",
    areas: "Gebieden",
    site: "De site",
    files: "Bestanden",
    following: "De site volgen",
    sdmx: "SDMX",
    swing: "Voor programma's van Swing-sites",
    bulk: "Alles in één keer",
    linked: "Gelinkte open data",
    keys: "Sleutels en opladen",
    assistants: "Voor assistenten",
  },
  formatsTitle: "Formaten",
  formats: "Elke selectie in elk formaat; de link opent een voorbeeld.",
  format: "Formaat",
  extension: "Extensie",
  mediaType: "Type",
  loses: "Houdt niet",
  lost: { texts: "teksten", flags: "vlaggen", uncertainty: "onzekerheid", incomplete: "onvolledig" },
  parameters: (n) => (n === 1 ? "1 parameter" : `${n} parameters`),
  required: "verplicht",
  inPath: "in het adres",
  usual: "gewoon",
  choices: "een van",
  example: "Voorbeeld",
  standard: "Standaard",
  licencesTitle: "Licenties",
  licences: "Elke bron zegt zelf onder welke licentie haar cijfers gebruikt mogen worden.",
  noLicence: "Geen licentie vermeld",
  sources: (n) => (n === 1 ? "1 bron" : `${n} bronnen`),
  errorsTitle: "Fouten",
  errors: "Alle fouten, met hun code",
  errorsIntro: "Elke fout die je kan tegenkomen: wat er gebeurde en wat je kan doen. Tussen accolades komt wat je vroeg.",
  status: "Status",
  back: "Terug naar open data en API",
};

const en: ApiWords = {
  title: "Open data and API",
  intro: "Everything that this site shows can be asked by a program: freely, without a key, under the same rules as the pages.",
  contents: "On this page",
  howTitle: "How it works",
  how: [
    [
      "Selection",
      "What is asked (indicators, areas, periods, members, compared with what) stands behind the question mark of an address. Pages, files and the API read the same text: take it over from a page.",
    ],
    ["Language", 'Texts are {"nl": …, "en": …}; where a language is absent, the Dutch text holds. Files behind /en/ carry English names.'],
    [
      "Lists",
      'A list comes page by page: limit says how many items (usually 100, at most 1000), cursor where to go on. The answer is {"items", "next"}; next is the next cursor, and stands in the header Link too. A cursor stays with its release, also when a new one comes meanwhile.',
    ],
    [
      "Format",
      "Put the extension of a format behind the address, or ask for its type with the header Accept. Content-Location says which it was; where nothing fits and the usual answer is excluded too, 406 follows.",
    ],
    [
      "Keeping",
      "Every answer has an ETag: ask again with If-None-Match and get 304 as long as there is nothing new. What names a release in its address (release=…) never changes.",
    ],
    ["Parts", "A part of every answer that is kept can be asked with Range: bytes=…; large files flow and come in one go."],
    ["Limits", "No answer is cut off silently. Who asks too much gets 429 with Retry-After."],
    [
      "Keys",
      "Public figures need no key. Who has one (header apikey, X-API-Key or Authorization: Bearer) has a quota of its own; with a key that may upload, a program brings files into the working copy.",
    ],
    ["Errors", "An error is application/problem+json (RFC 9457): what happened, what you can do, and a code that stays."],
  ],
  description: "Description for programs (OpenAPI 3.1)",
  groups: {
    catalogue: "Catalogue",
    figures: "Figures",
    areas: "Areas",
    site: "The site",
    files: "Files",
    following: "Following the site",
    sdmx: "SDMX",
    swing: "For programs of Swing sites",
    bulk: "Everything at once",
    linked: "Linked open data",
    keys: "Keys and uploads",
    assistants: "For assistants",
  },
  formatsTitle: "Formats",
  formats: "Every selection in every format; the link opens an example.",
  format: "Format",
  extension: "Extension",
  mediaType: "Type",
  loses: "Does not hold",
  lost: { texts: "texts", flags: "flags", uncertainty: "uncertainty", incomplete: "incomplete" },
  parameters: (n) => (n === 1 ? "1 parameter" : `${n} parameters`),
  required: "required",
  inPath: "in the address",
  usual: "usual",
  choices: "one of",
  example: "Example",
  standard: "Standard",
  licencesTitle: "Licences",
  licences: "Every source says itself under which licence its figures may be used.",
  noLicence: "No licence stated",
  sources: (n) => (n === 1 ? "1 source" : `${n} sources`),
  errorsTitle: "Errors",
  errors: "All errors, with their code",
  errorsIntro: "Every error that you can meet: what happened and what you can do. Between braces stands what you asked.",
  status: "Status",
  back: "Back to open data and API",
};

/** The words in the language of the page. */
export function apiWords(voice: Voice): ApiWords {
  return voice.language === "en" ? en : nl;
}
