import type { LoadTable } from "./load-tables.ts";

/** Where each record of a batch came from: the number of its sheet, and its row there. */
export type Origin = { readonly sheet: Int32Array; readonly row: Int32Array };

/** Records with equal keys. */
export type Double = {
  readonly indicator: number;
  readonly level: number;
  readonly period: number;
  readonly area: number;
  readonly members: readonly number[];
  /** For a flow the area at the other end. */
  readonly to?: { readonly level: number; readonly area: number };
  readonly count: number;
  readonly sheet: number;
  readonly rows: readonly number[];
};

/** What one indicator would bring on one level. */
export type StagedUse = {
  readonly indicator: number;
  readonly level: number;
  readonly rows: number;
  readonly periods: readonly number[];
  readonly states: Readonly<Record<number, number>>;
};

/** How the records of an indicator compare with what stands. */
export type StagedChange = {
  readonly indicator: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly gone: number;
};

/** A parent area whose loaded value is not the sum of its children. */
export type SumDifference = {
  readonly indicator: number;
  readonly period: number;
  readonly parentLevel: number;
  readonly childLevel: number;
  readonly parent: number;
  readonly sum: number;
  readonly loaded: number;
};

/** Which earlier records a load replaces. */
export type Replaces = "indicators" | "combinations" | "nothing";

/** Child and parent areas, for the comparison of sums. All arrays have one length; `real` is 0 for pseudo-areas. */
export type LinkColumns = {
  readonly childLevel: Int32Array;
  readonly parentLevel: Int32Array;
  readonly child: Int32Array;
  readonly parent: Int32Array;
  readonly real: Int32Array;
};

/** Two records of a balance or symmetric flow that say different things of one pair of areas. */
export type Contradiction = {
  readonly period: number;
  readonly from: { readonly level: number; readonly area: number };
  readonly to: { readonly level: number; readonly area: number };
  readonly value: number;
  readonly other: number;
  readonly sheet: number;
  readonly row: number;
  readonly otherRow: number;
};

/** SQL of what was staged: of the flat indicators, of one cube, or of one flow. */
export type StagedFile = {
  readonly indicator: number | undefined;
  readonly columns: number;
  readonly select: string;
  readonly flow?: boolean;
};

/** The key columns of a table as an SQL list. */
export function keysOf(table: LoadTable): string {
  return table.columns
    .slice(0, table.keys)
    .map((each) => each.name)
    .join(", ");
}

/** Records with equal keys, from a row of SQL. */
export function doubleOf(row: Record<string, unknown>, table: LoadTable, indicator: number | undefined): Double {
  const members = table.columns
    .slice(0, table.keys)
    .filter((each) => /^m\d+$/.test(each.name))
    .map((each) => Number(row[each.name]));
  return {
    indicator: indicator ?? Number(row.indicator),
    level: Number(row.level),
    period: Number(row.period),
    area: Number(row.area),
    members,
    ...(table.part.shape === "flow" ? { to: { level: Number(row.to_level), area: Number(row.to_area) } } : {}),
    count: Number(row.n),
    sheet: Number(row.sheet),
    rows: (row.rows as unknown[]).map(Number),
  };
}
