import { protect } from "@peil/core/disclosure/protect.ts";
import { type Axis, cellState, type Limits, type Table } from "@peil/core/disclosure/table.ts";
import { decision as decisions } from "@peil/core/model/disclosure.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { members, municipalities, tableOf } from "../../../fixtures/disclosure/tables.ts";
import { openSolver } from "../../src/publish/solver.ts";
import { attacked, equations, openAttack } from "./attacker.ts";

// The attack shares no code with the engine and works on the figures themselves; what is asked is semantics, section 5.

const solver = await openSolver();
const highs = await openAttack();

const shapes: Readonly<Record<string, () => Axis[]>> = {
  "two-way": () => [members(4), members(3)],
  "three-way": () => [members(3), members(2), members(3)],
  hierarchical: () => [municipalities(6, 2, 0), members(3)],
  overlapping: () => [municipalities(6, 2, 3), members(2)],
};

function drawn(axes: readonly Axis[], figures: readonly number[]): Table {
  let at = 0;
  return tableOf(axes, () => figures[at++ % figures.length] as number);
}

const small = fc.integer({ min: 0, max: 6 });
const figures = fc.array(fc.oneof({ weight: 2, arbitrary: small }, { weight: 3, arbitrary: fc.integer({ min: 0, max: 40 }) }), {
  minLength: 18,
  maxLength: 18,
});
const rules = fc.record({ minimum: fc.integer({ min: 2, max: 6 }), zerosShown: fc.boolean() });

/** Holds what the attack finds against what is asked of each hidden cell; of cells that the report names as failing nothing is asked. */
function expectSafe(table: Table, limits: Limits, decision: Uint8Array, failing: ReadonlySet<number>): void {
  const secret = (cell: number): boolean =>
    table.state[cell] === cellState.supplier || ((decision[cell] ?? 0) > 0 && (decision[cell] ?? 0) < 128);
  const hidden = decision.map((_, cell) => (secret(cell) ? 1 : 0));
  const one = limits.zerosShown ? 1 : 0;
  const floor = (cell: number): number => (table.state[cell] === cellState.supplier ? 0 : one);
  // What nobody can be kept from knowing: the bounds where everything that may be hidden is.
  const most = table.value.map((value, cell) =>
    hidden[cell] === 1 || (table.state[cell] === cellState.figure && (value > 0 || !limits.zerosShown)) ? 1 : 0,
  );
  const least = new Map(attacked(highs, table, Uint8Array.from(most), floor).map((each) => [each.cell, each.lower]));
  for (const { cell, lower, upper } of attacked(highs, table, hidden, floor)) {
    if (failing.has(cell)) continue;
    if (decision[cell] === decisions.primary) {
      expect(upper).toBeGreaterThanOrEqual(limits.minimum - 1e-6);
      expect(lower).toBeLessThanOrEqual(Math.max(one, least.get(cell) ?? 0) + 1e-6);
    } else expect(upper - lower).toBeGreaterThanOrEqual(limits.minimum - 1e-6);
  }
}

describe("an outsider with a solver", () => {
  test.each(Object.entries(shapes))(
    "finds no figure of a %s table more closely than allowed",
    async (_, shape) => {
      await fc.assert(
        fc.asyncProperty(figures, rules, async (drawnFigures, limits: Limits) => {
          const table = drawn(shape(), drawnFigures);
          const { decision, report } = await protect(table, limits, { solver });
          expect(report).toMatchObject({ failing: [], notChecked: 0 });
          expectSafe(table, limits, decision, new Set());
        }),
        { numRuns: 10, seed: 5 },
      );
    },
    120_000,
  );

  test("not either where cells are missing, were shown before or are hidden by the supplier", async () => {
    const states = fc.array(
      fc.oneof(
        { weight: 12, arbitrary: fc.constant(cellState.figure) },
        { weight: 1, arbitrary: fc.constantFrom(cellState.none, cellState.known, cellState.supplier) },
      ),
      { minLength: 18, maxLength: 18 },
    );
    let secrets = 0;
    await fc.assert(
      fc.asyncProperty(figures, states, rules, fc.boolean(), async (drawnFigures, drawnStates, limits: Limits, loaded) => {
        const table = withStates(drawn([municipalities(6, 2, 3), members(2)], drawnFigures), drawnStates, loaded);
        const { decision, report } = await protect(table, limits, { solver });
        secrets += report.hidden;
        expect(report.notChecked).toBe(0);
        decision.forEach((each, cell) => {
          if (table.state[cell] === cellState.none) expect(each).toBe(0);
          if (table.state[cell] === cellState.known) expect([0, decisions.primary + 128]).toContain(each);
        });
        expectSafe(table, limits, decision, new Set(report.failing.map((each) => each.cell)));
      }),
      { numRuns: 15, seed: 9 },
    );
    expect(secrets).toBeGreaterThan(50);
  }, 120_000);
});

/** Gives cells that are no totals a state; a total over a cell that the supplier hid is hidden too, unless totals were `loaded`. */
function withStates(table: Table, states: readonly number[], loaded: boolean): Table {
  const state = table.state.slice();
  const value = table.value.slice();
  const sums = equations(table);
  const totals = new Set(sums.map((each) => each.total));
  let at = 0;
  state.forEach((_, cell) => {
    if (!totals.has(cell)) state[cell] = states[at++ % states.length] as number;
    if (state[cell] === cellState.none) value[cell] = 0;
  });
  for (let round = 0; round < 4; round++)
    for (const { total, parts } of sums) {
      value[total] = parts.reduce((sum, part) => sum + (value[part] as number), 0);
      if (!loaded && parts.some((part) => state[part] === cellState.supplier)) state[total] = cellState.supplier;
    }
  return { ...table, value, state };
}
