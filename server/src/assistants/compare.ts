import type { IndicatorDetails } from "@peil/core/api.ts";
import { fail } from "@peil/core/errors.ts";
import type { Sketch } from "@peil/core/guards/facts.ts";
import { judge, verdictOf } from "@peil/core/guards/judge.ts";
import { type Cube, cellAt } from "@peil/core/model/cube.ts";
import { say } from "@peil/core/model/text.ts";
import type { Transformation } from "@peil/core/model/transformation.ts";
import { refText } from "@peil/core/query/address-areas.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import { round12 } from "@peil/core/statistics/round.ts";
import * as z from "zod";
import { axisOf } from "../views/cards.ts";
import { aboutOf, aboutSchema, sourceLine } from "./about.ts";
import { type Desk, deskOf, only } from "./desk.ts";
import { areaField, boundedText, questionFields, questionOf } from "./question.ts";
import { type Figure, figureText, rowSchema, rowsOf, whatOf } from "./rows.ts";
import { defineTool } from "./tool.ts";
import { outcomeText, wordsIn } from "./words.ts";

const ways = ["difference", "ratio", "rank", "z-score", "change", "growth", "index"] as const;
type Way = (typeof ways)[number];

const figureSchema = rowSchema.omit({ indicator: true, area: true, area_name: true, compared: true, period: true, members: true });
const comparedSchema = z.strictObject({
  way: z.enum(ways),
  unit: z.string(),
  meaning: z.string().describe("What the figure says, in words."),
  decimals: z.number().describe("How many decimals are worth saying."),
  ...figureSchema.shape,
});
const rowOfCompare = z.strictObject({ ...rowSchema.shape, compared_by: z.array(comparedSchema) });
const testSchema = z.strictObject({
  area: z.string(),
  period: z.string(),
  with: z.string().describe("An area (level:code) in the same period, or an earlier period of the area itself."),
  outcome: z.enum(["higher", "lower", "no-clear-difference"]),
  words: z.string(),
  difference: z.number(),
});
const saidSchema = z.array(z.strictObject({ way: z.enum(ways), why: z.string() }));

/** `compare`: areas beside a benchmark and over time, in the ways that make sense of the figure. */
export const compare = defineTool({
  name: "compare",
  title: "Compare areas",
  description:
    "Compares areas for one indicator: with a benchmark (difference, ratio), with all areas of their level (rank, z-score), or over periods (change, growth, index since the first period asked, or since the one before where only one is). What makes no sense of the figure is refused with the reason, and must not be computed otherwise. For survey figures tests says whether a difference is clear: without a clear difference do not call one higher.",
  input: {
    indicator: z.string().trim().min(1).max(120).describe("Code as find_indicators gives it."),
    ...questionFields,
    areas: z.array(areaField).min(1).max(30).describe("Areas of one level, as find_areas gives them."),
    with: areaField.optional().describe("The benchmark; without it that of the site."),
    ways: z.array(z.enum(ways)).min(1).max(ways.length).default(["difference", "ratio", "rank"]),
  },
  output: {
    release: z.string(),
    question: z.string(),
    indicator: aboutSchema,
    with: z.string().describe("The benchmark, level:code."),
    rows: z.array(rowOfCompare),
    refused: saidSchema.describe("Ways that make no sense of these figures, and why."),
    cautions: saidSchema.describe("What must be said with a comparison."),
    tests: z.array(testSchema),
    notes: z.array(z.string()),
  },
  async run({ indicator, with: beside, ways: asked, ...rest }, given) {
    const desk = await deskOf(given, rest.release);
    const { benchmark } = await desk.views.tree(desk.scope, {});
    const against = beside ?? refText(benchmark);
    const selection = questionOf(desk, { ...rest, indicators: [indicator], compare: [against] });
    const question = boundedText(desk, selection);
    const cube = await desk.views.data(desk.scope, { selection: question });
    refuseLong(cube);
    const details = only(await desk.views.details(desk.scope, { codes: indicator }), indicator);
    const judged = await judgeWays(desk, selection, question, cube, details, [...new Set(asked)]);
    const periods = axisOf(cube, "period").members.length;
    const made = await Promise.all(judged.good.map(async (way) => ({ way, cube: await computed(desk, selection, way, periods) })));
    const rows = rowsOf(cube, 0, cube.values.length, desk.language).map((row, cell) => ({
      ...row,
      compared_by: made.map(({ way, cube: other }) => ({ way, ...meaningOf(other, desk), ...figureOf(other, cube, cell, desk) })),
    }));
    const data = {
      release: cube.release,
      question,
      indicator: aboutOf(details, desk),
      with: against,
      ...{ rows, refused: judged.refused, cautions: judged.cautions },
      tests: await testsOf(desk, details, selection, question),
      notes: [
        ...new Set([cube, ...made.map((each) => each.cube)].flatMap((each) => each.notes.map((note) => say(note.text, desk.language)))),
      ],
    };
    return { data, text: textOf(data, details, desk) };
  },
});

/** Rows that one comparison may hold. */
const mostRows = 600;

function refuseLong(cube: Cube): void {
  if (cube.values.length > mostRows) fail("selection-too-large", { cells: cube.values.length, limit: mostRows });
}

type Said = { way: Way; why: string };

/** Which ways make sense of the figures, as the guard-rails of the site judge them. */
async function judgeWays(
  desk: Desk,
  selection: Selection,
  question: string,
  cube: Cube,
  details: IndicatorDetails,
  asked: readonly Way[],
): Promise<{ good: Way[]; refused: Said[]; cautions: Said[] }> {
  const { around } = await desk.views.around(desk.scope, { selection: question });
  const { measure } = details;
  const shown = judge(cube, [measure], selection, around);
  // A rank counts among all areas of the level, whichever of them were asked.
  const all = judge(await levelOf(desk, selection, cube), [measure], selection, around);
  const verdicts = asked.map((way) => ({ way, verdict: verdictOf(way === "rank" || way === "z-score" ? all : shown, way) }));
  const said = (kind: string): Said[] =>
    verdicts.flatMap(({ way, verdict }) =>
      verdict.verdict === kind && verdict.text !== undefined ? [{ way, why: say(verdict.text, desk.language) }] : [],
    );
  return {
    good: verdicts.filter(({ verdict }) => verdict.verdict !== "no").map(({ way }) => way),
    refused: said("no"),
    cautions: said("possible"),
  };
}

/** The same question about all areas of its level, before it is answered. */
async function levelOf(desk: Desk, { level }: Selection, cube: Cube): Promise<Sketch> {
  const { length } = await desk.views.areas(desk.scope, { level });
  const members = cube.axes.filter((axis) => axis.role === "member").map((axis) => axis.members.length);
  return { areas: length, compared: 0, periods: axisOf(cube, "period").members.map((each) => each.code), members };
}

/** Over time against the first period asked; where only one is, against the one before. */
function transformationOf(way: Way, periods: number): Transformation {
  const base = periods > 1 ? "first" : "previous";
  return way === "change" || way === "growth" || way === "index" ? { kind: way, base } : { kind: way };
}

function computed(desk: Desk, selection: Selection, way: Way, periods: number): Promise<Cube> {
  const text = boundedText(desk, { ...selection, transformations: [transformationOf(way, periods)] });
  return desk.views.data(desk.scope, { selection: text });
}

function meaningOf(cube: Cube, { language }: Desk): { readonly unit: string; readonly meaning: string; readonly decimals: number } {
  const member = cube.axes.find((axis) => axis.role === "indicator")?.members[0];
  const unit = member?.unit ? say(member.unit, language) : "";
  return { unit, meaning: member ? say(member.label, language) : "", decimals: member?.decimals ?? 0 };
}

/** The computed figure of the same area, period and members. */
function figureOf(made: Cube, plain: Cube, cell: number, { language }: Desk): Figure {
  const sizes = plain.axes.map((axis) => axis.members.length);
  const at = sizes.map((size, i) => Math.floor(cell / sizes.slice(i + 1).reduce((n, each) => n * each, 1)) % size);
  const members = plain.axes.map((axis, i) => axis.members[at[i] as number]);
  const places = made.axes.map((axis) => {
    const own = members[plain.axes.findIndex((each) => each.code === axis.code)];
    if (axis.role === "indicator") return 0;
    return axis.members.findIndex((each) => each.code === own?.code && each.level === own?.level);
  });
  const found = made.axes.map((axis, i) => axis.members[places[i] as number]).filter((each) => each !== undefined);
  return whatOf(made, places.includes(-1) ? -1 : cellAt(made, places), found, language);
}

/** For survey figures: what the tests say. */
async function testsOf(desk: Desk, details: IndicatorDetails, selection: Selection, question: string) {
  if (details.kind !== "survey" || selection.areas.kind !== "list") return [];
  const view = await desk.views.indicator(desk.scope, { code: details.code, selection: question });
  return (view.comparisons ?? []).map(({ area, period, with: other, word, difference }) => ({
    area: refText(area),
    period,
    with: "area" in other ? refText(other.area) : other.period,
    outcome: word,
    words: outcomeText(word, desk.language),
    difference: round12(difference),
  }));
}

type Compared = {
  readonly release: string;
  readonly indicator: z.infer<typeof aboutSchema>;
  readonly rows: readonly z.infer<typeof rowOfCompare>[];
  readonly refused: readonly Said[];
  readonly cautions: readonly Said[];
  readonly tests: readonly z.infer<typeof testSchema>[];
  readonly notes: readonly string[];
};

function textOf(data: Compared, { decimals }: IndicatorDetails, desk: Desk): string {
  const words = wordsIn(desk.language);
  const { code, name, unit } = data.indicator;
  const rows = data.rows.map((row) => {
    const members = Object.entries(row.members ?? {}).map(([level, member]) => `${level}=${member}`);
    const others = row.compared_by.map((each) => `${each.way}: ${figureText(each, each.decimals, desk.language)}`);
    return [row.area_name, row.period, ...members, figureText(row, decimals, desk.language), ...others].join(" | ");
  });
  return [
    `${code}: ${name}. ${words.unit}: ${unit}. ${sourceLine(data.indicator, desk)}`,
    "",
    ...rows,
    "",
    ...data.tests.map((each) => `${each.area} ${each.period} – ${each.with}: ${each.words}`),
    ...data.refused.map((each) => `${words.refused}: ${each.way}. ${each.why}`),
    ...data.cautions.map((each) => `${words.caution}: ${each.way}. ${each.why}`),
    ...data.notes,
    words.release(data.release),
  ].join("\n");
}
