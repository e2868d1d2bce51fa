import type { ClassMethod } from "@peil/core/statistics/classification.ts";
import type { SchemeCode } from "../presentations/schemes.ts";
import type { Voice } from "./voice.ts";

/** What maps say beside their title and legend. */
export type MapWords = {
  readonly synthetic: string;
  readonly setting: Readonly<
    Record<"method" | "classes" | "breaks" | "around" | "scheme" | "reverse" | "exact" | "labels" | "moment" | "over", string>
  >;
  readonly over: { readonly all: string; readonly moment: string };
  readonly method: Readonly<Record<ClassMethod, string>>;
  readonly scheme: Readonly<Record<SchemeCode, string>>;
  readonly given: (value: string) => string;
  readonly median: (value: string) => string;
  readonly fixed: string;
  readonly hiddenWhy: string;
  readonly missingWhy: string;
  readonly legend: string;
  readonly region: (name: string) => string;
  readonly help: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly reset: string;
  readonly toMine: string;
  readonly panel: Readonly<Record<"classes" | "layers" | "find" | "save", string>>;
  readonly equalClasses: string;
  readonly shade: string;
  readonly off: string;
  readonly outside: (places: string) => string;
  readonly find: string;
  readonly findLabel: string;
  readonly noneFound: string;
  readonly ask: (service: string) => string;
  readonly asks: (service: string) => string;
  readonly failed: string;
  readonly save: { readonly svg: string; readonly png: string; readonly geojson: string };
  readonly source: (names: string) => string;
  readonly release: (id: string) => string;
  readonly finer: string;
};

const nl: MapWords = {
  synthetic: "Deze grenzen zijn verzonnen: ze dienen alleen om de kaart te proberen.",
  setting: {
    method: "Klassen",
    classes: "Aantal klassen",
    breaks: "Eigen klassengrenzen",
    around: "Rond welk cijfer (leeg: de vergelijking, anders de mediaan)",
    scheme: "Kleuren",
    reverse: "Kleuren omkeren",
    exact: "Grenzen niet afronden",
    labels: "Namen op de kaart",
    moment: "Periode",
    over: "Klassen van",
  },
  over: { all: "alle periodes samen", moment: "elke periode apart" },
  method: {
    quantile: "evenveel gebieden per klasse",
    equal: "klassen van gelijke breedte",
    natural: "natuurlijke grenzen",
    incumbent: "gemiddelde en spreiding",
    diverging: "rond een cijfer",
    "z-score": "z-scores",
    own: "eigen grenzen",
  },
  scheme: {
    house: "groenblauw (huisstijl)",
    blue: "blauw",
    orange: "geel naar bruin",
    violet: "geel naar paars",
    grey: "grijs",
    "orange-violet": "oranje en paars",
    "brown-teal": "bruin en groenblauw",
    "red-blue": "rood en blauw",
  },
  given: (value) => `gekozen grens: ${value}`,
  median: (value) => `mediaan: ${value}`,
  fixed: "De klassen gelden voor alle periodes samen.",
  hiddenWhy: "verborgen om privacyredenen",
  missingWhy: "geen cijfer voor dit gebied",
  legend: "Legende",
  region: (name) => `Kaart van ${name}`,
  help: "Pijltjes gaan van gebied naar gebied, Enter opent, spatie kiest. Shift en pijltjes schuiven, + en − zoomen, 0 toont alles.",
  zoomIn: "Inzoomen",
  zoomOut: "Uitzoomen",
  reset: "Hele kaart",
  toMine: "Naar mijn gebied",
  panel: { classes: "Klassen en kleuren", layers: "Achtergrond en lagen", find: "Zoek een plaats", save: "Kaart bewaren" },
  equalClasses: "Terug naar de gewone klassen",
  shade: "Doorschijnende vlakken",
  off: "geen",
  outside: (places) => `Wie een laag aanzet, vraagt beelden op bij: ${places}.`,
  find: "Zoeken",
  findLabel: "Naam van een gebied of adres",
  noneFound: "Geen gebied met die naam.",
  ask: (service) => `Zoek als adres bij ${service}`,
  asks: (service) => `Je zoekwoorden gaan dan naar ${service}.`,
  failed: "De dienst antwoordt niet. Probeer het later opnieuw.",
  save: { svg: "als SVG", png: "als PNG", geojson: "als GeoJSON met cijfers" },
  source: (names) => `Bron: ${names}`,
  release: (id) => `Uitgave ${id}`,
  finer: "Fijnere grenzen worden geladen.",
};

const en: MapWords = {
  synthetic: "These borders are invented: they only serve to try the map.",
  setting: {
    method: "Classes",
    classes: "Number of classes",
    breaks: "Breaks of your own",
    around: "Around which figure (empty: the comparison, else the median)",
    scheme: "Colours",
    reverse: "Reverse the colours",
    exact: "Do not round the breaks",
    labels: "Names on the map",
    moment: "Period",
    over: "Classes of",
  },
  over: { all: "all periods together", moment: "each period by itself" },
  method: {
    quantile: "as many areas in every class",
    equal: "classes of equal width",
    natural: "natural breaks",
    incumbent: "mean and spread",
    diverging: "around a figure",
    "z-score": "z-scores",
    own: "breaks of your own",
  },
  scheme: {
    house: "teal (house style)",
    blue: "blue",
    orange: "yellow to brown",
    violet: "yellow to purple",
    grey: "grey",
    "orange-violet": "orange and purple",
    "brown-teal": "brown and teal",
    "red-blue": "red and blue",
  },
  given: (value) => `chosen break: ${value}`,
  median: (value) => `median: ${value}`,
  fixed: "The classes hold for all periods together.",
  hiddenWhy: "hidden for privacy",
  missingWhy: "no figure for this area",
  legend: "Legend",
  region: (name) => `Map of ${name}`,
  help: "Arrows go from area to area, Enter opens, space selects. Shift and arrows pan, + and − zoom, 0 shows everything.",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  reset: "Whole map",
  toMine: "To my area",
  panel: { classes: "Classes and colours", layers: "Background and layers", find: "Find a place", save: "Save the map" },
  equalClasses: "Back to the usual classes",
  shade: "See-through areas",
  off: "none",
  outside: (places) => `Switching a layer on asks pictures from: ${places}.`,
  find: "Search",
  findLabel: "Name of an area, or an address",
  noneFound: "No area of that name.",
  ask: (service) => `Search it as an address at ${service}`,
  asks: (service) => `Your search words then go to ${service}.`,
  failed: "The service does not answer. Try again later.",
  save: { svg: "as SVG", png: "as PNG", geojson: "as GeoJSON with figures" },
  source: (names) => `Source: ${names}`,
  release: (id) => `Release ${id}`,
  finer: "Finer borders are being loaded.",
};

/** The words in the language of the page. */
export function mapWords(voice: Voice): MapWords {
  return voice.language === "en" ? en : nl;
}
