import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { zOf } from "../../src/statistics/confidence.ts";
import { effectiveSize, kishDesignEffect } from "../../src/statistics/design-effect.ts";
import { meanMargin, proportionMargin } from "../../src/statistics/survey-margin.ts";
import { wilsonInterval } from "../../src/statistics/wilson-interval.ts";

test("quantiles have every digit of a double", () => {
  // Checked by the series of the normal distribution function, which gives the level back.
  const below = (z: number): number => {
    let term = z;
    let sum = z;
    for (let i = 1; i < 200; i++) {
      term *= (z * z) / (2 * i + 1);
      sum += term;
    }
    return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
  };
  for (const level of [90, 95, 99] as const) expect(2 * below(zOf(level)) - 1).toBeCloseTo(level / 100, 14);
});

describe("the interval of Wilson", () => {
  // Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %i of %i", (yes, n, lower, upper) => {
    const found = wilsonInterval(yes / n, n, 95);
    expect(found.lower).toBeCloseTo(lower, 4);
    expect(found.upper).toBeCloseTo(upper, 4);
  });

  test("holds the proportion, keeps within 0 and 1, is a mirror image for the opposite, and widens with confidence", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.5, max: 1e6, noNaN: true }), (p, n) => {
        const { lower, upper } = wilsonInterval(p, n, 95);
        const mirror = wilsonInterval(1 - p, n, 95);
        const wide = wilsonInterval(p, n, 99);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
        expect(lower - p).toBeLessThanOrEqual(1e-12);
        expect(p - upper).toBeLessThanOrEqual(1e-12);
        expect(mirror.lower).toBeCloseTo(1 - upper, 9);
        expect(wide.lower).toBeLessThanOrEqual(lower + 1e-12);
        expect(wide.upper).toBeGreaterThanOrEqual(upper - 1e-12);
      }),
    );
  });

  test("there is none without respondents", () => {
    expect(wilsonInterval(0.5, 0, 95).lower).toBeNaN();
    expect(wilsonInterval(Number.NaN, 10, 95).upper).toBeNaN();
  });
});

describe("the margin of older publications", () => {
  test("of the worked example: 4602.75 of 11626.85, 408 respondents", () => {
    const p = 4602.75 / 11626.85;
    expect(100 * p).toBeCloseTo(39.6, 1);
    expect(100 * proportionMargin(p, 408, 95, 11626.85)).toBeCloseTo(4.66, 2);
    expect(100 * proportionMargin(p, 408, 95)).toBeCloseTo(4.745, 3);
  });

  test("of a mean: s 2.1, 400 respondents of 10 000", () => {
    // 1.959964 · 2.1/20 · √0.96
    expect(meanMargin(2.1, 400, 95, 10_000)).toBeCloseTo(0.201638, 6);
    expect(meanMargin(2.1, 400, 90)).toBeCloseTo(0.17271, 5);
  });
});

describe("the effective number of respondents", () => {
  test("Kish: equal weights have no effect, weights 1, 1, 2 one of 9/8", () => {
    expect(kishDesignEffect(5, 15, 45)).toBe(1);
    expect(kishDesignEffect(3, 4, 6)).toBe(1.125);
  });
  test("divides by the design effect and by what is left of the population", () => {
    expect(effectiveSize(408, 1, 11626.85)).toBeCloseTo(408 / (1 - 408 / 11626.85), 10);
    expect(effectiveSize(420, 1.2)).toBe(350);
    expect(effectiveSize(90, 1.5, 120)).toBe(240);
  });
  test("stays finite where the whole population was asked, or more", () => {
    expect(Number.isFinite(effectiveSize(50, 1, 50))).toBe(true);
    expect(effectiveSize(50, 1, 40)).toBe(effectiveSize(50, 1, 50));
    expect(effectiveSize(0, 1)).toBeNaN();
    expect(effectiveSize(10, 0)).toBeNaN();
  });
});
