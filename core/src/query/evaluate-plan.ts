import { evaluate } from "../formula/evaluate.ts";
import { status } from "../model/status.ts";
import { type Cell, stateCell } from "../statistics/cell.ts";
import type { PeriodPair, Plan, Rows } from "./plan.ts";

/** A plan that reads from the store and nothing else. */
export type Leaf = Plan & { node: "scan" | "cells" };

/** Figures by place; the key is `placeOf(area, period)`. */
export type Places = ReadonlyMap<number, Cell>;

/** One number for an area and a period. */
export function placeOf(area: number, period: number): number {
  return area * 8_000_000 + period;
}

/** Whether a plan can be computed from its leaves here: scans, single cells, and formulas over them. */
export function isTogether(plan: Plan): boolean {
  if (plan.node === "scan") return plan.texts === undefined;
  if (plan.node === "cells") return plan.axes.length === 0 && plan.additive;
  return plan.node === "formula" && plan.operands.every((each) => each.node !== "formula" && isTogether(each));
}

/** The leaves of a plan. */
export function leavesOfPlan(plan: Plan): readonly Leaf[] {
  if (plan.node === "formula") return plan.operands.flatMap(leavesOfPlan);
  return plan.node === "top" ? leavesOfPlan(plan.of) : [plan];
}

/**
 * The rows of a plan, computed from what its leaves hold by the reference rules of formulas. Gives the same as the engine
 * does; it serves questions about many indicators at once, whose leaves are read in few statements.
 * @param read the stored figures of a leaf, by area and stored period
 */
export function evaluatePlan(plan: Plan, read: (leaf: Leaf) => Places): Rows {
  if (plan.node === "top") throw new Error("top is for the engine");
  if (plan.node !== "formula") return toRows(shown(read(plan), plan.periods, plan.step));
  const operands = plan.operands.map((each) => {
    const leaf = each as Leaf;
    return { cells: shown(read(leaf), leaf.periods, leaf.step), unavailable: new Set(leaf.unavailable) };
  });
  const out = new Map<number, Cell>();
  for (const place of new Set(operands.flatMap((each) => [...each.cells.keys()]))) {
    const period = place % 8_000_000;
    const absent = (each: (typeof operands)[number]): Cell => stateCell(each.unavailable.has(period) ? status.notAvailable : status.empty);
    out.set(
      place,
      evaluate(
        plan.compute,
        operands.map((each) => each.cells.get(place) ?? absent(each)),
      ),
    );
  }
  return toRows(out);
}

function shown(stored: Places, periods: readonly PeriodPair[], step: number | undefined): Map<number, Cell> {
  const show = new Map<number, number[]>();
  for (const pair of periods) show.set(pair.read, [...(show.get(pair.read) ?? []), pair.show]);
  const out = new Map<number, Cell>();
  for (const [place, cell] of stored) {
    const period = place % 8_000_000;
    for (const each of show.get(period) ?? []) out.set(place - period + each, step === undefined ? cell : stepped(cell, step));
  }
  return out;
}

function stepped(cell: Cell, step: number): Cell {
  if (cell.status !== status.value) return cell;
  const parts = cell.value / step;
  return { value: Math.sign(parts) * Math.round(Math.abs(parts)) * step, status: cell.status };
}

function toRows(cells: ReadonlyMap<number, Cell>): Rows {
  const length = cells.size;
  const rows = {
    length,
    area: new Int32Array(length),
    period: new Int32Array(length),
    members: [],
    value: new Float64Array(length),
    status: new Uint8Array(length),
  };
  let row = 0;
  for (const [place, cell] of cells) {
    rows.period[row] = place % 8_000_000;
    rows.area[row] = Math.floor(place / 8_000_000);
    rows.value[row] = cell.value;
    rows.status[row] = cell.status;
    row++;
  }
  return rows;
}
