import { drawnEn } from "./drawn-en.ts";
import type { Voice } from "./voice.ts";

/** Ways to measure a distance to the benchmark. */
export type DistanceCode = "deviation" | "index";

/** What drawings say of themselves, and what can be set of them. */
export type DrawnWords = {
  /** Starts the description of a drawing: what it is, of what, where and when; the last two may be empty. */
  readonly alt: (kind: string, name: string, area: string, period: string) => string;
  readonly kinds: {
    readonly single: string;
    readonly beside: string;
    readonly grouped: string;
    readonly stacked: string;
    readonly stacked100: string;
    readonly area: string;
    readonly pie: string;
    readonly ring: string;
    readonly pyramid: string;
    readonly slope: string;
    readonly multiples: string;
    readonly profileBar: string;
    readonly profileWheel: string;
    readonly radar: string;
    readonly dots: string;
    readonly heat: string;
    readonly line: string;
  };
  /** One figure of a description. */
  readonly item: (label: string, value: string) => string;
  readonly more: (n: number) => string;
  readonly hiddenCount: (n: number) => string;
  readonly missingCount: (n: number) => string;
  readonly hidden: string;
  readonly missing: string;
  readonly noFigures: string;
  readonly allEqual: string;
  readonly highest: (label: string, area: string) => string;
  readonly highestShown: (label: string, area: string) => string;
  readonly largest: (part: string, area: string, share: string) => string;
  readonly total: string;
  readonly share: string;
  readonly shareOfTotal: string;
  readonly number: string;
  readonly excerpt: (shown: number, all: number) => string;
  readonly skipped: (n: number) => string;
  readonly columnsLeft: string;
  readonly patterns: string;
  readonly latest: (shown: number) => string;
  readonly tooLarge: (names: string) => string;
  readonly behind: (front: string, behind: string) => string;
  readonly higherThan: (n: number, of: number, against: string) => string;
  readonly topics: (n: number, area: string) => string;
  readonly fromTo: (from: string, to: string) => string;
  readonly slopeTitle: (up: number, down: number, same: number, from: string, to: string) => string;
  readonly slopeOne: (label: string, from: string, to: string) => string;
  readonly sides: (left: string, right: string) => string;
  readonly outline: (name: string) => string;
  readonly farthest: (area: string, base: string, indicator: string) => string;
  readonly nothingFar: (area: string, base: string) => string;
  readonly compared: (area: string, base: string) => string;
  readonly againstShort: (base: string) => string;
  readonly inBrackets: (area: string, base: string) => string;
  readonly circle: (base: string) => string;
  readonly fromMiddle: string;
  readonly sortFar: string;
  readonly better: string;
  readonly worse: string;
  readonly uncertain: string;
  readonly distance: Readonly<Record<DistanceCode, string>>;
  readonly meanOfAreas: string;
  readonly margin: (value: string, low: string, high: string) => string;
  readonly marginNote: (level: string) => string;
  readonly overlapTitle: (high: string, low: string) => string;
  readonly apartTitle: (high: string, low: string) => string;
  readonly perPanel: string;
  readonly sharedScale: string;
  readonly leftAxis: (unit: string) => string;
  readonly rightAxis: (unit: string) => string;
  readonly classes: (low: string, high: string) => string;
  readonly perRow: string;
  readonly perColumn: string;
  readonly rows: string;
  readonly labels: string;
  readonly trend: string;
  readonly sort: string;
  readonly sorts: Readonly<Record<"given" | "high" | "low" | "name", string>>;
  readonly direction: string;
  readonly directions: Readonly<Record<"across" | "up", string>>;
  readonly against: string;
  readonly nothing: string;
  readonly measure: string;
  readonly parts: string;
  readonly rest: string;
  readonly from: string;
  readonly to: string;
  readonly axes: string;
  readonly axesOf: Readonly<Record<"one" | "two", string>>;
  readonly colours: string;
  readonly coloursOf: Readonly<Record<"all" | "row" | "column", string>>;
  readonly scale: string;
  readonly scales: Readonly<Record<"shared" | "own", string>>;
  readonly panels: string;
  readonly severalNames: (first: string, more: number) => string;
  readonly indicator: string;
  readonly unit: string;
  readonly rowsLeft: (shown: string, all: string) => string;
};

const listed = (parts: readonly string[]): string => parts.filter((each) => each !== "").join(", ");

const nl: DrawnWords = {
  alt: (kind, name, area, period) => `${kind} van ${name}${area === "" ? "" : ` in ${area}`}${period === "" ? "" : `, ${period}`}.`,
  kinds: {
    single: "Eén cijfer",
    beside: "Staafgrafiek met een vergelijking",
    grouped: "Staafgrafiek in groepen",
    stacked: "Gestapelde staafgrafiek",
    stacked100: "Staafgrafiek met aandelen tot 100 %",
    area: "Vlakgrafiek",
    pie: "Taartgrafiek",
    ring: "Ringgrafiek",
    pyramid: "Piramide",
    slope: "Grafiek van toen en nu",
    multiples: "Kleine grafieken",
    profileBar: "Profiel met staven",
    profileWheel: "Profiel in een cirkel",
    radar: "Radargrafiek",
    dots: "Punten met foutenmarge",
    heat: "Warmtetabel",
    line: "Lijngrafiek",
  },
  item: (label, value) => `${label}: ${value}.`,
  more: (n) => `Nog ${n} in de tabel.`,
  hiddenCount: (n) => (n === 1 ? "1 cijfer is verborgen." : `${n} cijfers zijn verborgen.`),
  missingCount: (n) => (n === 1 ? "Er ontbreekt 1 cijfer." : `Er ontbreken ${n} cijfers.`),
  hidden: "verborgen",
  missing: "geen cijfer",
  noFigures: "Geen cijfers om te tonen",
  allEqual: "Alle cijfers zijn gelijk",
  highest: (label, area) => (area === "" ? `Het hoogste cijfer: ${label}` : `Het hoogste cijfer in ${area}: ${label}`),
  highestShown: (label, area) =>
    area === "" ? `Het hoogste cijfer dat getoond mag worden: ${label}` : `Het hoogste cijfer dat getoond mag worden in ${area}: ${label}`,
  largest: (part, area, share) =>
    area === "" ? `Het grootste deel: ${part}, ${share}` : `Het grootste deel in ${area}: ${part}, ${share}`,
  total: "totaal",
  share: "aandeel",
  shareOfTotal: "in % van het totaal",
  number: "aantal",
  excerpt: (shown, all) => `${shown} van de ${all} staan hier; de tabel heeft ze alle.`,
  skipped: (n) => `… ${n} ertussen`,
  columnsLeft: "Niet alle kolommen passen op elk scherm; de tabel heeft ze alle.",
  patterns: "Gearceerd is verborgen, gestippeld is geen cijfer.",
  latest: (shown) => `De laatste ${shown} periodes staan hier; de tabel heeft ze alle.`,
  tooLarge: (names) => `Niet op deze schaal: ${names}. De cijfers staan in de tabel.`,
  behind: (front, behind) => `Smal en donker: ${front}. Breed en licht erachter: ${behind}.`,
  higherThan: (n, of, against) => `${n} van de ${of} cijfers ${n === 1 ? "is" : "zijn"} hoger dan in ${against}`,
  topics: (n, area) => (area === "" ? `${n} onderwerpen naast elkaar` : `${n} onderwerpen in ${area}`),
  fromTo: (from, to) => `van ${from} tot ${to}`,
  slopeTitle: (up, down, same, from, to) =>
    `Van ${from} tot ${to}: ${listed([`${up} hoger`, `${down} lager`, same > 0 ? `${same} gelijk` : ""])}`,
  slopeOne: (label, from, to) => `${label}: van ${from} naar ${to}`,
  sides: (left, right) => `links ${left}, rechts ${right}`,
  outline: (name) => `Omtrek: ${name}`,
  farthest: (area, base, indicator) => `${area} ligt het verst van ${base} bij: ${indicator}`,
  nothingFar: (area, base) => `${area} is gelijk aan ${base}`,
  distance: { deviation: "verschil in standaardafwijkingen", index: "index, vergelijking = 100" },
  compared: (area, base) => (base === "" ? area : `${area} naast ${base}`),
  againstShort: (base) => `naast ${base}`,
  inBrackets: (area, base) => `Het cijfer van ${area}, tussen haakjes dat van ${base}.`,
  circle: (base) => `De binnenste cirkel is ${base}: verder naar buiten is hoger, naar binnen is lager.`,
  fromMiddle: "Het midden is nul; de buitenste cirkel is het hoogste cijfer.",
  sortFar: "het verst van de vergelijking eerst",
  better: "gunstiger",
  worse: "minder gunstig",
  uncertain: "marges overlappen",
  meanOfAreas: "het gemiddelde van deze gebieden",
  margin: (value, low, high) => `${value} (${low} tot ${high})`,
  marginNote: (level) => `De streep is de foutenmarge (${level} betrouwbaarheid). Waar strepen overlappen kan een verschil toeval zijn.`,
  overlapTitle: (high, low) => `De foutenmarges van ${high} en ${low} overlappen`,
  apartTitle: (high, low) => `Het hoogste cijfer: ${high}; het laagste: ${low}`,
  perPanel: "Elke grafiek heeft een eigen schaal.",
  sharedScale: "Alle grafieken hebben dezelfde schaal.",
  leftAxis: (unit) => `← ${unit}`,
  rightAxis: (unit) => `${unit} →`,
  classes: (low, high) => `van ${low} (licht) tot ${high} (donker)`,
  perRow: "Licht is laag en donker is hoog, per rij.",
  perColumn: "Licht is laag en donker is hoog, per kolom.",
  rows: "Rijen",
  labels: "Cijfers tonen",
  trend: "Evolutie tonen",
  sort: "Volgorde",
  sorts: { given: "zoals in de tabel", high: "van hoog naar laag", low: "van laag naar hoog", name: "op naam" },
  direction: "Richting",
  directions: { across: "liggend", up: "staand" },
  against: "Vergelijken met",
  nothing: "niets",
  measure: "Uitgedrukt in",
  parts: "Aantal delen",
  rest: "overige",
  from: "Van",
  to: "Tot",
  axes: "Assen",
  axesOf: { one: "één as", two: "twee assen" },
  colours: "Kleuren",
  coloursOf: { all: "over alle cijfers", row: "per rij", column: "per kolom" },
  scale: "Schaal",
  scales: { shared: "dezelfde voor alle", own: "elk een eigen" },
  panels: "Grafieken",
  severalNames: (first, more) => `${first} en ${more} andere`,
  indicator: "Onderwerp",
  unit: "Eenheid",
  rowsLeft: (shown, all) => `Hier staan ${shown} van ${all} rijen. Het gegevensbestand heeft ze alle.`,
};

/** The words in the language of the page. */
export function drawnWords(voice: Voice): DrawnWords {
  return voice.language === "en" ? drawnEn : nl;
}
