import type { DuckDBConnection } from "@duckdb/node-api";
import { guardOf } from "@peil/core/disclosure/rule.ts";
import type { Level } from "@peil/core/model/area.ts";
import { cellFlag } from "@peil/core/model/cube.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { status } from "@peil/core/model/status.ts";
import { int } from "./literals.ts";
import { summedStatus } from "./print-plan.ts";
import { modeOf } from "./rollup-tables.ts";
import { runAll } from "./store-files.ts";

/**
 * The allocation indicator of an indicator, where its figures may be shared by it: only counts add up to what was shared, only stored flat
 * figures can be shared by, and a share of a figure under disclosure control, or by one, would give it away.
 */
export function allocationOf(each: Indicator, byCode: ReadonlyMap<string, Indicator>): Indicator | undefined {
  const key = byCode.get(each.allocation?.toLowerCase() ?? "");
  if (key === undefined || key.id === each.id || each.shape !== "flat" || each.formula !== undefined) return undefined;
  if (modeOf(each) !== "sum" || guardOf(each) !== undefined) return undefined;
  const isNumber = key.dataType !== "text" && key.dataType !== "label";
  return isNumber && key.shape === "flat" && key.formula === undefined && guardOf(key) === undefined ? key : undefined;
}

/**
 * Shares figures over finer areas that have none (semantics, sections 2 and 4), in the finished table `r` of flat figures: nothing that is
 * shared here reaches a sum. See `shares` for the rule. The table `feed` says what belongs to what; so a merged area is shared over the
 * areas that went into it too.
 * @returns whether there was anything to share
 */
export async function allocate(
  connection: DuckDBConnection,
  input: { readonly indicators: readonly Indicator[]; readonly levels: readonly Level[] },
): Promise<boolean> {
  const byCode = new Map(input.indicators.map((each) => [each.code.toLowerCase(), each]));
  const pairs = input.indicators.flatMap((each) => {
    const key = allocationOf(each, byCode);
    return key === undefined ? [] : [`(${int(each.id)},${int(key.id)},${key.periodType === "independent"})`];
  });
  if (pairs.length === 0) return false;
  const levels = input.levels.map((each) => `(${int(each.id)},${int(each.sequence)})`);
  await runAll(connection, shares(pairs, levels));
  return true;
}

/**
 * The statements. A figure that was loaded (or made from parts of the year, or estimated in time) on its own level is shared over the real
 * children that have no figure. Of several parents with a figure the one with the fewest steps is shared, ties by the levels' fixed
 * order; only where every child lies wholly in it. Shares are proportional to the allocation indicator in the same period, else in the
 * newest period before it for which any child has a record (of the same period level first, then years); a child without a figure of it
 * gets 0; where one is hidden, unknown or incomplete so are all shares; where all are zero, or one is negative, they are not available.
 */
function shares(pairs: readonly string[], levels: readonly string[]): readonly string[] {
  const year = (period: string): string => `(${period} % 1000000) // 100`;
  const same = "q.period // 1000000 = g.period // 1000000";
  return [
    `CREATE OR REPLACE TEMP TABLE share AS SELECT * FROM (VALUES ${pairs.join(",")}) v(indicator, key, timeless)`,
    `CREATE OR REPLACE TEMP TABLE whole AS SELECT child_level, child, parent_level, parent, steps, sequence FROM
(SELECT f.*, k.rank // 100000 AS steps, l.sequence, count(*) OVER (PARTITION BY f.child_level, f.child, f.parent_level) AS parents
  FROM feed f JOIN rank k ON k.child_level = f.child_level AND k.parent_level = f.parent_level
  JOIN vintage v ON v.level = f.child_level AND NOT v.objects JOIN (VALUES ${levels.join(",")}) l(level, sequence) ON l.level = f.parent_level)
WHERE "real" QUALIFY bool_and(weight = 1 AND parents = 1) OVER (PARTITION BY child_level, parent_level, parent)`,
    `CREATE OR REPLACE TEMP TABLE wanted AS
SELECT r.indicator, s.key, s.timeless, r.period, r.value, w.child_level, w.child, w.parent_level, w.parent
FROM r JOIN share s ON s.indicator = r.indicator JOIN whole w ON w.parent_level = r.level AND w.parent = r.area
WHERE r.status = 0 AND (r.feed IS NULL OR r.feed = r.level)
  AND NOT EXISTS (SELECT 1 FROM r q WHERE q.indicator = r.indicator AND q.level = w.child_level AND q.area = w.child AND q.period = r.period
    AND q.status NOT IN (${status.incomplete}, ${status.notAvailable}))
QUALIFY row_number() OVER (PARTITION BY r.indicator, r.period, w.child_level, w.child ORDER BY w.steps, w.sequence, w.parent_level) = 1`,
    `CREATE OR REPLACE TEMP TABLE moment AS
WITH g AS (SELECT DISTINCT key, timeless, period, child_level, parent_level, parent FROM wanted),
q AS (SELECT DISTINCT r.indicator AS key, r.period, w.child_level, w.parent_level, w.parent FROM r JOIN whole w ON w.child_level = r.level AND w.child = r.area
  WHERE r.status < ${status.incomplete} AND r.indicator IN (SELECT key FROM share))
SELECT g.key, g.period, g.child_level, g.parent_level, g.parent, q.period AS taken FROM g JOIN q USING (key, child_level, parent_level, parent)
WHERE g.timeless OR (${same} AND q.period <= g.period) OR (q.period // 1000000 = 1 AND ${year("q.period")} <= ${year("g.period")})
QUALIFY row_number() OVER (PARTITION BY g.key, g.period, g.child_level, g.parent_level, g.parent ORDER BY ${same} DESC, q.period DESC) = 1`,
    `CREATE OR REPLACE TEMP TABLE part AS SELECT m.*, w.child, coalesce(q.status, ${status.empty}) AS status, CASE WHEN q.status = 0 THEN q.value ELSE 0 END AS size
FROM moment m JOIN whole w USING (child_level, parent_level, parent)
LEFT JOIN r q ON q.indicator = m.key AND q.level = m.child_level AND q.area = w.child AND q.period = m.taken`,
    `CREATE OR REPLACE TEMP TABLE total AS SELECT key, period, child_level, parent_level, parent, fsum(size) AS size, min(size) AS least,
  ${summedStatus("bit_or(1 << status::INTEGER)")} AS status FROM part GROUP BY ALL`,
    `CREATE OR REPLACE TEMP TABLE shared AS SELECT w.indicator, w.child_level AS level, w.period, w.child AS area, w.parent_level AS feed,
  w.value * p.size / t.size AS value, CASE WHEN t.status NOT IN (${status.value}, ${status.empty}, ${status.notApplicable}) THEN t.status
    WHEN t.size > 0 AND t.least >= 0 THEN ${status.value} ELSE ${status.notAvailable} END::UTINYINT AS status
FROM wanted w JOIN part p USING (key, period, child_level, child, parent_level, parent) JOIN total t USING (key, period, child_level, parent_level, parent)`,
    `DELETE FROM r USING shared s WHERE s.status = 0 AND r.indicator = s.indicator AND r.level = s.level AND r.area = s.area AND r.period = s.period`,
    `INSERT INTO r SELECT s.level, s.period, s.area, s.indicator, CASE WHEN s.status = 0 THEN s.value END, s.status, NULL, s.feed, CASE WHEN s.status = 0 THEN ${cellFlag.estimated} ELSE 0 END
FROM shared s WHERE NOT EXISTS (SELECT 1 FROM r q WHERE q.indicator = s.indicator AND q.level = s.level AND q.area = s.area AND q.period = s.period)`,
  ];
}
