import type { IndicatorDetails } from "@peil/core/api.ts";
import type { Cube } from "@peil/core/model/cube.ts";
import { say } from "@peil/core/model/text.ts";
import { findIndicator, findLevel } from "@peil/core/query/choose.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import * as z from "zod";
import { reasonOf } from "../views/reason.ts";
import { type About, aboutOf, aboutSchema, sourceLine } from "./about.ts";
import { type Desk, deskOf } from "./desk.ts";
import { areaField, boundedText, questionFields, questionOf } from "./question.ts";
import { figureText, type Row, rowSchema, rowsOf } from "./rows.ts";
import { defineTool } from "./tool.ts";
import { wordsIn } from "./words.ts";

const filesSchema = z.strictObject({ csv: z.string(), xlsx: z.string(), json_stat: z.string(), fixed_csv: z.string() });

/** `get_figures`: indicators × areas × periods → figures. */
export const getFigures = defineTool({
  name: "get_figures",
  title: "Get figures",
  description:
    "Gives figures of one or more indicators for areas and periods, each with its state: a figure that is hidden, unknown or not available has value null and a reason, and is never 0. Tell the reader unit, source, flags (provisional, forecast, estimated) and intervals. Long answers come in parts (next_offset); files gives addresses of the whole.",
  input: {
    indicators: z.array(z.string().trim().min(1).max(120)).min(1).max(10).describe("Codes as find_indicators gives them."),
    ...questionFields,
    compare: z.array(areaField).max(8).optional().describe("Areas of any level beside the others, such as gewest:2000."),
    limit: z.int().min(1).max(1000).default(200).describe("Figures in one answer."),
    offset: z.int().min(0).max(1_000_000).default(0),
  },
  output: {
    release: z.string(),
    question: z.string().describe("The question as the site writes it in an address."),
    indicators: z.array(aboutSchema),
    total: z.number(),
    offset: z.number(),
    next_offset: z.number().optional(),
    rows: z.array(rowSchema),
    notes: z.array(z.string()),
    files: filesSchema.describe("Addresses of all figures of the question; fixed_csv names the release and never changes."),
  },
  async run({ limit, offset, ...asked }, given) {
    const desk = await deskOf(given, asked.release);
    const selection = questionOf(desk, asked);
    const question = boundedText(desk, selection);
    const cube = await desk.views.data(desk.scope, { selection: question });
    const details = await desk.views.details(desk.scope, { codes: selection.indicators.join(",") });
    const indicators = details.map((each) => aboutOf(each, desk));
    const data = {
      release: cube.release,
      question,
      indicators,
      total: cube.values.length,
      offset,
      ...(offset + limit < cube.values.length ? { next_offset: offset + limit } : {}),
      rows: [...rowsOf(cube, offset, limit, desk.language)],
      notes: [...notesOf(cube, selection, desk)],
      files: filesOf(question, selection, cube.release, desk),
    };
    return { data, text: textOf(data, details, desk) };
  },
});

/** What is said once with the figures: notes of the answer, and why a level has no figures at all. */
function notesOf(cube: Cube, selection: Selection, { scope, language }: Desk): readonly string[] {
  const { catalogue } = scope.release;
  const level = findLevel(catalogue, selection.level);
  const why = selection.indicators.flatMap((code) => reasonOf(catalogue, findIndicator(catalogue, code), level)?.text ?? []);
  return [...new Set([...cube.notes.map((each) => each.text), ...why].map((each) => say(each, language)))];
}

function filesOf(question: string, selection: Selection, release: string, desk: Desk): z.infer<typeof filesSchema> {
  const at = (extension: string, query = question): string => desk.file(`/api/v1/data.${extension}?${query}`);
  const fixed = selection.release === undefined ? `${question}&release=${encodeURIComponent(release)}` : question;
  return { csv: at("csv"), xlsx: at("xlsx"), json_stat: at("json"), fixed_csv: at("csv", fixed) };
}

type Answered = {
  readonly release: string;
  readonly indicators: readonly About[];
  readonly total: number;
  readonly offset: number;
  readonly next_offset?: number;
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
  readonly files: z.infer<typeof filesSchema>;
};

function textOf(data: Answered, details: readonly IndicatorDetails[], desk: Desk): string {
  const words = wordsIn(desk.language);
  const heads = data.indicators.map((each) => `${each.code}: ${each.name}. ${words.unit}: ${each.unit}. ${sourceLine(each, desk)}`);
  const lines = data.rows.map((row) => {
    const decimals = details.find((each) => each.code.toLowerCase() === row.indicator.toLowerCase())?.decimals;
    const which = data.indicators.length > 1 ? [row.indicator] : [];
    const members = Object.entries(row.members ?? {}).map(([level, code]) => `${level}=${code}`);
    return [...which, row.area_name, row.period, ...members, figureText(row, decimals, desk.language)].join(" | ");
  });
  const last = data.offset + data.rows.length;
  const tail = [
    words.shown(Math.min(data.offset + 1, last), last, data.total),
    ...(data.next_offset === undefined ? [] : [words.more(data.next_offset, data.files.csv)]),
    words.release(data.release),
  ];
  return [...heads, "", ...lines, "", ...data.notes, tail.join(" ")].join("\n");
}
