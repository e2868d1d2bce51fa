import { fail } from "@peil/core/errors.ts";
import { formatSelection } from "@peil/core/query/address.ts";
import { parseRef, refText } from "@peil/core/query/address-areas.ts";
import { escapeItem, writeQuery } from "@peil/core/query/address-text.ts";
import { findIndicator } from "@peil/core/query/choose.ts";
import { compile } from "@peil/core/query/compile.ts";
import type { AreaRef, Selection } from "@peil/core/query/selection.ts";
import * as z from "zod";
import { questionAbout, readSelection } from "../views/question.ts";
import type { Desk } from "./desk.ts";

/** Cells that one question may span; more are for files. */
export const mostCells = 50_000;

const code = z.string().trim().min(1).max(120);

/** Fields by which tools name an area. */
export const areaField = z
  .string()
  .trim()
  .min(3)
  .max(160)
  .describe("An area as find_areas gives it: level, colon, code, such as gemeente:44021.");

/** The fields of a question, shared by tools. */
export const questionFields = {
  areas: z
    .array(areaField)
    .max(300)
    .optional()
    .describe("Areas as find_areas gives them. Without areas and within: all areas of the level."),
  level: code
    .optional()
    .describe("Level of areas, such as gemeente (municipality); the one of the areas named, else the usual one of the indicator."),
  within: areaField.optional().describe("Only the areas of the level that lie in this one, such as provincie:40000."),
  periods: z
    .string()
    .trim()
    .min(1)
    .max(400)
    .default("recent")
    .describe("recent (the newest), last:5 (the last five), all, or codes by comma: 2019,2024. Quarters 2024Q1, months 2024M01."),
  by: z
    .array(code)
    .max(4)
    .optional()
    .describe("For a cube: codes of dimension levels to split by, as find_indicators and explain_method give them."),
  members: z
    .array(code)
    .max(200)
    .optional()
    .describe("For a cube: only these members, each as <dimension level>_<member code>. Dimensions that are not named are totalled."),
  release: z.string().trim().min(1).max(64).optional().describe("Figures as they were in this release; without it the newest."),
} as const;

/** What tools ask, by name of field. */
export type Asked = {
  readonly indicators: readonly string[];
  readonly areas?: readonly string[] | undefined;
  readonly level?: string | undefined;
  readonly within?: string | undefined;
  readonly compare?: readonly string[] | undefined;
  readonly periods?: string | undefined;
  readonly by?: readonly string[] | undefined;
  readonly members?: readonly string[] | undefined;
  readonly release?: string | undefined;
};

/**
 * The question that fields ask. Areas of another level than the question's stand beside the others, to compare with.
 * @param desk opened on the release that is asked
 * @throws what is unknown or cannot be read, `selection-too-large`
 */
export function questionOf({ scope }: Desk, asked: Asked): Selection {
  const { catalogue } = scope.release;
  const first = findIndicator(catalogue, asked.indicators[0] ?? "");
  const refs = (asked.areas ?? []).map((each) => parseRef("area", each));
  const usual = questionAbout(catalogue, first, asked.by || asked.members ? "by=none" : "");
  const level = asked.level ?? refs[0]?.level ?? usual.level;
  const [own, others] = partBy(refs, (each) => isSame(each.level, level));
  const items = (list: readonly string[] | undefined): string => (list ?? []).map(escapeItem).join(",");
  const beside = [...(asked.compare ?? []), ...others.map(refText)];
  const query = writeQuery(
    [
      ["indicator", items(asked.indicators)],
      ["level", escapeItem(level)],
      ["area", refs.length === 0 ? "" : items(own.map((each) => each.code)) || "none"],
      ["within", asked.within ?? ""],
      ["compare", beside.join(",")],
      ["period", asked.periods ?? ""],
      ["by", items(asked.by)],
      ["member", items(asked.members)],
      ["release", items(asked.release === undefined ? [] : [asked.release])],
    ].filter((pair): pair is [string, string] => pair[1] !== ""),
  );
  const defaults = asked.indicators.length === 1 && asked.by === undefined ? { by: usual.by } : {};
  return readSelection(catalogue, query, defaults);
}

/**
 * The canonical text of a question, as the views read it.
 * @throws `selection-too-large` before anything is computed
 */
export function boundedText({ scope }: Desk, selection: Selection): string {
  const { indicators, areas, periods, axes } = compile(selection, scope.release.catalogue);
  const cells = axes.reduce((n, axis) => n * axis.members.length, indicators.length * areas.length * periods.length);
  if (cells > mostCells) fail("selection-too-large", { cells, limit: mostCells });
  return formatSelection(selection);
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function partBy(list: readonly AreaRef[], test: (each: AreaRef) => boolean): [AreaRef[], AreaRef[]] {
  return [list.filter(test), list.filter((each) => !test(each))];
}
