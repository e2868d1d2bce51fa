import { fail } from "@peil/core/errors.ts";
import type { Kysely } from "kysely";
import type { Edits } from "./documents.ts";
import { rowsOf } from "./documents-edits.ts";
import type { Tables } from "./documents-tables.ts";

/** What must be unique: a table and the columns. */
const unique = [
  ["level", ["division_key"]],
  ["level", ["alias_key"]],
  ["area", ["level", "code_key"]],
  ["dimension_level", ["code_key"]],
  ["member", ["level", "code_key"]],
  ["indicator", ["code_key"]],
] as const;

/**
 * After a database refused edits because something stands there already: says what.
 * @throws `code-taken`; returns where nothing is found
 */
export async function findTaken(db: Kysely<Tables>, edits: Edits): Promise<void> {
  const written = rowsOf(edits);
  for (const [table, columns] of unique) {
    const rows = written[table];
    if (rows.length === 0) continue;
    const ids = new Set(rows.map((row) => row.id));
    const kept = (await db.selectFrom(table).selectAll().execute()).filter((row) => !ids.has(row.id));
    refuseSecond(table, columns, [...kept, ...rows]);
  }
  for (const table of ["dimension", "source"] as const) refuseSecond(table, ["code_key"], written[table]);
  for (const table of edits.tables ?? []) refuseSecondLink("area", table.links);
  for (const table of edits.memberLinks ?? []) refuseSecondLink("member", table.links);
}

function refuseSecond(table: string, columns: readonly string[], rows: readonly object[]): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const values = columns.map((column) => (row as Record<string, unknown>)[column]);
    const key = JSON.stringify(values);
    if (seen.has(key)) fail("code-taken", { kind: table, code: String(values.at(-1)) });
    seen.add(key);
  }
}

function refuseSecondLink(kind: string, links: readonly { readonly child: number; readonly parent: number }[]): void {
  refuseSecond(
    `${kind}_link`,
    ["pair"],
    links.map((each) => ({ pair: `${each.child} → ${each.parent}` })),
  );
}

/**
 * A level is found by its alias and by its division, so an alias may not be the division of another one.
 * @throws `code-taken`
 */
export async function refuseAmbiguousLevels(db: Kysely<Tables>): Promise<void> {
  const levels = await db.selectFrom("level").select(["id", "alias_key", "division_key"]).execute();
  const divisions = new Map(levels.map((each) => [each.division_key, each.id]));
  for (const each of levels) {
    const other = divisions.get(each.alias_key);
    if (other !== undefined && other !== each.id) fail("code-taken", { kind: "level", code: each.alias_key });
  }
}
