import type { DuckDBConnection } from "@duckdb/node-api";
import { type Status, status } from "@peil/core/model/status.ts";
import { evaluatePlan, type Places as Figures, type Flagged, type Leaf, leavesOfPlan, placeOf } from "@peil/core/query/evaluate-plan.ts";
import type { Plan, Rows } from "@peil/core/query/plan.ts";
import { type Cell, stateCell } from "@peil/core/statistics/cell.ts";
import { int, ints } from "./literals.ts";
import { type Places, summedStatus } from "./print-plan.ts";

type Scan = Plan & { node: "scan" };
type Cells = Plan & { node: "cells" };

/** Filtered sums that one statement holds. */
const sumsTogether = 40;

/**
 * Runs many plans by reading their leaves together: one statement for all flat indicators of the same areas, one for all
 * cells of the same cube and areas. Only for plans that are `isTogether`.
 */
export async function runTogether(connection: DuckDBConnection, plans: readonly Plan[], places: Places): Promise<readonly Rows[]> {
  const leaves = new Map<string, Leaf>();
  for (const leaf of plans.flatMap(leavesOfPlan)) leaves.set(keyOf(leaf), leaf);
  const read = new Map<string, Figures>();
  const all = [...leaves.values()];
  for (const group of groups(all.filter((each) => each.node === "scan"))) await readScans(connection, group, places, read);
  for (const group of groups(all.filter((each) => each.node === "cells"))) {
    for (let start = 0; start < group.length; start += sumsTogether)
      await readCells(connection, group.slice(start, start + sumsTogether), places, read);
  }
  return plans.map((plan) => evaluatePlan(plan, (leaf) => read.get(keyOf(leaf)) ?? new Map()));
}

/** What is read of a leaf: not which periods it is shown under. */
function keyOf(leaf: Leaf): string {
  const what = leaf.node === "scan" ? [leaf.indicator] : [leaf.cube, leaf.only];
  return JSON.stringify([leaf.node, what, leaf.areas, leaf.periods.map((pair) => pair.read)]);
}

function groups<T extends Leaf>(leaves: readonly T[]): readonly (readonly T[])[] {
  const out = new Map<string, T[]>();
  for (const leaf of leaves) {
    const key = JSON.stringify([leaf.areas, leaf.node === "cells" ? leaf.cube : 0]);
    out.set(key, [...(out.get(key) ?? []), leaf]);
  }
  return [...out.values()];
}

function where(group: readonly Leaf[]): string {
  const areas = group[0]?.areas;
  const periods = [...new Set(group.flatMap((each) => each.periods.map((pair) => pair.read)))];
  const within = areas?.areas === undefined ? "" : ` AND area IN ${ints(areas.areas)}`;
  return `level = ${int(areas?.level ?? 0)} AND period IN ${ints(periods)}${within}`;
}

function cellOf(value: unknown, state: unknown, flag: unknown): Flagged {
  const known = Number(state) as Status;
  return known === status.value
    ? flagged({ value: Number(value), status: known }, flag)
    : { value: known === status.incomplete ? Number(value) : Number.NaN, status: known };
}

/** A figure with its flag, where it carries one. */
function flagged(cell: Cell, flag: unknown): Flagged {
  return cell.status === status.value && Number(flag ?? 0) > 0 ? { ...cell, flag: Number(flag) } : cell;
}

async function readScans(connection: DuckDBConnection, group: readonly Scan[], places: Places, into: Map<string, Figures>): Promise<void> {
  const wanted = ints([...new Set(group.map((each) => each.indicator))]);
  const flag = group.some((each) => each.flags) ? "flag" : "0";
  const result = await connection.run(
    `SELECT indicator, area, period, value, status, ${flag} FROM ${places.flat} WHERE indicator IN ${wanted} AND ${where(group)}`,
  );
  const found = new Map<number, Map<number, Flagged>>();
  for (const [indicator, area, period, value, state, bits] of await result.getRows()) {
    const cells = found.get(Number(indicator)) ?? new Map<number, Flagged>();
    cells.set(placeOf(Number(area), Number(period)), cellOf(value, state, bits));
    found.set(Number(indicator), cells);
  }
  for (const leaf of group) into.set(keyOf(leaf), found.get(leaf.indicator) ?? new Map());
}

/** All sums of one cube in one pass. An area that has any record of a period is there: what it lacks is zero, if the cube says so. */
async function readCells(connection: DuckDBConnection, group: readonly Cells[], places: Places, into: Map<string, Figures>): Promise<void> {
  const place = places.cube(group[0]?.cube ?? -1);
  if (place === undefined) return;
  const sums = group.flatMap((leaf, i) => {
    const only = leaf.only.map((each) => `m${each.column + 1} IN ${ints(each.members)}`).join(" AND ") || "true";
    const state = place.plain ? "" : ` AND status = 0`;
    const bits = place.plain ? "NULL" : summedStatus(`coalesce(bit_or(1 << status::INTEGER) FILTER (WHERE ${only}), 0)`);
    const flag = leaf.flags ? `bit_or(flag) FILTER (WHERE ${only}${state})` : "0";
    return [`${place.exact ? "sum" : "fsum"}(value) FILTER (WHERE ${only}${state}) AS v${i}`, `${bits} AS s${i}`, `${flag} AS f${i}`];
  });
  const result = await connection.run(
    `SELECT area, period, ${sums.join(", ")} FROM ${place.cells} WHERE ${where(group)} GROUP BY area, period`,
  );
  const rows = await result.getRows();
  group.forEach((leaf, i) => {
    const cells = new Map<number, Flagged>();
    for (const row of rows) {
      const cell = flagged(sumOf(row[2 + 3 * i], row[3 + 3 * i], place.plain, leaf.zero), row[4 + 3 * i]);
      cells.set(placeOf(Number(row[0]), Number(row[1])), cell);
    }
    into.set(keyOf(leaf), cells);
  });
}

function sumOf(value: unknown, state: unknown, plain: boolean, zero: boolean): Cell {
  const known = plain ? (value === null ? status.empty : status.value) : (Number(state) as Status);
  if (known === status.empty && zero) return { value: 0, status: status.value };
  return known === status.value ? { value: Number(value), status: known } : stateCell(known);
}
