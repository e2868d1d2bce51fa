import { status } from "@peil/core/model/status.ts";
import type { AreaFilter, Plan } from "@peil/core/query/plan.ts";
import { int, ints, number } from "./literals.ts";
import { summedStatus } from "./summed-status.ts";

/** Where a release keeps a flow (`rollup-flows.ts` tells of the tables), and what is known of its figures. */
export type FlowPlace = {
  /** Name of the attached file. */
  readonly name: string;
  readonly plain: boolean;
  readonly exact: boolean;
  /** Pairs of levels with figures; with one there is nothing to choose. */
  readonly tables: number;
};

type FlowPlan = Plan & { node: "flow" };

/**
 * A flow as SQL: the table that feeds each area (each pair of areas), by the choice that the release made, and the sum of what that
 * table holds. Columns area, period, a1 where partners are asked, value, status.
 */
export function printFlow(plan: FlowPlan, place: FlowPlace | undefined): { readonly sql: string; readonly axes: readonly string[] } {
  const axes = plan.partners === undefined ? [] : ["a1"];
  const keys = ["tbl", "area", "period", ...axes].join(", ");
  if (place === undefined || plan.periods.length === 0) return { sql: nothing(axes), axes };
  const pairs = plan.periods.map((pair) => `(${int(pair.show)},${int(pair.read)})`).join(",");
  const empty = plan.zero ? "0" : "NULL";
  const state = `CASE WHEN c.state <> 0 THEN c.state ELSE coalesce(s.status, ${empty}) END`;
  const value = `CASE WHEN c.state = ${status.incomplete} THEN c.missing WHEN c.state = 0 THEN coalesce(s.value, ${empty}) END::DOUBLE`;
  const figure =
    plan.step === undefined
      ? "value"
      : `CASE WHEN status = 0 THEN round(value / ${number(plan.step)}) * ${number(plan.step)} ELSE value END`;
  const partner = axes.map((axis) => `c.${axis}, `).join("");
  const rows = `SELECT c.area, p.shown AS period, ${partner}${value} AS value, (${state})::UTINYINT AS status
FROM (${chosen(plan, place)}) c LEFT JOIN (${sums(plan, place)}) s USING (${keys}) JOIN (VALUES ${pairs}) p(shown, stored) ON p.stored = c.period`;
  const shown = axes.map((axis) => `${axis}, `).join("");
  return { sql: `SELECT area, period, ${shown}${figure} AS value, status FROM (${rows}) WHERE status IS NOT NULL`, axes };
}

function nothing(axes: readonly string[]): string {
  const members = axes.map((axis) => `, NULL::INTEGER AS ${axis}`).join("");
  return `SELECT NULL::INTEGER AS area, NULL::INTEGER AS period${members}, NULL::DOUBLE AS value, NULL::UTINYINT AS status WHERE false`;
}

function among(alias: string, filter: AreaFilter): string {
  return `${alias}.level = ${int(filter.level)}${filter.areas === undefined ? "" : ` AND ${alias}.area IN ${ints(filter.areas)}`}`;
}

const sideOf = (plan: FlowPlan): number => (plan.side === "out" ? 0 : 1);

function periodsOf(plan: FlowPlan): string {
  return ints([...new Set(plan.periods.map((pair) => pair.read))]);
}

/** Per area, or pair of areas, and period the table that gives the figure: whole ones first, then the fewest steps, then their order. */
function chosen(plan: FlowPlan, place: FlowPlace): string {
  const own = `f.side = ${sideOf(plan)} AND ${among("f", plan.areas)} AND f.period IN ${periodsOf(plan)}`;
  if (plan.partners === undefined) {
    const best = `QUALIFY row_number() OVER (PARTITION BY f.area, f.period ORDER BY (f.state = 0 AND f.missing = 0) DESC, f.rank, f.same DESC, f.tbl) = 1`;
    return `SELECT f.tbl, f.area, f.period, f.state, f.missing FROM ${place.name}.reach f WHERE ${own}${place.tables > 1 ? ` ${best}` : ""}`;
  }
  const best =
    "QUALIFY row_number() OVER (PARTITION BY f.area, f.period, g.area ORDER BY (f.state = 0 AND g.state = 0 AND f.missing = 0 AND g.missing = 0) DESC, f.rank + g.rank, f.tbl) = 1";
  return `SELECT f.tbl, f.area, f.period, g.area AS a1, greatest(f.state, g.state) AS state, f.missing + g.missing AS missing
FROM ${place.name}.reach f JOIN ${place.name}.reach g ON g.tbl = f.tbl AND g.period = f.period AND g.side = ${1 - sideOf(plan)} AND ${among("g", plan.partners)}
WHERE ${own}${place.tables > 1 ? ` ${best}` : ""}`;
}

/**
 * What each table holds of each area (and partner). `w` are the parts of the area, `x` those of the partner, `h` says how much of
 * the other end lies within the area itself. Of symmetric figures within both, one of the two mirrors counts.
 */
function sums(plan: FlowPlan, place: FlowPlace): string {
  const [here, there] = [sideOf(plan), 1 - sideOf(plan)];
  const ways = `${place.name}.ways`;
  const join = (alias: string, side: number, end: string): string =>
    `${ways} ${alias} ON ${alias}.side = ${side} AND ${alias}.tbl = b.tbl AND ${alias}.child = b.${end}`;
  const joins = [`JOIN ${join("w", here, "area")} AND ${among("w", plan.areas)}`];
  if (plan.partners !== undefined) joins.push(`JOIN ${join("x", there, "other")} AND ${among("x", plan.partners)}`);
  const conditions = [`b.side = ${here}`, `b.period IN ${periodsOf(plan)}`];
  if (!plan.within || plan.pairs)
    joins.push(`LEFT JOIN ${join("h", there, "other")} AND h.level = ${int(plan.areas.level)} AND h.area = w.area`);
  if (!plan.within) conditions.push("coalesce(h.weight, 0) < 1");
  if (plan.within && plan.pairs) conditions.push(oncePerPair(plan, joins, join));
  const factor = [
    "w.weight",
    ...(plan.partners === undefined ? [] : ["x.weight"]),
    ...(plan.within ? [] : ["(1 - coalesce(h.weight, 0))"]),
  ].join(" * ");
  const total = place.exact ? "sum(b.value)" : `fsum(b.value * ${factor})`;
  const value = place.plain ? total : `${total} FILTER (b.status = 0)`;
  const state = place.plain ? "0::UTINYINT" : summedStatus("bit_or(1 << b.status::INTEGER)");
  const partner = plan.partners === undefined ? "" : ", x.area AS a1";
  return `SELECT b.tbl, w.area, b.period${partner}, ${value} AS value, ${state} AS status FROM ${place.name}.flows b ${joins.join(" ")}
WHERE ${conditions.join(" AND ")} GROUP BY b.tbl, w.area, b.period${plan.partners === undefined ? "" : ", x.area"}`;
}

function oncePerPair(plan: FlowPlan, joins: string[], join: (alias: string, side: number, end: string) => string): string {
  if (plan.partners === undefined) return "NOT (w.same AND h.area IS NOT NULL AND b.area > b.other)";
  joins.push(`LEFT JOIN ${join("y", sideOf(plan), "area")} AND y.level = ${int(plan.partners.level)} AND y.area = x.area`);
  return "NOT (w.same AND h.area IS NOT NULL AND y.area IS NOT NULL AND b.area > b.other)";
}
