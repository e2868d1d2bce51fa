import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { DuckDBAppender } from "@duckdb/node-api";
import { fail } from "@peil/core/errors.ts";
import type { LoadPart } from "./documents.ts";
import { openEngine, rowsOf } from "./duckdb.ts";
import { startLoad, sync } from "./load-files.ts";
import {
  append,
  type Coded,
  type Column,
  createSql,
  cubeTable,
  flatTable,
  flowTable,
  type LoadTable,
  makeLookUp,
  type Naming,
  refuseDuplicates,
  writePart,
} from "./load-tables.ts";
import type { CubeBatch, FlatBatch } from "./loads.ts";

/** How much the engine that sorts a load may use. */
export type EngineOptions = { readonly memory?: string; readonly threads?: number };

/** What was written. */
export type FinishedLoad = {
  readonly parts: readonly LoadPart[];
  /** SHA-256 over all files: equal where the same figures were written. */
  readonly digest: string;
};

/** Writes the files of one load. Records may come in any order and in batches of any size. */
export type LoadWriter = {
  flat(batch: FlatBatch): Promise<void>;
  cube(indicator: number, columns: number, batch: CubeBatch): Promise<void>;
  /** Adds the rows of a query with the columns of `flat.parquet`, in that order; for files that the engine reads itself. */
  flatFromSql(select: string): Promise<void>;
  /** The same for a cube: level, period, area, m1 … mn, value, status. */
  cubeFromSql(indicator: number, columns: number, select: string): Promise<void>;
  /** The same for a flow: level, period, area, to_level, to_area, value, status. */
  flowFromSql(indicator: number, select: string): Promise<void>;
  /** Makes a table (level, code, id) that the two above may join; one of the same name is replaced. */
  lookUp(name: string, rows: readonly Coded[]): Promise<void>;
  /** Rows of a query on the writer's engine; for small results. */
  ask(sql: string): Promise<Record<string, unknown>[]>;
  /**
   * Sorts, writes and syncs the files. They count once the load is committed.
   * @param naming puts the codes to a figure that was written twice
   * @throws `figures-duplicate`, `disk-full`; the load is abandoned then
   */
  finish(naming?: Naming): Promise<FinishedLoad>;
  /** Throws everything away. */
  abandon(): Promise<void>;
};

/**
 * Begins a load in a folder that does not exist yet, `loads/<id>` of the data folder. Memory stays within the engine's
 * limit; what does not fit goes to disk.
 * @throws `folder-unwritable`
 */
export async function openLoadWriter(home: string, options: EngineOptions = {}): Promise<LoadWriter> {
  await startLoad(home);
  const temp = join(home, "tmp");
  const instance = await openEngine({ ...options, temp });
  const connection = await instance.connect();
  const tables = new Map<string, LoadTable>();
  const appenders = new Map<string, DuckDBAppender>();

  async function made(table: LoadTable): Promise<string> {
    if (!tables.has(table.name)) await connection.run(createSql(table));
    tables.set(table.name, table);
    return table.name;
  }

  async function add(table: LoadTable, columns: readonly Column[], rows: number): Promise<void> {
    const name = await made(table);
    const appender = appenders.get(name) ?? (await connection.createAppender(name));
    appenders.set(name, appender);
    append(appender, table, columns, rows);
  }

  async function close(): Promise<void> {
    for (const each of appenders.values()) each.closeSync();
    appenders.clear();
    connection.closeSync();
    instance.closeSync();
    await rm(temp, { recursive: true, force: true });
  }

  async function abandon(): Promise<void> {
    await close();
    await rm(home, { recursive: true, force: true });
  }

  async function write(naming: Naming): Promise<LoadPart[]> {
    for (const each of appenders.values()) each.flushSync();
    const parts: LoadPart[] = [];
    for (const each of [...tables.values()].sort((a, b) => (a.part.file < b.part.file ? -1 : 1))) {
      await refuseDuplicates(connection, each, naming);
      parts.push(await writePart(connection, each, home));
    }
    return parts;
  }

  return {
    flat: (batch) =>
      add(flatTable, [batch.indicator, batch.level, batch.period, batch.area, batch.value, batch.status, batch.text], batch.area.length),
    cube: (indicator, columns, batch) =>
      add(
        cubeTable(indicator, columns),
        [batch.level, batch.period, batch.area, ...batch.members, batch.value, batch.status],
        batch.area.length,
      ),
    flatFromSql: async (select) => void (await connection.run(`INSERT INTO ${await made(flatTable)} ${select}`)),
    cubeFromSql: async (indicator, columns, select) =>
      void (await connection.run(`INSERT INTO ${await made(cubeTable(indicator, columns))} ${select}`)),
    flowFromSql: async (indicator, select) => void (await connection.run(`INSERT INTO ${await made(flowTable(indicator))} ${select}`)),
    lookUp: (name, rows) => makeLookUp(connection, name, rows),
    ask: (sql) => rowsOf(connection, sql),
    async finish(naming = plainNames) {
      const parts = await write(naming).catch(async (error: unknown) => {
        await abandon();
        throw roomError(error, home);
      });
      await close();
      await sync(home);
      await sync(dirname(home));
      return { parts, digest: createHash("sha256").update(JSON.stringify(parts)).digest("hex") };
    },
    abandon,
  };
}

const plainNames: Naming = { figure: (key) => JSON.stringify(key), file: (part) => part.file };

/** The engine says a full disk in its own words. */
function roomError(error: unknown, home: string): unknown {
  if (error instanceof Error && /no space left|No space|disk full/i.test(error.message)) return fail("disk-full", { folder: home });
  return error;
}
