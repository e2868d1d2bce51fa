import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { type Catalogue, openCatalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { parseSelection } from "@peil/core/query/address.ts";
import { assemble } from "@peil/core/query/assemble.ts";
import { compile } from "@peil/core/query/compile.ts";
import { deriveLineage } from "@peil/core/query/lineage.ts";
import { readHeld } from "../server/src/store/build-flows.ts";
import { runPlan } from "../server/src/store/cubes-duckdb.ts";
import { openEngine } from "../server/src/store/duckdb.ts";
import { type FlowPlace, flowPlaceOf } from "../server/src/store/flow-place.ts";
import { decide, storeStatements, takeRecords } from "../server/src/store/rollup-flows.ts";
import { fillRollupTables } from "../server/src/store/rollup-tables.ts";
import type { Bench, Result } from "./bench.ts";

const towns = 300;
const provinces = 5;
const years = 15;

function text(nl: string): { nl: string } {
  return { nl };
}

function level(id: number, alias: string) {
  return {
    id,
    division: alias,
    alias,
    base: alias,
    name: text(alias),
    plural: text(alias),
    type: "area" as const,
    covers: true,
    sequence: id,
  };
}

const levels = [level(1, "country"), level(2, "province"), level(3, "town")];
const areas = [
  { id: 1, level: 1, code: "L", name: text("L"), sequence: 1, pseudo: false },
  ...Array.from({ length: provinces }, (_, n) => ({
    id: 10 + n,
    level: 2,
    code: `P${n}`,
    name: text(`P${n}`),
    sequence: n,
    pseudo: false,
  })),
  ...Array.from({ length: towns }, (_, n) => ({ id: 1000 + n, level: 3, code: `T${n}`, name: text(`T${n}`), sequence: n, pseudo: false })),
];
const tables = [
  {
    childLevel: 3,
    parentLevel: 2,
    links: Array.from({ length: towns }, (_, n) => ({ child: 1000 + n, parent: 10 + (n % provinces), weight: 1 })),
  },
  { childLevel: 2, parentLevel: 1, links: Array.from({ length: provinces }, (_, n) => ({ child: 10 + n, parent: 1, weight: 1 })) },
];
const indicator: Indicator = {
  id: 1,
  code: "flow",
  shape: "flow",
  name: text("flow"),
  unit: text(""),
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
};

/** Every pair of towns in every year; or about 10 600 pairs, all with themselves and their neighbours by number. */
function recordsSql(sparse: boolean): string {
  const kept = sparse ? " WHERE a = b OR hash(a * 1000 + b) % 1000 < 115" : "";
  return `SELECT 3 AS level, (1000001 + (2010 + y) * 100)::INTEGER AS period, (1000 + a)::INTEGER AS area, 3 AS to_level, (1000 + b)::INTEGER AS to_area,
(hash(a * 7 + b * 13 + y) % 500)::DOUBLE AS value, 0::UTINYINT AS status, 1 AS load FROM range(${towns}) x(a), range(${towns}) z(b), range(${years}) t(y)${kept}`;
}

const questions: readonly (readonly [string, string])[] = [
  ["one town: out to all, 15 years", "level=town&area=T7&flow=out"],
  ["one town: net with all, 15 years", "level=town&area=T7&flow=net&partner=town"],
  ["one town: in, top 10", "level=town&area=T7&flow=in&partner=town&top=10"],
  ["all towns: gross, 15 years", "level=town&flow=gross"],
  ["provinces × provinces: net, 15 years", "level=province&flow=net&partner=province"],
  ["one province × all towns, 15 years", "level=province&area=P1&flow=out&partner=town"],
];

async function median(run: () => Promise<unknown>, times: number): Promise<number> {
  const list: number[] = [];
  for (let n = 0; n < times; n++) {
    const start = performance.now();
    await run();
    list.push(performance.now() - start);
  }
  return list.sort((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN;
}

async function ask(connection: DuckDBConnection, catalogue: Catalogue, place: FlowPlace, question: string): Promise<number> {
  const compiled = compile(parseSelection(`indicator=flow&period=all&${question}`), catalogue);
  const places = { flat: "", texts: "", cube: () => undefined, flow: () => place };
  const rows = await Promise.all(compiled.parts.map((part) => runPlan(connection, part.plan, places)));
  return assemble(compiled, rows, catalogue, "").values.length;
}

async function measure(sparse: boolean): Promise<readonly Result[]> {
  const name = sparse ? "10 600 pairs" : "300 × 300 pairs";
  const folder = mkdtempSync(join(tmpdir(), "peil-flows-"));
  const engine = await openEngine({ memory: "1GB", threads: 2 });
  const connection = await engine.connect();
  try {
    const file = join(folder, "flow.duckdb");
    const start = performance.now();
    await connection.run(`ATTACH '${file}' AS out`);
    await fillRollupTables(connection, { levels, areas, lineage: deriveLineage({ levels, areas, tables }), indicators: [indicator] });
    await connection.run(takeRecords(recordsSql(sparse), "directed"));
    for (const statement of [...decide, ...storeStatements(1)]) await connection.run(statement);
    await connection.run("CHECKPOINT out");
    const built = performance.now() - start;
    const held = await readHeld(connection, 1, "out");
    const site = {
      name: text(""),
      motto: text(""),
      homeLevel: "town",
      benchmarkLevels: [],
      benchmark: { level: "country", area: "L" },
      style: "",
    };
    const empty = { dimensions: [], dimensionLevels: [], members: [], memberLinks: [], sources: [], themes: [] };
    const catalogue = openCatalogue({ ...empty, site, levels, areas, tables, indicators: [indicator] }, held.coverage);
    const place = await flowPlaceOf(connection, "out");
    const out: Result[] = [
      { name: `${name}: figures`, value: held.figures, unit: "" },
      { name: `${name}: building`, value: built, unit: "ms" },
      { name: `${name}: file`, value: statSync(file).size / 1e6, unit: "MB" },
    ];
    for (const [what, question] of questions) {
      out.push({ name: `${name}: ${what}, p50`, value: await median(() => ask(connection, catalogue, place, question), 15), unit: "ms" });
    }
    // What one order alone would cost: what comes in to a town, read from the half that is sorted by departure.
    const both = await median(
      () => connection.run("SELECT period, sum(value) FROM out.flows WHERE side = 1 AND tbl = 1 AND area = 1007 GROUP BY 1"),
      15,
    );
    const one = await median(
      () => connection.run("SELECT period, sum(value) FROM out.flows WHERE side = 0 AND tbl = 1 AND other = 1007 GROUP BY 1"),
      15,
    );
    out.push({ name: `${name}: in-flows of a town by the other order / by this`, value: one / both, unit: "×" });
    return out;
  } finally {
    connection.closeSync();
    engine.closeSync();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Flows between 300 areas in 15 years: all pairs, and as few as commuting has. */
export const flowsBench: Bench = {
  name: "flows",
  async run() {
    return [...(await measure(false)), ...(await measure(true))];
  },
};
