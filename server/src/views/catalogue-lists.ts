import type { CubeEntry, DimensionEntry, IndicatorEntry, PeriodEntry, SourceEntry, ThemeEntry } from "@peil/core/api-catalogue.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Dimension, DimensionLevel, Member } from "@peil/core/model/dimension.ts";
import type { Indicator, Source } from "@peil/core/model/indicator.ts";
import { type Period, parsePeriod } from "@peil/core/model/period.ts";
import { columnsOf } from "@peil/core/query/compile-cells.ts";
import type { Release } from "../release.ts";
import { availableOf, changedOf, dimensionsOf, sourceCard } from "./details.ts";
import { themesOf } from "./theme-tree.ts";

const visible = new WeakMap<Catalogue, readonly Indicator[]>();

/** Visible indicators by code. */
export function visibleOf(catalogue: Catalogue): readonly Indicator[] {
  const known = visible.get(catalogue) ?? byCode(catalogue.indicators.filter((each) => each.visible));
  visible.set(catalogue, known);
  return known;
}

/** Things by their code, in an order that knows no language. */
function byCode<T extends { readonly code: string }>(things: readonly T[]): T[] {
  return [...things].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Visible cubes by code. */
export function cubesOf(catalogue: Catalogue): readonly Indicator[] {
  return visibleOf(catalogue).filter((each) => each.shape === "cube");
}

/** An indicator in the list of all. */
export function indicatorEntry({ catalogue, changed }: Release, indicator: Indicator): IndicatorEntry {
  const { code, name, unit, shape, kind, dataType } = indicator;
  const source = indicator.source === undefined ? undefined : catalogue.source(indicator.source)?.code;
  const moment = changedOf(catalogue, indicator, changed);
  const places = themesOf(catalogue).placesOf(code);
  return {
    ...{ code, name, unit, shape, kind, dataType, derived: indicator.formula !== undefined },
    ...(source === undefined ? {} : { source }),
    themes: [...new Set(places.flatMap((path) => path.at(-1)?.code ?? []))],
    levels: availableOf(catalogue, indicator).map(({ level, periods }) => ({
      level: level.alias,
      first: periods[0] ?? "",
      last: periods.at(-1) ?? "",
      count: periods.length,
    })),
    ...(moment === undefined ? {} : { changed: moment }),
  };
}

/** A cube with its dimensions, levels and members. */
export function cubeEntry({ catalogue }: Release, cube: Indicator): CubeEntry {
  const { code, name, unit, dataType } = cube;
  return { code, name, unit, dataType, dimensions: dimensionsOf(catalogue, cube) };
}

/** All themes with something visible in them, in the order of the tree. */
export function themeEntries(catalogue: Catalogue): readonly ThemeEntry[] {
  const themes = themesOf(catalogue);
  const below = (parent: string): readonly ThemeEntry[] =>
    themes.children(parent).flatMap((each) => [{ ...each, parent }, ...below(each.code)]);
  return themes.top.flatMap((each) => [each, ...below(each.code)]);
}

/** Periods with figures of these indicators, on one level or on any; oldest first, coarse levels first. */
export function periodEntries(catalogue: Catalogue, indicators: readonly Indicator[], level: number | undefined): readonly PeriodEntry[] {
  const counts = new Map<string, number>();
  for (const indicator of indicators) {
    const found = availableOf(catalogue, indicator).filter((each) => level === undefined || each.of.id === level);
    for (const code of new Set(found.flatMap((each) => each.periods))) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const periods = [...counts].map(([code, count]): [Period, number] => [parsePeriod(code), count]);
  return periods.sort(([a], [b]) => a.id - b.id).map(([{ code, level: of }, count]) => ({ code, level: of, indicators: count }));
}

/** Sources of which something is visible, by code. */
export function sourcesOf(catalogue: Catalogue): readonly { readonly source: Source; readonly count: number }[] {
  const counts = Map.groupBy(visibleOf(catalogue), (each) => each.source?.toLowerCase());
  return byCode(catalogue.sources).flatMap((source) => {
    const count = counts.get(source.code.toLowerCase())?.length ?? 0;
    return count === 0 ? [] : [{ source, count }];
  });
}

/** A source with how much comes from it. */
export function sourceEntry({ source, count }: { readonly source: Source; readonly count: number }): SourceEntry {
  return { ...sourceCard(source), indicators: count };
}

/** Dimensions of visible cubes. */
export function dimensionsShown(catalogue: Catalogue): readonly Dimension[] {
  const used = new Set(cubesOf(catalogue).flatMap((cube) => columnsOf(catalogue, cube).map((each) => each.dimension.toLowerCase())));
  return byCode(catalogue.dimensions.filter((each) => used.has(each.code.toLowerCase())));
}

/** A dimension with its classifications. */
export function dimensionEntry({ catalogue }: Release, { code, name }: Dimension): DimensionEntry {
  const levels = catalogue.dimensionLevels.filter((each) => each.dimension.toLowerCase() === code.toLowerCase());
  return { code, name, levels: levels.map((each) => ({ code: each.code, name: each.name, members: catalogue.membersOf(each.id).length })) };
}

/** A level of a dimension that a visible cube has. */
export function shownLevel(catalogue: Catalogue, code: string): DimensionLevel | undefined {
  const level = catalogue.dimensionLevel(code);
  const shown = dimensionsShown(catalogue).some((each) => each.code.toLowerCase() === level?.dimension.toLowerCase());
  return shown ? level : undefined;
}

/** The coarser members in which a member counts. */
export function withinOf(catalogue: Catalogue, { id }: Member): readonly { readonly level: string; readonly code: string }[] {
  return catalogue.memberLinks
    .filter((link) => link.child === id)
    .flatMap((link) => {
      const parent = catalogue.memberById(link.parent);
      const level = parent && catalogue.dimensionLevelById(parent.level);
      return parent && level ? [{ level: level.code, code: parent.code }] : [];
    });
}
