import type { Cube } from "@peil/core/model/cube.ts";
import type { Subject } from "./presentation.ts";

/** Position of the axis of indicators; -1 where the cube is of one. */
export function indicatorAxis(cube: Cube): number {
  return cube.axes.findIndex((each) => each.role === "indicator");
}

/** The cells of one indicator of a cube whose first axis is that of indicators. */
function sliceOf(cube: Cube, at: number): Cube {
  const members = cube.axes[0]?.members ?? [];
  const size = cube.values.length / Math.max(1, members.length);
  const [from, to] = [at * size, (at + 1) * size];
  const { uncertainty: u } = cube;
  const code = members[at]?.code.toLowerCase();
  return {
    ...cube,
    axes: cube.axes.slice(1),
    values: cube.values.slice(from, to),
    status: cube.status.slice(from, to),
    ...(cube.texts === undefined ? {} : { texts: cube.texts.slice(from, to) }),
    ...(cube.flags === undefined ? {} : { flags: cube.flags.slice(from, to) }),
    ...(u === undefined
      ? {}
      : {
          uncertainty: { ...u, lower: u.lower.slice(from, to), upper: u.upper.slice(from, to), respondents: u.respondents.slice(from, to) },
        }),
    notes: cube.notes.filter((note) => note.indicator === undefined || note.indicator.toLowerCase() === code),
  };
}

const slices = new WeakMap<Cube, Map<number, Cube>>();

/** The slice of an indicator, cut once: what is kept of a cube is then found again. */
function keptSlice(cube: Cube, at: number): Cube {
  const known = slices.get(cube) ?? new Map<number, Cube>();
  slices.set(cube, known);
  const slice = known.get(at) ?? sliceOf(cube, at);
  known.set(at, slice);
  return slice;
}

/** A subject per indicator, in order; the subject itself where it is of one. */
export function subjectsOf(subject: Subject): readonly Subject[] {
  const { cube, indicators } = subject;
  if (indicatorAxis(cube) !== 0) return [subject];
  return (cube.axes[0]?.members ?? []).map((_, at) => ({
    ...subject,
    cube: keptSlice(cube, at),
    measured: indicators?.[at] ?? subject.measured,
    indicators: undefined,
    id: `${subject.id}-${at}`,
  }));
}
