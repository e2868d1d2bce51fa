import { rm } from "node:fs/promises";
import type { CatalogueData } from "@peil/core/model/catalogue.ts";
import type { MemberLink } from "@peil/core/model/dimension.ts";
import type { Kysely } from "kysely";
import type { Edits } from "./documents.ts";
import { type Connection, inTransaction, migrate } from "./documents-connection.ts";
import { applyEdits } from "./documents-edits.ts";
import { readAll, readGeometryOf } from "./documents-read.ts";
import { connectSqlite } from "./documents-sqlite.ts";
import type { Tables } from "./documents-tables.ts";

/** Borders of a level, as TopoJSON text. */
export type LevelGeometry = { readonly level: number; readonly topology: string };

/**
 * Writes a catalogue as one SQLite file of its own, with the tables of the documents door; a file that stands there is
 * replaced. The same content gives the same file.
 */
export async function writeCatalogue(path: string, data: CatalogueData, geometry: readonly LevelGeometry[]): Promise<void> {
  await rm(path, { force: true });
  const connection = connectSqlite(path, (database) => {
    database.pragma("journal_mode = DELETE");
    database.pragma("synchronous = FULL");
  });
  try {
    await migrate(connection);
    await inTransaction(connection, connection.beginWrite, (db) => applyEdits(db, editsOf(data, geometry)));
  } finally {
    await connection.db.destroy();
  }
}

/** A catalogue file that was read. */
export type Snapshot = {
  readonly data: CatalogueData;
  /** Borders of a level, read when asked; undefined where it has none. */
  geometry(level: number): Promise<string | undefined>;
};

/** Reads a catalogue file; it is closed when this returns. @throws `store-damaged`, `data-damaged` */
export async function openSnapshot(path: string): Promise<Snapshot> {
  return {
    data: await withFile(path, readAll),
    geometry: (level) => withFile(path, (db) => readGeometryOf(db, level)),
  };
}

async function withFile<T>(path: string, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  const connection: Connection = connectSqlite(path, () => undefined, true);
  try {
    return await inTransaction(connection, connection.beginRead, work);
  } finally {
    await connection.db.destroy();
  }
}

/** A whole catalogue as edits of an empty one. */
function editsOf(data: CatalogueData, geometry: readonly LevelGeometry[]): Edits {
  const { memberLinks, ...rest } = data;
  const levels = new Map(data.members.map((each) => [each.id, each.level]));
  const groups = new Map<string, { childLevel: number; parentLevel: number; links: MemberLink[] }>();
  for (const link of memberLinks) {
    const childLevel = levels.get(link.child) ?? 0;
    const parentLevel = levels.get(link.parent) ?? 0;
    const key = `${childLevel}:${parentLevel}`;
    const group = groups.get(key) ?? { childLevel, parentLevel, links: [] };
    group.links.push(link);
    groups.set(key, group);
  }
  return { ...rest, memberLinks: [...groups.values()], geometry };
}
