import type { LinearProgramme } from "@peil/core/disclosure/linear-programme.ts";
import { expect, test } from "vitest";
import { openSolver } from "../../src/publish/solver.ts";

const solver = await openSolver();
const none = Number.POSITIVE_INFINITY;

/** x + y between two bounds, with y ≥ 2. */
function programme(low: number, high: number, more: Partial<LinearProgramme> = {}): LinearProgramme {
  return {
    lower: Float64Array.of(0, 2),
    upper: Float64Array.of(none, none),
    cost: Float64Array.of(1, 3),
    rowStart: Int32Array.of(0, 2),
    column: Int32Array.of(0, 1),
    coefficient: Float64Array.of(1, 1),
    rowLower: Float64Array.of(low),
    rowUpper: Float64Array.of(high),
    ...more,
  };
}

test("solves a linear programme", () => {
  expect(solver(programme(10.5, none))).toMatchObject({ status: "optimal", values: Float64Array.of(8.5, 2) });
});

test("whole numbers where they are asked", () => {
  expect(solver(programme(10.5, none, { integer: Uint8Array.of(1, 1), maxNodes: 50 }))).toMatchObject({
    status: "optimal",
    values: Float64Array.of(9, 2),
  });
});

test("gives the extremes of columns, infinite where there is no bound", () => {
  const columns = { extremes: Int32Array.of(0, 1) };
  expect(Array.from(solver(programme(10, 10, columns)).extremes)).toEqual([0, 8, 2, 10]);
  expect(Array.from(solver(programme(10, none, columns)).extremes)).toEqual([0, none, 2, none]);
  expect(Array.from(solver(programme(10, 10, { ...columns, lower: Float64Array.of(-none, 2) })).extremes)).toEqual([-none, 8, 2, none]);
});

test("says what cannot be", () => {
  expect(solver(programme(-5, 1))).toMatchObject({ status: "infeasible", values: new Float64Array(0) });
});
