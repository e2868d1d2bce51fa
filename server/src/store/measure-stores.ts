import type { Coverage, PartialSum } from "@peil/core/model/catalogue.ts";
import { status } from "@peil/core/model/status.ts";
import type { Stores } from "./cubes.ts";
import { rowsOf } from "./duckdb.ts";
import { quote } from "./literals.ts";
import type { CubePlace } from "./print-plan.ts";
import type { Build } from "./store-build.ts";
import { storeFile } from "./store-files.ts";

/** What is known of finished stores. */
export type Measured = {
  readonly coverage: readonly Coverage[];
  readonly partialSums: readonly PartialSum[];
  /** Number of the newest load of each stored indicator. */
  readonly newestLoad: ReadonlyMap<number, number>;
  readonly figures: number;
};

/** Attaches the cubes of a release being built, and says where each is. */
export async function attachCubes(build: Build, cubes: Readonly<Record<string, string>>): Promise<Map<number, CubePlace>> {
  const places = new Map<number, CubePlace>();
  for (const [id, hash] of Object.entries(cubes)) {
    const name = `c_${hash.slice(0, 24)}`;
    await build.connection.run(`ATTACH IF NOT EXISTS ${quote(storeFile(build.input.folder, hash))} AS ${name} (READ_ONLY)`);
    places.set(Number(id), { cells: `${name}.cells`, present: `${name}.present`, plain: false, exact: false });
  }
  return places;
}

/** Where there are figures: from the finished stores. */
export async function measure(build: Build, stores: Stores): Promise<Measured> {
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
export async function coverageOf(build: Build, cubes: Readonly<Record<string, string>>, flat: string): Promise<Coverage[]> {
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
