import type { Rating } from "../model/indicator.ts";
import { round12 } from "./round.ts";

/** Which end gets rank 1. */
export type Direction = "highest" | "lowest";

/** The direction of an indicator: the lowest figure first where lower is better, otherwise the highest. */
export function directionOf(rating: Rating): Direction {
  return rating === "lower" ? "lowest" : "highest";
}

/**
 * The rank of each figure from 1, equal figures sharing the best rank of their run and the next one counting on: 1-2-2-4.
 * Figures are equal when they agree in 12 significant digits. Where there is no figure (undefined or NaN) there is no rank.
 */
export function ranks(values: readonly (number | undefined)[], direction: Direction): (number | undefined)[] {
  const sign = direction === "highest" ? -1 : 1;
  const rounded = values.map((value) => (value === undefined || Number.isNaN(value) ? undefined : round12(value)));
  const order = rounded.flatMap((value) => (value === undefined ? [] : [value])).sort((a, b) => sign * (a - b));
  const first = new Map<number, number>();
  order.forEach((value, at) => {
    if (!first.has(value)) first.set(value, at + 1);
  });
  return rounded.map((value) => (value === undefined ? undefined : first.get(value)));
}
