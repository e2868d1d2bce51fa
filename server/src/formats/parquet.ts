import type { CubeHead, Format, FormatOptions, Slab } from "@peil/core/formats/format.ts";
import { hasHiddenFigure } from "@peil/core/formats/hidden.ts";
import { memberField, originsOf, type TableColumn, tableColumns } from "@peil/core/formats/table-columns.ts";
import { positionsFrom } from "@peil/core/formats/walk.ts";
import { remarkText } from "@peil/core/model/cube-flags.ts";
import { type Status, status, statusNames } from "@peil/core/model/status.ts";
import { type Language, say } from "@peil/core/model/text.ts";
import { round12 } from "@peil/core/statistics/round.ts";
import { type BasicType, ByteWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";

/** Rows in a row group: what is held before it is written. A group ends with the slab that fills it. */
const groupSize = 65_536;

/** Apache Parquet: the flat table with typed columns, for analysis. See `docs/formats/parquet.md`. */
export const parquet: Format = {
  name: "parquet",
  extension: "parquet",
  compressed: true,
  mediaType: "application/vnd.apache.parquet",
  write: groups,
};

async function* groups(head: CubeHead, slabs: AsyncIterable<Slab>, options: FormatOptions): AsyncGenerator<Uint8Array, void, undefined> {
  const bytes = new ByteWriter();
  let file: { readonly columns: readonly Column[]; readonly writer: ParquetWriter } | undefined;
  for await (const slab of slabs) {
    file ??= open(head, slab.texts !== undefined, options, bytes);
    fill(file.columns, head, slab, options.sparse === true);
    if ((file.columns[0]?.data.length ?? 0) < groupSize) continue;
    yield writeGroup(file, bytes);
  }
  file ??= open(head, false, options, bytes);
  if ((file.columns[0]?.data.length ?? 0) > 0) yield writeGroup(file, bytes);
  file.writer.finish();
  yield taken(bytes);
}

type Field = string | number | null;

/** A cell of a slab with its place on each axis; the same object from cell to cell. */
type Cell = { readonly slab: Slab; at: number; readonly place: readonly number[] };

/** A column of the file: its type, how to read it of a cell, and the rows that are not written yet. */
type Column = { readonly name: string; readonly type: BasicType; readonly read: (cell: Cell) => Field; data: Field[] };

function open(head: CubeHead, hasTexts: boolean, { language, address }: FormatOptions, writer: ByteWriter) {
  const columns = tableColumns(head, hasTexts).map((each): Column => {
    const name = each.name;
    if ("axis" in each) return { name, type: "STRING", read: memberReader(head, each, language), data: [] };
    return { name, type: types[each.holds] ?? "STRING", read: figureReader(head, each.holds, language), data: [] };
  });
  const kvMetadata = Object.entries(describe(head, language, address)).map(([key, value]) => ({ key, value }));
  const schema = schemaFromColumnData({ columnData: columns.map(({ name, type }) => ({ name, type, data: [] })) });
  return { columns, writer: new ParquetWriter({ writer, schema, kvMetadata, createdBy: "peil" }) };
}

const types: Readonly<Record<string, BasicType>> = {
  value: "DOUBLE",
  lower: "DOUBLE",
  upper: "DOUBLE",
  respondents: "DOUBLE",
  missing_areas: "INT32",
};

/** What the file says of itself, by key. */
function describe(head: CubeHead, language: Language, address: string | undefined): Readonly<Record<string, string>> {
  const sources = head.sources.map(({ code, name, licence, url }) => ({ code, name: say(name, language), licence, url }));
  const notes = head.notes.map(({ kind, text, indicator }) => ({ kind, text: say(text, language), indicator }));
  return {
    release: head.release,
    language,
    sources: JSON.stringify(sources),
    licence: [...new Set(head.sources.flatMap((each) => each.licence ?? []))].join("; "),
    notes: JSON.stringify(notes),
    ...(address === undefined ? {} : { address }),
  };
}

function memberReader(
  head: CubeHead,
  { axis, holds }: Extract<TableColumn, { readonly axis: number }>,
  language: Language,
): Column["read"] {
  const fields = head.axes[axis]?.members.map((member) => memberField(holds, member, language) || null) ?? [];
  return ({ place }) => fields[place[axis] as number] ?? null;
}

function figureReader(head: CubeHead, holds: Exclude<TableColumn, { readonly axis: number }>["holds"], language: Language): Column["read"] {
  const stateOf = ({ slab, at }: Cell): Status => slab.status[at] as Status;
  if (holds === "value") return (cell) => (stateOf(cell) === status.value ? numberOf(cell.slab.values[cell.at]) : null);
  if (holds === "missing_areas") return (cell) => (stateOf(cell) === status.incomplete ? numberOf(cell.slab.values[cell.at]) : null);
  if (holds === "status") return (cell) => (stateOf(cell) === status.value ? null : statusNames[stateOf(cell)]);
  if (holds === "text") return ({ slab, at }) => (hasHiddenFigure(slab, at) ? null : (slab.texts?.[at] ?? null));
  if (holds === "flag") return remarkReader(head);
  if (holds === "release") return () => head.release;
  if (holds === "source" || holds === "licence") {
    const { axis, of } = originsOf(head, language);
    const texts = of.map((each) => each[holds] || null);
    return ({ place }) => (texts.length === 1 ? texts[0] : texts[place[axis] as number]) ?? null;
  }
  const bound = holds === "interval" ? "lower" : holds;
  const read = ({ slab, at }: Cell): number | null => (hasHiddenFigure(slab, at) ? null : numberOf(slab.bounds?.[bound][at]));
  const name = head.interval === undefined ? null : `${head.interval.method} ${head.interval.level}`;
  return holds === "interval" ? (cell) => (read(cell) === null ? null : name) : read;
}

function remarkReader(head: CubeHead): Column["read"] {
  const axis = head.axes.findIndex((each) => each.role === "period");
  const periods = head.axes[axis]?.members ?? [];
  return ({ slab, at, place }) => {
    if (slab.status[at] !== status.value) return null;
    return remarkText(slab.flags?.[at] ?? 0, periods[place[axis] as number]) || null;
  };
}

function numberOf(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? round12(value) : null;
}

function fill(columns: readonly Column[], head: CubeHead, slab: Slab, sparse: boolean): void {
  const place = positionsFrom(head.axes, slab.start);
  const cell: Cell = { slab, at: 0, place: place.at };
  for (; cell.at < slab.values.length; cell.at++) {
    if (!sparse || slab.status[cell.at] !== status.empty) for (const column of columns) column.data.push(column.read(cell));
    place.step();
  }
}

function writeGroup({ columns, writer }: { readonly columns: readonly Column[]; readonly writer: ParquetWriter }, bytes: ByteWriter) {
  const size = columns[0]?.data.length ?? 0;
  writer.write({ columnData: columns.map(({ name, data }) => ({ name, data })), rowGroupSize: size });
  for (const column of columns) column.data = [];
  return taken(bytes);
}

/** What was written since the last time. */
function taken(bytes: ByteWriter): Uint8Array {
  const out = bytes.getBytes().slice();
  bytes.index = 0;
  return out;
}
