import type { IndicatorCard } from "@peil/core/api.ts";
import { type Cube, valueAt } from "@peil/core/model/cube.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { decimalsOf } from "@peil/core/query/assemble.ts";
import { findLevel } from "@peil/core/query/choose.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import type { Release } from "../release.ts";
import { axisOf, cardOfRef, isForecastCode, isNumeric, plainCard, selectionOf } from "./cards.ts";
import { answerNewest } from "./newest.ts";

/** How many periods are looked back in for a figure of the benchmark. */
const lookBack = 5;

/** Cards of indicators with the site's benchmark figure in the newest period that has one; forecasts do not count. */
export async function indicatorCards(release: Release, indicators: readonly Indicator[]): Promise<readonly IndicatorCard[]> {
  const { benchmark } = release.catalogue.site;
  const areas: Selection["areas"] = { kind: "list", codes: [benchmark.area] };
  const level = findLevel(release.catalogue, benchmark.level);
  const found = await answerNewest(release, level, indicators.filter(isNumeric), lookBack, (group, periods) =>
    selectionOf(group, level.alias, { areas, periods }),
  );
  const name = cardOfRef(release.catalogue, { level: benchmark.level, code: benchmark.area }).name;
  return indicators.map((indicator) => {
    const latest = newestFigure(indicator, found.get(indicator.code));
    const card = plainCard(indicator);
    return latest === undefined ? card : { ...card, latest: { ...latest, benchmark: name, decimals: decimalsOf(indicator) } };
  });
}

/** The newest period of a slice of one area (axes: area, period) that holds a measured figure. */
function newestFigure(indicator: Indicator, slice: Cube | undefined): { period: string; value: number } | undefined {
  if (slice === undefined) return undefined;
  const periods = axisOf(slice, "period").members;
  for (let at = periods.length - 1; at >= 0; at--) {
    const value = valueAt(slice, at);
    const code = periods[at]?.code ?? "";
    if (value !== undefined && !isForecastCode(indicator, code)) return { period: code, value };
  }
  return undefined;
}
