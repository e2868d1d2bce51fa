import { fold } from "./fold.ts";
import type { Row } from "./tree-rows.ts";

/** What a key does in the tree; `row` is a position among the rows. */
export type Move =
  | { readonly kind: "go"; readonly row: number }
  | { readonly kind: "open" | "close" | "open-siblings" | "choose"; readonly row: number };

/** What a key means where the row `at` has the focus, as the ARIA tree pattern says; undefined: nothing, the browser may have it. */
export function moveFor(key: string, rows: readonly Row[], at: number, page: number): Move | undefined {
  const row = rows[at];
  if (row === undefined) return undefined;
  const go = (to: number): Move => ({ kind: "go", row: Math.max(0, Math.min(rows.length - 1, to)) });
  switch (key) {
    case "ArrowDown":
      return go(at + 1);
    case "ArrowUp":
      return go(at - 1);
    case "Home":
      return go(0);
    case "End":
      return go(rows.length - 1);
    case "PageDown":
      return go(at + page);
    case "PageUp":
      return go(at - page);
    case "ArrowRight":
      if (row.open === undefined) return go(at);
      return row.open ? into(rows, at) : { kind: "open", row: at };
    case "ArrowLeft":
      return row.open ? { kind: "close", row: at } : go(parentRow(rows, at));
    case "*":
      return { kind: "open-siblings", row: at };
    case "Enter":
    case " ":
      return row.open === undefined ? { kind: "choose", row: at } : { kind: row.open ? "close" : "open", row: at };
    default:
      return undefined;
  }
}

function into(rows: readonly Row[], at: number): Move {
  const next = rows[at + 1];
  return { kind: "go", row: next !== undefined && next.level > (rows[at]?.level ?? 0) ? at + 1 : at };
}

function parentRow(rows: readonly Row[], at: number): number {
  const level = rows[at]?.level ?? 1;
  for (let up = at - 1; up >= 0; up--) if ((rows[up]?.level ?? 0) < level) return up;
  return at;
}

/**
 * The row that typed letters lead to: the next one whose name begins with them, round the tree. One letter leaves the row itself,
 * more letters may stay on it.
 */
export function rowForTyped(rows: readonly Row[], labelOf: (at: number) => string, at: number, typed: string): number | undefined {
  const start = fold(typed);
  if (start.trim() === "") return undefined;
  const same = [...start].every((letter) => letter === start[0]);
  const wanted = same ? (start[0] ?? "") : start;
  const first = same ? 1 : 0;
  for (let step = first; step < rows.length + first; step++) {
    const index = (at + step) % rows.length;
    const row = rows[index];
    if (row !== undefined && fold(labelOf(row.at)).startsWith(wanted)) return index;
  }
  return undefined;
}

/** The folders among the siblings of a row. */
export function siblingsOf(rows: readonly Row[], at: number): readonly Row[] {
  const level = rows[at]?.level ?? 1;
  let first = at;
  while (first > 0 && (rows[first - 1]?.level ?? 0) >= level) first--;
  const out: Row[] = [];
  for (let index = first; index < rows.length && (rows[index]?.level ?? 0) >= level; index++) {
    const row = rows[index];
    if (row !== undefined && row.level === level && row.open !== undefined) out.push(row);
  }
  return out;
}
