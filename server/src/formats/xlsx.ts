import type { CubeHead, Format, FormatOptions, Slab } from "@peil/core/formats/format.ts";
import { type CellValue, type ColumnDef, type WriteSheet, writeXlsx, writeXlsxStream } from "hucre/xlsx";
import { notesOf, sheetNames } from "./xlsx-notes.ts";
import { crossedHeader, crossedRows, flatColumns, flatHeader, flatRows } from "./xlsx-rows.ts";

/** Up to this many cells a workbook has all its sheets; a larger one holds the crossed table alone and flows. */
export const workbookLimit = 100_000;

/** What a workbook says of itself: always the same, so that the same question gives the same bytes. */
export const workbookProperties = { modified: new Date(Date.UTC(2000, 0, 1)) } as const;

/**
 * Excel: the figures as a crossed table (the last axis across), the same figures one a row, and notes. Figures are
 * numbers in full precision with the decimals of the indicator as their display, slanted where they are estimated or partial; states are
 * their signs. Texts are
 * written as texts, so nothing in them is ever run as a formula.
 */
export const xlsx: Format = {
  name: "xlsx",
  extension: "xlsx",
  compressed: true,
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  write(head, slabs, options) {
    const size = head.axes.reduce((n, axis) => n * axis.members.length, 1);
    return size > workbookLimit ? flow(head, slabs, options) : whole(head, slabs, options);
  },
};

async function* whole(head: CubeHead, slabs: AsyncIterable<Slab>, options: FormatOptions): AsyncGenerator<Uint8Array, void, undefined> {
  const kept: Slab[] = [];
  for await (const slab of slabs) kept.push(slab);
  const names = sheetNames(options.language);
  const crossed = await gather(crossedRows(head, again(kept), options.language));
  const has = flatColumns(kept);
  const flat = await gather(flatRows(head, again(kept), options.language, has));
  const labels = head.axes.length - 1;
  const sheets: WriteSheet[] = [
    sheet(
      names.table,
      [crossedHeader(head, options.language), ...crossed],
      columnsOf(head, labels, crossed[0]?.length ?? 0),
      Math.max(labels, 1),
      flaggedCells(kept, crossed, labels, columnsOf(head, labels, labels + 1)[labels]),
    ),
    sheet(names.figures, [flatHeader(head, options.language, has), ...flat], [], 0),
    { name: names.notes, rows: notesOf(head, options.language), columns: [{ width: 24 }, { width: 90 }] },
  ];
  const bytes = await writeXlsx({ sheets, properties: workbookProperties });
  yield bytes;
}

async function* flow(head: CubeHead, slabs: AsyncIterable<Slab>, options: FormatOptions): AsyncGenerator<Uint8Array, void, undefined> {
  const rows = withHeader(crossedHeader(head, options.language), crossedRows(head, slabs, options.language));
  yield* writeXlsxStream(rows, { name: sheetNames(options.language).table, freezePane: { rows: 1 } });
}

/** The figures of a crossed table that carry a flag, in slanted type. */
function flaggedCells(slabs: readonly Slab[], rows: readonly CellValue[][], labels: number, column: ColumnDef | undefined): Styled {
  const out: Styled = new Map();
  const width = (rows[0]?.length ?? labels) - labels;
  const style = { ...column?.style, ...(column?.numFmt === undefined ? {} : { numFmt: column.numFmt }), font: { italic: true } };
  for (const { start, flags } of slabs) {
    flags?.forEach((bits, at) => {
      if (bits === 0) return;
      const [row, across] = [Math.floor((start + at) / width), labels + ((start + at) % width)];
      out.set(`${row + 1},${across}`, { value: rows[row]?.[across] ?? null, style });
    });
  }
  return out;
}

type Styled = NonNullable<WriteSheet["cells"]>;

function sheet(name: string, rows: CellValue[][], columns: ColumnDef[], frozen: number, styled: Styled = new Map()): WriteSheet {
  const cells: Styled = new Map((rows[0] ?? []).map((value, column) => [`0,${column}`, { value, style: { font: { bold: true } } }]));
  for (const [at, cell] of styled) cells.set(at, cell);
  return { name, rows, columns, cells, freezePane: { rows: 1, columns: frozen } };
}

/** Label columns are wide; figures are shown with the decimals of the indicator, where all have the same. */
function columnsOf(head: CubeHead, labels: number, count: number): ColumnDef[] {
  const decimals = new Set(head.axes.flatMap((axis) => (axis.role === "indicator" ? axis.members.map((each) => each.decimals ?? 0) : [])));
  const [only] = decimals;
  const numFmt = decimals.size === 1 && only !== undefined ? { numFmt: only === 0 ? "#,##0" : `#,##0.${"0".repeat(only)}` } : {};
  return Array.from({ length: count }, (_, column) =>
    column < labels ? { width: 28 } : { width: 13, style: { alignment: { horizontal: "right" as const } }, ...numFmt },
  );
}

async function* again(slabs: readonly Slab[]): AsyncGenerator<Slab, void, undefined> {
  yield* slabs;
}

async function* withHeader(header: CellValue[], rows: AsyncIterable<CellValue[]>): AsyncGenerator<CellValue[], void, undefined> {
  yield header;
  yield* rows;
}

async function gather(rows: AsyncIterable<CellValue[]>): Promise<CellValue[][]> {
  const out: CellValue[][] = [];
  for await (const row of rows) out.push(row);
  return out;
}
