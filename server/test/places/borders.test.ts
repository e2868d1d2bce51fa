import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { topologies } from "../../../fixtures/geometry.ts";
import { type Borders, openBorders } from "../../src/places/borders.ts";
import { readObjects, writeObjects } from "../../src/places/objects.ts";
import { distanceOf, sharesOf } from "../../src/places/shares.ts";
import type { Spot } from "../../src/places/systems.ts";

const drawn = new Map(topologies());
const wijk = openBorders(JSON.stringify(drawn.get("wijk")));

describe("a place in the invented region", () => {
  test("lies in the square around it, or nowhere", () => {
    expect(wijk.areaAt([4.05, 51.05])).toBe("01001A");
    expect(wijk.areaAt([4.55, 51.15])).toBe("03002B");
    expect(wijk.areaAt([4.65, 51.05])).toBeUndefined();
  });
  test("on a border, a corner and the edge of the country belongs to the smallest code", () => {
    expect(wijk.areaAt([4.2, 51.03])).toBe("01002A");
    expect(wijk.areaAt([4.2, 51.1])).toBe("01002A");
    expect(wijk.areaAt([4.35, 51.1])).toBe("02002A");
    expect(wijk.areaAt([4.6, 51.2])).toBe("03002B");
    expect(wijk.areaAt([4, 51])).toBe("01001A");
  });
});

type Wedge = { readonly code: string; readonly ring: readonly Spot[] };

/** A star around (4.5, 51) cut into wedges of less than half a turn from its middle: together they cover it, and share their borders. */
const star = fc.array(fc.tuple(fc.double({ min: 0.4, max: 1, noNaN: true }), fc.double({ min: 0.02, max: 0.5, noNaN: true })), {
  minLength: 4,
  maxLength: 12,
});
const spot = fc.tuple(fc.double({ min: 4, max: 5, noNaN: true }), fc.double({ min: 50.5, max: 51.5, noNaN: true }));

function wedgesOf(rays: readonly (readonly [number, number])[]): Wedge[] {
  const middle: Spot = [4.5, 51];
  const turn = rays.reduce((sum, [step]) => sum + step, 0);
  let angle = 0;
  const corners = rays.map(([step, reach]): Spot => {
    angle += (step / turn) * 2 * Math.PI;
    return [4.5 + reach * Math.cos(angle), 51 + reach * Math.sin(angle)];
  });
  return corners.map((corner, i) => ({
    code: `W${String(i).padStart(2, "0")}`,
    ring: [middle, corner, corners[(i + 1) % corners.length] as Spot, middle],
  }));
}

function open(wedges: readonly Wedge[]): Borders {
  const arcs = wedges.map((each) => each.ring);
  const geometries = wedges.map(({ code }, i) => ({ type: "Polygon", id: code, arcs: [[i]] }));
  return openBorders(JSON.stringify({ type: "Topology", arcs, objects: { star: { type: "GeometryCollection", geometries } } }));
}

/** How often a ring goes round a place: the sum of the angles under which its sides are seen. Another method than counting crossings. */
function windings(ring: readonly Spot[], [x, y]: Spot): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = [(ring[i - 1]?.[0] ?? 0) - x, (ring[i - 1]?.[1] ?? 0) - y];
    const [bx, by] = [(ring[i]?.[0] ?? 0) - x, (ring[i]?.[1] ?? 0) - y];
    sum += Math.atan2(ax * by - ay * bx, ax * bx + ay * by);
  }
  return sum / (2 * Math.PI);
}

/** Whether a place is so near a side that rounding decides. */
function isNear(ring: readonly Spot[], [x, y]: Spot): boolean {
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1] as Spot, ring[i] as Spot];
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const t = Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy || 1)));
    if (Math.hypot(x - a[0] - t * dx, y - a[1] - t * dy) < 1e-9) return true;
  }
  return false;
}

test("agrees with the winding number for any star and any place", () => {
  fc.assert(
    fc.property(star, spot, (rays, place) => {
      const wedges = wedgesOf(rays);
      fc.pre(wedges.every((each) => !isNear(each.ring, place)));
      const inside = wedges.filter((each) => Math.round(Math.abs(windings(each.ring, place))) === 1).map((each) => each.code);
      expect(open(wedges).areaAt(place)).toBe(inside.sort()[0]);
    }),
    { numRuns: 500 },
  );
});

test("corners and middles of shared sides always belong to the smaller of their areas", () => {
  fc.assert(
    fc.property(star, (rays) => {
      const wedges = wedgesOf(rays);
      const borders = open(wedges);
      expect(borders.areaAt([4.5, 51])).toBe("W00");
      wedges.forEach((each, i) => {
        const corner = each.ring[1] as Spot;
        const shared = [each.code, wedges[(i + wedges.length - 1) % wedges.length]?.code ?? ""].sort();
        expect(borders.areaAt(corner)).toBe(shared[0]);
      });
    }),
  );
});

describe("a line", () => {
  const shares = (coordinates: number[][], borders = wijk) => sharesOf({ type: "LineString", coordinates }, borders);
  test("by the share of its length in each area", () => {
    const { areas, outside } = shares([
      [4.05, 51.05],
      [4.25, 51.05],
    ]);
    expect([...areas]).toEqual([
      ["01001A", 0.25],
      ["01002A", 0.5],
      ["02001A", 0.25],
    ]);
    expect(outside).toBe(0);
  });
  test("that leaves the country, and that is never in it", () => {
    const leaving = shares([
      [4.55, 51.05],
      [4.65, 51.05],
    ]);
    expect([...leaving.areas, leaving.outside]).toEqual([["03002A", 0.5], 0.5]);
    const away = shares([
      [4.7, 51],
      [4.8, 51],
    ]);
    expect([away.areas.size, away.outside]).toEqual([0, 1]);
  });
  test("along a border counts in the smaller code, through a corner in both", () => {
    const along = shares([
      [4.1, 51.02],
      [4.1, 51.18],
    ]);
    expect([...along.areas]).toEqual([
      ["01001A", 0.5],
      ["01001B", 0.5],
    ]);
    const corner = shares([
      [4.05, 51.05],
      [4.15, 51.15],
    ]);
    expect([...corner.areas.keys()]).toEqual(["01001A", "01002B"]);
    expect(corner.areas.get("01001A")).toBeCloseTo(0.5, 3);
  });
  test("its length is that over the globe: a degree of latitude is 111.2 km", () => {
    expect(distanceOf([4, 50], [4, 51])).toBeCloseTo(111_195, -1);
    expect(
      shares([
        [4, 51.05],
        [4.1, 51.05],
      ]).length,
    ).toBeCloseTo(6_989, -1);
  });
  test("shares are whole together, and agree with places taken along it", () => {
    fc.assert(
      fc.property(star, fc.array(spot, { minLength: 2, maxLength: 4 }), (rays, way) => {
        const borders = open(wedgesOf(rays));
        const found = sharesOf({ type: "LineString", coordinates: way.map((each) => [...each]) }, borders);
        fc.pre(found.length > 1000);
        const total = [...found.areas.values()].reduce((sum, each) => sum + each, found.outside);
        expect(total).toBeCloseTo(1, 8);
        const seen = sampled(way, borders);
        for (const [code, share] of seen) expect(found.areas.get(code) ?? 0).toBeCloseTo(share, 1);
      }),
      { numRuns: 60 },
    );
  });
});

/** Shares by looking at many places along a way. */
function sampled(way: readonly Spot[], borders: Borders): ReadonlyMap<string, number> {
  const out = new Map<string, number>();
  const sides = way.slice(1).map((to, i) => ({ from: way[i] as Spot, to, length: distanceOf(way[i] as Spot, to) }));
  const whole = sides.reduce((sum, each) => sum + each.length, 0);
  const steps = 400;
  for (const { from, to, length } of sides) {
    for (let i = 0; i < steps; i++) {
      const t = (i + 0.5) / steps;
      const code = borders.areaAt([from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])]);
      if (code !== undefined) out.set(code, (out.get(code) ?? 0) + length / whole / steps);
    }
  }
  return out;
}

describe("the real borders", () => {
  const read = (level: string): string =>
    readFileSync(fileURLToPath(new URL(`../../../starter/content/geometry/${level}.topojson`, import.meta.url)), "utf8");
  // Coordinates of well-known buildings as encyclopedias give them.
  const known: readonly (readonly [string, Spot, string])[] = [
    ["the belfry of Gent", [3.725, 51.053611], "44021"],
    ["the cathedral of Antwerpen", [4.4015, 51.2203], "11002"],
    ["the town hall of Leuven", [4.7012, 50.8791], "24062"],
    ["the belfry of Brugge", [3.2247, 51.2082], "31005"],
    ["the Grand Place of Brussel", [4.3524, 50.8467], "21004"],
    ["the town hall of Hasselt", [5.3378, 50.9307], "71072"],
  ];
  test("of municipalities hold the buildings of their towns", () => {
    const borders = openBorders(read("gemeente"));
    expect(known.map(([name, place]) => [name, borders.areaAt(place)])).toEqual(known.map(([name, , code]) => [name, code]));
    expect(borders.areaAt([2.35, 48.85])).toBeUndefined();
  });
  test("ten thousand places are found within seconds, each in one area of each level", () => {
    const municipalities = openBorders(read("gemeente"));
    const provinces = openBorders(read("provincie"));
    const start = performance.now();
    let found = 0;
    for (let i = 0; i < 10_000; i++) {
      const place: Spot = [2.5 + ((i * 7919) % 10_007) / 2_800, 50.7 + ((i * 104_729) % 10_009) / 12_500];
      const inside = municipalities.areaAt(place) !== undefined;
      if (inside) found++;
      // Borders of two levels are simplified apart, so a place at the edge of the country may differ.
      if (inside !== (provinces.areaAt(place) !== undefined)) found--;
    }
    expect(found).toBeGreaterThan(4000);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

test("objects come back from TopoJSON as they went in", () => {
  const objects = [
    { code: "A", shape: { type: "Point" as const, coordinates: [4.05, 51.05] } },
    {
      code: "B",
      shape: {
        type: "LineString" as const,
        coordinates: [
          [4, 51],
          [4.1, 51],
        ],
      },
    },
    {
      code: "C",
      shape: {
        type: "MultiLineString" as const,
        coordinates: [
          [
            [4, 51],
            [4.1, 51],
          ],
          [
            [4.2, 51],
            [4.3, 51.1],
          ],
        ],
      },
    },
  ];
  expect(readObjects(writeObjects("x", objects.toReversed()))).toEqual(objects);
});
