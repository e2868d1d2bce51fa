import type { Cube, CubeMember, CubeNote } from "@peil/core/model/cube.ts";
import { status } from "@peil/core/model/status.ts";
import { assemble } from "@peil/core/query/assemble.ts";
import { dealCubes, type GroupCell, groupCells } from "@peil/core/query/assemble-groups.ts";
import type { ChosenGroup } from "@peil/core/query/choose-groups.ts";
import type { Compiled } from "@peil/core/query/compile.ts";
import { compileGroups, figuresAsked, type GroupQuestion, type Placed } from "@peil/core/query/compile-groups.ts";
import { areasOfTotals, type ParentTotal, parentTotals } from "@peil/core/query/group-totals.ts";
import { notesOfGroups } from "@peil/core/query/notes-groups.ts";
import { type Cells, insertMembers } from "@peil/core/statistics/join.ts";
import type { Release } from "./release.ts";

/**
 * Puts the totals of own groups among the areas of an answer, before those to compare with. A group's figure is made only of
 * figures that are published for its areas; where some of them are hidden for privacy, of what the totals above them tell.
 */
export async function withGroups(release: Release, compiled: Compiled, cube: Cube): Promise<Cube> {
  const groups = compiled.groups.filter((each) => each.show !== "separate");
  if (groups.length === 0) return cube;
  const parts = groups.flatMap((each) => each.parts);
  let read = await readFor(release, compiled, unique(parts));
  let totals: readonly ParentTotal[] = [];
  const hidden = hiddenIn(read.cubes, parts);
  if (hidden.length > 0) {
    totals = parentTotals(release.catalogue, hidden);
    read = await readFor(release, compiled, unique([...parts, ...areasOfTotals(release.catalogue, totals)]));
  }
  const { questions, cubes } = read;
  const cells = groupCells(release.catalogue, compiled, groups, questions, dealCubes(questions, cubes), totals);
  const members = groups.map(groupMember);
  const axis = cube.axes.findIndex((each) => each.role === "area");
  const at = compiled.areas.findIndex((each) => each.compare);
  const joined = insertMembers(cube, axis, at < 0 ? compiled.areas.length : at, members, arraysOf(cells, groups.length, compiled, cube));
  const partial = cubes.flatMap((each) => each.notes.filter((note) => note.kind === "partial"));
  const notes: readonly CubeNote[] = [...joined.notes, ...partial, ...notesOfGroups(groups, compiled.indicators, cells)];
  return { ...joined, notes: [...new Map(notes.map((note) => [`${note.kind}/${note.text.nl}`, note])).values()] };
}

/** A group on the axis of areas. */
export function groupMember({ code, label }: ChosenGroup): CubeMember {
  return { code, label, group: true };
}

type Read = { readonly questions: readonly GroupQuestion[]; readonly cubes: readonly Cube[] };

async function readFor(release: Release, compiled: Compiled, areas: readonly Placed[]): Promise<Read> {
  const questions = compileGroups(release.catalogue, compiled, areas);
  const asked = figuresAsked(questions);
  const rows = await release.runAll(asked.flatMap((each) => each.parts.map((part) => part.plan)));
  let next = 0;
  const cubes = asked.map((each) =>
    assemble(
      each,
      each.parts.map(() => rows[next++] ?? nothing),
      release.catalogue,
      release.id,
    ),
  );
  return { questions, cubes };
}

const nothing = {
  length: 0,
  area: new Int32Array(),
  period: new Int32Array(),
  members: [],
  value: new Float64Array(),
  status: new Uint8Array(),
};

function unique(areas: readonly Placed[]): readonly Placed[] {
  return [...new Map(areas.map((each) => [each.area.id, each])).values()];
}

/** The areas of which any figure that was read is hidden for privacy. */
function hiddenIn(cubes: readonly Cube[], areas: readonly Placed[]): readonly Placed[] {
  const codes = new Set<string>();
  for (const cube of cubes) {
    const members = cube.axes.find((each) => each.role === "area")?.members ?? [];
    const size = cube.values.length / Math.max(1, members.length);
    members.forEach((member, at) => {
      if (cube.status.subarray(at * size, (at + 1) * size).includes(status.private)) codes.add(`${member.level}:${member.code}`);
    });
  }
  return unique(areas.filter((each) => codes.has(`${each.level.alias}:${each.area.code}`)));
}

/** Cells as arrays in the shape of the cube; where flows have changed its axes, everything is not available. */
function arraysOf(cells: readonly GroupCell[], groups: number, compiled: Compiled, cube: Cube): Cells {
  const size = cube.axes.reduce((n, axis) => n * (axis.role === "area" ? groups : axis.members.length), 1);
  if (compiled.flow !== undefined || size !== cells.length) {
    return { values: new Float64Array(size).fill(Number.NaN), status: new Uint8Array(size).fill(status.notAvailable) };
  }
  return {
    values: Float64Array.from(cells, (cell) => (cell.status === status.value ? cell.value : Number.NaN)),
    status: Uint8Array.from(cells, (cell) => cell.status),
    ...(cells.some((cell) => cell.flags !== 0) ? { flags: Uint8Array.from(cells, (cell) => cell.flags) } : {}),
  };
}
