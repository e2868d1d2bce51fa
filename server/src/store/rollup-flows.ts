import type { FlowKind } from "@peil/core/model/indicator.ts";

/**
 * SQL that prepares the figures of one flow for a release. It works on a table `r` with columns level, period, area, to_level,
 * to_area, value, status, load, feed, flag and on the tables `ind` (of this flow only), `area`, `feed`, `rank`, `same` and `back` of
 * `rollup-tables.ts`. Sums are made when they are asked, over the loaded figures; which of those feed an area is decided here:
 *
 * - `tables(tbl, level, to_level)`: the pairs of levels with figures. Side 0 is the end from which a figure goes, side 1 the other.
 * - `ways(side, tbl, level, area, child, weight, same)`: the areas of a table that an area is made of: itself, the same area in
 *   another division, or its parts. `same`: both ends of the table are of one level.
 * - `reach(side, tbl, level, area, period, state, missing, rank, same)`: whether a table can give figures of an area: 0, or
 *   incomplete with how many areas are missing, or not available. What has no row is empty. The rank counts steps.
 */
export const flowKeys = "level, period, area, to_level, to_area";

/**
 * Makes `r` from the records that count. A balance and a symmetric figure say the same of both directions: of the two the later load
 * wins, a figure before an empty one, and each gets its mirror. A balance within an area is 0.
 */
export function takeRecords(source: string, kind: FlowKind): string {
  const columns = `${flowKeys}, value, status, load`;
  const tail = "NULL::INTEGER AS feed, 0::UTINYINT AS flag";
  if (kind === "directed") return `CREATE OR REPLACE TABLE r AS SELECT ${columns}, ${tail} FROM (${source})`;
  const sign = kind === "balance" ? "-" : "";
  return `CREATE OR REPLACE TABLE r AS
WITH o AS (SELECT *, (level < to_level OR (level = to_level AND area <= to_area)) AS forth FROM (${source})),
c AS (SELECT CASE WHEN forth THEN level ELSE to_level END AS l1, CASE WHEN forth THEN area ELSE to_area END AS a1,
  CASE WHEN forth THEN to_level ELSE level END AS l2, CASE WHEN forth THEN to_area ELSE area END AS a2, period,
  CASE WHEN forth THEN value ELSE ${sign}value END AS v, status, load, forth FROM o
  QUALIFY row_number() OVER (PARTITION BY period, l1, a1, l2, a2 ORDER BY load DESC, status = 1, forth DESC) = 1)
SELECT l1 AS level, period, a1 AS area, l2 AS to_level, a2 AS to_area, ${kind === "balance" ? "CASE WHEN a1 = a2 AND l1 = l2 THEN 0 ELSE v END" : "v"} AS value, status, load, ${tail} FROM c
UNION ALL SELECT l2, period, a2, l1, a1, ${sign}v, status, load, ${tail} FROM c WHERE a1 <> a2 OR l1 <> l2`;
}

/** Makes `tables`, `ways` and `reach` (see above) and `partial`, the sums that stand although areas are missing. */
export const decide: readonly string[] = [
  `CREATE OR REPLACE TEMP TABLE tables AS SELECT (row_number() OVER (ORDER BY level, to_level))::INTEGER AS tbl, level, to_level
FROM (SELECT DISTINCT level, to_level FROM r)`,
  `CREATE OR REPLACE TEMP TABLE ends AS SELECT 0::UTINYINT AS side, tbl, level, level = to_level AS same FROM tables
UNION ALL SELECT 1::UTINYINT, tbl, to_level, level = to_level FROM tables`,
  `CREATE OR REPLACE TEMP TABLE present AS
SELECT DISTINCT 0::UTINYINT AS side, tbl, period, area FROM r JOIN tables USING (level, to_level)
UNION ALL SELECT DISTINCT 1::UTINYINT, tbl, period, to_area FROM r JOIN tables USING (level, to_level)`,
  `CREATE OR REPLACE TEMP TABLE allways AS
SELECT e.side, e.tbl, e.level, a.id AS area, a.id AS child, 1::DOUBLE AS weight, e.same, 0 AS rank, 'self' AS kind
FROM ends e JOIN area a ON a.level = e.level
UNION ALL SELECT e.side, e.tbl, s.level, s.area, s.from_area, 1, e.same, 1 + s.rank, 'twin' FROM ends e JOIN same s ON s.from_level = e.level
UNION ALL SELECT e.side, e.tbl, f.parent_level, f.parent, f.child, f.weight, e.same, k.rank, 'feed'
FROM ends e JOIN feed f ON f.child_level = e.level JOIN rank k ON k.child_level = f.child_level AND k.parent_level = f.parent_level
WHERE NOT EXISTS (SELECT 1 FROM same s WHERE s.from_level = e.level AND s.level = f.parent_level AND s.area = f.parent)`,
  `CREATE OR REPLACE TEMP TABLE reach AS
WITH need AS (SELECT w.side, w.tbl, w.level, w.area, any_value(w.same) AS same, any_value(w.rank) AS rank, any_value(w.kind) AS kind,
  count(*) FILTER (NOT c.pseudo) AS n, any_value(a.pseudo) AS pseudo
  FROM allways w JOIN area c ON c.id = w.child JOIN area a ON a.id = w.area GROUP BY w.side, w.tbl, w.level, w.area),
have AS (SELECT w.side, w.tbl, w.level, w.area, p.period, count(*) FILTER (NOT c.pseudo) AS n
  FROM allways w JOIN present p ON p.side = w.side AND p.tbl = w.tbl AND p.area = w.child JOIN area c ON c.id = w.child GROUP BY ALL),
zero AS (SELECT n.side, n.tbl, n.level, n.area, p.period, 0 AS n FROM need n JOIN ind i ON i.zero JOIN (SELECT DISTINCT tbl, period FROM present) p ON p.tbl = n.tbl
  WHERE n.n > 0 AND NOT n.pseudo AND NOT EXISTS (SELECT 1 FROM have h WHERE h.side = n.side AND h.tbl = n.tbl AND h.level = n.level AND h.area = n.area AND h.period = p.period)),
given AS (SELECT * FROM have UNION ALL SELECT * FROM zero)
SELECT b.side, b.tbl, b.level, b.area, b.period,
  (CASE WHEN n.kind = 'feed' AND i.mode <> 'sum' THEN 6 WHEN i.zero OR b.n = n.n OR i.partial THEN 0 ELSE 5 END)::UTINYINT AS state,
  (CASE WHEN i.zero THEN 0 ELSE n.n - b.n END)::INTEGER AS missing, n.rank::INTEGER AS rank, n.same
FROM given b JOIN need n USING (side, tbl, level, area) JOIN ind i ON true WHERE n.pseudo OR n.n > 0
UNION ALL
SELECT e.side, e.tbl, b.level, b.area, p.period, 6::UTINYINT, 0, 1000000000, e.same
FROM back b JOIN ends e ON e.level = b.from_level JOIN present p ON p.side = e.side AND p.tbl = e.tbl AND p.area = b.from_area
WHERE NOT EXISTS (SELECT 1 FROM allways w WHERE w.side = e.side AND w.tbl = e.tbl AND w.level = b.level AND w.area = b.area) GROUP BY ALL`,
];

/** Statements that fill a store from the tables above. Every figure stands there twice: by the area it goes from, and by the one it goes to. */
export function storeStatements(indicator: number): readonly string[] {
  return [
    `CREATE TABLE out.flows AS SELECT 0::UTINYINT AS side, tbl, area, period, to_area AS other, coalesce(value, 0) AS value, status, load FROM r JOIN tables USING (level, to_level)
UNION ALL SELECT 1::UTINYINT, tbl, to_area, period, area, coalesce(value, 0), status, load FROM r JOIN tables USING (level, to_level) ORDER BY 1, 2, 3, 4, 5`,
    "CREATE TABLE out.ways AS SELECT side, tbl, level, area, child, weight, same FROM allways ORDER BY side, level, area, tbl, child",
    "CREATE TABLE out.reach AS SELECT side, tbl, level, area, period, state, missing, rank, same FROM reach ORDER BY side, level, area, period, tbl",
    `CREATE TABLE out.partial AS SELECT ${indicator} AS indicator, level, period, area, max(missing)::INTEGER AS missing FROM reach WHERE state = 0 AND missing > 0 GROUP BY ALL ORDER BY ALL`,
    `CREATE TABLE out.present AS SELECT level, period, bool_or(loaded) AS loaded FROM (
SELECT level, period, load IS NOT NULL AS loaded FROM r UNION ALL SELECT to_level, period, load IS NOT NULL FROM r
UNION ALL SELECT level, period, false FROM reach WHERE state = 0) GROUP BY ALL ORDER BY ALL`,
    `CREATE TABLE out.partners AS WITH l AS (SELECT DISTINCT side, tbl, level FROM allways)
SELECT DISTINCT f.side, f.level, g.level AS partner FROM l f JOIN l g ON g.tbl = f.tbl AND g.side <> f.side ORDER BY ALL`,
    `CREATE TABLE out.facts AS SELECT bool_and(status = 0) AS plain,
bool_and(value IS NULL OR value = floor(value)) AND coalesce(sum(abs(value)), 0) < 9007199254740992 AND NOT EXISTS (SELECT 1 FROM allways WHERE weight <> 1) AS exact,
(SELECT count(*) FROM tables)::INTEGER AS tables, max(load) AS newest, count(*) AS figures FROM r`,
  ];
}
