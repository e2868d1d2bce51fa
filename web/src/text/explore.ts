import type { Kind } from "@peil/core/model/indicator.ts";
import type { Voice } from "./voice.ts";

type Words = Readonly<Record<string, string>>;

/** What the interactive application says. */
type ExploreWords = {
  readonly title: (area: string) => string;
  readonly lead: (area: string, indicators: string, benchmarks: string) => string;
  readonly leadAlone: (area: string, indicators: string) => string;
  readonly toArea: (area: string) => string;
  readonly toGlance: (area: string) => string;
  /** The link on other pages that leads here. */
  readonly fromElsewhere: string;
  readonly allOf: (area: string) => string;
  readonly choose: string;
  readonly search: string;
  readonly searchHint: string;
  readonly compare: (n: number) => string;
  readonly own: string;
  readonly nothing: string;
  readonly since: string;
  readonly years: (n: number) => string;
  readonly besideFold: string;
  readonly filters: (n: number) => string;
  readonly theme: string;
  readonly kind: string;
  readonly rating: string;
  readonly moved: (years: number) => string;
  readonly beside: (benchmark: string) => string;
  readonly judged: string;
  readonly sort: string;
  readonly any: string;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly ratings: Words;
  readonly movements: Words;
  readonly words: Words;
  readonly judgements: Words;
  readonly orders: Words;
  readonly apply: string;
  readonly clear: string;
  readonly quick: string;
  readonly quickAll: string;
  /** For one, for more (with the number where the 2 stands), for none. */
  readonly count: readonly [none: string, one: string, more: string];
  readonly none: string;
  readonly list: string;
  readonly other: string;
  readonly movedSince: (word: string, period: string) => string;
  readonly besideOf: (benchmark: string) => string;
  readonly strip: (shown: string, hidden: string, low: string, high: string) => string;
  readonly stripHidden: (n: string) => string;
  readonly rank: (place: string, of: string) => string;
  readonly detail: string;
  readonly back: string;
  readonly full: string;
  readonly how: string;
  readonly help: readonly string[];
  readonly keys: string;
  readonly rule: string;
  readonly notHere: string;
  readonly opening: string;
};

const nl: ExploreWords = {
  title: (area) => `${area}: alle onderwerpen`,
  lead: (area, indicators, benchmarks) => `${indicators} van ${area}, naast ${benchmarks}. Kies een onderwerp om het open te doen.`,
  leadAlone: (area, indicators) => `${indicators} van ${area}. Kies een onderwerp om het open te doen.`,
  toArea: (area) => `De pagina van ${area}`,
  toGlance: (area) => `${area} in vogelvlucht`,
  fromElsewhere: "In de interactieve toepassing",
  allOf: (area) => `Alle onderwerpen van ${area} in de interactieve toepassing`,
  choose: "Kies wat je ziet",
  search: "Zoek in de lijst",
  searchHint: "bijvoorbeeld huur",
  compare: (n) => (n === 1 ? "Vergelijk met" : "En met"),
  own: "zoals de site het doet",
  nothing: "niets erbij",
  since: "Veranderd sinds",
  years: (n) => (n === 1 ? "1 jaar terug" : `${n} jaar terug`),
  besideFold: "Vergelijk met en sinds",
  filters: (n) => (n === 0 ? "Filters en volgorde" : `Filters en volgorde (${n} actief)`),
  theme: "Thema",
  kind: "Soort cijfer",
  rating: "Wat is gunstig?",
  moved: (years) => `Veranderd in ${years} jaar`,
  beside: (benchmark) => `Naast ${benchmark}`,
  judged: "Sterk of aandacht",
  sort: "Volgorde",
  any: "alles",
  kinds: { register: "register", survey: "enquête", gis: "kaart (GIS)" },
  ratings: { higher: "hoger is gunstiger", lower: "lager is gunstiger", none: "zonder waardering" },
  movements: { risen: "gestegen", fallen: "gedaald", stable: "stabiel" },
  words: { better: "beter", worse: "slechter", higher: "hoger", lower: "lager", equal: "gelijk", unclear: "geen duidelijk verschil" },
  judgements: { strength: "sterk punt", attention: "aandachtspunt" },
  orders: { theme: "per thema", name: "op naam", difference: "grootste verschil eerst" },
  apply: "Toon",
  clear: "Wis de filters",
  quick: "Snel kiezen",
  quickAll: "alles",
  count: ["Geen onderwerpen", "1 onderwerp", "2 onderwerpen"],
  none: "Geen onderwerp past bij deze filters. Wis er een, of wis ze allemaal.",
  list: "Onderwerpen",
  other: "Andere onderwerpen",
  movedSince: (word, period) => `${word} sinds ${period}`,
  besideOf: (benchmark) => `dan ${benchmark}`,
  strip: (shown, hidden, low, high) => `Spreiding over ${shown}: van ${low} tot ${high}.${hidden}`,
  stripHidden: (n) => ` ${n} verborgen.`,
  rank: (place, of) => `plaats ${place} van ${of}`,
  detail: "Het onderwerp dat open is",
  back: "Terug naar de lijst",
  full: "Naar de hele pagina van dit onderwerp",
  how: "Zo lees je de lijst",
  help: [
    "Elke rij is een onderwerp: eerst het cijfer van je gebied, dan dat van het gebied waarmee je vergelijkt.",
    "Het streepje eronder zet alle gebieden op een rij, van het laagste naar het hoogste cijfer. Het dikke streepje is je gebied, het donkere is de vergelijking. Verborgen cijfers staan er niet op.",
    "Beter en slechter staan er alleen waar vaststaat of een hoog cijfer gunstig is. Anders staat er hoger of lager. Bij een enquête staat er alleen een verschil als de toets het aantoont.",
    "Een aantal naast een groter gebied krijgt geen woord: dat gebied telt altijd meer.",
    "Gestegen of gedaald is een verandering van meer dan een halve standaardafwijking van de veranderingen van alle gebieden.",
  ],
  keys: "Met het toetsenbord: ga met Tab naar de lijst, loop erdoor met de pijltjes, Home en End, open met Enter, ga terug met Escape.",
  rule: "De regel achter sterk punt en aandachtspunt",
  notHere: "Dit onderwerp staat niet in de lijst van dit gebied.",
  opening: "Cijfers ophalen…",
};

const en: ExploreWords = {
  title: (area) => `${area}: every topic`,
  lead: (area, indicators, benchmarks) => `${indicators} for ${area}, beside ${benchmarks}. Choose a topic to open it.`,
  leadAlone: (area, indicators) => `${indicators} for ${area}. Choose a topic to open it.`,
  toArea: (area) => `The page of ${area}`,
  toGlance: (area) => `${area} at a glance`,
  fromElsewhere: "In the interactive application",
  allOf: (area) => `Every topic for ${area} in the interactive application`,
  choose: "Choose what you see",
  search: "Search this list",
  searchHint: "for instance rent",
  compare: (n) => (n === 1 ? "Compare with" : "And with"),
  own: "as the site does",
  nothing: "nothing else",
  since: "Changed since",
  years: (n) => (n === 1 ? "1 year ago" : `${n} years ago`),
  besideFold: "Compare with and since",
  filters: (n) => (n === 0 ? "Filters and order" : `Filters and order (${n} in use)`),
  theme: "Theme",
  kind: "Kind of figure",
  rating: "What is good?",
  moved: (years) => (years === 1 ? "Changed in 1 year" : `Changed in ${years} years`),
  beside: (benchmark) => `Beside ${benchmark}`,
  judged: "Strength or attention",
  sort: "Order",
  any: "all",
  kinds: { register: "register", survey: "survey", gis: "map (GIS)" },
  ratings: { higher: "higher is better", lower: "lower is better", none: "not rated" },
  movements: { risen: "risen", fallen: "fallen", stable: "stable" },
  words: { better: "better", worse: "worse", higher: "higher", lower: "lower", equal: "equal", unclear: "no clear difference" },
  judgements: { strength: "strength", attention: "point of attention" },
  orders: { theme: "by theme", name: "by name", difference: "biggest difference first" },
  apply: "Show",
  clear: "Clear the filters",
  quick: "Quick choices",
  quickAll: "all",
  count: ["No topics", "1 topic", "2 topics"],
  none: "No topic fits these filters. Clear one, or clear them all.",
  list: "Topics",
  other: "Other topics",
  movedSince: (word, period) => `${word} since ${period}`,
  besideOf: (benchmark) => `than ${benchmark}`,
  strip: (shown, hidden, low, high) => `Spread over ${shown}: from ${low} to ${high}.${hidden}`,
  stripHidden: (n) => ` ${n} hidden.`,
  rank: (place, of) => `place ${place} of ${of}`,
  detail: "The topic that is open",
  back: "Back to the list",
  full: "To the whole page of this topic",
  how: "How to read the list",
  help: [
    "Each row is a topic: first the figure of your area, then that of the area you compare with.",
    "The small strip below sets all areas side by side, from the lowest to the highest figure. The thick mark is your area, the dark one is the comparison. Hidden figures are not on it.",
    "Better and worse are said only where it is settled whether a high figure is good. Otherwise it says higher or lower. For a survey a difference is said only where the test shows one.",
    "A count beside a larger area gets no word: that area always counts more.",
    "Risen or fallen is a change of more than half the standard deviation of the changes of all areas.",
  ],
  keys: "By keyboard: go to the list with Tab, walk through it with the arrows, Home and End, open with Enter, go back with Escape.",
  rule: "The rule behind strength and point of attention",
  notHere: "This topic is not in the list of this area.",
  opening: "Fetching figures…",
};

/** The words in the language of the page. */
export function exploreWords(voice: Voice): ExploreWords {
  return voice.language === "en" ? en : nl;
}

/** How many topics, in words. */
export function countText(count: ExploreWords["count"], n: number): string {
  return n === 0 ? count[0] : n === 1 ? count[1] : count[2].replace("2", String(n));
}
