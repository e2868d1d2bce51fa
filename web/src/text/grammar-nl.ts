import { tryPeriod } from "@peil/core/model/period.ts";
import { type Status, status } from "@peil/core/model/status.ts";
import type { Change, Grammar } from "./grammar.ts";
import { periodName } from "./period.ts";
import { percent } from "./unit.ts";
import type { Voice } from "./voice.ts";

const singulars: Readonly<Record<string, string>> = {
  inwoners: "inwoner",
  personen: "persoon",
  huishoudens: "huishouden",
  woningen: "woning",
  gebouwen: "gebouw",
  misdrijven: "misdrijf",
  ongevallen: "ongeval",
  slachtoffers: "slachtoffer",
  vestigingen: "vestiging",
  bedrijven: "bedrijf",
  ondernemingen: "onderneming",
  leerlingen: "leerling",
  vergunningen: "vergunning",
  voertuigen: "voertuig",
  aangiften: "aangifte",
  jobs: "job",
  banen: "baan",
};

function amount(change: Extract<Change, { amount: number }>, voice: Voice): string {
  const number = voice.number(change.amount, change.decimals);
  if (change.kind === "percent") return percent(number, voice);
  if (change.kind === "points") return `${number}\u00a0procentpunt`;
  return number;
}

function direction(up: boolean, counts: boolean): string {
  if (counts) return up ? "meer" : "minder";
  return up ? "hoger" : "lager";
}

function reason(state: Status, parts: number | undefined, voice: Voice): string {
  if (state === status.hidden) return "niet vrijgegeven door de bron";
  if (state === status.private) return "verborgen om de privacy te beschermen";
  if (state === status.notApplicable) return "niet van toepassing";
  if (state === status.notAvailable) return "niet beschikbaar op dit niveau";
  if (state === status.incomplete) return `niet volledig${parts ? `: ${voice.m.table.missingAreas(parts)}` : ""}`;
  return "niet bekend";
}

/** Dutch. */
export const dutch: Grammar = {
  inPeriod(code, voice) {
    const period = tryPeriod(code);
    const name = periodName(code, voice);
    if (period?.level === "quarter" || period?.level === "schoolyear") return `in het ${name}`;
    if (period?.level === "halfyear") return `in de ${name}`;
    return `in ${name}`;
  },
  singular: (unit) => singulars[unit.toLowerCase()],
  counted: (area, period, figure) => `${start(period)} telde ${area} ${figure}`,
  stood: (area, period, figure) => `${start(period)} was het cijfer voor ${area} ${figure}`,
  than(change, counts, voice) {
    if (change.kind === "none") return counts ? "evenveel als" : "even hoog als";
    if (change.kind === "barely") return counts ? "bijna evenveel als" : "bijna even hoog als";
    return `${amount(change, voice)} ${direction(change.up, counts)} dan`;
  },
  missing(area, period, state, parts, voice) {
    if (state === status.empty) return `Voor ${area} is er geen cijfer ${period}.`;
    return `Het cijfer van ${area} ${period} is ${reason(state, parts, voice)}.`;
  },
  noBenchmark: (area) => `Voor ${area} is er geen cijfer om mee te vergelijken.`,
  benchmarkStood: (area, period, figure) => `Ter vergelijking: voor ${area} was het cijfer ${period} ${figure}.`,
  also: (area, figure) => `In ${area} was dat ${figure}.`,
  alsoChanged(area, change, voice) {
    if (change.kind === "none" || change.kind === "barely") return `In ${area} bleef het cijfer in die tijd ongeveer gelijk.`;
    return `In ${area} was er in die tijd een ${change.up ? "stijging" : "daling"} van ${amount(change, voice)}.`;
  },
  beside(area, change, figure, voice) {
    if (change.kind === "none") return `Dat is even hoog als in ${area}.`;
    if (change.kind === "barely") return `Dat is bijna even hoog als in ${area} (${figure}).`;
    return `Dat is ${amount(change, voice)} ${direction(change.up, false)} dan in ${area} (${figure}).`;
  },
  ranks: (area, rank, voice) =>
    `${area} staat ${voice.m.ordinal(rank.position)} van ${voice.number(rank.of)} ${rank.plural}, van hoog naar laag.`,
  holds(area, figures, themes, beside, voice) {
    const what = figures === 1 ? "staat 1 cijfer" : `staan ${voice.number(figures)} cijfers`;
    const where = themes === 1 ? "in 1 thema" : `in ${themes} thema's`;
    const next = beside.length === 0 ? "" : `, naast ${voice.m.list(beside)}`;
    return `Hier ${what} over ${area} ${where}${next}.`;
  },
  top: (area, plural, items, voice) => `${area} hoort bij de eerste vijf ${plural} voor ${voice.m.list(items)}.`,
  topItem: (name, position, voice) => `“${name}” (${voice.m.ordinal(position)})`,
};

function start(period: string): string {
  return period.charAt(0).toUpperCase() + period.slice(1);
}
