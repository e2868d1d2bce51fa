import { reachOf } from "./moves.ts";
import type { Pattern } from "./pattern.ts";
import type { Found, Search, Wish } from "./search.ts";

/**
 * Makes every cell of a list safe, hiding as little as it finds: for each in turn the cheapest move that gives it what it misses.
 * Newly hidden cells join the list. Gives the cells for which no move was found.
 */
export function suppress(pattern: Pattern, search: Search, cells: readonly number[]): number[] {
  const queue = [...cells];
  const unsafe: number[] = [];
  for (let at = 0; at < queue.length; at++) {
    const cell = queue[at] as number;
    for (const budget of budgetsOf(pattern, cell)) {
      if (pattern.isSafe(cell)) break;
      for (const found of movesFor(pattern, search, cell, budget)) for (const each of pattern.add(found.move)) queue.push(each);
    }
    if (!pattern.isSafe(cell)) unsafe.push(cell);
  }
  return unsafe;
}

/**
 * What the moves for a cell may cost, tried in turn. A move over a large total is found at once and then free for every other cell, so
 * several small moves on top of each other are tried before it.
 */
function budgetsOf(pattern: Pattern, cell: number): readonly number[] {
  const { up, down, width } = pattern.missing(cell);
  const size = Math.max(1, up + down, width, pattern.outsider.limits.minimum);
  return [20 * size, 400 * size, Number.POSITIVE_INFINITY];
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
  if (own > 0) {
    const made =
      stack(pattern, search, cell, { up: own, down: 0, width: 0, budget }) ??
      stack(pattern, search, cell, { up: 0, down: own, width: 0, budget });
    if (made !== undefined) yield made;
    return;
  }
  for (const half of [
    { up, down: 0 },
    { up: 0, down },
  ]) {
    if (half.up + half.down === 0) continue;
    const found = search.find(cell, { ...half, width, budget }) ?? search.find(cell, { ...half, width: 0, budget });
    const made = found ?? stack(pattern, search, cell, { ...half, width: 0, budget });
    if (made !== undefined) yield made;
  }
}

const mostStacked = 24;

/**
 * Several moves on top of each other that together take a cell up (or down) as far as asked: each is the cheapest from where the one
 * before it ended. Needed where no single cell can give enough.
 */
function stack(pattern: Pattern, search: Search, cell: number, wish: Wish): Found | undefined {
  const { outsider, hidden } = pattern;
  const upwards = wish.up > 0;
  const need = upwards ? wish.up : wish.down;
  const change = new Map<number, number>();
  const fresh: number[] = [];
  let done = 0;
  let cost = 0;
  let step = wish.budget === 0 ? need / 16 : need;
  for (let round = 0; round < mostStacked && done < need * (1 - 1e-9) && step > need / 20; round++) {
    const least = Math.min(step, need - done);
    const found = search.find(cell, { up: upwards ? least : 0, down: upwards ? 0 : least, width: 0, budget: wish.budget - cost });
    if (found === undefined) {
      step /= 2;
      continue;
    }
    const reach = reachOf(outsider, found.move);
    const by = Math.min(upwards ? reach.up : reach.down, need - done);
    done += by;
    cost += found.cost;
    found.move.cell.forEach((each, at) => {
      const shift = (upwards ? by : -by) * (found.move.coefficient[at] as number);
      change.set(each, (change.get(each) ?? 0) + shift);
      outsider.start[each] = (outsider.start[each] as number) + shift;
      if (hidden[each] === 0) fresh.push(each);
      hidden[each] = 1;
    });
  }
  for (const each of fresh) hidden[each] = 0;
  for (const [each, shift] of change) outsider.start[each] = (outsider.start[each] as number) - shift;
  const own = change.get(cell) ?? 0;
  if (done < need * (1 - 1e-9)) return undefined;
  const kept = [...change].filter(([, shift]) => Math.abs(shift) > 1e-9 * need);
  return {
    move: { cell: Int32Array.from(kept, ([each]) => each), coefficient: Float64Array.from(kept, ([, shift]) => shift / own) },
    cost,
  };
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
