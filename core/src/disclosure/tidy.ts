import type { Pattern } from "./pattern.ts";
import type { Search } from "./search.ts";
import { movesFor } from "./suppress.ts";

/** A cell in more moves than this stays hidden: taking it back would cost more than it is likely to give. */
const mostMoves = 24;

/**
 * Shows complementary cells again where everything stays safe without them, the dearest first. A cell is shown when every cell that
 * leant on its moves finds others among what is hidden. Gives how many are shown again.
 */
export function tidy(pattern: Pattern, search: Search, candidates: readonly number[]): number {
  const { start } = pattern.outsider;
  const order = [...candidates].sort((a, b) => Math.abs(start[b] as number) - Math.abs(start[a] as number) || a - b);
  return order.reduce((shown, cell) => shown + (show(pattern, search, cell) ? 1 : 0), 0);
}

function show(pattern: Pattern, search: Search, cell: number): boolean {
  const { moves, hidden } = pattern;
  const out: number[] = [];
  moves.eachOf(cell, (number) => {
    out.push(number);
    return out.length <= mostMoves;
  });
  if (out.length > mostMoves) return false;
  const touched = new Set<number>();
  for (const number of out) {
    moves.setOut(number, true);
    for (const each of pattern.leaningOn(number)) touched.add(each);
  }
  hidden[cell] = 0;
  touched.add(cell);
  for (const each of touched) pattern.measure(each);
  const safe = [...touched].sort((a, b) => a - b).every((each) => hidden[each] === 0 || stays(pattern, search, each));
  if (safe) return true;
  hidden[cell] = 1;
  for (const number of out) moves.setOut(number, false);
  for (const each of touched) pattern.measure(each);
  return false;
}

/** Whether a cell is safe, if need be by moves over what is hidden already. */
function stays(pattern: Pattern, search: Search, cell: number): boolean {
  if (pattern.isSafe(cell)) return true;
  for (const { move } of movesFor(pattern, search, cell, 0)) pattern.add(move);
  return pattern.isSafe(cell);
}
