import { describe, expect, it } from "vitest";
import { apart } from "../src/presentations/apart.ts";
import { radiusFor } from "../src/presentations/cloud-drawing.tsx";
import { clear, hoist } from "../src/presentations/flags.ts";
import { binAt } from "../src/presentations/histogram-drawing.tsx";
import { overlap, placeLabels, type Wish } from "../src/presentations/label-places.ts";
import { readableSizes } from "../src/presentations/size-key.ts";
import { binsOf, fiveOf, regressionOf } from "../src/presentations/spread-numbers.ts";
import { swarm } from "../src/presentations/swarm.ts";

describe("the five numbers", () => {
  // 1 2 3 4 5 6 7 8 30: (n − 1)·p = 2, 4, 6 → the 3rd, 5th and 7th; fences 3 − 6 and 7 + 6.
  it("are quartiles by R-7, whiskers within 1.5 times their distance, and what lies beyond", () => {
    expect(fiveOf([30, 1, 2, 3, 4, 5, 6, 7, 8])).toEqual({ n: 9, q1: 3, median: 5, q3: 7, low: 1, high: 8, beyond: [30] });
  });

  // 1 2 3 4: places 0.75, 1.5 and 2.25.
  it("lie between figures where the place is no whole number", () => {
    expect(fiveOf([1, 2, 3, 4])).toMatchObject({ q1: 1.75, median: 2.5, q3: 3.25 });
  });

  // 14 lies beyond 7 + 1.5·4 = 13; twelve more would not do.
  it("count the fence from the quartiles", () => {
    expect(fiveOf([14, 1, 2, 3, 4, 5, 6, 7, 8])).toMatchObject({ q3: 7, high: 8, beyond: [14] });
  });

  it("include a figure on the fence, and are nothing of nothing", () => {
    expect(fiveOf([0, 4, 4, 4, 8, 8, 8, 14])?.beyond).toEqual([]);
    expect(fiveOf([])).toBeUndefined();
  });
});

describe("the line through points", () => {
  // x̄ = 3, ȳ = 4; Sxx = 10, Sxy = 6, Syy = 6 → slope 0.6, base 2.2, r² = 36/60.
  it("is least squares", () => {
    const found = regressionOf([
      [1, 2],
      [2, 4],
      [3, 5],
      [4, 4],
      [5, 5],
    ]);
    expect(found?.slope).toBeCloseTo(0.6, 12);
    expect(found?.base).toBeCloseTo(2.2, 12);
    expect(found).toMatchObject({ r2: 0.6, n: 5 });
  });

  it("is not there where a side does not vary, or with two points", () => {
    expect(
      regressionOf([
        [1, 1],
        [1, 2],
        [1, 3],
      ]),
    ).toBeUndefined();
    expect(
      regressionOf([
        [1, 1],
        [2, 1],
        [3, 1],
      ]),
    ).toBeUndefined();
    expect(
      regressionOf([
        [1, 1],
        [2, 2],
      ]),
    ).toBeUndefined();
  });
});

describe("the bars of a histogram", () => {
  const values = Array.from({ length: 64 }, (_, at) => at);

  // Sturges: log2 64 + 1 = 7 bars over 0…63 → 9 each → the readable width is 10.
  it("are as many as Sturges says, on readable bounds, and hold every figure once", () => {
    const bins = binsOf(values, "sturges");
    expect(bins.map((each) => each.from)).toEqual([0, 10, 20, 30, 40, 50, 60]);
    expect(bins.map((each) => each.count)).toEqual([10, 10, 10, 10, 10, 10, 4]);
  });

  // Freedman–Diaconis: 2·IQR/∛n = 2·31.5/4 = 15.75 → the readable width is 20.
  it("follow Freedman and Diaconis", () => {
    const bins = binsOf(values);
    expect(bins.map((each) => [each.from, each.to])).toEqual([
      [0, 20],
      [20, 40],
      [40, 60],
      [60, 80],
    ]);
    expect(bins.map((each) => each.count)).toEqual([20, 20, 20, 4]);
  });

  it("have one width, also below zero, and put a figure on a bound to the right", () => {
    const bins = binsOf([-3, -1, 0, 0, 1, 2, 5, 5, 5, 9], "sturges");
    expect(new Set(bins.map((each) => each.to - each.from)).size).toBe(1);
    expect(bins.reduce((sum, each) => sum + each.count, 0)).toBe(10);
    const at = binAt(bins, 0);
    expect(bins[at]?.from).toBe(0);
  });

  it("are one where all figures are equal, and none of none", () => {
    expect(binsOf([4, 4, 4])).toEqual([{ from: 4, to: 4, count: 3 }]);
    expect(binsOf([])).toEqual([]);
  });
});

describe("what stands on a drawing", () => {
  const cloud: readonly Wish[] = Array.from({ length: 30 }, (_, at) => ({
    ...{ key: String(at), text: `Gemeente ${at}`, x: 100 + (at % 6) * 30, y: 100 + Math.floor(at / 6) * 12, radius: 4, must: at < 3 },
  }));

  it("names cover no other, stay inside, and those that must be there are", () => {
    const within = { x: 0, y: 0, width: 400, height: 300 };
    const labels = placeLabels(cloud, within, 14);
    labels.forEach((a, i) => {
      for (const b of labels.slice(i + 1)) expect(overlap(a.box, b.box)).toBe(false);
      expect(a.box.x).toBeGreaterThanOrEqual(0);
      expect(a.box.x + a.box.width).toBeLessThanOrEqual(400);
    });
    for (const key of ["0", "1", "2"]) expect(labels.some((each) => each.key === key)).toBe(true);
    expect(labels.length).toBeLessThan(30);
  });

  it("names on poles cover no other, and no pole runs through one", () => {
    const flags = hoist(
      [...Array(4)].map((_, at) => ({ key: String(at), text: "Gent 41,1", x: 150 + at * 12 })),
      340,
      14,
    );
    expect(flags).toHaveLength(4);
    flags.forEach((a, i) => {
      for (const b of flags.slice(i + 1)) expect(clear(a, b)).toBe(true);
    });
    expect(new Set(flags.map((each) => each.row)).size).toBeGreaterThan(1);
  });

  it("dots of a strip cover no other while there is room", () => {
    const dots = swarm([0, 1, 1, 2, 2, 2, 3, 10], 4, 60);
    dots.forEach((a, i) => {
      for (const b of dots.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(8);
    });
    expect(dots.every((each) => each.free)).toBe(true);
    expect(swarm([0, 0, 0], 4, 5).some((each) => !each.free)).toBe(true);
  });

  it("signs on a map move apart, and stay on it", () => {
    const [a, b] = apart(
      [
        { x: 50, y: 50, r: 20 },
        { x: 55, y: 50, r: 20 },
      ],
      { x: 0, y: 0, width: 200, height: 100 },
    );
    expect(Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0))).toBeGreaterThanOrEqual(40);
    expect(a?.x).toBeGreaterThanOrEqual(20);
  });

  it("the surface of a circle follows its figure", () => {
    const surface = (value: number): number => radiusFor(value, 400, 30) ** 2;
    expect(surface(200) / surface(50)).toBeCloseTo(4, 10);
    expect(radiusFor(400, 400, 30)).toBe(30);
    expect(radiusFor(0, 400, 30)).toBe(0);
  });

  it("a legend of sizes has round figures below the largest", () => {
    expect(readableSizes(540_196)).toEqual([500_000, 100_000, 25_000]);
    expect(readableSizes(37)).toEqual([20, 4, 1]);
    expect(readableSizes(0)).toEqual([]);
  });
});
