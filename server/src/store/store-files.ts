import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { quote } from "./literals.ts";

/** The file of a store in the data folder. */
export function storeFile(folder: string, hash: string): string {
  return join(folder, "store", `${hash}.duckdb`);
}

/** Runs statements one after the other. */
export async function runAll(connection: DuckDBConnection, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await connection.run(statement);
}

/**
 * Writes a store beside its place, makes it last on disk and read-only, and puts it there in one step.
 * @param statements make tables in the database `out`
 */
export async function writeStore(connection: DuckDBConnection, folder: string, hash: string, statements: readonly string[]): Promise<void> {
  const draft = join(folder, "store", `.${hash}.${process.pid}`);
  rmSync(draft, { force: true });
  await connection.run(`ATTACH ${quote(draft)} AS out`);
  await runAll(connection, statements);
  await connection.run("CHECKPOINT out; DETACH out");
  syncFile(draft);
  chmodSync(draft, 0o444);
  renameSync(draft, storeFile(folder, hash));
  syncFile(join(folder, "store"));
}

/** Makes a file or folder last on disk. */
export function syncFile(path: string): void {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
