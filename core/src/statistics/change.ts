import { status } from "../model/status.ts";
import { type Cell, finiteCell, poisonOf, stateCell } from "./cell.ts";

/**
 * What was added since a base, in the unit of the figures. A poison of either is the result; where either has no figure, the
 * result is empty (an empty base is no zero here), or not applicable where both are.
 */
export function absoluteChange(base: Cell, now: Cell): Cell {
  return spoilt(base, now) ?? finiteCell(now.value - base.value);
}

/**
 * The growth since a base in percent: 100·(now − base)/base. From zero or below it is not available. States as in
 * `absoluteChange`.
 */
export function relativeChange(base: Cell, now: Cell): Cell {
  const state = spoilt(base, now);
  if (state) return state;
  if (base.value <= 0) return stateCell(status.notAvailable);
  return finiteCell((100 * (now.value - base.value)) / base.value);
}

function spoilt(base: Cell, now: Cell): Cell | undefined {
  const poison = poisonOf([base, now]);
  if (poison !== undefined) return stateCell(poison);
  if (base.status === status.value && now.status === status.value) return undefined;
  const areBoth = base.status === status.notApplicable && now.status === status.notApplicable;
  return stateCell(areBoth ? status.notApplicable : status.empty);
}
