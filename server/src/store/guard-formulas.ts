import type { DuckDBConnection } from "@duckdb/node-api";
import { type CatalogueData, type Coverage, openCatalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { periodOfId } from "@peil/core/model/period.ts";
import { compile } from "@peil/core/query/compile.ts";
import { coverageOfIndicator, expressionOf, leavesOf } from "@peil/core/query/coverage.ts";
import { type Places, printPlan } from "./print-plan.ts";

/** The formulas that are made at publish, each after those that it uses. */
export function formulasAtPublish(indicators: readonly Indicator[]): readonly Indicator[] {
  const byCode = new Map(indicators.map((each) => [each.code.toLowerCase(), each]));
  const out = new Set<Indicator>();
  const visit = (each: Indicator | undefined): void => {
    const expression = each === undefined ? undefined : expressionOf(each);
    if (each === undefined || expression === undefined || out.has(each)) return;
    for (const leaf of leavesOf(expression)) visit(byCode.get(leaf.toLowerCase()));
    if (each.atPublish === true) out.add(each);
  };
  for (const each of indicators) visit(each);
  return [...out];
}

/** The same catalogue in which no formula was made yet. */
export function withoutMade(data: CatalogueData): CatalogueData {
  return { ...data, indicators: data.indicators.map(({ atPublish: _, ...each }) => each) };
}

/**
 * Computes a formula on every level and period for which it gives a result, from the true figures in the table `r`, and adds what it
 * gives to `r`: what of it may show is decided afterwards, as for other figures.
 */
export async function makeFormula(
  connection: DuckDBConnection,
  data: CatalogueData,
  coverage: readonly Coverage[],
  places: Places,
  indicator: Indicator,
): Promise<void> {
  const { step: _step, atPublish: _made, ...plain } = indicator;
  const indicators = data.indicators.map((each) => (each.id === indicator.id ? plain : each));
  const catalogue = openCatalogue({ ...data, indicators }, coverage);
  for (const [level, periods] of coverageOfIndicator(catalogue, plain)) {
    const alias = catalogue.levelById(level)?.alias ?? "";
    const compiled = compile(
      {
        indicators: [plain.code],
        level: alias,
        areas: { kind: "all" },
        compare: [],
        periods: { kind: "list", codes: periods.map((each) => periodOfId(each).code) },
        by: [],
        members: [],
        pseudo: true,
      },
      catalogue,
    );
    for (const part of compiled.parts) {
      const { sql, flags } = printPlan(part.plan, places);
      await connection.run(
        `INSERT INTO r BY NAME SELECT ${indicator.id} AS indicator, ${level} AS level, period, area, value, status, ${flags ? "flag" : "0::UTINYINT AS flag"}, NULL::INTEGER AS load, ${level} AS feed FROM (${sql}) WHERE area IS NOT NULL`,
      );
    }
  }
}
