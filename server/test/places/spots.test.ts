import { expect, test } from "vitest";
import { spotsOf } from "../../src/places/spots.ts";
import { degreesOf, metresOf, systems } from "../../src/places/systems.ts";

type Ring = [number, number][];

function topology(geometries: readonly object[], arcs: readonly Ring[]): string {
  return JSON.stringify({ type: "Topology", arcs, objects: { a: { type: "GeometryCollection", geometries } } });
}

const square = (x: number, y: number, size: number): Ring => [
  [x, y],
  [x, y + size],
  [x + size, y + size],
  [x + size, y],
  [x, y],
];
const near = (spot: readonly [number, number] | undefined, longitude: number, latitude: number): number => {
  const [x, y] = metresOf(longitude, latitude);
  return Math.hypot((spot?.[0] ?? 0) - x, (spot?.[1] ?? 0) - y);
};

test("metres lead back to the degrees that they come from", () => {
  const lambert = systems.find((each) => each.epsg === 31370);
  for (const [longitude, latitude] of [
    [4.35, 50.85],
    [2.6, 51.1],
    [5.9, 50.7],
  ] as const) {
    const [x, y] = metresOf(longitude, latitude);
    expect(lambert && degreesOf(lambert, x, y)).toEqual([longitude, latitude]);
  }
});

test("areas have a point in their largest part, also where the centre of gravity lies outside; points are their own", () => {
  const horseshoe: Ring = [
    [4, 51],
    [4, 51.3],
    [4.1, 51.3],
    [4.1, 51.1],
    [4.3, 51.1],
    [4.3, 51.3],
    [4.4, 51.3],
    [4.4, 51],
    [4, 51],
  ];
  const spots = spotsOf(
    topology(
      [
        { type: "MultiPolygon", id: "two", arcs: [[[0]], [[1]]] },
        { type: "Polygon", id: "horseshoe", arcs: [[2]] },
        { type: "Point", id: "spot", coordinates: [4.25, 51.25] },
        { type: "LineString", id: "line", arcs: [3] },
      ],
      [
        square(3, 51, 0.01),
        square(4, 51, 0.2),
        horseshoe,
        [
          [4, 51],
          [4.1, 51.1],
          [4.2, 51],
        ],
      ],
    ),
  );
  expect(near(spots.get("two"), 4.1, 51.1)).toBeLessThan(100);
  const [x] = spots.get("horseshoe") ?? [0];
  const [left] = metresOf(4, 51.15);
  const [inner] = metresOf(4.1, 51.15);
  const [right] = metresOf(4.3, 51.15);
  expect((x > left && x < inner) || x > right).toBe(true);
  expect(near(spots.get("spot"), 4.25, 51.25)).toBeLessThan(1);
  expect(near(spots.get("line"), 4.1, 51.1)).toBeLessThan(1);
});
