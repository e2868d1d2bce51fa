import type { DuckDBConnection } from "@duckdb/node-api";
import { rowsOf } from "./duckdb.ts";
import type { FlowPlace } from "./print-flow.ts";

export type { FlowPlace } from "./print-flow.ts";

/** What is known of the figures of a flow. @param name of the attached file */
export async function flowPlaceOf(connection: DuckDBConnection, name: string): Promise<FlowPlace> {
  const [row] = await rowsOf(connection, `SELECT plain, exact, tables FROM ${name}.facts`);
  return { name, plain: row?.["plain"] === true, exact: row?.["exact"] === true, tables: Number(row?.["tables"] ?? 0) };
}
