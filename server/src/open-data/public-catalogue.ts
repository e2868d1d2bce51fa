import { guardOf } from "@peil/core/disclosure/rule.ts";
import type { Catalogue, CatalogueData } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import type { Site } from "@peil/core/model/site.ts";
import type { Survey } from "@peil/core/model/survey.ts";
import type { ThemeNode } from "@peil/core/model/theme.ts";
import { coverageOfIndicator, expressionOf, leavesOf } from "@peil/core/query/coverage.ts";

/** An indicator as it goes out, and the levels and periods of which its figures go along: none where another site can compute it. */
export type PublicIndicator = { readonly indicator: Indicator; readonly coverage: ReadonlyMap<number, readonly number[]> };

/**
 * What readers may see of a release, for another site to bring in. What is not visible is not named. Figures are as readers see them, so
 * rules that hid some of them stay behind; where another site could not make a figure of coarser levels, or of a formula, as it is here,
 * that figure goes along itself. Flows stay behind.
 */
export function publicCatalogue(catalogue: Catalogue): { readonly data: CatalogueData; readonly indicators: readonly PublicIndicator[] } {
  const indicators = catalogue.indicators.filter(goes).map((each) => publicIndicator(catalogue, each));
  const used = indicators.map((each) => each.indicator);
  const sources = new Set(used.flatMap((each) => each.source?.toLowerCase() ?? []));
  const dimensions = new Set(
    used.flatMap((each) => each.dimensionLevels ?? []).map((code) => catalogue.dimensionLevel(code)?.dimension.toLowerCase()),
  );
  const themes = visibleThemes(catalogue);
  const { levels, areas, tables, dimensionLevels, members, memberLinks } = catalogue;
  const data: CatalogueData = {
    ...{ levels, areas, tables, dimensionLevels, members, memberLinks, themes },
    site: visibleSite(catalogue, themes),
    dimensions: catalogue.dimensions.filter((each) => dimensions.has(each.code.toLowerCase())),
    sources: catalogue.sources.filter((each) => sources.has(each.code.toLowerCase())),
    indicators: used,
  };
  return { data, indicators };
}

const goes = (each: Indicator | undefined): each is Indicator => each?.visible === true && each.shape !== "flow";
const isVisible = (catalogue: Catalogue, code: string): boolean => goes(catalogue.indicator(code));

/** Fields of an indicator that name another. */
const references = ["weight", "allocation", "sample", "base", "deviation"] as const;

function publicIndicator(catalogue: Catalogue, indicator: Indicator): PublicIndicator {
  const { threshold, thresholdIndicator, protected: isProtected, disclosure, atPublish, survey, formula, ...rest } = indicator;
  const lost = references.filter((field) => rest[field] !== undefined && !isVisible(catalogue, rest[field]));
  const kept = Object.fromEntries(Object.entries(rest).filter(([field]) => !lost.some((each) => each === field))) as unknown as Indicator;
  const isSurveyKept = survey !== undefined && lost.length === 0 && companionsIn(survey).every((code) => isVisible(catalogue, code));
  const expression = expressionOf(indicator);
  const isFormulaKept =
    formula !== undefined &&
    expression !== undefined &&
    atPublish !== true &&
    lost.length === 0 &&
    !/threshold/i.test(formula) &&
    leavesOf(expression).every((code) => isVisible(catalogue, code));
  // What is empty may have come in so or not have come in at all, which decides whether sums are complete: sums go along.
  const isWhole = indicator.shape !== "cube" || lost.length > 0 || guardOf(indicator) !== undefined;
  return {
    indicator: { ...kept, ...(isSurveyKept ? { survey } : {}), ...(isFormulaKept ? { formula } : {}) },
    coverage: isFormulaKept ? new Map() : isWhole ? coverageOfIndicator(catalogue, indicator) : loadedOf(catalogue, indicator),
  };
}

function companionsIn(survey: Survey): readonly string[] {
  return [survey.numerator, survey.denominator, survey.designEffectIndicator, survey.squaredWeights].filter((each) => each !== undefined);
}

/** Where figures came in, by level. */
function loadedOf(catalogue: Catalogue, { id }: Indicator): ReadonlyMap<number, readonly number[]> {
  return new Map([...catalogue.coverageOf(id)].flatMap(([level, { loaded }]) => (loaded.length === 0 ? [] : [[level, loaded]])));
}

/** The theme tree without what is not visible, and without folders in which then nothing stands. */
function visibleThemes(catalogue: Catalogue): readonly ThemeNode[] {
  const parents = new Map(catalogue.themes.map((each) => [each.id, each.parent]));
  const stay = new Set<number>();
  for (const node of catalogue.themes) {
    if (node.kind === "folder" || (node.kind === "indicator" && !isVisible(catalogue, node.target))) continue;
    for (let id: number | undefined = node.id; id !== undefined && !stay.has(id); id = parents.get(id)) stay.add(id);
  }
  return catalogue.themes.filter((each) => stay.has(each.id));
}

function visibleSite(catalogue: Catalogue, themes: readonly ThemeNode[]): Site {
  const { similarity, glance, announcements, openData, ...site } = catalogue.site;
  const folders = new Set(themes.filter((each) => each.kind === "folder").map((each) => each.target.toLowerCase()));
  const seen = (codes: readonly string[]): string[] => codes.filter((code) => isVisible(catalogue, code));
  return {
    ...site,
    ...(similarity && { similarity: similarity.filter((each) => each.parts.every((part) => isVisible(catalogue, part.indicator))) }),
    ...(glance && {
      glance: glance
        .map((each) => ({ ...each, indicators: seen(each.indicators) }))
        .filter((each) => each.indicators.length > 0 && folders.has(each.theme.toLowerCase())),
    }),
    ...(announcements && {
      announcements: announcements
        .map((each) => ({ ...each, indicators: seen(each.indicators) }))
        .filter((each, at) => each.indicators.length > 0 || announcements[at]?.indicators.length === 0),
    }),
    ...(openData && {
      openData: {
        ...openData,
        ...(openData.themes && { themes: openData.themes.filter((each) => folders.has(each.theme.toLowerCase())) }),
      },
    }),
  };
}
