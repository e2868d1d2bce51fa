import type { AreaCard, ProfileRow } from "@peil/core/api.ts";
import type { Area, Level } from "@peil/core/model/area.ts";
import { type Cube, cellAt, valueAt } from "@peil/core/model/cube.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { decimalsOf } from "@peil/core/query/assemble.ts";
import type { Release } from "../release.ts";
import { axisOf, isNumeric, plainCard, selectionOf } from "./cards.ts";
import { cellFrom } from "./glance-beside.ts";
import { answerNewest, newestPeriods } from "./newest.ts";
import { figuresOf, peersOf, rankOf } from "./ranking.ts";

/** Years (or quarters, months) that a small trend shows, and how far back an area that ended is followed. */
export const trendLength = 10;

/** Where a profile stands: its area, and the areas beside it. */
export type Subject = { readonly level: Level; readonly area: Area; readonly columns: readonly AreaCard[] };

/** One row per indicator that has a figure for the area or beside it. */
export async function profileRows(
  release: Release,
  subject: Subject,
  indicators: readonly Indicator[],
): Promise<ReadonlyMap<string, ProfileRow>> {
  const { catalogue } = release;
  const { level, area, columns } = subject;
  const periods = newestPeriods(catalogue, level);
  const shown = indicators.filter((each) => isNumeric(each) && periods.has(each));
  const areas = { kind: "list" as const, codes: [area.code] };
  const peers = area.pseudo ? undefined : peersOf(catalogue, level, area);
  const [found, figures] = await Promise.all([
    answerNewest(release, level, shown, trendLength, (group, some) =>
      selectionOf(group, level.alias, { areas, compare: columns, periods: some }),
    ),
    peers === undefined ? undefined : figuresOf(release, level, peers),
  ]);
  const out = new Map<string, ProfileRow>();
  for (const indicator of shown) {
    const cube = found.get(indicator.code);
    const period = periods.get(indicator) ?? "";
    const row = cube && rowOf(indicator, cube, level.validTo === undefined ? period : lastOwn(cube, period), columns.length);
    if (row === undefined) continue;
    const rank = row.period === period ? rankOf(indicator, row.cells[0]?.value, figures?.get(indicator.code)) : undefined;
    out.set(indicator.code, rank === undefined ? row : { ...row, rank });
  }
  return out;
}

/** An area of an older division may have ended before the newest period: then its own last figure counts. */
function lastOwn(cube: Cube, period: string): string {
  const periods = axisOf(cube, "period").members;
  const newest = periods.findIndex((each) => each.code === period);
  const last = periods.findLastIndex(
    (each, at) => at <= newest && levelOf(each.code) === levelOf(period) && valueAt(cube, cellAt(cube, [0, at])) !== undefined,
  );
  return periods[last]?.code ?? period;
}

/** @returns undefined where there is nothing to show for the area nor beside it */
function rowOf(indicator: Indicator, cube: Cube, period: string, columns: number): ProfileRow | undefined {
  const periods = axisOf(cube, "period").members;
  const last = periods.findIndex((each) => each.code === period);
  if (last < 0) return undefined;
  const cells = Array.from({ length: columns + 1 }, (_, at) => cellFrom(cube, cellAt(cube, [at, last])));
  if (cells.every((cell) => cell.value === undefined && cell.status === 1)) return undefined;
  const trend = trendOf(cube, last);
  return { indicator: plainCard(indicator), rating: indicator.rating, decimals: decimalsOf(indicator), period, cells, trend };
}

/** The area's own figures up to a period, without the empty years before its series starts. */
function trendOf(cube: Cube, last: number): ProfileRow["trend"] {
  const periods = axisOf(cube, "period").members;
  const level = levelOf(periods[last]?.code ?? "");
  const points = periods
    .slice(0, last + 1)
    .map((each, at) => ({ period: each.code, value: valueAt(cube, cellAt(cube, [0, at])) ?? Number.NaN }))
    .filter((each) => levelOf(each.period) === level)
    .slice(-trendLength);
  const first = points.findIndex((each) => !Number.isNaN(each.value));
  return first < 0 ? [] : points.slice(first);
}

/** Period codes of one level have one form: this tells the forms apart. */
function levelOf(code: string): string {
  return code.replace(/\d+/g, "0");
}
