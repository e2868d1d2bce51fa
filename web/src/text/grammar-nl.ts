import type { Reason } from "@peil/core/model/cube.ts";
import { tryPeriod } from "@peil/core/model/period.ts";
import { type Status, status } from "@peil/core/model/status.ts";
import { capital } from "./area-name.ts";
import type { Change } from "./change.ts";
import type { Grammar, Missing, Mode, Moved } from "./grammar.ts";
import { periodName } from "./period.ts";
import { singularDutch } from "./units-nl.ts";
import type { Voice } from "./voice.ts";

/** What is said of how sure a figure is; it stands before the figure. */
const sure: Readonly<Record<Mode, string>> = {
  measured: "",
  provisional: "volgens voorlopige cijfers ",
  estimated: "naar schatting ",
  forecast: "naar verwachting ",
};

const reasons: Readonly<Partial<Record<Reason, string>>> = {
  "not-additive": ": het kan niet opgeteld of gemiddeld worden",
  "no-weight": ": zonder gewicht kan het niet omgerekend worden",
  "no-table": ": er is geen tabel die de gebieden met cijfers eraan koppelt",
  "few-respondents": ": te weinig mensen antwoordden",
  merged: ": het kan niet omgerekend worden naar een gewijzigd gebied",
};

const states: Readonly<Partial<Record<Status, string>>> = {
  [status.hidden]: "niet vrijgegeven door de bron",
  [status.private]: "verborgen om privacyredenen",
  [status.notApplicable]: "niet van toepassing",
};

function state({ status: found, parts, reason }: Missing, voice: Voice): string {
  if (found === status.notAvailable)
    return reason && reasons[reason] ? `niet beschikbaar${reasons[reason]}` : "niet beschikbaar op dit niveau";
  if (found === status.incomplete) return `niet volledig${parts ? `: ${voice.m.table.missingAreas(parts)}` : ""}`;
  return states[found] ?? "niet bekend";
}

function direction(up: boolean, counts: boolean): string {
  if (counts) return up ? "meer" : "minder";
  return up ? "hoger" : "lager";
}

function than(change: Change, amount: string, counts: boolean): string {
  const much = counts ? "evenveel als" : "even hoog als";
  if (change.kind === "none") return much;
  if (change.kind === "barely") return `ongeveer ${much}`;
  if (change.kind === "times") return `${amount === "2" ? "dubbel" : `${amount} keer`} ${counts ? "zoveel" : "zo hoog"} als`;
  return `${amount} ${direction(change.up, counts)} dan`;
}

/** What a figure did and by how much: *steeg* … *met 4,2 %*; of a forecast *stijgt* … *naar verwachting met 4,2 %*. */
function movement({ change, amount, mode }: Moved): { readonly verb: string; readonly rest: string } {
  const later = mode === "forecast";
  const rest = (text: string): string => `${sure[mode]}${text}`;
  if (change.kind === "none") return { verb: later ? "blijft" : "bleef", rest: rest("gelijk") };
  if (change.kind === "barely") return { verb: later ? "blijft" : "bleef", rest: rest("ongeveer gelijk") };
  if (change.kind === "times")
    return { verb: later ? "groeit" : "groeide", rest: rest(`tot ${amount === "2" ? "het dubbele" : `${amount} keer zoveel`}`) };
  if (change.up) return { verb: later ? "stijgt" : "steeg", rest: rest(`met ${amount}`) };
  return { verb: later ? "daalt" : "daalde", rest: rest(`met ${amount}`) };
}

/** *steeg het cijfer in Gent met 4,2 % en in Antwerpen met 3,9 %*: a verb that was said is not said again. */
function movements(items: readonly Moved[]): readonly string[] {
  return items.map((item, at) => {
    const { verb, rest } = movement(item);
    const before = items[at - 1];
    if (before && movement(before).verb === verb) return `in ${item.area} ${movement({ ...item, mode: "measured" }).rest}`;
    return `${verb} ${at === 0 ? "het cijfer" : "het"} in ${item.area} ${rest}`;
  });
}

/** Dutch. */
export const dutch: Grammar = {
  period(code, voice) {
    const period = tryPeriod(code);
    const name = periodName(code, voice);
    if (period?.level === "quarter" || period?.level === "schoolyear") return `het ${name}`;
    return period?.level === "halfyear" ? `de ${name}` : name;
  },
  singular: singularDutch,
  none: (unit) => `geen ${unit}`,
  nothing: "geen",
  points: (number) => `${number}\u00a0procentpunt`,
  counted(period, mode, items, voice) {
    const [first, ...more] = items.map(({ area, whole, bare }, at) => (at === 0 ? `${area} ${sure[mode]}${whole}` : `${area} ${bare}`));
    const all = more.length === 1 ? `${first}, ${more[0]}` : voice.m.list([first ?? "", ...more]);
    return `${capital(period)} ${mode === "forecast" ? "telt" : "telde"} ${all}`;
  },
  stood(period, mode, items, voice) {
    const each = items.map(({ area, whole, bare }, at) => `voor ${area} ${at === 0 ? sure[mode] + whole : bare}`);
    const all = each.length === 2 ? each.join(", ") : voice.m.list(each);
    return `${capital(period)} ${mode === "forecast" ? "is" : "was"} het cijfer ${all}`;
  },
  flow(kind, from, to) {
    if (kind === "symmetric") return `de stroom tussen ${from} en ${to}`;
    return `${kind === "balance" ? "het saldo" : "de stroom"} van ${from} naar ${to}`;
  },
  flowed: (period, mode, flow, figure) => `${capital(period)} ${mode === "forecast" ? "is" : "was"} ${flow} ${sure[mode]}${figure}.`,
  than,
  moved: (from, to, items, voice) => `Tussen ${from} en ${to} ${voice.m.list(movements(items))}.`,
  alsoMoved: (item) => `In die tijd ${movements([item]).join("")}.`,
  missing(areas, period, missing, voice) {
    const names = voice.m.list(areas);
    if (missing.status === status.empty) return `Voor ${names} is er geen cijfer ${period}.`;
    return `${areas.length > 1 ? "De cijfers" : "Het cijfer"} van ${names} ${period} ${areas.length > 1 ? "zijn" : "is"} ${state(missing, voice)}.`;
  },
  beside: ({ area, change, amount }, figure) =>
    `Dat is ${than(change, amount, false)} in ${area}${change.kind === "none" ? "" : ` (${figure})`}.`,
  benchmarkCounted: (area, figure, mode) => `Ter vergelijking: ${area} ${mode === "forecast" ? "telt" : "telde"} ${sure[mode]}${figure}.`,
  benchmarkStood: (area, figure, mode) => `Ter vergelijking: in ${area} ${mode === "forecast" ? "is" : "was"} het ${sure[mode]}${figure}.`,
  tested(area, verdict, figure) {
    if (verdict === "unclear") return `Er is geen duidelijk verschil met ${area} (${figure}).`;
    return `Dat is duidelijk ${verdict === "higher" ? "hoger" : "lager"} dan in ${area} (${figure}).`;
  },
  testedSince(period, verdict, figure) {
    if (verdict === "unclear") return `Er is geen duidelijk verschil met ${period} (${figure}).`;
    return `Dat is duidelijk ${verdict === "higher" ? "hoger" : "lager"} dan in ${period} (${figure}).`;
  },
  before: (period, figure) => `In ${period} was het ${figure}.`,
  ranks(places, peers, voice) {
    const items = places.map(({ area, position, shared }, at) => {
      const place = `${shared ? "gedeeld " : ""}${voice.m.ordinal(position)}`;
      return at === 0 ? `${capital(area)} staat ${place}` : `${area} ${place}`;
    });
    const order = peers.first === "highest" ? "van hoog naar laag" : "van laag naar hoog";
    return `${voice.m.list(items)} van ${voice.number(peers.of)} ${peers.plural}, ${order}.`;
  },
  between: (area, low, high, level) => `Het cijfer voor ${area} ligt met ${level} zekerheid tussen ${low} en ${high}.`,
  fewAnswers: (area, count) => `Het cijfer voor ${area} steunt op weinig antwoorden${count === undefined ? "" : ` (${count})`}.`,
  partial: (area) => `Het cijfer voor ${area} is een deelsom: niet van elk gebied daarbinnen is er een cijfer.`,
  converted: (area, earlier, since) =>
    `${area === undefined ? "De cijfers van" : `Het cijfer van ${area} voor`} ${earlier} ${area === undefined ? "zijn" : "is"} omgerekend naar de gebiedsindeling vanaf ${since}.`,
  text: (area, period, text) => `Voor ${area} staat er ${period} “${text}”.`,
  holds(area, figures, themes, beside, voice) {
    const what = figures === 1 ? "staat 1 cijfer" : `staan ${voice.number(figures)} cijfers`;
    const where = themes === 1 ? "in 1 thema" : `in ${themes} thema's`;
    const next = beside.length === 0 ? "" : `, naast ${voice.m.list(beside)}`;
    return `Hier ${what} over ${area} ${where}${next}.`;
  },
  top: (area, plural, items, voice) => `${area} hoort bij de eerste vijf ${plural} voor ${voice.m.list(items)}.`,
  topItem: (name, position, voice) => `“${name}” (${voice.m.ordinal(position)})`,
};
