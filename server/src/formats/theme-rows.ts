import type { CubeHead, Slab } from "@peil/core/formats/format.ts";
import { statusNames } from "@peil/core/model/status.ts";
import { type Language, say, type Text } from "@peil/core/model/text.ts";
import { type Cell, cellsOf, remarkOf } from "./xlsx-rows.ts";

type Field = string | number | null;

/** The fields of a row. */
export type BookRow = readonly Field[];

/** A column of every sheet: the same in the same place, whatever the indicator. */
type BookColumn = {
  readonly word: Text;
  readonly width: number;
  read(cell: Cell, place: Place): Field;
};

/** Where the axes of a cube stand, and in which language is read. */
type Place = { readonly head: CubeHead; readonly roles: Readonly<Record<string, number>>; readonly language: Language };

const memberOf = ({ head, roles }: Place, role: string, cell: Cell) =>
  head.axes[roles[role] ?? -1]?.members[cell.at[roles[role] ?? -1] ?? 0];

const labelOf = (place: Place, role: string, cell: Cell): Field => {
  const member = memberOf(place, role, cell);
  return member === undefined ? null : say(member.label, place.language);
};

/** Where the value stands: there figures take the decimals of the indicator. */
export const valueColumn = 7;

const columns: readonly BookColumn[] = [
  {
    word: { nl: "Onderwerp (code)", en: "Indicator (code)" },
    width: 24,
    read: (cell, at) => memberOf(at, "indicator", cell)?.code ?? null,
  },
  { word: { nl: "Gebied (code)", en: "Area (code)" }, width: 14, read: (cell, at) => memberOf(at, "area", cell)?.code ?? null },
  { word: { nl: "Gebied", en: "Area" }, width: 28, read: (cell, at) => labelOf(at, "area", cell) },
  { word: { nl: "Niveau", en: "Level" }, width: 16, read: (cell, at) => memberOf(at, "area", cell)?.level ?? null },
  { word: { nl: "Periode (code)", en: "Period (code)" }, width: 14, read: (cell, at) => memberOf(at, "period", cell)?.code ?? null },
  { word: { nl: "Periode", en: "Period" }, width: 14, read: (cell, at) => labelOf(at, "period", cell) },
  {
    word: { nl: "Eenheid", en: "Unit" },
    width: 18,
    read(cell, at) {
      const unit = memberOf(at, "indicator", cell)?.unit;
      return unit === undefined ? null : say(unit, at.language);
    },
  },
  {
    word: { nl: "Waarde", en: "Value" },
    width: 14,
    read: (cell) => (cell.status === 0 && Number.isFinite(cell.value) ? cell.value : null),
  },
  { word: { nl: "Tekst", en: "Text" }, width: 20, read: (cell) => cell.text ?? null },
  { word: { nl: "Toestand", en: "Status" }, width: 14, read: (cell) => statusNames[cell.status] },
  {
    word: { nl: "Ontbrekende gebieden", en: "Missing areas" },
    width: 14,
    read: (cell) => (cell.status === 5 && Number.isFinite(cell.value) ? cell.value : null),
  },
  {
    word: { nl: "Opmerking", en: "Remark" },
    width: 18,
    read: (cell, { head, language }) =>
      remarkOf(
        cell,
        head.axes.map((axis, i) => axis.members[cell.at[i] ?? 0]),
        language,
      ) || null,
  },
  { word: { nl: "Ondergrens", en: "Lower bound" }, width: 12, read: (cell) => (cell.bounds[0] as Field) ?? null },
  { word: { nl: "Bovengrens", en: "Upper bound" }, width: 12, read: (cell) => (cell.bounds[1] as Field) ?? null },
  { word: { nl: "Respondenten", en: "Respondents" }, width: 12, read: (cell) => (cell.bounds[2] as Field) ?? null },
];

/** Widths of the columns that every sheet has. */
export const bookWidths = columns.map(({ width }) => ({ width }));

/** Heads of a sheet: those of every sheet, then code and name of each dimension level that this one is split by. */
export function bookHeads(head: CubeHead, language: Language): string[] {
  const split = head.axes.filter((axis) => axis.role === "member");
  const own = split.flatMap((axis) => [`${say(axis.label, language)} (code)`, say(axis.label, language)]);
  return [...columns.map((each) => say(each.word, language)), ...own];
}

/** One row a cell. */
export async function* bookRows(head: CubeHead, slabs: AsyncIterable<Slab>, language: Language): AsyncGenerator<BookRow, void, undefined> {
  const roles = Object.fromEntries(head.axes.map((axis, at) => [axis.role, at]));
  const place: Place = { head, roles, language };
  const split = head.axes.flatMap((axis, at) => (axis.role === "member" ? [{ axis, at }] : []));
  for await (const cell of cellsOf(head, slabs)) {
    const members = split.flatMap(({ axis, at }) => {
      const member = axis.members[cell.at[at] ?? 0];
      return member === undefined ? [null, null] : [member.code, say(member.label, language)];
    });
    yield [...columns.map((each) => each.read(cell, place)), ...members];
  }
}
