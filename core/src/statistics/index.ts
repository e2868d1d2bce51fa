import type { Transformation } from "../model/transformation.ts";
import { againstComparison } from "./comparison.ts";
import { movingAverage } from "./moving-average.ts";
import { periodTotal } from "./period-total.ts";
import { rankAmong } from "./ranking.ts";
import { perOther } from "./rate.ts";
import { shareOf } from "./share.ts";
import { sinceBase } from "./since-base.ts";
import type { Step } from "./transformation.ts";
import { zScores } from "./z-score.ts";

/** What a selection can have computed from its figures, by kind. What each must read is told by `query/transform.ts`. */
export const steps: Readonly<Record<Transformation["kind"], Step<never>>> = {
  change: sinceBase,
  growth: sinceBase,
  index: sinceBase,
  share: shareOf,
  per: perOther,
  rank: rankAmong,
  "z-score": zScores,
  difference: againstComparison,
  ratio: againstComparison,
  "moving-average": movingAverage,
  total: periodTotal,
};
