import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cubeJson } from "@peil/core/formats/cube-json.ts";
import { cubeSlabs, headOf } from "@peil/core/formats/cube-slabs.ts";
import type { Format, FormatOptions } from "@peil/core/formats/format.ts";
import { formats as coreFormats } from "@peil/core/formats/index.ts";
import type { Cube } from "@peil/core/model/cube.ts";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { awkwardCube, emptyCube, plainCube, poison, poisoned, surveyCube, textCube } from "../../core/test/formats-sample.ts";
import { formats } from "../src/formats/index.ts";
import { awkwardBorders } from "./awkward-borders.ts";
import { cellsOf, readers } from "./format-readers.ts";

// Every format, whoever wrote it, over the same cubes. A format of text has its golden file, one of bytes is read back; nothing is lost
// but what it says itself, and no byte tells of a hidden figure.

const dutch: FormatOptions = {
  language: "nl",
  borders: awkwardBorders,
  address: "https://cijfers.example/api/v1/data.x?indicator=inwoners",
};

async function bytesOf(format: Format, cube: Cube, slab?: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of format.write(headOf(cube), cubeSlabs(cube, slab), dutch)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The bytes of a file as one could search them: those of an archive unpacked. */
function searchable(bytes: Buffer): Buffer {
  if (bytes.subarray(0, 2).toString() !== "PK") return bytes;
  return Buffer.concat(Object.values(unzipSync(bytes)));
}

const inDouble = (value: number): Buffer => Buffer.from(Float64Array.of(value).buffer);
const secrets = [...Object.values(poison).map((each) => Buffer.from(String(each))), inDouble(poison.value), inDouble(poison.bound)];

it("the JSON of the interface shows nothing of what is hidden either", async () => {
  const jsonOf = async (cube: Cube): Promise<string> => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of cubeJson.write(headOf(cube), cubeSlabs(cube), dutch)) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  };
  for (const cube of [awkwardCube, surveyCube, textCube]) expect(await jsonOf(poisoned(cube))).toBe(await jsonOf(cube));
  expect(JSON.parse(await jsonOf(awkwardCube)).values).toEqual(
    Array.from(awkwardCube.values, (each) => (Number.isFinite(each) ? expect.closeTo(each) : null)),
  );
});

describe.each(formats)("$name", (format) => {
  it("shows nothing of what is hidden", async () => {
    const clean = await bytesOf(format, awkwardCube);
    const dirty = await bytesOf(format, poisoned(awkwardCube));
    for (const secret of secrets) expect(searchable(dirty).includes(secret)).toBe(false);
    expect(searchable(dirty).equals(searchable(clean))).toBe(true);
  });

  it("writes the same file however the figures come in", async () => {
    const whole = searchable(await bytesOf(format, awkwardCube));
    for (const slab of [1, 7, 64]) expect([slab, searchable(await bytesOf(format, awkwardCube, slab)).equals(whole)]).toEqual([slab, true]);
  });

  // Formats of core have theirs there.
  it("is as its golden file", async () => {
    if (format.compressed || coreFormats.includes(format)) return;
    const text = (await bytesOf(format, awkwardCube)).toString();
    const file = join(import.meta.dirname, "golden", `awkward.nl.${format.fileExtension ?? format.extension}`);
    if (process.env.WRITE_GOLDEN === "1") writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, "utf8"));
  });

  it("is read back by another program, or keeps its golden file", () => {
    expect(readers[format.name] !== undefined || format.compressed !== true).toBe(true);
  });

  const read = readers[format.name];
  it.each(
    read === undefined
      ? []
      : Object.entries({ awkward: awkwardCube, plain: plainCube, texts: textCube, survey: surveyCube, empty: emptyCube }),
  )("loses nothing of the %s cube but what it says", async (_, cube) => {
    expect(await read?.(await bytesOf(format, cube))).toEqual(cellsOf(cube, format.loses ?? []));
  });

  it("names source, licence and release", async () => {
    const text = searchable(await bytesOf(format, plainCube)).toString();
    for (const word of ["Statbel", "CC BY 4.0", "a1b2c3"]) expect([word, text.includes(word)]).toEqual([word, true]);
  });

  it("writes a file of nothing too", async () => {
    expect((await bytesOf(format, emptyCube)).length).toBeGreaterThan(0);
  });
});

it("names and extensions are each used once", () => {
  for (const key of ["name", "extension"] as const) expect(new Set(formats.map((each) => each[key])).size).toBe(formats.length);
});
