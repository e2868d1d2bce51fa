import { setTimeout as sleep } from "node:timers/promises";
import { fail } from "@peil/core/errors.ts";
import { type Kysely, sql } from "kysely";
import type { Tables } from "./documents-tables.ts";
import { migrations } from "./migrations/index.ts";

/** An open database and what is particular to its kind. */
export type Connection = {
  readonly dialect: "sqlite" | "postgres";
  readonly db: Kysely<Tables>;
  /** How a transaction starts that will write, and one that reads everything as of one moment. */
  readonly beginWrite: string;
  readonly beginRead: string;
  /** Whether another process holds the database: trying again helps. */
  isBusy(error: unknown): boolean;
  /** Whether a code or key stands there already. */
  isTaken(error: unknown): boolean;
  /** Throws the error of the catalogue that says what is wrong, where there is one; else `error` itself. */
  explain(error: unknown): never;
};

const patience = 60_000;

/**
 * Does `work` in one transaction: all or nothing. Where another process is writing it is tried again, without holding up
 * this process.
 */
export async function inTransaction<T>(of: Connection, begin: string, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  const until = performance.now() + patience;
  for (;;) {
    try {
      return await of.db.connection().execute((db) => once(db, begin, work));
    } catch (error) {
      if (!of.isBusy(error) || performance.now() > until) return of.explain(error);
      await sleep(5 + Math.random() * 20);
    }
  }
}

async function once<T>(db: Kysely<Tables>, begin: string, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  await sql.raw(begin).execute(db);
  try {
    const result = await work(db);
    await sql.raw("commit").execute(db);
    return result;
  } catch (error) {
    // Where the connection broke there is nothing left to roll back; the first error is the one that tells.
    await sql
      .raw("rollback")
      .execute(db)
      .catch(() => undefined);
    throw error;
  }
}

/** Any number that no other program on the same PostgreSQL server is likely to use. */
const migrationLock = 7_345_001;

/**
 * Brings the tables up to date.
 * @throws `data-newer` where a newer version of the program has been at work
 */
export async function migrate(of: Connection): Promise<void> {
  await inTransaction(of, of.beginWrite, async (db) => {
    if (of.dialect === "postgres") await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(db);
    await db.schema
      .createTable("migration")
      .ifNotExists()
      .addColumn("name", "text", (c) => c.primaryKey())
      .execute();
    const done = new Set((await db.selectFrom("migration").select("name").execute()).map((row) => row.name));
    const unknown = [...done].find((name) => !migrations.some((each) => each.name === name));
    if (unknown !== undefined) fail("data-newer", { what: unknown });
    for (const each of migrations) {
      if (done.has(each.name)) continue;
      await each.up(db);
      await db.insertInto("migration").values({ name: each.name }).execute();
    }
  });
}
