import { evaluate } from "@peil/core/formula/evaluate.ts";
import type { Status } from "@peil/core/model/status.ts";
import type { Computation } from "@peil/core/query/plan.ts";
import type { Cell } from "@peil/core/statistics/cell.ts";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openEngine, rowsOf } from "../src/store/duckdb.ts";
import { printComputation } from "../src/store/print-formula.ts";

let engine: Awaited<ReturnType<typeof openEngine>>;
beforeAll(async () => {
  engine = await openEngine({});
});
afterAll(() => engine.closeSync());

const operands = 3;
const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0, 1, -1, 2.5, 100, -0.5, 1e9, 1e-9, 7).map((value) => ({ value, status: 0 as Status })) },
  { weight: 2, arbitrary: fc.constantFrom(1, 2, 3, 4, 5, 6, 7).map((status) => ({ value: Number.NaN, status: status as Status })) },
);
const computation: fc.Arbitrary<Computation> = fc.letrec<{ any: Computation }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.integer({ min: 0, max: operands - 1 }).map((index) => ({ op: "operand" as const, index })),
    fc.constantFrom(0, 1, 100, 0.5).map((value) => ({ op: "number" as const, value })),
    fc.record({ op: fc.constantFrom("+" as const, "-" as const, "*" as const, "/" as const), left: tie("any"), right: tie("any") }),
    fc.record({ op: fc.constantFrom("minus" as const, "sqrt" as const, "round" as const), of: tie("any") }),
  ),
})).any;

/** Runs the printed statement over many rows of operands at once. */
async function bySql(compute: Computation, rows: readonly (readonly Cell[])[]): Promise<Cell[]> {
  const connection = await engine.connect();
  const literal = (each: Cell): string =>
    each.status === 0 ? `${each.value}::DOUBLE, 0::UTINYINT` : `NULL::DOUBLE, ${each.status}::UTINYINT`;
  const values = rows.map((row, i) => `(${i}, 1, ${row.map(literal).join(", ")})`).join(",");
  const columns = Array.from({ length: operands }, (_, i) => `v${i}, s${i}`).join(", ");
  const sql = printComputation(compute, `SELECT * FROM (VALUES ${values}) t(area, period, ${columns})`);
  const found = await rowsOf(connection, `SELECT * FROM (${sql}) ORDER BY area`);
  connection.closeSync();
  return found.map((row) => ({ value: row["status"] === 0 ? Number(row["value"]) : Number.NaN, status: Number(row["status"]) as Status }));
}

test("every formula gives the same figure and state in the engine as in the reference", async () => {
  await fc.assert(
    fc.asyncProperty(computation, fc.array(fc.tuple(cell, cell, cell), { minLength: 12, maxLength: 12 }), async (compute, rows) => {
      const sql = await bySql(compute, rows);
      rows.forEach((row, i) => {
        const wanted = evaluate(compute, row);
        expect({ at: row, status: sql[i]?.status }).toEqual({ at: row, status: wanted.status });
        if (wanted.status === 0)
          expect(Math.abs((sql[i]?.value ?? Number.NaN) - wanted.value)).toBeLessThanOrEqual(Math.abs(wanted.value) * 1e-12);
      });
    }),
    { numRuns: 300, seed: 20_24 },
  );
});
