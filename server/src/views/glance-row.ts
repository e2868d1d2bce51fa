import type { GlanceRow, GlanceVerdict } from "@peil/core/api-glance.ts";
import type { Area, Level } from "@peil/core/model/area.ts";
import { valueAt } from "@peil/core/model/cube.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { status } from "@peil/core/model/status.ts";
import { decimalsOf } from "@peil/core/query/assemble.ts";
import { type Judgement, judgeBeside, judgeZScore, type Thresholds, zThreshold } from "@peil/core/statistics/judgement.ts";
import { round12 } from "@peil/core/statistics/round.ts";
import { isSameQuestion, isSurvey } from "@peil/core/survey/companions.ts";
import type { Comparison } from "@peil/core/survey/compare.ts";
import type { Release } from "../release.ts";
import { plainCard } from "./cards.ts";
import type { Chosen } from "./glance-benchmark.ts";
import { type Beside, besideIn, cellFrom } from "./glance-beside.ts";
import { movementIn } from "./glance-movement.ts";
import { type Peers, peersIn } from "./glance-peers.ts";
import type { Tests } from "./glance-survey.ts";
import { cellIn, figureIn, type Sheet, type Table } from "./glance-table.ts";
import { rankOf } from "./ranking.ts";

/** Everything that the rows of one area are made of. */
export type Scene = {
  readonly release: Release;
  readonly level: Level;
  readonly area: Area;
  readonly table: Table;
  readonly chosen: Chosen;
  readonly beside: Beside;
  readonly tests: Tests;
  /** Years back. */
  readonly since: number;
  readonly thresholds: Thresholds;
};

/** Points of a small trend. */
const trendLength = 10;

/** The row of an indicator; undefined where neither the area nor the benchmark has anything to show. */
export function rowOf(scene: Scene, indicator: Indicator): GlanceRow | undefined {
  const { table, area, level, release, beside, chosen } = scene;
  const sheet = table.sheets.get(indicator.code);
  if (sheet === undefined) return undefined;
  const period = level.validTo === undefined ? sheet.newest : lastOwn(sheet, area);
  const at = cellIn(sheet, area.code, period);
  const cell = at < 0 ? { status: status.empty } : cellFrom(sheet.cube, at);
  const other = besideIn(release, beside, chosen, indicator.code, period);
  if (cell.status === status.empty && other.cell.value === undefined) return undefined;
  const peers = peersIn(table, sheet, period);
  const rank = rankOf(indicator, cell.value, peers.figures);
  return {
    indicator: plainCard(indicator),
    rating: indicator.rating,
    decimals: decimalsOf(indicator),
    dataType: indicator.dataType,
    period,
    ...(indicator.provisional?.includes(period) ? { provisional: true as const } : {}),
    cell,
    ...intervalOf(sheet, at),
    benchmark: other.cell,
    ...(other.why === undefined ? {} : { noBenchmark: other.why }),
    ...distanceOf(indicator, cell.value, other.cell.value, peers),
    ...judged(scene, indicator, cell.value, other.cell.value, peers),
    ...(peers.spread === undefined ? {} : { spread: peers.spread }),
    ...(rank === undefined ? {} : { rank }),
    ...movementIn(scene, sheet, period, cell.value),
    trend: trendOf(sheet, area, period),
  };
}

function lastOwn(sheet: Sheet, area: Area): string {
  return sheet.periods.findLast((each) => figureIn(sheet, area.code, each) !== undefined) ?? sheet.newest;
}

/** Counts tell size: how far they lie from those of another area is no news. */
function distanceOf(indicator: Indicator, own: number | undefined, other: number | undefined, { moments }: Peers): { distance?: number } {
  if (indicator.dataType === "count" || own === undefined || other === undefined || moments === undefined) return {};
  return { distance: round12((own - other) / moments.deviation) };
}

function judged(
  scene: Scene,
  indicator: Indicator,
  own: number | undefined,
  other: number | undefined,
  peers: Peers,
): { verdict?: GlanceVerdict; judgement?: Judgement } {
  if (own === undefined || indicator.dataType === "count") return {};
  if (indicator.kind === "survey") return tested(scene.tests.get(indicator.code), scene.chosen);
  const { moments, among, weighted } = peers;
  if (moments === undefined) return {};
  const z = round12((own - moments.mean) / moments.deviation);
  const verdict = { by: "z-score" as const, z, threshold: zThreshold(scene.thresholds), among, ...moments, weighted };
  const difference = other === undefined ? undefined : round12(own - other);
  const judgement =
    scene.chosen.benchmark.kind === "none"
      ? judgeZScore(z, indicator.rating, scene.thresholds)
      : judgeBeside(z, difference, indicator.rating, scene.thresholds);
  return { verdict, ...(judgement === undefined ? {} : { judgement }) };
}

/** What the test says of the difference with the benchmark; without a test nothing is said. */
function tested(comparisons: readonly Comparison[] | undefined, { benchmark }: Chosen): { verdict?: GlanceVerdict; judgement?: Judgement } {
  const [card] = benchmark.kind === "area" ? benchmark.areas : [];
  const found = comparisons?.find(
    (each) => "area" in each.with && each.with.area.code === card?.code && each.with.area.level === card.level,
  );
  if (found === undefined) return {};
  const { word, difference, judgement } = found;
  return { verdict: { by: "survey-test", word, difference }, ...(judgement === undefined ? {} : { judgement }) };
}

/** The interval of a survey figure that shows. */
function intervalOf({ cube }: Sheet, at: number): Pick<GlanceRow, "interval"> {
  const { lower, upper, respondents, level } = cube.uncertainty ?? {};
  const [low = Number.NaN, high = Number.NaN, count = Number.NaN] = [lower?.[at], upper?.[at], respondents?.[at]];
  if (level === undefined || valueAt(cube, at) === undefined || !(low <= high)) return {};
  return { interval: { lower: round12(low), upper: round12(high), level, ...(Number.isNaN(count) ? {} : { respondents: count }) } };
}

/** The area's own series up to a period, without the empty years before it starts. */
function trendOf(sheet: Sheet, area: Area, period: string): GlanceRow["trend"] {
  const last = sheet.periods.indexOf(period);
  const points = sheet.periods
    .slice(Math.max(0, last + 1 - trendLength), last + 1)
    .map((each) => ({ period: each, value: figureIn(sheet, area.code, each) ?? Number.NaN }));
  const first = points.findIndex((each) => !Number.isNaN(each.value));
  const own = first < 0 ? [] : points.slice(first);
  if (!isSurvey(sheet.indicator)) return own;
  return own.map((each, before) => {
    const isApart = before > 0 && !isSameQuestion(sheet.indicator, own[before - 1]?.period ?? "", each.period);
    return isApart ? { ...each, apart: true as const } : each;
  });
}
