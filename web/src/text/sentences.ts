import type { Cube, Reason } from "@peil/core/model/cube.ts";
import type { Text } from "@peil/core/model/text.ts";
import { axisOf, lastPeriodWithFigures } from "../presentations/reading.ts";
import { changeOf, writtenChange } from "./change.ts";
import { flowSentence } from "./flow-sentence.ts";
import type { Grammar, Moved, Said, Verdict } from "./grammar.ts";
import { grammarOf } from "./grammar-of.ts";
import { periodAsNumber } from "./period.ts";
import { asksAnother, type Facts, type Item, itemOf, placesOf } from "./spoken.ts";
import { figure, unitOf } from "./unit.ts";
import type { Voice } from "./voice.ts";
import { countsThings, wholeFigure } from "./whole-figure.ts";

/** What a sentence is about. */
export type SentenceKind = "value" | "missing" | "change" | "uncertainty" | "caution" | "converted" | "comparison" | "rank";
/** A sentence, with its capital and its full stop. */
export type Sentence = { readonly kind: SentenceKind; readonly text: string };

/** What is to be said of a cube. Areas, periods and members are positions on its axes. */
export type Asked = {
  readonly facts: Facts;
  readonly voice: Voice;
  /** Default: the areas that are not there to compare with, else the first that is. */
  readonly areas?: readonly number[] | undefined;
  /** Default: the first area that is there to compare with; `none` for no comparison. */
  readonly benchmark?: number | "none" | undefined;
  /** Default: the last period with a measured figure. */
  readonly period?: number | undefined;
  /** The period that the change is measured from. Default: no change is said. */
  readonly earlier?: number | undefined;
  readonly members?: readonly number[] | undefined;
  /** All areas of the level in the same period, to rank among, and what they are called together. */
  readonly all?: Cube | undefined;
  readonly plural?: Text | undefined;
  /** For survey figures of one area: what the test says of the difference with the benchmark, and with the earlier period. */
  readonly verdict?: Verdict | undefined;
  readonly verdictSince?: Verdict | undefined;
  /** Why there is no figure on this level. */
  readonly reason?: Reason | undefined;
  /** Only these kinds. Default: all. */
  readonly say?: readonly SentenceKind[] | undefined;
};

/** Areas of which each is spoken of; the table holds the others. */
const mostSpoken = 4;

/** A question with everything looked up. */
type Scene = {
  readonly asked: Asked;
  readonly grammar: Grammar;
  readonly facts: Facts;
  readonly voice: Voice;
  readonly items: readonly Item[];
  /** The items with a figure. */
  readonly known: readonly Item[];
  readonly benchmark: Item | undefined;
  readonly period: string;
  readonly earlier: string | undefined;
  /** *in 2020* */
  readonly when: string;
  readonly isSurvey: boolean;
  says(kind: SentenceKind): boolean;
};

function defaultAreas(cube: Cube): readonly number[] {
  const areas = axisOf(cube, "area").members;
  const own = areas.flatMap((each, at) => (each.compare || each.pseudo ? [] : [at]));
  return own.length > 0 || areas.length === 0 ? own : [0];
}

function sceneOf(cube: Cube, asked: Asked): Scene {
  const { facts, voice, members } = asked;
  const areas = (asked.areas ?? defaultAreas(cube)).slice(0, mostSpoken);
  const period = asked.period ?? Math.max(0, ...areas.map((each) => lastPeriodWithFigures(cube, each)));
  const codes = axisOf(cube, "period").members.map((each) => each.code);
  const earlier = asksAnother(facts, codes[asked.earlier ?? -1] ?? "9", codes[period] ?? "") ? undefined : asked.earlier;
  const at = (area: number): Item | undefined => itemOf(cube, { area, period, earlier, members }, facts, voice);
  const beside =
    asked.benchmark ?? axisOf(cube, "area").members.findIndex((each, index) => each.compare === true && !areas.includes(index));
  const items = areas.flatMap((each) => at(each) ?? []);
  const grammar = grammarOf(voice);
  return {
    asked,
    grammar,
    facts,
    voice,
    items,
    known: items.filter((each) => each.cell.value !== undefined),
    benchmark: beside === "none" ? undefined : at(beside),
    period: codes[period] ?? "",
    earlier: earlier === undefined ? undefined : codes[earlier],
    when: `in ${grammar.period(codes[period] ?? "", voice)}`,
    isSurvey: facts.kind === "survey",
    says: (kind) => asked.say?.includes(kind) ?? true,
  };
}

function said(item: Item, scene: Scene): Said {
  const value = item.cell.value ?? Number.NaN;
  const things = countsThings(scene.facts, scene.voice);
  const text = wholeFigure(value, scene.facts, scene.voice);
  const number = scene.voice.number(value, scene.facts.decimals);
  const bare = things && value === 0 ? scene.grammar.nothing : unitOf(scene.facts.unit, scene.voice) === "%" ? text : number;
  return { area: item.name, whole: text, bare };
}

function moved(item: Item, from: number, to: number, scene: Scene): Moved {
  const change = changeOf(from, to, scene.facts);
  const mode = item.mode === "forecast" || !scene.says("value") ? item.mode : "measured";
  return { area: item.name, mode, change, amount: writtenChange(change, scene.facts, scene.grammar, scene.voice) };
}

function changeSince(item: Item, scene: Scene): Moved | undefined {
  const { value } = item.cell;
  return item.earlier === undefined || value === undefined ? undefined : moved(item, item.earlier, value, scene);
}

/** One area of a register: its change stands behind its figure. */
function isTail({ known, isSurvey, earlier, says }: Scene): boolean {
  return known.length === 1 && !isSurvey && earlier !== undefined && says("value") && says("change");
}

function values(scene: Scene): readonly string[] {
  const { grammar, voice, when, known } = scene;
  return [...Map.groupBy(known, (each) => each.mode)].map(([mode, items]) => {
    const things = countsThings(scene.facts, scene.voice);
    const clause = (things ? grammar.counted : grammar.stood)(
      when,
      mode,
      items.map((each) => said(each, scene)),
      voice,
    );
    const [only] = items;
    const change = only && isTail(scene) ? changeSince(only, scene) : undefined;
    const then = change
      ? `${/\d$/.test(clause) ? ":" : ","} ${grammar.than(change.change, change.amount, things)} in ${grammar.period(scene.earlier ?? "", voice)}`
      : "";
    return `${clause}${then}.`;
  });
}

function missing({ items, grammar, when, voice, asked }: Scene): readonly string[] {
  const without = items.filter((each) => each.cell.value === undefined && each.cell.text === undefined);
  return [...Map.groupBy(without, ({ cell }) => `${cell.status}:${cell.missing ?? ""}:${cell.tooFew ?? ""}`).values()].map((same) => {
    const { status, missing: parts, tooFew } = same[0]?.cell ?? without[0]?.cell ?? { status: 1 };
    const names = same.map((each) => each.name);
    return grammar.missing(names, when, { status, parts, reason: tooFew ? "few-respondents" : asked.reason }, voice);
  });
}

function changes(scene: Scene): readonly string[] {
  const { earlier, known, grammar, facts, voice, isSurvey, asked } = scene;
  if (earlier === undefined || isTail(scene)) return [];
  const then = grammar.period(earlier, voice);
  if (!isSurvey) {
    const items = known.flatMap((each) => changeSince(each, scene) ?? []);
    return items.length === 0 ? [] : [grammar.moved(then, grammar.period(scene.period, voice), items, voice)];
  }
  const [only, ...more] = known;
  if (only?.earlier === undefined || more.length > 0) return [];
  const figure = wholeFigure(only.earlier, facts, voice);
  return [asked.verdictSince ? grammar.testedSince(then, asked.verdictSince, figure) : grammar.before(then, figure)];
}

/** Says that the earlier figure was converted, where the division of areas changed since. */
function converted({ earlier, period, known, facts, grammar, voice }: Scene): readonly string[] {
  const own = known.filter((each) => each.earlier !== undefined && !each.member.compare);
  const [from, to] = [periodAsNumber(earlier ?? ""), periodAsNumber(period)];
  if (earlier === undefined || from === undefined || to === undefined || own.length === 0) return [];
  const last = facts.breaks?.findLast((each) => {
    const at = periodAsNumber(each.period);
    return at !== undefined && from < at && at <= to;
  });
  if (!last) return [];
  return [
    grammar.converted(own.length === 1 ? own[0]?.name : undefined, grammar.period(earlier, voice), grammar.period(last.period, voice)),
  ];
}

function uncertainty({ known, voice, facts, grammar }: Scene): readonly string[] {
  const write = (value: number): string => figure(value, facts.unit, facts.decimals, voice);
  return known.flatMap(({ name, bounds }) => {
    if (!bounds) return [];
    const level = figure(bounds.level, { nl: "%" }, 0, voice);
    return [grammar.between(name, write(bounds.low), write(bounds.high), level)];
  });
}

function cautions({ known, voice, grammar }: Scene): readonly string[] {
  return known.flatMap(({ name, isPartial, hasFewAnswers, respondents }) => {
    const count = respondents === undefined ? undefined : voice.number(respondents);
    return [...(isPartial ? [grammar.partial(name)] : []), ...(hasFewAnswers ? [grammar.fewAnswers(name, count)] : [])];
  });
}

function comparison(scene: Scene): readonly string[] {
  const { benchmark, known, grammar, voice, when, facts, isSurvey, asked } = scene;
  const [only, ...more] = known;
  if (!benchmark || !only) return [];
  const { value } = benchmark.cell;
  if (value === undefined)
    return [grammar.missing([benchmark.name], when, { status: benchmark.cell.status, parts: benchmark.cell.missing }, voice)];
  const spoken = wholeFigure(value, scene.facts, scene.voice);
  const stands = countsThings(scene.facts, scene.voice) ? grammar.benchmarkCounted : grammar.benchmarkStood;
  // How sure the figures are was said with the first of them.
  const mode = benchmark.mode === only.mode && only.mode !== "forecast" ? "measured" : benchmark.mode;
  const plain = [stands(benchmark.name, spoken, mode)];
  if (more.length > 0 || scene.items.length > 1) return plain;
  if (isSurvey) return asked.verdict ? [grammar.tested(benchmark.name, asked.verdict, spoken)] : plain;
  if (facts.dataType !== "count") return [grammar.beside(moved(benchmark, value, only.cell.value ?? Number.NaN, scene), spoken)];
  const change = only.earlier === undefined ? undefined : changeSince(benchmark, scene);
  return change && isTail(scene) ? [grammar.alsoMoved(change)] : plain;
}

function ranking({ asked, known, isSurvey, facts, period, grammar, voice }: Scene): readonly string[] {
  const { all, plural } = asked;
  if (!all || !plural || isSurvey) return [];
  const found = placesOf(all, period, known, facts.rating);
  return found ? [grammar.ranks(found.places, { ...found.peers, plural: voice.say(plural) }, voice)] : [];
}

function texts({ items, grammar, when }: Scene): readonly string[] {
  return items.flatMap(({ name, cell }) => (cell.text === undefined ? [] : [grammar.text(name, when, cell.text)]));
}

/**
 * Short sentences that describe the figures of a cube and never explain them: how much, how it moved, how it stands beside the
 * benchmark and among its peers, and why a figure is not there. Every number comes from a visible cell; of survey figures only what
 * a test says is said of a difference. Areas beyond the fourth are left to the table.
 */
export function sentencesOf(cube: Cube, asked: Asked): readonly Sentence[] {
  if (cube.axes.filter((each) => each.role === "area").length > 1) return flowSentence(cube, asked);
  const scene = sceneOf(cube, asked);
  const parts: readonly (readonly [SentenceKind, (scene: Scene) => readonly string[]])[] = [
    ["value", texts],
    ["value", (each) => (each.known.length > 0 ? values(each) : [])],
    ["change", changes],
    ["comparison", comparison],
    ["uncertainty", uncertainty],
    ["caution", cautions],
    ["converted", converted],
    ["rank", ranking],
    ["missing", missing],
  ];
  return parts.flatMap(([kind, make]) => (scene.says(kind) ? make(scene).map((text) => ({ kind, text })) : []));
}

/** Sentences as one running text. */
export function inOneText(sentences: readonly Sentence[]): string {
  return sentences.map((each) => each.text).join(" ");
}

/** Without its full stop, as a heading has it. */
export function asHeading(sentence: Sentence): string {
  return sentence.text.replace(/\.$/, "");
}
