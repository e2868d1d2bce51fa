/** What the figures in the table `r` of a build are keyed by; see `rollup.ts`. */
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

/** Columns of a table, each with a comma behind it. */
export const list = (columns: readonly string[], prefix: string): string => columns.map((column) => `${prefix}.${column}, `).join("");

/** The condition, behind others, that two tables agree in columns. */
export const equal = (columns: readonly string[], a: string, b: string): string =>
  columns.map((column) => ` AND ${a}.${column} = ${b}.${column}`).join("");

/** Joins `ind`, the properties of the indicator (of the one cube: the only row). */
export const indicatorJoin = (grain: Grain, alias: string): string =>
  grain.part.length > 0 ? `JOIN ind i ON i.indicator = ${alias}.indicator` : "JOIN ind i ON true";
