import type { DuckDBConnection } from "@duckdb/node-api";
import { type Area, holdsObjects, type Level } from "@peil/core/model/area.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import type { Lineage } from "@peil/core/query/lineage.ts";
import { int, quote } from "./literals.ts";

/** How figures of an indicator reach a coarser level. */
export type Mode = "sum" | "weighted" | "none";

/** Whether figures add up, are weighed, or stay where they were loaded. */
export function modeOf(indicator: Indicator): Mode {
  if (!indicator.aggregatesAreas) return "none";
  if (indicator.dataType === "count") return "sum";
  const weighable = indicator.dataType === "percentage" || indicator.dataType === "ratio" || indicator.dataType === "mean";
  return weighable && indicator.weight !== undefined && indicator.shape === "flat" ? "weighted" : "none";
}

/** How parts of a year become a year; a flow adds up only where its figures are counts. */
export function periodMode(indicator: Indicator): "stock" | "mean-stock" | "flow" | "none" {
  if (!indicator.aggregatesPeriods || indicator.dataType === "text" || indicator.dataType === "label") return "none";
  if (indicator.periodType === "stock" || indicator.periodType === "mean-stock") return indicator.periodType;
  return indicator.periodType === "flow" && indicator.dataType === "count" ? "flow" : "none";
}

/** Fills the tables that the SQL of `rollup.ts` works with, from the lineage of the levels and the indicators' properties. */
export async function fillRollupTables(
  connection: DuckDBConnection,
  input: {
    readonly levels: readonly Level[];
    readonly areas: readonly Area[];
    readonly lineage: Lineage;
    readonly indicators: readonly Indicator[];
  },
): Promise<void> {
  const { levels, areas, lineage, indicators } = input;
  const sequence = new Map(levels.map((level) => [level.id, level.sequence]));
  const pseudo = new Set(areas.filter((area) => area.pseudo).map((area) => area.id));
  await connection.run(`CREATE TABLE area(id INTEGER, level INTEGER, pseudo BOOLEAN);
CREATE TABLE feed(child_level INTEGER, child INTEGER, parent_level INTEGER, parent INTEGER, weight DOUBLE, "real" BOOLEAN);
CREATE TABLE rank(child_level INTEGER, parent_level INTEGER, rank INTEGER);
CREATE TABLE same(level INTEGER, area INTEGER, from_level INTEGER, from_area INTEGER, rank INTEGER);
CREATE TABLE vintage(level INTEGER, base VARCHAR, objects BOOLEAN);
CREATE TABLE ind(indicator INTEGER, mode VARCHAR, periods VARCHAR, zero BOOLEAN, partial BOOLEAN, weight INTEGER)`);

  await insert(
    connection,
    "vintage",
    levels.map((level) => `(${int(level.id)},${quote(level.base)},${holdsObjects(level)})`),
  );
  const area = await connection.createAppender("area");
  for (const each of areas) {
    area.appendInteger(each.id);
    area.appendInteger(each.level);
    area.appendBoolean(each.pseudo);
    area.endRow();
  }
  area.closeSync();

  const feed = await connection.createAppender("feed");
  for (const path of lineage.paths) {
    for (const link of path.links) {
      feed.appendInteger(path.childLevel);
      feed.appendInteger(link.child);
      feed.appendInteger(path.parentLevel);
      feed.appendInteger(link.parent);
      feed.appendDouble(link.weight);
      feed.appendBoolean(!pseudo.has(link.child));
      feed.endRow();
    }
  }
  feed.closeSync();

  const byId = new Map(indicators.map((each) => [each.code.toLowerCase(), each.id]));
  const ranks = lineage.paths.map((path) => [
    path.childLevel,
    path.parentLevel,
    path.steps * 100_000 + (sequence.get(path.childLevel) ?? 0),
  ]);
  await insert(
    connection,
    "rank",
    ranks.map((row) => `(${row.map(int).join(",")})`),
  );
  await insert(
    connection,
    "same",
    lineage.identities.map((each) => {
      const distance = Math.abs((sequence.get(each.level) ?? 0) - (sequence.get(each.fromLevel) ?? 0));
      return `(${[each.level, each.area, each.fromLevel, each.fromArea, distance].map(int).join(",")})`;
    }),
  );
  await insert(
    connection,
    "ind",
    indicators.map((each) => {
      const weight = each.weight === undefined ? undefined : byId.get(each.weight.toLowerCase());
      return `(${int(each.id)},'${modeOf(each)}','${periodMode(each)}',${each.absent === "zero"},${each.partialSums === true},${weight === undefined ? "NULL" : int(weight)})`;
    }),
  );
  await connection.run(`CREATE TABLE need AS SELECT child_level, parent_level, parent, count(*) FILTER ("real") AS n FROM feed GROUP BY ALL;
CREATE TABLE vacant AS SELECT k.child_level, k.parent_level, a.id AS parent FROM rank k JOIN vintage v ON v.level = k.child_level AND v.objects
JOIN area a ON a.level = k.parent_level AND NOT a.pseudo WHERE NOT EXISTS (SELECT 1 FROM feed f WHERE f.child_level = k.child_level AND f.parent = a.id);
CREATE TABLE back AS SELECT f.child_level AS level, f.child AS area, f.parent_level AS from_level, f.parent AS from_area
FROM feed f JOIN vintage v ON v.level = f.child_level JOIN vintage w ON w.level = f.parent_level AND w.base = v.base WHERE f."real"`);
}

async function insert(connection: DuckDBConnection, table: string, rows: readonly string[]): Promise<void> {
  for (let start = 0; start < rows.length; start += 5000) {
    await connection.run(`INSERT INTO ${table} VALUES ${rows.slice(start, start + 5000).join(",")}`);
  }
}
