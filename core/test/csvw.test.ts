import { describe, expect, test } from "vitest";
import { csv } from "../src/formats/csv.ts";
import { besideCsv, csvw } from "../src/formats/csvw.ts";
import { cubeSlabs, headOf } from "../src/formats/cube-slabs.ts";
import type { Format, FormatOptions } from "../src/formats/format.ts";
import type { Cube } from "../src/model/cube.ts";
import { brokenRules } from "./csvw-rules.ts";
import { awkwardCube, emptyCube, flaggedCube, plainCube, surveyCube, textCube } from "./formats-sample.ts";

async function written(format: Format, cube: Cube, options: FormatOptions): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of format.write(headOf(cube), cubeSlabs(cube), options)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const odd: Cube = {
  ...plainCube,
  axes: plainCube.axes.map((axis, at) => (at === 2 ? { ...axis, code: "_=jaar.van é", role: "member" as const } : axis)),
};
const cubes = { plain: plainCube, texts: textCube, empty: emptyCube, survey: surveyCube, flagged: flaggedCube, awkward: awkwardCube, odd };
const variants: readonly FormatOptions[] = [{ language: "nl" }, { language: "en" }, { language: "nl", dialect: "excel" }];
const all = Object.entries(cubes).flatMap(([name, cube]) => variants.map((each) => ({ name, cube, options: each })));

type Column = { readonly name: string; readonly titles: string; readonly required?: boolean; readonly datatype: string | { base: string } };

/** Rows of a CSV by its described dialect. Not the reader of the product. */
function rowsBy(text: string, { delimiter, quoteChar }: { readonly delimiter: string; readonly quoteChar: string }): string[][] {
  const rows: string[][] = [[]];
  let [field, isQuoted] = ["", false];
  const body = text.replace(/^\uFEFF/, "");
  for (let at = 0; at < body.length; at++) {
    const each = body[at] as string;
    if (isQuoted && each === quoteChar && body[at + 1] === quoteChar) {
      field += quoteChar;
      at++;
    } else if (each === quoteChar) isQuoted = !isQuoted;
    else if (!isQuoted && each === delimiter) {
      rows.at(-1)?.push(field);
      field = "";
    } else if (!isQuoted && body.startsWith("\r\n", at)) {
      rows.at(-1)?.push(field);
      rows.push([]);
      [field, at] = ["", at + 1];
    } else field += each;
  }
  return rows.slice(0, -1);
}

const double = /^[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?$/;
const lexical: Readonly<Record<string, RegExp>> = { double, nonNegativeInteger: /^\d+$/, gYear: /^-?\d{4,}$/, string: /^/ };

describe.each(all)("csvw of the $name cube ($options.language, $options.dialect)", ({ cube, options }) => {
  test("keeps the rules of the vocabulary", async () => {
    expect(brokenRules(JSON.parse(await written(csvw, cube, options)))).toEqual([]);
  });

  test("describes the file: its header, the type of every field, and a key that is unique", async () => {
    const { dialect, tableSchema } = JSON.parse(await written(csvw, cube, options));
    const columns: readonly Column[] = tableSchema.columns;
    const [header = [], ...rows] = rowsBy(await written(csv, cube, options), dialect);
    expect(header).toEqual(columns.map((each) => each.titles));
    expect(rows).toHaveLength(cube.values.length);
    const isComma = options.dialect === "excel";
    for (const row of rows) {
      expect(row).toHaveLength(columns.length);
      for (const [at, { datatype, required, name }] of columns.entries()) {
        const base = typeof datatype === "string" ? datatype : datatype.base;
        const field = base === "double" && isComma ? row[at]?.replace(",", ".") : row[at];
        expect(field !== "" || required !== true, name).toBe(true);
        if (field) expect(field, name).toMatch(lexical[base] as RegExp);
      }
    }
    const key = columns.flatMap(({ name }, at) => (tableSchema.primaryKey.includes(name) ? [at] : []));
    expect(key.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => JSON.stringify(key.map((at) => row[at])))).size).toBe(rows.length);
  });
});

describe("csvw", () => {
  test("names the CSV at the same address", async () => {
    const at = async (address: string): Promise<string> =>
      JSON.parse(await written(csvw, plainCube, { language: "nl", address })).url as string;
    expect(await at("https://x.example/indicator/a.b.csvw?level=gemeente&area=1.csvw")).toBe(
      "https://x.example/indicator/a.b.csv?level=gemeente&area=1.csvw",
    );
    expect(await at("/api/v1/data?indicator=a")).toBe("/api/v1/data.csv?indicator=a");
    expect(besideCsv("/indicator/a.csv", "csvw")).toBe("/indicator/a.csvw");
    expect(besideCsv("/indicator/a.csv?dialect=excel", "csvw")).toBe("/indicator/a.csvw?dialect=excel");
  });

  test("asks for no more figures than it needs", async () => {
    let asked = 0;
    async function* slabs() {
      for await (const slab of cubeSlabs(awkwardCube, 5)) {
        asked++;
        yield slab;
      }
    }
    for await (const _ of csvw.write(headOf(awkwardCube), slabs(), { language: "nl" }));
    expect(asked).toBe(1);
  });

  test("the rules see what is wrong", async () => {
    const good = JSON.parse(await written(csvw, plainCube, { language: "nl" }));
    const [first, ...rest] = good.tableSchema.columns;
    const withColumn = (more: object): object => ({
      ...good,
      tableSchema: { ...good.tableSchema, columns: [{ ...first, ...more }, ...rest] },
    });
    for (const bad of [
      { ...good, "@context": "http://example.org" },
      { ...good, url: undefined },
      { ...good, title: "x" },
      { ...good, "dc:source": [{ name: "x" }] },
      { ...good, notes: [{ body: "x" }] },
      { ...good, dialect: { separator: ";" } },
      withColumn({ name: "a-b" }),
      withColumn({ name: "_a" }),
      withColumn({ name: "area" }),
      withColumn({ datatype: "numeric" }),
      { ...good, tableSchema: { ...good.tableSchema, primaryKey: ["x"] } },
    ])
      expect(brokenRules(JSON.parse(JSON.stringify(bad)))).not.toEqual([]);
  });
});
