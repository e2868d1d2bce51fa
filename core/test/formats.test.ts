import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import toolkit from "jsonstat-toolkit";
import { describe, expect, test } from "vitest";
import { cubeSlabs, headOf } from "../src/formats/cube-slabs.ts";
import type { Format, FormatOptions } from "../src/formats/format.ts";
import { formats } from "../src/formats/index.ts";
import type { Cube } from "../src/model/cube.ts";
import { statusNames } from "../src/model/status.ts";
import { emptyCube, flaggedCube, plainCube, surveyCube, textCube } from "./formats-sample.ts";

const here = dirname(fileURLToPath(import.meta.url));
const cubes = { plain: plainCube, texts: textCube, empty: emptyCube, survey: surveyCube, flagged: flaggedCube };
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
    values: [...cube.values],
    status: [...cube.status],
    texts: cube.texts === undefined ? undefined : [...cube.texts],
    uncertainty: cube.uncertainty,
    flags: cube.flags && [...cube.flags],
    release: cube.release,
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
      if (name === "empty" && format.name === "csv") expect([...read.values]).toEqual([]);
      else expect(core(read)).toEqual(core(cube));
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
      fc.asyncProperty(fc.array(cell, { minLength: 8, maxLength: 8 }), texts, async (cells, words) => {
        const cube: Cube = {
          ...plainCube,
          axes: [plainCube.axes[1], plainCube.axes[2]].flatMap((axis) => axis ?? []),
          values: Float64Array.from(cells, ([status, value, missing]) => (status === 0 ? value : status === 5 ? missing : Number.NaN)),
          status: Uint8Array.from(cells, ([status]) => status),
          ...(words?.some((word) => word !== undefined) ? { texts: words.map((word) => word?.toWellFormed()) } : {}),
        };
        const read = await format.read?.(inPieces(await bytesOf(format, cube), 64));
        if (read !== undefined) expect(core(read)).toEqual(core(cube));
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
    for (const text of ["", "{}", "a,b\n1,2\n", '{"id":[],"role":{},"dimension":{},"value":[],"status":{},"extension":{}}', "null"]) {
      await expect(format.read?.(inPieces(Buffer.from(text), 10))).rejects.toMatchObject({ code: "file-unreadable" });
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
