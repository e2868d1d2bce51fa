import { fail } from "@peil/core/errors.ts";
import type { Area, Level } from "@peil/core/model/area.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import { type Cube, cellAt, valueAt } from "@peil/core/model/cube.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { periodOfId } from "@peil/core/model/period.ts";
import type { SimilarityPart } from "@peil/core/model/site.ts";
import { memberSplitter } from "@peil/core/query/address.ts";
import { findIndicator, findLevel, isForecast, lineageOf } from "@peil/core/query/choose.ts";
import { coverageOfIndicator } from "@peil/core/query/coverage.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import { type Standard, standardise } from "@peil/core/statistics/similar.ts";
import { answer } from "./answer.ts";
import type { Release } from "./release.ts";
import { axisOf, isNumeric, selectionOf } from "./views/cards.ts";
import { coarsest } from "./views/newest.ts";

/** The areas that are compared with each other, and the figures by which: one per area, null where there is none. */
export type Comparison = {
  /** Codes of the areas, in the order of the level. */
  readonly areas: readonly string[];
  /** Code of the region in which they lie, where the level lies in regions. */
  readonly region?: string;
  readonly parts: readonly { readonly period: string; readonly figures: readonly (number | null)[] }[];
};

/** Of how many newest common periods the first good one is sought. */
const mostPeriods = 12;

/**
 * Gathers what the real areas of a level are compared by, those of each region apart (as ranks and deviations are). All parts are
 * read in the newest period that all have, forecasts excepted, and in which at least half of the areas have every figure; where
 * there is none, each part in its own newest period. Only figures that show are read.
 * @throws errors of the catalogue for unknown codes, `selection-invalid` for what is no number
 */
export async function gatherComparisons(release: Release, alias: string, parts: readonly SimilarityPart[]): Promise<readonly Comparison[]> {
  const level = findLevel(release.catalogue, alias);
  const indicators = parts.map((each) => numeric(findIndicator(release.catalogue, each.indicator)));
  const periods = indicators.map((each) => measuredPeriods(release.catalogue, each, level));
  const common = commonPeriods(indicators, periods);
  const cubes = await Promise.all(
    parts.map((part, at) => {
      const codes = common.length > 0 ? common : (periods[at] ?? []).slice(-1);
      return codes.length === 0 ? undefined : answer(release, asked(release.catalogue, indicators[at] as Indicator, part, level, codes));
    }),
  );
  return groupsOf(release.catalogue, level).map(([region, areas]) => ({
    areas: areas.map((each) => each.code),
    ...(region === undefined ? {} : { region }),
    parts: inOnePeriod(cubes, areas),
  }));
}

/** The comparison as figures to measure distances with. */
export function standardOf(comparison: Comparison, parts: readonly SimilarityPart[]): readonly Standard[] {
  return standardise(
    comparison.parts.map(({ figures }, at) => ({
      weight: parts[at]?.weight ?? 1,
      figures: figures.map((each) => each ?? undefined),
      scale: parts[at]?.scale ?? "linear",
    })),
  );
}

function numeric(indicator: Indicator): Indicator {
  if (isNumeric(indicator) && indicator.shape !== "flow") return indicator;
  return fail("selection-invalid", { key: "parts", value: indicator.code, expected: "count | percentage | ratio | mean | other" });
}

function asked(catalogue: Catalogue, indicator: Indicator, part: SimilarityPart, level: Level, codes: readonly string[]): Selection {
  const member = part.member === undefined ? undefined : memberSplitter(catalogue)(part.member, [indicator.code]);
  return selectionOf([indicator], level.alias, {
    periods: { kind: "list", codes },
    members: member === undefined ? [] : [member],
  });
}

/** The periods with measured figures on a level, on its coarsest level of time, oldest first. */
function measuredPeriods(catalogue: Catalogue, indicator: Indicator, level: Level): readonly string[] {
  const periods = coarsest((coverageOfIndicator(catalogue, indicator).get(level.id) ?? []).map(periodOfId));
  return periods.filter((each) => !isForecast(indicator, each)).map((each) => each.code);
}

/** The newest periods that all have, oldest first; what does not depend on time has every period. */
function commonPeriods(indicators: readonly Indicator[], periods: readonly (readonly string[])[]): readonly string[] {
  const timed = periods.filter((_, at) => indicators[at]?.periodType !== "independent");
  const [first = periods[0] ?? [], ...others] = timed;
  return first.filter((code) => others.every((each) => each.includes(code))).slice(-mostPeriods);
}

/** Real areas of a level by region (the areas of the benchmark's level); areas that lie in none stand together. */
function groupsOf(catalogue: Catalogue, level: Level): readonly (readonly [string | undefined, readonly Area[]])[] {
  const benchmark = catalogue.level(catalogue.site.benchmark.level)?.id;
  const path = lineageOf(catalogue).paths.find((each) => each.childLevel === level.id && each.parentLevel === benchmark);
  const regionOf = new Map(path?.links.map((link) => [link.child, catalogue.areaById(link.parent)?.code]));
  const real = catalogue.areasOf(level.id).filter((area) => !area.pseudo);
  return [...Map.groupBy(real, (area) => regionOf.get(area.id))];
}

/** Each part's figures of some areas in the period that serves best: the newest in which half of the areas have all. */
function inOnePeriod(cubes: readonly (Cube | undefined)[], areas: readonly Area[]): Comparison["parts"] {
  const most = Math.max(0, ...cubes.map((cube) => (cube ? axisOf(cube, "period").members.length : 0)));
  const choices = Array.from({ length: most }, (_, back) => cubes.map((cube) => figuresOf(cube, areas, back)));
  const isGood = (parts: Comparison["parts"]): boolean =>
    2 * areas.filter((_, at) => parts.every((each) => each.figures[at] !== null)).length >= areas.length;
  return choices.find(isGood) ?? choices[0] ?? cubes.map(() => ({ period: "", figures: areas.map(() => null) }));
}

/** The figures of areas in the period that lies so many back from the last of a cube (axes: indicator, area, period). */
function figuresOf(cube: Cube | undefined, areas: readonly Area[], back: number): Comparison["parts"][number] {
  const periods = cube ? axisOf(cube, "period").members : [];
  const at = Math.max(0, periods.length - 1 - back);
  const rows = new Map(cube ? axisOf(cube, "area").members.map((each, row) => [each.code, row]) : []);
  const figures = areas.map(({ code }) => {
    const row = rows.get(code);
    return cube === undefined || row === undefined ? null : (valueAt(cube, cellAt(cube, [0, row, at])) ?? null);
  });
  return { period: periods[at]?.code ?? "", figures };
}
