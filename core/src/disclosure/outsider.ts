import { cellsOfSum, eachSumOf, type Grid, gridOf, linksAt } from "./grid.ts";
import { concentrationMargin, isFew, primaryCells } from "./primary.ts";
import { cellState, type Limits, type Table } from "./table.ts";

/**
 * What an outsider faces: the figures that are hidden are unknown, everything else is known, and the sums hold. A possible world is
 * `start` + d, where d is 0 on all that is visible, keeps every sum (Σ d(parts) = d(total)) and leaves no cell below its `floor`.
 * Sums need not hold on the figures themselves: a parent that was loaded apart may differ.
 */
export type Outsider = {
  readonly table: Table;
  readonly limits: Limits;
  readonly grid: Grid;
  /** The true figures; for cells that the supplier hid a possible one. */
  readonly start: Float64Array;
  /** What the outsider knows that a hidden cell is not below. */
  readonly floor: Float64Array;
  /** 1 for cells that may be hidden or are: figures but for zeros that show, and cells that the supplier hid. */
  readonly movable: Uint8Array;
  /** 1 for cells that their own size or make-up hides. */
  readonly primary: Uint8Array;
};

/** What must stay possible of a hidden cell, as distances from its start: up and down, or together `width`. */
export type Need = { readonly up: number; readonly down: number; readonly width: number };

/** Builds the model. `also` marks cells that are hidden for another reason. */
export function outsiderOf(table: Table, limits: Limits, also?: Uint8Array): Outsider {
  const grid = gridOf(table);
  const primary = primaryCells(table, limits);
  const movable = new Uint8Array(grid.cells);
  for (let cell = 0; cell < grid.cells; cell++) {
    const state = table.state[cell];
    const shows = limits.zerosShown && table.value[cell] === 0 && primary[cell] === 0 && also?.[cell] !== 1;
    if (state === cellState.supplier || (state === cellState.figure && !shows)) movable[cell] = 1;
  }
  const start = startOf(table, grid);
  return { table, limits, grid, start, floor: floorOf(table, limits, start), movable, primary };
}

/**
 * Where zeros show and all figures are whole numbers, a hidden figure is known to be 1 or more; otherwise 0 or more. Of a negative
 * figure no bound is known. A bound that the figure itself breaks is none that the outsider can hold.
 */
function floorOf(table: Table, limits: Limits, start: Float64Array): Float64Array {
  const whole = table.value.every((value, cell) => Number.isInteger(value) || !isFigure(table, cell));
  const least = limits.zerosShown && whole ? 1 : 0;
  return start.map((value, cell) => {
    if (value < 0) return Number.NEGATIVE_INFINITY;
    return table.state[cell] === cellState.supplier ? 0 : value >= least ? least : 0;
  });
}

function isFigure(table: Table, cell: number): boolean {
  return table.state[cell] === cellState.figure || table.state[cell] === cellState.known;
}

const sweeps = 60;

/**
 * The figures, with a possible one for each cell that the supplier hid: what a published total leaves over is shared equally, and
 * sums that share cells are settled in turns. Where nothing pins a cell it is 0 and free to grow.
 */
function startOf(table: Table, grid: Grid): Float64Array {
  const start = Float64Array.from(table.value, (value, cell) => (isFigure(table, cell) ? value : 0));
  const unknown = Array.from(table.state.keys()).filter((cell) => table.state[cell] === cellState.supplier);
  for (let sweep = 0; sweep < sweeps && unknown.length > 0; sweep++) {
    let moved = 0;
    for (const cell of unknown) {
      eachSumOf(grid, cell, (axis, sum, sign) => {
        if (linksAt(axis, sum, cell, table.state)) moved = Math.max(moved, settle(table, start, cell, { axis, sum, sign }));
      });
    }
    if (moved < 1e-9) break;
  }
  return start;
}

type Place = { readonly axis: Grid["axes"][number]; readonly sum: number; readonly sign: number };

/** Shares what a sum leaves over among the hidden cells in it (where its total is one of them, the total takes all). */
function settle(table: Table, start: Float64Array, cell: number, { axis, sum, sign }: Place): number {
  const zero = cell - (Math.floor(cell / axis.stride) % axis.size) * axis.stride;
  const total = zero + (axis.total[sum] as number) * axis.stride;
  const hidden: number[] = [];
  let left = start[total] as number;
  for (let at = axis.partStart[sum] as number; at < (axis.partStart[sum + 1] as number); at++) {
    const part = zero + (axis.part[at] as number) * axis.stride;
    left -= start[part] as number;
    if (table.state[part] === cellState.supplier) hidden.push(part);
  }
  if (table.state[total] === cellState.supplier) {
    if (sign > 0) return 0;
    start[total] = Math.max(0, (start[total] as number) - left);
    return Math.abs(left);
  }
  let moved = 0;
  for (const part of hidden) {
    const next = Math.max(0, (start[part] as number) + left / hidden.length);
    moved = Math.max(moved, Math.abs(next - (start[part] as number)));
    start[part] = next;
  }
  return moved;
}

/**
 * What must stay possible of a hidden cell (semantics, section 5). Hidden by frequency: 1 (0 where zeros are hidden) and the minimum;
 * a total of hidden parts that are each 1 or more is never less than their number, and that is asked instead of 1. Where the figure itself is not below the minimum (another indicator is compared), 30 % less and 30 % more, and never closer
 * together than the minimum. Dominance and p %: the protection levels up, and the same down. Every other hidden cell: two
 * values the minimum apart (where the minimum is 0: 1 % of the figure).
 */
export function needOf(outsider: Outsider, cell: number): Need {
  const { table, limits, start, primary } = outsider;
  const value = start[cell] as number;
  if (primary[cell] !== 1 || !isFigure(table, cell)) {
    return { up: 0, down: 0, width: limits.minimum > 0 ? limits.minimum : Math.abs(value) / 100 };
  }
  const margin = concentrationMargin(table, limits, cell);
  const byMargin = { up: margin, down: Math.min(margin, value - (outsider.floor[cell] as number)), width: 0 };
  const onlyMargin = margin > 0 && !isFew(table, limits, cell);
  if (onlyMargin) return byMargin;
  const k = limits.minimum;
  const least = value < k ? leastOf(outsider, cell) : 0;
  const away = 0.3 * Math.abs(value);
  const byCount = value < k ? { up: k - value, down: value - least } : { up: Math.max(away, k - away) || 1, down: away };
  return { up: Math.max(byCount.up, byMargin.up), down: Math.max(byCount.down, byMargin.down), width: 0 };
}

/**
 * The least that a hidden figure can be for anyone who knows the rule: 1 (0 where zeros are hidden), and as total no less than the
 * least of its parts together, whatever else is hidden.
 */
function leastOf(outsider: Outsider, cell: number): number {
  const { grid, table, start, floor, movable, limits } = outsider;
  const value = start[cell] as number;
  let least = Math.max(floor[cell] as number, limits.zerosShown ? Math.min(1, value) : 0);
  eachSumOf(grid, cell, (axis, sum, sign) => {
    if (sign > 0 || !linksAt(axis, sum, cell, table.state)) return;
    const [, ...parts] = cellsOfSum(axis, sum, cell);
    const together = parts.reduce((add, part) => {
      if (table.state[part] === cellState.none) return add;
      return add + (movable[part] === 1 ? leastOf(outsider, part) : (start[part] as number));
    }, 0);
    least = Math.max(least, together);
  });
  return Math.min(least, value);
}

/** What hiding a cell costs: its size, and a trifle so that fewer is better. Nothing for cells that the supplier hid. */
export function costOf({ table, start }: Outsider, cell: number): number {
  return table.state[cell] === cellState.supplier ? 0 : Math.abs(start[cell] as number) + 1e-3;
}
