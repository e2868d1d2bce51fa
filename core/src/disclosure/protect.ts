// Placeholder of the lead until the engine's own file replaces it.
import type { Report } from "./audit.ts";
import type { Solver } from "./linear-programme.ts";
import { primaryCells } from "./primary.ts";
import type { Limits, Table } from "./table.ts";
export type Protection = { readonly decision: Uint8Array; readonly report: Report };
export async function protect(table: Table, limits: Limits, options: { solver?: Solver; also?: Uint8Array; exactCells?: number }): Promise<Protection> {
  const hidden = primaryCells(table, limits).map((each, at) => (each === 1 || options.also?.[at] === 1 ? 1 : 0));
  return {
    decision: hidden,
    report: { cells: hidden.length, hidden: 0, primary: 0, complementary: 0, known: 0, certified: 0, solved: 0, sampled: 0, notChecked: 0, failing: [] },
  };
}
