import { tryPeriod } from "@peil/core/model/period.ts";
import { type Status, status } from "@peil/core/model/status.ts";
import type { Change, Grammar } from "./grammar.ts";
import { periodName } from "./period.ts";
import { percent } from "./unit.ts";
import type { Voice } from "./voice.ts";

const irregular: Readonly<Record<string, string>> = { people: "person", companies: "company", properties: "property" };

function amount(change: Extract<Change, { amount: number }>, voice: Voice): string {
  const number = voice.number(change.amount, change.decimals);
  if (change.kind === "percent") return percent(number, voice);
  if (change.kind === "points") return `${number} percentage ${number === "1" || number === "1.0" ? "point" : "points"}`;
  return number;
}

function direction(up: boolean, counts: boolean): string {
  if (counts) return up ? "more" : "fewer";
  return up ? "higher" : "lower";
}

function reason(state: Status, parts: number | undefined, voice: Voice): string {
  if (state === status.hidden) return "has not been released by the source";
  if (state === status.private) return "is hidden to protect privacy";
  if (state === status.notApplicable) return "does not apply";
  if (state === status.notAvailable) return "is not available on this level";
  if (state === status.incomplete) return `is not complete${parts ? `: ${voice.m.table.missingAreas(parts)}` : ""}`;
  return "is not known";
}

const start = (period: string): string => period.charAt(0).toUpperCase() + period.slice(1);

/** English. */
export const english: Grammar = {
  inPeriod(code, voice) {
    const period = tryPeriod(code);
    const name = periodName(code, voice);
    return period && period.level !== "year" && period.level !== "month" ? `in the ${name}` : `in ${name}`;
  },
  singular(unit) {
    const known = irregular[unit.toLowerCase()];
    if (known) return known;
    return /^[a-z]+s$/.test(unit) ? unit.slice(0, -1) : undefined;
  },
  counted: (area, period, figure) => `${start(period)} ${area} had ${figure}`,
  stood: (area, period, figure) => `${start(period)} the figure for ${area} was ${figure}`,
  than(change, counts, voice) {
    if (change.kind === "none") return counts ? "as many as" : "the same as";
    if (change.kind === "barely") return counts ? "almost as many as" : "almost the same as";
    return `${amount(change, voice)} ${direction(change.up, counts)} than`;
  },
  missing(area, period, state, parts, voice) {
    if (state === status.empty) return `There is no figure for ${area} ${period}.`;
    return `The figure for ${area} ${period} ${reason(state, parts, voice)}.`;
  },
  noBenchmark: (area) => `There is no figure for ${area} to compare with.`,
  benchmarkStood: (area, period, figure) => `By comparison, the figure for ${area} ${period} was ${figure}.`,
  also: (area, figure) => `In ${area} it was ${figure}.`,
  alsoChanged(area, change, voice) {
    if (change.kind === "none" || change.kind === "barely") return `In ${area} the figure stayed about the same over that time.`;
    return `In ${area} there was ${change.up ? "a rise" : "a fall"} of ${amount(change, voice)} over that time.`;
  },
  beside(area, change, figure, voice) {
    if (change.kind === "none") return `That is the same as in ${area}.`;
    if (change.kind === "barely") return `That is almost the same as in ${area} (${figure}).`;
    return `That is ${amount(change, voice)} ${direction(change.up, false)} than in ${area} (${figure}).`;
  },
  ranks: (area, rank, voice) =>
    `${area} ranks ${voice.m.ordinal(rank.position)} out of ${voice.number(rank.of)} ${rank.plural}, from high to low.`,
  holds(area, figures, themes, beside, voice) {
    const what = figures === 1 ? "There is 1 figure" : `There are ${voice.number(figures)} figures`;
    const where = themes === 1 ? "in 1 theme" : `in ${themes} themes`;
    const next = beside.length === 0 ? "" : `, beside ${voice.m.list(beside)}`;
    return `${what} on ${area} ${where}${next}.`;
  },
  top: (area, plural, items, voice) => `${area} is among the first five ${plural} for ${voice.m.list(items)}.`,
  topItem: (name, position, voice) => `“${name}” (${voice.m.ordinal(position)})`,
};
