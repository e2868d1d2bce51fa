import type { Rating } from "../model/indicator.ts";
import type { DifferenceWord } from "./difference-test.ts";
import { populationDeviation } from "./moments.ts";

/** What a difference means for who wants the figure to be good. */
export type Judgement = "strength" | "attention";

/** How a figure moved, compared with how the figures of other areas moved. */
export type Movement = "risen" | "fallen" | "stable";

/** Thresholds of a site for figures of registers, in standard deviations. */
export type Thresholds = { readonly zScore?: number; readonly change?: number };

const usual = 0.5;

/** Strength or point of attention of a survey figure: only for a clear difference of an indicator that is rated. */
export function judgeDifference(word: DifferenceWord, rating: Rating): Judgement | undefined {
  if (word === "no-clear-difference") return undefined;
  return judge(word === "higher", rating);
}

/**
 * Strength or point of attention of a register figure, which is no sample and gets no test: where its z-score over all real areas
 * of the level lies beyond the threshold (0.5 unless the site says otherwise) on the rated side.
 * @param z undefined or NaN where there is none
 */
export function judgeZScore(z: number | undefined, rating: Rating, { zScore = usual }: Thresholds = {}): Judgement | undefined {
  if (z === undefined || !(Math.abs(z) > zScore)) return undefined;
  return judge(z > 0, rating);
}

/** From how many standard deviations on a figure is judged. */
export function zThreshold({ zScore = usual }: Thresholds = {}): number {
  return zScore;
}

/**
 * Strength or point of attention of a register figure beside a benchmark that a reader chose: what `judgeZScore` says, given only where
 * the figure also differs from the benchmark to the same side. So a figure is never a strength while it is worse than the benchmark.
 * @param difference figure minus benchmark; undefined or NaN where the benchmark has no figure, and then nothing is said
 */
export function judgeBeside(
  z: number | undefined,
  difference: number | undefined,
  rating: Rating,
  thresholds: Thresholds = {},
): Judgement | undefined {
  if (z === undefined || difference === undefined || !(z * difference > 0)) return undefined;
  return judgeZScore(z, rating, thresholds);
}

/** Whether a movement is to the good; undefined for what did not move or has no rating. */
export function directionOfMovement(movement: Movement | undefined, rating: Rating): "better" | "worse" | undefined {
  if (movement === undefined || movement === "stable") return undefined;
  const judged = judge(movement === "risen", rating);
  return judged === undefined ? undefined : judged === "strength" ? "better" : "worse";
}

/**
 * Whether a register figure rose or fell: its change exceeds half the standard deviation (or the site's part of it) of the changes of all
 * real areas of the level. Undefined where the figure has no change, or only it has one.
 */
export function movementOf(change: number, all: readonly number[], thresholds: Thresholds = {}): Movement | undefined {
  return movementBeside(change, movementThreshold(all, thresholds));
}

/** From which size on a change counts, in the unit of the changes; undefined where fewer than two areas have one. */
export function movementThreshold(all: readonly number[], { change: part = usual }: Thresholds = {}): number | undefined {
  const known = all.filter(Number.isFinite);
  return known.length < 2 ? undefined : part * populationDeviation(known);
}

/** Whether a change counts beside a threshold that was worked out before. */
export function movementBeside(change: number, threshold: number | undefined): Movement | undefined {
  if (!Number.isFinite(change) || threshold === undefined) return undefined;
  if (!(Math.abs(change) > threshold)) return "stable";
  return change > 0 ? "risen" : "fallen";
}

function judge(isHigh: boolean, rating: Rating): Judgement | undefined {
  if (rating !== "higher" && rating !== "lower") return undefined;
  return isHigh === (rating === "higher") ? "strength" : "attention";
}
