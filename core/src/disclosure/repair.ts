import { elementOf } from "./grid.ts";
import { type LinearProgramme, Rows, type Solver } from "./linear-programme.ts";
import type { Move } from "./moves.ts";
import { costOf, type Outsider } from "./outsider.ts";
import type { Pattern } from "./pattern.ts";
import { addSums } from "./programme.ts";
import { vectorsOf } from "./vectors.ts";

const mostColumns = 3000;

/**
 * The cheapest change that takes a cell as far up (or down) as asked, by a linear programme over the cells nearby: the classic
 * heuristic of complementary suppression, one cell at a time (Kelly, Golden and Assad 1992). It weighs cells by their size times how far
 * they move. Undefined where there is none nearby. The move has 1 on the cell.
 */
export function repair(pattern: Pattern, solver: Solver, cell: number, change: number): Move | undefined {
  const { outsider } = pattern;
  const cells = nearbyCells(outsider, cell);
  const { status, values } = solver(programmeOf(pattern, cells, cell, change));
  if (status !== "optimal") return undefined;
  const moved = cells.map((_, at) => (values[2 * at] ?? 0) - (values[2 * at + 1] ?? 0));
  const kept = cells.map((_, at) => at).filter((at) => Math.abs(moved[at] as number) > 1e-7 * Math.abs(change));
  return {
    cell: Int32Array.from(kept, (at) => cells[at] as number),
    coefficient: Float64Array.from(kept, (at) => (moved[at] as number) / change),
  };
}

/** Columns: of each cell how far it goes up and how far down. */
function programmeOf(pattern: Pattern, cells: readonly number[], cell: number, change: number): LinearProgramme {
  const { outsider, hidden } = pattern;
  const n = cells.length;
  const upper = new Float64Array(2 * n).fill(Number.POSITIVE_INFINITY);
  const lower = new Float64Array(2 * n);
  const cost = new Float64Array(2 * n);
  cells.forEach((each, at) => {
    const price = hidden[each] === 1 ? 1e-6 : costOf(outsider, each);
    cost[2 * at] = price;
    cost[2 * at + 1] = price;
    upper[2 * at + 1] = (outsider.start[each] as number) - (outsider.floor[each] as number);
    if (each !== cell) return;
    const [goes, stays] = change > 0 ? [2 * at, 2 * at + 1] : [2 * at + 1, 2 * at];
    lower[goes] = Math.abs(change);
    upper[goes] = Math.abs(change);
    upper[stays] = 0;
  });
  const both = new Rows();
  const single = new Rows();
  addSums(single, outsider, cells);
  const { rowStart, column, coefficient, rowLower } = single.finish();
  for (let row = 0; row < rowLower.length; row++) {
    for (let at = rowStart[row] as number; at < (rowStart[row + 1] as number); at++) {
      both.add(2 * (column[at] as number), coefficient[at] as number);
      both.add(2 * (column[at] as number) + 1, -(coefficient[at] as number));
    }
    both.close(0, 0);
  }
  return { lower, upper, cost, ...both.finish() };
}

/** The movable cells over the elements that the smallest vectors of the cell's own elements touch. */
function nearbyCells(outsider: Outsider, cell: number): number[] {
  const { grid, movable } = outsider;
  const vectors = grid.axes.map((axis) => vectorsOf(axis, elementOf(axis, cell)));
  for (let most = 256; ; most = Math.floor(most / 2)) {
    const elements = vectors.map((each) => [...new Set(each.element.subarray(0, each.start[Math.min(most, each.start.length - 1)]))]);
    const size = elements.reduce((n, each) => n * each.length, 1);
    if (size > mostColumns && most > 1) continue;
    let cells = [0];
    grid.axes.forEach((axis, at) => {
      cells = cells.flatMap((base) => (elements[at] ?? []).map((element) => base + element * axis.stride));
    });
    return cells.filter((each) => movable[each] === 1).sort((a, b) => a - b);
  }
}
