import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fail } from "@peil/core/errors.ts";
import Database from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import type { Documents } from "./documents.ts";
import type { Connection } from "./documents-connection.ts";
import { documentsOf } from "./documents-database.ts";
import type { Tables } from "./documents-tables.ts";

/**
 * The documents door on one SQLite file, which is made when it is not there. A commit that was answered survives a power
 * cut; readers never wait for a writer.
 * @throws `store-damaged`, `folder-unwritable`
 */
export async function openSqliteDocuments(path: string): Promise<Documents> {
  // While another process makes the same file, setting it up can be refused for a moment.
  for (let attempt = 1; ; attempt++) {
    try {
      return documentsOf(connectSqlite(path, keepSafe));
    } catch (error) {
      if (!isBusy(error) || attempt === 100) throw error;
      await sleep(20);
    }
  }
}

function keepSafe(database: Database.Database): void {
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
}

/** Opens an SQLite file. `set` may change settings of the connection before it is used. */
export function connectSqlite(path: string, set: (database: Database.Database) => void, readonly = false): Connection {
  try {
    // A short wait: whoever waits longer does so between attempts, where it holds up nobody.
    const database = new Database(path, { timeout: 50, readonly, fileMustExist: readonly });
    try {
      set(database);
    } catch (error) {
      database.close();
      throw error;
    }
    return {
      dialect: "sqlite",
      db: new Kysely<Tables>({ dialect: new SqliteDialect({ database }) }),
      beginWrite: "begin immediate",
      beginRead: "begin",
      isBusy,
      isTaken: (error) => /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/.test(codeOf(error)),
      explain: (error) => explain(error, path),
    };
  } catch (error) {
    return explain(error, path);
  }
}

function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function explain(error: unknown, path: string): never {
  const code = codeOf(error);
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return fail("store-damaged", { file: path });
  if (/^SQLITE_(CANTOPEN|READONLY|PERM)/.test(code)) return fail("folder-unwritable", { folder: dirname(path) });
  if (/^SQLITE_(FULL)/.test(code)) return fail("disk-full", { folder: dirname(path) });
  throw error;
}
