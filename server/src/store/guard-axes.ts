import type { Axis } from "@peil/core/disclosure/table.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { periodOfId } from "@peil/core/model/period.ts";
import type { Lineage } from "@peil/core/query/lineage.ts";
import { periodMode } from "./rollup-tables.ts";

/** An axis with the ids that its elements stand for. */
export type NamedAxis = { readonly ids: readonly number[]; readonly axis: Axis };

type Sum = { readonly total: number; readonly parts: readonly number[] };

/** What the areas of a table are made of. */
export type AreaAxis = NamedAxis & {
  /** Ids of areas to which a child counts for a fraction only: nobody can say what their figures give away, so they stay hidden. */
  readonly fractional: ReadonlySet<number>;
};

/** What is known of the figures whose areas make an axis. */
export type AreaFigures = {
  readonly lineage: Lineage;
  readonly catalogue: Pick<Catalogue, "areaById" | "levelById">;
  /** Ids of the areas with a record. */
  readonly present: ReadonlySet<number>;
  /** Ids of the levels on which figures were loaded, or came from parts of the year. */
  readonly loaded: ReadonlySet<number>;
  /** An area without a record is zero, or sums over what is there are shown. */
  readonly partial: boolean;
};

/**
 * The areas that have figures, of all levels and vintages, and every sum that an outsider can make: each loaded level that is complete
 * for a parent adds up to it, and the same area in two divisions is the same figure.
 */
export function areaAxis({ lineage, catalogue, present, loaded, partial }: AreaFigures): AreaAxis {
  const ids = [...present].sort((a, b) => a - b);
  const place = new Map(ids.map((id, at) => [id, at]));
  const fractional = new Set<number>();
  const sums: Sum[] = [];
  for (const path of lineage.paths) {
    if (!loaded.has(path.childLevel)) continue;
    const parts = new Map<number, number[]>();
    const lacking = new Set<number>();
    for (const { child, parent, weight } of path.links) {
      if (!present.has(parent)) continue;
      if (weight !== 1) fractional.add(parent);
      const at = place.get(child);
      if (at !== undefined) pushTo(parts, parent, at);
      else if (catalogue.areaById(child)?.pseudo !== true) lacking.add(parent);
    }
    for (const [parent, children] of parts) {
      if (!fractional.has(parent) && (partial || !lacking.has(parent))) sums.push({ total: place.get(parent) as number, parts: children });
    }
  }
  // An identity is known from both sides, and tables may say it too: once is enough.
  const said = new Set(
    sums.filter((each) => each.parts.length === 1).flatMap(({ total, parts }) => [`${total}=${parts[0]}`, `${parts[0]}=${total}`]),
  );
  for (const same of lineage.identities) {
    const total = place.get(same.area);
    const part = place.get(same.fromArea);
    if (total === undefined || part === undefined || said.has(`${total}=${part}`)) continue;
    said.add(`${total}=${part}`).add(`${part}=${total}`);
    sums.push({ total, parts: [part] });
  }
  const names = ids.map((id) => {
    const area = catalogue.areaById(id);
    return area === undefined ? String(id) : `${catalogue.levelById(area.level)?.alias ?? ""}:${area.code}`;
  });
  return { ids, axis: { names, sums }, fractional };
}

function pushTo(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Periods that hang together: parts of a year with the year that they make, or one period alone. */
export function periodGroups(periods: readonly number[], indicator: Indicator): readonly (readonly number[])[] {
  if (periodMode(indicator) === "none") return periods.map((each) => [each]);
  const years = new Map<number, number[]>();
  for (const id of periods) pushTo(years, periodOfId(id).year, id);
  return [...years.values()];
}

/** How many parts of each finer period level make one of a coarser level, by the first digit of their ids. */
const nested: readonly { coarse: number; fine: number; count: number }[] = [
  { coarse: 4, fine: 5, count: 3 },
  { coarse: 3, fine: 4, count: 2 },
  { coarse: 3, fine: 5, count: 6 },
  { coarse: 1, fine: 3, count: 2 },
  { coarse: 1, fine: 4, count: 4 },
  { coarse: 1, fine: 5, count: 12 },
];

/** The periods of one group, and which sums the coarser ones are: a stock is its first part, a flow (and a mean, up to its size) their sum. */
export function periodAxis(periods: readonly number[], indicator: Indicator): NamedAxis {
  const ids = [...periods].sort((a, b) => a - b);
  const sums: Sum[] = [];
  const mode = periodMode(indicator);
  for (const { coarse, fine, count } of mode === "none" ? [] : nested) {
    ids.forEach((id, total) => {
      if (Math.floor(id / 1_000_000) !== coarse) return;
      const first = ((id % 100) - 1) * count + 1;
      const parts = Array.from({ length: mode === "stock" ? 1 : count }, (_, i) =>
        ids.indexOf(fine * 1_000_000 + (Math.floor(id / 100) % 10_000) * 100 + first + i),
      );
      if (parts.every((part) => part >= 0)) sums.push({ total, parts });
    });
  }
  return { ids, axis: { names: ids.map((id) => periodOfId(id).code), sums } };
}

/** The members of one column of a cube: those loaded, every coarser classification, and 0 for the total. */
export function memberAxis(catalogue: Catalogue, level: number, dimension: string): NamedAxis {
  const stored = catalogue.membersOf(level).map((each) => each.id);
  const place = new Map(stored.map((id, at) => [id, at]));
  const ids = [...stored];
  const names = stored.map((id) => catalogue.memberById(id)?.code ?? String(id));
  const sums: Sum[] = [];
  for (const { member, parts } of coarserMembers(catalogue, level, dimension)) {
    sums.push({ total: ids.length, parts: parts.map((id) => place.get(id) as number) });
    ids.push(member);
    names.push(catalogue.memberById(member)?.code ?? String(member));
  }
  sums.push({ total: ids.length, parts: stored.map((_, at) => at) });
  return { ids: [...ids, 0], axis: { names: [...names, "*"], sums } };
}

/** Members of the coarser classifications of a dimension, with the loaded members that they sum. */
export function coarserMembers(
  catalogue: Catalogue,
  level: number,
  dimension: string,
): readonly { readonly member: number; readonly parts: readonly number[] }[] {
  const coarser = catalogue.dimensionLevels.filter((each) => each.id !== level && each.dimension.toLowerCase() === dimension.toLowerCase());
  return coarser.flatMap((each) => {
    const parts = new Map<number, number[]>();
    for (const [stored, shown] of catalogue.memberMap(level, each.id) ?? []) pushTo(parts, shown, stored);
    return [...parts].map(([member, of]) => ({ member, parts: of }));
  });
}
