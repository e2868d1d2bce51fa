import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { collapseScale, fiveToThree, oftenOrAlways, sevenOrMore } from "../../src/statistics/collapsed-scale.ts";
import { designEffectOf, type Sample, weightedMean, weightedRatio, weightedTotal } from "../../src/statistics/linearised-variance.ts";
import { publicationOf } from "../../src/statistics/publication-minima.ts";
import { stratifiedProportion } from "../../src/statistics/stratified-estimate.ts";

test("publication minima", () => {
  expect([0, 29, 29.9, 30, 99, 100].map((n) => publicationOf(n, {}))).toEqual([
    "hidden",
    "hidden",
    "hidden",
    "flagged",
    "flagged",
    "shown",
  ]);
  expect(publicationOf(Number.NaN, {})).toBe("hidden");
  expect(publicationOf(40, { hiddenBelow: 50 })).toBe("hidden");
  expect(publicationOf(40, { hiddenBelow: 10, flaggedBelow: 20 })).toBe("shown");
});

describe("collapsed scales", () => {
  test("five points to three; don't know and not applicable leave the denominator and are noted", () => {
    expect(collapseScale([10, 20, 40, 80, 50, 30, 20], fiveToThree)).toEqual({ shares: [0.15, 0.2, 0.65], denominator: 200, outside: 0.2 });
  });
  test("the share of often and always, and of marks of 7 or more", () => {
    expect(collapseScale([1, 1, 2, 3, 1], oftenOrAlways).shares).toEqual([0.5, 0.5]);
    expect(collapseScale([0, 0, 0, 0, 1, 2, 5, 6, 4, 1, 1, 5], sevenOrMore)).toEqual({ shares: [0.4, 0.6], denominator: 20, outside: 0.2 });
  });
  test("nobody who answered has no shares", () => {
    expect(collapseScale([0, 0, 0, 0, 0, 7], fiveToThree)).toMatchObject({ shares: [Number.NaN, Number.NaN, Number.NaN], outside: 1 });
  });
});

describe("neighbourhoods of a city as strata", () => {
  test("by hand: 600 of 1000 at .5 (n 100), 400 at .8 (n 50)", () => {
    // p = .3 + .32 = .62; variance = .36·.25/100 + .16·.16/50 = .0009 + .000512.
    const found = stratifiedProportion([
      { size: 600, p: 0.5, n: 100 },
      { size: 400, p: 0.8, n: 50 },
    ]);
    expect(found?.p).toBe(0.62);
    expect(found?.error).toBeCloseTo(Math.sqrt(0.001412), 10);
    expect(found?.n).toBeCloseTo((0.62 * 0.38) / 0.001412, 6);
  });
  test("equal strata in proportion are a simple sample of all", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.integer({ min: 1, max: 6 }), (p, parts) => {
        const found = stratifiedProportion(Array.from({ length: parts }, () => ({ size: 10, p, n: 50 })));
        expect(found?.n).toBeCloseTo(50 * parts, 6);
      }),
    );
  });
  test("has a size where every proportion is 0, and none where a neighbourhood has no respondents", () => {
    expect(
      stratifiedProportion([
        { size: 1, p: 0, n: 30 },
        { size: 1, p: 0, n: 30 },
      ]),
    ).toEqual({ p: 0, error: 0, n: 60 });
    expect(
      stratifiedProportion([
        { size: 1, p: 0.2, n: 30 },
        { size: 1, p: 0.3, n: 0 },
      ]),
    ).toBeUndefined();
    expect(stratifiedProportion([])).toBeUndefined();
  });
});

/**
 * The data `fpc` of R's survey package (reference manual, "Small survey example"; taken there from the Stata manual): 8 units in two strata
 * of 15 and 12.
 */
const x = [2.8, 4.1, 6.8, 6.8, 9.2, 3.7, 6.6, 4.2];
const without: Sample = { weights: [3, 3, 3, 3, 3, 4, 4, 4], strata: [1, 1, 1, 1, 1, 2, 2, 2] };
const corrected: Sample = {
  ...without,
  populations: new Map([
    [1, 15],
    [2, 12],
  ]),
};

describe("linearised variance", () => {
  test("gives the answers of R's survey package 4.5: svymean(~x) 5.448148, SE 0.7412683, with fpc 0.6160407", () => {
    expect(weightedMean(without, x).value).toBeCloseTo(5.448148, 6);
    expect(weightedMean(without, x).error).toBeCloseTo(0.7412683, 7);
    expect(weightedMean(corrected, x).error).toBeCloseTo(0.6160407, 7);
  });
  test("of a total: 27 times the mean here, since the weights add up to the population", () => {
    expect(weightedTotal(corrected, x).value).toBeCloseTo(147.1, 10);
    expect(weightedTotal(corrected, x).error).toBeCloseTo(27 * weightedMean(corrected, x).error, 10);
  });
  test("of a domain keeps who is outside in the design", () => {
    const large = x.map((each) => each > 4);
    const { value, error } = weightedMean(without, x, large);
    // By hand: mean (3·26.9 + 4·10.8)/(3·4 + 4·2) = 123.9/20 = 6.195; z = w(x − 6.195)/20 inside and 0 outside.
    expect(value).toBeCloseTo(6.195, 12);
    const z = x.map((each, at) => (large[at] ? ((without.weights[at] ?? 0) * (each - 6.195)) / 20 : 0));
    const spread = (part: readonly number[]): number => {
      const mean = part.reduce((a, b) => a + b) / part.length;
      return (part.length / (part.length - 1)) * part.reduce((sum, each) => sum + (each - mean) ** 2, 0);
    };
    expect(error).toBeCloseTo(Math.sqrt(spread(z.slice(0, 5)) + spread(z.slice(5))), 12);
    const dropped = (of: readonly (string | number)[]) => of.filter((_, at) => large[at]);
    const alone = weightedMean(
      { weights: dropped(without.weights) as number[], strata: dropped(without.strata ?? []) },
      dropped(x) as number[],
    );
    expect(alone.value).toBeCloseTo(value, 12);
    expect(Math.abs(alone.error - error)).toBeGreaterThan(0.01);
  });
  test("of proportions: 0 and 1, and the domain total adds up", () => {
    const large = x.map((each) => (each > 4 ? 1 : 0));
    expect(weightedMean(corrected, large).value).toBeCloseTo(20 / 27, 12);
    const parts = [true, false].map(
      (side) =>
        weightedTotal(
          corrected,
          x,
          large.map((each) => (each === 1) === side),
        ).value,
    );
    expect((parts[0] ?? 0) + (parts[1] ?? 0)).toBeCloseTo(147.1, 10);
  });
  test("a ratio to the same is certain; a stratum of one has no variance unless it was wholly asked", () => {
    expect(weightedRatio(corrected, x, x).error).toBe(0);
    const single: Sample = { weights: [1, 2, 2], strata: ["a", "b", "b"] };
    expect(weightedMean(single, [1, 2, 4]).error).toBeNaN();
    expect(weightedMean({ ...single, populations: new Map([["a", 1]]) }, [1, 2, 4]).error).toBeGreaterThan(0);
  });
  test("equal weights of a simple sample have a design effect of 1", () => {
    expect(designEffectOf({ weights: [2, 2, 2, 2, 2] }, [1, 0, 0, 1, 1])).toBeCloseTo(1, 12);
  });
});

/** Every way to draw `count` of the positions below `size`. */
function draws(size: number, count: number, from = 0): number[][] {
  if (count === 0) return [[]];
  return Array.from({ length: size - from }, (_, i) => from + i).flatMap((first) =>
    draws(size, count - 1, first + 1).map((rest) => [first, ...rest]),
  );
}

describe("linearised variance against answers by other means", () => {
  // A population of two strata, of which every sample of 2 of 5 and 3 of 4 is drawn: 10 × 4 samples.
  const strata = [
    [1, 3, 4, 8, 9],
    [2, 2, 7, 5],
  ] as const;
  const samples = draws(5, 2).flatMap((a) =>
    draws(4, 3).map((b) => [a.map((at) => strata[0][at] ?? 0), b.map((at) => strata[1][at] ?? 0)]),
  );
  const design: Sample = {
    weights: [2.5, 2.5, 4 / 3, 4 / 3, 4 / 3],
    strata: ["a", "a", "b", "b", "b"],
    populations: new Map([
      ["a", 5],
      ["b", 4],
    ]),
  };

  test("over all samples of a tiny population, the estimated variance of a total is on average the true one", () => {
    const totals = samples.map((sample) => weightedTotal(design, sample.flat()));
    const mean = totals.reduce((sum, each) => sum + each.value, 0) / totals.length;
    expect(mean).toBeCloseTo(41, 10);
    const variance = totals.reduce((sum, each) => sum + (each.value - mean) ** 2, 0) / totals.length;
    expect(totals.reduce((sum, each) => sum + each.error ** 2, 0) / totals.length).toBeCloseTo(variance, 9);
  });

  test("a jackknife that leaves out one respondent at a time gives the variance of a total exactly and of a mean nearly", () => {
    const values = [5, 1, 4, 2, 8, 3, 6, 7, 4, 5, 9, 1, 2, 6];
    const weights = [3, 5, 4, 3, 2, 6, 4, 3, 5, 4, 2, 3, 4, 6];
    const groups = values.map((_, at) => (at < 8 ? "a" : "b"));
    const sample: Sample = { weights, strata: groups };
    const jackknife = (estimate: (of: readonly number[]) => number): number => {
      const whole = estimate(weights);
      const parts = values.map((_, out) => {
        const n = groups.filter((each) => each === groups[out]).length;
        const left = weights.map((weight, at) => (at === out ? 0 : groups[at] === groups[out] ? (weight * n) / (n - 1) : weight));
        return ((n - 1) / n) * (estimate(left) - whole) ** 2;
      });
      return Math.sqrt(parts.reduce((a, b) => a + b));
    };
    const total = (of: readonly number[]): number => of.reduce((sum, weight, at) => sum + weight * (values[at] ?? 0), 0);
    const mean = (of: readonly number[]): number => total(of) / of.reduce((a, b) => a + b);
    expect(weightedTotal(sample, values).error).toBeCloseTo(jackknife(total), 9);
    expect(weightedMean(sample, values).error / jackknife(mean)).toBeCloseTo(1, 1);
  });
});
