import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figureText, fsum, round12 } from "../../src/statistics/round.ts";

describe("round12", () => {
  test.each([
    [0.1 + 0.2, 0.3],
    [1 / 3, 0.333333333333],
    [-2 / 3, -0.666666666667],
    [123456789012.4, 123456789012],
    [1234567890123456, 1234567890120000],
    [1e-20 / 3, 3.33333333333e-21],
    [491315, 491315],
    [0, 0],
    [-0, 0],
  ])("%d", (value, wanted) => {
    expect(round12(value)).toBe(wanted);
  });

  test("is what twelve significant digits in text give", () => {
    const digits = fc.integer({ min: 0, max: 2e12 });
    const near = fc.tuple(digits, fc.constantFrom(0, 0.5), fc.integer({ min: -25, max: 14 }), fc.integer({ min: -2, max: 2 }));
    const doubtful = near.map(([whole, half, power, off]) => (whole + half) * 10 ** power * (1 + off * Number.EPSILON));
    const short = fc
      .tuple(fc.integer({ min: -2e9, max: 2e9 }), fc.integer({ min: 0, max: 4 }))
      .map(([whole, power]) => whole / 10 ** power);
    fc.assert(
      fc.property(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), doubtful, short), (value) => {
        expect(round12(value)).toBe(Number(value.toPrecision(12)) + 0);
        expect(figureText(value)).toBe(String(round12(value)));
      }),
      { numRuns: 5000 },
    );
  });

  test("leaves what is not finite", () => {
    expect(round12(Number.NaN)).toBeNaN();
    expect(round12(Number.NEGATIVE_INFINITY)).toBe(Number.NEGATIVE_INFINITY);
  });

  test("once is enough, and it keeps the order", () => {
    const figure = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        expect(round12(round12(a))).toBe(round12(a));
        if (a <= b) expect(round12(a)).toBeLessThanOrEqual(round12(b));
        expect(Math.abs(round12(a) - a)).toBeLessThanOrEqual(Math.abs(a) * 5.0001e-12 + 5e-324);
      }),
    );
  });
});

describe("fsum", () => {
  test("loses nothing where plain addition does", () => {
    expect(fsum([])).toBe(0);
    expect(fsum([1, 1e100, 1, -1e100])).toBe(2);
    expect(fsum(Array(10).fill(0.1))).toBe(1);
    expect(fsum([Number.POSITIVE_INFINITY, 1])).toBe(Number.POSITIVE_INFINITY);
    expect(fsum([Number.NaN, 1])).toBeNaN();
  });

  test("gives whole figures exactly, and any order the same 12 digits", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 })), (values) => {
        expect(fsum(values.map((each) => each / 8)) * 8).toBe(values.reduce((a, b) => a + b, 0) + 0);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e9, noNaN: true })), (values) => {
        expect(round12(fsum(values.toReversed()))).toBeCloseTo(round12(fsum(values)), 2);
      }),
    );
  });
});
