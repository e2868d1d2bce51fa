import type { Available, IndicatorDetails } from "@peil/core/api.ts";
import { formulaWords } from "@peil/core/formula/explain.ts";
import type { Level } from "@peil/core/model/area.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator, Source } from "@peil/core/model/indicator.ts";
import { decimalsOf } from "@peil/core/query/assemble.ts";
import { columnsOf } from "@peil/core/query/compile-cells.ts";
import { coverageOfIndicator, expressionOf, leavesOf } from "@peil/core/query/coverage.ts";
import { measureOf } from "./around.ts";
import { periodsOfIds } from "./breaks.ts";
import { levelCard } from "./cards.ts";
import { themesOf } from "./theme-tree.ts";

/** Everything that is said about an indicator beside its figures, but for the breaks of a series. */
export function detailsOf(catalogue: Catalogue, indicator: Indicator, available: readonly Available[]): Omit<IndicatorDetails, "breaks"> {
  const { code, name, unit, shape, kind, dataType, rating } = indicator;
  return {
    ...{ code, name, unit, shape, kind, dataType, rating },
    decimals: decimalsOf(indicator),
    estimated: indicator.estimated ?? false,
    measure: measureOf(indicator),
    ...pick(indicator, ["factor", "description", "more", "footnote"]),
    ...forecastOf(indicator, available),
    ...sourceOf(catalogue, indicator),
    ...formulaOf(catalogue, indicator),
    ...weightOf(catalogue, indicator),
    places: themesOf(catalogue).placesOf(code),
    available,
    dimensions: dimensionsOf(catalogue, indicator),
    ...(indicator.survey?.changes === undefined ? {} : { otherQuestions: indicator.survey.changes.map((each) => each.from) }),
    provisional: indicator.provisional ?? [],
  };
}

/** When its figures came in last: for a formula the newest of its operands. */
export function changedOf(catalogue: Catalogue, indicator: Indicator, changed: Readonly<Record<string, string>>): string | undefined {
  const expression = expressionOf(indicator);
  if (expression === undefined) return changed[indicator.id];
  const moments = leavesOf(expression).flatMap((code) => {
    const leaf = catalogue.indicator(code);
    return (leaf && changedOf(catalogue, leaf, changed)) ?? [];
  });
  return moments.sort().at(-1);
}

/** The first day after the release for which new figures are announced. */
export function nextUpdateOf({ site }: Catalogue, { code }: Indicator, at: string): Pick<IndicatorDetails, "nextUpdate"> {
  const wanted = code.toLowerCase();
  const days = (site.announcements ?? [])
    .filter((each) => each.date > at.slice(0, 10) && each.indicators.some((one) => one.toLowerCase() === wanted))
    .map((each) => each.date);
  const [nextUpdate] = days.sort();
  return nextUpdate === undefined ? {} : { nextUpdate };
}

/** Where its forecasts start, if it has any: a formula may stop before those of its operands. */
function forecastOf({ forecastFrom }: Indicator, available: readonly Available[]): Pick<IndicatorDetails, "forecastFrom"> {
  const reached = forecastFrom !== undefined && available.some((each) => each.periods.some((period) => period >= forecastFrom));
  return reached ? { forecastFrom } : {};
}

/** A thing with only some of its properties, those that are absent left out. */
function pick<T, K extends keyof T>(thing: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.filter((key) => thing[key] !== undefined).map((key) => [key, thing[key]])) as Pick<T, K>;
}

/** The levels on which an indicator has figures, coarse to fine, with their periods. */
export function availableOf(catalogue: Catalogue, indicator: Indicator): readonly (Available & { readonly of: Level })[] {
  const loaded = catalogue.coverageOf(indicator.id);
  return [...coverageOfIndicator(catalogue, indicator)]
    .flatMap(([id, periods]) => {
      const level = catalogue.levelById(id);
      return level === undefined ? [] : [{ level, periods }];
    })
    .sort((a, b) => a.level.sequence - b.level.sequence || a.level.id - b.level.id)
    .map(({ level, periods }) => ({
      of: level,
      level: levelCard(catalogue, level),
      periods: periodsOfIds(periods).map((each) => each.code),
      loaded: (loaded.get(level.id)?.loaded.length ?? 0) > 0,
    }));
}

function sourceOf(catalogue: Catalogue, indicator: Indicator): Pick<IndicatorDetails, "source"> {
  const source = indicator.source === undefined ? undefined : catalogue.source(indicator.source);
  return source === undefined ? {} : { source: sourceCard(source) };
}

/** A source as lists show it. */
export function sourceCard(source: Source): NonNullable<IndicatorDetails["source"]> {
  const { code, name } = source;
  return { code, name, ...pick(source, ["publisher", "url", "licence", "licenceUrl", "referenceDate"]) };
}

function formulaOf(catalogue: Catalogue, indicator: Indicator): Pick<IndicatorDetails, "formula"> {
  const expression = expressionOf(indicator);
  if (indicator.formula === undefined || expression === undefined) return {};
  const uses = leavesOf(expression).map((code) => ({ code, name: catalogue.indicator(code)?.name ?? { nl: code } }));
  return { formula: { text: indicator.formula, words: formulaWords(expression, catalogue), uses } };
}

function weightOf(catalogue: Catalogue, indicator: Indicator): Pick<IndicatorDetails, "weight"> {
  const weight = indicator.weight === undefined ? undefined : catalogue.indicator(indicator.weight);
  return weight === undefined ? {} : { weight: { code: weight.code, name: weight.name } };
}

/** The dimensions of a cube with every level on which its figures can be asked, and their members. */
export function dimensionsOf(catalogue: Catalogue, indicator: Indicator): IndicatorDetails["dimensions"] {
  if (indicator.shape !== "cube") return [];
  return columnsOf(catalogue, indicator).map((loaded) => ({
    code: loaded.dimension,
    name: catalogue.dimension(loaded.dimension)?.name ?? loaded.name,
    levels: catalogue.dimensionLevels
      .filter(
        (each) => each.dimension.toLowerCase() === loaded.dimension.toLowerCase() && catalogue.memberMap(loaded.id, each.id) !== undefined,
      )
      .map((each) => ({
        code: each.code,
        name: each.name,
        loaded: each.id === loaded.id,
        members: catalogue.membersOf(each.id).map(({ code, name }) => ({ code, name })),
      })),
  }));
}
