import { cellFlag } from "@peil/core/model/cube.ts";
import { summedStatus } from "./print-plan.ts";
import { equal, type Grain, indicatorJoin, list } from "./rollup-grain.ts";

/*
 * SQL that turns loaded records into figures for every level (semantics, sections 2 to 4). It works on a table `r` with columns
 * level, period, area, the keys, value, status, load, feed, flag (in this order), and is the same for flat indicators (key `indicator`) and
 * for one cube (keys `m1 … mn`). Beside it stand the tables
 * `ind(indicator, mode, periods, zero, partial, weight)`, `feed`, `need`, `rank`, `same` and `area` of `rollup-tables.ts`.
 */

/** Areas with any record, per period: what completeness is judged by. `estimated` tells those in which one was filled in over time. */
export function presence(grain: Grain): string {
  return `CREATE OR REPLACE TEMP TABLE there AS SELECT ${list(grain.part, "r")}r.level, r.period, r.area, bit_or(r.flag) & ${cellFlag.estimated} <> 0 AS estimated FROM r GROUP BY ${list(grain.part, "r")}r.level, r.period, r.area`;
}

/** Areas that take the figures of the same area in another division. */
export function identical(grain: Grain): string {
  return `CREATE OR REPLACE TEMP TABLE twin AS
SELECT ${list(grain.part, "p")}s.level, p.period, s.area, s.from_level, s.from_area FROM there p JOIN same s ON s.from_level = p.level AND s.from_area = p.area
WHERE NOT EXISTS (SELECT 1 FROM there q WHERE q.level = s.level AND q.period = p.period AND q.area = s.area${equal(grain.part, "q", "p")})
QUALIFY row_number() OVER (PARTITION BY ${list(grain.part, "p")}s.level, p.period, s.area ORDER BY p.estimated, s.rank) = 1`;
}

/**
 * Per area and period the ONE level that feeds it: complete levels first, those without estimates before those with, then the fewest
 * steps, then the levels' order.
 * The choice is made for all figures of the release here and nowhere else.
 */
export function chooseFeeding(grain: Grain): string {
  const part = list(grain.part, "p");
  return `CREATE OR REPLACE TEMP TABLE chosen AS
WITH c AS (SELECT ${part}p.period, f.child_level, f.parent_level, f.parent, count(*) FILTER (f.real) AS have, bool_or(p.estimated) AS estimated
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
QUALIFY row_number() OVER (PARTITION BY ${list(grain.part, "c")}c.period, c.parent_level, c.parent ORDER BY complete DESC, c.estimated, k.rank) = 1`;
}

/** The figures that pass unchanged between divisions. */
export function passIdentical(grain: Grain): string {
  const keys = list(grain.keys, "r");
  return `INSERT INTO r SELECT t.level, t.period, t.area, ${keys}r.value, r.status, NULL, t.from_level, r.flag
FROM twin t JOIN r ON r.level = t.from_level AND r.area = t.from_area AND r.period = t.period${equal(grain.part, "r", "t")}`;
}

/** Figures that were loaded on their own level, or made from parts of the year there: only these feed a parent. */
const own = "(r.feed IS NULL OR r.feed = r.level)";

/** Sums from the chosen level to one parent level. */
export function sumUp(grain: Grain, parentLevel: number): string {
  const keys = list(grain.keys, "r");
  return `INSERT INTO r SELECT c.parent_level, c.period, c.parent, ${keys}fsum(r.value * f.weight) FILTER (r.status = 0),
  ${summedStatus("bit_or(1 << r.status::INTEGER)")}, NULL, any_value(c.child_level), bit_or(r.flag) | CASE WHEN any_value(c.partial) THEN ${cellFlag.partial} ELSE 0 END
FROM chosen c JOIN feed f ON f.child_level = c.child_level AND f.parent_level = c.parent_level AND f.parent = c.parent
JOIN r ON r.level = c.child_level AND r.area = f.child AND r.period = c.period${equal(grain.part, "r", "c")} AND ${own}
WHERE (c.complete OR c.partial) AND c.mode = 'sum' AND c.parent_level = ${parentLevel}
GROUP BY c.parent_level, c.period, c.parent, ${keys.replace(/, $/, "")}`;
}

/**
 * Where absent means zero, a parent of another kind none of whose children has a record is zero, if its level is fed for that
 * indicator and period at all; and so is, whatever absent means, an area in which no object stands, where objects feed its level.
 * `vintage` tells the kinds apart. Flat only.
 */
export function fillZeros(): string {
  return `INSERT INTO r SELECT n.parent_level, f.period, n.parent, f.indicator, 0, 0::UTINYINT, NULL, f.child_level, 0
FROM (SELECT DISTINCT c.indicator, c.period, c.child_level, c.parent_level, i.zero FROM chosen c JOIN ind i ON i.indicator = c.indicator WHERE c.mode = 'sum') f
JOIN (SELECT child_level, parent_level, parent, true AS held FROM need WHERE n > 0 UNION ALL SELECT child_level, parent_level, parent, false FROM vacant) n
  ON n.child_level = f.child_level AND n.parent_level = f.parent_level AND (f.zero OR NOT n.held)
JOIN vintage v ON v.level = f.child_level JOIN vintage w ON w.level = f.parent_level AND w.base <> v.base
JOIN area a ON a.id = n.parent AND NOT a.pseudo
WHERE NOT EXISTS (SELECT 1 FROM r q WHERE q.level = n.parent_level AND q.period = f.period AND q.area = n.parent AND q.indicator = f.indicator)
QUALIFY row_number() OVER (PARTITION BY f.indicator, f.period, n.parent_level, n.parent ORDER BY f.child_level) = 1`;
}

/**
 * Areas and periods that a cube knows, its loaded ones apart: those with a cell, and those in which no object stands, where objects
 * feed their level. What is absent there is zero, if the cube says so.
 */
export function presentInCube(): string {
  return `SELECT level, period, area, bool_or(load) AS loaded FROM (
SELECT level, period, area, load IS NOT NULL AS load FROM r UNION ALL
SELECT f.parent_level, f.period, n.parent, false FROM (SELECT DISTINCT period, child_level, parent_level FROM chosen WHERE mode = 'sum') f
JOIN vacant n ON n.child_level = f.child_level AND n.parent_level = f.parent_level) GROUP BY ALL ORDER BY ALL`;
}

/** What could not be summed: incomplete (value: how many areas are missing), or not available because it does not add up. Flat only. */
export function explainGaps(): string {
  return `INSERT INTO r SELECT parent_level, period, parent, indicator, CASE WHEN mode = 'none' THEN NULL ELSE missing END::DOUBLE,
  CASE WHEN mode = 'none' THEN 6 ELSE 5 END::UTINYINT, NULL, child_level, 0
FROM chosen WHERE mode = 'none' OR NOT (complete OR partial)`;
}

/**
 * Old areas whose successor has the figure while they are not the same: not available (semantics, section 4: backward).
 * `back` holds (level, area, from_level, from_area): an old area and the newer one that it went into. Flat only.
 */
export function explainBackward(): string {
  return `INSERT INTO r SELECT DISTINCT b.level, p.period, b.area, p.indicator, NULL::DOUBLE, 6::UTINYINT, NULL, b.from_level, 0
FROM there p JOIN back b ON b.from_level = p.level AND b.from_area = p.area
WHERE NOT EXISTS (SELECT 1 FROM r q WHERE q.level = b.level AND q.period = p.period AND q.area = b.area AND q.indicator = p.indicator)`;
}

/**
 * Weighted means of the indicators of one weight: Σ(value·weight)/Σ(weight) over the children of the chosen level, both loaded.
 * `w(level, period, area, value, status, flag)` holds the weight; a period of NULL stands for every period.
 */
export function weighUp(weight: number): string {
  const both = "r.status = 0 AND w.status = 0";
  const bits = `bit_or(1 << (CASE WHEN r.status IN (2,4,5,6,7) THEN r.status WHEN coalesce(w.status, 1) IN (2,4,5,6,7) THEN w.status WHEN ${both} THEN 0 WHEN r.status = 3 THEN 3 ELSE 1 END)::INTEGER)`;
  const total = `fsum(w.value * f.weight) FILTER (${both})`;
  return `INSERT INTO r SELECT level, period, area, indicator, value, CASE WHEN status = 0 AND value IS NULL THEN 1 ELSE status END::UTINYINT, NULL, feed, flag FROM (
SELECT c.parent_level AS level, c.period, c.parent AS area, r.indicator,
  CASE WHEN ${total} <> 0 THEN fsum(r.value * w.value * f.weight) FILTER (${both}) / ${total} END AS value,
  ${summedStatus(bits)} AS status, any_value(c.child_level) AS feed, coalesce(bit_or(r.flag | w.flag) FILTER (${both}), 0) AS flag
FROM chosen c JOIN ind i ON i.indicator = c.indicator
JOIN feed f ON f.child_level = c.child_level AND f.parent_level = c.parent_level AND f.parent = c.parent
JOIN r ON r.level = c.child_level AND r.area = f.child AND r.period = c.period AND r.indicator = c.indicator AND ${own}
LEFT JOIN w ON w.level = r.level AND w.area = r.area AND (w.period IS NULL OR w.period = r.period)
WHERE c.complete AND c.mode = 'weighted' AND i.weight = ${weight}
GROUP BY c.parent_level, c.period, c.parent, r.indicator)`;
}

/** Only figures carry a flag. */
export function clearFlags(): string {
  return "UPDATE r SET flag = 0 WHERE flag <> 0 AND status <> 0";
}
