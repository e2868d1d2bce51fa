import type { AreaCard, IndicatorDetails } from "@peil/core/api.ts";
import { fail, PeilError } from "@peil/core/errors.ts";
import type { Area, Level } from "@peil/core/model/area.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import { type Cube, sizeOf } from "@peil/core/model/cube.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { parsePeriod } from "@peil/core/model/period.ts";
import { withoutIndicator } from "@peil/core/query/assemble.ts";
import { choosePeriods, findArea, findIndicator, findLevel, isForecast, lineageOf } from "@peil/core/query/choose.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import { answer, comparisonsOf } from "../answer.ts";
import type { Release } from "../release.ts";
import { comparable } from "./area.ts";
import { aroundOf } from "./around.ts";
import { breaksOf } from "./breaks.ts";
import { levelCard, realAreas } from "./cards.ts";
import { availableOf, changedOf, detailsOf, nextUpdateOf } from "./details.ts";
import { flowOf, withoutPartners } from "./flow.ts";
import { coarsest } from "./newest.ts";
import { questionAbout, releaseIn } from "./question.ts";
import { reasonOf } from "./reason.ts";
import { releaseOf, type View } from "./scope.ts";

/** Cells that a page holds; larger questions are for downloads. */
const pageLimit = 100_000;

/** The page of an indicator: its figures for the chosen areas, all areas of the level, and everything said about it. */
export const indicator: View<"indicator"> = async (scope, { code, selection: text }) => {
  const release = await releaseOf(scope, releaseIn(text));
  const { catalogue } = release;
  const asked = findIndicator(catalogue, code);
  const available = availableOf(catalogue, asked);
  const selection = questionAbout(catalogue, asked, text);
  const level = findLevel(catalogue, selection.level);
  const totals = withoutPartners(selection);
  const figures = await figuresOf(release, totals);
  const cube = withoutIndicator(figures);
  const comparisons =
    selection.areas.kind === "list" && selection.transformations === undefined ? await comparisonsOf(release, selection, cube) : [];
  const all = await allAreas(release, asked, totals, cube);
  const flow = await flowOf(release, asked, selection, lastPeriod(catalogue, asked, selection, cube));
  const reason = reasonOf(catalogue, asked, level);
  const changed = changedOf(catalogue, asked, release.changed);
  const chosen = chosenAreas(catalogue, selection, level);
  const periods = coarsest(available.find((each) => each.of.id === level.id)?.periods.map(parsePeriod) ?? []);
  return {
    details: {
      ...detailsOf(
        catalogue,
        asked,
        available.map(({ of: _, ...each }) => each),
      ),
      ...madeOf(selection, figures),
      ...(changed === undefined ? {} : { changed }),
      ...nextUpdateOf(catalogue, asked, release.at),
      breaks: breaksOf(catalogue, asked, level, periods, chosen),
    },
    selection,
    cube,
    ...(all === undefined ? {} : { all }),
    around: {
      shown: aroundOf(catalogue, cube, selection.by, periods.length),
      ...(all === undefined ? {} : { all: aroundOf(catalogue, all, [], periods.length) }),
    },
    ...(comparisons.length === 0 ? {} : { comparisons }),
    ...(flow === undefined ? {} : { flow }),
    ...(reason === undefined ? {} : { reason }),
    choices: {
      levels: available.map((each) => each.level),
      areas: realAreas(catalogue, level),
      compare: comparable(catalogue, level),
      within: withinChoices(catalogue, level),
    },
  };
};

/** The areas that a reader chose by name; none where the page shows a whole level. */
function chosenAreas(catalogue: Catalogue, selection: Selection, level: Level): readonly Area[] {
  const { areas } = selection;
  if (areas.kind === "neighbours" || areas.kind === "alike") return [findArea(catalogue, areas.of).area];
  return areas.kind === "list" ? areas.codes.flatMap((code) => catalogue.area(level.id, code) ?? []) : [];
}

/** What a page says of figures that something was computed from: their own name, unit and decimals, and no longer a type that adds up. */
function madeOf(selection: Selection, cube: Cube): Partial<IndicatorDetails> {
  const [member] = cube.axes.find((axis) => axis.role === "indicator")?.members ?? [];
  if (selection.transformations === undefined || member === undefined) return {};
  const { label: name, unit, decimals } = member;
  return { name, dataType: "other", ...(unit === undefined ? {} : { unit }), ...(decimals === undefined ? {} : { decimals }) };
}

/**
 * The figures of the chosen areas and those beside them. A page on a whole level shows the areas to compare with in all
 * periods; the areas of the level stand in `all`.
 */
async function figuresOf(release: Release, selection: Selection): Promise<Cube> {
  const isWhole = selection.areas.kind === "all" || selection.areas.kind === "within";
  const areas: Selection["areas"] = isWhole ? { kind: "list", codes: [] } : selection.areas;
  const cube = await answer(release, { ...selection, areas });
  if (sizeOf(cube) <= pageLimit) return cube;
  return fail("selection-too-large", { cells: sizeOf(cube), limit: pageLimit });
}

/** All areas of the level (or within the chosen one) in the last period of the selection; undefined where figures have no total. */
async function allAreas(release: Release, asked: Indicator, selection: Selection, cube: Cube): Promise<Cube | undefined> {
  const period = lastPeriod(release.catalogue, asked, selection, cube);
  if (period === undefined) return undefined;
  const areas: Selection["areas"] = selection.areas.kind === "within" ? selection.areas : { kind: "all" };
  try {
    const periods = { kind: "list" as const, codes: [period] };
    const out = withoutIndicator(await answer(release, { ...selection, areas, periods, by: [], groups: [], memberGroups: [] }));
    return sizeOf(out) > pageLimit ? undefined : out;
  } catch (error) {
    if (error instanceof PeilError && (error.code === "cells-loaded-only" || error.code === "not-additive")) return undefined;
    throw error;
  }
}

/** The last period that was asked; where all were asked, the last that is no forecast. */
function lastPeriod(catalogue: Catalogue, asked: Indicator, selection: Selection, cube: Cube): string | undefined {
  const shown = cube.axes.find((axis) => axis.role === "period")?.members ?? [];
  if (selection.periods.kind === "list") return shown.at(-1)?.code;
  const level = findLevel(catalogue, selection.level);
  const periods = choosePeriods(catalogue, [asked], [level], selection.periods);
  return (periods.findLast((each) => !isForecast(asked, each)) ?? periods.at(-1))?.code ?? shown.at(-1)?.code;
}

/** Coarser areas that the areas of a level lie in: to look at one province only. */
function withinChoices(catalogue: Catalogue, level: Level): readonly AreaCard[] {
  const { benchmark, benchmarkLevels, homeLevel } = catalogue.site;
  return [...new Set([benchmark.level, ...benchmarkLevels.toReversed(), homeLevel])].flatMap((alias) => {
    const parent = catalogue.level(alias);
    if (parent === undefined || parent.base === level.base) return [];
    const feeds = lineageOf(catalogue).paths.some((path) => path.childLevel === level.id && path.parentLevel === parent.id);
    return feeds && levelCard(catalogue, parent).count > 1 ? realAreas(catalogue, parent) : [];
  });
}
