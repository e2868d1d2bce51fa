import type { Pattern } from "./pattern.ts";
import type { Found, Search } from "./search.ts";

/** A cell that could not be made safe, by the moves that were tried. */
export type Unsafe = readonly number[];

/**
 * Makes every cell of a list safe, hiding as little as it finds: for each in turn the cheapest move that gives it what it misses.
 * Newly hidden cells join the list. Gives the cells for which no move was found.
 */
export function suppress(pattern: Pattern, search: Search, cells: readonly number[]): number[] {
  const queue = [...cells];
  const unsafe: number[] = [];
  for (let at = 0; at < queue.length; at++) {
    const cell = queue[at] as number;
    for (const found of movesFor(pattern, search, cell, Number.POSITIVE_INFINITY)) for (const each of pattern.add(found.move)) queue.push(each);
    if (!pattern.isSafe(cell)) unsafe.push(cell);
  }
  return unsafe;
}

/**
 * The moves that give a cell what it misses, within a budget. One move that does all of it, wide enough for the cells that it hides;
 * else one for each direction. Fewer moves than are needed where there are no others.
 */
export function* movesFor(pattern: Pattern, search: Search, cell: number, budget: number): Generator<Found> {
  const width = pattern.outsider.limits.minimum;
  const { up, down, width: own } = pattern.missing(cell);
  if (up === 0 && down === 0 && own === 0) return;
  const whole = search.find(cell, { up, down, width: Math.max(width, own), budget });
  if (whole !== undefined) {
    yield whole;
    return;
  }
  if (up === 0 || down === 0) {
    const narrow = own > 0 ? undefined : search.find(cell, { up, down, width: 0, budget });
    if (narrow !== undefined) yield narrow;
    return;
  }
  for (const half of [
    { up, down: 0 },
    { up: 0, down },
  ]) {
    const found = search.find(cell, { ...half, width, budget }) ?? search.find(cell, { ...half, width: 0, budget });
    if (found !== undefined) yield found;
  }
}

/** The cells of a list, those that need most first. */
export function hardestFirst(pattern: Pattern, cells: readonly number[]): number[] {
  const size = new Map(
    cells.map((cell) => {
      const { up, down, width } = pattern.need(cell);
      return [cell, Math.max(up + down, width)];
    }),
  );
  return [...cells].sort((a, b) => (size.get(b) ?? 0) - (size.get(a) ?? 0) || a - b);
}
