import type { GeometryCollection, Topology } from "topojson-specification";
import { describe, expect, it } from "vitest";
import { sectorBorders } from "../../../bench/sector-data.ts";
import { coarsen } from "../../src/places/coarse.ts";
import { featuresOf } from "../../src/places/objects.ts";

const wobbly = (from: number, to: number, y: number): number[][] =>
  Array.from({ length: 101 }, (_, i) => [from + ((to - from) * i) / 100, y + (i === 0 || i === 100 ? 0 : Math.sin(i) * 1e-5)]);

describe("coarser borders", () => {
  it("keep every area, its neighbours joined, and no island disappears", () => {
    const island = [
      [5, 5],
      [5.005, 5],
      [5.005, 5.005],
      [5, 5.005],
      [5, 5],
    ];
    const full = {
      type: "Topology",
      arcs: [
        wobbly(0, 4, 1),
        [
          [4, 1],
          [4, 3],
          [0, 3],
          [0, 1],
        ],
        [
          [4, 1],
          [4, 0],
          [0, 0],
          [0, 1],
        ],
        island,
      ],
      objects: {
        a: {
          type: "GeometryCollection",
          geometries: [
            { type: "Polygon", id: "n", arcs: [[0, 1]], properties: { name: "weg" } },
            { type: "Polygon", id: "s", arcs: [[~0, ~2].reverse()] },
            { type: "Polygon", id: "i", arcs: [[3]] },
          ],
        },
      },
    };
    const coarse = JSON.parse(coarsen(JSON.stringify(full)) ?? "") as Topology;
    expect(coarse.arcs[0]?.length).toBeLessThan(10);
    expect((coarse.objects.a as GeometryCollection).geometries.map((each) => each.id)).toEqual(["n", "s", "i"]);
    expect(JSON.stringify(coarse)).not.toContain("weg");
    expect(coarse.arcs[3]?.length).toBeGreaterThanOrEqual(4);
  });

  it("are not made of points, or where they save little", () => {
    const points = {
      type: "Topology",
      arcs: [],
      objects: { p: { type: "GeometryCollection", geometries: [{ type: "Point", id: "a", coordinates: [1, 2] }] } },
    };
    expect(coarsen(JSON.stringify(points))).toBeUndefined();
  });

  it("save at least a third of ten thousand areas and lose none", () => {
    const full = sectorBorders();
    const coarse = coarsen(full) ?? "";
    expect(coarse.length).toBeLessThan(full.length * 0.67);
    expect(featuresOf(coarse).length).toBe(featuresOf(full).length);
  });
});
