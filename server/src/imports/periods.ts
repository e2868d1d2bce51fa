import { periodOfId, tryPeriod } from "@peil/core/model/period.ts";
import type { StagedUse } from "../store/staged.ts";
import type { Draft } from "./draft.ts";

/** Widens the first and last period of indicators that have one, so that what was just imported shows. */
export function adjustPeriods(draft: Draft, uses: readonly StagedUse[]): void {
  const spans = new Map<number, { first: number; last: number }>();
  for (const { indicator, periods } of uses) {
    for (const id of periods) {
      const { year } = periodOfId(id);
      const span = spans.get(indicator);
      spans.set(indicator, { first: Math.min(span?.first ?? year, year), last: Math.max(span?.last ?? year, year) });
    }
  }
  for (const indicator of draft.indicators.values()) {
    const span = spans.get(indicator.id);
    if (span === undefined) continue;
    const [start, end] = [yearOf(indicator.startPeriod), yearOf(indicator.endPeriod)];
    const early = start !== undefined && span.first < start;
    const late = end !== undefined && span.last > end;
    if (!early && !late) continue;
    draft.indicators.put({
      ...indicator,
      ...(early ? { startPeriod: String(span.first) } : {}),
      ...(late ? { endPeriod: String(span.last) } : {}),
    });
  }
}

function yearOf(code: string | undefined): number | undefined {
  return code === undefined ? undefined : tryPeriod(code)?.year;
}
