import type { Area, Level } from "@peil/core/model/area.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { type Period, type PeriodLevel, periodLevels, tryPeriod } from "@peil/core/model/period.ts";
import { findLevel, isForecast } from "@peil/core/query/choose.ts";
import { spotsOf } from "../places/spots.ts";
import type { Metres } from "../places/systems.ts";
import type { Release } from "../release.ts";
import { keeper } from "../views/kept.ts";
import { type Collection, collectionOf, type Entity, rowsCollection } from "./collections.ts";
import { joined, valueRows } from "./figures.ts";
import { type EntityType, entityTypes } from "./odata-types.ts";
import { type AreaCodes, areaRow, coveredBy, levelRow, levelsOfTime, newest, periodRow, timeRow } from "./things.ts";

/** What the service answers from. */
export type ServiceScope = { readonly release: Release; readonly codes: AreaCodes };

const spotsKept = keeper<ReadonlyMap<string, Metres>>(100);
const none: ReadonlyMap<string, Metres> = new Map();

/** Points in the areas of a level; none where it has no borders, or invented ones. */
function spotsIn(release: Release, level: Level): Promise<ReadonlyMap<string, Metres>> {
  if (level.synthetic === true) return Promise.resolve(none);
  return spotsKept(release, String(level.id), async () => {
    const text = await release.geometry(level.id);
    return text === undefined ? none : spotsOf(text);
  });
}

/** Areas of levels; those whose place is not known are no areas to ask for. */
export function areasAt(scope: ServiceScope, above: string, levels: readonly Level[]): Collection {
  const { release, codes } = scope;
  const path = `${above}/GeoItems`;
  type Placed = { readonly level: Level; readonly area: Area; readonly spot: Metres | undefined };
  const gathered = async (): Promise<Collection> => {
    const things: Placed[] = [];
    for (const level of levels) {
      const spots = await spotsIn(release, level);
      for (const area of release.catalogue.areasOf(level.id)) if (!area.pseudo) things.push({ level, area, spot: spots.get(area.code) });
    }
    const named = (each: Placed, key: string): boolean =>
      [each.area.code, `${each.level.alias}_${each.area.code}`].some((code) => code.toLowerCase() === key.toLowerCase());
    const row = ({ level, area, spot }: Placed) => areaRow(codes, level, area, spot);
    return collectionOf({ type: entityTypes.GeoItem, path, things, row, find: (key) => things.find((each) => named(each, key)) });
  };
  return {
    type: entityTypes.GeoItem,
    path,
    rows: async () => (await gathered()).rows(),
    entity: async (key) => (await gathered()).entity(key),
  };
}

type Covered = ReturnType<typeof coveredBy>;

/** The levels on which an indicator has figures; `all` stands for all of them. */
export function coveredLevels(
  scope: ServiceScope,
  above: string,
  indicator: Indicator,
  kind: "Variable" | "Cube",
  by: readonly string[],
): Collection {
  const covered = coveredBy(scope.release.catalogue, indicator);
  const type = entityTypes[`${kind}GeoLevel`];
  const path = `${above}/GeoLevels`;
  const waysOf = (some: Covered, at: string): Entity["ways"] => ({
    GeoItems: () =>
      areasAt(
        scope,
        at,
        some.map((each) => each.level),
      ),
    PeriodLevels: () =>
      timeLevels(
        some.flatMap((each) => each.periods),
        entityTypes[`${kind}PeriodLevel`],
        `${at}/PeriodLevels`,
        entityTypes[`${kind}Period`],
        (list, time, inside) => valuesAt(scope, inside, kind, { indicator, by, time, covered: some, periods: list }),
      ),
  });
  const things = covered;
  const found = collectionOf({
    type,
    path,
    things,
    row: ({ level }) => levelRow(level),
    find: (key) => things.find(({ level }) => level.id === findLevel(scope.release.catalogue, key).id),
    ways: (each, at) => waysOf([each], at),
  });
  return {
    ...found,
    entity: async (key) =>
      key.toLowerCase() === "all" ? standsFor(type, `${path}('all')`, (at) => waysOf(covered, at)) : found.entity(key),
  };
}

/** What is asked by a key that stands for several entities. */
function standsFor(type: EntityType, path: string, ways: (path: string) => Entity["ways"]): Entity {
  return { path, type, row: async () => undefined, ways: ways(path) };
}

/** Which periods: those, or the newest on each level. */
type Wanted = readonly Period[] | "newest";
type ValuesOf = (periods: Wanted, time: PeriodLevel, path: string) => Collection;

/** The levels of time among periods, and the periods below them. */
export function timeLevels(periods: readonly Period[], type: EntityType, path: string, below: EntityType, values?: ValuesOf): Collection {
  return collectionOf<PeriodLevel>({
    type,
    path,
    things: levelsOfTime(periods),
    row: timeRow,
    find: (key) => periodLevels.find((each) => each === key.toLowerCase() && periods.some(({ level }) => level === each)),
    ways: (level, at) => {
      const own = new Map(periods.filter((each) => each.level === level).map((each) => [each.id, each]));
      const sorted = [...own.values()].sort((a, b) => a.id - b.id);
      return { Periods: () => periodsAt(sorted, below, `${at}/Periods`, values && ((list, inside) => values(list, level, inside))) };
    },
  });
}

/** Periods; where figures lie below them, also `mrp`, `all`, and a period that has none. */
export function periodsAt(
  periods: readonly Period[],
  type: EntityType,
  path: string,
  values?: (periods: Wanted, path: string) => Collection,
): Collection {
  const waysOf = (list: readonly Period[], at: string): Entity["ways"] => (values ? { Values: () => values(list, `${at}/Values`) } : {});
  const find = (key: string): Period | undefined => {
    const wanted = tryPeriod(key)?.code ?? key.toLowerCase();
    return periods.find((each) => each.code.toLowerCase() === wanted.toLowerCase());
  };
  const found = collectionOf({ type, path, things: periods, row: periodRow, find, ways: (each, at) => waysOf([each], at) });
  if (values === undefined) return found;
  return {
    ...found,
    async entity(key) {
      const small = key.toLowerCase();
      if (small === "all") return standsFor(type, `${path}('all')`, (at) => waysOf(periods, at));
      if (newest.has(small)) return standsFor(type, `${path}('mrp')`, () => ({ Values: () => values("newest", `${path}('mrp')/Values`) }));
      if (find(key) === undefined && tryPeriod(key) !== undefined) {
        const none = () => rowsCollection(entityTypes.Value, `${path}('${small}')/Values`, async () => joined([]));
        return standsFor(type, `${path}('${small}')`, () => ({ Values: none }));
      }
      return found.entity(key);
    },
  };
}

type Asked = {
  readonly indicator: Indicator;
  readonly by: readonly string[];
  readonly time: PeriodLevel;
  readonly covered: Covered;
  readonly periods: Wanted;
};

function valuesAt({ release, codes }: ServiceScope, path: string, kind: "Variable" | "Cube", asked: Asked): Collection {
  const { indicator, by, time, covered } = asked;
  const wanted = asked.periods === "newest" ? undefined : new Set(asked.periods.map((each) => each.id));
  const rows = async () => {
    const lists = covered.map(({ level, periods }) => {
      const own = periods.filter((each) => each.level === time);
      const recent = own.findLast((each) => !isForecast(indicator, each)) ?? own.at(-1);
      const list = own.filter((each) => (wanted === undefined ? each === recent : wanted.has(each.id)));
      return valueRows(release, codes, { indicator, level, time, periods: list, by });
    });
    return joined(await Promise.all(lists));
  };
  return rowsCollection(kind === "Cube" ? entityTypes.CubeValue : entityTypes.Value, path, rows);
}
