import type { DuckDBConnection } from "@duckdb/node-api";
import type { AggregationTable, Area, Level } from "@peil/core/model/area.ts";
import { openCatalogue } from "@peil/core/model/catalogue.ts";
import type { Cube } from "@peil/core/model/cube.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { parsePeriod } from "@peil/core/model/period.ts";
import { assemble } from "@peil/core/query/assemble.ts";
import { compile } from "@peil/core/query/compile.ts";
import { deriveLineage } from "@peil/core/query/lineage.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import { readHeld } from "../src/store/build-flows.ts";
import { runPlan } from "../src/store/cubes-duckdb.ts";
import { flowPlaceOf } from "../src/store/flow-place.ts";
import { decide, storeStatements, takeRecords } from "../src/store/rollup-flows.ts";
import { fillRollupTables } from "../src/store/rollup-tables.ts";

/** A small world: towns a … e and abroad (z), provinces p (a, b) and q (c, d, e), new towns of which m is b and c, and the country of all but z. */
export const towns = ["a", "b", "c", "d", "e", "z"] as const;
const names = { land: ["L"], province: ["p", "q"], new: ["a", "m", "d", "e", "z"], town: [...towns] } as const;
/** The levels of the world. */
export type LevelName = keyof typeof names;
/** Levels, coarse to fine. */
export const levelNames = Object.keys(names) as LevelName[];
/** Codes of the areas of a level. */
export const areasOf = (level: LevelName): readonly string[] => names[level];

/** The towns that an area is made of. */
export function partsOf(level: LevelName, code: string): readonly string[] {
  if (level === "land") return ["a", "b", "c", "d", "e"];
  if (level === "province") return code === "p" ? ["a", "b"] : ["c", "d", "e"];
  return level === "new" && code === "m" ? ["b", "c"] : [code];
}

const levelId = (level: LevelName): number => levelNames.indexOf(level) + 1;
const areaId = (level: LevelName, code: string): number => levelId(level) * 100 + areasOf(level).indexOf(code);

const levels: Level[] = levelNames.map((alias, i) => ({
  id: i + 1,
  division: alias,
  alias,
  base: alias === "new" ? "town" : alias,
  name: { nl: alias },
  plural: { nl: alias },
  type: "area",
  covers: true,
  sequence: i + 1,
}));
const areas: Area[] = levelNames.flatMap((level) =>
  areasOf(level).map((code, i) => ({
    id: areaId(level, code),
    level: levelId(level),
    code,
    name: { nl: code },
    sequence: i,
    pseudo: code === "z",
  })),
);
const tables: AggregationTable[] = (["land", "province", "new"] as const).map((parent) => ({
  childLevel: levelId("town"),
  parentLevel: levelId(parent),
  links: areasOf(parent).flatMap((code) =>
    partsOf(parent, code).map((town) => ({ child: areaId("town", town), parent: areaId(parent, code), weight: 1 })),
  ),
}));

/** A record from town to town: a figure, or a state by its byte. */
export type Entry = { readonly from: string; readonly to: string; readonly value: number; readonly status: number };

const period = parsePeriod("2024");

/** The flow of the world. */
export function flowOf(properties: Partial<Indicator>): Indicator {
  return {
    id: 1,
    code: "flow",
    shape: "flow",
    name: { nl: "" },
    unit: { nl: "" },
    kind: "register",
    dataType: "count",
    periodType: "flow",
    rating: "neutral",
    aggregatesAreas: true,
    aggregatesPeriods: true,
    absent: "empty",
    visible: true,
    searchable: true,
    sequence: 1,
    ...properties,
  };
}

/** Prepares the records as a release does, and answers questions by the way that every answer goes. */
export async function openWorld(connection: DuckDBConnection, indicator: Indicator, entries: readonly Entry[]) {
  await connection.run("ATTACH ':memory:' AS out");
  await fillRollupTables(connection, { levels, areas, lineage: deriveLineage({ levels, areas, tables }), indicators: [indicator] });
  const level = levelId("town");
  const rows = entries.map(
    (each) =>
      `(${level}, ${period.id}, ${areaId("town", each.from)}, ${level}, ${areaId("town", each.to)}, ${each.status === 0 ? each.value : "NULL"}, ${each.status}, 1)`,
  );
  await connection.run(
    takeRecords(
      `SELECT l AS level, p AS period, a AS area, tl AS to_level, ta AS to_area, v::DOUBLE AS value, s::UTINYINT AS status, n AS load FROM (VALUES ${rows.join(", ")}) t(l, p, a, tl, ta, v, s, n)`,
      indicator.flow ?? "directed",
    ),
  );
  for (const statement of [...decide, ...storeStatements(indicator.id)]) await connection.run(statement);
  const held = await readHeld(connection, indicator.id, "out");
  const place = await flowPlaceOf(connection, "out");
  const empty = { site: {} as never, dimensions: [], dimensionLevels: [], members: [], memberLinks: [], sources: [], themes: [] };
  const catalogue = openCatalogue({ ...empty, levels, areas, tables, indicators: [indicator] }, held.coverage);
  return {
    async ask(of: LevelName, flow: Selection["flow"]): Promise<Cube> {
      const areaChoice = { areas: { kind: "all" as const }, compare: [], by: [], members: [], pseudo: true };
      const periods = { kind: "list" as const, codes: [period.code] };
      const compiled = compile({ indicators: ["flow"], level: of, ...areaChoice, periods, ...(flow ? { flow } : {}) }, catalogue);
      const places = { flat: "", texts: "", cube: () => undefined, flow: () => place };
      const answers = await Promise.all(compiled.parts.map((part) => runPlan(connection, part.plan, places)));
      return assemble(compiled, answers, catalogue, "");
    },
  };
}
