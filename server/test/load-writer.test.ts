import { existsSync, readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkLoads, loadFolder, newLoadId } from "../src/store/load-files.ts";
import { openLoadWriter } from "../src/store/load-writer.ts";
import type { FlatBatch } from "../src/store/loads.ts";
import { ask, moment, temporary } from "./region.ts";

let home: string;
beforeAll(async () => {
  home = await temporary();
});
afterAll(() => rm(home, { recursive: true, force: true }));

function flat(rows: readonly (readonly [number, number, number, number, number, number, (string | null)?])[]): FlatBatch {
  const column = (at: 0 | 1 | 2 | 3) => Int32Array.from(rows, (row) => row[at]);
  return {
    indicator: column(0),
    level: column(1),
    period: column(2),
    area: column(3),
    value: Float64Array.from(rows, (row) => row[4]),
    status: Uint8Array.from(rows, (row) => row[5]),
    text: rows.map((row) => row[6] ?? null),
  };
}

describe("load writer", () => {
  it("writes sorted files, whatever the order in which records came", async () => {
    const folder = loadFolder(home, newLoadId(moment));
    const writer = await openLoadWriter(folder);
    await writer.flat(
      flat([
        [2, 1, 5, 9, 1.5, 0],
        [1, 2, 5, 9, Number.NaN, 0, "text"],
      ]),
    );
    await writer.flat(
      flat([
        [1, 1, 6, 9, -99997, 2],
        [1, 1, 5, 9, 0.1, 0],
      ]),
    );
    const members = [Int32Array.of(2, 1), Int32Array.of(3, 3)];
    const two = (a: number, b: number) => Int32Array.of(a, b);
    await writer.cube(7, 2, {
      level: two(1, 1),
      period: two(5, 5),
      area: two(9, 9),
      members,
      value: Float64Array.of(4, 5),
      status: Uint8Array.of(0, 0),
    });
    const { parts, digest } = await writer.finish();
    expect(parts.map((each) => [each.file, each.shape, each.indicator, each.rows])).toEqual([
      ["cube-7.parquet", "cube", 7, 2],
      ["flat.parquet", "flat", undefined, 4],
    ]);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(readdirSync(folder).sort()).toEqual([".writer", "cube-7.parquet", "flat.parquet"]);
    expect(await ask(`SELECT * FROM '${folder}/flat.parquet'`)).toEqual([
      { indicator: 1, level: 1, period: 5, area: 9, value: 0.1, status: 0, text: null },
      { indicator: 1, level: 1, period: 6, area: 9, value: null, status: 2, text: null },
      { indicator: 1, level: 2, period: 5, area: 9, value: null, status: 0, text: "text" },
      { indicator: 2, level: 1, period: 5, area: 9, value: 1.5, status: 0, text: null },
    ]);
    expect(await ask(`SELECT * FROM '${folder}/cube-7.parquet'`)).toEqual([
      { level: 1, period: 5, area: 9, m1: 1, m2: 3, value: 5, status: 0 },
      { level: 1, period: 5, area: 9, m1: 2, m2: 3, value: 4, status: 0 },
    ]);
    const types = await ask(`SELECT column_type AS type FROM (DESCRIBE SELECT * FROM '${folder}/flat.parquet')`);
    expect(types.map((each) => each.type)).toEqual(["INTEGER", "INTEGER", "INTEGER", "INTEGER", "DOUBLE", "UTINYINT", "VARCHAR"]);
  });

  it("refuses a figure twice and leaves nothing behind", async () => {
    const folder = loadFolder(home, newLoadId(moment));
    const writer = await openLoadWriter(folder);
    await writer.flat(
      flat([
        [1, 1, 5, 9, 1, 0],
        [1, 1, 5, 9, 2, 0],
      ]),
    );
    await expect(writer.finish()).rejects.toMatchObject({ code: "figures-duplicate", details: { count: 1 } });
    expect(existsSync(folder)).toBe(false);
  });

  it("throws everything away when asked", async () => {
    const folder = loadFolder(home, newLoadId(moment));
    const writer = await openLoadWriter(folder);
    await writer.flat(flat([[1, 1, 5, 9, 1, 0]]));
    await writer.abandon();
    expect(existsSync(folder)).toBe(false);
  });

  it("sorts a million records within the memory it is given, and the same ones to the same file", async () => {
    const rows = 1_000_000;
    const digests: string[] = [];
    for (const step of [1, 7]) {
      const folder = loadFolder(home, newLoadId(moment));
      const writer = await openLoadWriter(folder, { memory: "128MB" });
      for (let from = 0; from < rows; from += 100_000) {
        const at = Int32Array.from({ length: 100_000 }, (_, i) => ((from + i) * step) % rows);
        const batch = {
          indicator: at.map((n) => n % 100),
          level: at.map(() => 1),
          period: at.map((n) => n % 10),
          area: at,
          value: Float64Array.from(at, (n) => n / 3),
          status: new Uint8Array(at.length),
        };
        await writer.flat(batch);
      }
      const { parts, digest } = await writer.finish();
      digests.push(digest);
      const load = { id: folder.slice(-23), number: 1, at: moment, by: "", files: [], note: "", scopes: [], parts, undone: false };
      await checkLoads(home, [load], true);
      const order = await ask(
        `SELECT count(*)::INTEGER AS n FROM (SELECT (indicator, level, period, area) AS k, lag(k) OVER (ORDER BY file_row_number) AS p
         FROM read_parquet('${join(folder, "flat.parquet")}', file_row_number = true)) WHERE p >= k`,
      );
      expect(order).toEqual([{ n: 0 }]);
    }
    expect(digests[0]).toBe(digests[1]);
  }, 90_000);
});
