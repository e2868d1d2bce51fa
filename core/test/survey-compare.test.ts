import { describe, expect, test } from "vitest";
import type { Indicator } from "../src/model/indicator.ts";
import { isSameQuestion } from "../src/survey/companions.ts";
import { compareFigures } from "../src/survey/compare.ts";

const share: Indicator = {
  id: 1,
  code: "share",
  shape: "flat",
  name: { nl: "share" },
  unit: { nl: "%" },
  kind: "survey",
  dataType: "percentage",
  periodType: "stock",
  rating: "lower",
  aggregatesAreas: true,
  aggregatesPeriods: false,
  absent: "empty",
  visible: true,
  searchable: true,
  sequence: 1,
  survey: {
    question: "one",
    changes: [
      { from: "2027", question: "three" },
      { from: "2024", question: "two" },
    ],
  },
};
const mean: Indicator = { ...share, dataType: "mean", rating: "neutral" };

describe("comparison of survey figures", () => {
  test("an area of 57 % within 52 %: Z 2.08 against the rest, 1.53 as two samples apart", () => {
    const area = { value: 57, behind: { sample: 300, numerator: 171, denominator: 300 } };
    const whole = { value: 52, behind: { sample: 1000, numerator: 520, denominator: 1000 } };
    expect(compareFigures(share, area, whole, "within")).toMatchObject({ word: "higher", judgement: "attention" });
    expect(compareFigures(share, area, whole, "within")?.difference).toBeCloseTo(5, 10);
    expect(compareFigures(share, area, whole, "apart")).toMatchObject({ word: "no-clear-difference" });
  });
  test("of means: Σw, Σwy and Σwy² of the rest are those of the whole less those of the area", () => {
    // Area 7 (s 1) of weight 100, rest 6 (s 2) of weight 300: whole 6.25, s² = (100·50 + 300·40)/400 − 6.25² = 3.4375.
    const area = { value: 7, behind: { sample: 100, denominator: 100, deviation: 1 } };
    const whole = { value: 6.25, behind: { sample: 400, denominator: 400, deviation: Math.sqrt(3.4375) } };
    const found = compareFigures(mean, area, whole, "within");
    // 0.75/(0.75·√(1/100 + 4/300)) = 6.55.
    expect(found).toEqual({ word: "higher", difference: 0.75 });
    // 6.5 against a rest of 6.1667, s² 4.2222: Z = 0.3333/√(1/100 + 4.2222/300) = 2.15.
    const clear = { value: 6.5, behind: { sample: 100, denominator: 100, deviation: 1 } };
    expect(compareFigures(mean, clear, whole, "within")?.word).toBe("higher");
    const near = { value: 6.3, behind: { sample: 100, denominator: 100, deviation: 1 } };
    expect(compareFigures(mean, near, whole, "within")?.word).toBe("no-clear-difference");
  });
  test("there is none where something is not known, or for counts", () => {
    const known = { value: 50, behind: { sample: 100, numerator: 50, denominator: 100 } };
    const bare = { value: 50, behind: { sample: 400 } };
    expect(compareFigures(share, known, bare, "within")).toBeUndefined();
    expect(compareFigures(share, known, bare, "apart")?.word).toBe("no-clear-difference");
    expect(compareFigures(mean, known, bare, "apart")).toBeUndefined();
    expect(compareFigures({ ...share, dataType: "count" }, known, bare, "apart")).toBeUndefined();
  });
});

test("waves compare where both have a question and it is the same; changes need no order", () => {
  expect(isSameQuestion(share, "2018", "2021")).toBe(true);
  expect(isSameQuestion(share, "2021", "2024")).toBe(false);
  expect(isSameQuestion(share, "2024", "2025")).toBe(true);
  expect(isSameQuestion(share, "2025", "2027")).toBe(false);
  const { survey: _, ...without } = share;
  expect(isSameQuestion(without, "2018", "2021")).toBe(false);
});
