import { setImmediate as letOthers } from "node:timers/promises";
import type { Area, Level } from "@peil/core/model/area.ts";
import { type Cube, cellAt, valueAt } from "@peil/core/model/cube.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { periodOfId, perYear, shiftPeriod, tryPeriod } from "@peil/core/model/period.ts";
import { coverageOfIndicator } from "@peil/core/query/coverage.ts";
import type { AreaChoice } from "@peil/core/query/selection.ts";
import type { Release } from "../release.ts";
import { answerMany } from "./answers.ts";
import { axisOf, selectionOf } from "./cards.ts";
import { coreOf } from "./glance-core.ts";
import { coarsest, newestPeriods } from "./newest.ts";
import { peersOf } from "./ranking.ts";

/** One indicator over the areas that are held against each other; axes of the cube: area, period. */
export type Sheet = {
  readonly indicator: Indicator;
  /** The newest period of the level. */
  readonly newest: string;
  readonly cube: Cube;
  /** Codes of the periods, oldest first, without forecasts after the newest. */
  readonly periods: readonly string[];
  /** Where each area stands on its axis. */
  readonly rows: ReadonlyMap<string, number>;
};

/** Everything about a level that is the same for all its areas at a glance. */
export type Table = {
  readonly sheets: ReadonlyMap<string, Sheet>;
  /** Figures of the indicators by which relative figures are weighted. */
  readonly weights: ReadonlyMap<string, Sheet>;
  /** Whether the areas are those of the level, so that one of them can be held against the others. */
  readonly isLevel: boolean;
};

/** Which indicators a table holds; `key` tells one set from another. */
export type IndicatorSet = {
  readonly key: string;
  readonly indicators: readonly Indicator[];
  /** Where no series is shown: only the newest period and the ones so many years back are read. */
  readonly years?: readonly number[];
};

/** How many years a table goes back. */
const yearsBack = 15;

/** Most tables that are kept per release. */
const mostKept = 24;

const kept = new WeakMap<Release, Map<string, Promise<Table>>>();

/**
 * The core figures (or those of another set) of the areas among which one is judged (those of its level in the same region), read once per level, region and
 * release by the way that every answer takes. An area that is no place, or one of too many, stands alone.
 */
export function tableFor(release: Release, level: Level, area: Area, set?: IndicatorSet): Promise<Table> {
  const peers = area.pseudo ? undefined : peersOf(release.catalogue, level, area);
  const choice: AreaChoice = peers ?? { kind: "list", codes: [area.code] };
  const tables = kept.get(release) ?? new Map<string, Promise<Table>>();
  kept.set(release, tables);
  const key = `${set?.key ?? ""}/${level.id}/${choice.kind === "within" ? choice.parent.code : choice.kind === "list" ? `=${area.code}` : "*"}`;
  const known = tables.get(key);
  if (known !== undefined) return known;
  const made = gather(release, level, choice, peers !== undefined, set ?? { key: "", indicators: coreIndicators(release, level) });
  made.catch(() => tables.delete(key));
  tables.set(key, made);
  for (const old of [...tables.keys()].slice(0, Math.max(0, tables.size - mostKept))) tables.delete(old);
  return made;
}

function coreIndicators({ catalogue }: Release, level: Level): readonly Indicator[] {
  return [...new Set(coreOf(catalogue, level).flatMap((each) => each.indicators))];
}

async function gather(
  release: Release,
  level: Level,
  areas: AreaChoice,
  isLevel: boolean,
  { indicators, years }: IndicatorSet,
): Promise<Table> {
  const { catalogue } = release;
  const periods = new Map(indicators.map((each) => [each, fewer(periodsFor(release, level, each), level, years)]));
  const groups = Map.groupBy(indicators, (each) => periods.get(each)?.join() ?? "");
  const read = new Map<string, Cube>();
  for (const [codes, group] of groups) {
    const asked = { areas, periods: { kind: "list" as const, codes: codes.split(",") } };
    for (const each of await answerMany(release, group, (some) => selectionOf(some, level.alias, asked))) read.set(...each);
    // Much is read here: whoever asks something small meanwhile goes first.
    await letOthers();
  }
  const sheets = sheetsOf(release, level, indicators, read);
  const all = [...new Set([...periods.values()].flat())];
  const weights = isLevel ? [...new Set(indicators.flatMap((each) => catalogue.indicator(weightOf(each) ?? "") ?? []))] : [];
  const weighed = await answerMany(release, weights, (some) =>
    selectionOf(some, level.alias, { areas, periods: { kind: "list", codes: all } }),
  );
  return { sheets, weights: sheetsOf(release, level, weights, weighed), isLevel };
}

/** The indicator by which a relative figure is weighted; counts are not (as with z-scores). */
export function weightOf(indicator: Indicator): string | undefined {
  return indicator.dataType === "count" ? undefined : indicator.weight;
}

function periodsFor(release: Release, level: Level, indicator: Indicator): readonly string[] {
  const newest = tryPeriod(newestPeriods(release.catalogue, level).get(indicator) ?? "");
  const ids = coverageOfIndicator(release.catalogue, indicator).get(level.id) ?? [];
  return coarsest(ids.map(periodOfId))
    .filter((each) => newest !== undefined && each.id <= newest.id && newest.year - each.year <= yearsBack)
    .map((each) => each.code);
}

/** Of periods, oldest first, the newest and the last that lies at least so many years before it. An older division may have ended: it keeps all. */
function fewer(periods: readonly string[], level: Level, years: readonly number[] | undefined): readonly string[] {
  const newest = tryPeriod(periods.at(-1) ?? "");
  if (years === undefined || newest === undefined || level.validTo !== undefined) return periods;
  const back = years.map((each) => {
    const latest = shiftPeriod(newest, -each * perYear[newest.level]).id;
    return periods.findLast((code) => (tryPeriod(code)?.id ?? Number.POSITIVE_INFINITY) <= latest);
  });
  return periods.filter((each) => each === newest.code || back.includes(each));
}

function sheetsOf(release: Release, level: Level, indicators: readonly Indicator[], cubes: ReadonlyMap<string, Cube>) {
  const newest = newestPeriods(release.catalogue, level);
  const out = new Map<string, Sheet>();
  for (const indicator of indicators) {
    const cube = cubes.get(indicator.code);
    if (cube === undefined) continue;
    const periods = axisOf(cube, "period").members.map((each) => each.code);
    const rows = new Map(axisOf(cube, "area").members.map((each, row) => [each.code, row]));
    out.set(indicator.code, { indicator, newest: newest.get(indicator) ?? "", cube, periods, rows });
  }
  return out;
}

/** The cell of an area in a period; -1 where the sheet does not hold it. */
export function cellIn(sheet: Sheet, area: string, period: string): number {
  const row = sheet.rows.get(area);
  const at = sheet.periods.indexOf(period);
  return row === undefined || at < 0 ? -1 : cellAt(sheet.cube, [row, at]);
}

/** The figure of an area in a period, where it may be seen. */
export function figureIn(sheet: Sheet, area: string, period: string): number | undefined {
  const cell = cellIn(sheet, area, period);
  return cell < 0 ? undefined : valueAt(sheet.cube, cell);
}
