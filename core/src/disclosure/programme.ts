import { cellsOfSum, eachSumOf, linksAt, sumAt } from "./grid.ts";
import { type LinearProgramme, Rows } from "./linear-programme.ts";
import type { Outsider } from "./outsider.ts";

/**
 * The sums over some cells as rows of a programme in which column `at` is the change of `cells[at]`; all other cells do not change.
 * Each row is 0.
 */
export function addSums(
  rows: Rows,
  { grid, table }: Outsider,
  cells: readonly number[],
  columnOf: (at: number) => number = (at) => at,
): void {
  const place = new Map(cells.map((cell, at) => [cell, at]));
  const seen = new Set<number>();
  for (const cell of cells) {
    eachSumOf(grid, cell, (axis, sum) => {
      const key = sumAt(axis, sum, cell, grid.cells);
      if (seen.has(key) || !linksAt(axis, sum, cell, table.state)) return;
      seen.add(key);
      cellsOfSum(axis, sum, cell).forEach((each, at) => {
        const column = place.get(each);
        if (column !== undefined) rows.add(columnOf(column), at === 0 ? -1 : 1);
      });
      rows.close(0, 0);
    });
  }
}

/** The programme of an outsider who knows all but `cells`: how far can each of `wanted` be above and below its start? */
export function attack(outsider: Outsider, cells: readonly number[], wanted: readonly number[]): LinearProgramme {
  const rows = new Rows();
  addSums(rows, outsider, cells);
  const place = new Map(cells.map((cell, at) => [cell, at]));
  return {
    lower: Float64Array.from(cells, (cell) => (outsider.floor[cell] as number) - (outsider.start[cell] as number)),
    upper: new Float64Array(cells.length).fill(Number.POSITIVE_INFINITY),
    cost: new Float64Array(cells.length),
    ...rows.finish(),
    extremes: Int32Array.from(wanted, (cell) => place.get(cell) as number),
  };
}

/** The hidden cells that hang together by sums, as lists; each list in order, the lists by their first cell. */
export function componentsOf(outsider: Outsider, hidden: Uint8Array): number[][] {
  const { grid, table } = outsider;
  const lead = Int32Array.from(hidden, (_, cell) => cell);
  const find = (cell: number): number => {
    let at = cell;
    while (lead[at] !== at) {
      lead[at] = lead[lead[at] as number] as number;
      at = lead[at] as number;
    }
    return at;
  };
  const firstOf = new Map<number, number>();
  for (let cell = 0; cell < hidden.length; cell++) {
    if (hidden[cell] !== 1) continue;
    eachSumOf(grid, cell, (axis, sum) => {
      if (!linksAt(axis, sum, cell, table.state)) return;
      const key = sumAt(axis, sum, cell, grid.cells);
      const first = firstOf.get(key);
      if (first === undefined) firstOf.set(key, cell);
      else lead[Math.max(find(first), find(cell))] = Math.min(find(first), find(cell));
    });
  }
  const lists = new Map<number, number[]>();
  for (let cell = 0; cell < hidden.length; cell++) {
    if (hidden[cell] !== 1) continue;
    const list = lists.get(find(cell));
    if (list === undefined) lists.set(find(cell), [cell]);
    else list.push(cell);
  }
  return [...lists.values()];
}

/** The `most` hidden cells nearest to one, by the number of sums between; in order. */
export function around(outsider: Outsider, hidden: Uint8Array, cell: number, most: number): number[] {
  const near = new Set([cell]);
  for (const each of near) {
    eachSumOf(outsider.grid, each, (axis, sum) => {
      if (near.size >= most || !linksAt(axis, sum, each, outsider.table.state)) return;
      for (const other of cellsOfSum(axis, sum, each)) if (hidden[other] === 1 && near.size < most) near.add(other);
    });
  }
  return [...near].sort((a, b) => a - b);
}
