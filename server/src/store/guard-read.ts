import { shownBefore } from "@peil/core/model/disclosure.ts";
import type { Stores } from "./cubes.ts";
import { openEngine, rowsOf } from "./duckdb.ts";
import { int, quote } from "./literals.ts";
import { storeFile } from "./store-files.ts";

/** A hidden figure with its true value and why it is hidden: for administrators, never for readers. */
export type HiddenCell = {
  readonly level: number;
  readonly period: number;
  readonly area: number;
  /** Ids of members, 0 for a total; empty for a flat indicator. */
  readonly members: readonly number[];
  readonly value: number;
  /** One of `decision`. */
  readonly decision: number;
  /** An earlier release showed it: it cannot become secret again. */
  readonly before: boolean;
};

/** The hidden figures of one indicator of a release, in the order of levels, periods, areas and members. */
export async function hiddenCells(folder: string, stores: Stores, indicator: number, isCube: boolean): Promise<readonly HiddenCell[]> {
  const hash = isCube ? stores.cubes[indicator] : stores.flat;
  if (hash === undefined) return [];
  const engine = await openEngine({ memory: "256MB" });
  const connection = await engine.connect();
  try {
    await connection.run(`ATTACH ${quote(storeFile(folder, hash))} AS s (READ_ONLY)`);
    const tables = await rowsOf(connection, "SELECT table_name FROM duckdb_tables() WHERE database_name = 's' AND table_name = 'kept'");
    if (tables.length === 0) return [];
    const where = isCube ? "" : ` WHERE indicator = ${int(indicator)}`;
    const rows = await rowsOf(connection, `SELECT * FROM s.kept${where} ORDER BY ALL`);
    return rows.map((row) => ({
      level: Number(row["level"]),
      period: Number(row["period"]),
      area: Number(row["area"]),
      members: Object.keys(row).flatMap((key) => (/^m\d+$/.test(key) ? [Number(row[key])] : [])),
      value: Number(row["value"]),
      decision: Number(row["decision"]) % shownBefore,
      before: Number(row["decision"]) >= shownBefore,
    }));
  } finally {
    connection.closeSync();
    engine.closeSync();
  }
}
