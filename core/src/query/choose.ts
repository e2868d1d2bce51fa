import { fail } from "../errors.ts";
import type { Area, Level } from "../model/area.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { Indicator } from "../model/indicator.ts";
import { type Period, parsePeriod, periodLevels, periodOfId } from "../model/period.ts";
import { coverageOfIndicator } from "./coverage.ts";
import { deriveLineage, type FeedLink, type Lineage, type Path } from "./lineage.ts";
import type { AreaChoice, AreaRef, PeriodChoice, Selection } from "./selection.ts";
import { hint } from "./suggest.ts";

/** An area of the answer: chosen, or standing there to compare with. */
export type ChosenArea = { readonly area: Area; readonly level: Level; readonly compare: boolean };

/** The indicator of a code. @throws `indicator-unknown` */
export function findIndicator(catalogue: Catalogue, code: string): Indicator {
  return (
    catalogue.indicator(code) ??
    fail("indicator-unknown", {
      code,
      hint: hint(
        code,
        catalogue.indicators.map((each) => each.code),
      ),
    })
  );
}

/** The level of an alias. @throws `level-unknown` */
export function findLevel(catalogue: Catalogue, code: string): Level {
  return (
    catalogue.level(code) ??
    fail("level-unknown", {
      code,
      hint: hint(
        code,
        catalogue.levels.map((each) => each.alias),
      ),
    })
  );
}

/** The area of a reference. @throws `level-unknown`, `area-unknown` */
export function findArea(catalogue: Catalogue, ref: AreaRef): { level: Level; area: Area } {
  const level = findLevel(catalogue, ref.level);
  const area = catalogue.area(level.id, ref.code);
  if (area) return { level, area };
  const codes = catalogue.areasOf(level.id).map((each) => each.code);
  return fail("area-unknown", { level: level.alias, code: ref.code, hint: hint(ref.code, codes) });
}

const lineages = new WeakMap<Catalogue, Lineage>();

/** The lineage of a catalogue, derived once. */
export function lineageOf(catalogue: Catalogue): Lineage {
  const known = lineages.get(catalogue);
  if (known) return known;
  const made = deriveLineage(catalogue);
  lineages.set(catalogue, made);
  return made;
}

/** Areas of a level that lie within an area, through the tables in one or more steps. */
export function areasWithin(catalogue: Catalogue, level: Level, parent: Area): readonly Area[] {
  const path = lineageOf(catalogue).paths.find((each) => each.childLevel === level.id && each.parentLevel === parent.level);
  const inside = new Set(path?.links.filter((link) => link.parent === parent.id).map((link) => link.child));
  return catalogue.areasOf(level.id).filter((area) => inside.has(area.id));
}

/**
 * The areas that a selection names: the chosen ones in order, then parts of groups that stand apart, then those to compare with.
 * Neighbours must be named already, since a catalogue has no borders.
 */
export function chooseAreas(
  catalogue: Catalogue,
  selection: Selection,
  parts: readonly { readonly area: Area; readonly level: Level }[] = [],
): readonly ChosenArea[] {
  const level = findLevel(catalogue, selection.level);
  const listed = listAreas(catalogue, selection, level).map((area) => ({ area, level, compare: false }));
  const chosen = [
    ...new Map([...listed, ...parts.map((part) => ({ ...part, compare: false }))].map((each) => [each.area.id, each])).values(),
  ];
  const seen = new Set(chosen.map((each) => each.area.id));
  const compare = selection.compare
    .map((ref) => ({ ...findArea(catalogue, ref), compare: true }))
    .filter((each) => !seen.has(each.area.id));
  return [...chosen, ...compare];
}

function listAreas(catalogue: Catalogue, selection: Selection, level: Level): readonly Area[] {
  const choice = selection.areas;
  if (choice.kind === "list") {
    const unique = new Map(
      choice.codes.map((code) => findArea(catalogue, { level: level.alias, code }).area).map((area) => [area.id, area]),
    );
    return [...unique.values()];
  }
  if (choice.kind === "neighbours") return fail("internal", { id: "neighbours" });
  const all =
    choice.kind === "within"
      ? areasWithin(catalogue, level, findArea(catalogue, choice.parent).area)
      : choice.kind === "alike"
        ? areasAlike(catalogue, level, choice)
        : catalogue.areasOf(level.id);
  return selection.pseudo ? all : all.filter((area) => !area.pseudo);
}

const byChild = new WeakMap<Path, ReadonlyMap<number, readonly FeedLink[]>>();

/** The links of a path by child, put in order once. */
function linksByChild(path: Path): ReadonlyMap<number, readonly FeedLink[]> {
  const known = byChild.get(path) ?? Map.groupBy(path.links, (link) => link.child);
  byChild.set(path, known);
  return known;
}

/** The one area of a level in which an area lies wholly; undefined where it lies in none or in several. */
export function parentOn(catalogue: Catalogue, level: Level, area: Area): Area | undefined {
  if (area.level === level.id) return area;
  const path = lineageOf(catalogue).paths.find((each) => each.childLevel === area.level && each.parentLevel === level.id);
  const links = path === undefined ? [] : (linksByChild(path).get(area.id) ?? []);
  return links.length === 1 && links[0]?.weight === 1 ? catalogue.areaById(links[0].parent) : undefined;
}

/** Areas of a level that lie in the same area of a grouping level as one does; itself first. @throws `area-unknown` */
function areasAlike(catalogue: Catalogue, level: Level, choice: AreaChoice & { kind: "alike" }): readonly Area[] {
  const { area } = findArea(catalogue, choice.of);
  const grouping = findLevel(catalogue, choice.level);
  const parent = parentOn(catalogue, grouping, area);
  if (parent === undefined) return fail("area-unknown", { level: grouping.alias, code: area.name.nl, hint: "" });
  const all = level.id === grouping.id ? [parent] : areasWithin(catalogue, level, parent);
  return [...all.filter((each) => each.id === area.id), ...all.filter((each) => each.id !== area.id)];
}

/** The periods of a selection, oldest first: for several indicators the union of theirs. */
export function choosePeriods(
  catalogue: Catalogue,
  indicators: readonly Indicator[],
  levels: readonly Level[],
  choice: PeriodChoice,
): readonly Period[] {
  if (choice.kind === "list") return sortPeriods(choice.codes.map(parsePeriod));
  const wanted = "level" in choice ? choice.level : undefined;
  const perIndicator = indicators.map((indicator) => onOneLevel(available(catalogue, indicator, levels), wanted));
  if (choice.kind === "recent") return sortPeriods(perIndicator.flatMap((list, at) => newestMeasured(list, indicators[at]) ?? []));
  const all = sortPeriods(perIndicator.flat());
  return choice.kind === "last" ? all.slice(-choice.count) : all;
}

/** The newest period that is no forecast; where there are only forecasts, the newest of them. */
function newestMeasured(periods: readonly Period[], indicator: Indicator | undefined): Period | undefined {
  return periods.findLast((period) => indicator === undefined || !isForecast(indicator, period)) ?? periods.at(-1);
}

/** Whether a period lies in the forecasts of an indicator. Codes start with the year, so they compare as texts. */
export function isForecast(indicator: Indicator, period: Period): boolean {
  return indicator.forecastFrom !== undefined && period.code >= indicator.forecastFrom;
}

function available(catalogue: Catalogue, indicator: Indicator, levels: readonly Level[]): Period[] {
  const first = levels[0];
  if (first === undefined) return [];
  const coverage = coverageOfIndicator(catalogue, indicator);
  const own = coverage.get(first.id) ?? levels.map((level) => coverage.get(level.id)).find((list) => list !== undefined) ?? [];
  return own.map(periodOfId);
}

/** Of periods on several levels those of the wanted one, or of the coarsest present. */
function onOneLevel(periods: readonly Period[], wanted: string | undefined): Period[] {
  const level = wanted ?? periodLevels.find((each) => periods.some((period) => period.level === each));
  return sortPeriods(periods.filter((period) => period.level === level));
}

function sortPeriods(periods: readonly Period[]): Period[] {
  const unique = new Map(periods.map((period) => [period.id, period]));
  return [...unique.values()].sort((a, b) => a.id - b.id);
}
