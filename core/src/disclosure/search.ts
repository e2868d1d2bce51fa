import { eachSumOf, elementOf, linksAt } from "./grid.ts";
import type { Move } from "./moves.ts";
import { costOf, type Outsider } from "./outsider.ts";
import { cellState } from "./table.ts";
import { type AxisVectors, narrowVectors, type VectorLimits, vectorsOf, wideVectors } from "./vectors.ts";

/** What a move for a cell must reach: so far up, so far down, and so far in all. `budget`: what newly hidden cells may cost. */
export type Wish = { readonly up: number; readonly down: number; readonly width: number; readonly budget: number };

/** A move that was found, and what it newly hides costs. */
export type Found = { readonly move: Move; readonly cost: number };

/** The vectors of one axis that a cell can use, cheapest line first. */
type Line = {
  readonly vectors: AxisVectors;
  readonly element: number;
  readonly stride: number;
  readonly order: number[];
  readonly cost: Float64Array;
};

/** The vectors of every axis and element that were asked for. */
type Vectors = { readonly limits: VectorLimits; readonly made: readonly (AxisVectors | undefined)[][] };

/** A move is dear that costs more than so many times what it is for. */
const dear = 60;
const maxNodes = 60_000;
const maxSupport = 4096;

/**
 * Finds the cheapest product move for a cell: one vector per axis, multiplied, so that every sum of every axis is kept. Branch and
 * bound over the axes: what a partial product costs, it costs in every product that it grows into.
 */
export class Search {
  readonly #outsider: Outsider;
  readonly #hidden: Uint8Array;
  readonly #narrow: Vectors;
  readonly #wide: Vectors;
  readonly #cost: Float64Array;
  readonly #cell = new Int32Array(maxSupport);
  readonly #sign = new Int8Array(maxSupport);
  /** Of cells without a figure: 1 where they are loose, 2 where not, 0 where nobody looked. */
  readonly #loose: Int8Array;
  #lines: readonly Line[] = [];
  #rest: readonly number[] = [];
  #wish: Wish = { up: 0, down: 0, width: 0, budget: 0 };
  #best: Found | undefined;
  #bestCost = 0;
  #nodes = 0;

  /** `hidden` is read at every search: 1 for cells that are hidden already and cost nothing. */
  constructor(outsider: Outsider, hidden: Uint8Array) {
    this.#outsider = outsider;
    this.#hidden = hidden;
    this.#narrow = { limits: narrowVectors, made: outsider.grid.axes.map(() => []) };
    this.#wide = { limits: wideVectors, made: outsider.grid.axes.map(() => []) };
    this.#loose = new Int8Array(outsider.grid.cells);
    this.#cost = Float64Array.from({ length: outsider.grid.cells }, (_, cell) => costOf(outsider, cell));
  }

  /**
   * The cheapest move with +1 on `cell` that fulfils the wish within its budget; undefined where there is none. Where few vectors give
   * none, or a dear one, many are tried.
   */
  find(cell: number, wish: Wish): Found | undefined {
    const { start, floor } = this.#outsider;
    const slack = (start[cell] as number) - (floor[cell] as number);
    if (slack < less(wish.down)) return undefined;
    const found = this.#findAmong(this.#narrow, cell, slack, wish);
    const cheap = dear * Math.max(1, wish.up + wish.down, wish.width, Math.abs(start[cell] as number));
    if (wish.budget <= cheap || (found !== undefined && found.cost <= cheap)) return found;
    return this.#findAmong(this.#wide, cell, slack, { ...wish, budget: found?.cost ?? wish.budget }) ?? found;
  }

  #findAmong(vectors: Vectors, cell: number, slack: number, wish: Wish): Found | undefined {
    this.#wish = wish;
    this.#best = undefined;
    this.#bestCost = wish.budget + 1e-9;
    this.#nodes = 0;
    const lines: Line[] = [];
    for (const [at] of this.#outsider.grid.axes.entries()) {
      const line = this.#line(vectors, at, cell);
      if (line.order.length === 0) return undefined;
      lines.push(line);
    }
    lines.sort((a, b) => a.order.length - b.order.length);
    this.#lines = lines;
    this.#rest = restOf(lines);
    this.#cell[0] = cell;
    this.#sign[0] = 1;
    this.#extend(0, 1, 0, Number.POSITIVE_INFINITY, slack);
    return this.#best;
  }

  /** The vectors of an axis of which the cells on the cell's own line can move as the wish asks. */
  #line({ limits, made }: Vectors, at: number, cell: number): Line {
    const axis = this.#outsider.grid.axes[at] as Outsider["grid"]["axes"][number];
    const element = elementOf(axis, cell);
    const cache = made[at] as (AxisVectors | undefined)[];
    const vectors = cache[element] ?? vectorsOf(axis, element, limits);
    cache[element] = vectors;
    const count = vectors.start.length - 1;
    const cost = new Float64Array(count);
    const order: number[] = [];
    for (let vector = 0; vector < count; vector++) {
      const price = this.#price(vectors, vector, cell, element, axis.stride);
      if (price > this.#bestCost) continue;
      cost[vector] = price;
      order.push(vector);
    }
    order.sort((a, b) => (cost[a] as number) - (cost[b] as number) || a - b);
    return { vectors, element, stride: axis.stride, order, cost };
  }

  #price(vectors: AxisVectors, vector: number, cell: number, element: number, stride: number): number {
    let price = 0;
    for (let at = (vectors.start[vector] as number) + 1; at < (vectors.start[vector + 1] as number); at++) {
      const each = cell + ((vectors.element[at] as number) - element) * stride;
      const own = this.#priceOf(each, vectors.sign[at] as number);
      if (own === Number.POSITIVE_INFINITY) return own;
      price += own;
    }
    return price;
  }

  /** What a cell costs in a move that changes it by `sign`; infinite where it cannot move so far. */
  #priceOf(cell: number, sign: number): number {
    const { movable, start, floor, table } = this.#outsider;
    if (movable[cell] !== 1) return table.state[cell] === cellState.none && this.#isLoose(cell) ? 0 : Number.POSITIVE_INFINITY;
    const slack = (start[cell] as number) - (floor[cell] as number);
    if (slack < less(sign < 0 ? this.#wish.up : this.#wish.down)) return Number.POSITIVE_INFINITY;
    return this.#hidden[cell] === 1 ? 0 : (this.#cost[cell] as number);
  }

  #extend(depth: number, count: number, cost: number, up: number, down: number): void {
    const line = this.#lines[depth];
    if (line === undefined) {
      this.#take(count, cost);
      return;
    }
    const rest = this.#rest[depth] as number;
    for (const vector of line.order) {
      if (cost + (line.cost[vector] as number) + rest >= this.#bestCost) return;
      if (++this.#nodes > maxNodes) return;
      this.#multiply(line, vector, depth, count, cost, up, down);
    }
  }

  /** Multiplies the product so far with one vector and goes on, unless it gets too dear or cannot move far enough. */
  #multiply(line: Line, vector: number, depth: number, count: number, cost: number, up: number, down: number): void {
    const { start, floor, movable, table } = this.#outsider;
    const wish = this.#wish;
    const { vectors } = line;
    let size = count;
    for (let at = (vectors.start[vector] as number) + 1; at < (vectors.start[vector + 1] as number); at++) {
      const shift = ((vectors.element[at] as number) - line.element) * line.stride;
      const turn = vectors.sign[at] as number;
      if (size + count > maxSupport) return;
      for (let each = 0; each < count; each++) {
        const cell = (this.#cell[each] as number) + shift;
        const sign = turn * (this.#sign[each] as number);
        if (movable[cell] !== 1) {
          if (table.state[cell] !== cellState.none || !this.#isLoose(cell)) return;
          continue;
        }
        const slack = (start[cell] as number) - (floor[cell] as number);
        if (sign < 0) {
          if (slack < up) up = slack;
          if (slack < less(wish.up)) return;
        } else {
          if (slack < down) down = slack;
          if (slack < less(wish.down)) return;
        }
        if (up + down < less(wish.width)) return;
        if (this.#hidden[cell] !== 1) cost += this.#cost[cell] as number;
        if (cost >= this.#bestCost) return;
        this.#cell[size] = cell;
        this.#sign[size++] = sign;
      }
    }
    this.#extend(depth + 1, size, cost, up, down);
  }

  /** Whether a cell without a figure stands in no sum that says something: a product may run over it. */
  #isLoose(cell: number): boolean {
    const known = this.#loose[cell];
    if (known !== 0) return known === 1;
    const { grid, table } = this.#outsider;
    let linked = false;
    eachSumOf(grid, cell, (axis, sum) => {
      linked ||= linksAt(axis, sum, cell, table.state);
    });
    this.#loose[cell] = linked ? 2 : 1;
    return !linked;
  }

  /** Keeps a product that is cheaper than the best so far. */
  #take(count: number, cost: number): void {
    if (cost >= this.#bestCost) return;
    this.#best = { move: { cell: this.#cell.slice(0, count), coefficient: Float64Array.from(this.#sign.subarray(0, count)) }, cost };
    this.#bestCost = cost;
  }
}

/** A little less than what is wished, for figures that are no whole numbers. */
function less(wish: number): number {
  return wish - 1e-9 * Math.max(1, wish);
}

function restOf(lines: readonly Line[]): number[] {
  const rest = new Array<number>(lines.length).fill(0);
  for (let at = lines.length - 2; at >= 0; at--) {
    const next = lines[at + 1] as Line;
    rest[at] = (rest[at + 1] as number) + (next.cost[next.order[0] as number] as number);
  }
  return rest;
}
