import type { Voice } from "./voice.ts";

/** What a table that can be turned says in Dutch. */
const nl = {
  rows: "Rijen",
  columns: "Kolommen",
  sort: "Sorteren op",
  asIs: "zoals het staat",
  name: "naam",
  sortBy: "Sorteer",
  order: "Volgorde",
  down: "van hoog naar laag",
  up: "van laag naar hoog",
  totals: "Totalen",
  total: "Totaal",
  noTotal: "geen totaal: niet alle delen zijn zichtbaar",
  noTotals: "Totalen zijn er niet: deze cijfers tellen niet op.",
  colour: "Cellen kleuren volgens klasse",
  shades: "Kleur: vijf klassen per onderwerp, van licht (laag) naar donker (hoog).",
  title: "Alle cijfers",
  caption: (what: string, by: string) => (by === "" ? what : `${what}, volgens ${by}`),
  more: (shown: string, all: string) => `De eerste ${shown} van ${all} rijen. Kies minder gebieden, of download alles.`,
};

/** The same in English. */
const en: typeof nl = {
  rows: "Rows",
  columns: "Columns",
  sort: "Sort by",
  asIs: "as it stands",
  name: "name",
  sortBy: "Sort",
  order: "Order",
  down: "from high to low",
  up: "from low to high",
  totals: "Totals",
  total: "Total",
  noTotal: "no total: not all parts are visible",
  noTotals: "There are no totals: these figures do not add up.",
  colour: "Shade cells by class",
  shades: "Colour: five classes for each indicator, from light (low) to dark (high).",
  title: "All figures",
  caption: (what, by) => (by === "" ? what : `${what}, by ${by}`),
  more: (shown, all) => `The first ${shown} of ${all} rows. Choose fewer areas, or download everything.`,
};

/** What a table that can be turned says. */
export function pivotWords(voice: Voice): typeof nl {
  return voice.language === "en" ? en : nl;
}
