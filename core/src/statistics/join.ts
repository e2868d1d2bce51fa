import type { Cube, CubeMember, Uncertainty } from "../model/cube.ts";
import { status } from "../model/status.ts";

/** The cells of a cube, without its axes. */
export type Cells = Pick<Cube, "values" | "status" | "flags" | "texts" | "uncertainty">;

const bounds = ["lower", "upper", "respondents"] as const;

function uncertaintyOf(like: Uncertainty | undefined, size: number): Uncertainty | undefined {
  const none = (): Float64Array => new Float64Array(size).fill(Number.NaN);
  return like && { ...like, lower: none(), upper: none(), respondents: none() };
}

/**
 * Puts members on an axis of a cube, with their cells. The other axes stay.
 * @param axis position of the axis
 * @param at position on it before which they come
 * @param cells the cells of the new members, row-major over the axes as they are with the new members alone on the axis
 */
export function insertMembers(cube: Cube, axis: number, at: number, members: readonly CubeMember[], cells: Cells): Cube {
  const old = cube.axes[axis]?.members ?? [];
  const inner = cube.axes.slice(axis + 1).reduce((n, each) => n * each.members.length, 1);
  const outer = cube.axes.slice(0, axis).reduce((n, each) => n * each.members.length, 1);
  const size = outer * (old.length + members.length) * inner;
  const values = new Float64Array(size).fill(Number.NaN);
  const states = new Uint8Array(size).fill(status.empty);
  const flags = cube.flags !== undefined || cells.flags !== undefined ? new Uint8Array(size) : undefined;
  const texts = cube.texts !== undefined || cells.texts !== undefined ? new Array<string | undefined>(size).fill(undefined) : undefined;
  const uncertainty = uncertaintyOf(cube.uncertainty ?? cells.uncertainty, size);
  for (let block = 0; block < outer; block++) {
    const start = block * (old.length + members.length) * inner;
    copy(cube, block * old.length * inner, at * inner, start);
    copy(cells, block * members.length * inner, members.length * inner, start + at * inner);
    copy(cube, (block * old.length + at) * inner, (old.length - at) * inner, start + (at + members.length) * inner);
  }
  const all = [...old.slice(0, at), ...members, ...old.slice(at)];
  return {
    ...cube,
    axes: cube.axes.map((each, position) => (position === axis ? { ...each, members: all } : each)),
    values,
    status: states,
    ...(flags === undefined ? {} : { flags }),
    ...(texts === undefined ? {} : { texts }),
    ...(uncertainty === undefined ? {} : { uncertainty }),
  };

  function copy(from: Cells, start: number, count: number, to: number): void {
    values.set(from.values.subarray(start, start + count), to);
    states.set(from.status.subarray(start, start + count), to);
    if (flags && from.flags) flags.set(from.flags.subarray(start, start + count), to);
    for (const each of bounds)
      if (uncertainty && from.uncertainty) uncertainty[each].set(from.uncertainty[each].subarray(start, start + count), to);
    for (let cell = 0; texts && from.texts && cell < count; cell++) texts[to + cell] = from.texts[start + cell];
  }
}
