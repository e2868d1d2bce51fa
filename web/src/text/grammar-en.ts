import type { Reason } from "@peil/core/model/cube.ts";
import { tryPeriod } from "@peil/core/model/period.ts";
import { type Status, status } from "@peil/core/model/status.ts";
import { capital } from "./area-name.ts";
import type { Change } from "./change.ts";
import type { Grammar, Missing, Mode, Moved } from "./grammar.ts";
import { periodName } from "./period.ts";
import { singularEnglish } from "./units-en.ts";
import type { Voice } from "./voice.ts";

/** What is said of how sure a figure is; it follows the period. A forecast has its own verb. */
const sure: Readonly<Record<Mode, string>> = {
  measured: "",
  provisional: ", according to provisional figures,",
  estimated: ", according to an estimate,",
  forecast: "",
};

const reasons: Readonly<Partial<Record<Reason, string>>> = {
  "not-additive": ": it cannot be added up or averaged",
  "no-weight": ": without a weight it cannot be converted",
  "no-table": ": no table links the areas with figures to it",
  "few-respondents": ": too few people answered",
  merged: ": it cannot be converted to an area that changed",
};

const states: Readonly<Partial<Record<Status, readonly [one: string, several: string]>>> = {
  [status.hidden]: ["has not been released by the source", "have not been released by the source"],
  [status.private]: ["is hidden for privacy", "are hidden for privacy"],
  [status.notApplicable]: ["does not apply", "do not apply"],
};

function state({ status: found, parts, reason }: Missing, several: boolean, voice: Voice): string {
  const be = several ? "are" : "is";
  if (found === status.notAvailable) return `${be} not available${(reason && reasons[reason]) ?? " on this level"}`;
  if (found === status.incomplete) return `${be} not complete${parts ? `: ${voice.m.table.missingAreas(parts)}` : ""}`;
  return states[found]?.[several ? 1 : 0] ?? `${be} not known`;
}

function direction(up: boolean, counts: boolean): string {
  if (counts) return up ? "more" : "fewer";
  return up ? "higher" : "lower";
}

function than(change: Change, amount: string, counts: boolean): string {
  if (change.kind === "none") return counts ? "as many as" : "the same as";
  if (change.kind === "barely") return `about ${counts ? "as many as" : "the same as"}`;
  if (change.kind === "times") return `${amount === "2" ? "twice" : `${amount} times`} as ${counts ? "many" : "high"} as`;
  return `${amount} ${direction(change.up, counts)} than`;
}

/** What a figure did and by how much: *rose* … *by 4.2%*; of a forecast *is expected to rise* … *by 4.2%*. */
function movement({ change, amount, mode }: Moved): { readonly verb: string; readonly rest: string } {
  const verb = (past: string, infinitive: string): string => (mode === "forecast" ? `is expected to ${infinitive}` : past);
  if (change.kind === "none") return { verb: verb("stayed", "stay"), rest: "the same" };
  if (change.kind === "barely") return { verb: verb("stayed", "stay"), rest: "about the same" };
  if (change.kind === "times") return { verb: verb("grew", "grow"), rest: `to ${amount === "2" ? "twice" : `${amount} times`} as much` };
  if (change.up) return { verb: verb("rose", "rise"), rest: `by ${amount}` };
  return { verb: verb("fell", "fall"), rest: `by ${amount}` };
}

/** *rose by 4.2% in Ghent and by 3.9% in Antwerp*: a verb that was said is not said again. */
function movements(items: readonly Moved[]): readonly string[] {
  return items.map((item, at) => {
    const { verb, rest } = movement(item);
    const before = items[at - 1];
    const said = before !== undefined && movement(before).verb === verb;
    return `${said ? "" : `${verb} `}${rest} in ${item.area}`;
  });
}

/** *rose by 4.2%*, behind the name of one area. */
function movedBy(item: Moved): string {
  const { verb, rest } = movement(item);
  return `${verb} ${rest}`;
}

/** English. */
export const english: Grammar = {
  period(code, voice) {
    const period = tryPeriod(code);
    const name = periodName(code, voice);
    return period && period.level !== "year" && period.level !== "month" ? `the ${name}` : name;
  },
  singular: singularEnglish,
  none: (unit) => `no ${unit}`,
  nothing: "none",
  points: (number) => `${number} percentage ${/^1(\.0+)?$/.test(number) ? "point" : "points"}`,
  counted(period, mode, items, voice) {
    const verb = mode === "forecast" ? "is expected to have" : "had";
    const each = items.map(({ area, whole, bare }, at) => (at === 0 ? `${area} ${verb} ${whole}` : `${area} ${bare}`));
    return `${capital(period)}${sure[mode]} ${voice.m.list(each)}`;
  },
  stood(period, mode, items, voice) {
    const verb = mode === "forecast" ? "is expected to be" : "was";
    const [only] = items;
    if (only && items.length === 1) return `${capital(period)}${sure[mode]} the figure for ${only.area} ${verb} ${only.whole}`;
    return `${capital(period)}${sure[mode]} the figure ${verb} ${voice.m.list(items.map(({ area, whole, bare }, at) => `${at === 0 ? whole : bare} for ${area}`))}`;
  },
  flow(kind, from, to) {
    if (kind === "symmetric") return `the flow between ${from} and ${to}`;
    return `the ${kind === "balance" ? "balance" : "flow"} from ${from} to ${to}`;
  },
  flowed: (period, mode, flow, figure) =>
    `${capital(period)}${sure[mode]} ${flow} ${mode === "forecast" ? "is expected to be" : "was"} ${figure}.`,
  than,
  moved(from, to, items, voice) {
    const [only] = items;
    if (only && items.length === 1) return `Between ${from} and ${to} the figure for ${only.area} ${movedBy(only)}.`;
    return `Between ${from} and ${to} the figure ${voice.m.list(movements(items))}.`;
  },
  alsoMoved: (item) => `Over that time the figure for ${item.area} ${movedBy(item)}.`,
  missing(areas, period, missing, voice) {
    const names = voice.m.list(areas);
    const several = areas.length > 1;
    if (missing.status === status.empty) return `There is no figure for ${names} ${period}.`;
    return `The ${several ? "figures" : "figure"} for ${names} ${period} ${state(missing, several, voice)}.`;
  },
  beside: ({ area, change, amount }, figure) =>
    `That is ${than(change, amount, false)} in ${area}${change.kind === "none" ? "" : ` (${figure})`}.`,
  benchmarkCounted: (area, figure, mode) =>
    `By comparison${sure[mode]} ${area} ${mode === "forecast" ? "is expected to have" : "had"} ${figure}.`,
  benchmarkStood: (area, figure, mode) =>
    `By comparison${sure[mode]} the figure for ${area} ${mode === "forecast" ? "is expected to be" : "was"} ${figure}.`,
  tested(area, verdict, figure) {
    if (verdict === "unclear") return `There is no clear difference from ${area} (${figure}).`;
    return `That is clearly ${verdict} than in ${area} (${figure}).`;
  },
  testedSince(period, verdict, figure) {
    if (verdict === "unclear") return `There is no clear difference from ${period} (${figure}).`;
    return `That is clearly ${verdict} than in ${period} (${figure}).`;
  },
  before: (period, figure) => `In ${period} it was ${figure}.`,
  ranks(places, peers, voice) {
    const items = places.map(({ area, position, shared }, at) => {
      const place = `${shared ? "joint " : ""}${voice.m.ordinal(position)}`;
      return at === 0 ? `${capital(area)} ranks ${place}` : `${area} ${place}`;
    });
    const order = peers.first === "highest" ? "from high to low" : "from low to high";
    return `${voice.m.list(items)} out of ${voice.number(peers.of)} ${peers.plural}, ${order}.`;
  },
  between: (area, low, high, level) => `With ${level} certainty the figure for ${area} lies between ${low} and ${high}.`,
  fewAnswers: (area, count) => `The figure for ${area} rests on few answers${count === undefined ? "" : ` (${count})`}.`,
  partial: (area) => `The figure for ${area} is a partial sum: not every area within it has a figure.`,
  converted: (area, earlier, since) =>
    `The ${area === undefined ? "figures" : `figure of ${area}`} for ${earlier} ${area === undefined ? "were" : "was"} converted to the area boundaries from ${since} on.`,
  text: (area, period, text) => `For ${area} ${period} it says “${text}”.`,
  holds(area, figures, themes, beside, voice) {
    const what = figures === 1 ? "There is 1 figure" : `There are ${voice.number(figures)} figures`;
    const where = themes === 1 ? "in 1 theme" : `in ${themes} themes`;
    const next = beside.length === 0 ? "" : `, beside ${voice.m.list(beside)}`;
    return `${what} on ${area} ${where}${next}.`;
  },
  top: (area, plural, items, voice) => `${area} is among the first five ${plural} for ${voice.m.list(items)}.`,
  topItem: (name, position, voice) => `“${name}” (${voice.m.ordinal(position)})`,
};
