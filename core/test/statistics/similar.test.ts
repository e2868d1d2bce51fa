import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Standard, similarTo, standardise, type Trait } from "../../src/statistics/similar.ts";

// By hand. x = 2, 4, 6, 8: mean 5, deviation √5, so z = −3/√5, −1/√5, 1/√5, 3/√5.
// y = 10, 10, 30, 30: mean 20, deviation 10, so z = −1, −1, 1, 1.
const x = [2, 4, 6, 8];
const y = [10, 10, 30, 30];

const of = (...traits: readonly Trait[]): readonly Standard[] => standardise(traits);

describe("the distance between areas", () => {
  it("is the root of the weighted mean of squared differences in z-scores", () => {
    const found = similarTo(of({ weight: 3, figures: x }, { weight: 1, figures: y }), 0, 3);
    // To area 1: 3/4 · (2/√5)² + 1/4 · 0 = 0.6; to 2: 3/4 · 16/5 + 1/4 · 4 = 3.4; to 3: 3/4 · 36/5 + 1 = 6.4.
    expect(found?.nearest.map((each) => each.at)).toEqual([1, 2, 3]);
    expect(found?.nearest.map((each) => each.distance ** 2)).toEqual([
      expect.closeTo(0.6, 10),
      expect.closeTo(3.4, 10),
      expect.closeTo(6.4, 10),
    ]);
    expect(found?.nearest[1]?.parts).toEqual([2.4, 1]);
    expect(found).toMatchObject({ used: [0, 1], among: 3, leftOut: 0 });
  });

  it("keeps the order of the areas where it is equal", () => {
    const found = similarTo(of({ weight: 1, figures: [5, 7, 3, 7, 3] }), 0, 4);
    expect(found?.nearest.map((each) => each.at)).toEqual([1, 2, 3, 4]);
  });

  it("counts ratios on a logarithmic scale: half as many is as far as twice as many", () => {
    const found = similarTo(of({ weight: 1, scale: "log", figures: [100, 50, 200, 150, 0] }), 0, 4);
    expect(found?.nearest.map((each) => each.at)).toEqual([3, 1, 2]);
    expect(found?.nearest[1]?.distance).toBe(found?.nearest[2]?.distance);
    expect(found?.leftOut).toBe(1);
  });

  it("is 0 where all areas are alike", () => {
    const found = similarTo(of({ weight: 1, figures: [0.1 + 0.2, 0.3, 0.3] }), 0, 2);
    expect(found?.nearest.map((each) => [each.at, each.distance])).toEqual([
      [1, 0],
      [2, 0],
    ]);
  });
});

describe("an area that misses a figure", () => {
  const gaps = of({ weight: 1, figures: [2, 4, 6, 8] }, { weight: 1, figures: [1, undefined, 3, 5] }, { weight: 1, figures: [1, 1, 2, 3] });

  it("is left out where others have it", () => {
    expect(similarTo(gaps, 0, 9)).toMatchObject({ used: [0, 1, 2], among: 2, leftOut: 1 });
  });

  it("is itself compared on the rest, whose weights are brought to 1", () => {
    const found = similarTo(gaps, 1, 9);
    expect(found).toMatchObject({ used: [0, 2], among: 3, leftOut: 0 });
    const plain = similarTo(of({ weight: 1, figures: [2, 4, 6, 8] }, { weight: 1, figures: [1, 1, 2, 3] }), 1, 9);
    expect(found?.nearest.map((each) => each.distance)).toEqual(plain?.nearest.map((each) => each.distance));
    expect(found?.nearest[0]?.parts[1]).toBeUndefined();
  });

  it("gets no answer where less than half of the weight is known", () => {
    const little = of({ weight: 3, figures: [undefined, 1, 2] }, { weight: 2, figures: [1, 2, 3] });
    expect(similarTo(little, 0, 9)).toBeUndefined();
    expect(similarTo(of({ weight: 1, figures: [undefined, 1, 2] }, { weight: 1, figures: [1, 2, 3] }), 0, 9)).toBeDefined();
    expect(similarTo([], 0, 9)).toBeUndefined();
  });
});

const figure = fc.oneof(
  { weight: 9, arbitrary: fc.double({ min: 0.01, max: 1e4, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);
const matrix = fc.tuple(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1, max: 5 })).chain(([areas, traits]) =>
  fc.array(
    fc.record({
      weight: fc.integer({ min: 1, max: 9 }),
      figures: fc.array(figure, { minLength: areas, maxLength: areas }),
      scale: fc.constantFrom("linear" as const, "log" as const),
    }),
    { minLength: traits, maxLength: traits },
  ),
);

describe("for any figures", () => {
  const areasOf = (traits: readonly Trait[]): number[] => (traits[0]?.figures ?? []).map((_, at) => at);
  const distances = (traits: readonly Trait[]): Map<string, number> => {
    const standard = standardise(traits);
    return new Map(
      areasOf(traits).flatMap((a) => similarTo(standard, a, 99)?.nearest.map((b) => [`${a}-${b.at}`, b.distance] as const) ?? []),
    );
  };

  it("it is symmetric wherever both ways exist", () => {
    fc.assert(
      fc.property(matrix, (traits) => {
        const all = distances(traits);
        for (const [key, distance] of all) {
          const back = all.get(key.split("-").reverse().join("-"));
          if (back !== undefined) expect(back).toBeCloseTo(distance, 9);
        }
      }),
    );
  });

  it("it does not depend on units, nor on the size of the weights", () => {
    fc.assert(
      fc.property(matrix, fc.constantFrom(0.001, 8, 1000), (traits, factor) => {
        const other = traits.map((each) => ({
          ...each,
          weight: each.weight * factor,
          figures: each.figures.map((value) => (value === undefined ? value : value * factor)),
        }));
        const [one, two] = [distances(traits), distances(other)];
        expect([...two.keys()].sort()).toEqual([...one.keys()].sort());
        for (const [key, distance] of one) expect(two.get(key)).toBeCloseTo(distance, 6);
      }),
    );
  });

  it("the parts add up to the squared distance, and nearer comes first", () => {
    fc.assert(
      fc.property(matrix, (traits) => {
        const standard = standardise(traits);
        for (const area of areasOf(traits)) {
          const found = similarTo(standard, area, 99);
          const list = found?.nearest ?? [];
          for (const each of list) {
            const sum = each.parts.reduce((total: number, part) => total + (part ?? 0), 0);
            expect(sum).toBeCloseTo(each.distance ** 2, 8);
          }
          expect(list.map((each) => each.distance)).toEqual(list.map((each) => each.distance).toSorted((a, b) => a - b));
          if (found) expect(found.among + found.leftOut).toBe(traits[0]?.figures.length ? traits[0].figures.length - 1 : 0);
        }
      }),
    );
  });
});
