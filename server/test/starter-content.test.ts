import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import type { ExchangeDimension, ExchangeIndicator, ExchangeLevel, ExchangeSource, ExchangeTheme } from "@peil/core/model/exchange.ts";
import { tryPeriod } from "@peil/core/model/period.ts";
import { beforeAll, describe, expect, test } from "vitest";

const folder = join(import.meta.dirname, "../../starter/content");
const read = <T>(file: string): T => JSON.parse(readFileSync(join(folder, file), "utf8")) as T;

const indicators = read<readonly ExchangeIndicator[]>("indicators.json");
const levels = read<readonly ExchangeLevel[]>("levels.json");
const sources = read<readonly ExchangeSource[]>("sources.json");
const dimensions = read<readonly ExchangeDimension[]>("dimensions.json");
const themes = read<readonly ExchangeTheme[]>("themes.json");

let query: (sql: string) => Promise<unknown[][]>;

beforeAll(async () => {
  const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
  query = async (sql) => (await connection.runAndReadAll(sql)).getRowsJS() as unknown[][];
  const csv = (file: string): string => `read_csv('${join(folder, file)}', all_varchar = true, header = true)`;
  await connection.run(`CREATE VIEW area AS SELECT * FROM ${csv("areas.csv")}`);
  await connection.run(`CREATE VIEW link AS SELECT * FROM ${csv("aggregation.csv")}`);
  await connection.run(`CREATE VIEW flat AS SELECT * FROM '${join(folder, "data/flat.parquet")}'`);
});

const one = async (sql: string): Promise<unknown> => (await query(sql))[0]?.[0];

function sizeOf(path: string): number {
  if (statSync(path).isFile()) return statSync(path).size;
  return readdirSync(path).reduce((sum, each) => sum + sizeOf(join(path, each)), 0);
}

function standing(tree: readonly ExchangeTheme[]): readonly string[] {
  return tree.flatMap((each) => ("indicator" in each ? [each.indicator] : "children" in each ? standing(each.children) : []));
}

describe("the catalogue of the starter content", () => {
  test("is small enough and large enough", () => {
    expect(sizeOf(folder)).toBeLessThan(8_000_000);
    expect(indicators.length).toBeGreaterThanOrEqual(60);
    expect(indicators.filter((each) => each.formula !== undefined).length).toBeGreaterThanOrEqual(25);
    expect(themes).toHaveLength(14);
  });

  test("has codes that can stay for ever", () => {
    const codes = indicators.map((each) => each.code);
    for (const code of codes) expect(code).toMatch(/^[a-z][a-z0-9_]{0,49}$/);
    expect(new Set(codes).size).toBe(codes.length);
    const members = dimensions.flatMap((each) => each.levels.map((level) => level.code));
    expect(new Set(members).size).toBe(members.length);
  });

  test("says in Dutch and English what every figure is", () => {
    for (const each of indicators) {
      for (const text of [each.name, each.unit, each.description]) {
        expect(text?.nl, each.code).toBeTruthy();
        expect(text?.en, each.code).toBeTruthy();
      }
      expect(sources.map((source) => source.code)).toContain(each.source);
    }
    for (const each of sources) expect([each.publisher, each.referenceDate], each.code).not.toContain(undefined);
  });

  test("gives names to indicators that do not clash", () => {
    const names = indicators.map((each) => each.name.nl.toLowerCase());
    expect(names.filter((each, at) => names.indexOf(each) !== at)).toEqual([]);
  });

  test("gives every indicator a place and every place an indicator", () => {
    const placed = new Set(standing(themes));
    const codes = indicators.map((each) => each.code);
    expect(codes.filter((each) => !placed.has(each))).toEqual([]);
    expect([...placed].filter((each) => !codes.includes(each))).toEqual([]);
  });

  test("refers in formulas to what exists", () => {
    const codes = new Set(indicators.map((each) => each.code));
    const members = new Set(
      dimensions.flatMap((d) => d.levels.flatMap((level) => level.members.map((each) => `${level.code}_${each.code}`))),
    );
    for (const { code, formula = "" } of indicators) {
      for (const [, cube = "", inner = ""] of formula.matchAll(/cell\((\w+), ([^)]*)\)/g)) {
        expect(codes, code).toContain(cube);
        for (const each of inner.split(", ")) expect(members, code).toContain(each);
      }
      const plain = formula.replace(/cell\([^)]*\)/g, "").replace(/"[^"]*"/g, "");
      for (const [word] of plain.matchAll(/[a-z]\w*/g)) if (word !== "data_from_period") expect(codes, code).toContain(word);
    }
  });
});

describe("the areas of the starter content", () => {
  test("have borders on every level", async () => {
    for (const { alias } of levels) {
      const topology = read<{ objects: Record<string, { geometries: readonly { id: string }[] }> }>(`geometry/${alias}.topojson`);
      const ids = topology.objects[alias]?.geometries.map((each) => each.id).sort();
      const real = await query(`SELECT code FROM area WHERE level = '${alias}' AND pseudo = '0' ORDER BY code COLLATE C`);
      expect(ids, alias).toEqual(real.map(([code]) => code).sort());
    }
  });

  test("are as many as there are", async () => {
    const count = async (level: string): Promise<unknown> =>
      Number(await one(`SELECT count(*) FROM area WHERE level = '${level}' AND pseudo = '0'`));
    expect(await count("gemeente")).toBe(304);
    expect(await count("gemeente2024")).toBe(319);
    expect(await count("gemeente2018")).toBe(327);
    expect(await count("deelgemeente")).toBe(1119);
    expect(await count("refreg")).toBe(15);
    expect(await count("politiezone")).toBe(107);
  });

  test("add up through links between areas that exist", async () => {
    const lost = `SELECT count(*) FROM link WHERE (child_level, child) NOT IN (SELECT (level, code) FROM area)
      OR (parent_level, parent) NOT IN (SELECT (level, code) FROM area)`;
    expect(Number(await one(lost))).toBe(0);
  });
});

describe("the figures of the starter content", () => {
  const sum = async (where: string): Promise<number> => Number(await one(`SELECT sum(value) FROM flat WHERE status = 0 AND ${where}`));
  const flemish = "area NOT LIKE '21%' AND area NOT LIKE '4000'";

  test("belong to known indicators, areas and periods", async () => {
    const loaded = indicators.filter((each) => each.shape === "flat" && each.formula === undefined).map((each) => each.code);
    expect((await query("SELECT DISTINCT indicator FROM flat ORDER BY 1")).flat()).toEqual([...loaded].sort());
    expect(Number(await one("SELECT count(*) FROM flat WHERE (level, area) NOT IN (SELECT (level, code) FROM area)"))).toBe(0);
    for (const [period] of await query("SELECT DISTINCT period FROM flat")) expect(tryPeriod(String(period)), String(period)).toBeDefined();
  });

  test("hold the known answers", async () => {
    expect(await sum(`indicator = 'inwoners' AND period = '2015' AND ${flemish}`)).toBe(6_444_127);
    expect(await sum(`indicator = 'inwoners' AND period = '2020' AND ${flemish}`)).toBe(6_629_143);
    expect(await sum("indicator = 'inwoners' AND period = '2015' AND area = '44021'")).toBe(253_266);
    expect(await sum(`indicator = 'criminaliteit' AND period = '2020' AND level = 'provincie2024' AND ${flemish}`)).toBe(491_315);
    expect(await sum("indicator = 'criminaliteit' AND period = '2020' AND level = 'provincie2024' AND area = '20001'")).toBe(77_977);
    const income = await sum(`indicator = 'inkomen_totaal' AND period = '2017' AND level = 'gemeente2018' AND ${flemish}`);
    expect(
      Math.abs(income - (await sum("indicator = 'inkomen_totaal' AND period = '2017' AND level = 'gewest' AND area = '2000'"))),
    ).toBeLessThan(5);
  });

  test("estimate inhabitants only where no register counts them", async () => {
    const both = `SELECT count(*) FROM flat WHERE indicator = 'inwoners_geschat' AND period IN (SELECT period FROM flat WHERE indicator = 'inwoners')`;
    expect(Number(await one(both))).toBe(0);
  });

  test("tell hidden and unknown from empty", async () => {
    const count = async (indicator: string, status: number): Promise<number> =>
      Number(await one(`SELECT count(*) FROM flat WHERE indicator = '${indicator}' AND status = ${status} AND value IS NULL`));
    expect(await count("huisprijs", 2)).toBeGreaterThan(0);
    expect(await count("inkomen_mediaan", 2)).toBeGreaterThan(0);
    expect(await count("elektriciteit_gezinnen", 4)).toBe(4 * 19);
  });

  test("fill cubes whose totals are those of the register", async () => {
    for (const each of indicators.filter(({ shape }) => shape === "cube")) {
      const columns = await query(`DESCRIBE SELECT * FROM '${join(folder, `data/cube-${each.code}.parquet`)}'`);
      expect(columns.map(([name]) => name)).toEqual(["level", "period", "area", ...(each.dimensionLevels ?? []), "value", "status"]);
    }
    const cube = await one(
      `SELECT sum(value) FROM '${join(folder, "data/cube-bevolking.parquet")}' WHERE period = '2015' AND area NOT LIKE '21%'`,
    );
    expect(Number(cube)).toBe(6_444_127);
    expect(Number(await one(`SELECT sum(value) FROM '${join(folder, "data/cube-gebouwenpark.parquet")}'`))).toBe(2_950_411);
  });
});
