import { int } from "./literals.ts";
import type { Contradiction } from "./staged.ts";

/** Records in a table of staged flows whose mirror says something else; an empty one contradicts nothing. See `Staging.contradictions`. */
export async function findContradictions(
  ask: (sql: string) => Promise<Record<string, unknown>[]>,
  table: string,
  sign: 1 | -1,
  limit: number,
): Promise<{ readonly count: number; readonly first: readonly Contradiction[] }> {
  const rows = await ask(
    `SELECT n.*, m.value AS other, m.row AS other_row, count(*) OVER ()::INTEGER AS total FROM ${table} n
     JOIN ${table} m ON m.period = n.period AND m.level = n.to_level AND m.area = n.to_area AND m.to_level = n.level AND m.to_area = n.area
     WHERE (n.level, n.area) <= (m.level, m.area) AND n.status <> 1 AND m.status <> 1
       AND (n.status <> m.status OR (n.status = 0 AND n.value <> ${int(sign)} * m.value))
     ORDER BY n.sheet, n.row LIMIT ${int(limit)}`,
  );
  const first = rows.map((row) => ({
    period: Number(row.period),
    from: { level: Number(row.level), area: Number(row.area) },
    to: { level: Number(row.to_level), area: Number(row.to_area) },
    value: Number(row.value),
    other: Number(row.other),
    sheet: Number(row.sheet),
    row: Number(row.row),
    otherRow: Number(row.other_row),
  }));
  return { count: Number(rows[0]?.total ?? 0), first };
}
