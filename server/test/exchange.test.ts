import { createWriteStream, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { explainError, PeilError } from "@peil/core/errors.ts";
import { openCatalogue } from "@peil/core/model/catalogue.ts";
import { parsePeriod } from "@peil/core/model/period.ts";
import { Zip, ZipPassThrough } from "fflate";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildFigures, buildRegion } from "../../fixtures/build.ts";
import { importExchange } from "../src/imports/exchange.ts";
import { exportExchange } from "../src/imports/exchange-export.ts";
import { openEngine, rowsOf } from "../src/store/duckdb.ts";
import { sweepLoads } from "../src/store/load-files.ts";
import { effectiveCubeSql, effectiveFlatSql } from "../src/store/loads.ts";
import { openWorkingCopy, type WorkingCopy } from "../src/working-copy.ts";
import { moment, openRegion, type Region, temporary } from "./region.ts";

const options = { by: "test", at: moment, note: "" };

let home: string;
let count = 0;
beforeAll(async () => {
  home = await temporary();
});
afterAll(() => rm(home, { recursive: true, force: true }));

function fresh(): Promise<WorkingCopy> {
  return openWorkingCopy({ folder: join(home, `data-${++count}`) });
}

async function ask(sql: string): Promise<Record<string, unknown>[]> {
  const engine = await openEngine({});
  const connection = await engine.connect();
  const rows = await rowsOf(connection, sql);
  connection.closeSync();
  engine.closeSync();
  return rows;
}

describe("import of a whole site", () => {
  let region: Region;
  beforeAll(async () => {
    region = await openRegion();
  });
  afterAll(() => region.close());

  it("takes the figures in under ids, states as states", async () => {
    const data = await region.documents.catalogue();
    const catalogue = openCatalogue(data);
    const loads = await region.documents.loads();
    const level = catalogue.level("gemeente2024")?.id ?? 0;
    const area = (code: string) => catalogue.area(level, code)?.id;
    const where = `indicator = ${catalogue.indicator("MISDRIJVEN")?.id} AND level = ${level} AND period = ${parsePeriod("2024").id}`;
    const rows = await ask(`SELECT area, value, status FROM (${effectiveFlatSql(loads, region.folder)}) WHERE ${where} ORDER BY area`);
    const expected = [
      { area: area("01001"), value: 10, status: 0 },
      { area: area("01002"), value: null, status: 2 },
      { area: area("02001"), value: null, status: 3 },
      { area: area("02002"), value: null, status: 4 },
      { area: area("03001"), value: null, status: 1 },
      { area: area("03002"), value: 0, status: 0 },
      { area: area("99991"), value: 5, status: 0 },
    ];
    expect(rows).toEqual(expected.sort((a, b) => (a.area ?? 0) - (b.area ?? 0)));
  });

  it("takes a cube in by the ids of its members", async () => {
    const catalogue = openCatalogue(await region.documents.catalogue());
    const cube = catalogue.indicator("bevolking")?.id ?? 0;
    const sql = effectiveCubeSql(await region.documents.loads(), region.folder, cube, 2);
    const place = `area = ${catalogue.area(catalogue.level("gemeente2024")?.id ?? 0, "02001")?.id}`;
    const sex = catalogue.member(catalogue.dimensionLevel("geslacht")?.id ?? 0, "v")?.id;
    expect(await ask(`SELECT sum(value) AS total, count(*)::INTEGER AS n FROM (${sql}) WHERE ${place}`)).toEqual([{ total: 70, n: 20 }]);
    expect(await ask(`SELECT sum(value) AS total FROM (${sql}) WHERE ${place} AND m2 = ${sex}`)).toEqual([{ total: 40 }]);
  });

  it("keeps every id when the same comes in again", async () => {
    const before = await region.documents.catalogue();
    await importExchange(region.exchange, region, options);
    expect(await region.documents.catalogue()).toEqual(before);
    const rows = await ask(`SELECT count(*)::INTEGER AS n FROM (${effectiveFlatSql(await region.documents.loads(), region.folder)})`);
    expect(rows).toEqual([{ n: 238 }]);
  });

  it("can be undone: the figures of before count again", async () => {
    const last = (await region.documents.loads()).at(-1)?.id ?? "";
    await region.documents.undo(last, true, moment, "test");
    const sql = effectiveFlatSql(await region.documents.loads(), region.folder);
    expect(await ask(`SELECT count(*)::INTEGER AS n, max(load)::INTEGER AS load FROM (${sql})`)).toEqual([{ n: 238, load: 1 }]);
  });

  it("export, import elsewhere and export give the same content", async () => {
    const [first, second] = [join(home, "first"), join(home, "second")];
    await exportExchange(region, first);
    const other = await fresh();
    await importExchange(first, other, options);
    await exportExchange(other, second);
    const names = readdirSync(first, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    expect(names.length).toBe(16);
    for (const each of names) {
      const path = join(each.parentPath.slice(first.length), each.name);
      if (!each.name.endsWith(".parquet")) expect(readFileSync(join(second, path), "utf8")).toBe(readFileSync(join(first, path), "utf8"));
      else expect(await ask(`SELECT * FROM '${join(second, path)}'`)).toEqual(await ask(`SELECT * FROM '${join(first, path)}'`));
    }
    await expect(exportExchange(other, second)).rejects.toMatchObject({ code: "folder-not-empty" });
    await other.close();
  });

  it("two imports beside each other both come in", async () => {
    const data = await fresh();
    await importExchange(region.exchange, data, options);
    await Promise.all([importExchange(region.exchange, data, options), importExchange(region.exchange, data, options)]);
    expect((await data.documents.loads()).map((each) => each.number)).toEqual([1, 2, 3]);
    await data.close();
  });
});

describe("import of a zip", () => {
  async function zip(path: string, entries: Record<string, Uint8Array>): Promise<void> {
    const stream = createWriteStream(path);
    const packed = new Zip((_, chunk, last) => {
      stream.write(chunk);
      if (last) stream.end();
    });
    for (const [name, content] of Object.entries(entries)) {
      const file = new ZipPassThrough(name);
      packed.add(file);
      file.push(content, true);
    }
    packed.end();
    await finished(stream);
  }

  it("reads it as the folder, also one folder deep", async () => {
    const folder = join(home, "zipped");
    await buildRegion(folder);
    const entries: Record<string, Uint8Array> = {};
    for (const each of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (each.isFile())
        entries[`merenland${join(each.parentPath, each.name).slice(folder.length)}`] = readFileSync(join(each.parentPath, each.name));
    }
    const path = join(home, "merenland.zip");
    await zip(path, entries);
    const data = await fresh();
    expect(await importExchange(path, data, options)).toMatchObject({ levels: 7, areas: 35, indicators: 19, figures: 457 });
    await data.close();
  });

  it("never writes outside its own folder", async () => {
    const path = join(home, "evil.zip");
    await zip(path, { "../peil-escaped.txt": new TextEncoder().encode("x") });
    const data = await fresh();
    await expect(importExchange(path, data, options)).rejects.toMatchObject({ code: "exchange-path" });
    await data.close();
  });

  it("says that a file is no zip", async () => {
    const path = join(home, "broken.zip");
    writeFileSync(path, "PK no zip at all");
    const data = await fresh();
    await expect(importExchange(path, data, options)).rejects.toMatchObject({
      code: "exchange-unreadable",
      details: { file: "broken.zip" },
    });
    await data.close();
  });
});

describe("what is wrong is refused by name, and nothing comes in", () => {
  let whole: string;
  let folder: string;
  beforeAll(async () => {
    whole = join(home, "whole");
    await buildRegion(whole);
  });
  beforeEach(async () => {
    folder = join(home, `wrong-${++count}`);
    await cp(whole, folder, { recursive: true });
  });

  function change(file: string, from: string | RegExp, to: string): void {
    const path = join(folder, file);
    const text = readFileSync(path, "utf8");
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    writeFileSync(path, changed);
  }

  async function figures(name: string, from: string, to: string): Promise<void> {
    const source = join(import.meta.dirname, "../../fixtures/figures", name);
    const texts = join(folder, "texts");
    await mkdir(texts);
    const text = readFileSync(source, "utf8");
    expect(text).toContain(from);
    writeFileSync(join(texts, name), text.replace(from, to));
    await buildFigures(texts, join(folder, "data"));
  }

  async function refused(): Promise<string> {
    const data = await fresh();
    const error = await importExchange(folder, data, options).catch((each: unknown) => each);
    if (!(error instanceof PeilError)) throw error;
    expect(readdirSync(join(data.folder, "loads"))).toEqual([]);
    expect(await data.documents.history(1)).toEqual([]);
    await data.close();
    const { message } = explainError(error, "en");
    expect(`${message} ${explainError(error, "nl").mend}`).not.toMatch(/\{\w+\}/);
    return `${error.code}: ${message}`;
  }

  it.each<[string, string, string | RegExp, string, string]>([
    [
      "another version",
      "peil.json",
      '"version": 1',
      '"version": 2',
      "exchange-version: peil.json is written in “peil-exchange 2”, which cannot be read here.",
    ],
    ["text that is no JSON", "levels.json", "[", "", "exchange-unreadable: levels.json cannot be read"],
    [
      "a field of the wrong kind",
      "levels.json",
      '"covers": true',
      '"covers": "yes"',
      "exchange-invalid: levels.json, [0].covers: “yes” cannot stand here.",
    ],
    [
      "a field that does not exist",
      "indicators.json",
      '"decimals": 0',
      '"decimal": 0',
      "exchange-invalid: indicators.json, [0]: “decimal” cannot stand here.",
    ],
    [
      "a code of wrong letters",
      "indicators.json",
      '"code": "groei"',
      '"code": "gro ei"',
      "exchange-invalid: indicators.json, [3].code: “gro ei” cannot stand here.",
    ],
    [
      "an indicator twice",
      "indicators.json",
      '"code": "groei"',
      '"code": "Inwoners"',
      "exchange-duplicate: indicators.json, [3]: “Inwoners” stands there twice.",
    ],
    [
      "a weight that does not exist",
      "indicators.json",
      '"weight": "inwoners"',
      '"weight": "zielen"',
      "exchange-unknown-code: indicators.json, [6].weight: “zielen” does not exist.",
    ],
    [
      "a period that is none",
      "indicators.json",
      '"2025"',
      '"soon"',
      "exchange-invalid: indicators.json, [0].provisional: “soon” cannot stand here.",
    ],
    ["an area on no level", "areas.csv", "land,L", "rijk,L", "exchange-unknown-code: areas.csv, 2: “rijk” does not exist."],
    [
      "an area twice",
      "areas.csv",
      "gemeente,01002",
      "gemeente,01001",
      "exchange-duplicate: areas.csv, 10: “gemeente:01001” stands there twice.",
    ],
    ["a row with a field too many", "areas.csv", "Biezenhof,,", "Biezenhof,,,", "exchange-invalid: areas.csv, 10"],
    ["a pseudo that is neither", "areas.csv", "99,1", "99,yes", "exchange-invalid: areas.csv, 14: pseudo: “yes” cannot stand here."],
    [
      "a link to no area",
      "aggregation.csv",
      "provincie,01,land,L,1",
      "provincie,01,land,M,1",
      "exchange-unknown-code: aggregation.csv, 2: “land:M” does not exist.",
    ],
    ["a weight that is no number", "aggregation.csv", "0.25", "a bit", "exchange-invalid: aggregation.csv"],
    [
      "a member link to nothing",
      "dimensions.json",
      '"0", "0004"',
      '"0", "9999"',
      "exchange-unknown-code: dimensions.json, leeftijd.aggregation: “leeftijd5:9999” does not exist.",
    ],
    [
      "a theme of nothing",
      "themes.json",
      '"indicator": "groei"',
      '"indicator": "krimp"',
      "exchange-unknown-code: themes.json, [0].children[1]: “krimp” does not exist.",
    ],
    [
      "a border of no area",
      "geometry/land.topojson",
      '"id":"L"',
      '"id":"M"',
      "exchange-unknown-code: geometry/land.topojson, objects.land: “M” does not exist.",
    ],
    [
      "a benchmark that does not exist",
      "peil.json",
      '"area": "L"',
      '"area": "M"',
      "exchange-unknown-code: peil.json, site.benchmark: “M” does not exist.",
    ],
  ])("%s", async (_, file, from, to, said) => {
    change(file, from, to);
    expect(await refused()).toContain(said);
  });

  it("a missing file", async () => {
    await rm(join(folder, "data/cube-bevolking.parquet"));
    expect(await refused()).toContain("exchange-file-missing: data/cube-bevolking.parquet is missing");
  });

  it("a data file that nobody claims", async () => {
    await cp(join(folder, "data/flat.parquet"), join(folder, "data/cube-other.parquet"));
    expect(await refused()).toContain("“other” does not exist");
  });

  it.each<[string, string, string, string, string]>([
    [
      "an unknown area",
      "flat.csv",
      "inwoners,gemeente2024,2023,01001",
      "inwoners,gemeente2024,2023,01009",
      "figures-unknown-codes: data/flat.parquet: 1 codes in the column area do not exist: “gemeente2024:01009”.",
    ],
    ["an unknown period", "flat.csv", "gemeente2024,2023,", "gemeente2024,23,", "column period do not exist: “23”"],
    ["an unknown indicator", "flat.csv", "inwoners,", "zielen,", "column indicator do not exist: “zielen”"],
    [
      "a figure twice",
      "flat.csv",
      "inwoners,gemeente2024,2023,01002",
      "INWONERS,gemeente2024,2023,01001",
      "figures-duplicate: data/flat.parquet: 1 figures stand there more than once: inwoners gemeente2024 2023 01001.",
    ],
    [
      "no figure and no state",
      "flat.csv",
      "01001,1000,0",
      "01001,,0",
      "figures-invalid: data/flat.parquet: 1 rows have no valid figure: inwoners gemeente2024 2023 01001.",
    ],
    ["a state that only we give", "flat.csv", "01001,1000,0", "01001,1000,7", "figures-invalid"],
    [
      "figures of a formula",
      "flat.csv",
      "inwoners,",
      "dichtheid,",
      "exchange-invalid: data/flat.parquet, indicator: “dichtheid” cannot stand here.",
    ],
    ["an unknown member", "cube-bevolking.csv", "01001,0,M", "01001,0,X", "column geslacht do not exist: “X”"],
    [
      "a cell twice",
      "cube-bevolking.csv",
      "2024,01001,0,V",
      "2024,01001,0,M",
      "figures-duplicate: data/cube-bevolking.parquet: 1 figures stand there more than once: bevolking gemeente2024 2024 01001 0 M.",
    ],
    ["a missing column", "cube-bevolking.csv", "geslacht", "sekse", "exchange-invalid: data/cube-bevolking.parquet, geslacht"],
  ])("%s in the figures", async (_, file, from, to, said) => {
    await figures(file, from, to);
    expect(await refused()).toContain(said);
  });

  it("special codes among the values become states", async () => {
    await figures("flat.csv", "01001,1000,0", "01001,-99997,0");
    const data = await fresh();
    await importExchange(folder, data, options);
    const sql = effectiveFlatSql(await data.documents.loads(), data.folder);
    expect(await ask(`SELECT count(*)::INTEGER AS n FROM (${sql}) WHERE value < -9000`)).toEqual([{ n: 0 }]);
    await data.close();
  });
});

describe("working copy", () => {
  it("refuses a folder that cannot be one", async () => {
    const path = join(home, "a-file");
    writeFileSync(path, "");
    await expect(openWorkingCopy({ folder: path })).rejects.toMatchObject({ code: "folder-unwritable" });
  });

  it("says which file of which load is gone, and that the documents are gone", async () => {
    const region = await openRegion();
    const [load] = await region.documents.loads();
    const file = join("loads", load?.id ?? "", "flat.parquet");
    const kept = readFileSync(join(region.folder, file));
    await rm(join(region.folder, file));
    const again = { folder: region.folder };
    await expect(openWorkingCopy(again)).rejects.toMatchObject({ code: "load-missing", details: { id: load?.id, file } });
    writeFileSync(join(region.folder, file), kept);
    await (await openWorkingCopy(again)).close();
    for (const name of ["peil.sqlite", "peil.sqlite-wal", "peil.sqlite-shm"]) await rm(join(region.folder, name), { force: true });
    await expect(openWorkingCopy(again)).rejects.toMatchObject({ code: "store-damaged" });
    await region.close();
  });

  it("sweeps what was begun and never recorded, not what is being written", async () => {
    const region = await openRegion();
    const [load] = await region.documents.loads();
    const folder = (name: string) => join(region.folder, "loads", name);
    const [dead, alive] = ["20260101000000-dead0000", "20260101000000-a11fe000"];
    for (const [name, pid] of [
      [dead, 2 ** 22 + 1],
      [alive, process.pid],
    ] as const) {
      await mkdir(folder(name));
      writeFileSync(
        join(folder(name), ".writer"),
        readFileSync(join(folder(load?.id ?? ""), ".writer"), "utf8").replace(/\d+/, String(pid)),
      );
    }
    expect(await sweepLoads(region.folder, region.documents)).toEqual([dead]);
    expect([existsSync(folder(alive)), existsSync(folder(load?.id ?? ""))]).toEqual([true, true]);
    await region.close();
  });
});
