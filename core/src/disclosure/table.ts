/**
 * An axis of a table: areas of all levels, members of all classifications with the total, periods, or indicators that add up.
 * Its elements are numbered from 0. `sums` says which element is the sum of which others: a parent area of its children on
 * each level that adds up to it, a coarser member, the total, a year of months, an indicator that is the sum of others.
 */
export type Axis = {
  /** What elements are called, for messages. */
  readonly names: readonly string[];
  readonly sums: readonly { readonly total: number; readonly parts: readonly number[] }[];
};

/** What is known of a cell before anything is decided. */
export const cellState = {
  /** There is no figure: no record, or a state that says nothing about the others. It counts as nothing in sums. */
  none: 0,
  /** A figure that a release would show. */
  figure: 1,
  /** A figure that an earlier release showed: the outsider knows it whatever is decided now. */
  known: 2,
  /** Hidden by the supplier: neither we nor the outsider know it, but it is no less than 0 and counts in sums. */
  supplier: 3,
} as const;

/**
 * Everything that one release can answer about figures that hang together, as a dense block over its axes (row-major, the last
 * axis fastest). For every sum of an axis and every position on the other axes: the total is the sum of its parts.
 */
export type Table = {
  readonly axes: readonly Axis[];
  readonly value: Float64Array;
  /** One of `cellState` per cell. */
  readonly state: Uint8Array;
  /** What the minimum frequency is compared with, where it is not the value itself (NaN: nothing to compare with). */
  readonly frequency?: Float64Array;
  /** Denominators, for `minimumDenominator`. */
  readonly denominator?: Float64Array;
  /** The largest contribution to each cell, the second largest, and on. */
  readonly contributions?: readonly Float64Array[];
};

/** Number of cells. */
export function cellsOf(table: Pick<Table, "axes">): number {
  return table.axes.reduce((n, axis) => n * axis.names.length, 1);
}

/** What is asked of a table. */
export type Limits = {
  /** The minimum frequency k: a figure above 0 and below it is hidden, and the outsider must hold 1 (or 0) and k possible. */
  readonly minimum: number;
  /** Whether a zero shows. */
  readonly zerosShown: boolean;
  readonly minimumDenominator?: number;
  readonly dominance?: { readonly n: number; readonly k: number };
  readonly pPercent?: number;
};
