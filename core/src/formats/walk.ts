import type { CubeAxis } from "../model/cube.ts";

/** Number of cells that axes span. */
export function cellsOf(axes: readonly CubeAxis[]): number {
  return axes.reduce((n, axis) => n * axis.members.length, 1);
}

/**
 * Walks the cells of a cube in order. The positions are one array that changes from step to step: one per axis, the last
 * axis fastest.
 */
export function positionsFrom(axes: readonly CubeAxis[], start: number): { readonly at: readonly number[]; step(): void } {
  const sizes = axes.map((axis) => axis.members.length);
  const at = sizes.map(() => 0);
  for (let axis = sizes.length - 1, rest = start; axis >= 0; axis--) {
    const size = sizes[axis] as number;
    at[axis] = rest % size;
    rest = Math.floor(rest / size);
  }
  return {
    at,
    step() {
      for (let axis = sizes.length - 1; axis >= 0; axis--) {
        const next = (at[axis] as number) + 1;
        at[axis] = next < (sizes[axis] as number) ? next : 0;
        if (at[axis] !== 0) return;
      }
    },
  };
}
