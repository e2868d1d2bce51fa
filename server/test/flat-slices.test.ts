import type { PeriodPair, Rows } from "@peil/core/query/plan.ts";
import { expect, test } from "vitest";
import { isWholeScan, openFlatSlices, type WholeScan } from "../src/store/flat-slices.ts";

/** What an engine would answer: the area of every row tells its indicator and level, the value its period. */
function engine(areas: (indicator: number, period: number) => number) {
  const asked: number[][] = [];
  const read = (plan: WholeScan) => async (periods: readonly PeriodPair[]) => {
    asked.push(periods.map((pair) => pair.read));
    const rows = periods.flatMap(({ read, show }) => Array.from({ length: areas(plan.indicator, read) }, (_, at) => ({ at, read, show })));
    return {
      length: rows.length,
      area: Int32Array.from(rows, (each) => 1000 * plan.indicator + 100 * plan.areas.level + each.at),
      period: Int32Array.from(rows, (each) => each.show),
      members: [],
      value: Float64Array.from(rows, (each) => each.read / 4),
      status: Uint8Array.from(rows, (each) => each.at % 3),
    } satisfies Rows;
  };
  return { asked, read };
}

const plan = (indicator: number, periods: readonly (number | PeriodPair)[], level = 1): WholeScan => ({
  ...{ node: "scan", indicator, areas: { level, areas: undefined }, unavailable: [] },
  periods: periods.map((each) => (typeof each === "number" ? { show: each, read: each } : each)),
});

/** Rows as a list that does not depend on their order. */
const listed = ({ area, period, value, status }: Rows): readonly string[] =>
  Array.from(area, (each, row) => `${each} ${period[row]} ${value[row]} ${status[row]}`).sort();

test("gives what the engine gives, and asks only what was not read before", async () => {
  const slices = openFlatSlices(1e6);
  const { asked, read } = engine((_, period) => (period === 2003 ? 0 : 5));
  const questions = [
    plan(1, [2001, 2002]),
    plan(1, [2002, 2003]),
    plan(1, [2001, 2002, 2003]),
    plan(1, [2001], 2),
    plan(2, [2001]),
    // Figures without time, and those of the year before.
    plan(1, [
      { show: 2010, read: 2001 },
      { show: 2011, read: 2001 },
      { show: 2004, read: 2003 },
    ]),
    plan(1, []),
  ];
  for (const each of questions) {
    expect(listed(await slices.rows("s", each, read(each)))).toEqual(
      listed(await engine((_, p) => (p === 2003 ? 0 : 5)).read(each)(each.periods)),
    );
  }
  expect(asked).toEqual([[2001, 2002], [2003], [2001], [2001]]);
  await slices.rows("other", plan(1, [2001]), read(plan(1, [2001])));
  expect(asked.length).toBe(5);
});

test("keeps to its limit: what was asked longest ago goes, and what is too large is only read", async () => {
  const slices = openFlatSlices(4 * (500 + 13 * 100));
  const { asked, read } = engine((indicator) => (indicator === 9 ? 1000 : 100));
  const ask = (indicator: number) => slices.rows("s", plan(indicator, [2001]), read(plan(indicator, [2001])));
  for (const each of [1, 2, 3, 4, 1, 5]) await ask(each);
  expect(asked.length).toBe(5);
  await ask(1);
  expect(asked.length).toBe(5);
  await ask(2);
  expect(asked.length).toBe(6);
  for (const _ of [1, 2]) expect((await ask(9)).length).toBe(1000);
  expect(asked.length).toBe(8);
  expect(slices.bytes).toBe(4 * (500 + 13 * 100));
});

test("passes on what is very large as the engine gives it, and cuts it where it is shown under other periods", async () => {
  const slices = openFlatSlices(1e9);
  const { asked, read } = engine(() => 15_000);
  const years = plan(1, [2001, 2002]);
  for (const _ of [1, 2]) expect((await slices.rows("s", years, read(years))).length).toBe(30_000);
  expect([asked.length, slices.bytes]).toEqual([2, 0]);
  const moved = plan(
    1,
    [2001, 2002].map((each) => ({ show: each + 1, read: each })),
  );
  const rows = await slices.rows("s", moved, read(moved));
  expect([...new Set(rows.period)].sort()).toEqual([2002, 2003]);
  expect(rows.value[rows.period.indexOf(2003)]).toBe(2002 / 4);
  const one = plan(1, [2001]);
  await slices.rows("s", one, read(one));
  expect(asked.length).toBe(3);
});

test("two who ask at once get the same, and it counts once; a store that is gone is forgotten", async () => {
  const slices = openFlatSlices(1e6);
  const { read } = engine(() => 7);
  const both = await Promise.all([1, 1].map((each) => slices.rows("s", plan(each, [2001]), read(plan(each, [2001])))));
  expect(both.map(listed)[0]).toEqual(both.map(listed)[1]);
  expect(slices.bytes).toBe(500 + 13 * 7);
  slices.forget("s");
  expect(slices.bytes).toBe(0);
  const failed = slices.rows("s", plan(1, [2001]), () => Promise.reject(new Error("broken")));
  await expect(failed).rejects.toThrow("broken");
  expect((await slices.rows("s", plan(1, [2001]), read(plan(1, [2001])))).length).toBe(7);
});

test("is for figures of all areas, without flags, texts or steps", () => {
  const whole = plan(1, [2001]);
  expect(isWholeScan(whole)).toBe(true);
  const others = [
    { ...whole, flags: true as const },
    { ...whole, texts: true as const },
    { ...whole, step: 5 },
  ];
  for (const each of [...others, { ...whole, areas: { level: 1, areas: [1] } }]) expect(isWholeScan(each)).toBe(false);
});
