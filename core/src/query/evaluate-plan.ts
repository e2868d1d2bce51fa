import { evaluate } from "../formula/evaluate.ts";
import { status } from "../model/status.ts";
import { type Cell, stateCell } from "../statistics/cell.ts";
import type { PeriodPair, Plan, Rows } from "./plan.ts";
import { blankRows } from "./rows.ts";

/** A plan that reads from the store and nothing else. */
export type Leaf = Plan & { node: "scan" | "cells" };

/** A figure with the bits of `cellFlag` that it carries, where the leaf reads them. */
export type Flagged = Cell & { readonly flag?: number };

/** Figures by place; the key is `placeOf(area, period)`. */
export type Places = ReadonlyMap<number, Flagged>;

/** One number for an area and a period. */
export function placeOf(area: number, period: number): number {
  return area * 8_000_000 + period;
}

/** Whether a plan can be computed from its leaves here: scans, single cells, and formulas over them. */
export function isTogether(plan: Plan): boolean {
  if (plan.node === "scan") return plan.texts === undefined;
  if (plan.node === "cells") return plan.axes.length === 0 && plan.additive && plan.guarded === undefined;
  return plan.node === "formula" && plan.operands.every((each) => each.node !== "formula" && isTogether(each));
}

/** The leaves of a plan. */
export function leavesOfPlan(plan: Plan): readonly Leaf[] {
  if (plan.node === "formula") return plan.operands.flatMap(leavesOfPlan);
  if (plan.node === "top") return leavesOfPlan(plan.of);
  return plan.node === "flow" ? [] : [plan];
}

/**
 * The rows of a plan, computed from what its leaves hold by the reference rules of formulas. Gives the same as the engine
 * does; it serves questions about many indicators at once, whose leaves are read in few statements.
 * @param read the stored figures of a leaf, by area and stored period
 */
export function evaluatePlan(plan: Plan, read: (leaf: Leaf) => Places): Rows {
  if (plan.node === "top" || plan.node === "flow") throw new Error(`${plan.node} is for the engine`);
  if (plan.node !== "formula") return toRows(shown(read(plan), plan.periods, plan.step));
  const operands = plan.operands.map((each) => {
    const leaf = each as Leaf;
    return { cells: shown(read(leaf), leaf.periods, leaf.step), unavailable: new Set(leaf.unavailable) };
  });
  const out = new Map<number, Flagged>();
  for (const place of new Set(operands.flatMap((each) => [...each.cells.keys()]))) {
    const period = place % 8_000_000;
    const absent = (each: (typeof operands)[number]): Cell => stateCell(each.unavailable.has(period) ? status.notAvailable : status.empty);
    const cells = operands.map((each) => each.cells.get(place) ?? absent(each));
    const flag = cells.reduce((bits, each: Flagged) => bits | (each.flag ?? 0), 0);
    const result = evaluate(plan.compute, cells);
    out.set(place, flag === 0 ? result : { ...result, flag });
  }
  return toRows(out);
}

function shown(stored: Places, periods: readonly PeriodPair[], step: number | undefined): Map<number, Flagged> {
  const show = new Map<number, number[]>();
  for (const pair of periods) show.set(pair.read, [...(show.get(pair.read) ?? []), pair.show]);
  const out = new Map<number, Flagged>();
  for (const [place, cell] of stored) {
    const period = place % 8_000_000;
    for (const each of show.get(period) ?? []) out.set(place - period + each, step === undefined ? cell : stepped(cell, step));
  }
  return out;
}

function stepped(cell: Flagged, step: number): Flagged {
  if (cell.status !== status.value) return cell;
  const parts = cell.value / step;
  return { ...cell, value: Math.sign(parts) * Math.round(Math.abs(parts)) * step };
}

function toRows(cells: ReadonlyMap<number, Flagged>): Rows {
  const length = cells.size;
  const flag = [...cells.values()].some((each) => each.flag !== undefined) ? { flag: new Uint8Array(length) } : undefined;
  const rows = { ...blankRows(length), ...flag };
  let row = 0;
  for (const [place, cell] of cells) {
    rows.period[row] = place % 8_000_000;
    rows.area[row] = Math.floor(place / 8_000_000);
    rows.value[row] = cell.value;
    rows.status[row] = cell.status;
    if (flag) flag.flag[row] = cell.flag ?? 0;
    row++;
  }
  return rows;
}
