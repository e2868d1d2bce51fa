import type { AggregationTable, Area, Level } from "./area.ts";
import type { Dimension, DimensionLevel, Member, MemberLink } from "./dimension.ts";
import type { Indicator, Source } from "./indicator.ts";
import type { Site } from "./site.ts";
import type { ThemeNode } from "./theme.ts";

/** Everything that selections refer to, as plain data: what a working copy holds and a release freezes. */
export type CatalogueData = {
  readonly site: Site;
  readonly levels: readonly Level[];
  readonly areas: readonly Area[];
  readonly tables: readonly AggregationTable[];
  readonly dimensions: readonly Dimension[];
  readonly dimensionLevels: readonly DimensionLevel[];
  readonly members: readonly Member[];
  readonly memberLinks: readonly MemberLink[];
  readonly sources: readonly Source[];
  readonly indicators: readonly Indicator[];
  readonly themes: readonly ThemeNode[];
};

/**
 * Where a release has figures of one indicator on one level. `loaded` are period ids with loaded records there,
 * `computed` those with rows made at publish (from finer levels, from other vintages, from parts of the year).
 */
export type Coverage = {
  readonly indicator: number;
  readonly level: number;
  readonly loaded: readonly number[];
  readonly computed: readonly number[];
  /** Periods without any figure here, where areas are *incomplete*; absent where there are none. */
  readonly incomplete?: readonly number[];
  /** Whether some of its figures here carry a flag (estimated, partial). */
  readonly flagged?: true;
  /** For a flow: the levels on which the other end of figures from (`out`) and to (`in`) these areas can be asked. */
  readonly partners?: { readonly out: readonly number[]; readonly in: readonly number[] };
};

/** A sum that the owner allows to stand although areas are missing in it: `missing` of them. */
export type PartialSum = {
  readonly indicator: number;
  readonly level: number;
  readonly period: number;
  readonly area: number;
  readonly missing: number;
};

/** A catalogue with its look-ups. Built once per release; all look-ups by code ignore letter case. */
export type Catalogue = CatalogueData & {
  readonly coverage: readonly Coverage[];
  readonly partialSums: readonly PartialSum[];
  indicator(code: string): Indicator | undefined;
  indicatorById(id: number): Indicator | undefined;
  /** By alias or by division code. */
  level(code: string): Level | undefined;
  levelById(id: number): Level | undefined;
  area(level: number, code: string): Area | undefined;
  areaById(id: number): Area | undefined;
  /** Real and pseudo areas of a level, in sequence. */
  areasOf(level: number): readonly Area[];
  table(childLevel: number, parentLevel: number): AggregationTable | undefined;
  dimension(code: string): Dimension | undefined;
  dimensionLevel(code: string): DimensionLevel | undefined;
  dimensionLevelById(id: number): DimensionLevel | undefined;
  member(level: number, code: string): Member | undefined;
  memberById(id: number): Member | undefined;
  membersOf(level: number): readonly Member[];
  /** Member ids of `to` by member id of `from`, through links in one or more steps; undefined where there is no way. */
  memberMap(from: number, to: number): ReadonlyMap<number, number> | undefined;
  source(code: string): Source | undefined;
  /** Coverage of one indicator, per level. */
  coverageOf(indicator: number): ReadonlyMap<number, Coverage>;
};

/** Groups rows under a key. */
function group<K, T>(rows: readonly T[], key: (row: T) => K): Map<K, T[]> {
  const out = new Map<K, T[]>();
  for (const row of rows) {
    const k = key(row);
    const list = out.get(k);
    if (list) list.push(row);
    else out.set(k, [row]);
  }
  return out;
}

function index<K, T>(rows: readonly T[], key: (row: T) => K): Map<K, T> {
  return new Map(rows.map((row) => [key(row), row]));
}

const lower = (text: string): string => text.toLowerCase();

/** Builds the look-ups over plain catalogue data. Cost: linear in the number of rows. */
export function openCatalogue(data: CatalogueData, coverage: readonly Coverage[] = [], partialSums: readonly PartialSum[] = []): Catalogue {
  const indicators = index(data.indicators, (each) => lower(each.code));
  const indicatorIds = index(data.indicators, (each) => each.id);
  const levels = index(data.levels, (each) => lower(each.division));
  for (const each of data.levels) levels.set(lower(each.alias), each);
  const levelIds = index(data.levels, (each) => each.id);
  const areaIds = index(data.areas, (each) => each.id);
  const areasByLevel = group(data.areas, (each) => each.level);
  for (const list of areasByLevel.values()) list.sort((a, b) => a.sequence - b.sequence || a.id - b.id);
  const areaCodes = index(data.areas, (each) => `${each.level}:${lower(each.code)}`);
  const tables = index(data.tables, (each) => `${each.childLevel}:${each.parentLevel}`);
  const dimensions = index(data.dimensions, (each) => lower(each.code));
  const dimensionLevels = index(data.dimensionLevels, (each) => lower(each.code));
  const dimensionLevelIds = index(data.dimensionLevels, (each) => each.id);
  const memberIds = index(data.members, (each) => each.id);
  const memberCodes = index(data.members, (each) => `${each.level}:${lower(each.code)}`);
  const membersByLevel = group(data.members, (each) => each.level);
  for (const list of membersByLevel.values()) list.sort((a, b) => a.sequence - b.sequence || a.id - b.id);
  const parents = group(data.memberLinks, (each) => each.child);
  const sources = index(data.sources, (each) => lower(each.code));
  const coverageByIndicator = new Map<number, Map<number, Coverage>>();
  for (const each of coverage) {
    const map = coverageByIndicator.get(each.indicator) ?? new Map<number, Coverage>();
    map.set(each.level, each);
    coverageByIndicator.set(each.indicator, map);
  }
  const maps = new Map<string, ReadonlyMap<number, number> | undefined>();

  function findMemberMap(from: number, to: number): ReadonlyMap<number, number> | undefined {
    const out = new Map<number, number>();
    for (const member of membersByLevel.get(from) ?? []) {
      const reached = climb(member.id, to);
      if (reached !== undefined) out.set(member.id, reached);
    }
    return out.size === 0 ? undefined : out;
  }

  function climb(start: number, to: number): number | undefined {
    const seen = new Set<number>([start]);
    let front = [start];
    while (front.length > 0) {
      const next: number[] = [];
      for (const id of front) {
        if (memberIds.get(id)?.level === to) return id;
        for (const link of parents.get(id) ?? []) {
          if (seen.has(link.parent)) continue;
          seen.add(link.parent);
          next.push(link.parent);
        }
      }
      front = next;
    }
    return undefined;
  }

  return {
    ...data,
    coverage,
    partialSums,
    indicator: (code) => indicators.get(lower(code)),
    indicatorById: (id) => indicatorIds.get(id),
    level: (code) => levels.get(lower(code)),
    levelById: (id) => levelIds.get(id),
    area: (level, code) => areaCodes.get(`${level}:${lower(code)}`),
    areaById: (id) => areaIds.get(id),
    areasOf: (level) => areasByLevel.get(level) ?? [],
    table: (childLevel, parentLevel) => tables.get(`${childLevel}:${parentLevel}`),
    dimension: (code) => dimensions.get(lower(code)),
    dimensionLevel: (code) => dimensionLevels.get(lower(code)),
    dimensionLevelById: (id) => dimensionLevelIds.get(id),
    member: (level, code) => memberCodes.get(`${level}:${lower(code)}`),
    memberById: (id) => memberIds.get(id),
    membersOf: (level) => membersByLevel.get(level) ?? [],
    memberMap(from, to) {
      const key = `${from}:${to}`;
      if (!maps.has(key)) maps.set(key, findMemberMap(from, to));
      return maps.get(key);
    },
    source: (code) => sources.get(lower(code)),
    coverageOf: (indicator) => coverageByIndicator.get(indicator) ?? new Map(),
  };
}
