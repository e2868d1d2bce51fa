import { protect } from "@peil/core/disclosure/protect.ts";
import { type Axis, cellState, type Limits, type Table } from "@peil/core/disclosure/table.ts";
import fc from "fast-check";
import highsPackage, { type Highs } from "highs";
import { describe, expect, test } from "vitest";
import { members, municipalities, tableOf } from "../../../fixtures/disclosure/tables.ts";
import { openSolver } from "../../src/publish/solver.ts";
import { attacked } from "./attacker.ts";

const solver = await openSolver();
const highs: Highs = await (highsPackage as unknown as (typeof highsPackage)["default"])();

const shapes: Readonly<Record<string, () => Axis[]>> = {
  "two-way": () => [members(4), members(3)],
  "three-way": () => [members(3), members(2), members(3)],
  hierarchical: () => [municipalities(6, 2, 0), members(3)],
  overlapping: () => [municipalities(6, 2, 3), members(2)],
};

/** Every figure and what it must keep; figures from a skewed draw, with zeros. */
function drawn(axes: readonly Axis[], figures: readonly number[]): Table {
  let at = 0;
  return tableOf(axes, () => figures[at++ % figures.length] as number);
}

const figure = fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 0, max: 6 }) }, { weight: 3, arbitrary: fc.integer({ min: 0, max: 40 }) });
const limits = fc.record({ minimum: fc.integer({ min: 2, max: 6 }), zerosShown: fc.boolean() });

describe("an outsider with a solver", () => {
  test.each(Object.entries(shapes))("finds no figure of a %s table more closely than allowed", async (_, shape) => {
    const stats = { runs: 0, hidden: 0, failing: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(figure, { minLength: 18, maxLength: 18 }), limits, async (figures, limits: Limits) => {
        const table = drawn(shape(), figures);
        const { decision, report } = await protect(table, limits, { solver });
        stats.runs++;
        stats.hidden += report.hidden;
        const hidden = decision.map((each) => (each > 0 ? 1 : 0));
        const open = table.value.map((v)=> (v > 0 || !limits.zerosShown ? 1 : 0));
        const least = limits.zerosShown ? 1 : 0;
        if (report.failing.length > 0) { stats.failing++; console.log(JSON.stringify([figures, limits, report.failing])); return; }
        const best = new Map(attacked(highs, table, Uint8Array.from(open), () => least).map((each) => [each.cell, each]));
        for (const { cell, lower, upper } of attacked(highs, table, hidden, () => least)) {
          if (decision[cell] === 1) {
            expect(upper).toBeGreaterThanOrEqual(limits.minimum - 1e-6);
            expect(lower).toBeLessThanOrEqual(Math.max(least, best.get(cell)?.lower ?? 0) + 1e-6);
          } else expect(upper - lower).toBeGreaterThanOrEqual(limits.minimum - 1e-6);
        }
      }),
      { numRuns: 60, seed: 5 },
    );
    console.log(_, stats);
  }, 300_000);
});
