import { join } from "node:path";
import {
  DOUBLE,
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  INTEGER,
  UTINYINT,
  VARCHAR,
} from "@duckdb/node-api";
import { fail } from "@peil/core/errors.ts";
import type { LoadPart } from "./documents.ts";
import { rowsOf } from "./duckdb.ts";
import { int, quote } from "./literals.ts";
import { hashOf, sync } from "./load-files.ts";

/** Ids of a figure, as messages ask them to be named. */
export type FigureKey = {
  readonly indicator: number;
  readonly level: number;
  readonly period: number;
  readonly area: number;
  readonly members: readonly number[];
  /** For a flow the area at the other end. */
  readonly to?: { readonly level: number; readonly area: number };
};

/** How messages call a figure and the file of a part. */
export type Naming = { figure(key: FigureKey): string; file(part: Omit<LoadPart, "rows">): string };

/** Where the records of one file wait until they are sorted. The first `keys` columns tell one figure from another. */
export type LoadTable = {
  readonly name: string;
  readonly part: Omit<LoadPart, "rows">;
  readonly columns: readonly { readonly name: string; readonly type: DuckDBType }[];
  readonly keys: number;
};

const integer = (name: string) => ({ name, type: INTEGER });
const measured = [
  { name: "value", type: DOUBLE },
  { name: "status", type: UTINYINT },
];

/** Records of flat indicators. */
export const flatTable: LoadTable = {
  name: "flat",
  part: { file: "flat.parquet", shape: "flat" },
  columns: [...["indicator", "level", "period", "area"].map(integer), ...measured, { name: "text", type: VARCHAR }],
  keys: 4,
};

/** Records of one cube. */
export function cubeTable(indicator: number, columns: number): LoadTable {
  const members = Array.from({ length: columns }, (_, i) => `m${i + 1}`);
  return {
    name: `cube_${int(indicator)}`,
    part: { file: `cube-${int(indicator)}.parquet`, shape: "cube", indicator },
    columns: [...["level", "period", "area", ...members].map(integer), ...measured],
    keys: 3 + columns,
  };
}

/** Records of one flow. */
export function flowTable(indicator: number): LoadTable {
  return {
    name: `flow_${int(indicator)}`,
    part: { file: `flow-${int(indicator)}.parquet`, shape: "flow", indicator },
    columns: [...["level", "period", "area", "to_level", "to_area"].map(integer), ...measured],
    keys: 5,
  };
}

/** SQL that makes the table. */
export function createSql(table: LoadTable): string {
  return `CREATE TABLE ${table.name} (${table.columns.map((each) => `"${each.name}" ${each.type}`).join(", ")})`;
}

/** Values of a column as they come in. */
export type Column = Int32Array | Float64Array | Uint8Array | readonly (string | null)[] | undefined;

const chunkRows = 2048;

/** Appends rows that are given by column; what is not a number becomes NULL. */
export function append(appender: DuckDBAppender, table: LoadTable, columns: readonly Column[], rows: number): void {
  const types = table.columns.map((each) => each.type);
  for (let from = 0; from < rows; from += chunkRows) {
    const count = Math.min(chunkRows, rows - from);
    const chunk = DuckDBDataChunk.create(types, count);
    columns.forEach((column, at) => {
      fill(chunk, at, column, from, count);
    });
    appender.appendDataChunk(chunk);
  }
}

function fill(chunk: DuckDBDataChunk, at: number, column: Column, from: number, count: number): void {
  const vector = chunk.getColumnVector(at);
  for (let i = 0; i < count; i++) {
    const value = column?.[from + i] ?? null;
    vector.setItem(i, typeof value === "number" && Number.isNaN(value) ? null : value);
  }
  vector.flush();
}

/** @throws `figures-duplicate` */
export async function refuseDuplicates(connection: DuckDBConnection, table: LoadTable, naming: Naming): Promise<void> {
  const keys = table.columns.slice(0, table.keys).map((each) => each.name);
  const list = keys.join(", ");
  const doubles = `SELECT ${list} FROM ${table.name} GROUP BY ALL HAVING count(*) > 1`;
  const rows = await rowsOf(connection, `SELECT *, count(*) OVER ()::INTEGER AS total FROM (${doubles}) ORDER BY ${list} LIMIT 5`);
  if (rows.length === 0) return;
  const named = rows.map((row) => naming.figure(keyOf(row, table, keys)));
  fail("figures-duplicate", { file: naming.file(table.part), count: Number(rows[0]?.total), keys: named.join("; ") });
}

function keyOf(row: Record<string, unknown>, table: LoadTable, keys: readonly string[]): FigureKey {
  return {
    indicator: table.part.indicator ?? Number(row.indicator),
    level: Number(row.level),
    period: Number(row.period),
    area: Number(row.area),
    members: keys.filter((key) => /^m\d+$/.test(key)).map((key) => Number(row[key])),
    ...(keys.includes("to_area") ? { to: { level: Number(row.to_level), area: Number(row.to_area) } } : {}),
  };
}

/** Writes the records in their fixed order; where there is no figure the value is NULL. */
export async function writePart(connection: DuckDBConnection, table: LoadTable, home: string): Promise<LoadPart> {
  const path = join(home, table.part.file);
  const order = table.columns.slice(0, table.keys).map((each) => each.name);
  const columns = table.columns.map((each) =>
    each.name === "value" ? "CASE WHEN status = 0 AND NOT isnan(value) THEN value END AS value" : each.name,
  );
  const [counted] = await rowsOf(connection, `SELECT count(*)::INTEGER AS rows FROM ${table.name}`);
  await connection.run(
    `COPY (SELECT ${columns.join(", ")} FROM ${table.name} ORDER BY ${order.join(", ")}) TO ${quote(path)} (FORMAT parquet, COMPRESSION zstd)`,
  );
  await connection.run(`DROP TABLE ${table.name}`);
  await sync(path);
  return { ...table.part, rows: Number(counted?.rows), hash: await hashOf(path) };
}

/** A code with its id, and the level that it belongs to where that is needed. */
export type Coded = { readonly level?: string; readonly code: string; readonly id: number | undefined };

/** Makes a table (level, code, id); one of the same name is replaced. */
export async function makeLookUp(connection: DuckDBConnection, name: string, rows: readonly Coded[]): Promise<void> {
  const table = `"${name.replaceAll('"', '""')}"`;
  await connection.run(`CREATE OR REPLACE TABLE ${table} (level VARCHAR, code VARCHAR, id INTEGER)`);
  const appender = await connection.createAppender(name);
  for (let from = 0; from < rows.length; from += chunkRows) {
    const some = rows.slice(from, from + chunkRows);
    const chunk = DuckDBDataChunk.create([VARCHAR, VARCHAR, INTEGER], some.length);
    chunk.setColumns([some.map((each) => each.level ?? null), some.map((each) => each.code), some.map((each) => each.id ?? null)]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
