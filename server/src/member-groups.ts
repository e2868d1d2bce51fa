import { blank, fail } from "@peil/core/errors.ts";
import type { Cube, CubeMember } from "@peil/core/model/cube.ts";
import { status } from "@peil/core/model/status.ts";
import type { MemberGroup, MemberRef, Selection } from "@peil/core/query/selection.ts";
import { insertMembers } from "@peil/core/statistics/join.ts";
import type { Release } from "./release.ts";

/**
 * Takes members of a classification together. A group is the total over its members, asked as any limited total is, so it is
 * hidden where that is. A group stands behind the members on its axis, in their place or beside them.
 * @throws `selection-invalid` where the classification is no axis of the answer
 */
export async function withMemberGroups(
  release: Release,
  selection: Selection,
  ask: (selection: Selection) => Promise<Cube>,
): Promise<Cube> {
  const [first] = selection.memberGroups ?? [];
  const level = first?.members[0]?.level;
  if (level === undefined) return ask(selection);
  const isOwn = (ref: { readonly level: string }): boolean => ref.level.toLowerCase() === level.toLowerCase();
  const groups = (selection.memberGroups ?? []).filter((each) => each.members.some(isOwn));
  const others = (selection.memberGroups ?? []).filter((each) => !groups.includes(each));
  const axis = selection.by.find((each) => each.toLowerCase() === level.toLowerCase());
  if (axis === undefined) {
    const expected = { nl: `Vraag de splitsing ook: by=${level}.`, en: `Ask for the split too: by=${level}.` };
    return fail("selection-invalid", { key: "member-group", value: first?.name ?? "", ...blank("expected", expected) });
  }
  const elsewhere = selection.members.filter((each) => !isOwn(each));
  const rest: Selection = { ...selection, memberGroups: others };
  const next = (asked: Selection): Promise<Cube> => withMemberGroups(release, asked, ask);
  const [parts, ...totals] = await Promise.all([
    partsOf(release, { ...rest, members: elsewhere }, axis, leftOver(release, selection, level, groups), next),
    ...groups.map((group) => next({ ...rest, by: rest.by.filter((each) => each !== axis), members: [...elsewhere, ...group.members] })),
  ]);
  return totals.reduce((cube, total, at) => withTotal(release, cube, total, axis, groups[at] as MemberGroup), parts as Cube);
}

/** The members that stay on the axis: those asked, or all, without the ones that a group takes the place of. */
function leftOver(release: Release, selection: Selection, level: string, groups: readonly MemberGroup[]): readonly MemberRef[] {
  const { catalogue } = release;
  const of = catalogue.dimensionLevel(level);
  const asked = selection.members.filter((each) => each.level.toLowerCase() === level.toLowerCase());
  const all = asked.length > 0 ? asked : catalogue.membersOf(of?.id ?? -1).map((each) => ({ level, code: each.code }));
  const taken = new Set(
    groups.filter((each) => each.show === "total").flatMap((each) => each.members.map((ref) => ref.code.toLowerCase())),
  );
  return all.filter((each) => !taken.has(each.code.toLowerCase()));
}

/** The answer for the members that stay; where none does, its shape with an empty axis. */
async function partsOf(
  release: Release,
  selection: Selection,
  axis: string,
  members: readonly MemberRef[],
  ask: (selection: Selection) => Promise<Cube>,
): Promise<Cube> {
  if (members.length > 0) return ask({ ...selection, members: [...selection.members, ...members] });
  const level = release.catalogue.dimensionLevel(axis);
  const one = release.catalogue.membersOf(level?.id ?? -1)[0];
  const cube = await ask({ ...selection, members: [...selection.members, ...(one ? [{ level: axis, code: one.code }] : [])] });
  const axes = cube.axes.map((each) => (isAxis(each, axis) ? { ...each, members: [] } : each));
  return { ...cube, axes, values: new Float64Array(), status: new Uint8Array() };
}

const isAxis = (each: Cube["axes"][number], axis: string): boolean =>
  each.role === "member" && each.code.toLowerCase() === axis.toLowerCase();

function withTotal(release: Release, cube: Cube, total: Cube, axis: string, group: MemberGroup): Cube {
  const at = cube.axes.findIndex((each) => isAxis(each, axis));
  const beside = group.show === "both" ? { group: true } : {};
  const member: CubeMember = { code: `group:${group.name}`, label: { nl: group.name, en: group.name, fr: group.name }, ...beside };
  return insertMembers(cube, at, cube.axes[at]?.members.length ?? 0, [member], onlyCubes(release, cube, total));
}

/** What is not split by members stands at the first of them, and not at a group too. */
function onlyCubes(release: Release, cube: Cube, total: Cube): Pick<Cube, "values" | "status"> {
  const indicators = cube.axes[0]?.members ?? [];
  const size = total.values.length / Math.max(1, indicators.length);
  const values = total.values.slice();
  const states = total.status.slice();
  indicators.forEach((each, i) => {
    if (release.catalogue.indicator(each.code)?.shape === "cube") return;
    values.fill(Number.NaN, i * size, (i + 1) * size);
    states.fill(status.empty, i * size, (i + 1) * size);
  });
  return { values, status: states };
}
