import { createHash } from "node:crypto";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Guards } from "@peil/core/disclosure/families.ts";
import type { Solver } from "@peil/core/disclosure/linear-programme.ts";
import type { CatalogueData } from "@peil/core/model/catalogue.ts";
import type { Lineage } from "@peil/core/query/lineage.ts";
import type { Load } from "./documents.ts";
import { rowsOf } from "./duckdb.ts";
import type { GuardReport, PreviousGuards } from "./guard.ts";

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

/** A build under way. */
export type Build = {
  readonly input: StoreInput;
  readonly connection: DuckDBConnection;
  readonly lineage: Lineage;
  readonly shared: string;
  readonly guards: Guards;
  readonly reports: GuardReport[];
  /** Whether figures are estimated over time for any indicator. */
  readonly hasGaps: boolean;
};

/** A digest of a text. */
export function sha(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** A digest of rows that does not depend on their order. */
export async function rowsDigest(connection: DuckDBConnection, relation: string, columns: string): Promise<string> {
  const [row] = await rowsOf(
    connection,
    `SELECT count(*)::VARCHAR AS n, bit_xor(hash(${columns}))::VARCHAR AS x, sum(hash(${columns})::HUGEINT)::VARCHAR AS s FROM ${relation}`,
  );
  return `${row?.["n"]}/${row?.["x"]}/${row?.["s"]}`;
}
