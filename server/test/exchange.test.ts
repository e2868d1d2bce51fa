import { createWriteStream, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { openCatalogue } from "@peil/core/model/catalogue.ts";
import { parsePeriod } from "@peil/core/model/period.ts";
import { Zip, ZipPassThrough } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildRegion } from "../../fixtures/build.ts";
import { importExchange } from "../src/imports/exchange.ts";
import { exportExchange } from "../src/imports/exchange-export.ts";
import { effectiveCubeSql, effectiveFlatSql } from "../src/store/loads.ts";
import { openWorkingCopy, type WorkingCopy } from "../src/working-copy.ts";
import { ask, moment, openRegion, type Region, temporary } from "./region.ts";

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
