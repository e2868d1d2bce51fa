import { decision } from "@peil/core/model/disclosure.ts";
import { protect } from "@peil/core/disclosure/protect.ts";
import { cheapest } from "@peil/core/disclosure/optimum.ts";
import { audit } from "@peil/core/disclosure/audit.ts";
import type { Limits } from "@peil/core/disclosure/table.ts";
import { describe, expect, test } from "vitest";
import { checkTable } from "../../../fixtures/disclosure/tables.ts";
import { openSolver } from "../../src/publish/solver.ts";

const solver = await openSolver();
const three: Limits = { minimum: 3, zerosShown: true };

test("check table", async () => {
  for (const options of [{}, { solver }, { solver, exactCells: 0 }]) {
    const { decision: made, report } = await protect(checkTable, three, options);
    expect(Array.from(made)).toEqual([2, 1, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 0, 0, 0]);
    expect(report).toMatchObject({ hidden: 4, primary: 1, complementary: 3, failing: [] });
  }
  console.time("mip");
  expect(Array.from(await cheapest(checkTable, three, solver))).toEqual([1, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0]);
  console.timeEnd("mip");
  const r = await audit(checkTable, three, Uint8Array.of(2, 1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0), { solver });
  console.log(JSON.stringify(r.failing));
});
