import { fail } from "@peil/core/errors.ts";
import { type Kysely, sql } from "kysely";
import type { Change, Documents, IdKind, Load } from "./documents.ts";
import { type Connection, inTransaction, migrate } from "./documents-connection.ts";
import { applyEdits } from "./documents-edits.ts";
import { addKey, readKeys, stampKey } from "./documents-keys.ts";
import { readAll, readGeometryLevels, readGeometryOf } from "./documents-read.ts";
import type { Tables } from "./documents-tables.ts";
import { findTaken, refuseAmbiguousLevels } from "./documents-taken.ts";
import { findWorkspace, keepWorkspace } from "./documents-workspaces.ts";

/** The documents door on an open database of either kind. */
export function documentsOf(connection: Connection): Documents {
  const write = <T>(work: (db: Kysely<Tables>) => Promise<T>) => inTransaction(connection, connection.beginWrite, work);
  const read = <T>(work: (db: Kysely<Tables>) => Promise<T>) => inTransaction(connection, connection.beginRead, work);
  return {
    dialect: connection.dialect,
    migrate: () => migrate(connection),
    reserve: (kind, count) => write((db) => next(db, kind, count)),
    catalogue: () => read(readAll),
    geometry: (level) => read((db) => readGeometryOf(db, level)),
    geometryLevels: () => read(readGeometryLevels),
    loads: () => read(readLoads),
    commit: (change) => commit(connection, change),
    undo: (load, undone, at, by) => write((db) => undo(db, load, undone, at, by)),
    history: (limit) => read((db) => readHistory(db, limit)),
    keepWorkspace: (kept) => write((db) => keepWorkspace(db, kept)),
    workspace: (hash) => read((db) => findWorkspace(db, hash)),
    addKey: (key) => write((db) => addKey(db, key)),
    keys: () => read(readKeys),
    stampKey: (hash, what, at) => write((db) => stampKey(db, hash, what, at)),
    close: () => connection.db.destroy(),
  };
}

/** Takes `count` numbers of a kind; the row stays locked until the transaction ends. */
async function next(db: Kysely<Tables>, kind: IdKind | "change", count: number): Promise<number> {
  const row = await db
    .insertInto("id_counter")
    .values({ kind, next: 1 + count })
    .onConflict((conflict) => conflict.column("kind").doUpdateSet({ next: sql`id_counter.next + ${count}` }))
    .returning("next")
    .executeTakeFirstOrThrow();
  return row.next - count;
}

async function commit(connection: Connection, change: Change): Promise<number> {
  // Errors come as the database gives them: a code that is taken is told by name, after a look at what stands there.
  const raw: Connection = { ...connection, explain: rethrow };
  try {
    return await inTransaction(raw, connection.beginWrite, (db) => record(db, change));
  } catch (error) {
    if (connection.isTaken(error)) await inTransaction(connection, connection.beginRead, (db) => findTaken(db, change.edits));
    return connection.explain(error);
  }
}

function rethrow(error: unknown): never {
  throw error;
}

async function record(db: Kysely<Tables>, change: Change): Promise<number> {
  const number = await next(db, "change", 1);
  const { at, by, note, edits, load } = change;
  await db
    .insertInto("change")
    .values({ number, moment: at, author: by, note, load: load?.id ?? null })
    .execute();
  await applyEdits(db, edits);
  if (edits.levels !== undefined) await refuseAmbiguousLevels(db);
  if (load !== undefined) await insertLoad(db, number, load);
  return number;
}

async function insertLoad(db: Kysely<Tables>, number: number, load: NonNullable<Change["load"]>): Promise<void> {
  const taken = await db.selectFrom("load").select("id").where("id", "=", load.id).executeTakeFirst();
  if (taken !== undefined) fail("code-taken", { kind: "load", code: load.id });
  const row = {
    id: load.id,
    number,
    files: JSON.stringify(load.files),
    scopes: JSON.stringify(load.scopes),
    parts: JSON.stringify(load.parts),
    undone: 0,
  };
  await db.insertInto("load").values(row).execute();
}

async function readLoads(db: Kysely<Tables>): Promise<Load[]> {
  const rows = await db
    .selectFrom("load")
    .innerJoin("change", "change.number", "load.number")
    .select(["load.id", "load.number", "files", "scopes", "parts", "undone", "moment", "author", "note"])
    .orderBy("load.number")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    at: row.moment,
    by: row.author,
    note: row.note,
    files: JSON.parse(row.files),
    scopes: JSON.parse(row.scopes),
    parts: JSON.parse(row.parts),
    undone: row.undone === 1,
  }));
}

async function undo(db: Kysely<Tables>, load: string, undone: boolean, at: string, by: string): Promise<void> {
  const done = await db
    .updateTable("load")
    .set({ undone: undone ? 1 : 0 })
    .where("id", "=", load)
    .executeTakeFirst();
  if (Number(done.numUpdatedRows) === 0) fail("load-unknown", { id: load });
  const number = await next(db, "change", 1);
  const note = undone ? "undo" : "redo";
  await db.insertInto("change").values({ number, moment: at, author: by, note, load }).execute();
}

async function readHistory(db: Kysely<Tables>, limit: number): ReturnType<Documents["history"]> {
  const rows = await db.selectFrom("change").selectAll().orderBy("number", "desc").limit(limit).execute();
  return rows.map((row) => ({
    number: row.number,
    at: row.moment,
    by: row.author,
    note: row.note,
    ...(row.load === null ? {} : { load: row.load }),
  }));
}
