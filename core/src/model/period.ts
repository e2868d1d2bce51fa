import { fail } from "../errors.ts";

/** Levels of time, coarse to fine. School years are years that start in September. */
export const periodLevels = ["year", "schoolyear", "halfyear", "quarter", "month"] as const;
/** One level of time. */
export type PeriodLevel = (typeof periodLevels)[number];

/** How many periods of a level make a year. */
export const perYear: Readonly<Record<PeriodLevel, number>> = {
  year: 1,
  schoolyear: 1,
  halfyear: 2,
  quarter: 4,
  month: 12,
};

/**
 * A period: `code` as the site writes it, `id` the integer under which observations are stored.
 * The id is a function of level, year and part (`digit·1 000 000 + year·100 + part`), so it is the same on every
 * site for ever, and sorts by level and time.
 */
export type Period = {
  readonly id: number;
  readonly code: string;
  readonly level: PeriodLevel;
  readonly year: number;
  /** 1-based number of the half-year, quarter or month; 1 for years. */
  readonly part: number;
};

const digit: Readonly<Record<PeriodLevel, number>> = { year: 1, schoolyear: 2, halfyear: 3, quarter: 4, month: 5 };

function make(level: PeriodLevel, year: number, part: number): Period {
  return { id: digit[level] * 1_000_000 + year * 100 + part, code: codeOf(level, year, part), level, year, part };
}

function codeOf(level: PeriodLevel, year: number, part: number): string {
  if (level === "year") return String(year);
  if (level === "schoolyear") return `${year}-${year + 1}`;
  if (level === "halfyear") return `${year}H${part}`;
  if (level === "quarter") return `${year}Q${part}`;
  return `${year}M${String(part).padStart(2, "0")}`;
}

const shapes: readonly [RegExp, (m: RegExpExecArray) => Period | undefined][] = [
  [/^(\d{4})(?:\.0+)?$/, (m) => make("year", Number(m[1]), 1)],
  [/^(\d{4})\s*[-/]\s*(\d{4})$/, (m) => (Number(m[2]) === Number(m[1]) + 1 ? make("schoolyear", Number(m[1]), 1) : undefined)],
  [/^(\d{4})[-_ ]?[HS]([12])$/i, (m) => make("halfyear", Number(m[1]), Number(m[2]))],
  [/^(\d{4})[-_ ]?[QKT]([1-4])$/i, (m) => make("quarter", Number(m[1]), Number(m[2]))],
  [/^(\d{4})[-_ ]?M(0?[1-9]|1[0-2])$/i, (m) => make("month", Number(m[1]), Number(m[2]))],
  [/^(\d{4})-(0[1-9]|1[0-2])$/, (m) => make("month", Number(m[1]), Number(m[2]))],
];

/**
 * Reads a period code: `2019`, `2019-2020`, `2019H1` (also `S1`), `2019Q4` (also `K4`, `T4`), `2019M08` (also `2019-08`).
 * @returns undefined where the text is no period.
 */
export function tryPeriod(text: string): Period | undefined {
  const trimmed = text.trim();
  for (const [shape, build] of shapes) {
    const match = shape.exec(trimmed);
    if (match) return build(match);
  }
  return undefined;
}

/** Like `tryPeriod`. @throws `period-unreadable` */
export function parsePeriod(text: string): Period {
  return tryPeriod(text) ?? fail("period-unreadable", { text });
}

/** The period that an id stands for. */
export function periodOfId(id: number): Period {
  const level = periodLevels.find((each) => digit[each] === Math.floor(id / 1_000_000)) ?? "year";
  const rest = id % 1_000_000;
  return make(level, Math.floor(rest / 100), rest % 100);
}

/** The period `steps` periods later (earlier when negative), on the same level. */
export function shiftPeriod(period: Period, steps: number): Period {
  const n = perYear[period.level];
  const index = period.year * n + (period.part - 1) + steps;
  return make(period.level, Math.floor(index / n), (((index % n) + n) % n) + 1);
}
