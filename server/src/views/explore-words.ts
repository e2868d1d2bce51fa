import type { AreaCard, ProfileCell } from "@peil/core/api.ts";
import type { BesideWord, ExploreBeside, ExploreRow } from "@peil/core/api-explore.ts";
import type { Area, Level } from "@peil/core/model/area.ts";
import type { Indicator, Rating } from "@peil/core/model/indicator.ts";
import { decimalsOf } from "@peil/core/query/assemble.ts";
import { type Judgement, judgeZScore, type Movement, movementOf, type Thresholds } from "@peil/core/statistics/judgement.ts";
import { round12 } from "@peil/core/statistics/round.ts";
import type { Earlier, PeerFigures } from "./explore-peers.ts";
import type { Tested } from "./explore-survey.ts";

/** An area's figure with everything it is held against. */
export type Standing = {
  readonly indicator: Indicator;
  readonly level: Level;
  readonly benchmarks: readonly AreaCard[];
  readonly cell: ProfileCell;
  /** The figures of the benchmarks, in their order. */
  readonly others: readonly ProfileCell[];
  readonly z: number | undefined;
  readonly figures: PeerFigures;
  /** For survey figures: what the tests say. */
  readonly tested: Tested | undefined;
};

/** The figures of the benchmarks, each with the word for how the area stands to it. */
export function besideOf(standing: Standing): readonly ExploreBeside[] {
  return standing.others.map((cell, at) => {
    const difference = differenceOf(standing, at);
    if (difference === undefined) return { cell };
    const word = wordOf(standing, at, difference);
    const { deviation } = standing.figures;
    return { cell, ...(word === undefined ? {} : { word }), ...(deviation > 0 ? { distance: difference / deviation } : {}) };
  });
}

/** Own figure minus that of a benchmark; undefined where one is missing, or a count stands beside the sum of another kind of area. */
function differenceOf({ indicator, level, benchmarks, cell, others }: Standing, at: number): number | undefined {
  const [own, other] = [cell.value, others[at]?.value];
  if (own === undefined || other === undefined) return undefined;
  return indicator.dataType === "count" && benchmarks[at]?.level !== level.alias ? undefined : round12(own - other);
}

/** Registers: what the two figures look like in the decimals of the page. Surveys: what the test says. */
function wordOf({ indicator, tested, cell, others }: Standing, at: number, difference: number): BesideWord | undefined {
  if (indicator.kind === "survey") {
    const word = tested?.beside[at]?.word;
    if (word === undefined) return undefined;
    return word === "no-clear-difference" ? "unclear" : rated(word === "higher", indicator.rating);
  }
  const decimals = decimalsOf(indicator);
  if (cell.value?.toFixed(decimals) === others[at]?.value?.toFixed(decimals)) return "equal";
  return rated(difference > 0, indicator.rating);
}

function rated(isHigher: boolean, rating: Rating): BesideWord {
  if (rating !== "higher" && rating !== "lower") return isHigher ? "higher" : "lower";
  return isHigher === (rating === "higher") ? "better" : "worse";
}

/**
 * Strength or point of attention beside the first benchmark. Surveys: by the test. Registers: the z-score over all real areas lies beyond
 * the threshold on the rated side, and the difference with the benchmark has the same sign.
 */
export function judgementOf(standing: Standing, thresholds: Thresholds | undefined): Judgement | undefined {
  const { indicator, tested, z } = standing;
  if (indicator.kind === "survey") return tested?.beside[0]?.judgement;
  const difference = differenceOf(standing, 0);
  if (z === undefined || difference === undefined || Math.sign(difference) !== Math.sign(z)) return undefined;
  return judgeZScore(z, indicator.rating, thresholds);
}

/** The earlier figure, and whether the figure really moved since: surveys by the test, registers beside the changes of all areas. */
export function changeOf(
  { indicator, tested, cell }: Standing,
  then: Earlier | undefined,
  area: Area,
  thresholds: Thresholds | undefined,
): Pick<ExploreRow, "earlier" | "movement"> {
  const before = then?.cells.get(area.code);
  if (then === undefined || before === undefined || (before.value === undefined && before.status === 1)) return {};
  const earlier = { period: then.period, cell: before };
  if (before.value === undefined || cell.value === undefined) return { earlier };
  const change = then.changes.get(area.code) ?? Number.NaN;
  const movement = indicator.kind === "survey" ? tested?.movement(then.period) : movementOf(change, [...then.changes.values()], thresholds);
  return movement === undefined ? { earlier } : { earlier, movement };
}

/** The word of a test over time as a movement. */
export function movementOfWord(word: "higher" | "lower" | "no-clear-difference"): Movement {
  if (word === "no-clear-difference") return "stable";
  return word === "higher" ? "risen" : "fallen";
}
