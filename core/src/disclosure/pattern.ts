import { holds, type Move, Moves, reachOf } from "./moves.ts";
import { type Need, needOf, type Outsider } from "./outsider.ts";

/**
 * What is hidden, with the moves that prove how far each hidden cell can vary. `up` and `down` of a cell are what its moves reach;
 * possible worlds form a convex set, so everything between them is possible too.
 */
export class Pattern {
  readonly outsider: Outsider;
  /** 1 for hidden cells, those of the supplier included. */
  readonly hidden: Uint8Array;
  readonly moves: Moves;
  readonly up: Float64Array;
  readonly down: Float64Array;
  readonly #needs = new Map<number, Need>();

  constructor(outsider: Outsider, hidden: Uint8Array) {
    this.outsider = outsider;
    this.hidden = hidden;
    this.moves = new Moves(hidden.length);
    this.up = new Float64Array(hidden.length);
    this.down = new Float64Array(hidden.length);
  }

  need(cell: number): Need {
    const known = this.#needs.get(cell);
    if (known !== undefined) return known;
    const need = needOf(this.outsider, cell);
    this.#needs.set(cell, need);
    return need;
  }

  /** What the moves of a cell do not reach yet. */
  missing(cell: number): Need {
    const { up, down, width } = this.need(cell);
    const lacks = (need: number, has: number): number => (has >= need - 1e-9 * Math.max(1, need) ? 0 : need);
    const [above, below] = [this.up[cell] as number, this.down[cell] as number];
    return { up: lacks(up, above), down: lacks(down, below), width: lacks(width, above + below) };
  }

  isSafe(cell: number): boolean {
    const { up, down, width } = this.missing(cell);
    return up === 0 && down === 0 && width === 0;
  }

  /** Takes a move over, hides what it touches, and gives the cells that are newly hidden. */
  add(move: Move): number[] {
    const fresh: number[] = [];
    for (const cell of move.cell) {
      if (this.hidden[cell] === 1) continue;
      this.hidden[cell] = 1;
      fresh.push(cell);
    }
    const reach = reachOf(this.outsider, move);
    this.moves.add(move, reach);
    for (let at = 0; at < move.cell.length; at++)
      this.#widen(move.cell[at] as number, move.coefficient[at] as number, reach.up, reach.down);
    return fresh;
  }

  /** Takes a move over only if it is true: on hidden cells, keeping every sum. For moves from elsewhere. */
  addTrue(move: Move): boolean {
    const keeps = holds(this.outsider, move, this.hidden);
    if (keeps) this.add(move);
    return keeps;
  }

  #widen(cell: number, coefficient: number, up: number, down: number): void {
    const above = coefficient > 0 ? up * coefficient : down * -coefficient;
    const below = coefficient > 0 ? down * coefficient : up * -coefficient;
    if (above > (this.up[cell] as number)) this.up[cell] = above;
    if (below > (this.down[cell] as number)) this.down[cell] = below;
  }

  /** The cells of a move that have their reach, up or down, from this move. */
  leaningOn(number: number): number[] {
    const { cell, coefficient } = this.moves.move(number);
    const { up, down } = this.moves.reach(number);
    const leaning: number[] = [];
    for (let at = 0; at < cell.length; at++) {
      const each = cell[at] as number;
      const by = coefficient[at] as number;
      const above = by > 0 ? up * by : down * -by;
      const below = by > 0 ? down * by : up * -by;
      if (above >= (this.up[each] as number) || below >= (this.down[each] as number)) leaning.push(each);
    }
    return leaning;
  }

  /** Finds out again how far a cell can vary, by the moves that are left; stops where that is far enough. */
  measure(cell: number): void {
    this.up[cell] = 0;
    this.down[cell] = 0;
    if (this.hidden[cell] !== 1) return;
    this.moves.eachOf(cell, (number, coefficient) => {
      const { up, down } = this.moves.reach(number);
      this.#widen(cell, coefficient, up, down);
      return !this.isSafe(cell);
    });
  }
}
