import type { Line } from "./matrix.ts";

/** A row that shows, or how many were left out between two of them. */
export type Shown<T> = { readonly row: T } | { readonly skipped: number };

/** The rows that show of many: the first and the last, the reader's own with a neighbour on each side, those to compare with. */
export function excerptRows<T extends Pick<Line, "tone">>(rows: readonly T[], most: number): readonly Shown<T>[] {
  if (rows.length <= most) return rows.map((row) => ({ row }));
  const own = rows.flatMap((each, at) => (each.tone === "mine" ? [at] : [])).slice(0, 5);
  const special = new Set(rows.flatMap((each, at) => (each.tone === "benchmark" ? [at] : [])).slice(0, 5));
  const isOwn = own.length > 0 && own.length < rows.length;
  if (isOwn) for (const at of own) for (const near of [at - 1, at, at + 1]) special.add(near);
  const edge = Math.max(2, Math.floor((most - special.size) / 2));
  const out: Shown<T>[] = [];
  let skipped = 0;
  rows.forEach((row, at) => {
    if (at >= edge && at < rows.length - edge && !special.has(at)) {
      skipped++;
      return;
    }
    if (skipped > 0) out.push({ skipped });
    skipped = 0;
    out.push({ row });
  });
  return out;
}

/** The rows of an excerpt. */
export function rowsIn<T>(shown: readonly Shown<T>[]): readonly T[] {
  return shown.flatMap((each) => ("row" in each ? [each.row] : []));
}
