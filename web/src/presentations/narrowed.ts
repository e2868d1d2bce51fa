import type { Cube } from "@peil/core/model/cube.ts";
import type { Subject } from "./presentation.ts";

/** Positions that stay on each axis; undefined: all. */
export type Kept = readonly (readonly number[] | undefined)[];

function keptCells(cube: Cube, kept: Kept): readonly number[] {
  let cells = [0];
  cube.axes.forEach(({ members }, index) => {
    const positions = kept[index] ?? [...members.keys()];
    cells = cells.flatMap((cell) => positions.map((at) => cell * members.length + at));
  });
  return cells;
}

/** A cube with fewer positions on its axes; every axis stays. */
export function slicedCube(cube: Cube, kept: Kept): Cube {
  const cells = keptCells(cube, kept);
  const { texts, flags, uncertainty: u } = cube;
  const take = (from: Float64Array): Float64Array => Float64Array.from(cells, (cell) => from[cell] ?? Number.NaN);
  return {
    ...cube,
    axes: cube.axes.map((axis, index) => {
      const members = kept[index]?.flatMap((at) => axis.members[at] ?? []);
      return members ? { ...axis, members } : axis;
    }),
    values: take(cube.values),
    status: Uint8Array.from(cells, (cell) => cube.status[cell] ?? 1),
    ...(texts === undefined ? {} : { texts: cells.map((cell) => texts[cell]) }),
    ...(flags === undefined ? {} : { flags: Uint8Array.from(cells, (cell) => flags[cell] ?? 0) }),
    ...(u === undefined ? {} : { uncertainty: { ...u, lower: take(u.lower), upper: take(u.upper), respondents: take(u.respondents) } }),
  };
}

/** What of a subject a drawing shows, so that the guard-rails judge that and nothing else. */
export function narrowed(subject: Subject, kept: Kept): Subject {
  const axis = subject.cube.axes.findIndex((each) => each.role === "indicator");
  const chosen = axis < 0 ? undefined : kept[axis];
  const indicators = chosen && subject.indicators ? chosen.flatMap((at) => subject.indicators?.[at] ?? []) : subject.indicators;
  return {
    ...subject,
    cube: slicedCube(subject.cube, kept),
    measured: indicators?.[0] ?? subject.measured,
    ...(indicators ? { indicators } : {}),
  };
}
