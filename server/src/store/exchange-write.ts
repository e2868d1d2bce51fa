import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { CatalogueData } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { periodOfId } from "@peil/core/model/period.ts";
import type { Load } from "./documents.ts";
import { openEngine, rowsOf } from "./duckdb.ts";
import { quote } from "./literals.ts";
import { makeLookUp } from "./load-tables.ts";
import type { EngineOptions } from "./load-writer.ts";
import { effectiveCubeSql, effectiveFlatSql, effectiveFlowSql } from "./loads.ts";

/** Which figures go where. */
export type FiguresToWrite = {
  /** The data folder. */
  readonly folder: string;
  readonly loads: readonly Load[];
  readonly data: CatalogueData;
  /** Folder for `flat.parquet` and the cubes. */
  readonly target: string;
  readonly engine?: EngineOptions;
};

/** Writes the figures that count with codes instead of ids, in a fixed order: the data files of the exchange format. */
export async function writeFigures(task: FiguresToWrite): Promise<void> {
  const engine = await openEngine({ ...task.engine, temp: join(task.target, ".tmp") });
  const connection = await engine.connect();
  try {
    await makeLookUps(connection, task.data);
    await writeFlat(connection, task);
    for (const each of task.data.indicators) {
      if (each.shape === "cube" && each.formula === undefined) await writeCube(connection, task, each);
      if (each.shape === "flow" && each.formula === undefined) await writeFlow(connection, task, each);
    }
  } finally {
    connection.closeSync();
    engine.closeSync();
  }
}

async function makeLookUps(connection: DuckDBConnection, data: CatalogueData): Promise<void> {
  await makeLookUp(connection, "indicators", data.indicators);
  await makeLookUp(
    connection,
    "levels",
    data.levels.map((each) => ({ id: each.id, code: each.alias })),
  );
  await makeLookUp(
    connection,
    "areas",
    data.areas.map((each) => ({ id: each.id, code: each.code })),
  );
  await makeLookUp(
    connection,
    "members",
    data.members.map((each) => ({ id: each.id, code: each.code })),
  );
}

const places = "JOIN levels l ON l.id = r.level JOIN periods p ON p.id = r.period JOIN areas a ON a.id = r.area";

async function makePeriods(connection: DuckDBConnection, source: string): Promise<void> {
  const found = await rowsOf(connection, `SELECT DISTINCT period FROM ${source}`);
  const ids = found.map((row) => Number(row.period));
  await makeLookUp(
    connection,
    "periods",
    ids.map((id) => ({ id, code: periodOfId(id).code })),
  );
}

async function writeFlat(connection: DuckDBConnection, task: FiguresToWrite): Promise<void> {
  await connection.run(`CREATE OR REPLACE TABLE figures AS ${effectiveFlatSql(task.loads, task.folder)}`);
  await makePeriods(connection, "figures");
  await copy(
    connection,
    `SELECT i.code AS indicator, l.code AS level, p.code AS period, a.code AS area, r.value, r.status, r.text
     FROM figures r JOIN indicators i ON i.id = r.indicator ${places} ORDER BY 1, 2, 3, 4`,
    join(task.target, "flat.parquet"),
  );
}

async function writeCube(connection: DuckDBConnection, task: FiguresToWrite, cube: Indicator): Promise<void> {
  const codes = (cube.dimensionLevels ?? []).map((each) => `"${each.replaceAll('"', '""')}"`);
  const select = effectiveCubeSql(task.loads, task.folder, cube.id, codes.length) ?? emptyCube(codes.length);
  await connection.run(`CREATE OR REPLACE TABLE figures AS ${select}`);
  await makePeriods(connection, "figures");
  const names = codes.map((code, i) => `m${i + 1}.code AS ${code}, `).join("");
  const joins = codes.map((_, i) => `JOIN members m${i + 1} ON m${i + 1}.id = r.m${i + 1}`).join(" ");
  await copy(
    connection,
    `SELECT l.code AS level, p.code AS period, a.code AS area, ${names}r.value, r.status FROM figures r ${joins} ${places} ORDER BY ALL`,
    join(task.target, `cube-${cube.code}.parquet`),
  );
}

async function writeFlow(connection: DuckDBConnection, task: FiguresToWrite, flow: Indicator): Promise<void> {
  const columns = ["level", "period", "area", "to_level", "to_area"].map((name) => `0 AS ${name}`).join(", ");
  const empty = `SELECT ${columns}, 0::DOUBLE AS value, 0::UTINYINT AS status WHERE false`;
  await connection.run(`CREATE OR REPLACE TABLE figures AS ${effectiveFlowSql(task.loads, task.folder, flow.id) ?? empty}`);
  await makePeriods(connection, "figures");
  await copy(
    connection,
    `SELECT l.code AS level, p.code AS period, a.code AS area, tl.code AS to_level, ta.code AS to_area, r.value, r.status
     FROM figures r ${places} JOIN levels tl ON tl.id = r.to_level JOIN areas ta ON ta.id = r.to_area ORDER BY ALL`,
    join(task.target, `flow-${flow.code}.parquet`),
  );
}

function emptyCube(columns: number): string {
  const members = Array.from({ length: columns }, (_, i) => `0 AS m${i + 1}, `).join("");
  return `SELECT 0 AS level, 0 AS period, 0 AS area, ${members}0::DOUBLE AS value, 0::UTINYINT AS status WHERE false`;
}

async function copy(connection: DuckDBConnection, select: string, path: string): Promise<void> {
  await connection.run(`COPY (${select}) TO ${quote(path)} (FORMAT parquet, COMPRESSION zstd)`);
}
