import type { Cube } from "../model/cube.ts";

/** Whether somewhere the intervals of two areas overlap, so that the difference between them may be chance. */
export function intervalsOverlap(cube: Cube): boolean {
  const { uncertainty } = cube;
  const at = cube.axes.findIndex((axis) => axis.role === "area");
  if (uncertainty === undefined || at < 0) return false;
  const areas = cube.axes[at]?.members.length ?? 0;
  const inner = cube.axes.slice(at + 1).reduce((n, axis) => n * axis.members.length, 1);
  const outer = cube.axes.slice(0, at).reduce((n, axis) => n * axis.members.length, 1);
  for (let before = 0; before < outer; before++) {
    for (let behind = 0; behind < inner; behind++) {
      const cells = Array.from({ length: areas }, (_, area) => (before * areas + area) * inner + behind);
      if (anyOverlap(cells.map((cell) => [uncertainty.lower[cell] ?? Number.NaN, uncertainty.upper[cell] ?? Number.NaN]))) return true;
    }
  }
  return false;
}

function anyOverlap(intervals: readonly (readonly [number, number])[]): boolean {
  const known = intervals.filter(([low, high]) => low <= high).toSorted((a, b) => a[0] - b[0]);
  return known.some(([low], i) => i > 0 && low <= (known[i - 1]?.[1] ?? Number.NEGATIVE_INFINITY));
}
