import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apply, combine, evaluate, sumStates } from "../../src/formula/evaluate.ts";
import { poisonOrder, type Status, status } from "../../src/model/status.ts";
import { type Cell, stateCell } from "../../src/statistics/cell.ts";

const figure = (value: number): Cell => ({ value, status: status.value });
const empty = stateCell(status.empty);
const notApplicable = stateCell(status.notApplicable);
const hidden = stateCell(status.hidden);
const unknown = stateCell(status.unknown);
const operators = ["+", "-", "*", "/"] as const;

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }).map(figure),
  fc.constantFrom<Status[]>(1, 2, 3, 4, 5, 6, 7).map(stateCell),
);

describe("one operation", () => {
  test("with figures", () => {
    expect(combine("+", figure(2), figure(3))).toEqual(figure(5));
    expect(combine("-", figure(2), figure(3))).toEqual(figure(-1));
    expect(combine("*", figure(2), figure(3))).toEqual(figure(6));
    expect(combine("/", figure(3), figure(2))).toEqual(figure(1.5));
  });

  test("what is no number is empty", () => {
    expect(combine("/", figure(1), figure(0))).toEqual(empty);
    expect(combine("/", figure(0), figure(0))).toEqual(empty);
    expect(combine("*", figure(1e200), figure(1e200))).toEqual(empty);
    expect(apply("sqrt", figure(-1))).toEqual(empty);
    expect(combine("*", figure(0), figure(-5))).toEqual(figure(0));
  });

  test("empty counts as 0 in a sum and empties a product", () => {
    expect(combine("+", empty, figure(3))).toEqual(figure(3));
    expect(combine("-", empty, figure(3))).toEqual(figure(-3));
    expect(combine("-", figure(3), notApplicable)).toEqual(figure(3));
    expect(combine("+", empty, empty)).toEqual(empty);
    expect(combine("+", empty, notApplicable)).toEqual(empty);
    for (const operator of ["*", "/"] as const) {
      expect(combine(operator, empty, figure(3))).toEqual(empty);
      expect(combine(operator, figure(3), notApplicable)).toEqual(empty);
    }
    for (const operator of operators) expect(combine(operator, notApplicable, notApplicable)).toEqual(notApplicable);
  });

  test("a poison always wins, times 0 too", () => {
    expect(combine("*", figure(0), hidden)).toEqual(hidden);
    expect(combine("+", unknown, hidden)).toEqual(hidden);
    expect(combine("/", unknown, empty)).toEqual(unknown);
    expect(combine("/", figure(1), stateCell(status.incomplete))).toEqual(stateCell(status.incomplete));
    fc.assert(
      fc.property(fc.constantFrom(...operators), anyCell, anyCell, (operator, a, b) => {
        const wanted = poisonOrder.find((poison) => a.status === poison || b.status === poison);
        const result = combine(operator, a, b);
        if (wanted !== undefined) expect(result).toEqual(stateCell(wanted));
        else expect(poisonOrder).not.toContain(result.status);
        expect(Number.isFinite(result.value)).toBe(result.status === status.value);
      }),
    );
  });

  test("round goes away from zero at a half", () => {
    expect([0.5, -0.5, 1.5, 2.5, -2.5, 2.4999, -0.4].map((value) => apply("round", figure(value)).value)).toEqual([1, -1, 2, 3, -3, 2, 0]);
    expect(apply("round", notApplicable)).toEqual(notApplicable);
    expect(apply("minus", figure(4))).toEqual(figure(-4));
    expect(apply("sqrt", figure(9))).toEqual(figure(3));
  });
});

test("a formula is its operations", () => {
  const rate = {
    op: "*",
    left: { op: "/", left: { op: "operand", index: 0 }, right: { op: "operand", index: 1 } },
    right: { op: "number", value: 1000 },
  } as const;
  expect(evaluate(rate, [figure(3), figure(2000)])).toEqual(figure(1.5));
  expect(evaluate(rate, [figure(3), figure(0)])).toEqual(empty);
  expect(evaluate(rate, [figure(3), hidden])).toEqual(hidden);
  expect(evaluate({ op: "round", of: { op: "minus", of: { op: "operand", index: 0 } } }, [figure(2.5)])).toEqual(figure(-3));
});

describe("a sum", () => {
  test("by the rules of section 3", () => {
    expect(sumStates([figure(1), empty, notApplicable, figure(2)])).toEqual(figure(3));
    expect(sumStates([empty, empty])).toEqual(empty);
    expect(sumStates([])).toEqual(empty);
    expect(sumStates([notApplicable, notApplicable])).toEqual(notApplicable);
    expect(sumStates([empty, notApplicable])).toEqual(empty);
    expect(sumStates([figure(1), unknown, hidden])).toEqual(hidden);
    expect(sumStates([figure(0), empty])).toEqual(figure(0));
    expect(sumStates([figure(0.1), figure(0.2), figure(-0.3)]).value).toBeCloseTo(0, 16);
  });

  test("does not depend on the order", () => {
    fc.assert(
      fc.property(fc.array(anyCell), (cells) => {
        expect(sumStates(cells.toReversed())).toEqual(sumStates(cells));
      }),
    );
  });

  test("agrees with + on two cells", () => {
    fc.assert(
      fc.property(anyCell, anyCell, (a, b) => {
        expect(sumStates([a, b])).toEqual(combine("+", a, b));
      }),
    );
  });
});
