import type { Around, Measure } from "@peil/core/guards/facts.ts";
import type { Level } from "@peil/core/model/area.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { CubeAxis } from "@peil/core/model/cube.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { lineageOf } from "@peil/core/query/choose.ts";

/** What the guard-rails must know of an indicator; see `judge`. */
export function measureOf(indicator: Indicator): Measure {
  const { code, unit, dataType, periodType, rating, kind, shape, aggregatesAreas } = indicator;
  const more = ["weight", "formula", "source", "survey", "flow", "forecastFrom", "provisional"] as const;
  const given = more.filter((each) => indicator[each] !== undefined).map((each) => [each, indicator[each]]);
  return { ...{ code, unit, dataType, periodType, rating, kind, shape, aggregatesAreas }, ...Object.fromEntries(given) };
}

/** The areas that were asked: as an answer has them on its axes. */
type Asked = { readonly axes: readonly Pick<CubeAxis, "role" | "members">[] };

/**
 * What an answer does not tell of itself: in how many regions (areas of the benchmark's level) its areas lie, whether classes of
 * its dimensions overlap, and how many periods there are.
 */
export function aroundOf(catalogue: Catalogue, cube: Asked, by: readonly string[], available: number): Around {
  const regions = new Set(regionsOf(catalogue, cube));
  const overlapping = by.some((code) => overlaps(catalogue, code));
  return { regions: Math.max(1, regions.size), ...(overlapping ? { overlapping } : {}), available };
}

function regionsOf(catalogue: Catalogue, cube: Asked): readonly number[] {
  const benchmark = catalogue.level(catalogue.site.benchmark.level);
  const members = cube.axes.find((axis) => axis.role === "area")?.members.filter((each) => !each.pseudo) ?? [];
  const levels = new Map<string, ReadonlyMap<number, number>>();
  return members.flatMap((each) => {
    const level = catalogue.level(each.level ?? "");
    const area = level && catalogue.area(level.id, each.code);
    if (benchmark === undefined || level === undefined || area === undefined) return [];
    if (level.id === benchmark.id) return [area.id];
    const regionOf = levels.get(level.alias) ?? parentsIn(catalogue, level, benchmark);
    levels.set(level.alias, regionOf);
    return regionOf.get(area.id) ?? [];
  });
}

function parentsIn(catalogue: Catalogue, level: Level, benchmark: Level): ReadonlyMap<number, number> {
  const path = lineageOf(catalogue).paths.find((each) => each.childLevel === level.id && each.parentLevel === benchmark.id);
  return new Map(path?.links.map((link) => [link.child, link.parent]));
}

/** Whether two classes of a dimension level share a finer class. */
function overlaps(catalogue: Catalogue, code: string): boolean {
  const level = catalogue.dimensionLevel(code);
  const own = new Set(level ? catalogue.membersOf(level.id).map((each) => each.id) : []);
  const seen = new Set<number>();
  return catalogue.memberLinks.some(({ child, parent }) => {
    if (!own.has(parent)) return false;
    const again = seen.has(child);
    seen.add(child);
    return again;
  });
}
