import type { FormatOptions } from "@peil/core/formats/format.ts";

/**
 * Borders for the awkward cube: two municipalities side by side that share a border, the left one with a hole, on a grid and with
 * arcs in the wrong direction; invented ones for the older division; the region as a point. Pseudo-areas have none.
 */
const borders: Readonly<Record<string, object>> = {
  gemeente: {
    type: "Topology",
    transform: { scale: [0.001, 0.001], translate: [3, 51] },
    arcs: [
      // The shared border, then left, right, the hole, and what no area of the answer uses.
      [
        [1000, 0],
        [0, 500],
        [0, 500],
      ],
      [
        [1000, 1000],
        [-1000, 0],
        [0, -1000],
        [1000, 0],
      ],
      [
        [1000, 0],
        [1000, 0],
        [0, 1000],
        [-1000, 0],
      ],
      [
        [300, 300],
        [200, 0],
        [0, 200],
        [-200, 0],
        [0, -200],
      ],
      [
        [5000, 5000],
        [10, 0],
        [0, 10],
        [-10, -10],
      ],
    ],
    objects: {
      gemeente: {
        type: "GeometryCollection",
        geometries: [
          { type: "Polygon", id: "44021", properties: { name: "old" }, arcs: [[~1, ~0], [3]] },
          { type: "MultiPolygon", id: "01", arcs: [[[2, ~0]]] },
          { type: "Polygon", id: "elders", arcs: [[4]] },
        ],
      },
    },
  },
  gemeente2024: {
    type: "Topology",
    synthetic: true,
    arcs: [
      [
        [3.1234567, 51],
        [3.5, 51.25],
      ],
    ],
    objects: { gemeente2024: { type: "GeometryCollection", geometries: [{ type: "LineString", id: "44021", arcs: [0] }] } },
  },
  gewest: {
    type: "Topology",
    arcs: [],
    objects: { gewest: { type: "GeometryCollection", geometries: [{ type: "Point", id: "2000", coordinates: [4.3517103, 50.8503] }] } },
  },
};

/** Gives the borders as a release does. */
export const awkwardBorders: NonNullable<FormatOptions["borders"]> = async (level) => {
  const found = borders[level];
  return found === undefined ? undefined : JSON.stringify(found);
};
