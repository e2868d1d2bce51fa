import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection, DuckDBDataChunk, DuckDBInstance } from "@duckdb/node-api";
import { fail } from "@peil/core/errors.ts";
import { isTogether } from "@peil/core/query/evaluate-plan.ts";
import { foldGroups, hasGroups, withoutGroups } from "@peil/core/query/guarded-groups.ts";
import type { Plan, Rows } from "@peil/core/query/plan.ts";
import { blankRows } from "@peil/core/query/rows.ts";
import type { Cubes, ReleaseCubes, Stores } from "./cubes.ts";
import { openEngine, rowsOf } from "./duckdb.ts";
import { isWholeScan, openFlatSlices } from "./flat-slices.ts";
import { type FlowPlace, flowPlaceOf } from "./flow-place.ts";
import { quote } from "./literals.ts";
import { type CubePlace, type Fixed, type Places, printBare } from "./print-plan.ts";
import { runTogether } from "./run-together.ts";

/** Settings of the engine. `memory` is DuckDB's own limit, such as `256MB`. */
export type CubesOptions = { readonly folder: string; readonly memory?: string; readonly threads?: number; readonly connections?: number };

/** What is kept of flat figures beside the engine's own memory. */
const sliceBytes = 24 * 1024 * 1024;

/** From how many plans on their leaves are read together. */
const manyPlans = 6;

type Attached = { readonly name: string; uses: number; place?: CubePlace };

/**
 * The cubes door on DuckDB: one engine in memory that attaches the files of releases read-only. Files that two
 * releases share are attached once, and let go when the last query of the last release that uses them has ended. Flat figures of
 * whole levels that were read are kept at hand (`openFlatSlices`).
 * At most `connections` queries run at a time; the others wait their turn.
 */
export async function openDuckdbCubes(options: CubesOptions): Promise<Cubes> {
  const instance = await openEngine({
    // Made when something does not fit in memory, and gone with the engine.
    temp: join(tmpdir(), `peil-spill-${randomUUID()}`),
    ...(options.memory === undefined ? {} : { memory: options.memory }),
    ...(options.threads === undefined ? {} : { threads: options.threads }),
  });
  const admin = await instance.connect();
  const pool = openPool(instance, options.connections ?? 8);
  const slices = openFlatSlices(sliceBytes);
  const attached = new Map<string, Attached>();
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  };

  async function attachFile(hash: string, isCube: boolean): Promise<Attached> {
    const known = attached.get(hash);
    if (known) {
      known.uses++;
      if (isCube) known.place ??= await placeOf(admin, known.name);
      return known;
    }
    const path = join(options.folder, "store", `${hash}.duckdb`);
    if (!existsSync(path)) {
      fail("data-damaged", { what: `store/${hash}.duckdb`, mend: "peil publish" });
    }
    const name = `d_${hash.slice(0, 24)}`;
    await admin.run(`ATTACH ${quote(path)} AS ${name} (READ_ONLY)`);
    const made: Attached = { name, uses: 1, ...(isCube ? { place: await placeOf(admin, name) } : {}) };
    attached.set(hash, made);
    return made;
  }

  async function detachFile(hash: string): Promise<void> {
    const known = attached.get(hash);
    if (known === undefined || --known.uses > 0) return;
    attached.delete(hash);
    slices.forget(known.name);
    await admin.run(`DETACH ${known.name}`);
  }

  async function attach(stores: Stores): Promise<ReleaseCubes> {
    const flows = Object.entries(stores.flows ?? {});
    const hashes = [stores.flat, ...Object.values(stores.cubes), ...flows.map(([, hash]) => hash)];
    const flat = await attachFile(stores.flat, false);
    const cubes = new Map<number, CubePlace>();
    for (const [id, hash] of Object.entries(stores.cubes)) {
      const { place } = await attachFile(hash, true);
      if (place) cubes.set(Number(id), place);
    }
    const flowPlaces = new Map<number, FlowPlace>();
    for (const [id, hash] of flows) flowPlaces.set(Number(id), await flowPlaceOf(admin, (await attachFile(hash, false)).name));
    const places: Places = {
      flat: `${flat.name}.flat`,
      texts: `${flat.name}.texts`,
      cube: (id) => cubes.get(id),
      flow: (id) => flowPlaces.get(id),
    };
    let running = 0;
    let idle: (() => void) | undefined;
    function hold(): () => void {
      running++;
      let isHeld = true;
      return () => {
        if (isHeld && --running === 0) idle?.();
        isHeld = false;
      };
    }
    async function using<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
      const letGo = hold();
      try {
        return await pool.use(work);
      } finally {
        letGo();
      }
    }
    const ask = (plan: Plan): Promise<Rows> => using((connection) => runPlan(connection, plan, places));
    const run = async (plan: Plan): Promise<Rows> => {
      if (isWholeScan(plan)) return slices.rows(flat.name, plan, (periods) => ask({ ...plan, periods }));
      if (!hasGroups(plan)) return ask(plan);
      return foldGroups(plan, await ask(withoutGroups(plan)));
    };
    return {
      run,
      hold,
      async runAll(plans) {
        const together = plans.filter(isTogether);
        if (together.length < manyPlans) return Promise.all(plans.map(run));
        const rows = await using((connection) => runTogether(connection, together, places));
        const found = new Map(together.map((plan, at) => [plan, rows[at]]));
        return Promise.all(plans.map((plan) => found.get(plan) ?? run(plan)));
      },
      async detach() {
        if (running > 0) await new Promise<void>((resolve) => (idle = resolve));
        await inTurn(async () => {
          for (const hash of hashes) await detachFile(hash);
        });
      },
    };
  }

  return {
    attach: (stores) => inTurn(() => attach(stores)),
    async close() {
      await turn;
      await pool.close();
      admin.closeSync();
      instance.closeSync();
    },
  };
}

async function placeOf(connection: DuckDBConnection, name: string): Promise<CubePlace> {
  const rows = await rowsOf(connection, `SELECT plain, exact FROM ${name}.facts`);
  return { cells: `${name}.cells`, present: `${name}.present`, plain: rows[0]?.["plain"] === true, exact: rows[0]?.["exact"] === true };
}

/** Prints a plan, runs it and gives its rows by column. */
export async function runPlan(connection: DuckDBConnection, plan: Plan, places: Places): Promise<Rows> {
  const { sql, axes, flags = false, fixed = {} } = printBare(plan, places);
  const result = await connection.run(sql);
  return columnsOf(await result.fetchAllChunks(), axes.length, flags, fixed);
}

function columnsOf(chunks: readonly DuckDBDataChunk[], axes: number, flags: boolean, fixed: Fixed): Rows {
  const length = chunks.reduce((n, chunk) => n + chunk.rowCount, 0);
  const rows = blankRows(length, axes);
  const { area, period, members, value, status } = rows;
  const flag = flags ? new Uint8Array(length) : undefined;
  const text: (string | null)[] = [];
  if (fixed.area !== undefined) area.fill(fixed.area);
  if (fixed.period !== undefined) period.fill(fixed.period);
  if (fixed.status !== undefined) status.fill(fixed.status);
  const given = [
    ...(fixed.area === undefined ? [area] : []),
    ...(fixed.period === undefined ? [period] : []),
    ...members,
    value,
    ...(fixed.status === undefined ? [status] : []),
    ...(flag ? [flag] : []),
  ];
  let start = 0;
  for (const chunk of chunks) {
    for (const [at, column] of given.entries()) fill(chunk, at, start, column);
    if (chunk.columnCount > given.length) fillTexts(chunk, given.length, start, text);
    start += chunk.rowCount;
  }
  return { ...rows, ...(flag ? { flag } : {}), ...(text.length > 0 ? { text } : {}) };
}

function fillTexts(chunk: DuckDBDataChunk, column: number, start: number, into: (string | null)[]): void {
  const vector = chunk.getColumnVector(column);
  for (let row = 0; row < chunk.rowCount; row++) {
    const each = vector.getItem(row);
    if (each !== null) into[start + row] = String(each);
  }
}

/**
 * Copies a column of numbers. The vector keeps them in a typed array that it does not show; copying that is ten times as fast as asking
 * item by item, and what stands under a NULL does not matter: no status but `value` and `incomplete` has a figure.
 */
function fill(chunk: DuckDBDataChunk, column: number, start: number, into: Int32Array | Float64Array | Uint8Array): void {
  const vector = chunk.getColumnVector(column);
  const items: unknown = Reflect.get(vector, "items");
  if (items instanceof into.constructor) {
    into.set((items as Float64Array).subarray(0, chunk.rowCount), start);
    return;
  }
  for (let row = 0; row < chunk.rowCount; row++) into[start + row] = Number(vector.getItem(row));
}

/** A fixed number of connections, lent in the order of asking. */
function openPool(
  instance: DuckDBInstance,
  size: number,
): { use<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T>; close(): Promise<void> } {
  const free: DuckDBConnection[] = [];
  const waiting: ((connection: DuckDBConnection) => void)[] = [];
  let made = 0;
  async function take(): Promise<DuckDBConnection> {
    const ready = free.pop();
    if (ready) return ready;
    if (made < size) {
      made++;
      return instance.connect();
    }
    return new Promise((resolve) => waiting.push(resolve));
  }
  return {
    async use(work) {
      const connection = await take();
      try {
        return await work(connection);
      } finally {
        const next = waiting.shift();
        if (next) next(connection);
        else free.push(connection);
      }
    },
    async close() {
      for (const connection of free) connection.closeSync();
    },
  };
}
