import { summedStatus } from "./print-plan.ts";

/**
 * SQL that turns loaded records into figures for every level (semantics, sections 2 to 4). It works on a table `r` with columns
 * level, period, area, the keys, value, status, load, feed, and is the same for flat indicators (key `indicator`) and for one
 * cube (keys `m1 … mn`). Beside it stand the tables
 * `ind(indicator, mode, periods, zero, partial, weight)`, `feed`, `need`, `rank`, `same` and `area` of `rollup-tables.ts`.
 */
export type Grain = {
  /** What completeness is judged for: `indicator`, or nothing for the one cube. */
  readonly part: readonly string[];
  /** All key columns of a figure beside level, period and area. */
  readonly keys: readonly string[];
};

/** Every flat indicator in one table. */
export const flatGrain: Grain = { part: ["indicator"], keys: ["indicator"] };

/** One cube with `columns` dimensions. */
export function cubeGrain(columns: number): Grain {
  return { part: [], keys: Array.from({ length: columns }, (_, i) => `m${i + 1}`) };
}

const list = (columns: readonly string[], prefix: string): string => columns.map((column) => `${prefix}.${column}, `).join("");
const equal = (columns: readonly string[], a: string, b: string): string =>
  columns.map((column) => ` AND ${a}.${column} = ${b}.${column}`).join("");
const indicatorJoin = (grain: Grain, alias: string): string =>
  grain.part.length > 0 ? `JOIN ind i ON i.indicator = ${alias}.indicator` : "JOIN ind i ON true";

/** Pairs of period levels, by the first digit of their ids: the coarser is made of `count` of the finer; nearest first. */
const nested: readonly { coarse: number; fine: number; count: number; part: string }[] = [
  { coarse: 4, fine: 5, count: 3, part: "((r.period % 100) + 2) // 3" },
  { coarse: 3, fine: 4, count: 2, part: "((r.period % 100) + 1) // 2" },
  { coarse: 3, fine: 5, count: 6, part: "((r.period % 100) + 5) // 6" },
  { coarse: 1, fine: 3, count: 2, part: "1" },
  { coarse: 1, fine: 4, count: 4, part: "1" },
  { coarse: 1, fine: 5, count: 12, part: "1" },
];

/**
 * Adds the quarters, half-years and years that follow from loaded parts: a stock takes its first part, a mean stock the mean of
 * all parts, a flow (of counts) their sum. What was loaded stays.
 */
export function periodRollups(grain: Grain): readonly string[] {
  return nested.map(({ coarse, fine, count, part }) => {
    const target = `${coarse * 1_000_000} + (r.period % 1000000) // 100 * 100 + ${part}`;
    const keys = list(grain.keys, "s");
    return `INSERT INTO r
WITH s AS (SELECT r.*, (${target})::INTEGER AS target, i.periods AS kind FROM r ${indicatorJoin(grain, "r")}
  WHERE r.period // 1000000 = ${fine} AND i.periods <> 'none'),
there AS (SELECT ${list(grain.part, "s")}s.level, s.area, s.target, any_value(s.kind) AS kind, count(DISTINCT s.period) AS parts, min(s.period) AS first
  FROM s GROUP BY ${list(grain.part, "s")}s.level, s.area, s.target),
usable AS (SELECT * FROM there t WHERE (CASE WHEN kind = 'stock' THEN first % 100 = (t.target % 100 - 1) * ${count} + 1 ELSE parts = ${count} END)
  AND NOT EXISTS (SELECT 1 FROM r q WHERE q.level = t.level AND q.area = t.area AND q.period = t.target${equal(grain.part, "q", "t")}))
SELECT s.level, s.target, s.area, ${keys}
  CASE WHEN any_value(s.kind) = 'mean-stock' THEN fsum(s.value) FILTER (s.status = 0) / count(*) FILTER (s.status = 0) ELSE fsum(s.value) FILTER (s.status = 0) END,
  ${summedStatus("bit_or(1 << s.status::INTEGER)")}, NULL, s.level
FROM s JOIN usable u ON u.level = s.level AND u.area = s.area AND u.target = s.target${equal(grain.part, "u", "s")}
WHERE s.kind <> 'stock' OR s.period = u.first
GROUP BY s.level, s.target, s.area, ${keys.replace(/, $/, "")}`;
  });
}

/** Areas with any record, per period: what completeness is judged by. */
export function presence(grain: Grain): string {
  return `CREATE OR REPLACE TEMP TABLE there AS SELECT DISTINCT ${list(grain.part, "r")}r.level, r.period, r.area FROM r`;
}

/** Areas that take the figures of the same area in another division. */
export function identical(grain: Grain): string {
  return `CREATE OR REPLACE TEMP TABLE twin AS
SELECT ${list(grain.part, "p")}s.level, p.period, s.area, s.from_level, s.from_area FROM there p JOIN same s ON s.from_level = p.level AND s.from_area = p.area
WHERE NOT EXISTS (SELECT 1 FROM there q WHERE q.level = s.level AND q.period = p.period AND q.area = s.area${equal(grain.part, "q", "p")})
QUALIFY row_number() OVER (PARTITION BY ${list(grain.part, "p")}s.level, p.period, s.area ORDER BY s.rank) = 1`;
}

/**
 * Per area and period the ONE level that feeds it: complete levels first, then the fewest steps, then the levels' order.
 * The choice is made for all figures of the release here and nowhere else.
 */
export function chooseFeeding(grain: Grain): string {
  const part = list(grain.part, "p");
  return `CREATE OR REPLACE TEMP TABLE chosen AS
WITH c AS (SELECT ${part}p.period, f.child_level, f.parent_level, f.parent, count(*) FILTER (f.real) AS have
  FROM there p JOIN feed f ON f.child_level = p.level AND f.child = p.area GROUP BY ${part}p.period, f.child_level, f.parent_level, f.parent)
SELECT ${list(grain.part, "c")}c.period, c.child_level, c.parent_level, c.parent, coalesce(n.n, 0) - c.have AS missing,
  (coalesce(n.n, 0) = c.have OR i.zero) AS complete, i.mode, (i.partial AND i.mode = 'sum' AND coalesce(n.n, 0) > c.have AND NOT i.zero) AS partial
FROM c ${indicatorJoin(grain, "c")}
JOIN rank k ON k.child_level = c.child_level AND k.parent_level = c.parent_level
JOIN area a ON a.id = c.parent
LEFT JOIN need n ON n.child_level = c.child_level AND n.parent_level = c.parent_level AND n.parent = c.parent
WHERE (a.pseudo OR coalesce(n.n, 0) > 0)
  AND NOT EXISTS (SELECT 1 FROM there q WHERE q.level = c.parent_level AND q.period = c.period AND q.area = c.parent${equal(grain.part, "q", "c")})
  AND NOT EXISTS (SELECT 1 FROM twin q WHERE q.level = c.parent_level AND q.period = c.period AND q.area = c.parent${equal(grain.part, "q", "c")})
QUALIFY row_number() OVER (PARTITION BY ${list(grain.part, "c")}c.period, c.parent_level, c.parent ORDER BY complete DESC, k.rank) = 1`;
}

/** The figures that pass unchanged between divisions. */
export function passIdentical(grain: Grain): string {
  const keys = list(grain.keys, "r");
  return `INSERT INTO r SELECT t.level, t.period, t.area, ${keys}r.value, r.status, NULL, t.from_level
FROM twin t JOIN r ON r.level = t.from_level AND r.area = t.from_area AND r.period = t.period${equal(grain.part, "r", "t")}`;
}

/** Figures that were loaded on their own level, or made from parts of the year there: only these feed a parent. */
const own = "(r.feed IS NULL OR r.feed = r.level)";

/** Sums from the chosen level to one parent level. */
export function sumUp(grain: Grain, parentLevel: number): string {
  const keys = list(grain.keys, "r");
  return `INSERT INTO r SELECT c.parent_level, c.period, c.parent, ${keys}fsum(r.value * f.weight) FILTER (r.status = 0),
  ${summedStatus("bit_or(1 << r.status::INTEGER)")}, NULL, any_value(c.child_level)
FROM chosen c JOIN feed f ON f.child_level = c.child_level AND f.parent_level = c.parent_level AND f.parent = c.parent
JOIN r ON r.level = c.child_level AND r.area = f.child AND r.period = c.period${equal(grain.part, "r", "c")} AND ${own}
WHERE (c.complete OR c.partial) AND c.mode = 'sum' AND c.parent_level = ${parentLevel}
GROUP BY c.parent_level, c.period, c.parent, ${keys.replace(/, $/, "")}`;
}

/**
 * Where absent means zero, a parent of another kind none of whose children has a record is zero, if its level is fed for that
 * indicator and period at all. `vintage` tells the kinds apart. Flat only.
 */
export function fillZeros(): string {
  return `INSERT INTO r SELECT n.parent_level, f.period, n.parent, f.indicator, 0, 0::UTINYINT, NULL, f.child_level
FROM (SELECT DISTINCT c.indicator, c.period, c.child_level, c.parent_level FROM chosen c JOIN ind i ON i.indicator = c.indicator WHERE i.zero AND c.mode = 'sum') f
JOIN need n ON n.child_level = f.child_level AND n.parent_level = f.parent_level AND n.n > 0
JOIN vintage v ON v.level = f.child_level JOIN vintage w ON w.level = f.parent_level AND w.base <> v.base
JOIN area a ON a.id = n.parent AND NOT a.pseudo
WHERE NOT EXISTS (SELECT 1 FROM r q WHERE q.level = n.parent_level AND q.period = f.period AND q.area = n.parent AND q.indicator = f.indicator)
QUALIFY row_number() OVER (PARTITION BY f.indicator, f.period, n.parent_level, n.parent ORDER BY f.child_level) = 1`;
}

/** What could not be summed: incomplete (value: how many areas are missing), or not available because it does not add up. Flat only. */
export function explainGaps(): string {
  return `INSERT INTO r SELECT parent_level, period, parent, indicator, CASE WHEN mode = 'none' THEN NULL ELSE missing END::DOUBLE,
  CASE WHEN mode = 'none' THEN 6 ELSE 5 END::UTINYINT, NULL, child_level
FROM chosen WHERE mode = 'none' OR NOT (complete OR partial)`;
}

/**
 * Old areas whose successor has the figure while they are not the same: not available (semantics, section 4: backward).
 * `back` holds (level, area, from_level, from_area): an old area and the newer one that it went into. Flat only.
 */
export function explainBackward(): string {
  return `INSERT INTO r SELECT DISTINCT b.level, p.period, b.area, p.indicator, NULL::DOUBLE, 6::UTINYINT, NULL, b.from_level
FROM there p JOIN back b ON b.from_level = p.level AND b.from_area = p.area
WHERE NOT EXISTS (SELECT 1 FROM r q WHERE q.level = b.level AND q.period = p.period AND q.area = b.area AND q.indicator = p.indicator)`;
}

/**
 * Weighted means of the indicators of one weight: Σ(value·weight)/Σ(weight) over the children of the chosen level, both loaded.
 * `w(level, period, area, value, status)` holds the weight; a period of NULL stands for every period.
 */
export function weighUp(weight: number): string {
  const both = "r.status = 0 AND w.status = 0";
  const bits = `bit_or(1 << (CASE WHEN r.status IN (2,4,5,6,7) THEN r.status WHEN coalesce(w.status, 1) IN (2,4,5,6,7) THEN w.status WHEN ${both} THEN 0 WHEN r.status = 3 THEN 3 ELSE 1 END)::INTEGER)`;
  const total = `fsum(w.value * f.weight) FILTER (${both})`;
  return `INSERT INTO r SELECT level, period, area, indicator, value, CASE WHEN status = 0 AND value IS NULL THEN 1 ELSE status END::UTINYINT, NULL, feed FROM (
SELECT c.parent_level AS level, c.period, c.parent AS area, r.indicator,
  CASE WHEN ${total} <> 0 THEN fsum(r.value * w.value * f.weight) FILTER (${both}) / ${total} END AS value,
  ${summedStatus(bits)} AS status, any_value(c.child_level) AS feed
FROM chosen c JOIN ind i ON i.indicator = c.indicator
JOIN feed f ON f.child_level = c.child_level AND f.parent_level = c.parent_level AND f.parent = c.parent
JOIN r ON r.level = c.child_level AND r.area = f.child AND r.period = c.period AND r.indicator = c.indicator AND ${own}
LEFT JOIN w ON w.level = r.level AND w.area = r.area AND (w.period IS NULL OR w.period = r.period)
WHERE c.complete AND c.mode = 'weighted' AND i.weight = ${weight}
GROUP BY c.parent_level, c.period, c.parent, r.indicator)`;
}
