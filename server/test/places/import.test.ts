import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { buildPlaces } from "../../../fixtures/places/build.ts";
import { importExchange } from "../../src/imports/exchange.ts";
import { exportExchange } from "../../src/imports/exchange-export.ts";
import { openGeoJson } from "../../src/imports/geojson.ts";
import { importFiles } from "../../src/imports/import.ts";
import type { ImportOptions } from "../../src/imports/options.ts";
import type { ImportReport } from "../../src/imports/preview.ts";
import { readObjects } from "../../src/places/objects.ts";
import { rowsIn, tally, textFile } from "../imports/files.ts";
import { moment, openRegion, type Region } from "../region.ts";

let region: Region;
beforeEach(async () => {
  region = await openRegion();
});
afterEach(() => region.close());

const fixture = (name: string): string => join(import.meta.dirname, "../../../fixtures/places/files", name);
const load = (paths: string[], options: Partial<ImportOptions> = {}): Promise<ImportReport> =>
  importFiles(paths, region, { create: true, skipUnknown: false, by: "test", ...options });
const text = async (name: string, ...lines: string[]): Promise<string> => textFile(name, `${lines.join("\n")}\n`);

/** The position table of a level, in codes. */
async function positions(child: string, parent: string): Promise<string[]> {
  const data = await region.documents.catalogue();
  const level = (alias: string) => data.levels.find((each) => each.alias === alias)?.id;
  const code = (id: number) => data.areas.find((each) => each.id === id)?.code;
  const table = data.tables.find((each) => each.childLevel === level(child) && each.parentLevel === level(parent));
  return (table?.links ?? []).map((each) => `${code(each.child)}>${code(each.parent)}*${each.weight}`).sort();
}

async function shapesOf(alias: string) {
  const id = (await region.documents.catalogue()).levels.find((each) => each.alias === alias)?.id ?? 0;
  return readObjects((await region.documents.geometry(id)) ?? '{"objects":{}}');
}

const placed = ["B1>01001A*1", "B2>01001B*1", "B3>01002A*1", "B4>01002A*1", "B5>02002B*1", "B6>03001A*1"];

describe("a file of objects", () => {
  test("in Lambert 72 with Dutch heads: one lies nowhere, and nothing comes in", async () => {
    const report = await load([fixture("bib.csv")]);
    expect(report.outcome).toBe("refused");
    expect(tally(report)).toMatchObject({ "place-outside": 1, "places-positioned": 1, "places-system": 1 });
    const outside = report.problems.find((each) => each.code === "place-outside")?.problems[0];
    expect(outside).toMatchObject({ row: 8, details: { code: "B7", name: "Bibliotheekboot", level: "wijk" } });
    expect((await region.documents.catalogue()).levels.some((each) => each.alias === "bib")).toBe(false);
  });
  test("comes in whole when what lies nowhere may stay out of the counts: level, objects, shapes, positions and figures", async () => {
    const report = await load([fixture("bib.csv")], { skipUnknown: true });
    expect(report).toMatchObject({ outcome: "imported", records: 14 });
    expect(tally(report)).toMatchObject({ "place-skipped": 1 });
    expect(report.sheets[0]).toMatchObject({ kind: "places", rows: 7 });
    const system = report.problems.find((each) => each.code === "places-system")?.problems[0]?.details;
    expect(system).toMatchObject({ system: { nl: "Lambert 72 (EPSG:31370)" } });
    const data = await region.documents.catalogue();
    const level = data.levels.find((each) => each.alias === "bib");
    expect(level).toMatchObject({ type: "point", covers: false });
    expect(data.areas.filter((each) => each.level === level?.id)).toHaveLength(7);
    expect((await shapesOf("bib"))[0]).toEqual({ code: "B1", shape: { type: "Point", coordinates: [4.05, 51.05] } });
    expect(data.indicators.find((each) => each.code === "zitplaatsen")).toMatchObject({ kind: "gis", dataType: "count" });
    expect(await positions("bib", "wijk")).toEqual(placed);
    expect(data.tables.filter((each) => each.childLevel === level?.id)).toHaveLength(1);
  });
  test("goes to the unknown area where the level has one", async () => {
    const areas = await text("wijk.csv", "geoitem code,name", "99991,Wijk onbekend");
    const report = await load([areas, fixture("bib.csv")], { dryRun: false });
    expect(report.outcome).toBe("imported");
    expect(tally(report)).toMatchObject({ "place-to-unknown": 1 });
    expect(await positions("bib", "wijk")).toEqual([...placed, "B7>99991*1"]);
  });
  test("says the same in Lambert 2008 with English heads, and as GeoJSON", async () => {
    await load([fixture("bib-2008.csv")], { skipUnknown: true });
    const metric = await shapesOf("bib");
    expect(await positions("bib", "wijk")).toEqual(placed);
    const report = await load([fixture("bib.geojson")], { skipUnknown: true });
    expect(report.problems.find((each) => each.code === "places-system")?.problems[0]?.details).toMatchObject({
      system: { en: "WGS84 (longitude and latitude)" },
    });
    // The code of the level is the file's name, so these are the same objects.
    expect(await shapesOf("bib-2008")).toEqual([]);
    expect(await shapesOf("bib")).toEqual(metric);
  });
  test("looked at only, changes nothing", async () => {
    const before = await region.documents.catalogue();
    const report = await load([fixture("bib.csv")], { skipUnknown: true, dryRun: true });
    expect(report.outcome).toBe("would-import");
    expect(report.definitions).toMatchObject({ levels: 1, areas: 7, tables: 1, indicators: 2 });
    expect(await region.documents.catalogue()).toEqual(before);
  });
  test("undone, takes its figures along and leaves the objects", async () => {
    const report = await load([fixture("bib.csv")], { skipUnknown: true });
    await region.documents.undo(report.load ?? "", true, moment, "test");
    expect((await region.documents.loads()).find((each) => each.id === report.load)?.undone).toBe(true);
    expect(await shapesOf("bib")).toHaveLength(7);
  });
  test("more of them come beside the earlier ones; to replace leaves only the new", async () => {
    await load([fixture("bib.geojson")], { skipUnknown: true });
    const more = await text("bib.csv", "code,naam,lon,lat", "B8,Nieuwe bibliotheek,4.55,51.05");
    expect(tally(await load([more]))).toEqual({ "places-system": 1, "places-positioned": 1 });
    expect(await positions("bib", "wijk")).toEqual([...placed, "B8>03002A*1"]);
    await load([more], { skipUnknown: true, replace: true });
    expect(await positions("bib", "wijk")).toEqual(["B8>03002A*1"]);
  });
  test("an object without coordinates counts in the unknown area, and stays there when others come", async () => {
    const unknown = await text("wijk.csv", "geoitem code,name", "99991,Wijk onbekend");
    await load([unknown, await text("bib.csv", "code,naam,x,y", "B1,Een,4.05,51.05", "B2,Ergens,,")]);
    expect(await positions("bib", "wijk")).toEqual(["B1>01001A*1", "B2>99991*1"]);
    await load([await text("bib.csv", "code,naam,x,y", "B3,Drie,4.15,51.05")]);
    expect(await positions("bib", "wijk")).toEqual(["B1>01001A*1", "B2>99991*1", "B3>01002A*1"]);
  });
  test("with a column of members, its one column of figures is a cube", async () => {
    const report = await load([
      await text("arts.csv", "code,naam,lon,lat,periode,geslacht,artsen", "A1,Een,4.05,51.05,2024,V,1", "A2,Twee,4.15,51.05,2024,M,1"),
    ]);
    expect(report).toMatchObject({ outcome: "imported", records: 2 });
    expect((await region.documents.catalogue()).indicators.find((each) => each.code === "artsen")).toMatchObject({
      shape: "cube",
      dimensionLevels: ["geslacht"],
      kind: "gis",
    });
  });
  test("lines give shares, and the part outside is told", async () => {
    const report = await load([fixture("fietspad.geojson")]);
    expect(report.outcome).toBe("imported");
    expect(report.problems.find((each) => each.code === "place-partly")?.problems[0]?.details).toMatchObject({ code: "F2", share: 50 });
    expect(await positions("fietspad", "wijk")).toEqual([
      "F1>01001A*0.25",
      "F1>01002A*0.5",
      "F1>02001A*0.25",
      "F2>03002A*0.5",
      "F3>02002A*0.5",
      "F3>02002B*0.5",
    ]);
    expect((await region.documents.catalogue()).levels.find((each) => each.alias === "fietspad")?.type).toBe("line");
  });
  test("coordinates of areas are left, their names are read", async () => {
    const areas = await text("wijk.csv", "geoitem code,name,PointX,PointY", "01001A,Aardoever-Midden,127648,193363");
    const report = await load([areas]);
    expect(tally(report)).toEqual({ "places-on-areas": 1 });
    expect((await region.documents.catalogue()).areas.find((each) => each.code === "01001A")?.name.nl).toBe("Aardoever-Midden");
  });
});

describe("what is wrong is said with its row", () => {
  const refused = async (...rows: string[]) => {
    const report = await load([await text("bib.csv", "code,naam,x,y", ...rows)]);
    expect(report.outcome).toBe("refused");
    return report.problems
      .filter((each) => each.weight === "error")
      .flatMap((each) => each.problems.map((problem) => `${problem.code} ${problem.row}`));
  };
  test("coordinates the wrong way round, in degrees and in metres", async () => {
    expect(await refused("B1,Een,51.05,4.05")).toEqual(["place-swapped 2"]);
    expect(await refused("B1,Een,193363.257,127648.553")).toEqual(["place-swapped 2"]);
  });
  test("coordinates abroad, in another system than the rest, and unreadable", async () => {
    expect(await refused("B1,Een,4.05,51.05", "B2,Twee,2.35,48.85")).toEqual(["place-abroad 3"]);
    expect(await refused("B1,Een,4.05,51.05", "B2,Twee,127648,193363")).toEqual(["place-mixed 3"]);
    expect(await refused("B1,Een,4.05,N 51")).toEqual(["place-unreadable 2"]);
    expect(await refused("B1,Een,4.05,")).toEqual(["place-unreadable 2"]);
  });
  test("one object in two places, and one without a code", async () => {
    expect(await refused("B1,Een,4.05,51.05", "B1,Een,4.06,51.05")).toEqual(["place-differs 3"]);
    expect(await refused(",Een,4.05,51.05")).toEqual(["code-missing 2"]);
  });
  test("a line on a level of points", async () => {
    await load([fixture("bib.geojson")], { skipUnknown: true });
    const shape = {
      type: "LineString",
      coordinates: [
        [4, 51],
        [4.1, 51],
      ],
    };
    const lines = JSON.stringify({ type: "FeatureCollection", features: [{ type: "Feature", id: "X", properties: {}, geometry: shape }] });
    expect(tally(await load([await textFile("bib.geojson", lines)]))).toMatchObject({ "place-shape": 1 });
  });
  test("a system that is not known, and a level that does not exist", async () => {
    const unknown = await text("bib.csv", "code,naam,x,y,epsg", "B1,Een,4.05,51.05,28992");
    expect(tally(await load([unknown]))).toMatchObject({ "place-system-unknown": 1 });
    expect(tally(await load([fixture("bib.csv")], { create: false }))).toMatchObject({ "level-unknown": 1 });
  });
  test("GeoJSON that is none", async () => {
    const path = await textFile("x.geojson", '{"type": "FeatureCollection", "features": [');
    expect(tally(await load([path]))).toEqual({ "geojson-unreadable": 1 });
    const rows = await rowsIn(await openGeoJson(fixture("bib.geojson"), "bib.geojson", "bib"));
    expect(rows[0]?.cells).toEqual(["code", "name", "geometry"]);
    expect(rows).toHaveLength(8);
  });
});

describe("the exchange format", () => {
  test("takes objects in and out, with the positions that were made", async () => {
    const folder = join(region.folder, "../places");
    await buildPlaces(folder);
    await importExchange(folder, region, { by: "test", at: moment, note: "places" });
    expect(await positions("bib", "wijk")).toEqual([...placed, "B7>99991*1"]);
    const out = join(region.folder, "../out");
    await exportExchange(region, out);
    const aggregation = await readFile(join(out, "aggregation.csv"), "utf8");
    expect(aggregation).toContain("bib,B4,wijk,01002A,1\n");
    expect(aggregation).toContain("fietspad,F1,wijk,01002A,0.5\n");
    const before = await region.documents.catalogue();
    await importExchange(out, region, { by: "test", at: moment, note: "again" });
    const after = await region.documents.catalogue();
    expect(after.tables.length).toBe(before.tables.length);
    expect(await positions("bib", "wijk")).toEqual([...placed, "B7>99991*1"]);
  });
  test("refuses objects that lie nowhere, by name", async () => {
    const folder = join(region.folder, "../places");
    await buildPlaces(folder);
    const areas = join(folder, "areas.csv");
    const { writeFile } = await import("node:fs/promises");
    await writeFile(areas, (await readFile(areas, "utf8")).replace(/^wijk,99991.*\n/m, ""));
    await writeFile(join(folder, "aggregation.csv"), "child_level,child,parent_level,parent,weight\n");
    await expect(importExchange(folder, region, { by: "test", at: moment, note: "places" })).rejects.toMatchObject({
      code: "exchange-place-outside",
      details: { codes: "B7", level: "wijk" },
    });
  });
  test("positions objects again when borders come in", async () => {
    await load([fixture("bib.csv")], { skipUnknown: true });
    const wijk = join(region.exchange, "geometry/wijk.topojson");
    const { writeFile } = await import("node:fs/promises");
    // The names of two neighbourhoods change places on the map.
    const turned = (await readFile(wijk, "utf8")).replace('"01001A"', '"X"').replace('"01001B"', '"01001A"').replace('"X"', '"01001B"');
    await writeFile(wijk, turned);
    await importExchange(region.exchange, region, { by: "test", at: moment, note: "borders" });
    expect((await positions("bib", "wijk")).slice(0, 2)).toEqual(["B1>01001B*1", "B2>01001A*1"]);
  });
});
