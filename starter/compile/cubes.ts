import { join } from "node:path";
import { expect, quoted, run, texts, type Workshop } from "./engine.ts";

/** Reads the cubes into tables `cube_<code>` and holds their totals against the figures that are known. */
export async function openCubes(shop: Workshop): Promise<void> {
  await run(shop, `CREATE TABLE cube_bevolking AS SELECT geolevel::VARCHAR AS level, geoitem::VARCHAR AS area, period::VARCHAR AS period,
    age::VARCHAR AS leeftijd1, age::INTEGER AS years, sex::VARCHAR AS geslacht, nationality::VARCHAR AS nationaliteit,
    civil_status::VARCHAR AS burgerlijke_staat, population AS value
    FROM read_parquet(${quoted(join(shop.source, "cubes/population_2009_2015.parquet"))})`);
  const differ = await texts(shop, `SELECT count(*) AS n FROM (SELECT level, area, period, sum(value) AS value FROM cube_bevolking GROUP BY ALL) c
    FULL JOIN (SELECT * FROM population WHERE level = 'gemeente2018' AND source = 'statbel_register') p
      ON p.level = c.level AND p.area = c.area AND p.period = c.period WHERE p.value IS DISTINCT FROM c.value`);
  expect(differ[0]?.["n"], 0, "totals of the population cube that differ from the register");
}
