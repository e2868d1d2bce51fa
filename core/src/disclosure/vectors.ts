import type { AxisSums } from "./grid.ts";

/**
 * Small changes along one axis that keep its sums: each starts with +1 on the same element, every other entry is +1 or −1, and
 * for every sum of the axis the parts change by as much as the total. Vector v has the entries `start[v]` up to `start[v + 1]`.
 */
export type AxisVectors = { readonly start: Int32Array; readonly element: Int32Array; readonly sign: Int8Array };

/** How far the search for vectors goes: how many are kept, how many drafts are made, how many elements one touches. */
export type VectorLimits = { readonly vectors: number; readonly drafts: number; readonly support: number };

/** Wide enough for 300 siblings; an element of a deep hierarchy reaches `drafts` first. */
export const vectorLimits: VectorLimits = { vectors: 320, drafts: 1200, support: 14 };

type Draft = { readonly elements: readonly number[]; readonly signs: readonly number[] };

/**
 * The vectors of one element, those that touch the fewest elements first: an element and a sibling under all the same parents, else
 * with the parents that part them, at the end the element with all its totals. Breadth first by the number of elements: a sum that
 * does not hold yet is mended by its total or by one of its parts.
 */
export function vectorsOf(axis: AxisSums, element: number, limits: VectorLimits = vectorLimits): AxisVectors {
  const found: Draft[] = [];
  const seen = new Set<string>();
  const levels: Draft[][] = [[], [{ elements: [element], signs: [1] }]];
  for (let size = 1; size < levels.length && found.length < limits.vectors; size++) {
    for (const draft of levels[size] ?? []) {
      if (found.length >= limits.vectors) break;
      const broken = brokenSum(axis, draft);
      if (broken === undefined) found.push(draft);
      else if (size < limits.support && seen.size < limits.drafts) extend(axis, draft, broken, seen, levels);
    }
  }
  addUpwards(axis, element, found);
  return pack(found);
}

/** Of the sums that a draft breaks the one with the fewest parts, and by how much the total must grow. */
function brokenSum(axis: AxisSums, { elements, signs }: Draft): { sum: number; left: number } | undefined {
  let best: { sum: number; left: number; parts: number } | undefined;
  for (const element of elements) {
    for (let at = axis.ofStart[element] as number; at < (axis.ofStart[element + 1] as number); at++) {
      const sum = axis.of[at] as number;
      const parts = (axis.partStart[sum + 1] as number) - (axis.partStart[sum] as number);
      if (best !== undefined && (best.parts < parts || (best.parts === parts && best.sum <= sum))) continue;
      const left = leftOf(axis, sum, elements, signs);
      if (left !== 0) best = { sum, left, parts };
    }
  }
  return best;
}

function leftOf(axis: AxisSums, sum: number, elements: readonly number[], signs: readonly number[]): number {
  let left = 0;
  elements.forEach((element, at) => {
    for (let each = axis.ofStart[element] as number; each < (axis.ofStart[element + 1] as number); each++)
      if (axis.of[each] === sum) left += (axis.ofSign[each] as number) * (signs[at] as number);
  });
  return left;
}

function extend(axis: AxisSums, draft: Draft, { sum, left }: { sum: number; left: number }, seen: Set<string>, levels: Draft[][]): void {
  if (Math.abs(left) > 1) return;
  const next = draft.elements.length + 1;
  levels[next] ??= [];
  const add = (element: number, sign: number): void => {
    if (draft.elements.includes(element)) return;
    const made = { elements: [...draft.elements, element], signs: [...draft.signs, sign] };
    const key = made.elements
      .map((each, at) => each * 2 + (made.signs[at] === 1 ? 1 : 0))
      .sort((a, b) => a - b)
      .join();
    if (seen.has(key)) return;
    seen.add(key);
    levels[next]?.push(made);
  };
  add(axis.total[sum] as number, left);
  const parts = Array.from(axis.part.subarray(axis.partStart[sum], axis.partStart[sum + 1]));
  const first = draft.elements[0] as number;
  for (const part of parts.sort((a, b) => Math.abs(a - first) - Math.abs(b - first) || a - b)) add(part, -left);
}

/** Adds the element with all totals above it, where that alone keeps the sums and is not there yet. */
function addUpwards(axis: AxisSums, element: number, found: Draft[]): void {
  const elements = [element];
  const signs = [1];
  for (let at = 0; at < elements.length; at++) {
    const each = elements[at] as number;
    for (let of = axis.ofStart[each] as number; of < (axis.ofStart[each + 1] as number); of++) {
      const total = axis.total[axis.of[of] as number] as number;
      if (axis.ofSign[of] !== 1 || elements.includes(total)) continue;
      elements.push(total);
      signs.push(1);
    }
  }
  const draft = { elements, signs };
  if (brokenSum(axis, draft) !== undefined) return;
  const key = [...elements].sort((a, b) => a - b).join();
  const same = (each: Draft): boolean =>
    each.signs.every((sign) => sign === 1) && [...each.elements].sort((a, b) => a - b).join() === key;
  if (!found.some(same)) found.push(draft);
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
