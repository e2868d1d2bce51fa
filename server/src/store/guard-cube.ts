import type { DuckDBConnection } from "@duckdb/node-api";
import type { Report } from "@peil/core/disclosure/audit.ts";
import type { Guarded } from "@peil/core/disclosure/families.ts";
import type { Solver } from "@peil/core/disclosure/linear-programme.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import { shownBefore as wasShown } from "@peil/core/model/disclosure.ts";
import { status } from "@peil/core/model/status.ts";
import { columnsOf } from "@peil/core/query/compile-cells.ts";
import type { Lineage } from "@peil/core/query/lineage.ts";
import { rowsOf } from "./duckdb.ts";
import type { GuardReport, ShownStore } from "./guard.ts";
import { areaAxis, memberAxis, type NamedAxis, periodAxis, periodGroups } from "./guard-axes.ts";
import { decide, emptyReport, joinReports, mostCells, placeRecords, type Records } from "./guard-table.ts";
import { int, number } from "./literals.ts";
import { summedStatus } from "./print-plan.ts";

/** What the decisions about a cube are made from: its records of all levels stand in the table `r`. */
export type CubeGuardInput = {
  readonly connection: DuckDBConnection;
  readonly catalogue: Catalogue;
  readonly lineage: Lineage;
  readonly solver: Solver;
  readonly cube: Guarded;
  /** Digest of what decides. */
  readonly inputs: string;
  /** Stores of the cube in the releases that are kept. */
  readonly shown: readonly ShownStore[];
};

/**
 * Makes the table `margins`: every figure of a guarded cube that can be asked (each combination of members, coarser members and totals,
 * 0 standing for the total), with its true value in `kept` and its decision; what is hidden has status `private` and no value.
 */
export async function guardCube(input: CubeGuardInput): Promise<GuardReport> {
  const { connection, catalogue, cube } = input;
  const { indicator, guard } = cube;
  const additive = indicator.dataType === "count";
  const columns = columnsOf(catalogue, indicator);
  const axes = columns.map((level) => {
    const whole = memberAxis(catalogue, level.id, level.dimension);
    return additive ? whole : asLoaded(whole, catalogue.membersOf(level.id).length);
  });
  await fillMaps(connection, axes);
  await makeMargins(connection, "margins", "r", axes.length);
  if (additive && indicator.absent === "zero" && !guard.limits.zerosShown) await fillZeros(connection, axes);
  const known = await shownBefore(input, axes.length);
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE hidden AS SELECT level, period, area, ${names(axes.length)}, 0::UTINYINT AS decision FROM margins LIMIT 0`,
  );
  const periods = (await rowsOf(connection, "SELECT DISTINCT period FROM margins ORDER BY period")).map((row) => Number(row["period"]));
  let report = emptyReport;
  for (const group of periodGroups(periods, indicator)) report = joinReports(report, await guardPeriods(input, axes, group, known));
  await overlay(connection, axes.length);
  return { key: `cube:${indicator.code.toLowerCase()}`, indicators: [indicator.code], inputs: input.inputs, mode: guard.mode, ...report };
}

const names = (count: number, prefix = ""): string => Array.from({ length: count }, (_, i) => `${prefix}m${i + 1}`).join(", ");
const same = (count: number, a: string, b: string): string =>
  ["level", "period", "area", ...Array.from({ length: count }, (_, i) => `m${i + 1}`)]
    .map((each) => `${a}.${each} = ${b}.${each}`)
    .join(" AND ");

/** Figures that do not add up have no totals; a single member stands for its own. */
function asLoaded(whole: NamedAxis, members: number): NamedAxis {
  const count = members === 1 ? 1 : members;
  return { ids: whole.ids.slice(0, count), axis: { names: whole.axis.names.slice(0, count), sums: [] } };
}

/** Tables `map1 …` from loaded members to everything that they count in. */
async function fillMaps(connection: DuckDBConnection, axes: readonly NamedAxis[]): Promise<void> {
  for (const [at, { ids, axis }] of axes.entries()) {
    const summed = new Set(axis.sums.map((each) => each.total));
    const pairs = ids.flatMap((id, place) => (summed.has(place) ? [] : [[id, id]]));
    for (const { total, parts } of axis.sums) for (const part of parts) pairs.push([ids[part] as number, ids[total] as number]);
    if (axis.sums.length === 0 && ids.length === 1) pairs.push([ids[0] as number, 0]);
    await connection.run(
      `CREATE OR REPLACE TEMP TABLE map${at + 1} AS SELECT * FROM (VALUES ${pairs.map(([a, b]) => `(${int(a as number)}, ${int(b as number)})`).join(",")}) v(stored, shown)`,
    );
  }
}

async function makeMargins(connection: DuckDBConnection, into: string, from: string, columns: number): Promise<void> {
  const joins = Array.from({ length: columns }, (_, i) => `JOIN map${i + 1} x${i + 1} ON x${i + 1}.stored = r.m${i + 1}`).join(" ");
  const shown = Array.from({ length: columns }, (_, i) => `x${i + 1}.shown AS m${i + 1}`).join(", ");
  await connection.run(`CREATE OR REPLACE TEMP TABLE ${into} AS SELECT r.level, r.period, r.area, ${shown},
fsum(r.value) FILTER (r.status = 0) AS value, ${summedStatus("bit_or(1 << r.status::INTEGER)")} AS status, max(r.load) AS load, any_value(r.feed) AS feed
FROM ${from} r ${joins} GROUP BY ALL`);
}

/** Where zeros are hidden, absent combinations are figures too. */
async function fillZeros(connection: DuckDBConnection, axes: readonly NamedAxis[]): Promise<void> {
  const all = axes.map((_, i) => `(SELECT DISTINCT shown AS m${i + 1} FROM map${i + 1})`).join(" CROSS JOIN ");
  await connection.run(`INSERT INTO margins SELECT p.level, p.period, p.area, ${names(axes.length, "z.")}, 0, 0::UTINYINT, p.load, p.feed
FROM (SELECT level, period, area, max(load) AS load, any_value(feed) AS feed FROM margins GROUP BY level, period, area) p
CROSS JOIN (SELECT * FROM ${all}) z WHERE NOT EXISTS (SELECT 1 FROM margins m WHERE ${["level", "period", "area"].map((each) => `m.${each} = p.${each}`).join(" AND ")}
AND ${axes.map((_, i) => `m.m${i + 1} = z.m${i + 1}`).join(" AND ")})`);
}

/** Makes the table `was` of what earlier releases showed of the cube, or had shown before: level, period, area, members, value. */
async function shownBefore({ connection, shown }: CubeGuardInput, columns: number): Promise<string | undefined> {
  const wanted = `level, period, area, ${names(columns)}, value`;
  await connection.run(`CREATE OR REPLACE TEMP TABLE earlier AS SELECT ${wanted} FROM margins LIMIT 0`);
  for (const { name, guarded } of shown) {
    const then = await rowsOf(connection, `DESCRIBE ${name}.cells`);
    if (then.filter((row) => /^m\d+$/.test(String(row["column_name"]))).length !== columns) continue;
    if (!guarded) await makeMargins(connection, "before", `${name}.cells`, columns);
    const open = `SELECT ${wanted} FROM ${guarded ? `${name}.cells` : "before"} WHERE status = 0`;
    const kept = guarded ? ` UNION ALL SELECT ${wanted} FROM ${name}.kept WHERE decision >= ${wasShown}` : "";
    await connection.run(`INSERT INTO earlier ${open}${kept}`);
  }
  if (shown.length === 0) return undefined;
  await connection.run("CREATE OR REPLACE TEMP TABLE was AS SELECT DISTINCT * FROM earlier");
  return "was";
}

async function guardPeriods(
  { connection, catalogue, lineage, solver, cube }: CubeGuardInput,
  members: readonly NamedAxis[],
  periods: readonly number[],
  known: string | undefined,
) {
  const { indicator, guard } = cube;
  const { step } = indicator;
  const shown = step === undefined ? "r.value" : `round(r.value / ${number(step)}) * ${number(step)}`;
  const before = known === undefined ? "" : ` LEFT JOIN ${known} k ON ${same(members.length, "k", "r")} AND k.value = ${shown}`;
  const read = await connection.runAndReadAll(
    `SELECT r.period, r.area, ${names(members.length, "r.")}, coalesce(r.value, 'NaN'::DOUBLE) AS value, r.status, ${known === undefined ? "false" : "k.value IS NOT NULL"} AS known,
r.level, (r.load IS NOT NULL OR r.feed IS NULL OR r.feed = r.level) AS own
FROM margins r${before} WHERE r.period IN (${periods.map(int).join(",")}) ORDER BY r.level, r.period, r.area, ${names(members.length, "r.")}`,
  );
  const columns = read.getColumnsJS() as unknown as readonly (readonly unknown[])[];
  const numbers = (at: number): readonly number[] => columns[at] as readonly number[];
  const n = members.length + 2;
  const level = numbers(n + 3);
  const own = columns[n + 4] as readonly boolean[];
  const areas = areaAxis({
    lineage,
    catalogue,
    present: new Set(numbers(1)),
    loaded: new Set(level.filter((_, at) => own[at])),
    partial: indicator.absent === "zero" || indicator.partialSums === true,
  });
  const axes = [
    periodAxis(periods, indicator),
    indicator.dataType === "count" ? areas : { ...areas, axis: { ...areas.axis, sums: [] } },
    ...members,
  ];
  if (axes.reduce((product, each) => product * each.ids.length, 1) > mostCells) return tooLarge;
  const records: Records = {
    ids: Array.from({ length: n }, (_, at) => numbers(at)),
    value: numbers(n),
    status: numbers(n + 1),
    known: columns[n + 2] as readonly boolean[],
  };
  const { table, cells } = placeRecords(axes, records);
  const also = new Uint8Array(table.value.length);
  cells.forEach((cell, row) => {
    if (cell >= 0 && areas.fractional.has(records.ids[1]?.[row] as number)) also[cell] = 1;
  });
  const { decision, report } = await decide(table, guard, solver, also);
  const appender = await connection.createAppender("hidden");
  cells.forEach((cell, row) => {
    const decided = cell < 0 ? 0 : (decision[cell] as number);
    if (decided === 0 || records.status[row] !== status.value) return;
    appender.appendInteger(level[row] as number);
    for (const ids of records.ids) appender.appendInteger(ids[row] as number);
    appender.appendUTinyInt(decided);
    appender.endRow();
  });
  appender.closeSync();
  return report;
}

/** A table beyond what can be decided about: it fails, so it is not published. */
const tooLarge: Report = {
  ...emptyReport,
  failing: [{ cell: -1, names: [`> ${mostCells}`], lower: 0, upper: 0, asked: { lower: 0, upper: 0 } }],
};

/** Takes the hidden figures out of `margins` and keeps them apart. */
async function overlay(connection: DuckDBConnection, columns: number): Promise<void> {
  await connection.run(`CREATE OR REPLACE TEMP TABLE kept AS SELECT m.level, m.period, m.area, ${names(columns, "m.")}, m.value, h.decision FROM margins m JOIN hidden h ON ${same(columns, "h", "m")};
CREATE OR REPLACE TEMP TABLE shown AS SELECT m.* REPLACE (CASE WHEN h.decision IS NULL THEN m.value END AS value, CASE WHEN h.decision IS NULL THEN m.status ELSE ${status.private} END::UTINYINT AS status),
coalesce(h.decision, 0)::UTINYINT AS decision FROM margins m LEFT JOIN hidden h ON ${same(columns, "h", "m")}`);
}
