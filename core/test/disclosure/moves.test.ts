import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkTable, drawer, members, municipalities, tableOf } from "../../../fixtures/disclosure/tables.ts";
import { audit } from "../../src/disclosure/audit.ts";
import { holds, type Move, Moves, reachOf } from "../../src/disclosure/moves.ts";
import { outsiderOf } from "../../src/disclosure/outsider.ts";
import { Search } from "../../src/disclosure/search.ts";
import { cellState, type Limits } from "../../src/disclosure/table.ts";

const three: Limits = { minimum: 3, zerosShown: true };
const move = (...entries: readonly (readonly [cell: number, coefficient: number])[]): Move => ({
  cell: Int32Array.from(entries, ([cell]) => cell),
  coefficient: Float64Array.from(entries, ([, coefficient]) => coefficient),
});
/** A-women and C-men up, A-men and C-women down. */
const square = move([1, 1], [6, 1], [0, -1], [7, -1]);
const hiding = (...cells: readonly number[]): Uint8Array => Uint8Array.from({ length: 15 }, (_, cell) => (cells.includes(cell) ? 1 : 0));

describe("a move", () => {
  const outsider = outsiderOf(checkTable, three);
  test("reaches until a cell is 1", () => {
    // Down to 1: C-women from 10; back: A-women from 2.
    expect(reachOf(outsider, square)).toEqual({ up: 9, down: 1 });
  });
  test("holds on hidden cells only", () => {
    expect(holds(outsider, square, hiding(0, 1, 6, 7))).toBe(true);
    expect(holds(outsider, square, hiding(0, 1, 6))).toBe(false);
  });
  test("holds where every sum is kept", () => {
    expect(holds(outsider, move([1, 1], [0, -1]), hiding(0, 1))).toBe(false);
    expect(holds(outsider, move([1, 1], [0, -1], [12, -1], [13, 1]), hiding(0, 1, 12, 13))).toBe(true);
    expect(holds(outsider, move([1, 1], [0, -1], [12, -1], [13, 2]), hiding(0, 1, 12, 13))).toBe(false);
  });
  test("that does not hold proves nothing to the audit", async () => {
    const moves = new Moves(15);
    moves.add(move([1, 1], [0, -1]), { up: 17, down: 1 });
    moves.add(square, { up: 9, down: 1 });
    const shown = Uint8Array.from({ length: 15 }, (_, cell) => (cell === 1 ? 1 : cell === 0 ? 2 : 0));
    expect(await audit(checkTable, three, shown, { moves })).toMatchObject({ certified: 0, notChecked: 2 });
  });
  test("with a reach that is claimed is measured again by the audit", async () => {
    const moves = new Moves(15);
    moves.add(square, { up: 1000, down: 1000 });
    const large: Limits = { minimum: 15, zerosShown: true };
    const decision = Uint8Array.from({ length: 15 }, (_, cell) => ([0, 1, 6, 7].includes(cell) ? 1 : 0));
    const { failing, certified, notChecked } = await audit(checkTable, large, decision, { moves });
    expect(certified + notChecked).toBe(4);
    expect(failing.length + notChecked).toBeGreaterThan(4);
  });
});

test("what the search finds holds once it is hidden, fulfils the wish and is no dearer than its budget", () => {
  const draw = drawer(5);
  const table = tableOf([municipalities(12, 2, 4), members(3), members(2)], () => Math.floor(draw() * 30));
  const state = table.state.map((each) => (draw() < 0.03 ? cellState.none : each));
  const outsider = outsiderOf({ ...table, state }, { minimum: 5, zerosShown: true });
  const hidden = outsider.primary.slice();
  const search = new Search(outsider, hidden);
  let found = 0;
  fc.assert(
    fc.property(fc.nat(hidden.length - 1), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 3 }), (cell, up, down) => {
      if (outsider.movable[cell] !== 1) return;
      const made = search.find(cell, { up, down, width: 5, budget: 500 });
      if (made === undefined) return;
      found++;
      const after = hidden.slice();
      for (const each of made.move.cell) after[each] = 1;
      expect(holds(outsider, made.move, after)).toBe(true);
      const reach = reachOf(outsider, made.move);
      expect(reach.up).toBeGreaterThanOrEqual(up);
      expect(reach.down).toBeGreaterThanOrEqual(down);
      expect(reach.up + reach.down).toBeGreaterThanOrEqual(5);
      const cost = made.move.cell.reduce((sum, each) => sum + (hidden[each] === 1 || each === cell ? 0 : (table.value[each] as number)), 0);
      expect(cost).toBeLessThanOrEqual(500);
      expect(made.cost).toBeCloseTo(cost, 0);
    }),
    { numRuns: 400 },
  );
  expect(found).toBeGreaterThan(100);
});
