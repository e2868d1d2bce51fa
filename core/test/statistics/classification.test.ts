import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classOf } from "../../src/statistics/classes.ts";
import { classify, classMethods } from "../../src/statistics/classification.ts";
import { momentsOf, zWord } from "../../src/statistics/z-score.ts";

// Mean 5, standard deviation of the population 2: the example of many textbooks.
const textbook = [2, 4, 4, 4, 5, 5, 7, 9];

describe("classes by every method", () => {
  test.each([
    ["equal", { count: 7 }, [3, 4, 5, 6, 7, 8]],
    // Type 7: at 7·p, p = 1/4, 1/2, 3/4: 4, 4.5, 5.5.
    ["quantile", { count: 4 }, [4, 4.5, 5.5]],
    ["natural", { count: 3 }, [4, 7]],
    ["incumbent", {}, [3, 4.4, 5.6, 7]],
    ["z-score", {}, [2, 4, 6, 8]],
    ["own", { breaks: [5, 3, 5, Number.NaN] }, [3, 5]],
    // The farthest figure is 5 off: two classes of 2.5 on each side.
    ["diverging", { benchmark: 4, count: 4 }, [1.5, 4, 6.5]],
    ["diverging", { benchmark: 4, count: 3 }, [1.5, 4, 6.5]],
  ] as const)("%s %j", (method, wishes, breaks) => {
    const found = classify(method, textbook, wishes);
    expect(found.breaks).toEqual(breaks);
    expect(found.counts.reduce((total, each) => total + each, 0)).toBe(textbook.length);
    expect(found.counts).toHaveLength(found.breaks.length + 1);
  });
  test("a method says what it misses", () => {
    expect(() => classify("own", textbook)).toThrow(expect.objectContaining({ code: "transformation-unfit" }));
    expect(() => classify("diverging", textbook)).toThrow(expect.objectContaining({ code: "transformation-unfit" }));
  });
  test("breaks ascend and every figure has one class, whatever the figures", () => {
    const figures = fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(figures, fc.constantFrom(...classMethods), fc.integer({ min: 1, max: 12 }), (values, method, count) => {
        const { breaks, counts } = classify(method, values, { count, breaks: values.slice(0, 3), benchmark: values[0] as number });
        expect(breaks.every((each, at) => at === 0 || each > (breaks[at - 1] as number))).toBe(true);
        expect(counts.reduce((total, each) => total + each, 0)).toBe(values.length);
      }),
    );
  });
  test("a benchmark is a break with as many classes on either side", () => {
    const { breaks } = classify("diverging", [1, 2, 3, 40], { benchmark: 10, count: 6 });
    expect(breaks).toEqual([-10, 0, 10, 20, 30]);
    expect(breaks.map((each) => classOf(each, breaks))).toEqual([1, 2, 3, 4, 5]);
    expect(classify("diverging", [3, 3], { benchmark: 3 }).breaks).toEqual([3]);
  });
});

describe("z-scores", () => {
  test("words change at 1.5 and 0.5", () => {
    expect([-1.6, -1.5, -0.6, -0.5, 0, 0.5, 0.6, 1.5, 1.6].map(zWord)).toEqual([
      "much-lower",
      "lower",
      "lower",
      "about-equal",
      "about-equal",
      "about-equal",
      "higher",
      "higher",
      "much-higher",
    ]);
  });
  test("mean and deviation are of the population, weighted where there are weights", () => {
    expect(momentsOf(textbook)).toEqual({ mean: 5, deviation: 2 });
    // 4 three times and 10 once: mean 5.5, deviation √(27 / 4).
    expect(momentsOf([4, 10], [3, 1])).toEqual({ mean: 5.5, deviation: Math.sqrt(6.75) });
    expect(momentsOf([3, 3, 3 + 1e-14])).toBeUndefined();
    expect(momentsOf([])).toBeUndefined();
  });
  test("a weight counts like so many equal areas", () => {
    const weighted = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 5 })), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(weighted, (pairs) => {
        const one = momentsOf(
          pairs.map(([value]) => value),
          pairs.map(([, weight]) => weight),
        );
        const many = momentsOf(pairs.flatMap(([value, weight]) => new Array<number>(weight).fill(value)));
        expect(one === undefined).toBe(many === undefined);
        if (one && many) {
          expect(one.mean).toBeCloseTo(many.mean, 9);
          expect(one.deviation).toBeCloseTo(many.deviation, 9);
        }
      }),
    );
  });
});
