import { join } from "node:path";
import { periodOfStatistic } from "./dimensions-other.ts";
import { expect, quoted, run, texts, type Workshop } from "./engine.ts";

/** Reads the cubes into tables `cube_<code>` and holds their totals against the figures that are known. */
export async function openCubes(shop: Workshop): Promise<void> {
  await run(
    shop,
    `CREATE TABLE cube_bevolking AS SELECT geolevel::VARCHAR AS level, geoitem::VARCHAR AS area, period::VARCHAR AS period,
    age::VARCHAR AS leeftijd1, sex::VARCHAR AS geslacht, nationality::VARCHAR AS nationaliteit,
    civil_status::VARCHAR AS burgerlijke_staat, population AS value
    FROM read_parquet(${quoted(join(shop.source, "cubes/population_2009_2015.parquet"))})`,
  );
  const differ = await texts(
    shop,
    `SELECT count(*) AS n FROM (SELECT level, area, period, sum(value) AS value FROM cube_bevolking GROUP BY ALL) c
    FULL JOIN (SELECT * FROM population WHERE level = 'gemeente2018' AND source = 'statbel_register') p
      ON p.level = c.level AND p.area = c.area AND p.period = c.period WHERE p.value IS DISTINCT FROM c.value`,
  );
  expect(differ[0]?.n, 0, "totals of the population cube that differ from the register");
  await openBuildings(shop);
  await run(
    shop,
    `CREATE TABLE cube_bodemgebruik AS SELECT level, period, area, rubric3 AS bodemgebruik3, area_total_ha::DOUBLE AS value
    FROM landRegister WHERE area_total_ha::DOUBLE <> 0`,
  );
  await run(
    shop,
    `CREATE TABLE cube_starters_sector AS SELECT level, period, area, nace_section AS nace, first_registrations::DOUBLE AS value
    FROM starters WHERE first_registrations IS NOT NULL`,
  );
  await run(
    shop,
    `CREATE TABLE cube_investeringen_domein AS SELECT level, period, area, left(domain, 1) AS beleidsdomein,
    sum(amount_eur::DOUBLE) AS value FROM investments GROUP BY ALL`,
  );
}

/** The rows by period of construction are a partition of all buildings; the other rows of the source are not. */
async function openBuildings(shop: Workshop): Promise<void> {
  const cases = Object.entries(periodOfStatistic).map(([from, to]) => `WHEN ${quoted(from)} THEN ${quoted(to)}`);
  await run(
    shop,
    `CREATE TABLE cube_gebouwenpark AS SELECT level, period, area, CASE stat_type ${cases.join(" ")} END AS bouwperiode,
    building_type AS gebouwtype, value::DOUBLE AS value FROM stockOfBuildings
    WHERE stat_type IN (${Object.keys(periodOfStatistic).map(quoted).join(", ")}) AND value::DOUBLE <> 0`,
  );
  await run(
    shop,
    `CREATE TABLE cube_woningpark AS SELECT level, period, area, building_type AS gebouwtype, value::DOUBLE AS value
    FROM stockOfBuildings WHERE stat_type = 'T8' AND value::DOUBLE <> 0`,
  );
  const differ = await texts(
    shop,
    `SELECT count(*) AS n FROM (SELECT area, sum(value) AS value FROM cube_gebouwenpark GROUP BY ALL) c
    FULL JOIN (SELECT area, sum(value::DOUBLE) AS value FROM stockOfBuildings WHERE stat_type = 'T1' GROUP BY ALL) t ON t.area = c.area
    WHERE c.value IS DISTINCT FROM t.value`,
  );
  expect(differ[0]?.n, 0, "municipalities whose buildings by period do not add up to all buildings");
}
