import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { CatalogueData, Coverage, PartialSum } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { flowKind } from "@peil/core/query/compile-flow.ts";
import type { Load } from "./documents.ts";
import { rowsOf } from "./duckdb.ts";
import { quote } from "./literals.ts";
import { effectiveFlowSql } from "./loads.ts";
import { decide, flowKeys, storeStatements, takeRecords } from "./rollup-flows.ts";
import { periodRollups } from "./rollup-periods.ts";
import { modeOf, periodMode } from "./rollup-tables.ts";
import { runAll, storeFile, writeStore } from "./store-files.ts";

/** Counts up when the same input would give other figures. */
const rulesVersion = 1;

/** What the flows of a release are made from. `shared` is a digest of levels, areas and tables. */
export type FlowsInput = {
  readonly connection: DuckDBConnection;
  readonly folder: string;
  readonly data: CatalogueData;
  readonly loads: readonly Load[];
  readonly shared: string;
  readonly progress?: (text: { nl: string; en: string }) => void;
};

/** The stores of flows, one file each, and what they hold. */
export type BuiltFlows = {
  /** By indicator id the hash that names the file. */
  readonly stores: Readonly<Record<string, string>>;
  readonly coverage: readonly Coverage[];
  readonly partialSums: readonly PartialSum[];
  readonly newestLoad: ReadonlyMap<number, number>;
  readonly figures: number;
};

/** Builds the files of all flows that hold figures, and leaves those that exist already as they are. */
export async function buildFlows(input: FlowsInput): Promise<BuiltFlows> {
  const stores: Record<string, string> = {};
  const out = { coverage: [] as Coverage[], partialSums: [] as PartialSum[], newestLoad: new Map<number, number>(), figures: 0 };
  for (const flow of input.data.indicators.filter((each) => each.shape === "flow" && each.formula === undefined)) {
    input.progress?.({ nl: `stroomcijfers ${flow.code}`, en: `flow ${flow.code}` });
    const hash = await buildFlow(input, flow);
    if (hash === undefined) continue;
    stores[flow.id] = hash;
    const held = await measureFlow(input, flow, hash);
    out.coverage.push(...held.coverage);
    out.partialSums.push(...held.partialSums);
    out.newestLoad.set(flow.id, held.newest);
    out.figures += held.figures;
  }
  return { stores, ...out };
}

/** What a release holds, with its flows. */
export function withFlows<T extends Omit<BuiltFlows, "stores">>(measured: T, flows: BuiltFlows): T {
  return {
    ...measured,
    coverage: [...measured.coverage, ...flows.coverage].sort((a, b) => a.indicator - b.indicator || a.level - b.level),
    partialSums: [...measured.partialSums, ...flows.partialSums],
    newestLoad: new Map([...measured.newestLoad, ...flows.newestLoad]),
    figures: measured.figures + flows.figures,
  };
}

async function buildFlow(input: FlowsInput, flow: Indicator): Promise<string | undefined> {
  const { connection, folder } = input;
  const source = effectiveFlowSql(input.loads, folder, flow.id);
  if (source === undefined) return undefined;
  await connection.run(takeRecords(source, flowKind(flow)));
  const digest = await digestOf(connection);
  if (digest.startsWith("0/")) return undefined;
  const rule = [flow.id, flowKind(flow), modeOf(flow), periodMode(flow), flow.periodType, flow.absent, flow.partialSums === true];
  const hash = createHash("sha256")
    .update(JSON.stringify([input.shared, "flow", rulesVersion, rule, digest]))
    .digest("hex");
  if (existsSync(storeFile(folder, hash))) return hash;
  await connection.run(`CREATE OR REPLACE TEMP TABLE keep AS SELECT * FROM ind; DELETE FROM ind WHERE indicator <> ${flow.id}`);
  await runAll(connection, periodRollups({ part: [], keys: ["to_level", "to_area"] }));
  await runAll(connection, decide);
  await connection.run("DELETE FROM ind; INSERT INTO ind SELECT * FROM keep");
  await writeStore(connection, folder, hash, storeStatements(flow.id));
  return hash;
}

/** A digest of the records that does not depend on their order. */
async function digestOf(connection: DuckDBConnection): Promise<string> {
  const row = `hash(${flowKeys}, value, status)`;
  const [found] = await rowsOf(
    connection,
    `SELECT count(*)::VARCHAR AS n, bit_xor(${row})::VARCHAR AS x, sum(${row}::HUGEINT)::VARCHAR AS s FROM r`,
  );
  return `${found?.["n"]}/${found?.["x"]}/${found?.["s"]}`;
}

async function measureFlow({ connection, folder }: FlowsInput, flow: Indicator, hash: string): Promise<HeldFlow> {
  const name = `f_${hash.slice(0, 24)}`;
  await connection.run(`ATTACH IF NOT EXISTS ${quote(storeFile(folder, hash))} AS ${name} (READ_ONLY)`);
  try {
    return await readHeld(connection, flow.id, name);
  } finally {
    await connection.run(`DETACH ${name}`);
  }
}

/** What the store of one flow holds. */
export type HeldFlow = {
  readonly coverage: readonly Coverage[];
  readonly partialSums: readonly PartialSum[];
  readonly newest: number;
  readonly figures: number;
};

/** Reads what an attached store of a flow holds. @param name of the attached file */
export async function readHeld(connection: DuckDBConnection, indicator: number, name: string): Promise<HeldFlow> {
  const present = await rowsOf(connection, `SELECT level, period, loaded FROM ${name}.present ORDER BY ALL`);
  const partners = await rowsOf(connection, `SELECT side, level, partner FROM ${name}.partners ORDER BY ALL`);
  const [facts] = await rowsOf(connection, `SELECT newest, figures::DOUBLE AS figures FROM ${name}.facts`);
  const partial = await rowsOf(connection, `SELECT level, period, area, missing FROM ${name}.partial ORDER BY ALL`);
  const numbers = (rows: readonly Record<string, unknown>[], column: string): number[] => rows.map((row) => Number(row[column]));
  // A level on which every figure is incomplete has no periods, but can be asked.
  const levels = [...new Set([...numbers(present, "level"), ...numbers(partners, "level")])].sort((a, b) => a - b);
  const coverage = levels.map((level): Coverage => {
    const periods = (loaded: boolean): number[] =>
      numbers(
        present.filter((row) => row["level"] === level && row["loaded"] === loaded),
        "period",
      );
    const ends = (side: number): number[] =>
      numbers(
        partners.filter((row) => row["level"] === level && row["side"] === side),
        "partner",
      );
    return { indicator, level, loaded: periods(true), computed: periods(false), partners: { out: ends(0), in: ends(1) } };
  });
  const partialSums = partial.map((row) => ({
    indicator,
    level: Number(row["level"]),
    period: Number(row["period"]),
    area: Number(row["area"]),
    missing: Number(row["missing"]),
  }));
  return { coverage, partialSums, newest: Number(facts?.["newest"] ?? 0), figures: Number(facts?.["figures"] ?? 0) };
}
