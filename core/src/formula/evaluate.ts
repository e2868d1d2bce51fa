import { status } from "../model/status.ts";
import type { Computation } from "../query/plan.ts";
import { type Cell, finiteCell, poisonOf, stateCell } from "../statistics/cell.ts";
import { fsum } from "../statistics/round.ts";

/**
 * The state algebra of formulas for one cell (semantics, sections 3 and 7): the reference for what engines compute.
 *
 * 1. A poison (private, hidden, not available, unknown, incomplete) in any operand is the result, times 0 too; of several
 *    the first of `poisonOrder`.
 * 2. All operands not applicable: not applicable.
 * 3. `+` and `-`: an operand that is empty or not applicable counts as 0 if the other has a figure; else the result is empty.
 * 4. `*`, `/`, `minus`, `sqrt`, `round`: an operand that is empty or not applicable makes the result empty.
 * 5. Division by zero, the root of a negative figure and whatever is not finite are empty.
 * 6. `round` goes to the nearest integer, halves away from zero.
 *
 * A number that stands in the formula is a figure. Each operation sees only its own operands: `a + b + c` is `(a + b) + c`.
 * A result that is no figure holds NaN, also where it is incomplete.
 */
export function evaluate(computation: Computation, operands: readonly Cell[]): Cell {
  switch (computation.op) {
    case "number":
      return finiteCell(computation.value);
    case "operand":
      return operands[computation.index] ?? stateCell(status.empty);
    case "minus":
    case "sqrt":
    case "round":
      return apply(computation.op, evaluate(computation.of, operands));
    default:
      return combine(computation.op, evaluate(computation.left, operands), evaluate(computation.right, operands));
  }
}

/** One operation on two cells; rules above. */
export function combine(operator: "+" | "-" | "*" | "/", a: Cell, b: Cell): Cell {
  const poison = poisonOf([a, b]);
  if (poison !== undefined) return stateCell(poison);
  if (a.status === status.notApplicable && b.status === status.notApplicable) return stateCell(status.notApplicable);
  const figures = [a, b].filter((each) => each.status === status.value).length;
  if (figures < (operator === "+" || operator === "-" ? 1 : 2)) return stateCell(status.empty);
  const x = a.status === status.value ? a.value : 0;
  const y = b.status === status.value ? b.value : 0;
  if (operator === "+") return finiteCell(x + y);
  if (operator === "-") return finiteCell(x - y);
  if (operator === "*") return finiteCell(x * y);
  return finiteCell(x / y);
}

/** A change of sign, a square root or a rounding; a state passes unchanged. */
export function apply(operation: "minus" | "sqrt" | "round", of: Cell): Cell {
  if (of.status !== status.value) return stateCell(of.status);
  if (operation === "minus") return finiteCell(-of.value);
  if (operation === "sqrt") return finiteCell(Math.sqrt(of.value));
  return finiteCell(Math.sign(of.value) * Math.round(Math.abs(of.value)));
}

/**
 * The sum of cells (semantics, section 3): empty and not applicable are skipped, a poison is the result; nothing but not
 * applicable is not applicable; no figure at all is empty. The sum is compensated, so its order does not matter.
 */
export function sumStates(cells: readonly Cell[]): Cell {
  const poison = poisonOf(cells);
  if (poison !== undefined) return stateCell(poison);
  const figures = cells.filter((each) => each.status === status.value);
  if (figures.length > 0) return finiteCell(fsum(figures.map((each) => each.value)));
  const all = cells.length > 0 && cells.every((each) => each.status === status.notApplicable);
  return stateCell(all ? status.notApplicable : status.empty);
}
