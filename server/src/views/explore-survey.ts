import type { AreaCard } from "@peil/core/api.ts";
import { PeilError } from "@peil/core/errors.ts";
import type { Area, Level } from "@peil/core/model/area.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import type { Movement } from "@peil/core/statistics/judgement.ts";
import { companionsOf } from "@peil/core/survey/companions.ts";
import type { Comparison } from "@peil/core/survey/compare.ts";
import { answer, comparisonsOf } from "../answer.ts";
import type { Release } from "../release.ts";
import { selectionOf } from "./cards.ts";
import { earlierCode } from "./explore-peers.ts";
import { movementOfWord } from "./explore-words.ts";
import { keeper } from "./kept.ts";
import { newestPeriods } from "./newest.ts";

/** What the tests say of one survey figure of an area. */
export type Tested = {
  /** In the order of the benchmarks; undefined where nothing could be tested. */
  readonly beside: readonly (Comparison | undefined)[];
  /** Since an earlier wave in which the same was asked. */
  movement(period: string): Movement | undefined;
};

/** Areas with their benchmarks whose tests are kept per release. */
const kept = keeper<ReadonlyMap<string, Tested>>(600);

/** Tests the survey figures of an area beside its benchmarks and beside an earlier wave. */
export function surveyWords(
  release: Release,
  level: Level,
  area: Area,
  benchmarks: readonly AreaCard[],
  indicators: readonly Indicator[],
  years: number,
): Promise<ReadonlyMap<string, Tested>> {
  const some = indicators.filter((each) => each.shape === "flat" && companionsOf(release.catalogue, each).sample !== undefined);
  if (some.length === 0) return Promise.resolve(new Map());
  const key = [level.id, area.id, years, ...benchmarks.map((each) => `${each.level}:${each.code}`)].join("/");
  return kept(release, key, async () => {
    const found = await Promise.all(some.map((each) => testedOf(release, level, area, benchmarks, each, years)));
    return new Map(found.flatMap((each, at) => (each ? [[some[at]?.code ?? "", each]] : [])));
  });
}

async function testedOf(
  release: Release,
  level: Level,
  area: Area,
  benchmarks: readonly AreaCard[],
  indicator: Indicator,
  years: number,
): Promise<Tested | undefined> {
  const newest = newestPeriods(release.catalogue, level).get(indicator);
  if (newest === undefined) return undefined;
  const earlier = earlierCode(release, level, indicator, newest, years);
  const selection = selectionOf([indicator], level.alias, {
    areas: { kind: "list", codes: [area.code] },
    compare: benchmarks,
    periods: { kind: "list", codes: earlier === undefined ? [newest] : [earlier, newest] },
  });
  try {
    const all = await comparisonsOf(release, selection, await answer(release, selection));
    const now = all.filter((each) => each.period === newest);
    return {
      beside: benchmarks.map((card) =>
        now.find((each) => "area" in each.with && each.with.area.code === card.code && each.with.area.level === card.level),
      ),
      movement(period) {
        const found = now.find((each) => "period" in each.with && each.with.period === period);
        return found && movementOfWord(found.word);
      },
    };
  } catch (error) {
    if (error instanceof PeilError) return undefined;
    throw error;
  }
}
