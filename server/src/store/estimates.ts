import type { DuckDBConnection } from "@duckdb/node-api";
import { guardOf } from "@peil/core/disclosure/rule.ts";
import { cellFlag } from "@peil/core/model/cube.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { type PeriodLevel, periodLevels, perYear, tryPeriod } from "@peil/core/model/period.ts";
import { status } from "@peil/core/model/status.ts";
import { int } from "./literals.ts";
import { equal, type Grain, list } from "./rollup-grain.ts";

/** How many years a series may be carried on beyond its own first and last period, whatever the indicator's start and end say. */
export const yearsBeyond = 25;

/** How gaps in time of an indicator are filled; undefined where they are not. */
export type GapRule = {
  readonly inside: "none" | "hold" | "linear";
  readonly outside: "none" | "hold" | "linear";
  readonly start: string | undefined;
  readonly end: string | undefined;
};

/**
 * The rule of an indicator. Formulas follow their operands; texts and labels have nothing in between; figures without time have no gaps;
 * and an estimate from figures under disclosure control would give them away.
 */
export function gapRuleOf(each: Indicator): GapRule | undefined {
  const { interpolation: inside = "none", extrapolation: outside = "none", startPeriod: start, endPeriod: end } = each;
  if (inside === "none" && outside === "none") return undefined;
  const isFigure = each.dataType !== "text" && each.dataType !== "label" && each.periodType !== "independent";
  if (!isFigure || each.shape === "flow" || each.formula !== undefined || guardOf(each) !== undefined) return undefined;
  return { inside, outside, start, end };
}

/** First digit of the ids of a period level. */
const digitOf: Readonly<Record<PeriodLevel, number>> = { year: 1, schoolyear: 2, halfyear: 3, quarter: 4, month: 5 };

/** The months that a period spans, counted from the year 0; a school year starts in September. */
function monthsOf(code: string): { readonly first: number; readonly last: number } | undefined {
  const period = tryPeriod(code);
  if (period === undefined) return undefined;
  const length = 12 / perYear[period.level];
  const first = period.year * 12 + (period.part - 1) * length + shiftOf(period.level);
  return { first, last: first + length - 1 };
}

function shiftOf(level: PeriodLevel): number {
  return level === "schoolyear" ? 8 : 0;
}

/** The first and last whole period of a level between a start and an end, as positions `year · parts per year + part − 1`. */
function bounds(rule: GapRule, level: PeriodLevel): { readonly first: number | undefined; readonly last: number | undefined } {
  const length = 12 / perYear[level];
  const start = rule.start === undefined ? undefined : monthsOf(rule.start)?.first;
  const end = rule.end === undefined ? undefined : monthsOf(rule.end)?.last;
  const position = (month: number): number => (month - shiftOf(level)) / length;
  return {
    first: start === undefined ? undefined : Math.ceil(position(start)),
    last: end === undefined ? undefined : Math.floor(position(end + 1)) - 1,
  };
}

/**
 * Fills the table `gap`: per indicator with a rule and per period level how its gaps are filled and between which positions in time.
 * @returns whether there is any
 */
export async function fillGapTable(connection: DuckDBConnection, indicators: readonly Indicator[]): Promise<boolean> {
  await connection.run(
    `CREATE OR REPLACE TABLE gap(indicator INTEGER, digit INTEGER, "inside" VARCHAR, "outside" VARCHAR, first INTEGER, last INTEGER)`,
  );
  const rows = indicators.flatMap((each) => {
    const rule = gapRuleOf(each);
    if (rule === undefined) return [];
    return periodLevels.map((level) => {
      const { first, last } = bounds(rule, level);
      const limit = (value: number | undefined): string => (value === undefined ? "NULL" : int(value));
      return `(${int(each.id)},${digitOf[level]},'${rule.inside}','${rule.outside}',${limit(first)},${limit(last)})`;
    });
  });
  if (rows.length > 0) await connection.run(`INSERT INTO gap VALUES ${rows.join(",")}`);
  return rows.length > 0;
}

/**
 * SQL that fills the gaps of one period level in the table `r`, before coarser periods and areas are made of them. Between two figures of
 * one area (and combination of members) that follow each other, what lies between is held or lies on the line through them; before the
 * first and after the last it is held, or lies on the line through the nearest two, from the first to the last period that any area of the
 * level has, or to the indicator's own start and end. Nothing is filled next to a figure that is hidden, unknown or not applicable, nor
 * where a figure of the period was loaded for the same area in another division or can be computed from areas below, nor where absent
 * means zero. The result is not rounded, and flagged as estimated.
 */
export function fillGaps(grain: Grain, digit: number): readonly string[] {
  const parts = perYear[periodLevels.find((level) => digitOf[level] === digit) ?? "year"];
  const at = `(r.period % 1000000) // 100 * ${parts} + r.period % 100 - 1`;
  const join = grain.part.length > 0 ? " AND g.indicator = r.indicator" : " AND g.indicator = (SELECT indicator FROM ind)";
  const keys = list(grain.keys, "k");
  const part = list(grain.part, "k");
  const ind = grain.part.length > 0 ? "JOIN ind i ON i.indicator = g.indicator" : "JOIN ind i ON true";
  // For a flat indicator a level is there in a period or not; in a cube an area is.
  const scope = grain.part.length > 0 ? ["indicator", "level"] : ["level", "area"];
  const series = [...grain.keys, "level", "area"];
  return [
    `CREATE OR REPLACE TEMP TABLE record AS SELECT r.level, r.area, ${list(grain.keys, "r")}(${at})::INTEGER AS t, r.period, r.value, r.status, r.flag, i.zero, i.mode
FROM r JOIN gap g ON g.digit = ${digit}${join} ${ind} WHERE r.period // 1000000 = ${digit}`,
    // Where absent means zero, a series is zero in every period that is there.
    `INSERT INTO record SELECT a.level, a.area, ${list(grain.keys, "a")}p.t, p.period, 0, ${status.value}, 0, true, a.mode
FROM (SELECT DISTINCT k.level, k.area, ${keys}k.mode FROM record k WHERE k.zero) a
JOIN (SELECT DISTINCT ${scope.join(", ")}, t, period FROM record WHERE zero) p USING (${scope.join(", ")})
WHERE NOT EXISTS (SELECT 1 FROM record q WHERE q.t = p.t${equal(series, "q", "a")})`,
    `CREATE OR REPLACE TEMP TABLE covered AS SELECT DISTINCT ${part}f.parent_level AS level, f.parent AS area, k.t FROM
(SELECT DISTINCT ${part}k.level, k.area, k.t, k.zero FROM record k WHERE k.flag = 0 AND k.mode <> 'none') k
JOIN feed f ON f.child_level = k.level AND f.child = k.area
JOIN need n ON n.child_level = f.child_level AND n.parent_level = f.parent_level AND n.parent = f.parent
GROUP BY ${part}f.child_level, f.parent_level, f.parent, k.t HAVING any_value(k.zero) OR count(*) FILTER (f."real") = any_value(n.n)
UNION SELECT DISTINCT ${part}s.level, s.area, k.t FROM record k JOIN same s ON s.from_level = k.level AND s.from_area = k.area WHERE k.flag = 0`,
    spans(grain, digit, parts, series),
    filled(grain, digit, parts, scope),
    `DELETE FROM r USING filled f WHERE r.status = ${status.empty} AND r.level = f.level AND r.area = f.area AND r.period = f.period${equal(grain.keys, "r", "f")}`,
    `INSERT INTO r SELECT k.level, k.period, k.area, ${keys}k.value, ${status.value}, NULL, k.level, ${cellFlag.estimated} FROM filled k`,
  ];
}

/** The table `span`: the runs of positions `from … to` to be filled, each with the line `base + slope · (t − origin)`. */
function spans(grain: Grain, digit: number, parts: number, series: readonly string[]): string {
  const names = list(grain.keys, "k");
  const part = list(grain.part, "k");
  const gap = grain.part.length > 0 ? "g.indicator = k.indicator" : "g.indicator = (SELECT indicator FROM ind)";
  const beyond = yearsBeyond * parts;
  const slope = (a: string, b: string): string => `CASE WHEN rule = 'linear' THEN (${b}.value - ${a}.value) / (${b}.t - ${a}.t) ELSE 0 END`;
  return `CREATE OR REPLACE TEMP TABLE span AS
WITH k AS (SELECT * FROM record WHERE status <> ${status.empty} AND flag = 0),
reach AS (SELECT ${part}k.level, min(k.t) AS low, max(k.t) AS high FROM record k WHERE k.flag = 0 GROUP BY ${part}k.level),
others AS (SELECT ${list(grain.part, "a")}a.level, min(b.low) AS low, max(b.high) AS high FROM reach a JOIN vintage v ON v.level = a.level
  JOIN vintage w ON w.base = v.base JOIN reach b ON b.level = w.level${equal(grain.part, "b", "a")} GROUP BY ${list(grain.part, "a")}a.level),
limits AS (SELECT a.*,
  CASE WHEN g.first IS NULL THEN a.low WHEN o.low < a.low THEN greatest(a.low, g.first) ELSE greatest(a.low - ${beyond}, g.first) END AS first,
  CASE WHEN g.last IS NULL THEN a.high WHEN o.high > a.high THEN least(a.high, g.last) ELSE least(a.high + ${beyond}, g.last) END AS last
  FROM reach a JOIN others o ON o.level = a.level${equal(grain.part, "o", "a")} JOIN gap g ON g.digit = ${digit} AND ${gap.replaceAll("k.", "a.")}),
line AS (SELECT k.*, g."inside", g."outside", z.first, z.last,
  lead({'t': k.t, 'value': k.value, 'status': k.status}) OVER o AS next, lag({'t': k.t, 'value': k.value, 'status': k.status}) OVER o AS previous
  FROM k JOIN gap g ON g.digit = ${digit} AND ${gap} JOIN limits z ON z.level = k.level${equal(grain.part, "z", "k")}
  WINDOW o AS (PARTITION BY ${series.map((each) => `k.${each}`).join(", ")} ORDER BY k.t))
SELECT k.level, k.area, ${names}k.zero, k.t + 1 AS "from", k.next.t - 1 AS "to", k.t AS origin, k.value AS base, ${slope("k", "k.next").replaceAll("rule", 'k."inside"')} AS slope
FROM line k WHERE k."inside" <> 'none' AND k.status = 0 AND k.next.status = 0 AND k.next.t > k.t + 1
UNION ALL SELECT k.level, k.area, ${names}k.zero, k.t + 1, k.last, k.t, k.value, ${slope("k.previous", "k").replaceAll("rule", 'k."outside"')}
FROM line k WHERE k."outside" <> 'none' AND k.status = 0 AND k.next IS NULL AND k.last > k.t AND (k."outside" = 'hold' OR k.previous.status = 0)
UNION ALL SELECT k.level, k.area, ${names}k.zero, k.first, k.t - 1, k.t, k.value, ${slope("k", "k.next").replaceAll("rule", 'k."outside"')}
FROM line k WHERE k."outside" <> 'none' AND k.status = 0 AND k.previous IS NULL AND k.first < k.t AND (k."outside" = 'hold' OR k.next.status = 0)`;
}

/** The table `filled`: a figure for every position of `span` that is free. */
function filled(grain: Grain, digit: number, parts: number, scope: readonly string[]): string {
  const keys = list(grain.keys, "k");
  return `CREATE OR REPLACE TEMP TABLE filled AS
SELECT k.level, k.area, ${keys}(${digit * 1_000_000} + (k.t // ${parts}) * 100 + k.t % ${parts} + 1)::INTEGER AS period, k.base + k.slope * (k.t - k.origin) AS value
FROM (SELECT s.*, unnest(range(s."from", s."to" + 1))::INTEGER AS t FROM span s) k
WHERE NOT EXISTS (SELECT 1 FROM record q WHERE q.t = k.t AND q.status <> ${status.empty} AND q.level = k.level AND q.area = k.area${equal(grain.keys, "q", "k")})
  AND NOT EXISTS (SELECT 1 FROM covered q WHERE q.level = k.level AND q.area = k.area AND q.t = k.t${equal(grain.part, "q", "k")})
  AND NOT (k.zero AND EXISTS (SELECT 1 FROM record q WHERE q.t = k.t${equal(scope, "q", "k")}))`;
}
