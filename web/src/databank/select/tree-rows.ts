import type { OpenTree } from "./tree-index.ts";
import type { Found } from "./tree-search.ts";

/** A row of the tree as it stands on the screen, with what the ARIA tree pattern says of it. */
export type Row = {
  /** Position in the nodes of the tree. */
  readonly at: number;
  readonly level: number;
  readonly position: number;
  readonly size: number;
  /** Absent for what cannot be opened. */
  readonly open?: boolean;
};

/** Which folders the reader opened or closed by hand; what is not in it follows its default. */
export type Opened = ReadonlyMap<number, boolean>;

/** The rows of the tree from top to bottom: all of it, or what a search found with the themes above it. */
export function rowsOf(tree: OpenTree, opened: Opened, found: Found | undefined): readonly Row[] {
  const rows: Row[] = [];
  const add = (siblings: readonly number[], level: number, inHit: boolean): void => {
    const shown = found === undefined || inHit ? siblings : siblings.filter((at) => found.hits[at] === 1 || found.above[at] === 1);
    shown.forEach((at, index) => {
      const row = { at, level, position: index + 1, size: shown.length };
      if (!tree.isFolder(at)) {
        rows.push(row);
        return;
      }
      const open = opened.get(at) ?? found?.above[at] === 1;
      rows.push({ ...row, open });
      if (open) add(tree.childrenOf(at), level + 1, inHit || found?.hits[at] === 1);
    });
  };
  add(tree.roots, 1, false);
  return rows;
}

/** The opened folders with everything above a place open too, so that the place is on the screen. */
export function revealed(tree: OpenTree, opened: Opened, at: number): Opened {
  const out = new Map(opened);
  for (let up = tree.parentOf(at); up >= 0; up = tree.parentOf(up)) out.set(up, true);
  return out;
}

/** Where rows stand: the top of each, and at the end the height of all. */
export function topsOf(rows: readonly Row[], heights: { readonly folder: number; readonly item: number }): Float64Array {
  const tops = new Float64Array(rows.length + 1);
  rows.forEach((row, index) => {
    tops[index + 1] = (tops[index] ?? 0) + (row.open === undefined ? heights.item : heights.folder);
  });
  return tops;
}

/** The rows that stand between two heights: first, and one past the last. */
export function between(tops: Float64Array, from: number, to: number): readonly [number, number] {
  const count = tops.length - 1;
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tops[middle + 1] ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < count && (tops[end] ?? 0) < to) end++;
  return [low, end];
}
