import { audit } from "@peil/core/disclosure/audit.ts";
import { cheapest } from "@peil/core/disclosure/optimum.ts";
import { protect } from "@peil/core/disclosure/protect.ts";
import { cellState, type Limits, type Table } from "@peil/core/disclosure/table.ts";
import { decision as decisions } from "@peil/core/model/disclosure.ts";
import { describe, expect, test } from "vitest";
import { checkTable, drawer, members, municipalities, published, tableOf } from "../../../fixtures/disclosure/tables.ts";
import { openSolver } from "../../src/publish/solver.ts";

const solver = await openSolver();
const three: Limits = { minimum: 3, zerosShown: true };
const five: Limits = { minimum: 5, zerosShown: true };

describe("the audit", () => {
  const good = Uint8Array.of(2, 1, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 0, 0, 0);

  test("passes a good pattern however it was found, with and without a solver", async () => {
    for (const options of [{}, { solver }])
      expect(await audit(checkTable, three, good, options)).toMatchObject({ hidden: 4, primary: 1, certified: 4, failing: [] });
  });

  test.each([0, 6, 7])("fails where complementary cell %i is shown, and says what can be computed", async (cell) => {
    const { failing } = await audit(
      checkTable,
      three,
      good.map((each, at) => (at === cell ? 0 : each)),
      { solver },
    );
    expect(failing).toContainEqual({ cell: 1, names: ["A", "women"], lower: 2, upper: 2, asked: { lower: 1, upper: 3 } });
  });

  test("fails where a cell cannot be as large as asked, though small enough", async () => {
    // 2 and 3 under a visible total of 5: each is 1 to 4, and must be able to be 5.
    const line: Table = { axes: [members(2)], value: Float64Array.of(2, 3, 5), state: new Uint8Array(3).fill(cellState.figure) };
    const { failing } = await audit(line, five, Uint8Array.of(1, 1, 0), { solver });
    expect(failing).toEqual([
      { cell: 0, names: ["m0"], lower: 1, upper: 4, asked: { lower: 1, upper: 5 } },
      { cell: 1, names: ["m1"], lower: 1, upper: 4, asked: { lower: 1, upper: 5 } },
    ]);
  });

  test("fails where a primary shows", async () => {
    const { failing } = await audit(checkTable, three, new Uint8Array(15), { solver });
    expect(failing).toEqual([{ cell: 1, names: ["A", "women"], lower: 2, upper: 2, asked: { lower: 1, upper: 3 } }]);
  });

  test("without a solver leaves unproved cells unchecked, never passed", async () => {
    const shown = good.map((each, at) => (at === 7 ? 0 : each));
    expect(await audit(checkTable, three, shown)).toMatchObject({ certified: 0, notChecked: 3, failing: [] });
  });

  test("of a component that is too large judges a sample and reports its coverage", async () => {
    // Three cells of every row and column hidden in a ring around the table: many moves, and one primary that nothing covers.
    const draw = drawer(2);
    const table = tableOf([members(12), members(12)], () => 6 + Math.floor(draw() * 20));
    const value = table.value.slice();
    const decision = Uint8Array.from(value, (_, cell) => {
      const [row, column] = [Math.floor(cell / 13), cell % 13];
      return row < 12 && column < 12 && (column === row || column === (row + 1) % 12) ? decisions.complementary : 0;
    });
    const wide: Limits = { minimum: 5000, zerosShown: true };
    const open = await audit({ ...table, value }, { ...wide, minimum: 5 }, decision, { solver });
    expect(open).toMatchObject({ primary: 0, notChecked: 0, failing: [], solved: 24 });
    const sampled = await audit({ ...table, value }, { ...wide, minimum: 5 }, decision, { solver, largest: 10, sample: 3 });
    expect(sampled.solved + sampled.sampled + sampled.notChecked).toBe(24);
  });
});

describe("protection of contributions", () => {
  // One region × industry table of turnover, the largest contribution to (2, B) being 40 of 48.
  const table = published(
    ["1", "2", "3"],
    ["A", "B"],
    [
      [540, 231, 771],
      [125, 48, 173],
      [90, 300, 390],
      [755, 579, 1334],
    ],
  );
  const contributions = [
    Float64Array.from(table.value, (each, cell) => (cell === 4 ? 40 : each / 10)),
    Float64Array.from(table.value, (each, cell) => (cell === 4 ? 6 : each / 10)),
  ];
  const limits: Limits = { minimum: 0, zerosShown: true, pPercent: 20 };

  test("p %: what is hidden keeps X ± (p/100 · x1 − (X − x1 − x2)) possible", async () => {
    const { decision, report } = await protect({ ...table, contributions }, limits, { solver });
    expect(decision[4]).toBe(decisions.primary);
    expect(report).toMatchObject({ primary: 1, complementary: 3, failing: [] });
    const { failing } = await audit({ ...table, contributions }, limits, mask(4), { solver });
    expect(failing).toEqual([{ cell: 4, names: ["2", "B"], lower: 48, upper: 48, asked: { lower: 42, upper: 54 } }]);
  });
  const mask = (cell: number): Uint8Array => Uint8Array.from(table.value, (_, at) => (at === cell ? decisions.primary : 0));
});

describe("the heuristic against the optimum", () => {
  test.each([
    ["4 × 3", () => [members(4), members(3)], 1.1],
    ["municipalities in two provinces", () => [municipalities(6, 2, 0), members(2)], 1.1],
    ["with overlapping zones", () => [municipalities(6, 2, 3), members(2)], 1.1],
  ] as const)(
    "%s: never cheaper than the optimum, and not much dearer",
    async (_, axes, most) => {
      const draw = drawer(3);
      const cost = { heuristic: 0, optimum: 0, tables: 0 };
      for (let at = 0; at < 30 && cost.tables < 6; at++) {
        const table: Table = tableOf(axes(), () => (draw() < 0.12 ? Math.floor(draw() * 5) : 6 + Math.floor(draw() * 30)));
        const { decision, report } = await protect(table, five, { solver, exactCells: 0 });
        expect(report).toMatchObject({ failing: [], notChecked: 0 });
        if (report.primary === 0 || report.primary > 3) continue;
        const exact = await cheapest(table, five, solver);
        const price = (hidden: Uint8Array): number => table.value.reduce((sum, value, cell) => sum + (hidden[cell] ? value : 0), 0);
        expect(price(exact)).toBeLessThanOrEqual(price(decision) + 1e-6);
        const checked = exact.map((each, cell) => (each === 0 ? 0 : decision[cell] === decisions.primary ? 1 : 2));
        expect((await audit(table, five, checked, { solver })).failing).toEqual([]);
        cost.heuristic += price(decision);
        cost.optimum += price(exact);
        cost.tables++;
      }
      expect(cost.tables).toBe(6);
      expect(cost.heuristic / cost.optimum).toBeLessThan(most);
    },
    60_000,
  );
});

test("what an earlier release showed cannot cover, and is reported", async () => {
  const state = checkTable.state.slice();
  for (const cell of [0, 3, 6, 9]) state[cell] = cellState.known;
  const { report, decision } = await protect({ ...checkTable, state }, three, { solver });
  expect(report.failing).toEqual([]);
  expect([0, 3, 6, 9].map((cell) => decision[cell])).toEqual([0, 0, 0, 0]);
  // With all men known only totals are left to cover A-women: the total of A and what follows from it.
  expect(decision[2]).toBe(decisions.complementary);
});
