import { fillGaps } from "./estimates.ts";
import { summedStatus } from "./print-plan.ts";
import { equal, type Grain, indicatorJoin, list } from "./rollup-grain.ts";

/** Pairs of period levels, by the first digit of their ids: the coarser is made of `count` of the finer; nearest first. */
const nested: readonly { coarse: number; fine: number; count: number; part: string }[] = [
  { coarse: 4, fine: 5, count: 3, part: "((r.period % 100) + 2) // 3" },
  { coarse: 3, fine: 4, count: 2, part: "((r.period % 100) + 1) // 2" },
  { coarse: 3, fine: 5, count: 6, part: "((r.period % 100) + 5) // 6" },
  { coarse: 1, fine: 3, count: 2, part: "1" },
  { coarse: 1, fine: 4, count: 4, part: "1" },
  { coarse: 1, fine: 5, count: 12, part: "1" },
];

/** Levels of time by the first digit of their ids, fine to coarse; school years last. */
const levelsOfTime = [5, 4, 3, 1, 2];

/**
 * Adds the quarters, half-years and years that follow from loaded parts (semantics, section 2): a stock takes its first part, a mean
 * stock the mean of all parts, a flow (of counts) their sum. For a stock the first part must be there, for the others all parts. What was
 * loaded stays. Where absent means zero, the parts that the level has at all are the parts of every area in it, and a combination of
 * members that an area lacks in one of them counts as zero.
 *
 * With `estimates`, gaps in time are filled level by level, before coarser periods are made of them.
 */
export function periodRollups(grain: Grain, estimates = false): readonly string[] {
  return levelsOfTime.flatMap((digit) => [
    ...nested.filter((each) => each.coarse === digit).map((each) => rollUp(grain, each)),
    ...(estimates ? fillGaps(grain, digit) : []),
  ]);
}

function rollUp(grain: Grain, { coarse, fine, count, part }: (typeof nested)[number]): string {
  const target = `${coarse * 1_000_000} + (r.period % 1000000) // 100 * 100 + ${part}`;
  const keys = list(grain.keys, "s");
  const mean =
    "CASE WHEN any_value(s.zero) THEN any_value(u.parts) - count(*) FILTER (s.status <> 0) ELSE count(*) FILTER (s.status = 0) END";
  return `INSERT INTO r
WITH s AS (SELECT r.*, (${target})::INTEGER AS target, i.periods AS kind, i.zero FROM r ${indicatorJoin(grain, "r")}
  WHERE r.period // 1000000 = ${fine} AND i.periods <> 'none'),
areas AS (SELECT ${list(grain.part, "s")}s.level, s.area, s.target, any_value(s.kind) AS kind, any_value(s.zero) AS zero,
  count(DISTINCT s.period) AS parts, min(s.period) AS first FROM s GROUP BY ${list(grain.part, "s")}s.level, s.area, s.target),
levels AS (SELECT ${list(grain.part, "s")}s.level, s.target, count(DISTINCT s.period) AS parts FROM s WHERE s.zero GROUP BY ${list(grain.part, "s")}s.level, s.target),
there AS (SELECT t.* REPLACE (coalesce(l.parts, t.parts) AS parts) FROM areas t LEFT JOIN levels l ON l.level = t.level AND l.target = t.target${equal(grain.part, "l", "t")}),
usable AS (SELECT * FROM there t WHERE (CASE WHEN kind = 'stock' THEN first % 100 = (t.target % 100 - 1) * ${count} + 1 ELSE parts = ${count} END)
  AND NOT EXISTS (SELECT 1 FROM r q WHERE q.level = t.level AND q.area = t.area AND q.period = t.target${equal(grain.part, "q", "t")}))
SELECT s.level, s.target, s.area, ${keys}
  CASE WHEN any_value(s.kind) = 'mean-stock' THEN fsum(s.value) FILTER (s.status = 0) / (${mean}) ELSE fsum(s.value) FILTER (s.status = 0) END,
  ${summedStatus("bit_or(1 << s.status::INTEGER)")}, NULL, s.level, bit_or(s.flag)
FROM s JOIN usable u ON u.level = s.level AND u.area = s.area AND u.target = s.target${equal(grain.part, "u", "s")}
WHERE s.kind <> 'stock' OR s.period = u.first
GROUP BY s.level, s.target, s.area, ${keys.replace(/, $/, "")}`;
}
