import { cubeSlabs, headOf } from "@peil/core/formats/cube-slabs.ts";
import type { Format, FormatOptions } from "@peil/core/formats/format.ts";
import type { Cube, CubeAxis } from "@peil/core/model/cube.ts";
import type { Feature, Geometry, Polygon, Position } from "geojson";
import { feature } from "topojson-client";
import { describe, expect, it } from "vitest";
import { plainCube } from "../../core/test/formats-sample.ts";
import { shapedLimit } from "../src/formats/area-table.ts";
import { geojson } from "../src/formats/geojson.ts";
import { topojson } from "../src/formats/topojson.ts";
import { awkwardBorders } from "./awkward-borders.ts";

const english: FormatOptions = { language: "en", borders: awkwardBorders };

async function written(format: Format, cube: Cube, options = english): Promise<ReturnType<typeof JSON.parse>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of format.write(headOf(cube), cubeSlabs(cube), options)) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}

/** The cube of some members of each axis, in order. */
function part(cube: Cube, members: Readonly<Record<string, readonly number[]>>): Cube {
  const chosen = cube.axes.map((axis) => members[axis.code] ?? axis.members.map((_, at) => at));
  let cells = [0];
  for (const [at, axis] of cube.axes.entries()) {
    cells = cells.flatMap((cell) => (chosen[at] ?? []).map((member) => cell * axis.members.length + member));
  }
  return {
    ...cube,
    axes: cube.axes.map((axis, at) => ({ ...axis, members: (chosen[at] ?? []).flatMap((each) => axis.members[each] ?? []) })),
    values: Float64Array.from(cells, (cell) => cube.values[cell] as number),
    status: Uint8Array.from(cells, (cell) => cube.status[cell] as number),
  };
}

const single = part(plainCube, { indicator: [0], period: [0] });

/** Twice the area within a ring, by another formula than that of the code: the sum over its sides of (x₂ − x₁)(y₂ + y₁). */
const clockwise = (ring: readonly Position[]): boolean =>
  ring.slice(1).reduce((sum, [x = 0, y = 0], at) => sum + (x - (ring[at]?.[0] ?? 0)) * (y + (ring[at]?.[1] ?? 0)), 0) > 0;

describe("geojson", () => {
  it("of one figure an area has it as value, with its status", async () => {
    const { type, features, columns } = await written(geojson, single);
    expect(type).toBe("FeatureCollection");
    expect(features.map((each: Feature) => [each.id, each.properties])).toEqual([
      ["gemeente:44021", { code: "44021", level: "gemeente", name: "Gent", value: 265086, status: null }],
      ["99991", { code: "99991", level: "gemeente", name: '=gemeente "onbekend"', value: null, status: "empty" }],
      ["gemeente2024:44021", { code: "44021", level: "gemeente2024", name: "Gent", value: -12.5, status: null, synthetic: true }],
      ["2000", { code: "2000", level: "gewest", name: "Flemish Region", value: 6774807, status: null }],
    ]);
    const label = "Number of inhabitants, 2023";
    expect(columns).toEqual([{ name: "value", label, indicator: "inwoners", unit: "persons", period: "2023" }]);
  });

  it("of several figures each has its own properties, named after what tells them apart; every feature has the same", async () => {
    const { features } = await written(geojson, part(plainCube, { indicator: [0] }));
    const names = ["value_2023", "status_2023", "flag_2023", "value_2024", "status_2024", "flag_2024"];
    for (const each of features) expect(Object.keys(each.properties).filter((name) => /_/.test(name))).toEqual(names);
    expect(features[3].properties).toMatchObject({ value_2023: 6774807, value_2024: null, status_2024: "hidden" });
    expect(features[0].properties).toMatchObject({ value_2024: 270473, flag_2024: "provisional" });
    const both = await written(geojson, plainCube);
    expect(both.columns.map((each: { name: string }) => each.name)).toEqual([
      ...["value_inwoners_2023", "value_inwoners_2024", "value_inkomen_2023", "value_inkomen_2024"],
    ]);
  });

  it("no two figures share a name, in any letter case", async () => {
    const members = ["a-b", "A_b", "a b"].map((code) => ({ code, label: { nl: code } }));
    const axis: CubeAxis = { code: "soort", label: { nl: "Soort" }, role: "member", members };
    const areas = (plainCube.axes[1] as CubeAxis).members.slice(0, 1);
    const axes = [{ ...(plainCube.axes[1] as CubeAxis), members: areas }, axis];
    const { features } = await written(geojson, { ...plainCube, axes, values: Float64Array.of(1, 2, 3), status: new Uint8Array(3) });
    expect(features[0].properties).toMatchObject({ value_a_b: 1, value_A_b_2: 2, value_a_b_3: 3 });
  });

  it("shapes are as RFC 7946 wants them: degrees, outer rings counterclockwise, holes clockwise, closed, six decimals", async () => {
    const found = await written(geojson, single);
    const [gent, pseudo, line, point] = found.features.map((each: Feature) => each.geometry) as (Geometry | null)[];
    const rings = (gent as Polygon).coordinates;
    expect(rings.map(clockwise)).toEqual([false, true]);
    for (const ring of rings) expect(ring.at(-1)).toEqual(ring[0]);
    expect([...(rings[0] ?? [])].sort()).toContainEqual([4, 51.5]);
    expect(pseudo).toBeNull();
    expect(line).toEqual({
      type: "LineString",
      coordinates: [
        [3.123457, 51],
        [3.5, 51.25],
      ],
    });
    expect(point).toEqual({ type: "Point", coordinates: [4.35171, 50.8503] });
    expect(found.synthetic).toBe(true);
    expect("synthetic" in (await written(geojson, part(single, { area: [0] })))).toBe(false);
    expect("crs" in found).toBe(false);
  });

  it("a level without borders gives areas without a shape", async () => {
    const { features } = await written(geojson, single, { language: "nl" });
    expect(features.map((each: Feature) => each.geometry)).toEqual([null, null, null, null]);
  });

  it("refuses what no program for maps opens, before the first byte", async () => {
    const members = Array.from({ length: shapedLimit }, (_, at) => ({ code: `${at}`, label: { nl: "" } }));
    const head = { ...headOf(plainCube), axes: [...plainCube.axes, { code: "x", label: { nl: "" }, role: "member" as const, members }] };
    for (const format of [geojson, topojson]) {
      const chunks = format.write(head, cubeSlabs(plainCube), english)[Symbol.asyncIterator]();
      await expect(chunks.next()).rejects.toMatchObject({ code: "format-too-large" });
    }
  });
});

describe("topojson", () => {
  it("has an object a level, with only the arcs that its areas use, and the shapes of GeoJSON", async () => {
    const found = await written(topojson, single);
    expect(Object.keys(found.objects)).toEqual(["gemeente", "gemeente2024", "gewest"]);
    expect(found.arcs).toHaveLength(4);
    const collection = await written(geojson, single);
    const own = Object.keys(found.objects).flatMap((name) => {
      const { features } = feature(found, found.objects[name]) as unknown as { readonly features: readonly Feature[] };
      return features;
    });
    for (const { id, properties, geometry } of collection.features as readonly Feature[]) {
      const other = own.find((each) => each.id === id);
      expect(other?.properties).toEqual(properties);
      expect(cornersOf(other?.geometry ?? null)).toEqual(cornersOf(geometry));
    }
  });

  it("neighbours share their border", async () => {
    const axis = plainCube.axes[1] as CubeAxis;
    const members = ["44021", "01"].map((code) => ({ code, label: { nl: code }, level: "gemeente" }));
    const cube = { ...plainCube, axes: [{ ...axis, members }], values: Float64Array.of(1, 2), status: new Uint8Array(2) };
    const { arcs, objects } = await written(topojson, cube);
    expect(arcs).toHaveLength(4);
    const used = (JSON.stringify(objects).match(/"arcs":\[[^a-z]*\]/g) ?? []).map((each) => each.match(/-?\d+/g)?.map(Number) ?? []);
    const [left = [], right = []] = used.map((list) => list.map((each) => (each < 0 ? ~each : each)));
    expect(left.filter((each) => right.includes(each))).toHaveLength(1);
  });
});

/** The corners of a shape in no order, and without how often each was drawn. */
function cornersOf(geometry: Geometry | null): readonly string[] {
  const numbers = JSON.stringify(geometry ?? {}).match(/-?\d+(\.\d+)?,-?\d+(\.\d+)?/g) ?? [];
  return [
    ...new Set(
      numbers.map((each) =>
        each
          .split(",")
          .map((one) => Number(one).toFixed(6))
          .join(" "),
      ),
    ),
  ].sort();
}
