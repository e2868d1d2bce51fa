import type { CubeMember } from "@peil/core/model/cube.ts";
import { tryPeriod } from "@peil/core/model/period.ts";
import type { Voice } from "./voice.ts";

/** A period as a reader says it: `2020`, `1ste kwartaal 2024`, `januari 2024`, `schooljaar 2024-2025`. */
export function periodName(code: string, voice: Voice): string {
  const period = tryPeriod(code);
  if (!period) return code;
  if (period.level === "schoolyear") return voice.m.schoolyear(period.year);
  if (period.level === "halfyear") return voice.m.halfyear(period.part, period.year);
  if (period.level === "quarter") return voice.m.quarter(period.part, period.year);
  if (period.level === "month") {
    const locale = voice.language === "en" ? "en-GB" : "nl-BE";
    return new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(
      new Date(Date.UTC(period.year, period.part - 1, 1)),
    );
  }
  return code;
}

/** Where a period stands on a time axis, in years. */
export function periodAsNumber(code: string): number | undefined {
  const period = tryPeriod(code);
  if (!period) return undefined;
  const parts = { year: 1, schoolyear: 1, halfyear: 2, quarter: 4, month: 12 }[period.level];
  return period.year + (period.part - 1) / parts;
}

/** The word that a period carries: forecast, provisional, or nothing. */
export function periodMark(
  period: CubeMember,
  measured: { readonly forecastFrom?: string | undefined; readonly provisional: readonly string[] },
): "forecast" | "provisional" | undefined {
  const { forecastFrom, provisional } = measured;
  if (period.forecast || (forecastFrom !== undefined && period.code >= forecastFrom)) return "forecast";
  return period.provisional || provisional.includes(period.code) ? "provisional" : undefined;
}
