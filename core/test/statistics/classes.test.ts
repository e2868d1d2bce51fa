import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  classCounts,
  classOf,
  deviationClasses,
  equalIntervals,
  naturalBreaks,
  quantileClasses,
  readable,
} from "../../src/statistics/classes.ts";
import { mean, populationDeviation, quantile7 } from "../../src/statistics/moments.ts";

test("a figure on a break belongs above it", () => {
  expect([0, 9.9, 10, 19, 20, 99].map((value) => classOf(value, [10, 20]))).toEqual([0, 0, 1, 1, 2, 2]);
  expect(classCounts([0, 10, 15, 20], [10, 20])).toEqual([1, 2, 1]);
});

test("moments and quantiles", () => {
  // By hand: mean 5, squared distances 9+1+1+1+0+0+4+16 = 32, 32/8 = 4.
  const values = [2, 4, 4, 4, 5, 5, 7, 9];
  expect(mean(values)).toBe(5);
  expect(populationDeviation(values)).toBe(2);
  // As R's quantile(type = 7) of 1, 2, 4, 8: places 0.75, 1.5 and 2.25.
  expect([0, 0.25, 0.5, 0.75, 1].map((p) => quantile7([1, 2, 4, 8], p))).toEqual([1, 1.75, 3, 5, 8]);
  expect(quantile7([], 0.5)).toBeNaN();
});

describe("breaks", () => {
  test("of equal width", () => {
    expect(equalIntervals([0, 3, 100], 5)).toEqual([20, 40, 60, 80]);
    expect(equalIntervals([7, 7], 5)).toEqual([]);
    expect(equalIntervals([], 5)).toEqual([]);
  });

  test("at quantiles, fewer where figures repeat", () => {
    expect(quantileClasses([1, 2, 3, 4, 5, 6, 7, 8, 9], 4)).toEqual([3, 5, 7]);
    expect(quantileClasses([0, 0, 0, 0, 0, 0, 0, 1], 4)).toEqual([]);
    expect(quantileClasses([0, 0, 0, 1, 1, 2], 4)).toEqual([0.5, 1]);
  });

  test("where the figures part by nature", () => {
    expect(naturalBreaks([1, 2, 3, 10, 11, 12, 30, 31], 3)).toEqual([10, 30]);
    expect(naturalBreaks([4, 4, 4], 3)).toEqual([]);
    expect(naturalBreaks([1, 2], 5)).toEqual([2]);
    expect(naturalBreaks([], 3)).toEqual([]);
  });

  test("at mean and standard deviation, readable", () => {
    // m = 5, s = 2: 3, 4.33, 5.67, 7; the smallest class is 1.33 wide, so steps of 0.2.
    expect(deviationClasses([2, 4, 4, 4, 5, 5, 7, 9])).toEqual([3, 4.4, 5.6, 7]);
    expect(deviationClasses([5, 5])).toEqual([]);
    expect(deviationClasses([])).toEqual([]);
  });

  test("readable numbers", () => {
    expect(readable([1234.5, 2345.6, 3456.7])).toEqual([1200, 2400, 3400]);
    expect(readable([0.01234, 0.04])).toEqual([0.01, 0.04]);
    expect(readable([-12.3, 12.3])).toEqual([-12, 12]);
    expect(readable([47.11])).toEqual([45]);
    expect(readable([])).toEqual([]);
  });
});

/** Every way to cut figures in runs, and the smallest sum of squared distances. */
function bestOf(sorted: readonly number[], runs: number): number {
  const spread = (part: readonly number[]): number => part.reduce((sum, value) => sum + (value - mean(part)) ** 2, 0);
  if (runs === 1) return spread(sorted);
  let best = Number.POSITIVE_INFINITY;
  for (let cut = 1; cut < sorted.length; cut++) best = Math.min(best, spread(sorted.slice(0, cut)) + bestOf(sorted.slice(cut), runs - 1));
  return best;
}

describe("properties", () => {
  const figures = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 12 });
  const count = fc.integer({ min: 1, max: 4 });

  test("natural breaks are the best there are", () => {
    fc.assert(
      fc.property(figures, count, (values, classes) => {
        const breaks = naturalBreaks(values, classes);
        const runs = Math.min(classes, new Set(values).size);
        expect(breaks).toHaveLength(runs - 1);
        const groups = Array.from({ length: runs }, (_, at) => values.filter((value) => classOf(value, breaks) === at));
        const found = groups.reduce((sum, group) => sum + group.reduce((own, value) => own + (value - mean(group)) ** 2, 0), 0);
        expect(found).toBeCloseTo(
          bestOf(
            values.toSorted((a, b) => a - b),
            runs,
          ),
          8,
        );
      }),
    );
  });

  test("breaks ascend, each once, with figures on both sides", () => {
    fc.assert(
      fc.property(figures, count, fc.constantFrom(equalIntervals, quantileClasses, naturalBreaks), (values, classes, divide) => {
        const breaks = divide(values, classes);
        expect(breaks).toEqual([...new Set(breaks)].sort((a, b) => a - b));
        const counts = classCounts(values, breaks);
        expect(counts[0]).toBeGreaterThan(0);
        expect(counts.at(-1)).toBeGreaterThan(0);
        expect(counts.reduce((a, b) => a + b)).toBe(values.length);
      }),
    );
  });

  test("rounding moves no break by more than a tenth of a class", () => {
    const rising = fc
      .uniqueArray(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((each) => Math.round(each * 100) / 100),
        { minLength: 2, maxLength: 6 },
      )
      .map((each) => each.sort((a, b) => a - b));
    fc.assert(
      fc.property(rising, (breaks) => {
        const gap = Math.min(...breaks.slice(1).map((each, at) => each - (breaks[at] ?? 0)));
        const rounded = readable(breaks);
        expect(rounded).toHaveLength(breaks.length);
        rounded.forEach((each, at) => {
          expect(Math.abs(each - (breaks[at] ?? 0))).toBeLessThanOrEqual(gap * 0.1001 + 1e-6);
        });
      }),
    );
  });
});

test("ten thousand figures take no time", () => {
  const values = Array.from({ length: 10_000 }, (_, i) => ((i * 7919) % 10_007) ** 1.3);
  const started = performance.now();
  expect(naturalBreaks(values, 7)).toHaveLength(6);
  expect(performance.now() - started).toBeLessThan(5000);
});
