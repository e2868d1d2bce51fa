import { eachSumOf, linksAt, sumAt } from "./grid.ts";
import type { Outsider } from "./outsider.ts";

/** A change of hidden cells that keeps every sum: `coefficient[i]` on `cell[i]`. */
export type Move = { readonly cell: Int32Array; readonly coefficient: Float64Array };

/** How far a move can be made, and back: the largest multiples that leave no cell below its floor. */
export type Reach = { readonly up: number; readonly down: number };

/** How far a move reaches. */
export function reachOf({ start, floor }: Outsider, { cell, coefficient }: Move): Reach {
  let up = Number.POSITIVE_INFINITY;
  let down = Number.POSITIVE_INFINITY;
  for (let at = 0; at < cell.length; at++) {
    const each = cell[at] as number;
    const slack = (start[each] as number) - (floor[each] as number);
    const by = coefficient[at] as number;
    if (by < 0) up = Math.min(up, slack / -by);
    else if (by > 0) down = Math.min(down, slack / by);
  }
  return { up, down };
}

/** Whether a move touches hidden cells only and keeps every sum that links something. Independent of how it was found. */
export function holds(outsider: Outsider, { cell, coefficient }: Move, hidden: Uint8Array): boolean {
  const { grid, table } = outsider;
  const left = new Map<number, number>();
  for (let at = 0; at < cell.length; at++) {
    const each = cell[at] as number;
    if (hidden[each] !== 1) return false;
    eachSumOf(grid, each, (axis, sum, sign) => {
      if (!linksAt(axis, sum, each, table.state)) return;
      const key = sumAt(axis, sum, each, grid.cells);
      left.set(key, (left.get(key) ?? 0) + sign * (coefficient[at] as number));
    });
  }
  const scale = coefficient.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
  for (const rest of left.values()) if (Math.abs(rest) > 1e-7 * scale) return false;
  return true;
}

/** Many moves in few arrays, with for every cell the moves that touch it. Moves can be taken out. */
export class Moves {
  #cell = new Int32Array(1 << 12);
  #coefficient = new Float64Array(1 << 12);
  #owner = new Int32Array(1 << 12);
  #next = new Int32Array(1 << 12);
  #used = 0;
  readonly #start: number[] = [0];
  readonly #reach: Reach[] = [];
  readonly #out: boolean[] = [];
  /** Of every cell its last entry, or −1. */
  readonly #last: Int32Array;

  constructor(cells: number) {
    this.#last = new Int32Array(cells).fill(-1);
  }

  get count(): number {
    return this.#reach.length;
  }

  /** Adds a move and gives its number. */
  add(move: Move, reach: Reach): number {
    const number = this.#reach.length;
    while (this.#used + move.cell.length > this.#cell.length) this.#grow();
    for (let at = 0; at < move.cell.length; at++) {
      const cell = move.cell[at] as number;
      this.#cell[this.#used] = cell;
      this.#coefficient[this.#used] = move.coefficient[at] as number;
      this.#owner[this.#used] = number;
      this.#next[this.#used] = this.#last[cell] as number;
      this.#last[cell] = this.#used++;
    }
    this.#start.push(this.#used);
    this.#reach.push(reach);
    this.#out.push(false);
    return number;
  }

  #grow(): void {
    const longer = <A extends Int32Array | Float64Array>(made: A, from: A): A => {
      made.set(from);
      return made;
    };
    const size = 2 * this.#cell.length;
    this.#cell = longer(new Int32Array(size), this.#cell);
    this.#owner = longer(new Int32Array(size), this.#owner);
    this.#next = longer(new Int32Array(size), this.#next);
    this.#coefficient = longer(new Float64Array(size), this.#coefficient);
  }

  /** A move by its number. */
  move(number: number): Move {
    const from = this.#start[number] as number;
    const to = this.#start[number + 1] as number;
    return { cell: this.#cell.subarray(from, to), coefficient: this.#coefficient.subarray(from, to) };
  }

  reach(number: number): Reach {
    return this.#reach[number] as Reach;
  }

  isOut(number: number): boolean {
    return this.#out[number] === true;
  }

  /** Takes a move out, or puts it back. */
  setOut(number: number, out: boolean): void {
    this.#out[number] = out;
  }

  /** Calls `visit` with every move that touches a cell and is not taken out, and with its coefficient there; stops on `false`. */
  eachOf(cell: number, visit: (number: number, coefficient: number) => boolean | undefined): void {
    for (let at = this.#last[cell] as number; at >= 0; at = this.#next[at] as number) {
      const number = this.#owner[at] as number;
      if (this.#out[number] !== true && visit(number, this.#coefficient[at] as number) === false) return;
    }
  }
}
