import { expect, run, table, texts, type Workshop } from "./engine.ts";

/** The states of a figure in the source's special codes, as the exchange format writes them. */
const status = `CASE missing_code WHEN '-99997' THEN 2 WHEN '-99998' THEN 3 WHEN '-99999' THEN 4 WHEN '-99996' THEN 1 ELSE 0 END`;

/** Source files with one row per area, period and indicator. */
const tidy: Readonly<Record<string, string>> = {
  crime: "stats/crime.csv.gz",
  road: "stats/road_accidents.csv.gz",
  returns: "stats/income_submunicipality.csv.gz",
  misc: "stats/misc_municipality.csv.gz",
};

/** Source files with one row per area and period, and a column per figure. */
const wide: Readonly<Record<string, string>> = {
  distribution: "stats/income_distribution.csv.gz",
  tax: "stats/income_tax_municipality.csv.gz",
  permits: "stats/building_permits.csv.gz",
  estate: "stats/real_estate.csv.gz",
  establishments: "stats/establishments.csv.gz",
  households: "stats/households_by_size.csv.gz",
  stockOfBuildings: "stats/building_stock.csv.gz",
  landRegister: "cubes/land_occupation.csv.gz",
  investments: "cubes/municipal_investments_by_policy_field.csv.gz",
  starters: "cubes/enterprise_survival.csv.gz",
};

/** Reads the source files into tables with the columns `level`, `area`, `period` and what else they hold. */
export async function openTables(shop: Workshop): Promise<void> {
  for (const [name, file] of Object.entries(tidy)) {
    await run(
      shop,
      `CREATE TABLE ${name} AS SELECT geolevel AS level, geoitem AS area, period, indicator,
      value::DOUBLE AS value, ${status} AS status FROM ${table(shop, file)}
      WHERE (value IS NOT NULL OR missing_code IS NOT NULL) AND (geolevel, geoitem) IN (SELECT (level, code) FROM area)`,
    );
  }
  for (const [name, file] of Object.entries(wide)) {
    await run(
      shop,
      `CREATE TABLE ${name} AS SELECT geolevel AS level, geoitem AS area, * EXCLUDE (geolevel, geoitem) FROM ${table(shop, file)}`,
    );
  }
  await openSectors(shop);
  await openPopulation(shop);
}

/**
 * Figures by statistical sector, summed to the municipalities of the division that held in the period. A sector
 * whose figure is hidden or unknown makes the figure of its municipality so (hidden before unknown).
 */
async function openSectors(shop: Workshop): Promise<void> {
  await run(
    shop,
    `CREATE TABLE sector_link AS SELECT child_level, child_code, parent_level, parent_code
    FROM ${table(shop, "areas/aggregation.csv.gz")} WHERE child_level IN ('statsec2019', 'statsec2024') AND weight = '1'`,
  );
  const summed = `SELECT parent_level AS level, parent_code AS area, period, indicator,
    CASE WHEN bool_or(state > 0) THEN NULL ELSE sum(value) END AS value,
    CASE WHEN bool_or(state = 2) THEN 2 WHEN bool_or(state = 4) THEN 4 ELSE 0 END AS status`;
  const sectors = (file: string): string =>
    `(SELECT geolevel, geoitem, period, indicator, value::DOUBLE AS value, ${status} AS state FROM ${table(shop, file)})`;
  await run(
    shop,
    `CREATE TABLE energy AS ${summed} FROM ${sectors("stats/energy_sector.csv.gz")}
    JOIN sector_link ON child_level = geolevel AND child_code = geoitem
      AND parent_level = CASE WHEN period < '2019' THEN 'gemeente2018' ELSE 'gemeente2024' END GROUP BY ALL`,
  );
  await run(
    shop,
    `CREATE TABLE open_space AS ${summed} FROM ${sectors("stats/landuse_sector.csv.gz")}
    JOIN sector_link ON child_level = geolevel AND child_code = geoitem AND parent_level = 'gemeente2024' GROUP BY ALL`,
  );
  const half = await texts(
    shop,
    `SELECT count(*) AS n FROM sector_link s JOIN area a ON a.level = 'gemeente2024' AND a.code = s.parent_code
    WHERE s.child_level = 'statsec2024' AND s.parent_level = 'gemeente2024' AND s.parent_code NOT LIKE '21%' AND NOT a.pseudo
      AND s.child_code NOT LIKE '%ZZZZ' AND s.child_code NOT IN (SELECT geoitem FROM ${table(shop, "stats/landuse_sector.csv.gz")})`,
  );
  expect(half[0]?.n, 0, "Flemish sectors without open space");
}

/**
 * Inhabitants on 1 January. Registered: the population statistics, and where they are not there the number of
 * residents that Statbel prints beside its income statistics, which stands for 1 January of the next year.
 */
async function openPopulation(shop: Workshop): Promise<void> {
  await run(
    shop,
    `CREATE TABLE population AS SELECT geolevel AS level, geoitem AS area, period, population::DOUBLE AS value, source
    FROM ${table(shop, "stats/population_totals.csv.gz")}`,
  );
  await run(
    shop,
    `CREATE TABLE beside_income AS
    SELECT level, area, (period::INTEGER + 1)::VARCHAR AS period, inhabitants::DOUBLE AS value FROM distribution WHERE level = 'gemeente2018'
    UNION ALL SELECT level, area, (period::INTEGER + 1)::VARCHAR, tot_residents::DOUBLE FROM tax`,
  );
  const differ = await texts(
    shop,
    `SELECT count(*) AS n FROM beside_income b JOIN population p
    ON p.source = 'statbel_register' AND p.level = b.level AND p.area = b.area AND p.period = b.period
    WHERE p.value <> b.value AND b.period IN ('2009', '2010', '2012', '2013', '2014', '2015')`,
  );
  expect(differ[0]?.n, 0, "municipalities whose two register figures differ");
  await run(
    shop,
    `CREATE TABLE registered AS SELECT level, area, period, value FROM population WHERE source = 'statbel_register'
    UNION ALL SELECT * FROM beside_income WHERE period NOT IN (SELECT period FROM population WHERE source = 'statbel_register')`,
  );
  await run(
    shop,
    `CREATE TABLE implied AS SELECT level, area, period, value FROM population
    WHERE source LIKE 'implied%' AND period NOT IN (SELECT period FROM registered)`,
  );
  await fillGaps(shop);
}

/**
 * A few municipalities reported no investment in a year, so nothing can be derived for them. Where the years around
 * are known, the gap is filled on the straight line between them; otherwise the totals of the region would show a dip.
 */
async function fillGaps(shop: Workshop): Promise<void> {
  await run(
    shop,
    `CREATE TABLE anchor AS SELECT area, period::INTEGER AS year, value FROM implied WHERE level = 'gemeente' AND period < '2026'
    UNION ALL SELECT link.parent, period::INTEGER, sum(value) FROM registered JOIN link
      ON child_level = level AND child = area AND parent_level = 'gemeente' WHERE parent NOT LIKE '21%' GROUP BY ALL`,
  );
  const gaps = `SELECT a.code AS area, y.year FROM area a CROSS JOIN (SELECT DISTINCT year FROM anchor WHERE year > 2018) y
    WHERE a.level = 'gemeente' AND NOT a.pseudo AND a.code NOT LIKE '21%'
      AND NOT EXISTS (SELECT 1 FROM anchor k WHERE k.area = a.code AND k.year = y.year)`;
  await run(
    shop,
    `CREATE TABLE filled AS SELECT g.area, g.year,
      round(b.value + (n.value - b.value) * (g.year - b.year) / (n.year - b.year)) AS value
    FROM (${gaps}) g
    JOIN anchor b ON b.area = g.area AND b.year = (SELECT max(year) FROM anchor x WHERE x.area = g.area AND x.year < g.year)
    JOIN anchor n ON n.area = g.area AND n.year = (SELECT min(year) FROM anchor x WHERE x.area = g.area AND x.year > g.year)`,
  );
  expect((await texts(shop, "SELECT count(*) AS n FROM filled"))[0]?.n, 8, "gaps in the estimated population that were filled");
  await run(shop, "INSERT INTO implied SELECT 'gemeente', area, year::VARCHAR, value FROM filled");
}

/** Query for one indicator of a table with a row per figure. */
export function series(name: string, indicator: string): string {
  return `SELECT level, period, area, value, status FROM ${name} WHERE indicator = '${indicator}'`;
}

/** Query for one column of a wide table; an empty cell is no record. */
export function column(name: string, expression: string, where = "true"): string {
  return `SELECT level, period, area, (${expression})::DOUBLE AS value, 0 AS status FROM ${name} WHERE (${expression}) IS NOT NULL AND ${where}`;
}

/** Query for one column of a wide table in which an empty cell is a record without a figure. */
export function columnWithBlanks(name: string, expression: string): string {
  return `SELECT level, period, area, (${expression})::DOUBLE AS value, CASE WHEN (${expression}) IS NULL THEN 1 ELSE 0 END AS status FROM ${name}`;
}
