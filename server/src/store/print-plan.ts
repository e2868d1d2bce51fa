import { status } from "@peil/core/model/status.ts";
import type { AreaFilter, GuardedColumn, PeriodPair, Plan } from "@peil/core/query/plan.ts";
import { int, ints, number } from "./literals.ts";
import { type FlowPlace, printFlow } from "./print-flow.ts";
import { printComputation } from "./print-formula.ts";
import { summedStatus } from "./summed-status.ts";

export { summedStatus } from "./summed-status.ts";

/** Where a release keeps a cube, and what is known of its figures. */
export type CubePlace = {
  /** Qualified name of the table of cells, and of the areas × periods that have any. */
  readonly cells: string;
  readonly present: string;
  /** Every cell is a number: no states have to be carried through a sum. */
  readonly plain: boolean;
  /** Sums are exact in a double: all figures are whole and together below 2^53. */
  readonly exact: boolean;
};

/** Where a release keeps its figures. */
export type Places = {
  readonly flat: string;
  readonly texts: string;
  cube(indicator: number): CubePlace | undefined;
  flow?(indicator: number): FlowPlace | undefined;
};

/** Columns that every printed plan yields, with the names of its axes in between. */
export type Printed = {
  readonly sql: string;
  readonly axes: readonly string[];
  /** Whether the column `flag` (bits of `cellFlag`) comes behind the status. */
  readonly flags?: boolean;
  /** Columns that are left out since every row has this value. */
  readonly fixed?: Fixed;
};

/** Values that hold for all rows of a plan. */
export type Fixed = { readonly area?: number; readonly period?: number; readonly status?: number };

/**
 * A plan as SQL that leaves out the columns of cells that have one value only (`fixed`): the engine takes a quarter of the time of a
 * small question to repeat them.
 */
export function printBare(plan: Plan, places: Places): Printed {
  return plan.node === "cells" ? { ...printCells(plan, places, true), flags: readsFlags(plan) } : printPlan(plan, places);
}

/** Whether a plan reads flags: where any of its leaves does. */
export function readsFlags(plan: Plan): boolean {
  if (plan.node === "formula") return plan.operands.some(readsFlags);
  if (plan.node === "top") return readsFlags(plan.of);
  return plan.node !== "flow" && plan.flags === true;
}

/** A plan as SQL for DuckDB, with columns area, period, one per axis (a1 …), value, status, and text where the figures are texts. */
export function printPlan(plan: Plan, places: Places): Printed {
  switch (plan.node) {
    case "scan":
      return { sql: printScan(plan, places), axes: [], flags: readsFlags(plan) };
    case "cells":
      return { ...printCells(plan, places), flags: readsFlags(plan) };
    case "flow":
      return printFlow(plan, places.flow?.(plan.indicator));
    case "formula":
      return printFormula(plan, places);
    case "top": {
      const of = printPlan(plan.of, places);
      const order = plan.smallest ? "ASC" : "DESC";
      return {
        sql: `SELECT * FROM (${of.sql}) WHERE status = 0 ORDER BY value ${order}, area LIMIT ${int(plan.count)}`,
        axes: of.axes,
        flags: of.flags ?? false,
      };
    }
  }
}

/** Rows of a table; `area` and `period` are the expressions of what is shown, `fixed` tells which of them is one value. */
type Source = {
  readonly from: string;
  readonly where: string;
  readonly area: string;
  readonly period: string;
  readonly keys: readonly string[];
};

function oneOf(column: string, values: readonly number[]): string {
  return values.length === 1 ? `${column} = ${int(values[0] as number)}` : `${column} IN ${ints(values)}`;
}

/**
 * A condition on periods. Where most of a span is asked the span itself is cheaper to scan than a list; periods in between that
 * were not asked find no place in the answer.
 */
function amongPeriods(periods: readonly number[]): string {
  const first = Math.min(...periods);
  const last = Math.max(...periods);
  const years = (last - first) / 100 + 1;
  const isDense = periods.length > 2 && first > 1_000_000 && last < 2_000_000 && years <= 2 * periods.length;
  return isDense ? `t.period BETWEEN ${int(first)} AND ${int(last)}` : oneOf("t.period", periods);
}

/** Rows of a table for some areas and periods. What can have one value only is a literal, and no key of a grouping. */
function source(table: string, areas: AreaFilter, periods: readonly PeriodPair[]): Source {
  const moved = periods.some((pair) => pair.show !== pair.read);
  const conditions = [`t.level = ${int(areas.level)}`, amongPeriods([...new Set(periods.map((pair) => pair.read))])];
  if (areas.areas !== undefined) conditions.push(oneOf("t.area", areas.areas));
  const onePeriod = periods.length === 1;
  const oneArea = areas.areas?.length === 1;
  const period = onePeriod ? int(periods[0]?.show ?? 0) : moved ? "p.shown" : "t.period";
  const area = oneArea ? int(areas.areas?.[0] ?? 0) : "t.area";
  const pairs = periods.map((pair) => `(${int(pair.show)},${int(pair.read)})`).join(",");
  return {
    from: moved && !onePeriod ? `${table} t JOIN (VALUES ${pairs}) p(shown, stored) ON t.period = p.stored` : `${table} t`,
    where: conditions.join(" AND "),
    area,
    period,
    keys: [...(oneArea ? [] : [area]), ...(onePeriod ? [] : [period])],
  };
}

function stepped(value: string, step: number | undefined): string {
  return step === undefined ? value : `round(${value} / ${number(step)}) * ${number(step)}`;
}

function printScan(plan: Plan & { node: "scan" }, places: Places): string {
  const from = source(places.flat, plan.areas, plan.periods);
  const figure = plan.step === undefined ? "t.value" : `CASE WHEN t.status = 0 THEN ${stepped("t.value", plan.step)} ELSE t.value END`;
  // A text has no figure: what stands under a NULL would be whatever memory held.
  const value = plan.texts ? `coalesce(${figure}, 'NaN'::DOUBLE)` : figure;
  const text = `${plan.flags ? ", t.flag AS flag" : ""}${plan.texts ? ", x.text" : ""}`;
  const join = plan.texts
    ? ` LEFT JOIN ${places.texts} x ON x.indicator = t.indicator AND x.level = t.level AND x.period = t.period AND x.area = t.area`
    : "";
  return `SELECT ${from.area} AS area, ${from.period} AS period, ${value} AS value, t.status AS status${text} FROM ${from.from}${join} WHERE t.indicator = ${int(plan.indicator)} AND ${from.where}`;
}

function printCells(plan: Plan & { node: "cells" }, places: Places, bare = false): Printed {
  const place = places.cube(plan.cube);
  const axes = plan.axes.map((_, i) => `a${i + 1}`);
  if (place === undefined) return { sql: nothing(axes, plan.flags), axes };
  const flag = (figure: string): string => (plan.flags ? `, ${figure} AS flag` : "");
  if (plan.guarded !== undefined) return { sql: printGuarded(plan, plan.guarded, place, axes), axes };
  const from = source(place.cells, plan.areas, plan.periods);
  const only = plan.only.map((each) => ` AND ${oneOf(`t.m${each.column + 1}`, each.members)}`).join("");
  const maps = plan.axes.map((axis, i) => axisSql(axis.column, axis.pairs, `x${i + 1}`));
  const joins = maps.map((map) => map.join).join("");
  const shown = maps.map((map, i) => `${map.column} AS a${i + 1}`);
  const zeros = plan.zero ? presence(plan, place, axes) : "";
  const fixed = bare && zeros === "" ? fixedOf(plan, place) : {};
  const area = fixed.area === undefined ? [`${from.area} AS area`] : [];
  const period = fixed.period === undefined ? [`${from.period} AS period`] : [];
  const head = (figures: string): string => `SELECT ${[...area, ...period, ...shown, figures].join(", ")}`;
  const tail = `FROM ${from.from}${joins} WHERE ${from.where}${only}`;
  const state = (status: string): string => (fixed.status === undefined ? `, ${status} AS status` : "");
  const asStored = maps.length === plan.columns && plan.axes.every((axis) => axis.pairs === undefined) && plan.only.length === 0;
  if (asStored)
    return {
      sql: withZeros(`${head(`${stepped("t.value", plan.step)} AS value${state("t.status")}${flag("t.flag")}`)} ${tail}`, zeros),
      axes,
      fixed,
    };
  const total = (value: string, status: string): string => {
    const sum = place.exact ? "sum" : "fsum";
    const figure = stepped(place.plain ? `${sum}(${value})` : `${sum}(${value}) FILTER (${status} = 0)`, plan.step);
    return `${figure} AS value${state(place.plain ? "0::UTINYINT" : summedStatus(`bit_or(1 << ${status}::INTEGER)`))}${flag("bit_or(flag)")}`;
  };
  const keys = [...from.keys, ...maps.map((map) => map.column)];
  const group = keys.length === 0 ? " HAVING count(*) > 0" : ` GROUP BY ${keys.join(", ")}`;
  if (zeros === "" || axes.length > 0)
    return { sql: withZeros(`${head(total("t.value", "t.status"))} ${tail}${group}`, zeros), axes, fixed };
  const rows = `${head(`t.value AS value, t.status AS status${flag("t.flag")}`)} ${tail} UNION ALL ${zeros}`;
  return { sql: `SELECT area, period, ${total("value", "status")} FROM (${rows}) GROUP BY area, period`, axes };
}

/** What has one value in all rows of a question about cells: one area, one period, and the state where every cell is a number. */
function fixedOf(plan: Plan & { node: "cells" }, place: CubePlace): Fixed {
  const [period, ...others] = plan.periods;
  const area = plan.areas.areas?.length === 1 ? plan.areas.areas[0] : undefined;
  return {
    ...(area === undefined ? {} : { area }),
    ...(period === undefined || others.length > 0 ? {} : { period: period.show }),
    ...(place.plain ? { status: status.value } : {}),
  };
}

/** Every total of a guarded cube is stored with its own decision: it is looked up, never summed. A group is private where a part is. */
function printGuarded(
  plan: Plan & { node: "cells" },
  columns: readonly GuardedColumn[],
  place: CubePlace,
  axes: readonly string[],
): string {
  const from = source(place.cells, plan.areas, plan.periods);
  const wanted = columns.map((each, i) =>
    oneOf(`t.m${i + 1}`, each.kind === "axis" ? each.shown : each.kind === "one" ? [each.member] : each.members),
  );
  const shown = plan.axes.map((axis, i) => `, t.m${axis.column + 1} AS a${i + 1}`).join("");
  const where = [from.where, ...wanted].join(" AND ");
  const rows = `SELECT ${from.area} AS area, ${from.period} AS period${shown}, t.value AS value, t.status AS status FROM ${from.from} WHERE ${where}`;
  const zeros = plan.zero ? presence(plan, place, axes, -1) : "";
  const isSummed = columns.some((each) => each.kind === "group") || (axes.length === 0 && zeros !== "");
  const figure = stepped("value", plan.step);
  if (!isSummed) {
    const rounded = `SELECT * REPLACE (${figure} AS value) FROM (${rows})`;
    return withZeros(plan.step === undefined ? rows : rounded, zeros);
  }
  const all = axes.length === 0 ? withZeros(rows, zeros) : rows;
  const keys = ["area", "period", ...axes];
  const total = stepped("fsum(value) FILTER (status = 0)", plan.step);
  const sum = `SELECT ${keys.join(", ")}, ${total} AS value, ${summedStatus("bit_or(1 << status::INTEGER)")} AS status FROM (${all}) GROUP BY ${keys.join(", ")}`;
  return axes.length === 0 ? sum : withZeros(sum, zeros);
}

function withZeros(sql: string, zeros: string): string {
  return zeros === "" ? sql : `${sql} UNION ALL ${zeros}`;
}

function axisSql(
  column: number,
  pairs: readonly (readonly [number, number])[] | undefined,
  name: string,
): { column: string; join: string } {
  if (pairs === undefined) return { column: `t.m${column + 1}`, join: "" };
  const values =
    pairs.length === 0 ? "(NULL::INTEGER, NULL::INTEGER)" : pairs.map(([stored, shown]) => `(${int(stored)},${int(shown)})`).join(",");
  return { column: `${name}.shown`, join: ` JOIN (VALUES ${values}) ${name}(stored, shown) ON t.m${column + 1} = ${name}.stored` };
}

/** One row per area and period that has any record, with a mark for every axis: what is absent there is zero. */
function presence(plan: Plan & { node: "cells" }, place: CubePlace, axes: readonly string[], mark = 0): string {
  const from = source(place.present, plan.areas, plan.periods);
  const members = axes.map((axis) => `, ${mark} AS ${axis}`).join("");
  return `SELECT ${from.area} AS area, ${from.period} AS period${members}, 0::DOUBLE AS value, 0::UTINYINT AS status${plan.flags ? ", 0::UTINYINT AS flag" : ""} FROM ${from.from} WHERE ${from.where}`;
}

function nothing(axes: readonly string[], flags = false): string {
  const members = axes.map((axis) => `, NULL::INTEGER AS ${axis}`).join("");
  return `SELECT NULL::INTEGER AS area, NULL::INTEGER AS period${members}, NULL::DOUBLE AS value, NULL::UTINYINT AS status${flags ? ", NULL::UTINYINT AS flag" : ""} WHERE false`;
}

/** All operands below each other, then side by side per area and period: each is read once. */
function printFormula(plan: Plan & { node: "formula" }, places: Places): Printed {
  const printed = plan.operands.map((each) => printPlan(each, places));
  // Operands have one shape: flows share the axis of their partners, others have none.
  const axes = printed[0]?.axes ?? [];
  if (plan.operands.length === 0) return { sql: nothing([]), axes };
  const keys = ["area", "period", ...axes].join(", ");
  const flags = readsFlags(plan);
  const rows = printed.map(
    (each, i) => `SELECT ${keys}, ${i} AS o, value, status${flags ? `, ${each.flags ? "flag" : 0} AS flag` : ""} FROM (${each.sql})`,
  );
  const columns = plan.operands.map((each, i) => {
    const unavailable = each.node === "top" ? [] : each.unavailable;
    const absent =
      unavailable.length === 0
        ? String(status.empty)
        : `CASE WHEN period IN ${ints(unavailable)} THEN ${status.notAvailable} ELSE ${status.empty} END`;
    return `max(value) FILTER (o = ${i}) AS v${i}, coalesce(max(status) FILTER (o = ${i}), ${absent})::UTINYINT AS s${i}`;
  });
  const carried = flags ? ", bit_or(flag)::UTINYINT AS flag" : "";
  const input = `SELECT ${keys}, ${columns.join(", ")}${carried} FROM (${rows.join(" UNION ALL ")}) GROUP BY ${keys}`;
  return { sql: printComputation(plan.compute, input, keys, flags), axes, flags };
}
