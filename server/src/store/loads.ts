import type { Load } from "./documents.ts";
import { quote } from "./literals.ts";

/** Records of flat indicators by column; all arrays have the same length. */
export type FlatBatch = {
  readonly indicator: Int32Array;
  readonly level: Int32Array;
  readonly period: Int32Array;
  readonly area: Int32Array;
  readonly value: Float64Array;
  readonly status: Uint8Array;
  /** Only for text indicators. */
  readonly text?: readonly (string | null)[];
};

/** Records of one cube by column; `members` holds one array of member ids per dimension column. */
export type CubeBatch = {
  readonly level: Int32Array;
  readonly period: Int32Array;
  readonly area: Int32Array;
  readonly members: readonly Int32Array[];
  readonly value: Float64Array;
  readonly status: Uint8Array;
};

/**
 * SQL of the flat records that count, from all loads that are not undone, with columns
 * `indicator, level, period, area, value, status, text, load` (the number of the load). A later load wins.
 * @param folder the data folder, in which `loads/<id>/flat.parquet` lie
 */
export function effectiveFlatSql(loads: readonly Load[], folder: string): string {
  const sources = loads
    .filter((load) => !load.undone)
    .flatMap((load) =>
      load.parts
        .filter((part) => part.shape === "flat")
        .map((part) => `SELECT *, ${load.number} AS load FROM read_parquet(${quote(`${folder}/loads/${load.id}/${part.file}`)})`),
    );
  const empty =
    "SELECT NULL::INTEGER indicator, NULL::INTEGER AS level, NULL::INTEGER period, NULL::INTEGER area, NULL::DOUBLE AS value, NULL::UTINYINT status, NULL::VARCHAR AS text, NULL::INTEGER AS load WHERE false";
  const columns = "indicator, level, period, area, value, status, text, load";
  const all = sources.length === 0 ? empty : sources.map((each) => `SELECT ${columns} FROM (${each})`).join(" UNION ALL ");
  return `SELECT ${columns} FROM (${all}) r WHERE ${notReplaced(loads)} QUALIFY row_number() OVER (PARTITION BY indicator, level, period, area ORDER BY load DESC) = 1`;
}

/**
 * SQL of the records of one cube that count, with columns `level, period, area, m1 … mn, value, status, load`.
 * Gives undefined where no load holds the cube.
 */
export function effectiveCubeSql(loads: readonly Load[], folder: string, indicator: number, columns: number): string | undefined {
  const sources = loads
    .filter((load) => !load.undone)
    .flatMap((load) =>
      load.parts
        .filter((part) => part.shape === "cube" && part.indicator === indicator)
        .map((part) => `SELECT *, ${load.number} AS load FROM read_parquet(${quote(`${folder}/loads/${load.id}/${part.file}`)})`),
    );
  if (sources.length === 0) return undefined;
  const members = Array.from({ length: columns }, (_, i) => `m${i + 1}`).join(", ");
  const names = `level, period, area, ${members}, value, status, load`;
  const all = sources.map((each) => `SELECT ${names} FROM (${each})`).join(" UNION ALL ");
  const replaced = notReplaced(
    loads.map((load) => ({ ...load, scopes: load.scopes.filter((s) => s.indicator === indicator) })),
    indicator,
  );
  const unique =
    sources.length === 1 ? "" : ` QUALIFY row_number() OVER (PARTITION BY level, period, area, ${members} ORDER BY load DESC) = 1`;
  return `SELECT ${names} FROM (${all}) r WHERE ${replaced}${unique}`;
}

/** Records of one flow: from an area of one level to an area of the same or another level. */
export type FlowBatch = {
  readonly level: Int32Array;
  readonly period: Int32Array;
  readonly area: Int32Array;
  readonly toLevel: Int32Array;
  readonly toArea: Int32Array;
  readonly value: Float64Array;
  readonly status: Uint8Array;
};

/**
 * SQL of the records of one flow that count, with columns `level, period, area, to_level, to_area, value, status, load`.
 * Gives undefined where no load holds the flow.
 */
export function effectiveFlowSql(loads: readonly Load[], folder: string, indicator: number): string | undefined {
  const names = "level, period, area, to_level, to_area, value, status, load";
  const sources = loads
    .filter((load) => !load.undone)
    .flatMap((load) =>
      load.parts
        .filter((part) => part.shape === "flow" && part.indicator === indicator)
        .map((part) => `SELECT *, ${load.number} AS load FROM read_parquet(${quote(`${folder}/loads/${load.id}/${part.file}`)})`),
    );
  if (sources.length === 0) return undefined;
  const all = sources.map((each) => `SELECT ${names} FROM (${each})`).join(" UNION ALL ");
  const own = loads.map((load) => ({ ...load, scopes: load.scopes.filter((scope) => scope.indicator === indicator) }));
  return `SELECT ${names} FROM (${all}) r WHERE ${notReplaced(own, indicator)} QUALIFY row_number() OVER (PARTITION BY level, period, area, to_level, to_area ORDER BY load DESC) = 1`;
}

function notReplaced(loads: readonly Load[], indicator?: number): string {
  const rows = loads
    .filter((load) => !load.undone)
    .flatMap((load) => load.scopes.map((s) => `(${s.indicator}, ${s.level ?? "NULL"}, ${s.period ?? "NULL"}, ${load.number})`));
  if (rows.length === 0) return "true";
  const key = indicator === undefined ? "s.indicator = r.indicator" : "true";
  return `NOT EXISTS (SELECT 1 FROM (VALUES ${rows.join(", ")}) s(indicator, level, period, load) WHERE ${key} AND s.load > r.load AND (s.level IS NULL OR s.level = r.level) AND (s.period IS NULL OR s.period = r.period))`;
}
