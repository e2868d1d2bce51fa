import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { csv } from "@peil/core/formats/csv.ts";
import { cubeSlabs, headOf } from "@peil/core/formats/cube-slabs.ts";
import type { Format, Slab } from "@peil/core/formats/format.ts";
import type { Cube } from "@peil/core/model/cube.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { awkwardCube, emptyCube, flaggedCube, plainCube, surveyCube, textCube } from "../../core/test/formats-sample.ts";
import { parquet } from "../src/formats/parquet.ts";
import { ask, temporary } from "./region.ts";

let folder: string;
beforeAll(async () => {
  folder = await temporary();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function written(format: Format, cube: Cube, name: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  const address = "https://cijfers.example/api/v1/data.parquet";
  for await (const chunk of format.write(headOf(cube), cubeSlabs(cube, 5), { language: "nl", address })) chunks.push(chunk);
  const file = join(folder, `${name}.${format.extension}`);
  await writeFile(file, Buffer.concat(chunks));
  return file;
}

describe("parquet", () => {
  it.each(Object.entries({ plain: plainCube, flagged: flaggedCube, survey: surveyCube }))(
    "of the %s cube is to DuckDB the same table as the CSV",
    async (name, cube) => {
      const typed = await written(parquet, cube, name);
      const plain = `read_csv('${await written(csv, cube, name)}', nullstr = '', all_varchar = true, quote = '"')`;
      const columns = (await ask(`DESCRIBE SELECT * FROM '${typed}'`)).map((each) => String(each.column_name));
      expect((await ask(`DESCRIBE SELECT * FROM ${plain}`)).map((each) => each.column_name)).toEqual(columns);
      const number = new Set(["value", "missing_areas", "lower", "upper", "respondents"]);
      // An apostrophe stands in the CSV before what a spreadsheet would run.
      const all = columns.map((each) => (number.has(each) ? `"${each}"::DOUBLE` : `regexp_replace("${each}", '^''=', '=')`)).join(", ");
      const rows = (table: string): Promise<Record<string, unknown>[]> => ask(`SELECT ${all} FROM ${table}`);
      const [one, two] = [await rows(`'${typed}'`), await rows(plain)];
      expect(one.map((row) => Object.values(row))).toEqual(two.map((row) => Object.values(row)));
      expect(one).toHaveLength(16);
    },
  );

  it("has types", async () => {
    const file = await written(parquet, surveyCube, "types");
    const types = Object.fromEntries((await ask(`DESCRIBE SELECT * FROM '${file}'`)).map((each) => [each.column_name, each.column_type]));
    expect(types).toMatchObject({ area: "VARCHAR", period: "VARCHAR", value: "DOUBLE", missing_areas: "INTEGER", lower: "DOUBLE" });
    expect(types).toMatchObject({ status: "VARCHAR", upper: "DOUBLE", respondents: "DOUBLE", flag: "VARCHAR", release: "VARCHAR" });
  });

  it("says of itself where it comes from", async () => {
    const file = await written(parquet, plainCube, "said");
    const pairs = await ask(`SELECT decode(key) AS key, decode(value) AS value FROM parquet_kv_metadata('${file}')`);
    const said = Object.fromEntries(pairs.map((each) => [each.key, each.value]));
    const address = "https://cijfers.example/api/v1/data.parquet";
    expect(said).toMatchObject({ release: "a1b2c3", language: "nl", licence: "CC BY 4.0", address });
    expect(JSON.parse(String(said.sources))[0]).toEqual({
      code: "statbel",
      name: "Statbel",
      licence: "CC BY 4.0",
      url: "https://statbel.fgov.be",
    });
    expect(JSON.parse(String(said.notes))).toEqual([{ kind: "footnote", text: "Toestand op 1 januari.", indicator: "inwoners" }]);
  });

  it("keeps texts as they are, and a table of nothing its columns", async () => {
    const file = await written(parquet, textCube, "texts");
    expect((await ask(`SELECT text FROM '${file}' WHERE text IS NOT NULL`)).map((row) => row.text)).toEqual(["+laag", 'midden,\r\n"half"']);
    expect((await ask(`SELECT DISTINCT dim_status FROM '${file}' ORDER BY 1`)).map((row) => row.dim_status)).toEqual(["'=1", "-1"]);
    const none = await written(parquet, emptyCube, "none");
    expect(await ask(`SELECT count(*)::INTEGER AS n FROM '${none}'`)).toEqual([{ n: 0 }]);
    const zero = await written(parquet, awkwardCube, "zero");
    expect(await ask(`SELECT count(*)::INTEGER AS n FROM '${zero}' WHERE value = 0 AND signbit(value)`)).toEqual([{ n: 0 }]);
  });

  it("flows: groups of rows leave as they are full", async () => {
    const size = 50_000;
    const axis = { code: "x", label: { nl: "x" }, role: "member" as const };
    const members = Array.from({ length: 1000 }, (_, at) => ({ code: `${at}`, label: { nl: `${at}` } }));
    const head = {
      ...headOf(plainCube),
      axes: [
        { ...axis, members },
        { ...axis, code: "y", members: members.slice(0, 400) },
      ],
    };
    let asked = 0;
    async function* slabs(): AsyncGenerator<Slab> {
      for (let start = 0; start < 400_000; start += size) {
        asked++;
        yield { start, values: Float64Array.from({ length: size }, (_, at) => start + at), status: new Uint8Array(size) };
      }
    }
    const chunks: Uint8Array[] = [];
    for await (const chunk of parquet.write(head, slabs(), { language: "nl" })) {
      if (chunks.length === 0) expect(asked).toBe(2);
      chunks.push(chunk);
    }
    const file = join(folder, "large.parquet");
    await writeFile(file, Buffer.concat(chunks));
    const sums = `SELECT count(*)::INTEGER AS n, sum(value)::DOUBLE AS total, count(DISTINCT x)::INTEGER AS xs FROM '${file}'`;
    expect(await ask(sums)).toEqual([{ n: 400_000, total: (399_999 * 400_000) / 2, xs: 1000 }]);
    expect(await ask(`SELECT count(DISTINCT row_group_id)::INTEGER AS n FROM parquet_metadata('${file}')`)).toEqual([{ n: 4 }]);
  });
});
