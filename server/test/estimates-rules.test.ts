import type { AggregationTable, Area, Level } from "@peil/core/model/area.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { parsePeriod, periodOfId } from "@peil/core/model/period.ts";
import { deriveLineage } from "@peil/core/query/lineage.ts";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { allocate, allocationOf } from "../src/store/allocation.ts";
import { openEngine, rowsOf } from "../src/store/duckdb.ts";
import { fillGaps, fillGapTable, gapRuleOf } from "../src/store/estimates.ts";
import * as rollup from "../src/store/rollup.ts";
import { cubeGrain, flatGrain } from "../src/store/rollup-grain.ts";
import { fillRollupTables } from "../src/store/rollup-tables.ts";

let engine: Awaited<ReturnType<typeof openEngine>>;
beforeAll(async () => {
  engine = await openEngine({});
});
afterAll(() => engine.closeSync());

const level = (id: number, sequence: number): Level => ({
  id,
  division: `l${id}`,
  alias: `l${id}`,
  base: `l${id}`,
  name: { nl: "" },
  plural: { nl: "" },
  type: "area",
  covers: true,
  sequence,
});
const area = (id: number, of: number): Area => ({ id, level: of, code: String(id), name: { nl: "" }, sequence: id, pseudo: false });
// One parent (1) of four children (11 … 14), and of two (21, 22) on another level.
const levels = [level(1, 1), level(2, 2), level(3, 3)];
const areas = [area(1, 1), ...[11, 12, 13, 14].map((id) => area(id, 2)), ...[21, 22].map((id) => area(id, 3))];
const tables = [2, 3].map((childLevel): AggregationTable => {
  const children = areas.filter((each) => each.level === childLevel);
  return { childLevel, parentLevel: 1, links: children.map((each) => ({ child: each.id, parent: 1, weight: 1 })) };
});

function indicator(id: number, properties: Partial<Indicator> = {}): Indicator {
  return {
    id,
    code: `i${id}`,
    shape: "flat",
    name: { nl: "" },
    unit: { nl: "" },
    kind: "register",
    dataType: "count",
    periodType: "stock",
    rating: "neutral",
    aggregatesAreas: true,
    aggregatesPeriods: true,
    absent: "empty",
    visible: true,
    searchable: true,
    sequence: id,
    ...properties,
  };
}

type Figure = {
  readonly level: number;
  readonly period: string;
  readonly area: number;
  readonly key: number;
  readonly value: number;
  readonly status: number;
};

/** A table `r` with loaded figures in a database without other tables; `key` is the indicator, or the member of a cube. */
async function loaded(indicators: readonly Indicator[], figures: readonly Figure[], key: "indicator" | "m1") {
  const connection = await engine.connect();
  for (const table of await rowsOf(connection, "SELECT table_name FROM duckdb_tables()"))
    await connection.run(`DROP TABLE ${table["table_name"]}`);
  await fillRollupTables(connection, { levels, areas, lineage: deriveLineage({ levels, areas, tables }), indicators });
  await connection.run(
    `CREATE TABLE r(level INTEGER, period INTEGER, area INTEGER, ${key} INTEGER, value DOUBLE, status UTINYINT, load INTEGER, feed INTEGER, flag UTINYINT)`,
  );
  const rows = figures.map(
    (each) =>
      `(${each.level}, ${parsePeriod(each.period).id}, ${each.area}, ${each.key}, ${each.status === 0 ? each.value : "NULL"}, ${each.status}, 1, NULL, 0)`,
  );
  if (rows.length > 0) await connection.run(`INSERT INTO r VALUES ${rows.join(",")}`);
  return {
    connection,
    async read(): Promise<string[]> {
      const found = await rowsOf(connection, `SELECT * FROM r`);
      connection.closeSync();
      return found
        .map((row) =>
          line(
            Number(row["area"]),
            periodOfId(Number(row["period"])).code,
            Number(row[key]),
            Number(row["value"]),
            Number(row["status"]),
            Number(row["flag"]),
          ),
        )
        .sort();
    },
  };
}

const line = (at: number, period: string, key: number, value: number, state: number, flag: number): string =>
  `${at} ${period} ${key}: ${state === 0 ? Number(value.toPrecision(12)) : "-"} ${state} ${flag}`;

type Way = "none" | "hold" | "linear";
type Moment = { readonly value: number; readonly status: number } | undefined;

/** The rule, said again in the plainest way: for each position look left and right. */
function reference(
  series: readonly Moment[],
  inside: Way,
  outside: Way,
  low: number,
  high: number,
): ((Moment & { flag: number }) | undefined)[] {
  const isRecord = (each: Moment): boolean => each !== undefined && each.status !== 1;
  return series.map((own, t) => {
    if (isRecord(own)) return { ...(own as Exclude<Moment, undefined>), flag: 0 };
    const left = series.slice(0, t).findLastIndex(isRecord);
    const right = series.findIndex((each, at) => at > t && isRecord(each));
    const kept = own && { ...own, flag: 0 };
    const figure = (at: number): number | undefined => (at >= 0 && series[at]?.status === 0 ? series[at]?.value : undefined);
    const estimate = (value: number | undefined) => (value === undefined ? kept : { value, status: 0, flag: 1 });
    const through = (a: number, b: number): number | undefined => {
      const [x, y] = [figure(a), figure(b)];
      return x === undefined || y === undefined ? undefined : x + ((y - x) * (t - a)) / (b - a);
    };
    if (left >= 0 && right >= 0) {
      if (inside === "none" || figure(left) === undefined || figure(right) === undefined) return kept;
      return estimate(inside === "hold" ? figure(left) : through(left, right));
    }
    if (outside === "none" || t < low || t > high) return kept;
    if (left >= 0) {
      const before = series.slice(0, left).findLastIndex(isRecord);
      return estimate(outside === "hold" ? figure(left) : through(before, left));
    }
    if (right < 0) return kept;
    const after = series.findIndex((each, at) => at > right && isRecord(each));
    return estimate(outside === "hold" ? figure(right) : through(right, after));
  });
}

const moment: fc.Arbitrary<Moment> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  { weight: 4, arbitrary: fc.integer({ min: -20, max: 500 }).map((value) => ({ value, status: 0 })) },
  { weight: 2, arbitrary: fc.constantFrom(1, 2, 3, 4).map((status) => ({ value: 0, status })) },
);
const span = 9;
const series = fc.array(moment, { minLength: span, maxLength: span });
const way = fc.constantFrom<Way>("none", "hold", "linear");
const bound = fc.option(fc.integer({ min: 0, max: span - 1 }), { nil: undefined });

const units = [
  { name: "years", code: (t: number) => String(2010 + t), digit: 1 },
  { name: "school years", code: (t: number) => `${2010 + t}-${2011 + t}`, digit: 2 },
  { name: "quarters", code: (t: number) => `${2010 + Math.floor((t + 2) / 4)}Q${((t + 2) % 4) + 1}`, digit: 4 },
  { name: "months", code: (t: number) => `${2010 + Math.floor((t + 9) / 12)}M${String(((t + 9) % 12) + 1).padStart(2, "0")}`, digit: 5 },
];

for (const unit of units) {
  for (const key of ["indicator", "m1"] as const) {
    test(`gaps in ${unit.name} by ${key} are filled as the plain rule says`, async () => {
      await fc.assert(
        fc.asyncProperty(series, series, way, way, bound, bound, async (first, second, inside, outside, start, end) => {
          const rule = indicator(1, {
            interpolation: inside,
            extrapolation: outside,
            ...(start === undefined ? {} : { startPeriod: unit.code(start) }),
            ...(end === undefined ? {} : { endPeriod: unit.code(end) }),
            ...(key === "m1" ? { shape: "cube" as const } : {}),
          });
          const both = [first, second];
          const figures = both.flatMap((each, i) =>
            each.flatMap((own, t) => (own ? [{ level: 2, period: unit.code(t), area: 11 + i, key: 1, ...own }] : [])),
          );
          const held = both.flatMap((each) => each.flatMap((own, t) => (own && own.status !== 1 ? [t] : [])));
          const low = start ?? Math.min(...held);
          const high = end ?? Math.max(...held);
          const wanted = both.flatMap((each, i) =>
            reference(each, inside, outside, low, high).flatMap((own, t) =>
              own ? [line(11 + i, unit.code(t), 1, own.value, own.status, own.flag)] : [],
            ),
          );
          const made = await loaded([rule], figures, key);
          if (await fillGapTable(made.connection, [rule])) {
            for (const sql of fillGaps(key === "indicator" ? flatGrain : cubeGrain(1), unit.digit)) await made.connection.run(sql);
          }
          expect(await made.read()).toEqual(wanted.sort());
        }),
        { numRuns: 12, seed: 7 },
      );
    }, 60_000);
  }
}

test("a series is never carried on for ever", async () => {
  const rule = indicator(1, { extrapolation: "hold", startPeriod: "0001", endPeriod: "9999" });
  const made = await loaded([rule], [{ level: 2, period: "2020", area: 11, key: 1, value: 5, status: 0 }], "indicator");
  await fillGapTable(made.connection, [rule]);
  for (const sql of fillGaps(flatGrain, 1)) await made.connection.run(sql);
  const years = (await made.read()).map((each) => Number(each.split(" ")[1]));
  expect([years[0], years.at(-1), years.length]).toEqual([1995, 2045, 51]);
});

test("what is measured below or in another division is never estimated", async () => {
  const rule = indicator(1, { interpolation: "linear" });
  const at = (of: number, on: number, period: string, value: number): Figure => ({ level: on, period, area: of, key: 1, value, status: 0 });
  const parent = [at(1, 1, "2020", 100), at(1, 1, "2022", 200)];
  const children = [11, 12, 13, 14].map((id) => at(id, 2, "2021", 1));
  const fill = async (figures: readonly Figure[]): Promise<string[]> => {
    const made = await loaded([rule], figures, "indicator");
    await fillGapTable(made.connection, [rule]);
    for (const sql of fillGaps(flatGrain, 1)) await made.connection.run(sql);
    return (await made.read()).filter((each) => each.startsWith("1 2021"));
  };
  expect(await fill(parent)).toEqual(["1 2021 1: 150 0 1"]);
  expect(await fill([...parent, ...children])).toEqual([]);
  expect(await fill([...parent, ...children.slice(1)])).toEqual(["1 2021 1: 150 0 1"]);
});

test("a level that was measured feeds before one with estimates", async () => {
  const rule = indicator(1, { interpolation: "linear" });
  const on = (of: number, period: string, value: number, ids: readonly number[]): Figure[] =>
    ids.map((id) => ({ level: of, period, area: id, key: 1, value, status: 0 }));
  const four = [11, 12, 13, 14];
  const total = async (figures: readonly Figure[]): Promise<string | undefined> => {
    const made = await loaded([rule], figures, "indicator");
    await fillGapTable(made.connection, [rule]);
    const grain = flatGrain;
    const chosen = [rollup.presence(grain), rollup.identical(grain), rollup.chooseFeeding(grain), rollup.sumUp(grain, 1)];
    for (const sql of [...fillGaps(grain, 1), ...chosen]) await made.connection.run(sql);
    return (await made.read()).find((each) => each.startsWith("1 2021"));
  };
  const around = [...on(2, "2020", 10, four), ...on(2, "2022", 20, four)];
  expect(await total(around)).toBe("1 2021 1: 60 0 1");
  // The other level, later in order, was measured: 7 + 7.
  expect(await total([...around, ...on(3, "2021", 7, [21, 22])])).toBe("1 2021 1: 14 0 0");
});

const share = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 40 }).map((value) => ({ value, status: 0 })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { value: 0, status: 1 },
      { value: 0, status: 2 },
      { value: 0, status: 3 },
      { value: 0, status: 4 },
      { value: -3, status: 0 },
    ),
  },
  { weight: 1, arbitrary: fc.constant(undefined) },
);
const four = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(of, { minLength: 4, maxLength: 4 });
const own = fc.oneof(
  { weight: 4, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constantFrom({ value: 9, status: 0 }, { value: 0, status: 2 }, { value: 0, status: 1 }) },
);

test("figures are shared as the plain rule says; all shares together are what was shared", async () => {
  const rules = [indicator(1, { allocation: "i2" }), indicator(2)];
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: -50, max: 5000 }), four(share), four(own), fc.boolean(), async (value, keys, owns, earlier) => {
      const period = "2020";
      const figures: Figure[] = [{ level: 1, period, area: 1, key: 1, value, status: 0 }];
      for (const [i, each] of keys.entries())
        if (each) figures.push({ level: 2, period: earlier ? "2018" : period, area: 11 + i, key: 2, ...each });
      for (const [i, each] of owns.entries()) if (each) figures.push({ level: 2, period, area: 11 + i, key: 1, ...each });
      const made = await loaded(rules, figures, "indicator");
      await allocate(made.connection, { indicators: rules, levels });
      const found = (await made.read()).filter((each) => / 1:/.test(each) && !each.startsWith("1 "));
      const states = keys.map((each) => each?.status ?? 1);
      const total = keys.reduce((sum, each) => sum + (each?.status === 0 ? each.value : 0), 0);
      const bad = keys.some((each) => each?.status === 0 && each.value < 0) || total <= 0;
      const spoilt = states.includes(2) ? 2 : states.includes(4) ? 4 : bad ? 6 : 0;
      const isKnown = keys.some((each) => each !== undefined);
      const wanted = keys.flatMap((each, i) => {
        const [at, mine] = [11 + i, owns[i]];
        if (mine) return [line(at, period, 1, mine.value, mine.status, 0)];
        if (!isKnown) return [];
        if (spoilt > 0) return [line(at, period, 1, 0, spoilt, 0)];
        return [line(at, period, 1, (value * (each?.status === 0 ? each.value : 0)) / total, 0, 1)];
      });
      expect(found).toEqual(wanted.sort());
      if (owns.every((each) => each === undefined) && isKnown && spoilt === 0) {
        const sum = found.reduce((all, each) => all + Number(each.split(": ")[1]?.split(" ")[0]), 0);
        expect(sum).toBeCloseTo(value, 6);
      }
    }),
    { numRuns: 40, seed: 11 },
  );
}, 60_000);

test("nothing is estimated from what may be hidden, nor where it would mean nothing", () => {
  const gap = { interpolation: "linear", extrapolation: "hold" } as const;
  expect(gapRuleOf(indicator(1, gap))).toMatchObject({ inside: "linear", outside: "hold" });
  expect(gapRuleOf(indicator(1))).toBeUndefined();
  for (const properties of [
    { protected: true },
    { threshold: 5 },
    { periodType: "independent" },
    { dataType: "label" },
    { formula: "i2" },
  ] as const) {
    expect(gapRuleOf(indicator(1, { ...gap, ...properties }))).toBeUndefined();
  }
  const by = (properties: Partial<Indicator>, key: Partial<Indicator> = {}): number | undefined =>
    allocationOf(indicator(1, { allocation: "I2", ...properties }), new Map([["i2", indicator(2, key)]]))?.id;
  expect(by({})).toBe(2);
  expect([by({ dataType: "percentage" }), by({ protected: true }), by({}, { protected: true }), by({ aggregatesAreas: false })]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
