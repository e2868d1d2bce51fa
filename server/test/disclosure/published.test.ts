import { audit } from "@peil/core/disclosure/audit.ts";
import { cheapest } from "@peil/core/disclosure/optimum.ts";
import { outsiderOf } from "@peil/core/disclosure/outsider.ts";
import { attack } from "@peil/core/disclosure/programme.ts";
import { protect } from "@peil/core/disclosure/protect.ts";
import type { Limits, Table } from "@peil/core/disclosure/table.ts";
import { decision as decisions } from "@peil/core/model/disclosure.ts";
import { describe, expect, test } from "vitest";
import { checkTable, published } from "../../../fixtures/disclosure/tables.ts";
import { openSolver } from "../../src/publish/solver.ts";

const solver = await openSolver();

/** The cells of a table by the names of their row and column. */
function cellsNamed(table: Table, ...names: readonly (readonly [row: string, column: string])[]): number[] {
  const [rows, columns] = table.axes;
  return names.map(
    ([row, column]) => (rows?.names.indexOf(row) ?? 0) * (columns?.names.length ?? 0) + (columns?.names.indexOf(column) ?? 0),
  );
}

function mask(table: Table, cells: readonly number[], as = 1): Uint8Array {
  return Uint8Array.from(table.value, (_, cell) => (cells.includes(cell) ? as : 0));
}

/** The interval that an outsider computes for a cell, figures being 0 or more (1 or more where zeros show). */
function interval(table: Table, hidden: readonly number[], cell: number, zerosShown = false): [number, number] {
  const outsider = outsiderOf(table, { minimum: 1, zerosShown }, mask(table, hidden));
  const { extremes } = solver(attack(outsider, hidden, [cell]));
  return [(table.value[cell] as number) + (extremes[0] ?? 0), (table.value[cell] as number) + (extremes[1] ?? 0)];
}

// M. Fischetti and J. J. Salazar-González, "Solving the cell suppression problem on tabular data with linear constraints", Management
// Science 47 (2001): the introductory table of investments by region and activity; cell (II, C) = 22 is sensitive.
describe("investments by activity and region (Fischetti and Salazar 2001)", () => {
  const table = published(
    ["I", "II", "III"],
    ["A", "B", "C"],
    [
      [20, 50, 10, 80],
      [8, 19, 22, 49],
      [17, 32, 12, 61],
      [45, 101, 44, 190],
    ],
  );
  const pattern = cellsNamed(table, ["II", "A"], ["II", "C"], ["III", "A"], ["III", "C"]);
  const [sensitive] = cellsNamed(table, ["II", "C"]) as [number];

  test("hidden alone, 22 is computed; with the published pattern it lies between 5 and 30", () => {
    expect(interval(table, [sensitive], sensitive)).toEqual([22, 22]);
    expect(interval(table, pattern, sensitive)).toEqual([5, 30]);
  });

  test("the published pattern is the cheapest, exactly and by the heuristic", async () => {
    const limits: Limits = { minimum: 8, zerosShown: false };
    const also = mask(table, [sensitive]);
    expect(await cheapest(table, limits, solver, also)).toEqual(mask(table, pattern));
    const { decision } = await protect(table, limits, { also });
    expect(decision.map((each) => (each > 0 ? 1 : 0))).toEqual(mask(table, pattern));
  });
});

// J. Geurts (1992), table 10, as example 3 in the Handbook on Statistical Disclosure Control, 2nd edition (2024), section 4.2.2. The four
// figures are not published; any that fit give the same interval.
test("feasibility interval of Geurts' table: cell (1, 1) lies between 3 and 6", () => {
  const table = published(
    ["1", "2", "3"],
    ["1", "2"],
    [
      [5, 2, 7],
      [1, 2, 3],
      [3, 3, 6],
      [9, 7, 16],
    ],
  );
  const hidden = cellsNamed(table, ["1", "1"], ["1", "2"], ["2", "1"], ["2", "2"]);
  expect(hidden.map((cell) => interval(table, hidden, cell))).toEqual([
    [3, 6],
    [1, 4],
    [0, 3],
    [0, 3],
  ]);
});

// Federal Committee on Statistical Methodology, Statistical Policy Working Paper 22, chapter II: delinquent children by county and
// education of the head of household; counts below 5 are sensitive.
describe("delinquent children by county and education (Working Paper 22)", () => {
  const table = published(
    ["Alpha", "Beta", "Gamma", "Delta"],
    ["low", "medium", "high", "very high"],
    [
      [15, 1, 3, 1, 20],
      [20, 10, 10, 15, 55],
      [3, 10, 10, 2, 25],
      [12, 14, 7, 2, 35],
      [50, 35, 30, 20, 135],
    ],
  );
  const five: Limits = { minimum: 5, zerosShown: false };
  const primaries = cellsNamed(
    table,
    ["Alpha", "medium"],
    ["Alpha", "high"],
    ["Alpha", "very high"],
    ["Gamma", "low"],
    ["Gamma", "very high"],
    ["Delta", "very high"],
  );

  test("two hidden in every row and column do not do: Alpha, very high is exactly 1", async () => {
    const hidden = [...primaries, ...cellsNamed(table, ["Beta", "medium"], ["Beta", "high"], ["Delta", "low"])];
    const decision = mask(table, hidden, decisions.complementary).map((each, cell) =>
      primaries.includes(cell) ? decisions.primary : each,
    );
    const { failing, primary } = await audit(table, five, decision, { solver });
    expect(primary).toBe(6);
    expect(failing).toContainEqual({ cell: 3, names: ["Alpha", "very high"], lower: 1, upper: 1, asked: { lower: 0, upper: 5 } });
  });

  test("what we hide passes, and names the same primaries", async () => {
    const { decision, report } = await protect(table, five, { solver });
    expect([...decision.keys()].filter((cell) => decision[cell] === decisions.primary)).toEqual([...primaries].sort((a, b) => a - b));
    expect(report).toMatchObject({ failing: [], notChecked: 0 });
    expect((await audit(table, five, decision, { solver })).failing).toEqual([]);
  });
});

test("the check table: the exact answer, and the bounds of what is hidden", async () => {
  const limits: Limits = { minimum: 3, zerosShown: true };
  const hidden = cellsNamed(checkTable, ["A", "men"], ["A", "women"], ["C", "men"], ["C", "women"]);
  expect(await cheapest(checkTable, limits, solver)).toEqual(mask(checkTable, hidden));
  // By hand: women of A and C are 12 together, men 30; where zeros show each is 1 or more.
  expect(hidden.map((cell) => interval(checkTable, hidden, cell))).toEqual([
    [8, 20],
    [0, 12],
    [10, 22],
    [0, 12],
  ]);
  expect(hidden.map((cell) => interval(checkTable, hidden, cell, true))).toEqual([
    [9, 19],
    [1, 11],
    [11, 21],
    [1, 11],
  ]);
});
