import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkTable, drawer, members, municipalities, tableOf } from "../../../fixtures/disclosure/tables.ts";
import { audit } from "../../src/disclosure/audit.ts";
import { outsiderOf } from "../../src/disclosure/outsider.ts";
import { protect } from "../../src/disclosure/protect.ts";
import { type Axis, cellState, type Limits, type Table } from "../../src/disclosure/table.ts";
import { decision as decisions, shownBefore } from "../../src/model/disclosure.ts";

const three: Limits = { minimum: 3, zerosShown: true };
const five: Limits = { minimum: 5, zerosShown: true };

describe("the check table of the semantics (section 5)", () => {
  test("minimum 3 hides A-women, and at least cost A-men, C-men and C-women (40 in all)", async () => {
    const { decision, report } = await protect(checkTable, three);
    // biome-ignore format: a table
    expect(Array.from(decision)).toEqual([
      2, 1, 0,
      0, 0, 0,
      2, 2, 0,
      0, 0, 0,
      0, 0, 0,
    ]);
    expect(checkTable.value.reduce((sum, value, cell) => sum + (decision[cell] === decisions.complementary ? value : 0), 0)).toBe(40);
    expect(report).toEqual({
      cells: 15,
      hidden: 4,
      primary: 1,
      complementary: 3,
      known: 0,
      certified: 4,
      solved: 0,
      sampled: 0,
      notChecked: 0,
      failing: [],
    });
  });

  test("a cell that was shown before carries no weight: others are hidden", async () => {
    const state = checkTable.state.slice();
    state[6] = cellState.known;
    const { decision, report } = await protect({ ...checkTable, state }, three);
    expect(decision[6]).toBe(0);
    expect(report).toMatchObject({ primary: 1, complementary: 3, failing: [] });
    // A-men, D-men, D-women: 18 + 11 + 14.
    expect([decision[0], decision[9], decision[10]]).toEqual([2, 2, 2]);
  });

  test("a primary that was shown before is marked, counted and hides nothing else", async () => {
    const state = checkTable.state.slice();
    state[1] = cellState.known;
    const { decision, report } = await protect({ ...checkTable, state }, three);
    expect(decision[1]).toBe(decisions.primary + shownBefore);
    expect(decision.reduce((n, each) => n + (each > 0 ? 1 : 0), 0)).toBe(1);
    expect(report).toMatchObject({ hidden: 0, known: 1, failing: [] });
  });

  test("what is hidden for another reason is guarded like a complementary cell", async () => {
    const also = new Uint8Array(15);
    also[2] = 1;
    const { decision, report } = await protect(checkTable, { minimum: 1, zerosShown: true }, { also });
    expect(decision[2]).toBe(decisions.follows);
    expect(report.complementary).toBeGreaterThan(1);
    expect(report.failing).toEqual([]);
  });
});

describe("what the supplier hid", () => {
  const line = (values: readonly number[], states: readonly number[]): Table => ({
    axes: [members(values.length - 1)],
    value: Float64Array.from(values),
    state: Uint8Array.from(states),
  });
  const { figure, supplier } = cellState;

  test("needs nothing where no total pins it", async () => {
    const { decision, report } = await protect(line([9, Number.NaN, 7, Number.NaN], [figure, supplier, figure, supplier]), five);
    expect(Array.from(decision)).toEqual([0, 0, 0, 0]);
    expect(report).toMatchObject({ hidden: 0, certified: 2, failing: [] });
  });
  test("is kept from being computed where a published total pins it", async () => {
    const { decision, report } = await protect(line([9, Number.NaN, 7, 30], [figure, supplier, figure, figure]), five);
    // 14 is left for the cell; the cheapest cell beside it that can give 5 is 7.
    expect(Array.from(decision)).toEqual([0, 0, 2, 0]);
    expect(report).toMatchObject({ hidden: 1, complementary: 1, failing: [] });
  });
  test("two together that vary enough need nothing", async () => {
    const table = line([Number.NaN, Number.NaN, 7, 30], [supplier, supplier, figure, figure]);
    expect(Array.from(outsiderOf(table, five).start)).toEqual([11.5, 11.5, 7, 30]);
    expect(Array.from((await protect(table, five)).decision)).toEqual([0, 0, 0, 0]);
  });
});

describe("limits of what can be kept", () => {
  const column = (values: readonly number[]): Table => ({
    axes: [members(values.length - 1)],
    value: Float64Array.from(values),
    state: new Uint8Array(values.length).fill(cellState.figure),
  });

  test("2 and 3 under a total of 5: the total is hidden too, since neither part could be 5", async () => {
    expect(Array.from((await protect(column([2, 3, 5]), five)).decision)).toEqual([1, 1, 2]);
  });
  test("3 and 3 under a total of 6 may stay: either could be 1 to 5", async () => {
    expect(Array.from((await protect(column([3, 3, 6]), five)).decision)).toEqual([1, 1, 0]);
  });
  test("a total of two hidden parts is known to be 2 or more; that is asked instead of 1", async () => {
    const { report } = await protect(column([2, 2, 4]), five);
    expect(report).toMatchObject({ primary: 3, failing: [] });
  });
  test("a total goes down by its parts together where no single part can go so far", async () => {
    const areas: Axis = {
      names: ["x", "y", "z", "w", "region"],
      sums: [
        { total: 2, parts: [0, 1] },
        { total: 4, parts: [2, 3] },
      ],
    };
    // x and y have 2, z has 4: from 4 to 2 both must give 1.
    const value = Float64Array.of(2, 20, 22, 2, 20, 22, 4, 40, 44, 30, 30, 60, 34, 70, 104);
    const { report, decision } = await protect({ axes: [areas, members(2)], value, state: new Uint8Array(15).fill(1) }, five);
    expect(report).toMatchObject({ primary: 3, certified: report.hidden, notChecked: 0, failing: [] });
    expect([decision[0], decision[3], decision[6]]).toEqual([1, 1, 1]);
  });
  test("a table in which nothing can cover a hidden figure fails, and says how closely it is known", async () => {
    const table = column([2, 0, 9]);
    const state = table.state.slice();
    state[2] = cellState.known;
    const { report } = await protect({ ...table, state }, five);
    expect(report.notChecked + report.failing.length).toBe(1);
  });
  test("cells without a figure are never hidden, and sums without a total link nothing", async () => {
    const table = column([2, 7, 9]);
    const { decision, report } = await protect({ ...table, state: Uint8Array.of(1, 1, cellState.none) }, five);
    expect(Array.from(decision)).toEqual([1, 0, 0]);
    expect(report.failing).toEqual([]);
    // The total of 2023 alone has no figure: 2024 goes on, 2023 has nothing to cover.
    const years: Table = {
      axes: [{ names: ["2023", "2024"], sums: [] }, members(2)],
      value: Float64Array.of(2, 9, Number.NaN, 3, 30, 33),
      state: Uint8Array.of(1, 1, cellState.none, 1, 1, 1),
    };
    expect(Array.from((await protect(years, five)).decision)).toEqual([1, 0, 0, 1, 2, 0]);
  });
});

/** The same table with the elements of each axis in another order. */
function permuted(table: Table, seed: number): Table {
  const draw = drawer(seed);
  const orders = table.axes.map((axis) => {
    const keys = axis.names.map(() => draw());
    return axis.names.map((_, at) => at).sort((a, b) => (keys[a] as number) - (keys[b] as number));
  });
  const axes = table.axes.map((axis, at): Axis => {
    const order = orders[at] as number[];
    const place = new Map(order.map((old, now) => [old, now]));
    const to = (old: number): number => place.get(old) as number;
    return {
      names: order.map((old) => axis.names[old] as string),
      sums: axis.sums.map((sum) => ({ total: to(sum.total), parts: sum.parts.map(to) })),
    };
  });
  const sizes = axes.map((axis) => axis.names.length);
  const old = Array.from(table.value, (_, cell) => {
    let [left, from] = [cell, 0];
    let stride = 1;
    for (let at = sizes.length - 1; at >= 0; at--) {
      const size = sizes[at] as number;
      from += (orders[at]?.[left % size] as number) * stride;
      left = Math.floor(left / size);
      stride *= size;
    }
    return from;
  });
  return {
    axes,
    value: Float64Array.from(old, (from) => table.value[from] as number),
    state: Uint8Array.from(old, (from) => table.state[from] as number),
  };
}

describe("laws", () => {
  const figures = fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 16, maxLength: 16 });
  const table = (drawn: readonly number[]): Table => {
    let at = 0;
    return tableOf([municipalities(8, 2, 3), members(3)], () => drawn[at++ % drawn.length] as number);
  };

  test("the same table gives the same answer, and another order of elements is as safe", async () => {
    await fc.assert(
      fc.asyncProperty(figures, fc.nat(1000), async (drawn, seed) => {
        const first = await protect(table(drawn), five);
        expect(await protect(table(drawn), five)).toEqual(first);
        expect(first.report).toMatchObject({ failing: [], notChecked: 0 });
        expect((await protect(permuted(table(drawn), seed), five)).report).toMatchObject({
          primary: first.report.primary,
          failing: [],
          notChecked: 0,
        });
      }),
      { numRuns: 25, seed: 3 },
    );
  });

  test("a larger minimum hides every primary that a smaller one hides", async () => {
    await fc.assert(
      fc.asyncProperty(figures, async (drawn) => {
        const [few, many] = [await protect(table(drawn), three), await protect(table(drawn), five)];
        few.decision.forEach((each, cell) => {
          if (each === decisions.primary) expect(many.decision[cell]).toBe(decisions.primary);
        });
        expect(many.report.primary).toBeGreaterThanOrEqual(few.report.primary);
      }),
      { numRuns: 25, seed: 3 },
    );
  });

  test("figures that are no whole numbers are guarded as well", async () => {
    const draw = drawer(11);
    const money = tableOf([municipalities(8, 2, 3), members(3)], () => draw() * 30);
    const { report, decision } = await protect(money, five);
    expect(report.primary).toBeGreaterThan(0);
    expect(report).toMatchObject({ failing: [], notChecked: 0 });
    expect((await audit(money, five, decision)).certified).toBe(report.certified);
  });

  test("figures below zero are no counts, but cover others", async () => {
    const draw = drawer(13);
    const balance = tableOf([municipalities(8, 2, 3), members(3)], () => Math.floor(draw() * 40) - 12);
    const { report, decision } = await protect(balance, five);
    expect(report.primary).toBeGreaterThan(0);
    expect(report).toMatchObject({ failing: [], notChecked: 0 });
    decision.forEach((each, cell) => {
      if (each === decisions.primary) expect(balance.value[cell]).toBeGreaterThan(0);
    });
  });
});
