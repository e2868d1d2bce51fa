import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

/** What every step of the compilation needs: where to read, where to write, and an engine to count with. */
export type Workshop = {
  readonly source: string;
  readonly target: string;
  readonly connection: DuckDBConnection;
};

/** Opens the workshop. One thread, so that the same input gives the same bytes. */
export async function openWorkshop(source: string, target: string): Promise<Workshop> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1", memory_limit: "1GB" });
  return { source, target, connection: await instance.connect() };
}

/** Runs a statement. */
export async function run(shop: Workshop, sql: string): Promise<void> {
  await shop.connection.run(sql);
}

/** Rows of a query, every value as text (empty text for nothing). */
export async function texts(shop: Workshop, sql: string): Promise<Record<string, string>[]> {
  const rows = (await shop.connection.runAndReadAll(sql)).getRowObjectsJson();
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value === null ? "" : String(value)])));
}

/** A source file as a table of texts: codes keep their leading zeroes. */
export function table(shop: Workshop, file: string): string {
  return `read_csv(${quoted(join(shop.source, file))}, all_varchar = true, header = true)`;
}

/** Text as an SQL literal. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Reads a small file of the source whole. */
export function readSource(shop: Workshop, file: string): string {
  return readFileSync(join(shop.source, file), "utf8");
}

/** Stops the compilation when what was found is not what the source promises. */
export function expect(found: unknown, wanted: unknown, what: string): void {
  if (String(found) !== String(wanted)) throw new Error(`${what}: found ${String(found)}, expected ${String(wanted)}`);
}

/** Fields as one line of CSV, quoted where needed. */
export function csvLine(fields: readonly string[]): string {
  return fields.map((each) => (/[",\n]/.test(each) ? `"${each.replaceAll('"', '""')}"` : each)).join(",");
}
