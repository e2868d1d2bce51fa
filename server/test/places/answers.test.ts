import { join } from "node:path";
import type { Routes } from "@peil/core/api.ts";
import { type Status, statusNames } from "@peil/core/model/status.ts";
import { parseSelection } from "@peil/core/query/address.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildPlaces } from "../../../fixtures/places/build.ts";
import { answer } from "../../src/answer.ts";
import { importExchange } from "../../src/imports/exchange.ts";
import { readObjects } from "../../src/places/objects.ts";
import { publish } from "../../src/publish/publish.ts";
import { openReleases, type Releases } from "../../src/releases.ts";
import type { Cubes } from "../../src/store/cubes.ts";
import { openDuckdbCubes } from "../../src/store/cubes-duckdb.ts";
import { views } from "../../src/views/index.ts";
import { moment, openRegion, type Region } from "../region.ts";

// Counts worked by hand from fixtures/places (README): libraries B1 and B2 stand in Aardoever, B3 in Biezenhof, B4 on the border of
// Biezenhof and Cirkelbeek, B5 in Duinrode, B6 in Eikenberg, B7 outside the country.

let region: Region;
let cubes: Cubes;
let releases: Releases;

beforeAll(async () => {
  region = await openRegion();
  const folder = join(region.folder, "../places");
  await buildPlaces(folder);
  await importExchange(folder, region, { by: "test", at: moment, note: "places" });
  await publish({ folder: region.folder, documents: region.documents, at: moment });
  cubes = await openDuckdbCubes({ folder: region.folder, memory: "256MB" });
  releases = await openReleases(region.folder, cubes, (error) => {
    throw error;
  });
}, 60_000);

afterAll(async () => {
  await releases.close();
  await cubes.close();
  await region.close();
});

async function ask(question: string): Promise<(number | string)[]> {
  const cube = await answer(releases.current(), parseSelection(question));
  return Array.from(cube.values, (value, at) => {
    const state = cube.status[at] as Status;
    return state === 0 ? value : statusNames[state];
  });
}

describe("objects counted by position", () => {
  test("on the neighbourhood in which they stand; where none stands it is zero", async () => {
    expect(await ask("indicator=bibliotheken&level=wijk&period=2024")).toEqual([1, 1, 2, 0, 0, 0, 0, 1, 1, 0, 0, 0]);
  });
  test("on every level above it, by the tables", async () => {
    expect(await ask("indicator=bibliotheken&level=gemeente2024&period=2024")).toEqual([2, 2, 0, 1, 1, 0]);
    expect(await ask("indicator=bibliotheken&level=gemeente&period=2024")).toEqual([2, 2, 0, 2, 0]);
    expect(await ask("indicator=bibliotheken&level=provincie2024&period=2024")).toEqual([4, 1, 1]);
    expect(await ask("indicator=bibliotheken&level=provincie&period=2024")).toEqual([4, 0, 2]);
  });
  test("what lies nowhere counts in the unknown area, and so in the country", async () => {
    expect(await ask("indicator=bibliotheken&level=wijk&area=99991&period=2024&pseudo=1")).toEqual([1]);
    expect(await ask("indicator=bibliotheken&level=gemeente2024&area=99991&period=2024&pseudo=1")).toEqual([1]);
    expect(await ask("indicator=bibliotheken&level=land&period=2024")).toEqual([7]);
  });
  test("an object without a record was not there yet, where absent means zero", async () => {
    expect(await ask("indicator=bibliotheken&level=gemeente2024&period=2023")).toEqual([1, 1, 0, 0, 0, 0]);
    expect(await ask("indicator=bibliotheken&level=land&period=2023")).toEqual([3]);
  });
  test("as they were loaded, on their own level", async () => {
    expect(await ask("indicator=zitplaatsen&level=bib&period=2024")).toEqual([100, 20, 50, 30, 40, 60, 10]);
  });
});

describe("attributes of objects", () => {
  test("a sum", async () => {
    expect(await ask("indicator=zitplaatsen&level=gemeente2024&period=2024")).toEqual([120, 80, 0, 40, 60, 0]);
    expect(await ask("indicator=zitplaatsen&level=land&period=2024")).toEqual([310]);
  });
  test("a sum is incomplete where an object has no record; where no object stands it is zero all the same", async () => {
    expect(await ask("indicator=zitplaatsen&level=gemeente2024&period=2023")).toEqual(["incomplete", "incomplete", 0, "empty", "empty", 0]);
  });
  test("a mean over the objects; of no objects there is none", async () => {
    const [a, b, c, d, e, f] = await ask("indicator=openingsuren&level=gemeente2024&period=2024");
    expect([a, b, c, d, e, f]).toEqual([30, 20, "empty", 25, 35, "empty"]);
    expect((await ask("indicator=openingsuren&level=land&period=2024"))[0]).toBeCloseTo(165 / 7, 9);
  });
  test("a count by category", async () => {
    expect(await ask("indicator=bibtypes&level=gemeente2024&period=2024&by=bibtype")).toEqual([1, 1, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0]);
    expect(await ask("indicator=bibtypes&level=land&period=2024&by=bibtype")).toEqual([4, 3]);
  });
});

describe("what pages are made of", () => {
  const view = <N extends keyof Routes>(name: N, input: Routes[N]["in"]): Promise<Routes[N]["out"]> =>
    views[name]({ release: releases.current(), releases }, input);
  test("the shapes of a level of objects are given as those of any level", async () => {
    expect(readObjects(await view("geometry", { level: "bib" }))).toHaveLength(7);
    expect(readObjects(await view("geometry", { level: "fietspad" })).map((each) => each.shape.type)).toEqual([
      "LineString",
      "LineString",
      "MultiLineString",
    ]);
  });
  test("the page of an indicator on its objects: their figures, and what they lie in to choose from", async () => {
    const page = await view("indicator", { code: "zitplaatsen", selection: "level=bib&area=B1" });
    expect(page.all?.axes.find((each) => each.role === "area")?.members.filter((each) => !each.compare)).toHaveLength(7);
    expect(page.choices.levels.map((each) => each.alias)).toEqual([
      ...["land", "provincie", "provincie2024", "gemeente", "gemeente2024", "wijk", "bib"],
    ]);
    expect(new Set(page.choices.within.map((each) => each.level))).toEqual(new Set(["provincie", "gemeente"]));
    expect(page.choices.compare.findLast((each) => each.level !== "bib")?.level).toBe("gemeente");
    const inside = await view("indicator", { code: "zitplaatsen", selection: "level=bib&within=gemeente:01001" });
    expect(
      inside.all?.axes
        .find((each) => each.role === "area")
        ?.members.filter((each) => !each.compare)
        .map((each) => each.code),
    ).toEqual(["B1", "B2"]);
  });
  test("the page of an object says in which areas it lies", async () => {
    const page = await view("area", { level: "bib", code: "B4", compare: "" });
    expect(page.parents.map((each) => `${each.level} ${each.code}`)).toEqual(["land L", "provincie 01", "gemeente 01002", "wijk 01002A"]);
  });
});

describe("lines by the share of their length", () => {
  test("on neighbourhoods", async () => {
    expect(await ask("indicator=fietspadlengte&level=wijk&period=2024")).toEqual([3.5, 0, 7, 0, 3.5, 0, 9, 9, 0, 0, 3.5, 0]);
  });
  test("shares in several parts of one municipality become one share", async () => {
    expect(await ask("indicator=fietspadlengte&level=gemeente2024&period=2024")).toEqual([3.5, 7, 3.5, 18, 0, 3.5]);
    expect(await ask("indicator=fietspadlengte&level=provincie&period=2024")).toEqual([10.5, 3.5, 21.5]);
  });
  test("what lies outside counts in the unknown area, so nothing is lost", async () => {
    expect(await ask("indicator=fietspadlengte&level=wijk&area=99991&period=2024&pseudo=1")).toEqual([3.5]);
    expect(await ask("indicator=fietspadlengte&level=land&period=2024")).toEqual([39]);
  });
});
