import { sumOfBlocks } from "../disclosure/blocks.ts";
import { type Status, status } from "../model/status.ts";
import { type Cell, stateCell } from "../statistics/cell.ts";
import type { GuardedColumn, Plan, Rows } from "./plan.ts";

type Cells = Plan & { node: "cells" };
/** Stands on every axis of a row that says only that the area has records of the period, in a guarded cube (0 is its total there). */
export const presenceMark = -1;

type Group = GuardedColumn & { kind: "group" };

/** Whether a plan takes members of a guarded cube together. */
export function hasGroups(plan: Plan): plan is Cells & { guarded: readonly GuardedColumn[] } {
  return plan.node === "cells" && (plan.guarded?.some((each) => each.kind === "group") ?? false);
}

/** The plan that reads every published figure that the groups of a plan can be made of: each group becomes an axis, after the others. */
export function withoutGroups(plan: Cells & { guarded: readonly GuardedColumn[] }): Cells {
  const axes = [...plan.axes];
  const guarded = plan.guarded.map((each, column): GuardedColumn => {
    if (each.kind !== "group") return each;
    axes.push({ column, pairs: undefined });
    return { kind: "axis", shown: membersRead(each) };
  });
  const { step: _, ...rest } = plan;
  return { ...rest, axes, guarded };
}

function membersRead(group: Group): readonly number[] {
  return [...new Set([...group.members, ...group.totals.flatMap((each) => [each.total, ...each.parts])])].sort((a, b) => a - b);
}

/** The rows of a plan with groups, from the rows of `withoutGroups`: every sum is made of published figures only. */
export function foldGroups(plan: Cells & { guarded: readonly GuardedColumn[] }, read: Rows): Rows {
  const groups = plan.guarded.filter((each): each is Group => each.kind === "group");
  const kept = plan.axes.length;
  let cells = new Map<string, Cell>();
  const present = new Set<string>();
  for (let row = 0; row < read.length; row++) {
    const members = read.members.map((each) => each[row] as number);
    const place = `${read.area[row]}:${read.period[row]}`;
    if (members[0] === presenceMark) {
      present.add(place);
      continue;
    }
    cells.set([place, ...members].join(":"), cellOf(read.value[row] as number, read.status[row] as Status));
  }
  // The last group is folded first: its axis is the last part of every key.
  for (const group of groups.toReversed()) cells = fold(cells, group, present);
  return rowsOf(cells, kept, plan.step, present);
}

function cellOf(value: number, state: Status): Cell {
  return state === status.value ? { value, status: state } : stateCell(state);
}

function fold(cells: ReadonlyMap<string, Cell>, group: Group, present: ReadonlySet<string>): Map<string, Cell> {
  const lines = new Map<string, Map<number, Cell>>();
  for (const [key, cell] of cells) {
    const cut = key.lastIndexOf(":");
    const line = lines.get(key.slice(0, cut)) ?? new Map<number, Cell>();
    line.set(Number(key.slice(cut + 1)), cell);
    lines.set(key.slice(0, cut), line);
  }
  const out = new Map<string, Cell>();
  for (const [key, line] of lines) {
    const place = key.split(":").slice(0, 2).join(":");
    const absent = present.has(place) ? { value: 0, status: status.value } : stateCell(status.empty);
    const full = new Map(membersRead(group).map((member) => [member, line.get(member) ?? absent]));
    const totals = group.totals.map(({ total, parts }) => ({ total: full.get(total) ?? absent, parts }));
    out.set(key, sumOfBlocks(group.members, full, totals));
  }
  return out;
}

function rowsOf(cells: ReadonlyMap<string, Cell>, axes: number, step: number | undefined, present: ReadonlySet<string>): Rows {
  const all = [...cells].map(([key, cell]) => ({ at: key.split(":").map(Number), cell }));
  const given = new Set(cells.keys());
  for (const place of present) {
    if (axes === 0 && given.has(place)) continue;
    all.push({
      at: [...place.split(":").map(Number), ...new Array<number>(axes).fill(presenceMark)],
      cell: { value: 0, status: status.value },
    });
  }
  return {
    length: all.length,
    area: Int32Array.from(all, ({ at }) => at[0] as number),
    period: Int32Array.from(all, ({ at }) => at[1] as number),
    members: Array.from({ length: axes }, (_, axis) => Int32Array.from(all, ({ at }) => at[2 + axis] as number)),
    value: Float64Array.from(all, ({ cell }) => (cell.status === status.value ? stepped(cell.value, step) : Number.NaN)),
    status: Uint8Array.from(all, ({ cell }) => cell.status),
  };
}

function stepped(value: number, step: number | undefined): number {
  return step === undefined ? value : Math.sign(value) * Math.round(Math.abs(value) / step) * step;
}
