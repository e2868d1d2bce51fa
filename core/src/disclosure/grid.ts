import { cellState, cellsOf, type Table } from "./table.ts";

/** The sums of one axis as flat arrays: of every sum its total and parts (ascending), of every element the sums it stands in. */
export type AxisSums = {
  /** Number of elements, and the distance between the cells of two neighbouring elements. */
  readonly size: number;
  readonly stride: number;
  readonly total: Int32Array;
  readonly partStart: Int32Array;
  readonly part: Int32Array;
  readonly ofStart: Int32Array;
  readonly of: Int32Array;
  /** Of every entry of `of`: 1 where the element is a part, −1 where it is the total. */
  readonly ofSign: Int8Array;
  /** Number of the first sum of this axis among all sums of the table at all positions. */
  readonly base: number;
};

/** The shape of a table, for work on cell numbers. */
export type Grid = { readonly cells: number; readonly sums: number; readonly axes: readonly AxisSums[] };

/** The grid of a table. Elements without any figure leave their sums, and a sum without a total or without parts links nothing. */
export function gridOf(table: Table): Grid {
  const cells = cellsOf(table);
  let stride = cells;
  let base = 0;
  const axes = table.axes.map((axis) => {
    const size = axis.names.length;
    stride = size === 0 ? 0 : stride / size;
    const alive = aliveOf(table.state, size, stride);
    const sums = axis.sums.flatMap(({ total, parts }) => {
      const kept = [...new Set(parts)].filter((part) => part !== total && alive[part] === 1).sort((a, b) => a - b);
      return alive[total] === 1 && kept.length > 0 ? [{ total, parts: kept }] : [];
    });
    const made = { ...flat(sums, size), size, stride, base };
    base += size === 0 ? 0 : sums.length * (cells / size);
    return made;
  });
  return { cells, sums: base, axes };
}

/** 1 for the elements of an axis of which some cell has a state other than none. */
function aliveOf(state: Uint8Array, size: number, stride: number): Uint8Array {
  const alive = new Uint8Array(size);
  for (let cell = 0; cell < state.length; cell++) if (state[cell] !== cellState.none) alive[Math.floor(cell / stride) % size] = 1;
  return alive;
}

type Sums = readonly { readonly total: number; readonly parts: readonly number[] }[];

function flat(sums: Sums, size: number): Omit<AxisSums, "size" | "stride" | "base"> {
  const partStart = new Int32Array(sums.length + 1);
  sums.forEach((sum, at) => {
    partStart[at + 1] = (partStart[at] as number) + sum.parts.length;
  });
  const standing: { sum: number; sign: number }[][] = Array.from({ length: size }, () => []);
  sums.forEach((each, sum) => {
    for (const part of each.parts) standing[part]?.push({ sum, sign: 1 });
    standing[each.total]?.push({ sum, sign: -1 });
  });
  const ofStart = new Int32Array(size + 1);
  standing.forEach((each, at) => {
    ofStart[at + 1] = (ofStart[at] as number) + each.length;
  });
  return {
    total: Int32Array.from(sums, (sum) => sum.total),
    partStart,
    part: Int32Array.from(sums.flatMap((sum) => sum.parts)),
    ofStart,
    of: Int32Array.from(standing.flatMap((each) => each.map((one) => one.sum))),
    ofSign: Int8Array.from(standing.flatMap((each) => each.map((one) => one.sign))),
  };
}

/** The element of an axis on which a cell lies. */
export function elementOf(axis: AxisSums, cell: number): number {
  return Math.floor(cell / axis.stride) % axis.size;
}

/** The number, among all sums at all positions, of sum `sum` of an axis at the place of a cell on the other axes. */
export function sumAt(axis: AxisSums, sum: number, cell: number, cells: number): number {
  const block = axis.stride * axis.size;
  return axis.base + sum * (cells / axis.size) + Math.floor(cell / block) * axis.stride + (cell % axis.stride);
}

/** The cells of sum `sum` of an axis at the place of a cell: the total first. */
export function cellsOfSum(axis: AxisSums, sum: number, cell: number): number[] {
  const zero = cell - elementOf(axis, cell) * axis.stride;
  const list = [zero + (axis.total[sum] as number) * axis.stride];
  for (let at = axis.partStart[sum] as number; at < (axis.partStart[sum + 1] as number); at++)
    list.push(zero + (axis.part[at] as number) * axis.stride);
  return list;
}

/** Calls `visit` for every sum in which a cell stands, with the axis, the sum and 1 (a part) or −1 (the total). */
export function eachSumOf(grid: Grid, cell: number, visit: (axis: AxisSums, sum: number, sign: number) => void): void {
  for (const axis of grid.axes) {
    const element = elementOf(axis, cell);
    for (let at = axis.ofStart[element] as number; at < (axis.ofStart[element + 1] as number); at++)
      visit(axis, axis.of[at] as number, axis.ofSign[at] as number);
  }
}

/** Whether a sum says something at the place of a cell: its total has a state, and some part. */
export function linksAt(axis: AxisSums, sum: number, cell: number, state: Uint8Array): boolean {
  const zero = cell - elementOf(axis, cell) * axis.stride;
  if (state[zero + (axis.total[sum] as number) * axis.stride] === cellState.none) return false;
  for (let at = axis.partStart[sum] as number; at < (axis.partStart[sum + 1] as number); at++)
    if (state[zero + (axis.part[at] as number) * axis.stride] !== cellState.none) return true;
  return false;
}
