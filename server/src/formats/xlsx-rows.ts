import type { CubeHead, Slab } from "@peil/core/formats/format.ts";
import { hasHiddenFigure } from "@peil/core/formats/hidden.ts";
import { hasRemarks } from "@peil/core/formats/table-columns.ts";
import { type CubeAxis, type CubeMember, cellFlag } from "@peil/core/model/cube.ts";
import { type Status, signs, status, statusNames } from "@peil/core/model/status.ts";
import { type Language, say } from "@peil/core/model/text.ts";
import { round12 } from "@peil/core/statistics/round.ts";
import type { CellValue } from "hucre/xlsx";

const words = {
  code: { nl: "code", en: "code" },
  unit: { nl: "Eenheid", en: "Unit" },
  value: { nl: "Waarde", en: "Value" },
  status: { nl: "Toestand", en: "Status" },
  level: { nl: "Niveau", en: "Level" },
  missing: { nl: "Ontbrekende gebieden", en: "Missing areas" },
  text: { nl: "Tekst", en: "Text" },
  remark: { nl: "Opmerking", en: "Remark" },
  lower: { nl: "Ondergrens", en: "Lower bound" },
  upper: { nl: "Bovengrens", en: "Upper bound" },
  respondents: { nl: "Respondenten", en: "Respondents" },
};

/** What is said of a figure. */
const remarks = {
  forecast: { nl: "prognose", en: "forecast" },
  provisional: { nl: "voorlopig", en: "provisional" },
  [cellFlag.estimated]: { nl: "geschat", en: "estimated" },
  [cellFlag.partial]: { nl: "deelsom", en: "partial sum" },
  [cellFlag.fewRespondents]: { nl: "weinig respondenten", en: "few respondents" },
};

/** What is to be said of a figure, by its flags and its period. */
export function remarkOf(cell: Cell, members: readonly (CubeMember | undefined)[], language: Language): string {
  if (cell.status !== 0) return "";
  const bits = [cellFlag.estimated, cellFlag.partial, cellFlag.fewRespondents].filter((bit) => (cell.flags & bit) !== 0);
  const marks = (["forecast", "provisional"] as const).filter((mark) => members.some((each) => each?.[mark]));
  return [...marks, ...bits].map((each) => say(remarks[each], language)).join("; ");
}

/** One cell with its place on each axis. */
export type Cell = {
  readonly at: readonly number[];
  readonly value: number;
  readonly status: Status;
  readonly text: string | undefined;
  readonly flags: number;
  readonly bounds: readonly CellValue[];
};

/** What stands in a cell of a table: a number, a text, or the sign of a state. */
function shown(cell: Cell): CellValue {
  if (cell.text !== undefined) return cell.text;
  return cell.status === 0 ? cell.value : signs[cell.status];
}

/** The cells of a cube in order, with their place. The same `at` is filled again for each. */
export async function* cellsOf(head: CubeHead, slabs: AsyncIterable<Slab>): AsyncGenerator<Cell, void, undefined> {
  const sizes = head.axes.map((axis) => axis.members.length);
  const at = sizes.map(() => 0);
  for await (const slab of slabs) {
    for (let i = 0; i < slab.values.length; i++) {
      yield {
        at,
        value: round12(slab.values[i] ?? Number.NaN),
        status: (slab.status[i] ?? status.empty) as Status,
        text: hasHiddenFigure(slab, i) ? undefined : slab.texts?.[i],
        flags: slab.flags?.[i] ?? 0,
        bounds: boundsAt(slab, i),
      };
      step(at, sizes);
    }
  }
}

/** Lower and upper bound and number of respondents of a survey figure. */
function boundsAt(slab: Slab, cell: number): readonly CellValue[] {
  const { bounds } = slab;
  if (bounds === undefined) return [];
  if (hasHiddenFigure(slab, cell)) return [null, null, null];
  return [bounds.lower, bounds.upper, bounds.respondents].map((each) => (Number.isFinite(each[cell]) ? (each[cell] as number) : null));
}

function step(at: number[], sizes: readonly number[]): void {
  for (let axis = sizes.length - 1; axis >= 0; axis--) {
    at[axis] = (at[axis] ?? 0) + 1;
    if ((at[axis] ?? 0) < (sizes[axis] ?? 1)) return;
    at[axis] = 0;
  }
}

function label(member: CubeMember | undefined, language: Language): string {
  return member === undefined ? "" : say(member.label, language);
}

/** The heads of a crossed table: the axes that go down, then the members of the last one. */
export function crossedHeader(head: CubeHead, language: Language): CellValue[] {
  const down = head.axes.slice(0, -1).map((axis) => say(axis.label, language));
  const across = head.axes.at(-1)?.members.map((member) => label(member, language)) ?? [];
  return [...down, ...across];
}

/** The rows of a crossed table. */
export async function* crossedRows(
  head: CubeHead,
  slabs: AsyncIterable<Slab>,
  language: Language,
): AsyncGenerator<CellValue[], void, undefined> {
  const down = head.axes.slice(0, -1);
  const width = head.axes.at(-1)?.members.length ?? 1;
  let row: CellValue[] = [];
  for await (const cell of cellsOf(head, slabs)) {
    if (row.length === 0) row = down.map((axis, i) => labelDown(axis, cell.at[i], language));
    row.push(shown(cell));
    if (row.length < down.length + width) continue;
    yield row;
    row = [];
  }
}

function labelDown(axis: CubeAxis, at: number | undefined, language: Language): string {
  const member = axis.members[at ?? 0];
  const unit = member?.unit === undefined || say(member.unit, language) === "" ? "" : ` (${say(member.unit, language)})`;
  return label(member, language) + unit;
}

/** Columns of the flat table that not every answer has. */
export type FlatColumns = { readonly texts: boolean; readonly missing: boolean };

/** Which columns the figures of an answer need. */
export function flatColumns(slabs: readonly Slab[]): FlatColumns {
  return { texts: slabs.some((each) => each.texts !== undefined), missing: slabs.some((each) => each.status.includes(status.incomplete)) };
}

const hasLevels = (axis: CubeAxis): boolean => axis.role === "area" && axis.members.some((each) => each.level !== undefined);

/** The heads of a flat table: code and name per axis, with the level of areas; unit, value, state. */
export function flatHeader(head: CubeHead, language: Language, has: FlatColumns): CellValue[] {
  const axes = head.axes.flatMap((axis) => [
    `${say(axis.label, language)} (${say(words.code, language)})`,
    say(axis.label, language),
    ...(hasLevels(axis) ? [say(words.level, language)] : []),
  ]);
  const bounds = head.interval ? [words.lower, words.upper, words.respondents] : [];
  const text = has.texts ? [words.text] : [];
  const more = [...(has.missing ? [words.missing] : []), ...(hasRemarks(head) ? [words.remark] : []), ...bounds];
  return [...axes, ...[words.unit, words.value, ...text, words.status, ...more].map((each) => say(each, language))];
}

/** One row per cell; an empty value has its state beside it. */
export async function* flatRows(
  head: CubeHead,
  slabs: AsyncIterable<Slab>,
  language: Language,
  has: FlatColumns,
): AsyncGenerator<CellValue[], void, undefined> {
  const indicator = head.axes.findIndex((axis) => axis.role === "indicator");
  const withLevel = head.axes.map(hasLevels);
  const isRemarked = hasRemarks(head);
  for await (const cell of cellsOf(head, slabs)) {
    const members = head.axes.map((axis, i) => axis.members[cell.at[i] ?? 0]);
    const unit = members[indicator]?.unit;
    yield [
      ...members.flatMap((member, at) => [member?.code ?? "", label(member, language), ...(withLevel[at] ? [member?.level ?? ""] : [])]),
      unit === undefined ? "" : say(unit, language),
      cell.status === status.value ? cell.value : null,
      ...(has.texts ? [cell.text ?? null] : []),
      statusNames[cell.status],
      ...(has.missing ? [cell.status === status.incomplete ? cell.value : null] : []),
      ...(isRemarked ? [remarkOf(cell, members, language)] : []),
      ...(head.interval ? cell.bounds : []),
    ];
  }
}
