import type { GlanceRow } from "@peil/core/api-glance.ts";
import { type Period, perYear, tryPeriod } from "@peil/core/model/period.ts";
import { status } from "@peil/core/model/status.ts";
import { directionOfMovement, type Movement, movementBeside } from "@peil/core/statistics/judgement.ts";
import { round12 } from "@peil/core/statistics/round.ts";
import { isSameQuestion, isSurvey } from "@peil/core/survey/companions.ts";
import type { Comparison } from "@peil/core/survey/compare.ts";
import { changeBetween, changesIn } from "./glance-peers.ts";
import type { Scene } from "./glance-row.ts";
import { figureIn, type Sheet } from "./glance-table.ts";

/** How much further back than was asked an earlier figure may lie: waves and censuses do not come every year. */
const slack = 5;

type Moved = Pick<GlanceRow, "earlier" | "movement" | "moved" | "direction">;

/**
 * How a figure moved since the newest period that lies at least the asked number of years back. Register figures: beside the changes
 * of all areas of the level. Survey figures: by the test between the two waves, where the question is the same.
 */
export function movementIn(scene: Scene, sheet: Sheet, period: string, value: number | undefined): Moved {
  const { area, since, table, thresholds } = scene;
  const { indicator } = sheet;
  if (value === undefined) return {};
  const period0 = earlierOf(sheet, area.code, period, since);
  const before = period0 === undefined ? undefined : figureIn(sheet, area.code, period0);
  if (period0 === undefined || before === undefined) return {};
  const earlier = { period: period0, cell: { value: before, status: status.value } };
  if (isSurvey(indicator) && !isSameQuestion(indicator, period0, period)) return { earlier: { ...earlier, otherQuestion: true } };
  if (indicator.kind === "survey") return { earlier, ...tested(scene.tests.get(indicator.code), period0, sheet) };
  const change = changeBetween(indicator, before, value);
  const { threshold, among } = changesIn(table, sheet, period0, period, thresholds);
  const movement = change === undefined ? undefined : movementBeside(round12(change), threshold);
  if (change === undefined || movement === undefined || threshold === undefined) return { earlier };
  return { earlier, ...told(movement, sheet), moved: { by: "changes", change: round12(change), threshold: round12(threshold), among } };
}

function told(movement: Movement, sheet: Sheet): Pick<Moved, "movement" | "direction"> {
  const direction = directionOfMovement(movement, sheet.indicator.rating);
  return { movement, ...(direction === undefined ? {} : { direction }) };
}

function tested(comparisons: readonly Comparison[] | undefined, earlier: string, sheet: Sheet): Moved {
  const found = comparisons?.find((each) => "period" in each.with && each.with.period === earlier);
  if (found === undefined) return {};
  const movement = found.word === "no-clear-difference" ? "stable" : found.word === "higher" ? "risen" : "fallen";
  return { ...told(movement, sheet), moved: { by: "survey-test", word: found.word } };
}

/** The newest period with a figure of the area that lies at least so many years before another, and not much more. */
function earlierOf(sheet: Sheet, area: string, period: string, years: number): string | undefined {
  const now = momentOf(tryPeriod(period));
  return sheet.periods.findLast((each) => {
    const back = now - momentOf(tryPeriod(each));
    return back >= years && back <= years + slack && figureIn(sheet, area, each) !== undefined;
  });
}

function momentOf(period: Period | undefined): number {
  return period === undefined ? Number.NaN : period.year + (period.part - 1) / perYear[period.level];
}
