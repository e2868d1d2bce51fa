import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concentrationMargin, primaryCells } from "../../src/disclosure/primary.ts";
import { cellState, type Limits, type Table } from "../../src/disclosure/table.ts";

const row = (values: readonly number[], more: Partial<Table> = {}): Table => ({
  axes: [{ names: values.map((_, at) => `c${at}`), sums: [] }],
  value: Float64Array.from(values),
  state: new Uint8Array(values.length).fill(cellState.figure),
  ...more,
});
const marked = (table: Table, limits: Limits): number[] => Array.from(primaryCells(table, limits));
const five: Limits = { minimum: 5, zerosShown: true };

/** One cell with its contributions, the largest first. */
const cell = (contributions: readonly number[], total = contributions.reduce((sum, each) => sum + each, 0)): Table =>
  row([total], { contributions: contributions.map((each) => Float64Array.of(each)) });

describe("minimum frequency", () => {
  test("hides figures above 0 and below the minimum", () => {
    expect(marked(row([0, 1, 4, 4.9, 5, 12, -3]), five)).toEqual([0, 1, 1, 1, 0, 0, 0]);
    expect(marked(row([0, 1, 5]), { ...five, zerosShown: false })).toEqual([1, 1, 0]);
  });
  test("compares the frequency where there is one", () => {
    const frequency = Float64Array.of(3, 0, 40, Number.NaN);
    expect(marked(row([812, 900, 2, 2], { frequency }), five)).toEqual([1, 0, 0, 1]);
  });
  test("leaves cells without a figure and those of the supplier, and hides known ones", () => {
    const state = Uint8Array.of(cellState.none, cellState.supplier, cellState.known, cellState.figure);
    expect(marked(row([1, 1, 1, 1], { state }), five)).toEqual([0, 0, 1, 1]);
  });
  test("hides no less when the minimum is larger", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 30 }), { minLength: 1 }), fc.nat(20), fc.nat(20), (values, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const few = marked(row(values), { ...five, minimum: low });
        const many = marked(row(values), { ...five, minimum: high });
        expect(few.every((each, at) => each <= (many[at] as number))).toBe(true);
      }),
    );
  });
});

test("the minimum denominator hides whatever the figure, zero too", () => {
  const table = row([0, 60, 60], { denominator: Float64Array.of(19, 20, Number.NaN) });
  expect(marked(table, { minimum: 0, zerosShown: true, minimumDenominator: 20 })).toEqual([1, 0, 0]);
});

// Handbook on Statistical Disclosure Control, 2nd edition (2024), chapter 4: examples 1, 2, 4 and 5.
describe("dominance and p %", () => {
  const rules = { minimum: 0, zerosShown: true };
  test("example 1: safe for the (1,90) rule, though the second largest knows the largest to 2 %", () => {
    const table = cell([50_000, 49_000, 1000]);
    expect(marked(table, { ...rules, dominance: { n: 1, k: 90 } })).toEqual([0]);
    expect(marked(table, { ...rules, pPercent: 3 })).toEqual([1]);
    expect(marked(table, { ...rules, pPercent: 2 })).toEqual([0]);
  });
  test("example 2: safe for p = 10, hidden by (2, 90.9)", () => {
    const table = cell([52_000, 50_000], 110_000);
    expect(marked(table, { ...rules, pPercent: 10 })).toEqual([0]);
    expect(marked(table, { ...rules, dominance: { n: 2, k: 100 / 1.1 } })).toEqual([1]);
  });
  test("example 4: of 330 = 300 + 20 + 10 the upper bound must reach 352.94 for the (1,85) rule", () => {
    const table = cell([300, 20, 10]);
    const limits = { ...rules, dominance: { n: 1, k: 85 } };
    expect(marked(table, limits)).toEqual([1]);
    expect(330 + concentrationMargin(table, limits, 0)).toBeCloseTo(352.94, 2);
  });
  test("example 5: the upper protection level of p % is p/100 · x1 − (X − x1 − x2)", () => {
    expect(concentrationMargin(cell([300, 20, 10]), { ...rules, pPercent: 15 }, 0)).toBeCloseTo(45 - 10, 9);
    expect(concentrationMargin(cell([100]), { ...rules, pPercent: 10 }, 0)).toBeCloseTo(10, 9);
  });
  test("exactly at the limit shows", () => {
    expect(marked(cell([85, 15]), { ...rules, dominance: { n: 1, k: 85 } })).toEqual([0]);
    expect(marked(cell([100, 50, 10]), { ...rules, pPercent: 10 })).toEqual([0]);
  });
});
