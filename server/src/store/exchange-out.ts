import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { periodOfId } from "@peil/core/model/period.ts";
import type { Load } from "./documents.ts";
import { openEngine, rowsOf } from "./duckdb.ts";
import { quote } from "./literals.ts";
import { effectiveCubeSql, effectiveFlatSql } from "./loads.ts";

/** Codes by id, for everything that figures refer to. Levels go by their alias. */
export type Codes = {
  readonly indicators: ReadonlyMap<number, string>;
  readonly levels: ReadonlyMap<number, string>;
  readonly areas: ReadonlyMap<number, string>;
  readonly members: ReadonlyMap<number, string>;
};

/** A cube with the codes of the dimension levels of its columns. */
export type CubeColumns = { readonly id: number; readonly code: string; readonly columns: readonly string[] };

/** Where the figures come from and go to. */
export type FiguresOut = {
  readonly loads: readonly Load[];
  /** The data folder. */
  readonly folder: string;
  /** The folder that gets `flat.parquet` and `cube-<code>.parquet`. */
  readonly target: string;
  readonly codes: Codes;
  readonly cubes: readonly CubeColumns[];
  readonly memory?: string;
  readonly threads?: number;
};

/** Writes the figures that count, from all loads that are not undone, with codes in the place of ids. */
export async function writeExchangeFigures(options: FiguresOut): Promise<void> {
  const { loads, folder, target, codes, cubes, memory, threads } = options;
  const engine = await openEngine({
    ...(memory === undefined ? {} : { memory }),
    ...(threads === undefined ? {} : { threads }),
    temp: join(target, ".temp"),
  });
  const connection = await engine.connect();
  try {
    for (const [name, map] of Object.entries(codes) as [string, ReadonlyMap<number, string>][]) await fillCodes(connection, name, map);
    const flat = effectiveFlatSql(loads, folder);
    await fillPeriods(connection, flat);
    await connection.run(
      `COPY (SELECT i.code AS indicator, ${places}, r.value, r.status, r.text FROM (${flat}) r JOIN code_indicators i ON i.id = r.indicator ${joins} ORDER BY 1, 2, 3, 4) TO ${quote(join(target, "flat.parquet"))} (FORMAT parquet)`,
    );
    for (const cube of cubes) await writeCube(connection, cube, loads, folder, target);
  } finally {
    connection.closeSync();
    engine.closeSync();
  }
}

const places = "l.code AS level, p.code AS period, a.code AS area";
const joins = "JOIN code_levels l ON l.id = r.level JOIN code_periods p ON p.id = r.period JOIN code_areas a ON a.id = r.area";

async function writeCube(
  connection: DuckDBConnection,
  cube: CubeColumns,
  loads: readonly Load[],
  folder: string,
  target: string,
): Promise<void> {
  const rows = effectiveCubeSql(loads, folder, cube.id, cube.columns.length);
  if (rows === undefined) return;
  await fillPeriods(connection, rows);
  const members = cube.columns.map((code, at) => `m${at}.code AS "${code.replaceAll('"', '""')}"`).join(", ");
  const memberJoins = cube.columns.map((_, at) => `JOIN code_members m${at} ON m${at}.id = r.m${at + 1}`).join(" ");
  await connection.run(
    `COPY (SELECT ${places}, ${members}, r.value, r.status FROM (${rows}) r ${joins} ${memberJoins} ORDER BY ALL) TO ${quote(join(target, `cube-${cube.code}.parquet`))} (FORMAT parquet)`,
  );
}

/** Rows of one statement. */
const batch = 2000;

async function fillCodes(connection: DuckDBConnection, name: string, map: ReadonlyMap<number, string>): Promise<void> {
  await connection.run(`CREATE OR REPLACE TABLE code_${name} (id INTEGER, code VARCHAR)`);
  const rows = [...map].map(([id, code]) => `(${id}, ${quote(code)})`);
  for (let start = 0; start < rows.length; start += batch) {
    await connection.run(`INSERT INTO code_${name} VALUES ${rows.slice(start, start + batch).join(", ")}`);
  }
}

async function fillPeriods(connection: DuckDBConnection, sql: string): Promise<void> {
  const found = await rowsOf(connection, `SELECT DISTINCT period FROM (${sql})`);
  await fillCodes(connection, "periods", new Map(found.map((row) => [Number(row.period), periodOfId(Number(row.period)).code])));
}
