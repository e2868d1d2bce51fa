import { poisonOrder, type Status, status } from "../model/status.ts";

/** One figure with its state. Where the state is not `value`, `value` is NaN (with `incomplete` it may be the number missing). */
export type Cell = { readonly value: number; readonly status: Status };

/** A state without a figure. */
export function stateCell(state: Status): Cell {
  return { value: Number.NaN, status: state };
}

/** A figure; one that is not finite is empty, −0 is 0. */
export function finiteCell(value: number): Cell {
  return Number.isFinite(value) ? { value: value + 0, status: status.value } : stateCell(status.empty);
}

/** Of the states that spoil a result the one that shows, by `poisonOrder`; undefined where there is none. */
export function poisonOf(cells: readonly Cell[]): Status | undefined {
  return poisonOrder.find((poison) => cells.some((each) => each.status === poison));
}
