import type { ProfileCell } from "@peil/core/api.ts";
import type { BesideWord, ExploreBeside, ExploreRow, ExploreSpread } from "@peil/core/api-explore.ts";
import type { GlanceRow } from "@peil/core/api-glance.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import { statusAt, valueAt } from "@peil/core/model/cube.ts";
import type { Rating } from "@peil/core/model/indicator.ts";
import { status } from "@peil/core/model/status.ts";
import type { Comparison } from "@peil/core/survey/compare.ts";
import type { Chosen } from "./glance-benchmark.ts";
import { besideIn } from "./glance-beside.ts";
import { peersIn } from "./glance-peers.ts";
import type { Scene } from "./glance-row.ts";
import type { Tests } from "./glance-survey.ts";
import { cellIn, type Sheet } from "./glance-table.ts";
import { themesOf } from "./theme-tree.ts";

/** A benchmark with its figures and, for surveys, the tests against it. */
export type Other = Pick<Scene, "chosen" | "beside" | "tests">;

/** Places on a strip. */
const places = 100;

/** Of how few areas with a figure no spread is shown, as at a glance. */
const fewestAreas = 5;

/** A row of the list: what the glance says of the indicator beside the first benchmark, with the others and the spread. */
export function exploreRow(scene: Scene, sheet: Sheet, glance: GlanceRow, others: readonly Other[]): ExploreRow {
  const { indicator, rating, decimals, dataType, period, cell, judgement, movement, earlier, rank, verdict } = glance;
  const spread = spreadIn(scene, sheet, period);
  return {
    indicator,
    rating,
    decimals,
    dataType,
    themes: themesWith(scene.release.catalogue, sheet),
    period,
    cell,
    beside: others.map((each) => besideFor(scene, sheet, glance, each)),
    ...(rank ? { rank } : {}),
    ...(spread ? { spread } : {}),
    ...(verdict?.by === "z-score" ? { z: verdict.z } : {}),
    ...(judgement ? { judgement } : {}),
    ...(earlier ? { earlier } : {}),
    ...(movement ? { movement } : {}),
  };
}

const above = new WeakMap<Sheet, readonly string[]>();

/** Codes of the themes in which an indicator stands and of those above them. */
function themesWith(catalogue: Catalogue, sheet: Sheet): readonly string[] {
  const known = above.get(sheet);
  if (known !== undefined) return known;
  const paths = themesOf(catalogue).placesOf(sheet.indicator.code);
  const made = [...new Set(paths.flatMap((path) => path.map((step) => step.code)))];
  above.set(sheet, made);
  return made;
}

function besideFor(scene: Scene, sheet: Sheet, glance: GlanceRow, other: Other): ExploreBeside {
  const { cell } = besideIn(scene.release, other.beside, other.chosen, sheet.indicator.code, glance.period);
  const { value } = glance.cell;
  if (value === undefined || cell.value === undefined) return { cell };
  const word = wordOf(scene, glance, cell, other);
  const { moments } = peersIn(scene.table, sheet, glance.period);
  const isFar = glance.dataType !== "count" && moments !== undefined;
  return { cell, ...(word ? { word } : {}), ...(isFar ? { distance: (value - cell.value) / moments.deviation } : {}) };
}

/**
 * Registers: what the two figures look like in the decimals of the page. Surveys: what the test says. Counts tell size: beside an area of
 * another level nothing is said of them, beside one of the same level only which is higher.
 */
function wordOf({ level }: Scene, { indicator, rating, decimals, dataType, cell }: GlanceRow, beside: ProfileCell, other: Other) {
  if (indicator.kind === "survey") return testedWord(other.tests, other.chosen, indicator.code, rating);
  const [own, theirs] = [cell.value ?? Number.NaN, beside.value ?? Number.NaN];
  if (dataType === "count" && other.chosen.benchmark.areas[0]?.level !== level.alias) return undefined;
  if (own.toFixed(decimals) === theirs.toFixed(decimals)) return "equal";
  return rated(own > theirs, dataType === "count" ? "neutral" : rating);
}

function testedWord(tests: Tests, { benchmark }: Chosen, code: string, rating: Rating): BesideWord | undefined {
  const [card] = benchmark.areas;
  const isWith = (each: Comparison): boolean =>
    "area" in each.with && each.with.area.code === card?.code && each.with.area.level === card.level;
  const word = tests.get(code)?.find(isWith)?.word;
  if (word === undefined) return undefined;
  return word === "no-clear-difference" ? "unclear" : rated(word === "higher", rating);
}

function rated(isHigher: boolean, rating: Rating): BesideWord {
  if (rating !== "higher" && rating !== "lower") return isHigher ? "higher" : "lower";
  return isHigher === (rating === "higher") ? "better" : "worse";
}

const spreads = new WeakMap<Sheet, Map<string, ExploreSpread | undefined>>();

/** The spread of a sheet in a period, the same for every area of the level; worked out once. */
function spreadIn({ table }: Scene, sheet: Sheet, period: string): ExploreSpread | undefined {
  if (!table.isLevel) return undefined;
  const own = spreads.get(sheet) ?? new Map<string, ExploreSpread | undefined>();
  spreads.set(sheet, own);
  if (!own.has(period)) own.set(period, makeSpread(sheet, period));
  return own.get(period);
}

/** Between the lowest and the highest figure that may be seen; what is hidden or missing is counted and never placed. */
function makeSpread(sheet: Sheet, period: string): ExploreSpread | undefined {
  const cells = [...sheet.rows.keys()].map((area) => cellIn(sheet, area, period)).filter((each) => each >= 0);
  const values = cells.flatMap((each) => valueAt(sheet.cube, each) ?? []);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (values.length < fewestAreas || low === high) return undefined;
  const isHidden = (state: number): boolean => state === status.hidden || state === status.private;
  const hidden = cells.filter((each) => isHidden(statusAt(sheet.cube, each))).length;
  const ticks = [...new Set(values.map((each) => Math.round(((each - low) / (high - low)) * places)))].sort((a, b) => a - b);
  return { low, high, shown: values.length, hidden, missing: cells.length - values.length - hidden, ticks };
}
