import type { Voice } from "./voice.ts";

/** What the page of an area at a glance says beside its sentences. */
export type GlanceWords = {
  readonly kind: (level: string) => string;
  readonly compare: string;
  readonly groups: { readonly areas: string; readonly saved: string; readonly similar: (plural: string) => string; readonly own: string };
  readonly group: {
    readonly title: string;
    readonly name: string;
    readonly members: (plural: string) => string;
    readonly help: string;
    readonly apply: string;
  };
  readonly noBenchmark: string;
  readonly theme: string;
  readonly allThemes: string;
  readonly since: string;
  readonly years: (n: number) => string;
  readonly apply: string;
  readonly takeAlong: string;
  readonly pdf: string;
  readonly word: string;
  readonly allFigures: string;
  readonly explore: string;
  readonly strengths: string;
  readonly attention: string;
  readonly risen: string;
  readonly fallen: string;
  readonly noStrengths: string;
  readonly noAttention: string;
  readonly noRisen: string;
  readonly noFallen: string;
  readonly more: (n: number) => string;
  readonly strength: string;
  readonly attentionPoint: string;
  /** Of a survey figure beside the benchmark. */
  readonly unclear: string;
  /** Instead of a movement, where the wave before asked something else. */
  readonly otherQuestion: (period: string) => string;
  readonly interval: (level: number, low: string, high: string) => string;
  readonly respondents: (n: string) => string;
  readonly movement: Readonly<Record<"risen" | "fallen" | "stable", string>>;
  readonly direction: Readonly<Record<"better" | "worse", string>>;
  /** *gestegen sinds 2015* */
  readonly sincePeriod: (word: string, period: string) => string;
  readonly against: (own: string, benchmark: string) => string;
  readonly fromTo: (from: string, to: string) => string;
  readonly why: string;
  readonly rule: string;
  readonly perTheme: string;
  readonly figure: string;
  readonly distance: string;
  readonly distanceHelp: string;
  readonly openTheme: (theme: string) => string;
  readonly indicatorPage: string;
  readonly exploreRow: string;
  readonly spread: string;
  readonly nothing: string;
  readonly provisional: string;
  readonly members: (n: number, names: string) => string;
  readonly profile: {
    readonly title: (area: string, benchmark: string) => string;
    readonly subtitle: string;
    readonly lower: string;
    readonly higher: string;
    readonly other: string;
    readonly strip: (theme: string, n: number, benchmark: string) => string;
    readonly outlier: (name: string, distance: string, isHigher: boolean) => string;
    readonly noOutlier: string;
    readonly below: string;
    readonly unplaced: (n: number) => string;
  };
};

const nl: GlanceWords = {
  kind: (level) => `${level} in vogelvlucht`,
  compare: "Vergelijk met",
  groups: { areas: "Gebieden", saved: "Groepen", similar: (plural) => `Gelijkende ${plural} in`, own: "Eigen groep" },
  group: {
    title: "Of stel zelf een groep samen",
    name: "Naam van de groep",
    members: (plural) => `Welke ${plural}?`,
    help: "Kies er meer dan één met Ctrl (of Cmd) en een klik, of met de pijlen en de spatiebalk. De groep staat in het adres: deel de link en ze gaat mee.",
    apply: "Vergelijk met deze groep",
  },
  noBenchmark: "niemand",
  theme: "Thema",
  allThemes: "Alle thema's",
  since: "Wat veranderde sinds",
  years: (n) => `${n} jaar geleden`,
  apply: "Toon",
  takeAlong: "Meenemen en verder kijken",
  pdf: "PDF",
  word: "Word",
  allFigures: "Alle cijfers",
  explore: "Zelf verkennen",
  strengths: "Sterke punten",
  attention: "Aandachtspunten",
  risen: "Gestegen",
  fallen: "Gedaald",
  noStrengths: "Geen sterke punten in dit overzicht.",
  noAttention: "Geen aandachtspunten in dit overzicht.",
  noRisen: "Geen cijfer steeg duidelijk.",
  noFallen: "Geen cijfer daalde duidelijk.",
  more: (n) => `Toon er nog ${n}`,
  strength: "sterk punt",
  attentionPoint: "aandachtspunt",
  unclear: "geen duidelijk verschil",
  otherQuestion: (period) => `niet te vergelijken met ${period}: andere vraag`,
  interval: (level, low, high) => `tussen ${low} en ${high} (${level}\u00a0% zeker)`,
  respondents: (n) => `${n} respondenten`,
  movement: { risen: "gestegen", fallen: "gedaald", stable: "weinig veranderd" },
  direction: { better: "gunstig", worse: "ongunstig" },
  sincePeriod: (word, period) => `${word} sinds ${period}`,
  against: (own, benchmark) => `${own} tegenover ${benchmark}`,
  fromTo: (from, to) => `van ${from} naar ${to}`,
  why: "Waarom?",
  rule: "De hele regel",
  perTheme: "Per thema",
  figure: "Onderwerp",
  distance: "Afstand",
  distanceHelp:
    "Afstand: hoeveel standaardafwijkingen het cijfer hoger (+) of lager (−) is dan het cijfer ernaast. Zo zijn onderwerpen met verschillende eenheden vergelijkbaar.",
  openTheme: (theme) => `${theme} van dichterbij`,
  indicatorPage: "Grafiek, kaart en bron",
  exploreRow: "Openen in de verkenner",
  spread: "Spreiding",
  nothing: "Voor dit gebied zijn er geen kerncijfers. Alle cijfers die er wel zijn, staan op de pagina van het gebied.",
  provisional: "voorlopig",
  members: (n, names) => `Samen genomen: ${names}${n > 0 ? ` en nog ${n}` : ""}.`,
  profile: {
    title: (area, benchmark) => `Waar ${area} afwijkt van ${benchmark}`,
    subtitle: "Elk kerncijfer op één schaal: de afstand in standaardafwijkingen. Elke lijn is er één.",
    lower: "lager",
    higher: "hoger",
    other: "geen oordeel",
    strip: (theme, n, benchmark) => `${theme}: ${n === 1 ? "1 kerncijfer" : `${n} kerncijfers`} tegenover ${benchmark}.`,
    outlier: (name, distance, isHigher) => `${name} ligt ${distance} standaardafwijkingen ${isHigher ? "hoger" : "lager"}`,
    noOutlier: "Geen enkel cijfer ligt er meer dan één standaardafwijking vandaan.",
    below: "De tabellen onder “Per thema” tonen dezelfde cijfers.",
    unplaced: (n) =>
      n === 1
        ? "1 cijfer staat er niet bij: het is verborgen, het ontbreekt of het kan niet zo vergeleken worden."
        : `${n} cijfers staan er niet bij: ze zijn verborgen, ze ontbreken of ze kunnen niet zo vergeleken worden.`,
  },
};

const en: GlanceWords = {
  kind: (level) => `${level} at a glance`,
  compare: "Compare with",
  groups: { areas: "Areas", saved: "Groups", similar: (plural) => `Similar ${plural} in`, own: "Own group" },
  group: {
    title: "Or put a group together",
    name: "Name of the group",
    members: (plural) => `Which ${plural}?`,
    help: "Choose more than one with Ctrl (or Cmd) and a click, or with the arrows and the space bar. The group is in the address: share the link and it goes along.",
    apply: "Compare with this group",
  },
  noBenchmark: "nobody",
  theme: "Theme",
  allThemes: "All themes",
  since: "What changed since",
  years: (n) => (n === 1 ? "1 year ago" : `${n} years ago`),
  apply: "Show",
  takeAlong: "Take along and look further",
  pdf: "PDF",
  word: "Word",
  allFigures: "All figures",
  explore: "Explore yourself",
  strengths: "Strengths",
  attention: "Points of attention",
  risen: "Risen",
  fallen: "Fallen",
  noStrengths: "No strengths in this overview.",
  noAttention: "No points of attention in this overview.",
  noRisen: "No figure clearly rose.",
  noFallen: "No figure clearly fell.",
  more: (n) => `Show ${n} more`,
  strength: "strength",
  attentionPoint: "point of attention",
  unclear: "no clear difference",
  otherQuestion: (period) => `cannot be compared with ${period}: another question`,
  interval: (level, low, high) => `between ${low} and ${high} (${level}\u00a0% confidence)`,
  respondents: (n) => `${n} respondents`,
  movement: { risen: "risen", fallen: "fallen", stable: "little changed" },
  direction: { better: "for the better", worse: "for the worse" },
  sincePeriod: (word, period) => `${word} since ${period}`,
  against: (own, benchmark) => `${own} against ${benchmark}`,
  fromTo: (from, to) => `from ${from} to ${to}`,
  why: "Why?",
  rule: "The whole rule",
  perTheme: "By theme",
  figure: "Topic",
  distance: "Distance",
  distanceHelp:
    "Distance: by how many standard deviations the figure is higher (+) or lower (−) than the one beside it. So topics with different units can be compared.",
  openTheme: (theme) => `${theme} in close-up`,
  indicatorPage: "Chart, map and source",
  exploreRow: "Open in the explorer",
  spread: "Spread",
  nothing: "There are no core figures for this area. All figures that do exist stand on the page of the area.",
  provisional: "provisional",
  members: (n, names) => `Taken together: ${names}${n > 0 ? ` and ${n} more` : ""}.`,
  profile: {
    title: (area, benchmark) => `Where ${area} differs from ${benchmark}`,
    subtitle: "Each core figure on one scale: the distance in standard deviations. Every line is one.",
    lower: "lower",
    higher: "higher",
    other: "not judged",
    strip: (theme, n, benchmark) => `${theme}: ${n === 1 ? "1 core figure" : `${n} core figures`} against ${benchmark}.`,
    outlier: (name, distance, isHigher) => `${name} lies ${distance} standard deviations ${isHigher ? "higher" : "lower"}`,
    noOutlier: "No figure lies more than one standard deviation away.",
    below: "The tables under “By theme” show the same figures.",
    unplaced: (n) =>
      n === 1
        ? "1 figure is not shown here: it is hidden, missing or cannot be compared this way."
        : `${n} figures are not shown here: they are hidden, missing or cannot be compared this way.`,
  },
};

/** The words in the language of the page. */
export function glanceWords(voice: Voice): GlanceWords {
  return voice.language === "en" ? en : nl;
}
