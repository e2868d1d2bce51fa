import type { Level } from "@peil/core/model/area.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Cube } from "@peil/core/model/cube.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { type Period, parsePeriod, periodLevels, periodOfId, shiftPeriod } from "@peil/core/model/period.ts";
import { isForecast } from "@peil/core/query/choose.ts";
import { coverageOfIndicator } from "@peil/core/query/coverage.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import type { Release } from "../release.ts";
import { answerMany } from "./answers.ts";

const kept = new WeakMap<Catalogue, Map<number, ReadonlyMap<Indicator, string>>>();

/**
 * The newest period of each indicator with measured figures on a level, on its coarsest level of time. Forecasts count
 * only where there is nothing else.
 */
export function newestPeriods(catalogue: Catalogue, level: Level): ReadonlyMap<Indicator, string> {
  const perLevel = kept.get(catalogue) ?? new Map<number, ReadonlyMap<Indicator, string>>();
  kept.set(catalogue, perLevel);
  const known = perLevel.get(level.id);
  if (known !== undefined) return known;
  const made = new Map<Indicator, string>();
  for (const indicator of catalogue.indicators) {
    const ids = indicator.visible ? (coverageOfIndicator(catalogue, indicator).get(level.id) ?? []) : [];
    const periods = coarsest(ids.map(periodOfId));
    const last = periods.findLast((each) => !isForecast(indicator, each)) ?? periods.at(-1);
    if (last !== undefined) made.set(indicator, last.code);
  }
  perLevel.set(level.id, made);
  return made;
}

/** Of periods on several levels those of the coarsest, oldest first. */
export function coarsest(periods: readonly Period[]): readonly Period[] {
  const level = periodLevels.find((each) => periods.some((period) => period.level === each));
  return periods.filter((period) => period.level === level).sort((a, b) => a.id - b.id);
}

/**
 * Answers one question for many indicators, each in its own newest periods on a level. Indicators with the same newest
 * period are asked together, so none is asked for the years of another.
 * @param count how many periods, the newest included
 * @returns per indicator code its slice (axes: area, period); indicators without figures on the level are left out
 */
export async function answerNewest(
  release: Release,
  level: Level,
  indicators: readonly Indicator[],
  count: number,
  ask: (group: readonly Indicator[], periods: Selection["periods"]) => Selection,
): Promise<ReadonlyMap<string, Cube>> {
  const newest = newestPeriods(release.catalogue, level);
  const present = indicators.filter((each) => newest.has(each));
  const groups = Map.groupBy(present, (each) => newest.get(each) ?? "");
  const answers = await Promise.all(
    [...groups].map(([period, group]) => {
      const periods = { kind: "list" as const, codes: periodsUpTo(parsePeriod(period), count) };
      return answerMany(release, group, (some) => ask(some, periods));
    }),
  );
  return new Map(answers.flatMap((each) => [...each]));
}

/** The codes of a number of periods up to one, oldest first. */
export function periodsUpTo(period: Period, count: number): string[] {
  return Array.from({ length: count }, (_, i) => shiftPeriod(period, i + 1 - count).code);
}
