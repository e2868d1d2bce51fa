import type { AxisSums } from "./grid.ts";

/**
 * Small changes along one axis that keep its sums: each starts with +1 on the same element, every other entry is +1 or −1, and
 * for every sum of the axis the parts change by as much as the total. Vector v has the entries `start[v]` up to `start[v + 1]`.
 */
export type AxisVectors = { readonly start: Int32Array; readonly element: Int32Array; readonly sign: Int8Array };

/** How far the search for vectors goes: how many are kept, how many drafts of one size are looked at, how many elements one touches. */
export type VectorLimits = { readonly vectors: number; readonly beam: number; readonly support: number };

/** Wide enough for the siblings in a province or a municipality. */
export const narrowVectors: VectorLimits = { vectors: 96, beam: 96, support: 14 };

/** For elements of which the narrow search gives nothing cheap. */
export const wideVectors: VectorLimits = { vectors: 384, beam: 1000, support: 14 };

/** A vector that is being made: its entries, and by how much each sum is still off (parts less total). */
type Draft = {
  readonly elements: readonly number[];
  readonly signs: readonly number[];
  readonly off: ReadonlyMap<number, number>;
  readonly key: number;
};

/** A draft that is not worked out yet: another with one more entry. */
type Next = { readonly from: Draft; readonly element: number; readonly sign: number };

const nothing: Draft = { elements: [], signs: [], off: new Map(), key: 0 };

/**
 * The vectors of one element, those that touch the fewest elements first: an element and a sibling under all the same parents, else
 * with the parents that part them, at the end the element with all its totals. Breadth first by the number of elements, so many
 * drafts a size: a sum that is off is mended by its total or by one of its parts, the sum with the fewest parts first.
 */
export function vectorsOf(axis: AxisSums, element: number, limits: VectorLimits = narrowVectors): AxisVectors {
  const found: Draft[] = [];
  const seen = new Set<number>();
  const levels: Next[][] = [[], [{ from: nothing, element, sign: 1 }]];
  for (let size = 1; size < levels.length && found.length < limits.vectors; size++) {
    const level = levels[size] ?? [];
    const room = { all: limits.beam, each: Math.ceil(limits.beam / level.length) };
    for (const next of level) {
      if (found.length >= limits.vectors) break;
      const draft = grown(axis, next);
      if (draft.off.size === 0) found.push(draft);
      else if (size < limits.support) extend(axis, draft, seen, levels, room);
    }
  }
  addUpwards(axis, element, found);
  return pack(found);
}

/** A draft with one more entry. */
function grown(axis: AxisSums, { from, element, sign }: Next): Draft {
  const off = new Map(from.off);
  for (let at = axis.ofStart[element] as number; at < (axis.ofStart[element + 1] as number); at++) {
    const sum = axis.of[at] as number;
    const left = (off.get(sum) ?? 0) + (axis.ofSign[at] as number) * sign;
    if (left === 0) off.delete(sum);
    else off.set(sum, left);
  }
  return { elements: [...from.elements, element], signs: [...from.signs, sign], off, key: from.key + mixed(element, sign) };
}

/** A number that makes the keys of drafts differ, whatever the order of their entries: a bit mixer, kept below 2^48. */
function mixed(element: number, sign: number): number {
  let x = Math.imul(2 * element + (sign > 0 ? 1 : 0) + 0x9e3779b9, 0x85ebca6b);
  x ^= x >>> 13;
  const high = Math.imul(x, 0xc2b2ae35) >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x27d4eb2f);
  return high * 65536 + ((x >>> 8) & 0xffff);
}

type Room = { readonly all: number; readonly each: number };

/** Adds to the next level drafts that mend the sum with the fewest parts: by its total, then by the parts nearest in the list. */
function extend(axis: AxisSums, draft: Draft, seen: Set<number>, levels: Next[][], room: Room): void {
  const sum = smallestOff(axis, draft.off);
  const left = draft.off.get(sum) as number;
  if (Math.abs(left) > 1) return;
  const next = draft.elements.length + 1;
  levels[next] ??= [];
  const level = levels[next];
  const most = Math.min(room.all, level.length + room.each);
  const add = (element: number, sign: number): void => {
    if (level.length >= most || draft.elements.includes(element)) return;
    const key = draft.key + mixed(element, sign);
    if (seen.has(key)) return;
    seen.add(key);
    level.push({ from: draft, element, sign });
  };
  add(axis.total[sum] as number, left);
  for (const part of nearestParts(axis, sum, draft.elements[0] as number)) {
    if (level.length >= most) return;
    add(part, -left);
  }
}

/** The parts of a sum, those nearest to an element first. Parts stand in ascending order. */
function* nearestParts(axis: AxisSums, sum: number, element: number): Generator<number> {
  const [from, to] = [axis.partStart[sum] as number, axis.partStart[sum + 1] as number];
  let above = from;
  for (let high = to; above < high; ) {
    const middle = (above + high) >> 1;
    if ((axis.part[middle] as number) < element) above = middle + 1;
    else high = middle;
  }
  let below = above - 1;
  while (below >= from || above < to) {
    const isBelow = above >= to || (below >= from && element - (axis.part[below] as number) <= (axis.part[above] as number) - element);
    yield axis.part[isBelow ? below-- : above++] as number;
  }
}

function smallestOff(axis: AxisSums, off: ReadonlyMap<number, number>): number {
  let best = -1;
  let fewest = Number.POSITIVE_INFINITY;
  for (const sum of off.keys()) {
    const parts = (axis.partStart[sum + 1] as number) - (axis.partStart[sum] as number);
    if (parts > fewest || (parts === fewest && sum > best)) continue;
    best = sum;
    fewest = parts;
  }
  return best;
}

/** Adds the element with all totals above it, where that alone keeps the sums and is not there yet. */
function addUpwards(axis: AxisSums, element: number, found: Draft[]): void {
  let draft = grown(axis, { from: nothing, element, sign: 1 });
  for (let at = 0; at < draft.elements.length; at++) {
    const each = draft.elements[at] as number;
    for (let of = axis.ofStart[each] as number; of < (axis.ofStart[each + 1] as number); of++) {
      const total = axis.total[axis.of[of] as number] as number;
      if (axis.ofSign[of] === 1 && !draft.elements.includes(total)) draft = grown(axis, { from: draft, element: total, sign: 1 });
    }
  }
  if (draft.off.size === 0 && !found.some((each) => each.key === draft.key)) found.push(draft);
}

function pack(found: readonly Draft[]): AxisVectors {
  const start = new Int32Array(found.length + 1);
  found.forEach((draft, at) => {
    start[at + 1] = (start[at] as number) + draft.elements.length;
  });
  return {
    start,
    element: Int32Array.from(found.flatMap((draft) => draft.elements)),
    sign: Int8Array.from(found.flatMap((draft) => draft.signs)),
  };
}
