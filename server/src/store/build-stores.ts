import { createHash } from "node:crypto";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { type CatalogueData, type Coverage, openCatalogue, type PartialSum } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { status } from "@peil/core/model/status.ts";
import { periodOfId } from "@peil/core/model/period.ts";
import { compile } from "@peil/core/query/compile.ts";
import { deriveLineage, type Lineage } from "@peil/core/query/lineage.ts";
import { guardOf } from "@peil/core/disclosure/rule.ts";
import { type Guarded, type Guards, guardsOf } from "@peil/core/disclosure/families.ts";
import type { Solver } from "@peil/core/disclosure/linear-programme.ts";
import { buildFlows, withFlows } from "./build-flows.ts";
import type { Stores } from "./cubes.ts";
import type { Load } from "./documents.ts";
import { openEngine, rowsOf } from "./duckdb.ts";
import { attachPrevious, type GuardRecord, type GuardReport, guardsFlat, type PreviousGuards } from "./guard.ts";
import { guardCube } from "./guard-cube.ts";
import { guardFlat } from "./guard-flat.ts";
import { formulasAtPublish, makeFormula, withoutMade } from "./guard-formulas.ts";
import { ints, quote } from "./literals.ts";
import { effectiveCubeSql, effectiveFlatSql } from "./loads.ts";
import { type CubePlace, printPlan } from "./print-plan.ts";
import { allocate } from "./allocation.ts";
import { fillGapTable, gapRuleOf } from "./estimates.ts";
import * as rollup from "./rollup.ts";
import { cubeGrain, flatGrain } from "./rollup-grain.ts";
import { periodRollups } from "./rollup-periods.ts";
import { fillRollupTables, modeOf, periodMode } from "./rollup-tables.ts";
import { runAll, storeFile, writeStore } from "./store-files.ts";

/** Counts up when the same input would give other figures: unchanged content then still gives a new store. */
const rulesVersion = 4;

/** What a release's figures are made from. `indicators` of `data` are only those that will be published. */
export type StoreInput = {
  readonly folder: string;
  readonly data: CatalogueData;
  readonly loads: readonly Load[];
  readonly memory?: string;
  readonly threads?: number;
  readonly progress?: (text: { nl: string; en: string }) => void;
  /** For disclosure control: the solver, and the release that is current. */
  readonly solver: Solver;
  readonly previous?: PreviousGuards;
};

/** The files of a release, where it has figures, and how many. */
export type BuiltStores = {
  readonly stores: Stores;
  readonly coverage: readonly Coverage[];
  readonly partialSums: readonly PartialSum[];
  /** Number of the newest load of each stored indicator. */
  readonly newestLoad: ReadonlyMap<number, number>;
  readonly figures: number;
  /** What disclosure control decided, and whether it holds. */
  readonly guards: GuardRecord;
};

type Build = {
  readonly input: StoreInput;
  readonly connection: DuckDBConnection;
  readonly lineage: Lineage;
  readonly shared: string;
  readonly guards: Guards;
  readonly reports: GuardReport[];
  /** Whether figures are estimated over time for any indicator. */
  readonly hasGaps: boolean;
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
    const build: Build = { input, connection, lineage, shared: sharedDigest(input.data), guards: guardsOf(input.data.indicators), reports: [], hasGaps };
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

function sha(text: string): string {
  return createHash("sha256").update(text).digest("hex");
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

/** A digest of rows that does not depend on their order. */
async function rowsDigest(connection: DuckDBConnection, relation: string, columns: string): Promise<string> {
  const [row] = await rowsOf(
    connection,
    `SELECT count(*)::VARCHAR AS n, bit_xor(hash(${columns}))::VARCHAR AS x, sum(hash(${columns})::HUGEINT)::VARCHAR AS s FROM ${relation}`,
  );
  return `${row?.["n"]}/${row?.["x"]}/${row?.["s"]}`;
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
  const base = sha(JSON.stringify([build.shared, "cube", columns, ruleOf(cube), digest]));
  const guard = build.guards.cubes.find((each) => each.indicator.id === cube.id);
  const known = guard === undefined ? base : keptCube(build, cube, base);
  if (known !== undefined && existsSync(storeFile(input.folder, known))) return known;
  await connection.run("CREATE OR REPLACE TEMP TABLE keep AS SELECT * FROM ind");
  await connection.run(`DELETE FROM ind WHERE indicator <> ${cube.id}`);
  await runAll(connection, periodRollups(grain, build.hasGaps));
  await runAll(connection, [rollup.presence(grain), rollup.identical(grain), rollup.chooseFeeding(grain), rollup.passIdentical(grain)]);
  for (const level of input.data.levels) await connection.run(rollup.sumUp(grain, level.id));
  await connection.run("DELETE FROM ind; INSERT INTO ind SELECT * FROM keep");
  await connection.run(rollup.clearFlags());
  const hash = guard === undefined ? base : await guardedHash(build, guard, base);
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

/** The column of flags of a cube, where there are any: a column that holds nothing costs as much to sort as any other. */
async function flagColumn(connection: DuckDBConnection): Promise<"flag, " | ""> {
  const [row] = await rowsOf(connection, "SELECT 1 FROM r WHERE flag <> 0 LIMIT 1");
  return row === undefined ? "" : "flag, ";
}

/** The store of a guarded cube in the current release, where nothing that decides about it changed. */
function keptCube(build: Build, cube: Indicator, base: string): string | undefined {
  const { previous } = build.input;
  const before = previous?.record.reports.find((each) => each.key === `cube:${cube.code.toLowerCase()}`);
  if (previous === undefined || before?.inputs !== base) return undefined;
  const hash = previous.stores.cubes[cube.id];
  if (hash !== undefined && existsSync(storeFile(build.input.folder, hash))) build.reports.push(before);
  return hash;
}

/** Decides about a cube and gives the name of its store: what it is made from, and what is hidden. */
async function guardedHash(build: Build, cube: Guarded, base: string): Promise<string> {
  const { connection, input, lineage } = build;
  const previous = await attachPrevious(connection, input.folder, input.previous?.stores.cubes[cube.indicator.id]);
  const catalogue = openCatalogue(input.data);
  const report = await guardCube({ connection, catalogue, lineage, solver: input.solver, cube, inputs: base, ...(previous ? { previous: previous.name } : {}) });
  await previous?.detach();
  build.reports.push(report);
  const members = (cube.indicator.dimensionLevels ?? []).map((_, i) => `m${i + 1}`).join(", ");
  return sha(JSON.stringify([base, await rowsDigest(connection, "hidden", `level, period, area, ${members}, decision`)]));
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

/** The flat store of the current release, where nothing that decides about it changed. */
function keptFlat({ input, reports }: Build, base: string): string | undefined {
  const { previous } = input;
  if (previous?.record.flat !== base || !existsSync(storeFile(input.folder, previous.stores.flat))) return undefined;
  reports.push(...previous.record.reports.filter((each) => each.key.startsWith("flat:")));
  return previous.stores.flat;
}

/** Makes what is computed at publish, decides what is hidden and gives the name of the store: what it is made from, and what is hidden. */
async function guardedFlatHash(build: Build, cubes: Readonly<Record<string, string>>, base: string): Promise<string> {
  const { connection, input, lineage, guards, shared } = build;
  const places = await attachCubes(build, cubes);
  for (const each of formulasAtPublish(input.data.indicators)) {
    const coverage = await coverageOf(build, cubes, "r");
    await makeFormula(connection, input.data, coverage, { flat: "r", texts: "texts", cube: (id) => places.get(id) }, each);
  }
  for (const hash of Object.values(cubes)) await connection.run(`DETACH c_${hash.slice(0, 24)}`);
  const previous = await attachPrevious(connection, input.folder, input.previous?.stores.flat);
  const before = previous === undefined ? {} : { previous: { flat: previous.name, reports: input.previous?.record.reports ?? [] } };
  const catalogue = openCatalogue(input.data);
  build.reports.push(...(await guardFlat({ connection, catalogue, lineage, guards, solver: input.solver, shared, ...before })));
  await previous?.detach();
  await connection.run(`CREATE OR REPLACE TEMP TABLE kept AS SELECT r.indicator, r.level, r.period, r.area, r.value, h.decision FROM r JOIN hidden h USING (indicator, level, period, area) WHERE r.status = 0;
CREATE OR REPLACE TEMP TABLE shown AS SELECT r.* REPLACE (CASE WHEN k.decision IS NULL THEN r.value END AS value, CASE WHEN k.decision IS NULL THEN r.status ELSE ${status.private} END::UTINYINT AS status),
coalesce(k.decision, 0)::UTINYINT AS decision FROM r LEFT JOIN kept k USING (indicator, level, period, area)`);
  return sha(JSON.stringify([base, await rowsDigest(connection, "kept", "indicator, level, period, area, decision")]));
}

/** Weighted indicators, those whose weight is ready first. */
async function weighAll(build: Build, flat: readonly Indicator[], cubes: Readonly<Record<string, string>>): Promise<void> {
  const byCode = new Map(flat.map((each) => [each.code.toLowerCase(), each]));
  const weights = new Set(flat.filter((each) => modeOf(each) === "weighted").map((each) => each.weight?.toLowerCase() ?? ""));
  const done = new Set<string>();
  const waiting = [...weights].flatMap((code) => byCode.get(code) ?? []);
  while (waiting.length > 0) {
    const ready = waiting.findIndex(
      (each) => each.weight === undefined || modeOf(each) !== "weighted" || done.has(each.weight.toLowerCase()),
    );
    const [weight] = waiting.splice(Math.max(ready, 0), 1);
    if (weight === undefined) return;
    await fillWeight(build, weight, cubes);
    await build.connection.run(rollup.weighUp(weight.id));
    done.add(weight.code.toLowerCase());
  }
}

/** Makes the table `w`: the weight on every level that feeds one of the indicators that it weighs. */
async function fillWeight(build: Build, weight: Indicator, cubes: Readonly<Record<string, string>>): Promise<void> {
  const { connection, input } = build;
  if (weight.formula === undefined) {
    const period = weight.periodType === "independent" ? "NULL::INTEGER" : "period";
    const newest =
      weight.periodType === "independent" ? " QUALIFY row_number() OVER (PARTITION BY level, area ORDER BY period DESC) = 1" : "";
    await connection.run(
      `CREATE OR REPLACE TEMP TABLE w AS SELECT level, ${period} AS period, area, value, status, flag FROM r WHERE indicator = ${weight.id}${newest}`,
    );
    return;
  }
  await connection.run("CREATE OR REPLACE TEMP TABLE w(level INTEGER, period INTEGER, area INTEGER, value DOUBLE, status UTINYINT, flag UTINYINT)");
  const places = await attachCubes(build, cubes);
  const catalogue = openCatalogue(withoutMade(input.data), await coverageOf(build, cubes, "r"));
  const asked = await rowsOf(
    connection,
    `SELECT DISTINCT c.child_level AS level, c.period FROM chosen c JOIN ind i ON i.indicator = c.indicator WHERE i.weight = ${weight.id}`,
  );
  for (const level of input.data.levels) {
    const codes = asked.filter((row) => row["level"] === level.id).map((row) => periodOfId(Number(row["period"])).code);
    if (codes.length === 0) continue;
    const compiled = compile(
      {
        indicators: [weight.code],
        level: level.alias,
        areas: { kind: "all" },
        compare: [],
        periods: { kind: "list", codes },
        by: [],
        members: [],
        pseudo: true,
      },
      catalogue,
    );
    for (const part of compiled.parts) {
      const { sql, flags } = printPlan(part.plan, { flat: "r", texts: "texts", cube: (id) => places.get(id) });
      await connection.run(`INSERT INTO w SELECT ${level.id}, period, area, value, status, ${flags ? "flag" : "0"} FROM (${sql})`);
    }
  }
  for (const hash of Object.values(cubes)) await connection.run(`DETACH c_${hash.slice(0, 24)}`);
}

async function attachCubes(build: Build, cubes: Readonly<Record<string, string>>): Promise<Map<number, CubePlace>> {
  const places = new Map<number, CubePlace>();
  for (const [id, hash] of Object.entries(cubes)) {
    const name = `c_${hash.slice(0, 24)}`;
    await build.connection.run(`ATTACH IF NOT EXISTS ${quote(storeFile(build.input.folder, hash))} AS ${name} (READ_ONLY)`);
    places.set(Number(id), { cells: `${name}.cells`, present: `${name}.present`, plain: false, exact: false });
  }
  return places;
}

/** Where there are figures: from the finished stores. */
async function measure(build: Build, stores: Stores): Promise<Omit<BuiltStores, "stores" | "guards">> {
  const { connection, input } = build;
  await connection.run(`ATTACH ${quote(storeFile(input.folder, stores.flat))} AS done (READ_ONLY)`);
  await attachCubes(build, stores.cubes);
  const coverage = await coverageOf(build, stores.cubes, "done.flat");
  const names = ["done", ...Object.values(stores.cubes).map((hash) => `c_${hash.slice(0, 24)}`)];
  const over = (columns: string, table: string): string =>
    names.map((name) => `SELECT ${columns} FROM ${name}.${table}`).join(" UNION ALL ");
  const [row] = await rowsOf(connection, `SELECT sum(figures)::DOUBLE AS n FROM (${over("figures", "facts")})`);
  const partial = await rowsOf(connection, `SELECT * FROM (${over("indicator, level, period, area, missing", "partial")}) ORDER BY ALL`);
  const partialSums = partial.map((each) => ({
    indicator: Number(each["indicator"]),
    level: Number(each["level"]),
    period: Number(each["period"]),
    area: Number(each["area"]),
    missing: Number(each["missing"]),
  }));
  const newest = await rowsOf(
    connection,
    [
      "SELECT indicator, max(load) AS load FROM done.flat WHERE load IS NOT NULL GROUP BY indicator",
      ...Object.entries(stores.cubes).map(
        ([id, hash]) => `SELECT ${Number(id)} AS indicator, max(load) AS load FROM c_${hash.slice(0, 24)}.cells`,
      ),
    ].join(" UNION ALL "),
  );
  const newestLoad = new Map(newest.map((each) => [Number(each["indicator"]), Number(each["load"])]));
  return { coverage, partialSums, newestLoad, figures: Number(row?.["n"] ?? 0) };
}

/** Coverage of the flat table given and of the attached cubes. What is only *not available* or *incomplete* does not count. */
async function coverageOf(build: Build, cubes: Readonly<Record<string, string>>, flat: string): Promise<Coverage[]> {
  const lists =
    "list_sort(list(DISTINCT period) FILTER (figures AND loaded)) AS loaded, list_sort(list(DISTINCT period) FILTER (figures AND NOT loaded)) AS computed, list_sort(list(DISTINCT period) FILTER (NOT figures)) AS incomplete, bool_or(flagged) AS flagged";
  const counts = `status < 5 OR status = ${status.private}`;
  const parts = [
    `SELECT indicator, level, ${lists} FROM (SELECT indicator, level, period, bool_or(${counts}) AS figures, bool_or(load IS NOT NULL) AS loaded, bool_or(flag <> 0) AS flagged FROM ${flat} WHERE status <> ${status.notAvailable} GROUP BY ALL) GROUP BY ALL`,
    ...Object.entries(cubes).map(
      ([id, hash]) =>
        `SELECT ${Number(id)} AS indicator, level, ${lists} FROM (SELECT level, period, bool_or(loaded) AS loaded, true AS figures, (SELECT flagged FROM c_${hash.slice(0, 24)}.facts) AS flagged FROM c_${hash.slice(0, 24)}.present GROUP BY ALL) GROUP BY ALL`,
    ),
  ];
  const rows = await rowsOf(build.connection, parts.join(" UNION ALL "));
  const numbers = (list: unknown): number[] => (Array.isArray(list) ? list.map(Number) : []);
  return rows
    .map((row) => ({
      indicator: Number(row["indicator"]),
      level: Number(row["level"]),
      loaded: numbers(row["loaded"]),
      computed: numbers(row["computed"]),
      ...(numbers(row["incomplete"]).length > 0 ? { incomplete: numbers(row["incomplete"]) } : {}),
      ...(row["flagged"] === true ? { flagged: true as const } : {}),
    }))
    .sort((a, b) => a.indicator - b.indicator || a.level - b.level);
}
