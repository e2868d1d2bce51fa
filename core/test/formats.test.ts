import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import toolkit from "jsonstat-toolkit";
import { describe, expect, test } from "vitest";
import { cubeSlabs, headOf } from "../src/formats/cube-slabs.ts";
import type { Format, FormatOptions } from "../src/formats/format.ts";
import { formats } from "../src/formats/index.ts";
import { plainNumber } from "../src/formats/px.ts";
import type { Cube } from "../src/model/cube.ts";
import { statusNames } from "../src/model/status.ts";
import { awkwardCube, emptyCube, flaggedCube, plainCube, surveyCube, textCube } from "./formats-sample.ts";

const here = dirname(fileURLToPath(import.meta.url));
const cubes = { plain: plainCube, texts: textCube, empty: emptyCube, survey: surveyCube, flagged: flaggedCube, awkward: awkwardCube };
const dutch: FormatOptions = { language: "nl" };

async function bytesOf(format: Format, cube: Cube, options: FormatOptions = dutch, slab?: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of format.write(headOf(cube), cubeSlabs(cube, slab), options)) chunks.push(chunk);
  return Uint8Array.from(Buffer.concat(chunks));
}

const textOf = async (format: Format, cube: Cube, options?: FormatOptions): Promise<string> =>
  Buffer.from(await bytesOf(format, cube, options)).toString();

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** What every format must bring back: axes by code, levels, values, states, texts, release. */
function core(cube: Cube): unknown {
  return {
    axes: cube.axes.map(({ code, role, members }) => [code, role, members.map((member) => [member.level, member.code])]),
    // Twelve digits travel, and no sign before a zero.
    values: Array.from(cube.values, (each) => Number(each.toPrecision(12)) + 0),
    status: [...cube.status],
    texts: cube.texts === undefined ? undefined : [...cube.texts],
    uncertainty: cube.uncertainty,
    flags: cube.flags && [...cube.flags],
    release: cube.release,
  };
}

/** A cube as far as a format can carry it. */
function carried(cube: Cube, { loses = [] }: Format): Cube {
  const has = (what: (typeof loses)[number]): boolean => !loses.includes(what);
  const { texts, flags, uncertainty, ...rest } = cube;
  const isGone = (at: number): boolean => !has("texts") && cube.status[at] === 0 && Number.isNaN(cube.values[at]);
  const states = cube.status.map((state, at) => (isGone(at) ? 1 : state === 5 && !has("incomplete") ? 4 : state));
  return {
    ...rest,
    status: states,
    values: cube.values.map((value, at) => (states[at] === 0 || states[at] === 5 ? value : Number.NaN)),
    ...(texts && has("texts") ? { texts } : {}),
    ...(flags && has("flags") ? { flags } : {}),
    ...(uncertainty && has("uncertainty") ? { uncertainty } : {}),
  };
}

describe.each(formats)("$name", (format) => {
  test.each(Object.entries(cubes))("%s cube is as its golden file", async (name, cube) => {
    const options = [dutch, { language: "en" } as const];
    for (const each of format.name === "csv" ? [...options, { language: "nl", dialect: "excel" } as const] : options) {
      const file = join(here, "golden", `${name}.${each.dialect ?? each.language}.${format.extension}`);
      const text = await textOf(format, cube, each);
      if (process.env.WRITE_GOLDEN === "1") writeFileSync(file, text);
      expect(text).toBe(readFileSync(file, "utf8"));
    }
  });

  test.each(Object.entries(cubes))("%s cube comes back", async (name, cube) => {
    for (const [slab, piece] of [
      [1, 7],
      [3, 1000],
      [100, 1],
    ] as const) {
      const read = await format.read?.(inPieces(await bytesOf(format, cube, dutch, slab), piece));
      if (read === undefined) return;
      // An empty CSV file has no row to carry axes without members and the release.
      if (name === "empty" && format.name.endsWith("csv")) expect([...read.values]).toEqual([]);
      else expect(core(read)).toEqual(core(carried(cube, format)));
    }
  });

  test("any figures and states come back", async () => {
    const state = fc.integer({ min: 0, max: 7 });
    const figure = fc.double({ noNaN: true, noDefaultInfinity: true }).map((each) => Number(each.toPrecision(12)) + 0);
    const cell = fc.tuple(state, figure, fc.nat(300));
    const texts = fc.option(fc.array(fc.option(fc.string({ minLength: 1 }), { nil: undefined }), { minLength: 8, maxLength: 8 }), {
      nil: undefined,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 8, maxLength: 8 }), texts, async (cells, given) => {
        // Beside a hidden figure no text stands.
        const words = given?.map((word, at) => (cells[at]?.[0] === 2 || cells[at]?.[0] === 7 ? undefined : word));
        const cube: Cube = {
          ...plainCube,
          axes: [plainCube.axes[1], plainCube.axes[2]].flatMap((axis) => axis ?? []),
          values: Float64Array.from(cells, ([status, value, missing]) => (status === 0 ? value : status === 5 ? missing : Number.NaN)),
          status: Uint8Array.from(cells, ([status]) => status),
          ...(words?.some((word) => word !== undefined) ? { texts: words.map((word) => word?.toWellFormed()) } : {}),
        };
        const read = await format.read?.(inPieces(await bytesOf(format, cube), 64));
        if (read !== undefined) expect(core(read)).toEqual(core(carried(cube, format)));
      }),
      { numRuns: 200 },
    );
  });

  test("carries source, licence and release", async () => {
    const text = await textOf(format, plainCube);
    for (const word of ["Statbel", "Rijksregister; eigen bewerking", "CC BY 4.0", "a1b2c3"]) expect(text).toContain(word);
    for (const name of Object.values(statusNames).filter((each) => each !== "value")) expect(text).toContain(name);
  });

  test("refuses what is not its own", async () => {
    if (format.read === undefined) return;
    for (const text of ["", "{}", "a,b\n1,2\n", '{"id":[],"role":{},"dimension":{},"value":[],"status":{},"extension":{}}', "null"]) {
      await expect(format.read(inPieces(Buffer.from(text), 10))).rejects.toMatchObject({ code: "file-unreadable" });
    }
  });

  test("flows: slabs are asked for as chunks are taken", async () => {
    let asked = 0;
    const size = 4096;
    async function* endless() {
      for (let start = 0; ; start += size) {
        asked++;
        yield { start, values: new Float64Array(size).fill(1.25), status: new Uint8Array(size) };
      }
    }
    let taken = 0;
    for await (const chunk of format.write(headOf(plainCube), endless(), dutch)) {
      taken += chunk.length;
      if (taken > 1_000_000) break;
    }
    expect(asked).toBeLessThan(100);
  });

  test("has a documentation page", () => {
    const page = readFileSync(join(here, "../../docs/formats", `${format.name}.md`), "utf8");
    expect(page).toContain(`.${format.extension}`);
    expect(page).toContain(format.mediaType);
  });
});

test("names and extensions are each used once", () => {
  expect(new Set(formats.map((each) => each.name)).size).toBe(formats.length);
  expect(new Set(formats.map((each) => each.extension)).size).toBe(formats.length);
});

describe("csv", () => {
  const csv = formats.find((each) => each.name === "csv") as Format;

  test("no field starts as a formula, figures excepted", async () => {
    const text = await textOf(csv, textCube);
    expect(text).toContain("'=gemeente");
    expect(text).toContain("'+laag");
    expect(text).toContain("'-1");
    expect(text).toContain("''=1");
    expect(await textOf(csv, plainCube)).toContain(",-12.5,");
  });

  test("rows end as RFC 4180 wants; the variant for Excel starts with a byte order mark", async () => {
    const text = await textOf(csv, plainCube);
    expect(text.split("\r\n")).toHaveLength(18);
    expect(text.startsWith("indicator,")).toBe(true);
    const excel = await textOf(csv, plainCube, { language: "nl", dialect: "excel" });
    expect(excel.startsWith("\uFEFFindicator;")).toBe(true);
    expect(excel).toContain(";-12,5;");
    const read = await csv.read?.(inPieces(Buffer.from(excel), 5));
    expect(read && core(read)).toEqual(core(plainCube));
  });
});

describe("json-stat", () => {
  const format = formats.find((each) => each.name === "json-stat") as Format;

  test("is read by the toolkit of JSON-stat", async () => {
    const set = toolkit(JSON.parse(await textOf(format, plainCube, { language: "en" })));
    expect([set.class, set.length, set.n]).toEqual(["dataset", 3, 16]);
    expect(set.role).toEqual({ time: ["period"], geo: ["area"], metric: ["indicator"], classification: null });
    expect(set.Dimension("area").id).toEqual(["gemeente:44021", "99991", "gemeente2024:44021", "2000"]);
    expect(set.Dimension("indicator").Category("inwoners")).toMatchObject({
      label: "Number of inhabitants",
      unit: { label: "persons", decimals: 0 },
    });
    expect(set.Data({ indicator: "inwoners", area: "2000", period: "2023" })).toMatchObject({ value: 6774807, status: null });
    expect(set.Data({ indicator: "inwoners", area: "2000", period: "2024" })).toMatchObject({ value: null, status: "hidden" });
    expect(set.Dimension("area").Category("2000").label).toBe("Flemish Region");
  });

  test("brings back notes, sources and units", async () => {
    const read = await format.read?.(inPieces(await bytesOf(format, plainCube), 50));
    expect(read?.sources[0]).toEqual(plainCube.sources[0]);
    expect(read?.notes).toEqual([{ kind: "footnote", text: { nl: "Toestand op 1 januari." }, indicator: "inwoners" }]);
    expect(read?.axes[0]?.members[1]).toMatchObject({ unit: { nl: "euro" }, decimals: 2 });
    expect(read?.axes[1]?.members[3]).toMatchObject({ compare: true });
    expect(read?.axes[2]?.members[1]).toMatchObject({ provisional: true });
  });
});

describe("px", () => {
  const format = formats.find((each) => each.name === "px") as Format;

  test("of another office is read: another order, texts broken over lines, another language beside, a dash that is zero", async () => {
    const text = `CHARSET="ANSI";\r\nLANGUAGE="sv";LANGUAGES="sv","en";\r\nTITLE="Folkm\u00e4ngd; "\r\n"efter region";TITLE[en]="Population";
DECIMALS=0;SOURCE="SCB";HEADING="tid";STUB="region","k\u00f6n";
VALUES("region")="Riket",\r\n"Stockholm";VALUES("k\u00f6n")="m\u00e4n","kvinnor";VALUES("tid")="2019K1","2019K2","2019K3";
TIMEVAL("tid")=TLIST(Q1,"20191"-"20193");MAP("region")="sweden";
CODES("region")="00","0180";CODES("k\u00f6n")="1","2";UNITS="antal";
DATA=
1 2 3
- ".." 6.5
7 8 ".."
10 11 -12;\r\n`;
    const read = await format.read?.(inPieces(Buffer.from(text), 9));
    expect(read?.axes.map((axis) => [axis.code, axis.role, axis.members.map((each) => each.code)])).toEqual([
      ["region", "area", ["00", "0180"]],
      ["k\u00f6n", "member", ["1", "2"]],
      ["tid", "period", ["2019Q1", "2019Q2", "2019Q3"]],
    ]);
    expect([...(read?.values ?? [])]).toEqual([1, 2, 3, 0, Number.NaN, 6.5, 7, 8, Number.NaN, 10, 11, -12]);
    expect([...(read?.status ?? [])]).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0]);
    expect(read?.sources[0]?.name.nl).toBe("SCB");
  });

  test.each([
    ["too few cells", 'HEADING="a";VALUES("a")="1","2";DATA=1;'],
    ["too many cells", 'HEADING="a";VALUES("a")="1";DATA=1 2;'],
    ["a word among the cells", 'HEADING="a";VALUES("a")="1";DATA=veel;'],
    ["no axes", 'TITLE="x";DATA=1;'],
    ["rows with keys", 'STUB="a";KEYS("a")=VALUES;VALUES("a")="1","2";DATA="1",5;'],
  ])("with %s is refused", async (_, text) => {
    await expect(format.read?.(inPieces(Buffer.from(text), 10))).rejects.toMatchObject({ code: "file-unreadable" });
  });

  test("figures have no exponent, whatever their size", () => {
    expect([1e21, -1.5e-7, 1e15, 1e-9, 123456789012345, 0.1].map(plainNumber)).toEqual([
      "1000000000000000000000",
      "-0.00000015",
      "1000000000000000",
      "0.000000001",
      "123456789012000",
      "0.1",
    ]);
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(plainNumber(value)).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(plainNumber(value))).toBe(Number(value.toPrecision(12)) + 0);
      }),
    );
  });
});
