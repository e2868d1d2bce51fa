import type { Catalogue } from "../model/catalogue.ts";
import type { DimensionLevel, Member } from "../model/dimension.ts";
import type { CellsRequest } from "./compile-cells.ts";
import type { GuardedColumn } from "./plan.ts";

/** What is read in each column of a guarded cube; see `GuardedColumn`. */
export function guardedColumns(
  catalogue: Catalogue,
  loaded: readonly DimensionLevel[],
  request: CellsRequest,
  columnOf: (level: DimensionLevel) => number,
): readonly GuardedColumn[] {
  return loaded.map((stored, column): GuardedColumn => {
    const axis = request.axes.find((each) => columnOf(each.level) === column);
    if (axis !== undefined) return { kind: "axis", shown: axis.members.map((each) => each.id) };
    const limits = request.only.filter((each) => columnOf(each.level) === column);
    const limit = limits[0];
    if (limit === undefined) return { kind: "one", member: 0 };
    if (limits.length > 1) return storedGroup(catalogue, stored, limits);
    if (limit.members.length === 1) return { kind: "one", member: limit.members[0]?.id ?? 0 };
    return groupOn(catalogue, stored, limit.level, limit.members);
  });
}

/** Members of one classification taken together. The whole classification is the total. */
function groupOn(catalogue: Catalogue, stored: DimensionLevel, level: DimensionLevel, members: readonly Member[]): GuardedColumn {
  const all = catalogue.membersOf(level.id).map((each) => each.id);
  const map = catalogue.memberMap(stored.id, level.id) ?? new Map<number, number>();
  const covers = map.size === catalogue.membersOf(stored.id).length;
  if (covers && members.length === all.length) return { kind: "one", member: 0 };
  const totals = coarserTotals(catalogue, stored, level, map);
  return {
    kind: "group",
    members: members.map((each) => each.id),
    totals: covers ? [...totals, { total: 0, parts: all }] : totals,
  };
}

/** Members that several limits at once leave over, on the loaded level. */
function storedGroup(catalogue: Catalogue, stored: DimensionLevel, limits: CellsRequest["only"]): GuardedColumn {
  const left = catalogue.membersOf(stored.id).filter((member) =>
    limits.every(({ level, members }) => {
      const shown = catalogue.memberMap(stored.id, level.id)?.get(member.id);
      return members.some((each) => each.id === shown);
    }),
  );
  return groupOn(catalogue, stored, stored, left);
}

/** Coarser members with their parts on a level, where those parts are all that they are made of. */
function coarserTotals(
  catalogue: Catalogue,
  stored: DimensionLevel,
  level: DimensionLevel,
  placed: ReadonlyMap<number, number>,
): { total: number; parts: number[] }[] {
  const out: { total: number; parts: number[] }[] = [];
  for (const other of catalogue.dimensionLevels) {
    if (other.id === level.id || other.dimension.toLowerCase() !== level.dimension.toLowerCase()) continue;
    const up = catalogue.memberMap(level.id, other.id);
    const whole = catalogue.memberMap(stored.id, other.id);
    if (up === undefined || whole === undefined || other.id === stored.id) continue;
    for (const member of catalogue.membersOf(other.id)) {
      const parts = [...up].filter(([, to]) => to === member.id).map(([from]) => from);
      const isWhole = [...whole].every(([from, to]) => to !== member.id || parts.includes(placed.get(from) ?? -1));
      if (parts.length > 0 && isWhole) out.push({ total: member.id, parts });
    }
  }
  return out;
}
