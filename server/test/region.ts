import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildRegion } from "../../fixtures/build.ts";
import { importExchange } from "../src/imports/exchange.ts";
import { openEngine, rowsOf } from "../src/store/duckdb.ts";
import { openWorkingCopy, type WorkingCopy } from "../src/working-copy.ts";

/** A data folder of its own with the invented region in it. */
export type Region = WorkingCopy & {
  /** The region in exchange format. */
  readonly exchange: string;
};

/** The moment at which tests import. */
export const moment = "2026-01-15T10:00:00.000Z";

/** A fresh folder for one test. */
export function temporary(): Promise<string> {
  return mkdtemp(join(tmpdir(), "peil-test-"));
}

/** Builds the region of `fixtures` and imports it into a new data folder. `close` removes both. */
export async function openRegion(): Promise<Region> {
  const home = await temporary();
  const exchange = join(home, "exchange");
  await buildRegion(exchange);
  const workingCopy = await openWorkingCopy({ folder: join(home, "data") });
  await importExchange(exchange, workingCopy, { by: "test", at: moment, note: "region" });
  return {
    ...workingCopy,
    exchange,
    async close() {
      await workingCopy.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Rows of a query on an engine of its own. */
export async function ask(sql: string): Promise<Record<string, unknown>[]> {
  const engine = await openEngine({});
  const connection = await engine.connect();
  const rows = await rowsOf(connection, sql);
  connection.closeSync();
  engine.closeSync();
  return rows;
}
