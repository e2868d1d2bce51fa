import { existsSync } from "node:fs";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Report } from "@peil/core/disclosure/audit.ts";
import type { Guards } from "@peil/core/disclosure/families.ts";
import type { Stores } from "./cubes.ts";
import { rowsOf } from "./duckdb.ts";
import { quote } from "./literals.ts";
import { storeFile } from "./store-files.ts";

/** What disclosure control did with one table of a release; kept with the release, for administrators only. */
export type GuardReport = Report & {
  /** `flat:` and the codes of the indicators that were decided together, or `cube:` and its code. */
  readonly key: string;
  readonly indicators: readonly string[];
  /** Digest of what decided. */
  readonly inputs: string;
  readonly mode: "protect" | "mark";
};

/** What a release keeps of its decisions. */
export type GuardRecord = {
  /** Digest of what the flat store was made from, decisions apart. */
  readonly flat: string;
  readonly reports: readonly GuardReport[];
};

/** The current release with what it decided, and the stores of all releases that are kept: what any of them showed counts as known. */
export type PreviousGuards = { readonly stores: Stores; readonly record: GuardRecord; readonly shown: readonly Stores[] };

/** A store of an earlier release, attached to be read. `guarded`: hidden figures stand in a table `kept` beside the others. */
export type ShownStore = { readonly hash: string; readonly name: string; readonly guarded: boolean };

/** Attaches stores of earlier releases, each once; those that are gone are passed over. `detach` lets go of them. */
export async function attachShown(
  connection: DuckDBConnection,
  folder: string,
  hashes: readonly (string | undefined)[],
): Promise<{ readonly stores: readonly ShownStore[]; detach(): Promise<void> }> {
  const stores: ShownStore[] = [];
  for (const hash of new Set(hashes)) {
    if (hash === undefined || !existsSync(storeFile(folder, hash))) continue;
    const name = `was_${hash.slice(0, 24)}`;
    await connection.run(`ATTACH ${quote(storeFile(folder, hash))} AS ${name} (READ_ONLY)`);
    const kept = await rowsOf(connection, `SELECT 1 FROM duckdb_tables() WHERE database_name = '${name}' AND table_name = 'kept'`);
    stores.push({ hash, name, guarded: kept.length > 0 });
  }
  return {
    stores,
    async detach() {
      for (const { name } of stores) await connection.run(`DETACH ${name}`);
    },
  };
}

/** Whether anything flat is guarded. */
export function guardsFlat(guards: Guards): boolean {
  return guards.flat.length > 0 || guards.followers.length > 0 || guards.contributions.length > 0;
}
