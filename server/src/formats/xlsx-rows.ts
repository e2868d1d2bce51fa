import type { CubeHead, Slab } from "@peil/core/formats/format.ts";
import { hasHiddenFigure } from "@peil/core/formats/hidden.ts";
import { type CubeAxis, type CubeMember, cellFlag } from "@peil/core/model/cube.ts";
import { type Status, signs, statusNames } from "@peil/core/model/status.ts";
import { type Language, say } from "@peil/core/model/text.ts";
import type { CellValue } from "hucre/xlsx";

const words = {
  code: { nl: "code", en: "code" },
  unit: { nl: "Eenheid", en: "Unit" },
  value: { nl: "Waarde", en: "Value" },
  status: { nl: "Toestand", en: "Status" },
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

/** Whether there is anything to be said of any figure. */
function hasRemarks(head: CubeHead): boolean {
  return head.flagged === true || head.axes.some((axis) => axis.members.some((each) => each.provisional || each.forecast));
}

/** What is to be said of a figure, by its flags and its period. */
function remarkOf(cell: Cell, members: readonly (CubeMember | undefined)[], language: Language): string {
  if (cell.status !== 0) return "";
  const bits = [cellFlag.estimated, cellFlag.partial, cellFlag.fewRespondents].filter((bit) => (cell.flags & bit) !== 0);
  const marks = (["forecast", "provisional"] as const).filter((mark) => members.some((each) => each?.[mark]));
  return [...marks, ...bits].map((each) => say(remarks[each], language)).join("; ");
}

/** One cell with its place on each axis. */
type Cell = {
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
async function* cellsOf(head: CubeHead, slabs: AsyncIterable<Slab>): AsyncGenerator<Cell, void, undefined> {
  const sizes = head.axes.map((axis) => axis.members.length);
  const at = sizes.map(() => 0);
  for await (const slab of slabs) {
    for (let i = 0; i < slab.values.length; i++) {
      const status = (slab.status[i] ?? 1) as Status;
      yield {
        at,
        value: slab.values[i] ?? Number.NaN,
        status,
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

/** The heads of a flat table: code and name per axis, unit, value, state. */
export function flatHeader(head: CubeHead, language: Language): CellValue[] {
  const axes = head.axes.flatMap((axis) => [`${say(axis.label, language)} (${say(words.code, language)})`, say(axis.label, language)]);
  const bounds = head.interval ? [words.lower, words.upper, words.respondents] : [];
  const remark = hasRemarks(head) ? [words.remark] : [];
  return [...axes, ...[words.unit, words.value, words.status, ...remark, ...bounds].map((each) => say(each, language))];
}

/** One row per cell; an empty value has its state beside it. */
export async function* flatRows(
  head: CubeHead,
  slabs: AsyncIterable<Slab>,
  language: Language,
): AsyncGenerator<CellValue[], void, undefined> {
  const indicator = head.axes.findIndex((axis) => axis.role === "indicator");
  const isRemarked = hasRemarks(head);
  for await (const cell of cellsOf(head, slabs)) {
    const members = head.axes.map((axis, i) => axis.members[cell.at[i] ?? 0]);
    const unit = members[indicator]?.unit;
    const value = cell.text ?? (cell.status === 0 ? cell.value : null);
    yield [
      ...members.flatMap((member) => [member?.code ?? "", label(member, language)]),
      unit === undefined ? "" : say(unit, language),
      value,
      statusNames[cell.status],
      ...(isRemarked ? [remarkOf(cell, members, language)] : []),
      ...(head.interval ? cell.bounds : []),
    ];
  }
}
