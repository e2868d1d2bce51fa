import { existsSync } from "node:fs";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Report } from "@peil/core/disclosure/audit.ts";
import type { Guards } from "@peil/core/disclosure/families.ts";
import type { Stores } from "./cubes.ts";
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

/** The release before this one: what it showed counts as known. */
export type PreviousGuards = { readonly stores: Stores; readonly record: GuardRecord };

/** A store of the previous release, attached to be read; undefined where there is none. `release` lets go of it. */
export async function attachPrevious(
  connection: DuckDBConnection,
  folder: string,
  hash: string | undefined,
): Promise<{ readonly name: string; detach(): Promise<void> } | undefined> {
  if (hash === undefined || !existsSync(storeFile(folder, hash))) return undefined;
  const name = `was_${hash.slice(0, 24)}`;
  await connection.run(`ATTACH ${quote(storeFile(folder, hash))} AS ${name} (READ_ONLY)`);
  return {
    name,
    async detach() {
      await connection.run(`DETACH ${name}`);
    },
  };
}

/** Whether anything flat is guarded. */
export function guardsFlat(guards: Guards): boolean {
  return guards.flat.length > 0 || guards.followers.length > 0 || guards.contributions.length > 0;
}
