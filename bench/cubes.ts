import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parseSelection } from "@peil/core/query/address.ts";
import { assemble } from "@peil/core/query/assemble.ts";
import { compile } from "@peil/core/query/compile.ts";
import { openDuckdbCubes } from "../server/src/store/cubes-duckdb.ts";
import { benchCatalogue, storeHash, writeBenchStore } from "./cube-data.ts";
import { kinds, type Question, questions } from "./cube-queries.ts";

/** Times in ms at the middle and at the slow end. */
export type Times = { readonly p50: number; readonly p95: number };

/** Of a list of times. */
export function timesOf(list: readonly number[]): Times {
  const sorted = [...list].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}

async function timed(list: readonly Question[], clients: number, ask: (question: Question) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  const queue = [...list];
  async function client(): Promise<void> {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const start = performance.now();
      await ask(next);
      times.push(performance.now() - start);
    }
  }
  await Promise.all(Array.from({ length: clients }, client));
  return times;
}

/** One line of the comparison of our full path with hand-written SQL on the same table. */
export type CubeLine = {
  readonly kind: string;
  readonly clients: number;
  readonly ours: Times;
  readonly sql: Times;
  readonly ratio: number;
};

/** Where the cube of the measurements lies; kept between runs. */
export const benchFolder = join(tmpdir(), "peil-bench");

/**
 * Asks the questions by the full path (parse the address, compile, run, assemble) and as hand-written SQL on the same file, in
 * turns so that both meet the same machine, with one client and with eight.
 */
export async function measureCubes(count = 200): Promise<readonly CubeLine[]> {
  await writeBenchStore(benchFolder);
  const catalogue = benchCatalogue();
  const cubes = await openDuckdbCubes({ folder: benchFolder, memory: "1GB", threads: 2 });
  const release = await cubes.attach({ flat: storeHash, cubes: { 1: storeHash } });
  const raw = await DuckDBInstance.create(":memory:", { threads: "2", memory_limit: "1GB" });
  const connections = await Promise.all(Array.from({ length: 8 }, () => raw.connect()));
  await connections[0]?.run(`ATTACH '${join(benchFolder, "store", `${storeHash}.duckdb`)}' AS d (READ_ONLY)`);
  const free = [...connections];
  // Both have the whole table in memory, as after a morning of questions.
  const everything = "SELECT sum(value), sum(area), sum(period), sum(m1), sum(m2), sum(m3), sum(status) FROM d.cells";
  await connections[0]?.run(everything);
  for (const level of ["municipality", "sector"]) {
    const all = compile(parseSelection(`indicator=people&level=${level}&period=all&by=sex`), catalogue);
    for (const part of all.parts) await release.run(part.plan);
  }

  async function byPath(question: Question): Promise<number> {
    const selection = parseSelection(question.address);
    const compiled = compile(selection, catalogue);
    const rows = await Promise.all(compiled.parts.map((part) => release.run(part.plan)));
    return assemble(compiled, rows, catalogue, "bench").values.length;
  }
  async function bySql(question: Question): Promise<number> {
    const connection = free.pop() ?? (await raw.connect());
    const result = await connection.run(question.sql);
    const rows = await result.getRows();
    free.push(connection);
    return rows.length;
  }

  for (const question of questions(200, "d.cells", 1)) {
    await bySql(question);
    await byPath(question);
  }
  const out: CubeLine[] = [];
  for (const clients of [1, 8]) {
    for (const kind of kinds) {
      const all = questions(4 * count, "d.cells").filter((each) => each.kind === kind);
      const ours: number[] = [];
      const sql: number[] = [];
      const turn = clients === 1 ? 10 : 50;
      for (let start = 0; start < all.length; start += turn) {
        const part = all.slice(start, start + turn);
        sql.push(...(await timed(part, clients, bySql)));
        ours.push(...(await timed(part, clients, byPath)));
      }
      const line = { kind, clients, ours: timesOf(ours), sql: timesOf(sql) };
      out.push({ ...line, ratio: line.ours.p50 / line.sql.p50 });
    }
  }
  await release.detach();
  await cubes.close();
  return out;
}
