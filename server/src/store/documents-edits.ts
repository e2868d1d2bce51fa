import { fail } from "@peil/core/errors.ts";
import { CompiledQuery, type Kysely, PostgresAdapter } from "kysely";
import type { Edits } from "./documents.ts";
import type { Tables } from "./documents-tables.ts";

/** Tables of things with an id, and the columns by which they are known for ever. */
const identity = {
  level: ["division_key"],
  area: ["level", "code_key"],
  dimension_level: ["code_key"],
  member: ["level", "code_key"],
  indicator: ["code_key"],
} as const satisfies Partial<Record<keyof Tables, readonly string[]>>;

type Identified = keyof typeof identity;

/** A code as it is compared. */
export function keyOf(code: string): string {
  return code.toLowerCase();
}

/**
 * Writes edits inside a transaction. Things are taken out and put in again, so that two of them can change aliases.
 * @throws `code-fixed` where the code of a known thing would change
 */
export async function applyEdits(db: Kysely<Tables>, edits: Edits): Promise<void> {
  const rows = rowsOf(edits);
  for (const table of Object.keys(identity) as Identified[]) await replace(db, table, rows[table]);
  await replaceCoded(db, "dimension", rows.dimension);
  await replaceCoded(db, "source", rows.source);
  await replaceLinks(db, edits);
  if (edits.site !== undefined) await replaceAll(db, "site", [{ id: 1, body: JSON.stringify(edits.site) }]);
  if (edits.themes !== undefined)
    await replaceAll(
      db,
      "theme",
      edits.themes.map((each) => ({ id: each.id, body: JSON.stringify(each) })),
    );
  for (const { level, topology } of edits.geometry ?? []) {
    await db.deleteFrom("geometry").where("level", "=", level).execute();
    await db.insertInto("geometry").values({ level, topology }).execute();
  }
}

/** The rows of things with codes that edits would write, per table. */
export function rowsOf(edits: Edits) {
  const coded = <T extends { readonly code: string }>(list: readonly T[] = []) =>
    list.map((each) => ({ code_key: keyOf(each.code), body: JSON.stringify(each) }));
  const known = <T extends { readonly id: number; readonly code: string }>(list: readonly T[] = []) =>
    list.map((each) => ({ id: each.id, code_key: keyOf(each.code), body: JSON.stringify(each) }));
  const within = <T extends { readonly id: number; readonly level: number; readonly code: string }>(list: readonly T[] = []) =>
    list.map((each) => ({ id: each.id, level: each.level, code_key: keyOf(each.code), body: JSON.stringify(each) }));
  return {
    level: (edits.levels ?? []).map((each) => ({
      id: each.id,
      division_key: keyOf(each.division),
      alias_key: keyOf(each.alias),
      body: JSON.stringify(each),
    })),
    area: within(edits.areas),
    dimension: coded(edits.dimensions),
    dimension_level: known(edits.dimensionLevels),
    member: within(edits.members),
    source: coded(edits.sources),
    indicator: known(edits.indicators),
  };
}

/** Rows of one statement, and ids of one question: well below what either database takes. */
const batch = { rows: 500, ids: 20_000 };

/**
 * Inserts rows, many at a time. The statement is written here and not by the query builder, which takes longer to write it than
 * the database to run it; names of tables and columns are those of the row types.
 */
async function insert<T extends keyof Tables>(db: Kysely<Tables>, table: T, rows: readonly Tables[T][]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}) as (keyof Tables[T] & string)[];
  const numbered = db.getExecutor().adapter instanceof PostgresAdapter;
  for (let at = 0; at < rows.length; at += batch.rows) {
    const some = rows.slice(at, at + batch.rows);
    const values = some.flatMap((row) => columns.map((column) => row[column]));
    await db.executeQuery(CompiledQuery.raw(insertSql(table, columns, some.length, numbered), values));
  }
}

function insertSql(table: string, columns: readonly string[], rows: number, numbered: boolean): string {
  const row = (at: number): string => columns.map((_, i) => (numbered ? `$${at * columns.length + i + 1}` : "?")).join(",");
  const list = Array.from({ length: rows }, (_, at) => `(${row(at)})`).join(",");
  return `insert into "${table}" (${columns.map((each) => `"${each}"`).join(",")}) values ${list}`;
}

async function replaceAll<T extends "site" | "theme">(db: Kysely<Tables>, table: T, rows: readonly Tables[T][]): Promise<void> {
  await db.deleteFrom<keyof Tables>(table).execute();
  await insert(db, table, rows);
}

async function replaceCoded(db: Kysely<Tables>, table: "dimension" | "source", rows: readonly { code_key: string; body: string }[]) {
  for (const row of rows) await db.deleteFrom(table).where("code_key", "=", row.code_key).execute();
  await insert(db, table, rows);
}

async function replace(db: Kysely<Tables>, table: Identified, rows: readonly Tables[Identified][]): Promise<void> {
  const byId = new Map(rows.map((row) => [Number(row.id), row]));
  const ids = [...byId.keys()];
  for (let at = 0; at < ids.length; at += batch.ids) {
    const some = ids.slice(at, at + batch.ids);
    const old = await db.selectFrom(table).selectAll().where("id", "in", some).execute();
    if (old.length === 0) continue;
    for (const each of old) refuseNewCode(table, each, byId.get(each.id));
    await db.deleteFrom(table).where("id", "in", some).execute();
  }
  await insert(db, table, rows);
}

function refuseNewCode(table: Identified, old: object, row: object | undefined): void {
  const before = old as Record<string, unknown>;
  const after = (row ?? {}) as Record<string, unknown>;
  const changed = identity[table].some((column) => before[column] !== after[column]);
  if (changed) fail("code-fixed", { kind: table, code: codeOf(before) });
}

function codeOf(row: Record<string, unknown>): string {
  return String(row.code_key ?? row.division_key);
}

async function replaceLinks(db: Kysely<Tables>, edits: Edits): Promise<void> {
  for (const { childLevel, parentLevel, links } of edits.tables ?? []) {
    await db.deleteFrom("area_link").where("child_level", "=", childLevel).where("parent_level", "=", parentLevel).execute();
    const rows = links.map((each) => ({
      child_level: childLevel,
      parent_level: parentLevel,
      child: each.child,
      parent: each.parent,
      weight: each.weight ?? null,
    }));
    await insert(db, "area_link", rows);
  }
  for (const { childLevel, parentLevel, links } of edits.memberLinks ?? []) {
    await db.deleteFrom("member_link").where("child_level", "=", childLevel).where("parent_level", "=", parentLevel).execute();
    const rows = links.map((each) => ({ child_level: childLevel, parent_level: parentLevel, child: each.child, parent: each.parent }));
    await insert(db, "member_link", rows);
  }
}
