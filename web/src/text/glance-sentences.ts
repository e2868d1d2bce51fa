import type { GlanceRow } from "@peil/core/api-glance.ts";
import { capital } from "./area-name.ts";
import { unitOf } from "./unit.ts";
import { unitAfter } from "./unit-after.ts";
import type { Voice } from "./voice.ts";
import { wholeFigure } from "./whole-figure.ts";

/** What the three sentences are made of. */
export type Spoken = {
  /** The area and the benchmark as they stand in a sentence. */
  readonly area: string;
  readonly benchmark: string | undefined;
  /** *gemeenten*: beside whose mean is judged where there is no benchmark. */
  readonly plural: string;
  readonly since: number;
  /** Every indicator once. */
  readonly rows: readonly GlanceRow[];
};

type Items = readonly string[];

type Turns = {
  readonly judged: (area: string, n: number, beside: string, isStrong: boolean, items: string) => string;
  readonly notJudged: (area: string, beside: string, isStrong: boolean) => string;
  readonly unrated: (area: string) => string;
  /** High or low is good for some, but no figure could be held against anything. */
  readonly unjudged: (area: string, isStrong: boolean) => string;
  readonly mean: (plural: string) => string;
  readonly pair: (name: string, own: string, other: string | undefined) => string;
  readonly moved: (name: string, from: string, to: string) => string;
  readonly changed: (years: number, better: Items, worse: Items, counts: Counts, list: (items: Items) => string) => string;
};

type Counts = { readonly better: number; readonly worse: number; readonly other: number; readonly known: number };

const nl: Turns = {
  judged: (area, n, beside, isStrong, items) => {
    const kind = isStrong ? (n === 1 ? "sterk punt" : "sterke punten") : n === 1 ? "aandachtspunt" : "aandachtspunten";
    return `${area} heeft ${n} ${kind} tegenover ${beside}${n === 1 ? ":" : ", het duidelijkst"} ${items}.`;
  },
  notJudged: (area, beside, isStrong) => `${area} heeft geen ${isStrong ? "sterke punten" : "aandachtspunten"} tegenover ${beside}.`,
  unrated: (area) => `Voor ${area} zijn er hier geen cijfers waarvan hoog of laag gunstig is.`,
  unjudged: (area, isStrong) =>
    isStrong
      ? `Voor ${area} is hier geen enkel cijfer te beoordelen: wat gevraagd is, ontbreekt, is verborgen of laat zich niet vergelijken.`
      : `Ook aandachtspunten zijn er voor ${area} hier niet aan te wijzen.`,
  mean: (plural) => `het gemiddelde van de ${plural}`,
  pair: (name, own, other) => `“${name}” (${own}${other === undefined ? "" : ` tegenover ${other}`})`,
  moved: (name, from, to) => `“${name}” (van ${from} naar ${to})`,
  changed: (years, better, worse, counts, list) => {
    const start = `In vergelijking met ${years === 1 ? "een jaar" : `${years} jaar`} eerder`;
    if (counts.known === 0) return `${start} is er geen cijfer waarvan de verandering gekend is.`;
    const others =
      counts.other === 0
        ? ""
        : `${counts.other === 1 ? "1 ander cijfer steeg of daalde" : `${counts.other} andere cijfers stegen of daalden`} duidelijk`;
    if (counts.better + counts.worse === 0)
      return `${start} is geen enkel cijfer duidelijk gunstiger of ongunstiger${others === "" ? "" : `; ${others}`}.`;
    const part = (n: number, word: string, items: Items): string =>
      n === 0 ? `geen enkel ${word}` : `${n} ${word}${n > items.length ? ", zoals" : ":"} ${list(items)}`;
    const verb = counts.better === 1 || counts.better === 0 ? "is" : "zijn";
    const first =
      counts.better === 0
        ? "geen enkel cijfer duidelijk gunstiger"
        : `${counts.better === 1 ? "1 cijfer" : `${counts.better} cijfers`} duidelijk gunstiger${counts.better > better.length ? ", zoals" : ":"} ${list(better)}`;
    return `${start} ${verb} ${first}${counts.worse === 0 ? " en geen enkel ongunstiger" : ` en ${part(counts.worse, "ongunstiger", worse)}`}.`;
  },
};

const en: Turns = {
  judged: (area, n, beside, isStrong, items) => {
    const kind = isStrong ? (n === 1 ? "strength" : "strengths") : n === 1 ? "point of attention" : "points of attention";
    return `${area} has ${n} ${kind} beside ${beside}${n === 1 ? ":" : ", most clearly"} ${items}.`;
  },
  notJudged: (area, beside, isStrong) => `${area} has no ${isStrong ? "strengths" : "points of attention"} beside ${beside}.`,
  unrated: (area) => `For ${area} there are no figures here of which high or low is good.`,
  unjudged: (area, isStrong) =>
    isStrong
      ? `For ${area} no figure can be judged here: what is asked is missing, hidden or cannot be compared.`
      : `Nor can points of attention be pointed out for ${area} here.`,
  mean: (plural) => `the mean of the ${plural}`,
  pair: (name, own, other) => `“${name}” (${own}${other === undefined ? "" : ` against ${other}`})`,
  moved: (name, from, to) => `“${name}” (from ${from} to ${to})`,
  changed: (years, better, worse, counts, list) => {
    const start = `Compared with ${years === 1 ? "a year" : `${years} years`} before,`;
    if (counts.known === 0) return `${start} there is no figure of which the change is known.`;
    const others =
      counts.other === 0 ? "" : `${counts.other === 1 ? "1 other figure" : `${counts.other} other figures`} clearly rose or fell`;
    if (counts.better + counts.worse === 0) return `${start} no figure is clearly better or worse${others === "" ? "" : `; ${others}`}.`;
    const first =
      counts.better === 0
        ? "no figure is clearly better"
        : `${counts.better === 1 ? "1 figure is" : `${counts.better} figures are`} clearly better${counts.better > better.length ? ", such as" : ":"} ${list(better)}`;
    const second =
      counts.worse === 0
        ? "none is worse"
        : `${counts.worse} ${counts.worse === 1 ? "is" : "are"} worse${counts.worse > worse.length ? ", such as" : ":"} ${list(worse)}`;
    return `${start} ${first} and ${second}.`;
  },
};

/** How many figures a sentence names. */
const named = 2;

/**
 * Three sentences that can be said aloud: what is strong, what asks for attention, what changed. They describe and never explain.
 * The figures farthest from the mean are named first.
 */
export function glanceSentences(spoken: Spoken, voice: Voice): readonly [string, string, string] {
  const turns = voice.language === "en" ? en : nl;
  return [
    judgedSentence(spoken, "strength", turns, voice),
    judgedSentence(spoken, "attention", turns, voice),
    changeSentence(spoken, turns, voice),
  ];
}

function judgedSentence(spoken: Spoken, kind: "strength" | "attention", turns: Turns, voice: Voice): string {
  const { area, benchmark, plural, rows } = spoken;
  const beside = benchmark ?? turns.mean(plural);
  const isStrong = kind === "strength";
  const isRated = rows.some((row) => row.verdict !== undefined && (row.rating === "higher" || row.rating === "lower"));
  if (!isRated && rows.some((row) => row.rating === "higher" || row.rating === "lower")) return capital(turns.unjudged(area, isStrong));
  if (!isRated && isStrong) return turns.unrated(area);
  const found = rows.filter((row) => row.judgement === kind).toSorted(byStrength);
  if (found.length === 0) return capital(turns.notJudged(area, beside, isStrong));
  const items = found.slice(0, named).map((row) => {
    const other = row.benchmark.value;
    return turns.pair(
      voice.say(row.indicator.name),
      whole(row, row.cell.value, voice),
      other === undefined ? undefined : voice.number(other, row.decimals),
    );
  });
  return capital(turns.judged(area, found.length, beside, isStrong, voice.m.list(items)));
}

function changeSentence({ rows, since }: Spoken, turns: Turns, voice: Voice): string {
  const better = rows.filter((row) => row.direction === "better").toSorted(byChange);
  const worse = rows.filter((row) => row.direction === "worse").toSorted(byChange);
  const other = rows.filter((row) => row.direction === undefined && (row.movement === "risen" || row.movement === "fallen")).length;
  const known = rows.filter((row) => row.movement !== undefined).length;
  const say = (row: GlanceRow): string =>
    turns.moved(
      voice.say(row.indicator.name),
      voice.number(row.earlier?.cell.value ?? Number.NaN, row.decimals),
      whole(row, row.cell.value, voice),
    );
  const counts = { better: better.length, worse: worse.length, other, known };
  return turns.changed(since, better.slice(0, named).map(say), worse.slice(0, named).map(say), counts, voice.m.list);
}

/** The unit, where the name of the indicator does not say it already. */
export function unitBeside({ indicator }: GlanceRow, voice: Voice): string {
  const unit = unitOf(indicator.unit, voice);
  return unitAfter(voice.say(indicator.name), unit) === "" ? "" : unit;
}

/** A figure with its unit, or bare where the name of the indicator says the unit already: *“Diefstallen per 1.000 inwoners” (7,3)*. */
export function saidOf(row: GlanceRow, value: number, voice: Voice): string {
  const { name, unit } = row.indicator;
  if (unitBeside(row, voice) === "") return voice.number(value, row.decimals);
  return wholeFigure(value, { name, unit, dataType: row.dataType, decimals: row.decimals }, voice);
}

function whole(row: GlanceRow, value: number | undefined, voice: Voice): string {
  return saidOf(row, value ?? Number.NaN, voice);
}

/** How far a judged figure lies: by its z-score; what a test found comes after those. */
export function byStrength(one: GlanceRow, two: GlanceRow): number {
  return sizeOf(two) - sizeOf(one);
}

function sizeOf({ verdict }: GlanceRow): number {
  return verdict?.by === "z-score" ? Math.abs(verdict.z) : 0;
}

/** How far a figure moved beside what counts as a movement. */
export function byChange(one: GlanceRow, two: GlanceRow): number {
  return stepOf(two) - stepOf(one);
}

function stepOf({ moved }: GlanceRow): number {
  return moved?.by === "changes" && moved.threshold > 0 ? Math.abs(moved.change) / moved.threshold : 0;
}
