import { openCatalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { periodOfId } from "@peil/core/model/period.ts";
import { compile } from "@peil/core/query/compile.ts";
import { rowsOf } from "./duckdb.ts";
import { withoutMade } from "./guard-formulas.ts";
import { attachCubes, coverageOf } from "./measure-stores.ts";
import { printPlan } from "./print-plan.ts";
import * as rollup from "./rollup.ts";
import { modeOf } from "./rollup-tables.ts";
import type { Build } from "./store-build.ts";

/** Makes the figures of weighted indicators on coarser levels, those whose weight is ready first. */
export async function weighAll(build: Build, flat: readonly Indicator[], cubes: Readonly<Record<string, string>>): Promise<void> {
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
  await connection.run(
    "CREATE OR REPLACE TEMP TABLE w(level INTEGER, period INTEGER, area INTEGER, value DOUBLE, status UTINYINT, flag UTINYINT)",
  );
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
