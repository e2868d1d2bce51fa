import { fsum } from "../statistics/round.ts";
import { cellState, cellsOf, type Limits, type Table } from "./table.ts";

/**
 * The figures that are hidden for themselves (semantics, section 5; Handbook on Statistical Disclosure Control, 2nd edition 2024,
 * table of sensitivity rules): 1 where a figure is hidden by the minimum frequency, the minimum denominator, dominance or p %.
 * Cells without a figure and those that the supplier hid are 0.
 */
export function primaryCells(table: Table, limits: Limits): Uint8Array {
  const hidden = new Uint8Array(cellsOf(table));
  for (let cell = 0; cell < hidden.length; cell++) {
    const state = table.state[cell];
    if (state !== cellState.figure && state !== cellState.known) continue;
    if (isFew(table, limits, cell) || isThin(table, limits, cell) || concentrationMargin(table, limits, cell) > 0) hidden[cell] = 1;
  }
  return hidden;
}

/**
 * Whether the minimum frequency hides a figure: what is compared (the frequency, else the size of the figure) lies below the minimum.
 * A zero shows where zeros show; a negative figure is no count.
 */
export function isFew(table: Table, limits: Limits, cell: number): boolean {
  const given = table.frequency?.[cell] ?? Number.NaN;
  const compared = Number.isNaN(given) ? (table.value[cell] as number) : given;
  if (!(compared >= 0) || compared >= limits.minimum) return false;
  return compared > 0 || !limits.zerosShown;
}

function isThin(table: Table, limits: Limits, cell: number): boolean {
  if (limits.minimumDenominator === undefined) return false;
  return (table.denominator?.[cell] ?? Number.NaN) < limits.minimumDenominator;
}

/**
 * How far the upper bound of what an outsider can know of a figure must at least lie above it, by dominance and p % (Handbook on
 * Statistical Disclosure Control, table of upper protection levels): (n,k): 100/k · (x1 + … + xn) − X; p %: p/100 · x1 − (X − x1 − x2).
 * Above 0 exactly where the rule hides the figure; 0 where no rule does.
 */
export function concentrationMargin(table: Table, limits: Limits, cell: number): number {
  const shares = table.contributions;
  const total = table.value[cell] as number;
  if (shares === undefined || !(total > 0)) return 0;
  const largest = (at: number): number => {
    const share = shares[at]?.[cell] ?? 0;
    return share > 0 ? share : 0;
  };
  let margin = 0;
  const { dominance, pPercent } = limits;
  if (dominance !== undefined) {
    const top = fsum(Array.from({ length: dominance.n }, (_, at) => largest(at)));
    margin = Math.max(margin, (100 / dominance.k) * top - total);
  }
  if (pPercent !== undefined) margin = Math.max(margin, (pPercent / 100) * largest(0) - fsum([total, -largest(0), -largest(1)]));
  return margin > 1e-9 * total ? margin : 0;
}
