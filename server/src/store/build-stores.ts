import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { guardsOf } from "@peil/core/disclosure/families.ts";
import { guardOf } from "@peil/core/disclosure/rule.ts";
import { type CatalogueData, openCatalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { columnsOf } from "@peil/core/query/compile-cells.ts";
import { deriveLineage } from "@peil/core/query/lineage.ts";
import { allocate } from "./allocation.ts";
import { buildFlows, withFlows } from "./build-flows.ts";
import type { Stores } from "./cubes.ts";
import { openEngine, rowsOf } from "./duckdb.ts";
import { fillGapTable, gapRuleOf } from "./estimates.ts";
import { type GuardRecord, guardsFlat } from "./guard.ts";
import { memberAxis } from "./guard-axes.ts";
import { guardedCubeHash, guardedFlatHash, keptCube, keptFlat } from "./guard-stores.ts";
import { ints } from "./literals.ts";
import { effectiveCubeSql, effectiveFlatSql } from "./loads.ts";
import { type Measured, measure } from "./measure-stores.ts";
import * as rollup from "./rollup.ts";
import { cubeGrain, flatGrain } from "./rollup-grain.ts";
import { periodRollups } from "./rollup-periods.ts";
import { fillRollupTables, modeOf, periodMode } from "./rollup-tables.ts";
import { type Build, rowsDigest, type StoreInput, sha } from "./store-build.ts";
import { runAll, storeFile, writeStore } from "./store-files.ts";
import { weighAll } from "./weigh.ts";

/** Counts up when the same input would give other figures: unchanged content then still gives a new store. */
const rulesVersion = 4;

/** The files of a release, where it has figures, and how many. */
export type BuiltStores = Measured & {
  readonly stores: Stores;
  /** What disclosure control decided, and whether it holds. */
  readonly guards: GuardRecord;
};

/**
 * Builds the files that hold the figures of a release, for every level, and leaves those that exist already as they are:
 * a file is named after the hash of what it is made from.
 */
export async function buildStores(input: StoreInput): Promise<BuiltStores> {
  mkdirSync(join(input.folder, "store"), { recursive: true });
  const work = join(input.folder, `.build-${process.pid}`);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work);
  const engine = await openEngine({
    path: join(work, "work.duckdb"),
    temp: work,
    memory: input.memory ?? "2GB",
    ...(input.threads === undefined ? {} : { threads: input.threads }),
  });
  const connection = await engine.connect();
  // DuckDB 1.5 fails an assertion in this optimiser on "the first of each group" with a nullable order.
  await connection.run("SET disabled_optimizers = 'top_n_window_elimination'");
  try {
    const lineage = deriveLineage(input.data);
    await fillRollupTables(connection, { ...input.data, lineage });
    const hasGaps = await fillGapTable(connection, input.data.indicators);
    const build: Build = {
      input,
      connection,
      lineage,
      shared: sharedDigest(input.data),
      guards: guardsOf(input.data.indicators),
      reports: [],
      hasGaps,
    };
    const cubes: Record<string, string> = {};
    for (const cube of input.data.indicators.filter((each) => each.shape === "cube")) {
      input.progress?.({ nl: `kubus ${cube.code}`, en: `cube ${cube.code}` });
      const hash = await buildCube(build, cube);
      if (hash !== undefined) cubes[cube.id] = hash;
    }
    const flows = await buildFlows({ ...input, connection, shared: build.shared });
    input.progress?.({ nl: "platte onderwerpen", en: "flat indicators" });
    const flat = await buildFlat(build, cubes);
    const stores = { flat: flat.hash, cubes, ...(Object.keys(flows.stores).length > 0 ? { flows: flows.stores } : {}) };
    return { stores, ...withFlows(await measure(build, stores), flows), guards: { flat: flat.base, reports: build.reports } };
  } finally {
    connection.closeSync();
    engine.closeSync();
    rmSync(work, { recursive: true, force: true });
  }
}

/** Of the catalogue what decides the figures of every indicator: levels, areas, tables. Names do not. */
function sharedDigest(data: CatalogueData): string {
  const levels = data.levels.map((each) => [each.id, each.base, each.covers, each.sequence, each.type]);
  const areas = data.areas.map((each) => [each.id, each.level, each.pseudo]);
  const tables = data.tables.map((each) => [
    each.childLevel,
    each.parentLevel,
    each.links.map((link) => [link.child, link.parent, link.weight ?? null]),
  ]);
  const byIds = (a: unknown[], b: unknown[]): number => Number(a[0]) - Number(b[0]) || Number(a[1]) - Number(b[1]);
  return sha(JSON.stringify([rulesVersion, levels.sort(byIds), areas.sort(byIds), tables.sort(byIds)]));
}

/** Of an indicator what decides its figures. */
function ruleOf(each: Indicator): unknown[] {
  return [
    each.id,
    modeOf(each),
    periodMode(each),
    each.periodType,
    each.absent,
    each.partialSums === true,
    each.weight?.toLowerCase() ?? null,
    each.formula ?? null,
    gapRuleOf(each) ?? null,
    each.allocation?.toLowerCase() ?? null,
    guardOf(each) === undefined ? null : [guardOf(each), each.disclosure ?? null, each.step ?? null, each.atPublish ?? false],
  ];
}

async function buildCube(build: Build, cube: Indicator): Promise<string | undefined> {
  const { connection, input } = build;
  const columns = cube.dimensionLevels?.length ?? 0;
  const source = effectiveCubeSql(input.loads, input.folder, cube.id, columns);
  if (source === undefined || columns === 0) return undefined;
  const grain = cubeGrain(columns);
  const keys = grain.keys.join(", ");
  await connection.run(
    `CREATE OR REPLACE TABLE r AS SELECT level, period, area, ${keys}, value, status, load, NULL::INTEGER AS feed, 0::UTINYINT AS flag FROM (${source})`,
  );
  const digest = await rowsDigest(connection, "r", `level, period, area, ${keys}, value, status`);
  if (digest.startsWith("0/")) return undefined;
  const guard = build.guards.cubes.find((each) => each.indicator.id === cube.id);
  const axes = guard === undefined ? null : marginsOf(input.data, cube);
  const base = sha(JSON.stringify([build.shared, "cube", columns, ruleOf(cube), digest, axes]));
  const known = guard === undefined ? base : keptCube(build, cube, base);
  if (known !== undefined && existsSync(storeFile(input.folder, known))) return known;
  await connection.run("CREATE OR REPLACE TEMP TABLE keep AS SELECT * FROM ind");
  await connection.run(`DELETE FROM ind WHERE indicator <> ${cube.id}`);
  await runAll(connection, periodRollups(grain, build.hasGaps));
  await runAll(connection, [rollup.presence(grain), rollup.identical(grain), rollup.chooseFeeding(grain), rollup.passIdentical(grain)]);
  for (const level of input.data.levels) await connection.run(rollup.sumUp(grain, level.id));
  await connection.run("DELETE FROM ind; INSERT INTO ind SELECT * FROM keep");
  await connection.run(rollup.clearFlags());
  const hash = guard === undefined ? base : await guardedCubeHash(build, guard, base);
  if (guard !== undefined && existsSync(storeFile(input.folder, hash))) return hash;
  const [from, decision] = guard === undefined ? ["r", `${await flagColumn(connection)}0::UTINYINT AS decision`] : ["shown", "decision"];
  await writeStore(connection, input.folder, hash, [
    `CREATE TABLE out.cells AS SELECT level, period, area, ${keys}, coalesce(value, 0) AS value, status, ${decision}, load, feed FROM ${from} ORDER BY level, period, area, ${keys}`,
    ...(guard === undefined ? [] : [`CREATE TABLE out.kept AS SELECT * FROM kept ORDER BY level, period, area, ${keys}`]),
    `CREATE TABLE out.partial AS SELECT ${cube.id} AS indicator, parent_level AS level, period, parent AS area, missing FROM chosen WHERE partial ORDER BY ALL`,
    `CREATE TABLE out.present AS ${rollup.presentInCube()}`,
    `CREATE TABLE out.facts AS SELECT ${guard === undefined} AND bool_and(status = 0) AS plain, bool_and(value IS NULL OR value = floor(value)) AND coalesce(sum(abs(value)), 0) < 9007199254740992 AS exact, ${guard === undefined} AND bool_or(flag <> 0) AS flagged, count(*) AS figures, ${guard !== undefined} AS guarded FROM r`,
  ]);
  return hash;
}

/** Which totals of a guarded cube are stored. */
function marginsOf(data: CatalogueData, cube: Indicator): unknown {
  const catalogue = openCatalogue(data);
  return columnsOf(catalogue, cube).map((level) => {
    const { ids, axis } = memberAxis(catalogue, level.id, level.dimension);
    return [ids, axis.sums];
  });
}

/** The column of flags of a cube, where there are any: a column that holds nothing costs as much to sort as any other. */
async function flagColumn(connection: DuckDBConnection): Promise<"flag, " | ""> {
  const [row] = await rowsOf(connection, "SELECT 1 FROM r WHERE flag <> 0 LIMIT 1");
  return row === undefined ? "" : "flag, ";
}

async function buildFlat(build: Build, cubes: Readonly<Record<string, string>>): Promise<{ readonly hash: string; readonly base: string }> {
  const { connection, input } = build;
  const flat = input.data.indicators.filter((each) => each.shape === "flat");
  const held = flat.filter((each) => each.formula === undefined).map((each) => each.id);
  await connection.run(
    `CREATE OR REPLACE TABLE loaded AS SELECT * FROM (${effectiveFlatSql(input.loads, input.folder)}) WHERE indicator IN ${ints(held)}`,
  );
  const digest = await rowsDigest(connection, "loaded", "indicator, level, period, area, value, status, text");
  const rules = flat.map(ruleOf).sort((a, b) => Number(a[0]) - Number(b[0]));
  const usesCubes = flat.some(
    (each) => each.formula !== undefined && flat.some((other) => other.weight?.toLowerCase() === each.code.toLowerCase()),
  );
  const base = sha(JSON.stringify([build.shared, "flat", rules, digest, usesCubes ? cubes : null]));
  const isGuarded = guardsFlat(build.guards);
  const known = isGuarded ? keptFlat(build, base) : base;
  if (known !== undefined && existsSync(storeFile(input.folder, known))) return { hash: known, base };
  const grain = flatGrain;
  await connection.run(
    "CREATE OR REPLACE TABLE r AS SELECT level, period, area, indicator, value, status, load, NULL::INTEGER AS feed, 0::UTINYINT AS flag FROM loaded",
  );
  await runAll(connection, periodRollups(grain, build.hasGaps));
  await runAll(connection, [rollup.presence(grain), rollup.identical(grain), rollup.chooseFeeding(grain), rollup.passIdentical(grain)]);
  for (const level of input.data.levels) await connection.run(rollup.sumUp(grain, level.id));
  await runAll(connection, [rollup.explainGaps(), rollup.fillZeros(), rollup.explainBackward()]);
  await weighAll(build, flat, cubes);
  await allocate(connection, input.data);
  await connection.run(rollup.clearFlags());
  const hash = isGuarded ? await guardedFlatHash(build, cubes, base) : base;
  if (isGuarded && existsSync(storeFile(input.folder, hash))) return { hash, base };
  await writeStore(connection, input.folder, hash, [
    `CREATE TABLE out.flat AS SELECT indicator, level, period, area, value, status, coalesce(flag, 0)::UTINYINT AS flag, ${isGuarded ? "decision" : "0::UTINYINT AS decision"}, load, feed FROM ${isGuarded ? "shown" : "r"} ORDER BY indicator, level, period, area`,
    ...(isGuarded ? ["CREATE TABLE out.kept AS SELECT * FROM kept ORDER BY ALL"] : []),
    `CREATE TABLE out.texts AS SELECT r.indicator, r.level, r.period, r.area, coalesce(l.text, f.text) AS text FROM r
     LEFT JOIN loaded l ON l.indicator = r.indicator AND l.level = r.level AND l.period = r.period AND l.area = r.area
     LEFT JOIN same s ON s.level = r.level AND s.area = r.area AND s.from_level = r.feed
     LEFT JOIN loaded f ON f.indicator = r.indicator AND f.level = s.from_level AND f.period = r.period AND f.area = s.from_area
     WHERE coalesce(l.text, f.text) IS NOT NULL ORDER BY 1, 2, 3, 4`,
    "CREATE TABLE out.partial AS SELECT indicator, parent_level AS level, period, parent AS area, missing FROM chosen WHERE partial ORDER BY ALL",
    "CREATE TABLE out.facts AS SELECT count(*) AS figures FROM r WHERE status < 5",
  ]);
  return { hash, base };
}
