import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sumOfBlocks, type Total } from "../../src/disclosure/blocks.ts";
import { type Status, status } from "../../src/model/status.ts";
import { type Cell, finiteCell, stateCell } from "../../src/statistics/cell.ts";

const hidden = stateCell(status.private);
const cellsOf = (...list: readonly (number | Cell)[]): Map<number, Cell> =>
  new Map(list.map((each, at) => [at, typeof each === "number" ? finiteCell(each) : each]));
const total = (value: number, ...parts: readonly number[]): Total => ({ total: finiteCell(value), parts });

describe("the sum of an own group", () => {
  test("of visible cells is their sum, with the ordinary states", () => {
    const cells = cellsOf(
      1,
      2,
      stateCell(status.empty),
      stateCell(status.notApplicable),
      stateCell(status.unknown),
      stateCell(status.hidden),
    );
    expect(sumOfBlocks([0, 1, 2, 3], cells, [])).toEqual({ value: 3, status: status.value });
    expect(sumOfBlocks([0, 4], cells, [])).toEqual(stateCell(status.unknown));
    expect(sumOfBlocks([0, 4, 5], cells, [])).toEqual(stateCell(status.hidden));
    expect(sumOfBlocks([3], cells, [])).toEqual(stateCell(status.notApplicable));
    expect(sumOfBlocks([2, 3], cells, [])).toEqual(stateCell(status.empty));
    expect(sumOfBlocks([], cells, [])).toEqual(stateCell(status.empty));
    expect(sumOfBlocks([0, 9], cells, [])).toEqual(finiteCell(1));
  });

  // The check table of the semantics (section 5): counts of men and women of groups A-D, A and C hidden.
  // Cells: A-men 0, A-women 1, B-men 2, B-women 3, C-men 4, C-women 5, D-men 6, D-women 7.
  const check = cellsOf(hidden, hidden, 14, 19, hidden, hidden, 11, 14);
  const margins = [total(55, 0, 2, 4, 6), total(45, 1, 3, 5, 7), total(20, 0, 1), total(22, 4, 5)];
  test.each([
    [[0, 1], 20],
    [[0, 4], 30],
    [[0, 1, 4, 5], 42],
    [[0, 1, 2, 3], 53],
    [[0, 1, 4, 5, 2, 3, 6, 7], 100],
  ])("%j of the check table is %d", (wanted, sum) => {
    expect(sumOfBlocks(wanted, check, margins)).toEqual(finiteCell(sum));
  });
  test.each([[[0]], [[1, 4]], [[0, 5]], [[0, 1, 4]], [[0, 1, 2, 5]]])("%j of the check table stays hidden", (wanted) => {
    expect(sumOfBlocks(wanted, check, margins)).toEqual(hidden);
  });

  test("a block counts only where the total is the sum of what is known of its parts", () => {
    for (const state of [status.unknown, status.hidden, status.incomplete, status.notAvailable] as Status[])
      expect(sumOfBlocks([0, 1], cellsOf(hidden, hidden, stateCell(state)), [total(9, 0, 1, 2)])).toEqual(hidden);
    expect(sumOfBlocks([0, 1], cellsOf(hidden, hidden, stateCell(status.empty)), [total(9, 0, 1, 2)])).toEqual(finiteCell(9));
    expect(sumOfBlocks([0, 1], cellsOf(hidden, hidden), [{ total: hidden, parts: [0, 1] }])).toEqual(hidden);
  });

  test("blocks may not overlap", () => {
    const cells = cellsOf(hidden, hidden, hidden);
    expect(sumOfBlocks([0, 1, 2], cells, [total(5, 0, 1), total(7, 1, 2)])).toEqual(hidden);
    expect(sumOfBlocks([0, 1, 2], cells, [total(5, 0, 1), total(7, 1, 2), total(4, 2)])).toEqual(finiteCell(9));
  });

  test("a choice that leads nowhere is taken back", () => {
    const cells = cellsOf(hidden, hidden, hidden, hidden, hidden);
    expect(sumOfBlocks([0, 1, 2, 3, 4], cells, [total(3, 0, 1), total(6, 0, 1, 2), total(9, 3, 4)])).toEqual(finiteCell(15));
  });

  test("a state that spoils shows also where the hidden cells are whole blocks", () => {
    expect(sumOfBlocks([0, 1, 2], cellsOf(hidden, hidden, stateCell(status.unknown)), [total(5, 0, 1)])).toEqual(stateCell(status.unknown));
  });

  test("does not depend on the order of the arguments, and gives a true sum or nothing", () => {
    const groups = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 6 }), { maxLength: 8 });
    const arbitrary = fc.record({
      values: fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 10, maxLength: 10 }),
      hides: fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
      groups,
      wanted: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1 }),
    });
    fc.assert(
      fc.property(arbitrary, ({ values, hides, groups, wanted }) => {
        const cells = cellsOf(...values.map((each, at) => (hides[at] ? hidden : each)));
        const totals = groups.map((parts) =>
          total(
            parts.reduce((sum, part) => sum + (values[part] ?? 0), 0),
            ...parts,
          ),
        );
        const sum = sumOfBlocks(wanted, cells, totals);
        expect(sumOfBlocks([...wanted].reverse(), new Map([...cells].reverse()), [...totals].reverse())).toEqual(sum);
        if (sum.status === status.value)
          expect(sum.value).toBeCloseTo(
            wanted.reduce((add, each) => add + (values[each] ?? 0), 0),
            6,
          );
        else expect(wanted.some((each) => hides[each])).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
