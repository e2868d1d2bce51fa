import { execFile } from "node:child_process";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { PeilError } from "@peil/core/errors.ts";
import type { Level } from "@peil/core/model/area.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Change, Documents, Edits } from "../src/store/documents.ts";
import { openPostgresDocuments } from "../src/store/documents-postgres.ts";
import { openSqliteDocuments } from "../src/store/documents-sqlite.ts";
import { openSnapshot, writeCatalogue } from "../src/store/snapshot.ts";
import { type Postgres, startPostgres } from "./postgres.ts";
import { openRegion, temporary } from "./region.ts";

const name = { nl: "naam", en: "name" };
const site = { name, motto: name, homeLevel: "gemeente", benchmarkLevels: [], benchmark: { level: "land", area: "L" }, style: "default" };

function level(id: number, alias: string, division: string): Level {
  return { id, alias, division, base: alias, name, plural: name, type: "area", covers: true, sequence: id };
}

function indicator(id: number, code: string): Indicator {
  const behaviour = {
    kind: "register",
    dataType: "count",
    periodType: "stock",
    rating: "neutral",
    absent: "empty",
    shape: "flat",
  } as const;
  return {
    id,
    code,
    name,
    unit: name,
    ...behaviour,
    aggregatesAreas: true,
    aggregatesPeriods: false,
    visible: true,
    searchable: true,
    sequence: 1,
  };
}

function change(edits: Edits, load?: Change["load"]): Change {
  return { at: "2026-01-01T00:00:00.000Z", by: "test", note: "note", edits, ...(load ? { load } : {}) };
}

function area(id: number, inLevel: number, code: string) {
  return { id, level: inLevel, code, name, sequence: id, pseudo: false };
}

const edits: Edits = {
  site,
  levels: [level(1, "land", "land"), level(2, "gemeente", "gemeente@2019")],
  areas: [area(1, 1, "L"), area(2, 2, "01001"), { ...area(3, 2, "99991"), pseudo: true, article: { nl: "de" } }],
  tables: [
    {
      childLevel: 2,
      parentLevel: 1,
      links: [
        { child: 2, parent: 1, weight: 0.25 },
        { child: 3, parent: 1, weight: undefined },
      ],
    },
  ],
  geometry: [{ level: 2, topology: '{"type":"Topology"}' }],
  dimensions: [{ code: "leeftijd", name }],
  dimensionLevels: [
    { id: 1, code: "l1", dimension: "leeftijd", name },
    { id: 2, code: "l5", dimension: "leeftijd", name },
  ],
  members: [
    { id: 1, level: 1, code: "0", name, sequence: 0 },
    { id: 2, level: 2, code: "0", name, sequence: 0 },
  ],
  memberLinks: [{ childLevel: 1, parentLevel: 2, links: [{ child: 1, parent: 2 }] }],
  sources: [{ code: "bureau", name }],
  indicators: [indicator(1, "inwoners")],
  themes: [
    { id: 1, parent: undefined, sequence: 0, kind: "folder", target: "bevolking", name },
    { id: 2, parent: 1, sequence: 0, kind: "indicator", target: "inwoners" },
  ],
};

const load = {
  id: "20260101000000-00000000",
  files: ["cijfers.csv"],
  scopes: [{ indicator: 1, level: 2, period: 1202400 }],
  parts: [{ file: "flat.parquet", shape: "flat", rows: 3, hash: "abc" }],
} as const;

/** Everything that holds for the documents door, whatever stands behind it. */
function contract(place: () => Promise<string>, open: (place: string) => Promise<Documents>): void {
  let at: string;
  let one: Documents;
  let two: Documents;

  beforeEach(async () => {
    at = await place();
    [one, two] = [await open(at), await open(at)];
    await Promise.all([one.migrate(), two.migrate()]);
  });
  afterEach(async () => {
    await one.close();
    await two.close();
  });

  it("makes its tables once, from however many processes", async () => {
    await one.migrate();
    expect(await one.history(10)).toEqual([]);
    await expect(one.catalogue()).rejects.toMatchObject({ code: "data-damaged" });
  });

  it("gives back what was committed", async () => {
    expect(await one.commit(change(edits, load))).toBe(1);
    const { geometry: _, memberLinks, ...rest } = edits;
    expect(await two.catalogue()).toEqual({ ...rest, memberLinks: memberLinks?.[0]?.links });
    expect(await two.geometry(2)).toBe('{"type":"Topology"}');
    expect(await two.geometry(1)).toBeUndefined();
    expect(await two.geometryLevels()).toEqual([2]);
    expect(await two.loads()).toEqual([{ ...load, number: 1, at: "2026-01-01T00:00:00.000Z", by: "test", note: "note", undone: false }]);
  });

  it("replaces what has the same id, tables and the tree as a whole", async () => {
    await one.commit(change(edits));
    const second = { nl: "nieuw" };
    await one.commit(
      change({
        areas: [{ ...area(2, 2, "01001"), name: second }],
        tables: [{ childLevel: 2, parentLevel: 1, links: [{ child: 2, parent: 1, weight: 1 }] }],
        sources: [{ code: "BUREAU", name: second }],
        themes: [],
      }),
    );
    const found = await two.catalogue();
    expect(found.areas.map((each) => each.name)).toEqual([name, second, name]);
    expect(found.tables).toEqual([{ childLevel: 2, parentLevel: 1, links: [{ child: 2, parent: 1, weight: 1 }] }]);
    expect(found.sources).toEqual([{ code: "BUREAU", name: second }]);
    expect(found.themes).toEqual([]);
    expect(found.indicators).toHaveLength(1);
  });

  it("lets an alias pass to a new division", async () => {
    await one.commit(change(edits));
    await one.commit(change({ levels: [level(3, "gemeente", "gemeente@2025"), level(2, "gemeente2024", "gemeente@2019")] }));
    const { levels } = await two.catalogue();
    expect(levels.map((each) => `${each.id} ${each.alias}`)).toEqual(["1 land", "2 gemeente2024", "3 gemeente"]);
  });

  it.each<[string, Edits, string]>([
    ["indicator", { indicators: [indicator(9, "INWONERS")] }, "inwoners"],
    ["alias", { levels: [level(9, "Gemeente", "other")] }, "gemeente"],
    ["division", { levels: [level(9, "other", "gemeente@2019")] }, "gemeente@2019"],
    ["alias that is another's division", { levels: [level(9, "gemeente@2019", "other")] }, "gemeente@2019"],
    ["area within its level", { areas: [area(9, 2, "01001")] }, "01001"],
    ["member within its level", { members: [{ id: 9, level: 1, code: "0", name, sequence: 1 }] }, "0"],
    ["dimension level", { dimensionLevels: [{ id: 9, code: "L5", dimension: "leeftijd", name }] }, "l5"],
  ])("refuses a second %s, and then commits nothing", async (_, second, code) => {
    await one.commit(change(edits));
    const error = await one.commit(change({ ...second, site: { ...site, style: "other" } }, load)).catch((each: PeilError) => each);
    expect(error).toMatchObject({ code: "code-taken", details: { code } });
    expect((await two.catalogue()).site.style).toBe("default");
    expect(await two.history(10)).toHaveLength(1);
    expect(await two.loads()).toEqual([]);
  });

  it("allows the same code on another level", async () => {
    await one.commit(change(edits));
    await one.commit(change({ areas: [area(9, 1, "01001")], members: [{ id: 9, level: 2, code: "1", name, sequence: 1 }] }));
    expect((await two.catalogue()).areas).toHaveLength(4);
  });

  it.each<[string, Edits]>([
    ["indicator", { indicators: [indicator(1, "bewoners")] }],
    ["area", { areas: [area(2, 2, "01002")] }],
    ["division", { levels: [level(2, "gemeente", "gemeente@2025")] }],
  ])("keeps the code of an %s for ever", async (_, second) => {
    await one.commit(change(edits));
    await expect(one.commit(change(second))).rejects.toMatchObject({ code: "code-fixed" });
  });

  it("keeps what readers share under the hash of what it holds", async () => {
    const kept = { body: '{"tabs":[]}', release: "r1" };
    const hash = await one.keepWorkspace(kept);
    expect(hash).toBe("ed610fa15e93c96a");
    expect(await Promise.all([one, two, one, two].map((each) => each.keepWorkspace(kept)))).toEqual([hash, hash, hash, hash]);
    expect(await two.workspace(hash)).toEqual(kept);
    expect(await two.workspace("0".repeat(16))).toBeUndefined();
    expect(await two.keepWorkspace({ ...kept, release: "r2" })).not.toBe(hash);
    expect(await one.history(10)).toEqual([]);
  });

  it("keeps keys by their hash, and never gives a name to another", async () => {
    const key = { hash: "a".repeat(64), name: "Dienst", prefix: "peil_0001", upload: true, quota: 5, created: "2026-01-01T00:00:00.000Z" };
    const plain = { hash: "b".repeat(64), name: "script", prefix: "peil_0002", upload: false, created: "2026-01-02T00:00:00.000Z" };
    await one.addKey(key);
    await two.addKey(plain);
    expect(await one.keys()).toEqual([key, plain]);
    await one.stampKey(key.hash, "used", "2026-01-03T00:00:00.000Z");
    await two.stampKey(key.hash, "revoked", "2026-01-04T00:00:00.000Z");
    for (const what of ["used", "revoked"] as const) await one.stampKey(key.hash, what, "2026-01-05T00:00:00.000Z");
    expect((await two.keys())[0]).toEqual({ ...key, used: "2026-01-03T00:00:00.000Z", revoked: "2026-01-04T00:00:00.000Z" });
    const again = await two.addKey({ ...key, hash: "c".repeat(64), name: "DIENST" }).catch((each: PeilError) => each);
    expect(again).toMatchObject({ code: "key-taken", details: { name: "Dienst" } });
    expect(await one.keys()).toHaveLength(2);
    expect(await one.history(10)).toEqual([]);
  });

  it("never gives an id twice", async () => {
    const doors = [one, two];
    const firsts = await Promise.all(Array.from({ length: 40 }, (_, i) => (doors[i % 2] ?? one).reserve("area", 5)));
    const sorted = [...firsts].sort((a, b) => a - b);
    expect(sorted).toEqual(Array.from({ length: 40 }, (_, i) => 1 + 5 * i));
    expect(await one.reserve("member", 1)).toBe(1);
  });

  it("numbers commits of several processes one after another", async () => {
    await one.commit(change(edits));
    const doors = [one, two];
    const numbers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => (doors[i % 2] ?? one).commit(change({ indicators: [indicator(100 + i, `i${i}`)] }))),
    );
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 2));
    expect((await two.catalogue()).indicators).toHaveLength(21);
  });

  it("leaves a load out and takes it in again", async () => {
    await one.commit(change(edits, load));
    await one.undo(load.id, true, "2026-02-01T00:00:00.000Z", "someone");
    expect((await two.loads()).map((each) => each.undone)).toEqual([true]);
    await one.undo(load.id, false, "2026-03-01T00:00:00.000Z", "someone");
    expect((await two.loads()).map((each) => each.undone)).toEqual([false]);
    expect((await two.history(2)).map((each) => [each.number, each.note, each.by, each.load])).toEqual([
      [3, "redo", "someone", load.id],
      [2, "undo", "someone", load.id],
    ]);
    await expect(one.undo("none", true, "", "")).rejects.toMatchObject({ code: "load-unknown" });
    await expect(one.commit(change({}, load))).rejects.toMatchObject({ code: "code-taken" });
  });

  it("commits a whole country at once", async () => {
    const areas = Array.from({ length: 47_000 }, (_, i) => area(i + 1, 1 + (i % 5), `C${i}`));
    const links = Array.from({ length: 200_000 }, (_, i) => ({ child: 1 + (i % 47_000), parent: 1 + Math.floor(i / 47_000), weight: 1 }));
    await one.commit(change({ site, areas, tables: [{ childLevel: 1, parentLevel: 2, links }] }));
    const found = await two.catalogue();
    expect([found.areas.length, found.tables[0]?.links.length]).toEqual([47_000, 200_000]);
  }, 90_000);
}

describe("documents in SQLite", () => {
  const folders: string[] = [];
  afterAll(async () => {
    for (const each of folders) await rm(each, { recursive: true, force: true });
  });
  async function fresh(): Promise<string> {
    const folder = await temporary();
    folders.push(folder);
    return join(folder, "peil.sqlite");
  }

  contract(fresh, openSqliteDocuments);

  it("gives ids apart to other processes too", async () => {
    const path = await fresh();
    const here = await openSqliteDocuments(path);
    await here.migrate();
    const script = `import { openSqliteDocuments } from "./server/src/store/documents-sqlite.ts";
      const door = await openSqliteDocuments(process.argv[1]);
      for (let i = 0; i < 20; i++) console.log(await door.reserve("area", 1));`;
    const root = join(import.meta.dirname, "../..");
    const child = () => promisify(execFile)(process.execPath, ["--input-type=module", "-e", script, path], { cwd: root });
    const said = await Promise.all([child(), child(), child()]);
    const ids = said.flatMap(({ stdout }) => stdout.trim().split("\n").map(Number));
    expect(ids.sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
    await here.close();
  });

  it("says that a file is damaged, or made by a newer version", async () => {
    const path = await fresh();
    writeFileSync(path, "this is no database, and long enough to look at it twice ".repeat(40));
    await expect(openSqliteDocuments(path)).rejects.toMatchObject({ code: "store-damaged", details: { file: path } });
  });
});

describe("documents in PostgreSQL", () => {
  let server: Postgres | undefined;
  const running = (): Postgres => {
    if (!server) throw new Error("PostgreSQL is not running");
    return server;
  };
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server?.stop());

  contract(() => running().database(), openPostgresDocuments);

  it("says where nobody answers, without the password", async () => {
    const door = await openPostgresDocuments("postgresql://peil:secret@127.0.0.1:1/peil");
    const error = await door.migrate().catch((each: PeilError) => each);
    expect(error).toMatchObject({ code: "database-unreachable", details: { where: "127.0.0.1:1/peil" } });
    expect(String(error)).not.toContain("secret");
    await door.close();
  });
});

describe("catalogue of a release", () => {
  it("is one file that gives back the same, and the same file for the same content", async () => {
    const region = await openRegion();
    const data = await region.documents.catalogue();
    const geometry = [{ level: 1, topology: (await region.documents.geometry(1)) ?? "" }];
    const paths = [join(region.folder, "a.sqlite"), join(region.folder, "b.sqlite")] as const;
    for (const path of paths) await writeCatalogue(path, data, geometry);
    expect(readFileSync(paths[0]).equals(readFileSync(paths[1]))).toBe(true);
    chmodSync(paths[0], 0o444);
    const snapshot = await openSnapshot(paths[0]);
    expect(snapshot.data).toEqual(data);
    expect(await snapshot.geometry(1)).toBe(geometry[0]?.topology);
    expect(await snapshot.geometry(2)).toBeUndefined();
    await region.close();
  });
});
