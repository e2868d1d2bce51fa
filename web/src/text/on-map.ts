import type { Voice } from "./voice.ts";

const areas = (n: number): string => (n === 1 ? "1 gebied" : `${n} gebieden`);
const places = (n: number): string => (n === 1 ? "1 area" : `${n} areas`);

/** What drawings on a map say in Dutch, and those of flows and parts. */
const nl = {
  symbolsAlt: (name: string, period: string, n: string) =>
    `Kaart met cirkels: ${name} in ${period} voor ${n} gebieden. De oppervlakte van een cirkel volgt het cijfer.`,
  largest: (area: string) => `${area} heeft het hoogste cijfer`,
  largestShown: (area: string) => `Van wat getoond mag worden heeft ${area} het hoogste cijfer`,
  sized: "De oppervlakte van een cirkel volgt het cijfer.",
  pies: (name: string, period: string, n: string, parts: string) =>
    `Kaart met taarten: ${name} in ${period} voor ${n} gebieden, verdeeld in ${parts}.`,
  piesTitle: (part: string, n: number, all: number) =>
    `In ${n === all ? `alle ${areas(all)}` : `${n} van de ${areas(all)}`} is ${part} het grootste deel`,
  bars: (name: string, period: string, n: string, parts: string) =>
    `Kaart met staven: ${name} in ${period} voor ${n} gebieden, met staven voor ${parts}.`,
  barsTitle: (part: string, n: number, all: number) =>
    `In ${n === all ? `alle ${areas(all)}` : `${n} van de ${areas(all)}`} is de staaf van ${part} de hoogste`,
  parts: "Delen",
  around: "Volgorde: met de klok mee, vanaf boven.",
  leftToRight: "Volgorde: van links naar rechts.",
  barScale: (value: string) => `Een staaf van deze hoogte is ${value}.`,
  bySize: "Grootte volgens het totaal",
  share: (part: string, value: string) => `${part} ${value}`,
  ofArea: (area: string, parts: string) => `${area}: ${parts}.`,
  hidden: "verborgen",
  missing: "geen volledig cijfer",
  chart: "Grafiek",
  triptychAlt: (parts: string) => `Kaart, grafiek en tabel van hetzelfde cijfer. ${parts}`,
  treemapAlt: (name: string, where: string, period: string, n: string) =>
    `Vlakverdeling van ${name}, ${where}, ${period}: ${n} delen. De oppervlakte van een vlak volgt het cijfer.`,
  treemapTitle: (part: string, share: string) => `${part} is het grootste deel: ${share}`,
  part: (part: string, value: string, share: string) => `${part}: ${value} (${share}).`,
  small: (names: string, share: string) => `Te klein voor een naam in de tekening: ${names}; samen ${share}.`,
  smallMany: (n: string, share: string) => `Te klein voor een naam in de tekening: ${n} delen; samen ${share}. Ze staan in de tabel.`,
  flowAlt: (name: string, period: string, n: string, all: string) =>
    `Stromenkaart van ${name} in ${period}: de ${n} grootste van ${all} stromen. Een pijl wijst waar de stroom naartoe gaat; de dikte volgt het cijfer.`,
  flowAltOne: (name: string, period: string) => `Stromenkaart van ${name} in ${period}: de pijl wijst waar de stroom naartoe gaat.`,
  from: (a: string, b: string, value: string) => `Van ${a} naar ${b}: ${value}.`,
  between: (a: string, b: string, value: string) => `Tussen ${a} en ${b}: ${value}.`,
  flowTitle: (a: string, b: string) => `De grootste stroom gaat van ${a} naar ${b}`,
  flowTitleShown: (a: string, b: string) => `Van wat getoond mag worden gaat de grootste stroom van ${a} naar ${b}`,
  flowTitleBoth: (a: string, b: string) => `Het grootste cijfer is dat tussen ${a} en ${b}`,
  flowTop: "Aantal stromen",
  flowFoot: (n: string, all: string) => `Getekend: de ${n} grootste van ${all} stromen. De tabel heeft ze allemaal.`,
  flowAll: "De dikte van een pijl volgt het cijfer.",
  noPlace: (names: string) => `Niet op de kaart, want zonder plaats erop: ${names}.`,
  hiddenFlows: (n: number) => (n === 1 ? "1 stroom is verborgen en niet getekend." : `${n} stromen zijn verborgen en niet getekend.`),
  negative: "Een pijl wijst naar wie wint.",
  matrixAlt: (name: string, period: string) => `Tabel van ${name} in ${period}, van rij naar kolom.`,
  fromTo: "van ↓ naar →",
  toFrom: "naar ↓ van →",
  withWhom: "gebied ↓ met →",
  within: "blijft binnen het gebied",
};

/** The same in English. */
const en: typeof nl = {
  symbolsAlt: (name, period, n) => `Map with circles: ${name} in ${period} for ${n} areas. The surface of a circle follows the figure.`,
  largest: (area) => `${area} has the highest figure`,
  largestShown: (area) => `Of what may be shown ${area} has the highest figure`,
  sized: "The surface of a circle follows the figure.",
  pies: (name, period, n, parts) => `Map with pies: ${name} in ${period} for ${n} areas, divided into ${parts}.`,
  piesTitle: (part, n, all) => `In ${n === all ? `all ${places(all)}` : `${n} of the ${places(all)}`} ${part} is the largest part`,
  bars: (name, period, n, parts) => `Map with bars: ${name} in ${period} for ${n} areas, with bars for ${parts}.`,
  barsTitle: (part, n, all) => `In ${n === all ? `all ${places(all)}` : `${n} of the ${places(all)}`} the bar of ${part} is the highest`,
  parts: "Parts",
  around: "Order: clockwise from the top.",
  leftToRight: "Order: from left to right.",
  barScale: (value) => `A bar of this height is ${value}.`,
  bySize: "Size by the total",
  share: (part, value) => `${part} ${value}`,
  ofArea: (area, parts) => `${area}: ${parts}.`,
  hidden: "hidden",
  missing: "no complete figure",
  chart: "Chart",
  triptychAlt: (parts) => `Map, chart and table of the same figure. ${parts}`,
  treemapAlt: (name, where, period, n) => `Treemap of ${name}, ${where}, ${period}: ${n} parts. The surface of a part follows the figure.`,
  treemapTitle: (part, share) => `${part} is the largest part: ${share}`,
  part: (part, value, share) => `${part}: ${value} (${share}).`,
  small: (names, share) => `Too small for a name in the drawing: ${names}; together ${share}.`,
  smallMany: (n, share) => `Too small for a name in the drawing: ${n} parts; together ${share}. They stand in the table.`,
  flowAlt: (name, period, n, all) =>
    `Flow map of ${name} in ${period}: the ${n} largest of ${all} flows. An arrow points where the flow goes; its width follows the figure.`,
  flowAltOne: (name, period) => `Flow map of ${name} in ${period}: the arrow points where the flow goes.`,
  from: (a, b, value) => `From ${a} to ${b}: ${value}.`,
  between: (a, b, value) => `Between ${a} and ${b}: ${value}.`,
  flowTitle: (a, b) => `The largest flow goes from ${a} to ${b}`,
  flowTitleShown: (a, b) => `Of what may be shown the largest flow goes from ${a} to ${b}`,
  flowTitleBoth: (a, b) => `The largest figure is that between ${a} and ${b}`,
  flowTop: "Number of flows",
  flowFoot: (n, all) => `Drawn: the ${n} largest of ${all} flows. The table has them all.`,
  flowAll: "The width of an arrow follows the figure.",
  noPlace: (names) => `Not on the map, since they have no place on it: ${names}.`,
  hiddenFlows: (n) => (n === 1 ? "1 flow is hidden and not drawn." : `${n} flows are hidden and not drawn.`),
  negative: "An arrow points to who gains.",
  matrixAlt: (name, period) => `Table of ${name} in ${period}, from row to column.`,
  fromTo: "from ↓ to →",
  toFrom: "to ↓ from →",
  withWhom: "area ↓ with →",
  within: "stays within the area",
};

/** What drawings on a map, of flows and of parts say. */
export function onMapWords(voice: Voice): typeof nl {
  return voice.language === "en" ? en : nl;
}
