import type { Catalogue } from "../model/catalogue.ts";
import type { Indicator } from "../model/indicator.ts";
import { lineageOf } from "./choose.ts";
import type { Placed } from "./compile-groups.ts";
import type { Path } from "./lineage.ts";

/** A parent area with all areas of one level that it is made of, wholly; pseudo-areas among them need no record. */
export type ParentTotal = {
  readonly parent: number;
  readonly parts: readonly number[];
  readonly pseudo: ReadonlySet<number>;
  readonly path: Path;
};

/** The parents of some areas, on every level that their level feeds, each with all its children on that level. */
export function parentTotals(catalogue: Catalogue, areas: readonly Placed[]): readonly ParentTotal[] {
  const ids = new Set(areas.map((each) => each.area.id));
  const levels = new Set(areas.map((each) => each.area.level));
  return lineageOf(catalogue)
    .paths.filter((path) => levels.has(path.childLevel))
    .flatMap((path) => {
      const children = Map.groupBy(path.links, (link) => link.parent);
      return [...children].flatMap(([parent, links]) => {
        const isWhole = links.every((link) => link.weight === 1);
        const parts = links.map((link) => link.child);
        const pseudo = new Set(parts.filter((part) => catalogue.areaById(part)?.pseudo));
        return isWhole && parts.some((part) => ids.has(part)) ? [{ parent, parts, pseudo, path }] : [];
      });
    });
}

/** The areas of totals, parents and children, each once. */
export function areasOfTotals(catalogue: Catalogue, totals: readonly ParentTotal[]): readonly Placed[] {
  const ids = new Set(totals.flatMap((each) => [each.parent, ...each.parts]));
  return [...ids].flatMap((id) => {
    const area = catalogue.areaById(id);
    const level = area && catalogue.levelById(area.level);
    return area && level ? [{ area, level }] : [];
  });
}

/**
 * Whether a parent's figure was made at publish of the figures of this level: it was not loaded itself, and the level is the
 * nearest with loaded figures, or was made of that same level. A loaded total may differ from its parts, so nothing follows from it.
 */
export function isMadeOf(catalogue: Catalogue, indicator: Indicator, path: Path, period: number): boolean {
  const coverage = catalogue.coverageOf(indicator.id);
  if (coverage.get(path.parentLevel)?.loaded.includes(period)) return false;
  const source = sourceOf(catalogue, indicator, path.parentLevel, period);
  if (source === undefined) return false;
  if (source === path.childLevel) return true;
  const isLoaded = coverage.get(path.childLevel)?.loaded.includes(period) === true;
  return !isLoaded && sourceOf(catalogue, indicator, path.childLevel, period) === source;
}

/** The level with loaded figures that is nearest below another: fewest steps, then the levels' order. */
function sourceOf(catalogue: Catalogue, indicator: Indicator, level: number, period: number): number | undefined {
  const coverage = catalogue.coverageOf(indicator.id);
  const feeds = lineageOf(catalogue).paths.filter(
    (path) => path.parentLevel === level && coverage.get(path.childLevel)?.loaded.includes(period),
  );
  const order = (path: Path): number => catalogue.levelById(path.childLevel)?.sequence ?? 0;
  return feeds.sort((a, b) => a.steps - b.steps || order(a) - order(b))[0]?.childLevel;
}
