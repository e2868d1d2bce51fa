import { fsum, round12 } from "./round.ts";

/** Per category of an answer scale, in order: the class into which it collapses, or `outside` for *don't know* and *not applicable*. */
export type Scale = readonly (number | "outside")[];

/** Five points, very negative to very positive, to negative, neutral, positive; what comes behind is outside. */
export const fiveToThree: Scale = [0, 0, 1, 2, 2, "outside", "outside"];

/** Never, seldom, sometimes, often, always: the share of often and always is that of class 1. */
export const oftenOrAlways: Scale = [0, 0, 0, 1, 1, "outside", "outside"];

/** Marks 0 to 10: the share of 7 or more is that of class 1. */
export const sevenOrMore: Scale = [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, "outside", "outside"];

/** Answers collapsed to classes. */
export type Collapsed = {
  /** Per class its part of the answers that count, from 0 to 1; NaN where none count. */
  readonly shares: readonly number[];
  /** Weighted number of answers that count. */
  readonly denominator: number;
  /** What is outside, as a part of all answers: to be told beside the figure. */
  readonly outside: number;
};

/**
 * Collapses an answer scale. *Don't know* and *not applicable* leave the denominator.
 * @param counts weighted number of answers per category, in the order of the scale; categories beyond it are outside
 */
export function collapseScale(counts: readonly number[], scale: Scale): Collapsed {
  const classes = 1 + Math.max(-1, ...scale.filter((each) => each !== "outside"));
  const of = (wanted: number | "outside"): number => fsum(counts.filter((_, at) => (scale[at] ?? "outside") === wanted));
  const sums = Array.from({ length: classes }, (_, each) => of(each));
  const denominator = fsum(sums);
  const outside = of("outside");
  return {
    shares: sums.map((each) => round12(each / denominator)),
    denominator: round12(denominator),
    outside: round12(outside / (denominator + outside)),
  };
}
