/** Which stored period is read for which shown one. They differ for shifted operands and for figures without time. */
export type PeriodPair = { readonly show: number; readonly read: number };

/** Areas of one level; `undefined` means all of them. */
export type AreaFilter = { readonly level: number; readonly areas: readonly number[] | undefined };

/** An expression whose leaves are the operands of a formula node, by position. */
export type Computation =
  | { readonly op: "number"; readonly value: number }
  | { readonly op: "operand"; readonly index: number }
  | { readonly op: "+" | "-" | "*" | "/"; readonly left: Computation; readonly right: Computation }
  | { readonly op: "minus" | "sqrt" | "round"; readonly of: Computation };

/** Axis of a cube scan: the stored member of column `column` (0-based) counts in the shown one. */
export type AxisMap = {
  readonly column: number;
  /** Pairs stored → shown; members not in it are left out. `undefined`: every stored member is shown as itself. */
  readonly pairs: readonly (readonly [number, number])[] | undefined;
};

/**
 * What is read in one column of a guarded cube, of which every total is stored with its own decision: members to show, one member (0 is
 * the total), or a group of members whose sum is made of published figures only (`totals` are the published sums over its level).
 */
export type GuardedColumn =
  | { readonly kind: "axis"; readonly shown: readonly number[] }
  | { readonly kind: "one"; readonly member: number }
  | {
      readonly kind: "group";
      readonly members: readonly number[];
      readonly totals: readonly { readonly total: number; readonly parts: readonly number[] }[];
    };

/**
 * What the engine must do, as plain data: printable, comparable in tests, printed as SQL by each store.
 * Every node yields rows (area, period, one column per axis, value, status, text); a cell without a row is empty,
 * unless its period stands in `unavailable`: then it is not available.
 */
export type Plan =
  | {
      readonly node: "scan";
      readonly indicator: number;
      readonly areas: AreaFilter;
      readonly periods: readonly PeriodPair[];
      readonly unavailable: readonly number[];
      /** Figures are rounded to this step before anything else sees them. */
      readonly step?: number;
      /** The figures are texts. */
      readonly texts?: true;
      /** Some of the figures carry a flag, to be read beside them. */
      readonly flags?: true;
    }
  | {
      readonly node: "cells";
      readonly cube: number;
      /** Number of stored dimension columns. */
      readonly columns: number;
      readonly areas: AreaFilter;
      readonly periods: readonly PeriodPair[];
      readonly unavailable: readonly number[];
      readonly axes: readonly AxisMap[];
      /** Stored members that count, per column that is limited but not an axis. */
      readonly only: readonly { readonly column: number; readonly members: readonly number[] }[];
      /** Whether cells may be added up; false: each result must be one stored cell. */
      readonly additive: boolean;
      /** An absent combination is zero where the area has any record of the period, otherwise empty. */
      readonly zero: boolean;
      readonly step?: number;
      readonly flags?: true;
      /** For a cube under disclosure control, per column; `axes`, `only` and `additive` say the same for other cubes. */
      readonly guarded?: readonly GuardedColumn[];
    }
  | {
      readonly node: "formula";
      readonly compute: Computation;
      readonly operands: readonly Plan[];
      readonly unavailable: readonly number[];
    }
  /** Figures between areas, in one direction: from the areas (`out`) or to them (`in`). */
  | {
      readonly node: "flow";
      readonly indicator: number;
      readonly side: "out" | "in";
      readonly areas: AreaFilter;
      /** The areas at the other end, an axis of the rows; without them the total over all. */
      readonly partners?: AreaFilter;
      /** Whether what has both ends inside the area counts. */
      readonly within: boolean;
      /** A symmetric figure: what has both ends inside counts each pair once. */
      readonly pairs: boolean;
      /** Two areas without a record are zero where the level has figures for the period. */
      readonly zero: boolean;
      readonly periods: readonly PeriodPair[];
      readonly unavailable: readonly number[];
      readonly step?: number;
    }
  /** The rows with the largest (or smallest) values, ties by area. */
  | { readonly node: "top"; readonly of: Plan; readonly count: number; readonly smallest: boolean };

/**
 * Rows as the engine gives them back, by column. `members` has one array per axis of a cube scan; a row in which they are 0 (−1 in a
 * guarded cube) says that the area has records of the period: what is absent there is zero.
 */
export type Rows = {
  readonly length: number;
  readonly area: Int32Array;
  readonly period: Int32Array;
  readonly members: readonly Int32Array[];
  readonly value: Float64Array;
  readonly status: Uint8Array;
  /** Bits of `cellFlag`; only where the plan reads flags. */
  readonly flag?: Uint8Array;
  readonly text?: readonly (string | null)[];
};
