import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differenceWithinBenchmark, restOf } from "../../src/statistics/benchmark-difference.ts";
import { effectiveSize } from "../../src/statistics/design-effect.ts";
import { differenceOfMeans, differenceOfProportions, newcombeInterval } from "../../src/statistics/difference-test.ts";
import { judgeDifference, judgeZScore, movementOf } from "../../src/statistics/judgement.ts";
import { wilsonInterval } from "../../src/statistics/wilson-interval.ts";

describe("a difference of two proportions", () => {
  test("from .70 of 420 to .63 of 397, without and with a design effect of 1.2", () => {
    const [before, after] = [420, 397].map((n) => (deff: number) => effectiveSize(n, deff));
    const at = (deff: number) => differenceOfProportions({ p: 0.63, n: after?.(deff) ?? 0 }, { p: 0.7, n: before?.(deff) ?? 0 });
    expect(at(1)?.z).toBeCloseTo(-2.123, 3);
    expect(at(1)?.word).toBe("lower");
    expect(at(1.2)?.z).toBeCloseTo(-1.938, 3);
    expect(at(1.2)?.word).toBe("no-clear-difference");
  });

  // Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10.
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])("by Newcombe: %i/%i − %i/%i", (a, n, b, m, lower, upper) => {
    const found = newcombeInterval({ p: a / n, n }, { p: b / m, n: m });
    expect(found.lower).toBeCloseTo(lower, 4);
    expect(found.upper).toBeCloseTo(upper, 4);
  });

  test("Newcombe decides where a proportion is 0 or 1 or few respondents make the normal test wrong", () => {
    const none = differenceOfProportions({ p: 5 / 56, n: 56 }, { p: 0, n: 29 });
    expect(none).toMatchObject({ word: "no-clear-difference" });
    // The normal test would have called it higher: Z = (5/56)/√(.0813/56) = 2.34.
    expect(none?.z).toBeUndefined();
    // 20·0.4·0.6 = 4.8 < 5, 21·0.4·0.6 = 5.04.
    expect(differenceOfProportions({ p: 0.4, n: 20 }, { p: 0.5, n: 100 })?.z).toBeUndefined();
    expect(differenceOfProportions({ p: 0.4, n: 21 }, { p: 0.5, n: 100 })?.z).toBeDefined();
  });

  test("overlapping intervals are not the test", () => {
    // 600 respondents each: .4601–.5399 and .5200–.5992 overlap, yet Z = 2.082; with 500 Z = 1.901.
    expect(wilsonInterval(0.56, 600, 95).lower).toBeLessThan(wilsonInterval(0.5, 600, 95).upper);
    expect(differenceOfProportions({ p: 0.56, n: 600 }, { p: 0.5, n: 600 })).toMatchObject({ word: "higher" });
    expect(differenceOfProportions({ p: 0.56, n: 500 }, { p: 0.5, n: 500 })).toMatchObject({ word: "no-clear-difference" });
  });

  test("turns round with its operands", () => {
    const proportion = fc.record({ p: fc.double({ min: 0, max: 1, noNaN: true }), n: fc.integer({ min: 1, max: 5000 }) });
    const opposite = { higher: "lower", lower: "higher", "no-clear-difference": "no-clear-difference" } as const;
    fc.assert(
      fc.property(proportion, proportion, (a, b) => {
        const [there, back] = [differenceOfProportions(a, b), differenceOfProportions(b, a)];
        if (there === undefined) return expect(back).toBeUndefined();
        expect(back?.word).toBe(opposite[there.word]);
        expect(back?.interval.lower).toBeCloseTo(-there.interval.upper, 10);
      }),
    );
  });

  test("there is none without respondents, nor of means without an error", () => {
    expect(differenceOfProportions({ p: 0.5, n: Number.NaN }, { p: 0.5, n: 10 })).toBeUndefined();
    expect(differenceOfMeans({ mean: 7, error: 0 }, { mean: 6, error: 0 })).toBeUndefined();
    expect(differenceOfMeans({ mean: 7.4, error: 0.3 }, { mean: 6.4, error: 0.4 })).toMatchObject({ word: "higher", z: 2 });
  });
});

describe("an area and the benchmark that it is part of", () => {
  // A city of 300 of 1000 by weight: 180 of 300 against 340 of 700 for the rest, 520 of 1000 for the whole.
  const area = { numerator: 180, denominator: 300, respondents: 300 };
  const whole = { numerator: 520, denominator: 1000, respondents: 1000 };

  test("by hand: p_a − p_B = .6 − .52 = .7 · (.6 − .485714), se = .7 · √(.24/300 + .249796/700)", () => {
    const rest = restOf(area, whole);
    expect(rest).toEqual({ rest: { numerator: 340, denominator: 700, respondents: 700 }, share: 0.3 });
    const found = differenceWithinBenchmark({ p: 0.6, n: 300 }, { p: 340 / 700, n: 700 }, 0.3);
    expect(found?.difference).toBeCloseTo(0.08, 12);
    // 0.08 / (0.7 · 0.0340125) = 3.3601; against the whole as if apart it would be 2.47.
    expect(found?.z).toBeCloseTo(3.36, 3);
    expect(found?.word).toBe("higher");
    expect(differenceOfProportions({ p: 0.6, n: 300 }, { p: 0.52, n: 1000 })?.z).toBeCloseTo(2.47, 2);
    expect((found?.interval.upper ?? 0) - (found?.interval.lower ?? 0)).toBeCloseTo(
      2 * 1.959964 * 0.7 * Math.sqrt(0.24 / 300 + 0.24979592 / 700),
      6,
    );
  });

  test("has no difference where it is the whole, or more than the whole", () => {
    expect(differenceWithinBenchmark({ p: 0.5, n: 10 }, { p: 0.5, n: 10 }, 1)).toBeUndefined();
    expect(restOf(whole, whole)).toBeUndefined();
    expect(restOf(whole, area)).toBeUndefined();
  });
});

describe("strengths and points of attention", () => {
  test("follow the rating and nothing else", () => {
    expect(judgeDifference("higher", "higher")).toBe("strength");
    expect(judgeDifference("higher", "lower")).toBe("attention");
    expect(judgeDifference("lower", "lower")).toBe("strength");
    expect(judgeDifference("lower", "higher")).toBe("attention");
    for (const rating of ["neutral", "unknown"] as const) expect(judgeDifference("higher", rating)).toBeUndefined();
    expect(judgeDifference("no-clear-difference", "higher")).toBeUndefined();
  });
  test("of a register: beyond half a standard deviation, or what the site says", () => {
    expect(judgeZScore(0.5, "higher")).toBeUndefined();
    expect(judgeZScore(0.51, "higher")).toBe("strength");
    expect(judgeZScore(-0.51, "higher")).toBe("attention");
    expect(judgeZScore(0.51, "lower")).toBe("attention");
    expect(judgeZScore(2, "neutral")).toBeUndefined();
    expect(judgeZScore(0.9, "higher", { zScore: 1 })).toBeUndefined();
    expect(judgeZScore(undefined, "higher")).toBeUndefined();
  });
  test("risen or fallen: by more than half the standard deviation of all changes", () => {
    // Changes 2, 4, 4, 4, 5, 5, 7, 9: standard deviation 2.
    const all = [2, 4, 4, 4, 5, 5, 7, 9];
    expect(movementOf(1, all)).toBe("stable");
    expect(movementOf(1.01, all)).toBe("risen");
    expect(movementOf(-1.01, all)).toBe("fallen");
    expect(movementOf(1.01, all, { change: 1 })).toBe("stable");
    expect(movementOf(Number.NaN, all)).toBeUndefined();
    expect(movementOf(3, [3])).toBeUndefined();
  });
});
