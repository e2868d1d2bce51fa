import type { DataType } from "@peil/core/model/indicator.ts";
import { type Status, status } from "@peil/core/model/status.ts";
import type { Text } from "@peil/core/model/text.ts";
import { areaInSentence, capital } from "./area-name.ts";
import type { Change, Grammar } from "./grammar.ts";
import { english } from "./grammar-en.ts";
import { dutch } from "./grammar-nl.ts";
import { figure, isMoneyOrMeasure, unitOf } from "./unit.ts";
import type { Voice } from "./voice.ts";

/** A figure of an area at one moment, with an earlier one where there is one. */
export type Spoken = {
  readonly name: Text;
  /** The name as it stands in a sentence, where the site gives one. */
  readonly article?: Text | undefined;
  readonly value?: number | undefined;
  readonly status: Status;
  readonly earlier?: number | undefined;
};

/** What the sentences of an indicator are made of. */
export type Facts = {
  readonly unit: Text;
  readonly dataType: DataType;
  readonly decimals: number;
  readonly period: string;
  readonly earlierPeriod?: string | undefined;
  readonly area: Spoken;
  readonly benchmark?: Spoken | undefined;
  readonly rank?: { readonly position: number; readonly of: number; readonly plural: string } | undefined;
};

function grammarOf(voice: Voice): Grammar {
  return voice.language === "en" ? english : dutch;
}

/** How a figure moved: in points for percentages, in percent for what has a true zero, else as a plain difference. */
export function changeOf(from: number, to: number, dataType: DataType, decimals: number): Change {
  const difference = to - from;
  if (difference === 0) return { kind: "none" };
  const up = difference > 0;
  if (dataType === "percentage") return round("points", difference, Math.max(1, decimals), up);
  if (from > 0 && dataType !== "other") return round("percent", (difference / from) * 100, 1, up);
  return round("plain", difference, decimals, up);
}

function round(kind: "points" | "percent" | "plain", size: number, decimals: number, up: boolean): Change {
  const amount = Math.abs(size);
  return Number(amount.toFixed(decimals)) === 0 ? { kind: "barely" } : { kind, amount, decimals, up };
}

function first(facts: Facts, voice: Voice): string {
  const grammar = grammarOf(voice);
  const { area, dataType, decimals, unit } = facts;
  const name = areaInSentence(area.name, voice, area.article);
  const period = grammar.inPeriod(facts.period, voice);
  if (area.status !== status.value || area.value === undefined) return grammar.missing(name, period, area.status, area.value, voice);
  const unitText = unitOf(unit, voice);
  const counts = dataType === "count" && unitText !== "" && !isMoneyOrMeasure(unitText);
  const spoken = figure(area.value, unit, decimals, voice);
  const countable = counts && (area.value !== 1 || grammar.singular(unitText) !== undefined);
  const one = countable && area.value === 1 ? `${voice.number(1)} ${grammar.singular(unitText) ?? unitText}` : spoken;
  const start = countable ? grammar.counted(name, period, one) : grammar.stood(name, period, spoken);
  return `${start}${since(facts, area, countable, voice)}.`;
}

function since(facts: Facts, of: Spoken, countable: boolean, voice: Voice): string {
  if (of.earlier === undefined || of.value === undefined || facts.earlierPeriod === undefined) return "";
  const grammar = grammarOf(voice);
  const change = changeOf(of.earlier, of.value, facts.dataType, facts.decimals);
  return `, ${grammar.than(change, countable, voice)} ${grammar.inPeriod(facts.earlierPeriod, voice)}`;
}

function second(facts: Facts, voice: Voice): string | undefined {
  const { area, benchmark, dataType, decimals, unit } = facts;
  if (!benchmark || area.value === undefined || area.status !== status.value) return undefined;
  const grammar = grammarOf(voice);
  const name = areaInSentence(benchmark.name, voice, benchmark.article);
  if (benchmark.status !== status.value || benchmark.value === undefined) return grammar.noBenchmark(name);
  const spoken = figure(benchmark.value, unit, decimals, voice);
  if (dataType === "count") {
    if (benchmark.earlier === undefined) return grammar.also(name, spoken);
    return grammar.alsoChanged(name, changeOf(benchmark.earlier, benchmark.value, dataType, decimals), voice);
  }
  const same = voice.number(area.value, decimals) === voice.number(benchmark.value, decimals);
  const change = same ? { kind: "none" as const } : changeOf(benchmark.value, area.value, dataType, decimals);
  return grammar.beside(name, change, spoken, voice);
}

/**
 * One to three sentences that describe a figure and never explain it: how much, how it moved, how it stands
 * beside the benchmark and among its peers. Every number comes from a visible cell.
 */
export function figureSentences(facts: Facts, voice: Voice): readonly string[] {
  const out = [first(facts, voice)];
  const beside = second(facts, voice);
  if (beside) out.push(beside);
  const rank = facts.rank;
  if (rank && rank.of > 1 && facts.area.status === status.value) {
    const name = areaInSentence(facts.area.name, voice, facts.area.article);
    out.push(grammarOf(voice).ranks(capital(name), rank, voice));
  }
  return out;
}

/** Areas of which each has a sentence of its own; the table holds the others. */
const mostSpoken = 4;

/** The sentences about several areas in the same period: one for each, then the benchmark's figure. */
export function severalSentences(all: readonly [Facts, ...Facts[]], voice: Voice): readonly string[] {
  const out = all.slice(0, mostSpoken).map((each) => first(each, voice));
  const [facts] = all;
  const { benchmark, unit, decimals } = facts;
  const known = all.find((each) => each.area.status === status.value && each.area.value !== undefined);
  if (!known || !benchmark) return out;
  const name = areaInSentence(benchmark.name, voice, benchmark.article);
  if (benchmark.status !== status.value || benchmark.value === undefined) return [...out, grammarOf(voice).noBenchmark(name)];
  return [
    ...out,
    grammarOf(voice).benchmarkStood(name, grammarOf(voice).inPeriod(facts.period, voice), figure(benchmark.value, unit, decimals, voice)),
  ];
}

/** What an area's page holds, for its opening. */
export type AreaFacts = {
  readonly name: Text;
  readonly figures: number;
  readonly themes: number;
  readonly beside: readonly Text[];
  /** Indicators on which the area is among the first five, best place first. */
  readonly top: readonly { readonly name: Text; readonly position: number; readonly of: number }[];
  readonly plural: Text;
};

/** One or two sentences that open an area's page. */
export function areaSentences(facts: AreaFacts, voice: Voice): readonly string[] {
  const grammar = grammarOf(voice);
  const name = areaInSentence(facts.name, voice);
  const beside = facts.beside.map((each) => areaInSentence(each, voice));
  const out = [grammar.holds(name, facts.figures, facts.themes, beside, voice)];
  if (facts.top.length > 0) {
    const items = facts.top.map((each) => grammar.topItem(voice.say(each.name), each.position, voice));
    out.push(grammar.top(capital(name), voice.say(facts.plural), items, voice));
  }
  return out;
}
