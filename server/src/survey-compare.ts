import type { Catalogue } from "@peil/core/model/catalogue.ts";
import { type Cube, statusAt } from "@peil/core/model/cube.ts";
import { status } from "@peil/core/model/status.ts";
import { areasWithin, type ChosenArea, lineageOf } from "@peil/core/query/choose.ts";
import { compile } from "@peil/core/query/compile.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import { companionsOf, isSameQuestion, isSurvey } from "@peil/core/survey/companions.ts";
import { type Comparison, compareFigures, type Relation, type SurveyFigure } from "@peil/core/survey/compare.ts";
import type { Release } from "./release.ts";
import { behindOf, codesOf, type ReadFigures, readBeside } from "./survey-companions.ts";
import { effectiveOver, readStrata } from "./survey-strata.ts";

/**
 * How the survey figures of the chosen areas stand to those of the areas beside them in the last period, and to those of earlier waves
 * where the question is the same. Nothing for figures that are not shown, for registers, and for questions about several indicators or
 * members.
 * @param cube the answer to the selection: axes indicator, area, period
 */
export async function compareSurvey(release: Release, selection: Selection, cube: Cube, read: ReadFigures): Promise<readonly Comparison[]> {
  const { catalogue } = release;
  const indicator = catalogue.indicator(selection.indicators[0] ?? "");
  if (indicator === undefined || !isSurvey(indicator) || indicator.shape !== "flat" || selection.indicators.length > 1) return [];
  if ((selection.transformations ?? []).length > 0) return [];
  const companions = companionsOf(catalogue, indicator);
  if (companions.sample === undefined) return [];
  const compiled = compile(selection, catalogue);
  const ids = compiled.periods.map((each) => each.id);
  const [beside, strata] = await Promise.all([
    readBeside(read, selection, codesOf(companions), ids),
    readStrata(catalogue, read, compiled, [indicator]),
  ]);
  const axis = cube.axes.find((each) => each.role === "area")?.members ?? [];
  const places = compiled.areas.map((chosen) => ({
    chosen,
    at: axis.findIndex((each) => each.level === chosen.level.alias && each.code === chosen.area.code),
  }));
  const figureAt = (place: (typeof places)[number], period: number): SurveyFigure | undefined => {
    const cell = place.at * ids.length + period;
    if (place.at < 0 || statusAt(cube, cell) !== status.value) return undefined;
    const id = ids[period] ?? 0;
    return {
      value: cube.values[cell] as number,
      behind: behindOf(beside, companions, place.at, id),
      size: effectiveOver(strata, indicator, place.chosen, id),
    };
  };
  const benchmarks = places.filter((each) => each.chosen.compare);
  return places
    .filter((each) => !each.chosen.compare)
    .flatMap((place) => {
      const last = ids.findLastIndex((_, period) => figureAt(place, period) !== undefined);
      const figure = figureAt(place, last);
      if (figure === undefined) return [];
      const area = refOf(place.chosen);
      const period = compiled.periods[last]?.code ?? "";
      const beyond = benchmarks.flatMap((other) => {
        const relation = relationOf(catalogue, place.chosen, other.chosen);
        const held = figureAt(other, last);
        const found = relation && held ? compareFigures(indicator, figure, held, relation) : undefined;
        return found === undefined ? [] : [{ area, period, with: { area: refOf(other.chosen) }, ...found }];
      });
      const waves = compiled.periods.slice(0, last).flatMap(({ code }, before) => {
        const earlier = isSameQuestion(indicator, code, period) ? figureAt(place, before) : undefined;
        const found = earlier && compareFigures(indicator, figure, earlier, "apart");
        return found === undefined ? [] : [{ area, period, with: { period: code }, ...found }];
      });
      return [...beyond, ...waves];
    });
}

function refOf({ area, level }: ChosenArea): { level: string; code: string } {
  return { level: level.alias, code: area.code };
}

/** Whether an area is part of another, or stands apart from it; undefined where the tables do not tell. */
function relationOf(catalogue: Catalogue, one: ChosenArea, other: ChosenArea): Relation | undefined {
  if (one.level.id === other.level.id) return "apart";
  const known = lineageOf(catalogue).paths.some((path) => path.childLevel === one.level.id && path.parentLevel === other.level.id);
  if (!known) return undefined;
  return areasWithin(catalogue, one.level, other.area).some((each) => each.id === one.area.id) ? "within" : "apart";
}
