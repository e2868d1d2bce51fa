import type { IndicatorDetails } from "@peil/core/api.ts";
import type { MemberGroup, MemberRef, Selection } from "@peil/core/query/selection.ts";
import type { Fitted, Known, Notice } from "./change.ts";

/** A dimension of the chosen cubes with the levels that all of them have. */
export type SharedDimension = IndicatorDetails["dimensions"][number];

/** The chosen indicators that are cubes and of which the dimensions are known. */
function cubesOf({ details }: Known, selection: Selection): readonly IndicatorDetails[] {
  return selection.indicators.flatMap((code) => {
    const found = details.get(code.toLowerCase());
    return found !== undefined && found.shape === "cube" ? [found] : [];
  });
}

/** The dimensions that all chosen cubes share, each with the levels that can be asked of all of them. */
export function dimensionsOf(known: Known, selection: Selection): readonly SharedDimension[] {
  const [first, ...others] = cubesOf(known, selection);
  if (first === undefined) return [];
  return first.dimensions.flatMap((dimension) => {
    const levels = dimension.levels.filter((level) => others.every((cube) => cube.dimensions.some((each) => holds(each, level.code))));
    return levels.length === 0 ? [] : [{ ...dimension, levels }];
  });
}

function holds(dimension: SharedDimension, level: string): boolean {
  return dimension.levels.some((each) => each.code.toLowerCase() === level.toLowerCase());
}

/** Axes, members and groups of members that the chosen cubes do not have go; a cube without totals gets its axes. */
export function fitCells(known: Known, selection: Selection): Fitted {
  const waiting = selection.indicators.some(
    (code) => known.tree.indicator(code)?.shape === "cube" && !known.details.has(code.toLowerCase()),
  );
  if (waiting) return [selection, []];
  const dimensions = dimensionsOf(known, selection);
  const axes = oneEach(
    dimensions,
    selection.by.filter((level) => dimensions.some((each) => holds(each, level))),
  );
  const members = selection.members.filter((ref) => isMember(dimensions, ref));
  const added = axesNeeded(known, selection, dimensions, axes, members);
  const by = [...axes, ...added];
  const groups = (selection.memberGroups ?? []).filter((group) => fitsGroup(group, dimensions, by));
  const { memberGroups: _, ...rest } = selection;
  const notices: Notice[] = [];
  const gone = selection.by.filter((level) => !axes.includes(level));
  const lost = selection.members.filter((ref) => !members.includes(ref));
  if (gone.length > 0) notices.push({ kind: "axes-dropped", levels: gone });
  if (added.length > 0) notices.push({ kind: "axes-added", levels: added });
  if (lost.length > 0) notices.push({ kind: "members-dropped", members: lost });
  if (groups.length < (selection.memberGroups?.length ?? 0)) notices.push({ kind: "groups-dropped" });
  return [{ ...rest, by, members, ...(groups.length === 0 ? {} : { memberGroups: groups }) }, notices];
}

/** At most one level of a dimension can be an axis: the first that was named. */
function oneEach(dimensions: readonly SharedDimension[], levels: readonly string[]): readonly string[] {
  return levels.filter((level, at) => {
    const own = dimensions.find((each) => holds(each, level));
    return levels.findIndex((other) => own !== undefined && holds(own, other)) === at;
  });
}

function isMember(dimensions: readonly SharedDimension[], { level, code }: MemberRef): boolean {
  return dimensions.some((dimension) =>
    dimension.levels.some((each) => each.code.toLowerCase() === level.toLowerCase() && each.members.some((member) => member.code === code)),
  );
}

/** A group of members stands on an axis and takes together at least one member of it. */
function fitsGroup(group: MemberGroup, dimensions: readonly SharedDimension[], by: readonly string[]): boolean {
  const level = group.members[0]?.level;
  return level !== undefined && by.includes(level) && group.members.every((ref) => isMember(dimensions, ref));
}

/** Figures that do not add up have no total over a dimension: it must be an axis as it was loaded, or one member. */
function axesNeeded(
  known: Known,
  selection: Selection,
  dimensions: readonly SharedDimension[],
  axes: readonly string[],
  members: readonly MemberRef[],
): readonly string[] {
  if (cubesOf(known, selection).every((cube) => cube.dataType === "count")) return [];
  return dimensions.flatMap((dimension) => {
    const loaded = dimension.levels.find((each) => each.loaded);
    const limits = members.filter((ref) => holds(dimension, ref.level));
    const isAxis = axes.some((level) => holds(dimension, level));
    return loaded === undefined || isAxis || limits.length === 1 || loaded.members.length < 2 ? [] : [loaded.code];
  });
}

/** How a dimension stands in the choice: the level that is an axis or limits it, and the members that it is limited to. */
export function dimensionChoice(
  selection: Selection,
  dimension: SharedDimension,
): { readonly axis: string | undefined; readonly members: readonly MemberRef[] } {
  const axis = selection.by.find((level) => holds(dimension, level));
  return { axis, members: selection.members.filter((ref) => holds(dimension, ref.level)) };
}

/** What a dimension becomes: an axis of a level (or a total), limited to members (none: all of them), with groups of members. */
export type DimensionChange = {
  readonly axis: string | undefined;
  readonly members: readonly MemberRef[];
  readonly groups: readonly MemberGroup[];
};

/** The parts of the selection after a dimension was changed; other dimensions stay as they are. */
export function withDimension(
  selection: Selection,
  dimension: SharedDimension,
  change: DimensionChange,
): Pick<Selection, "by" | "members" | "memberGroups"> {
  const { axis, members, groups } = change;
  const at = selection.by.findIndex((level) => holds(dimension, level));
  const others = selection.by.filter((level) => !holds(dimension, level));
  const by = axis === undefined ? others : others.toSpliced(at < 0 ? others.length : at, 0, axis);
  const foreign = (selection.memberGroups ?? []).filter((group) => !holds(dimension, group.members[0]?.level ?? ""));
  return {
    by,
    members: [...selection.members.filter((ref) => !holds(dimension, ref.level)), ...members],
    memberGroups: [...foreign, ...(axis === undefined ? [] : groups)],
  };
}

/** Groups of members of one dimension. */
export function groupsOfDimension(selection: Selection, dimension: SharedDimension): readonly MemberGroup[] {
  return (selection.memberGroups ?? []).filter((group) => holds(dimension, group.members[0]?.level ?? ""));
}
