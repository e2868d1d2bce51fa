import type { Cube, CubeMember, CubeNote, Role } from "../model/cube.ts";
import { type Status, status } from "../model/status.ts";
import { type Cell, stateCell } from "./cell.ts";
import { round12 } from "./round.ts";

/** A cell of a cube by its place; a text is no figure and counts as not available. */
export function readCell(cube: Cube, at: number): Cell {
  const state = cube.status[at] as Status;
  if (state !== status.value) return stateCell(state);
  const value = cube.values[at] as number;
  return Number.isFinite(value) ? { value, status: state } : stateCell(status.notAvailable);
}

/** What tells a member from the others of its axis: areas of two levels may share a code. */
export function keyOf(member: CubeMember): string {
  return member.level === undefined ? member.code : `${member.level}:${member.code}`;
}

/** The key on the other cube for a member of an axis; undefined where there is none. */
export type Keys = Partial<Record<Role, (member: CubeMember) => string | undefined>>;

/**
 * For each cell of a cube the place in another cube that goes with it: axes are matched by role and code, members by key or as
 * `pick` says. An axis that the other lacks does not matter; of one that only the other has its first member counts. −1: no such cell.
 */
export function matchCells(cube: Cube, other: Cube, pick: Keys = {}): Int32Array {
  const strides = stridesOf(other);
  const maps = cube.axes.map((axis) => {
    const at = other.axes.findIndex((each) => each.role === axis.role && each.code === axis.code);
    const there = new Map(other.axes[at]?.members.map((member, position) => [keyOf(member), position]));
    const find = pick[axis.role] ?? keyOf;
    return axis.members.map((member) => {
      if (at < 0) return 0;
      const key = find(member);
      const position = key === undefined ? undefined : there.get(key);
      return position === undefined ? Number.NaN : position * (strides[at] as number);
    });
  });
  const out = new Int32Array(cube.values.length);
  const positions = new Array<number>(cube.axes.length).fill(0);
  for (let cell = 0; cell < out.length; cell++) {
    let place = 0;
    for (let axis = 0; axis < maps.length; axis++) place += (maps[axis] as number[])[positions[axis] as number] as number;
    out[cell] = Number.isNaN(place) ? -1 : place;
    step(cube, positions);
  }
  return out;
}

/** By how much the place changes for one member more, per axis. */
export function stridesOf(cube: Pick<Cube, "axes">): number[] {
  return cube.axes.map((_, axis) => cube.axes.slice(axis + 1).reduce((n, each) => n * each.members.length, 1));
}

function step(cube: Cube, positions: number[]): void {
  for (let axis = positions.length - 1; axis >= 0; axis--) {
    positions[axis] = (positions[axis] as number) + 1;
    if ((positions[axis] as number) < (cube.axes[axis]?.members.length ?? 0)) return;
    positions[axis] = 0;
  }
}

/**
 * A cube of the same shape with other figures, rounded to 12 digits. Texts and uncertainties do not pass: they belong to what was
 * there before. `flags` gives the flags of the cells beside it that a figure was made of, to be added to its own.
 */
export function mapCells(cube: Cube, make: (at: number) => Cell, flags?: (at: number) => number): Cube {
  const values = new Float64Array(cube.values.length).fill(Number.NaN);
  const states = new Uint8Array(cube.values.length);
  const marks = new Uint8Array(cube.values.length);
  for (let at = 0; at < values.length; at++) {
    const cell = make(at);
    states[at] = cell.status;
    if (cell.status !== status.value) continue;
    values[at] = round12(cell.value);
    marks[at] = (cube.flags?.[at] ?? 0) | (flags?.(at) ?? 0);
  }
  const { texts: _, uncertainty: __, flags: ___, ...rest } = cube;
  return { ...rest, values, status: states, ...(marks.some((each) => each !== 0) ? { flags: marks } : {}) };
}

/** The cube with other names, units and decimals of its indicators. */
export function relabel(cube: Cube, change: (member: CubeMember) => Partial<CubeMember>): Cube {
  const axes = cube.axes.map((axis) =>
    axis.role === "indicator" ? { ...axis, members: axis.members.map((member) => ({ ...member, ...change(member) })) } : axis,
  );
  return { ...cube, axes };
}

/** The cube with what was done to it, and the sources of what was read beside it. */
export function withNote(cube: Cube, text: CubeNote["text"], read: readonly Cube[] = []): Cube {
  const known = new Set(cube.sources.map((each) => each.code));
  const more = new Map(
    read.flatMap((each) => each.sources.filter((source) => !known.has(source.code)).map((source) => [source.code, source])),
  );
  return { ...cube, notes: [...cube.notes, { kind: "transformation", text }], sources: [...cube.sources, ...more.values()] };
}
