import type { ThemeCard } from "@peil/core/api.ts";
import type { Level } from "@peil/core/model/area.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { parsePeriod } from "@peil/core/model/period.ts";
import { isNumeric } from "./cards.ts";
import { newestPeriods } from "./newest.ts";
import { themesOf } from "./theme-tree.ts";

/** What a glance shows of one theme. */
export type CoreTheme = { readonly theme: ThemeCard; readonly indicators: readonly Indicator[] };

/** Where the site names no core set: how many indicators of a theme, and how many years old their newest figure may be beside the newest of all. */
const usualCount = 6;
const usualAge = 5;

const kept = new WeakMap<Catalogue, Map<number, readonly CoreTheme[]>>();

/**
 * The core set of a level: as the site's content names it, otherwise the first few indicators of each theme that have a recent figure.
 * What has no figures on the level, or is no number of one area, is left out.
 */
export function coreOf(catalogue: Catalogue, level: Level): readonly CoreTheme[] {
  const perLevel = kept.get(catalogue) ?? new Map<number, readonly CoreTheme[]>();
  kept.set(catalogue, perLevel);
  const known = perLevel.get(level.id);
  if (known !== undefined) return known;
  const made = (catalogue.site.glance === undefined ? firstOf(catalogue, level) : named(catalogue)).map(({ theme, indicators }) => ({
    theme,
    indicators: indicators.filter((each) => isShown(catalogue, level, each)),
  }));
  const filled = made.filter((each) => each.indicators.length > 0);
  perLevel.set(level.id, filled);
  return filled;
}

function isShown(catalogue: Catalogue, level: Level, indicator: Indicator): boolean {
  return indicator.visible && isNumeric(indicator) && indicator.shape !== "flow" && newestPeriods(catalogue, level).has(indicator);
}

function named(catalogue: Catalogue): readonly CoreTheme[] {
  const themes = themesOf(catalogue);
  return (catalogue.site.glance ?? []).flatMap((set) => {
    const theme = themes.find(set.theme);
    const indicators = set.indicators.flatMap((code) => catalogue.indicator(code) ?? []);
    return theme === undefined ? [] : [{ theme, indicators }];
  });
}

function firstOf(catalogue: Catalogue, level: Level): readonly CoreTheme[] {
  const themes = themesOf(catalogue);
  const newest = newestPeriods(catalogue, level);
  const yearOf = (indicator: Indicator): number => parsePeriod(newest.get(indicator) ?? "0001").year;
  const last = Math.max(0, ...[...newest.keys()].map(yearOf));
  return themes.top.map((theme) => ({
    theme,
    indicators: themes
      .below(theme.code)
      .filter((each) => isShown(catalogue, level, each) && last - yearOf(each) <= usualAge)
      .slice(0, usualCount),
  }));
}
