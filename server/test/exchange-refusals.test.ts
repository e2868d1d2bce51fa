import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { explainError, PeilError } from "@peil/core/errors.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildFigures, buildRegion } from "../../fixtures/build.ts";
import { importExchange } from "../src/imports/exchange.ts";
import { effectiveFlatSql } from "../src/store/loads.ts";
import { openWorkingCopy, type WorkingCopy } from "../src/working-copy.ts";
import { ask, moment, temporary } from "./region.ts";

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
