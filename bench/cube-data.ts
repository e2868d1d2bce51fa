import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { type Catalogue, type CatalogueData, openCatalogue } from "@peil/core/model/catalogue.ts";
import { tryPeriod } from "@peil/core/model/period.ts";

/** Sizes of the cube that the measurements ask: 52.4 million cells on sectors, and their sums on municipalities. */
export const sizes = { municipalities: 300, sectors: 9200, years: 15, members: [2, 19, 10] as const, firstYear: 2010 };

const names = ["sex", "age", "origin"] as const;

function periodId(index: number): number {
  return tryPeriod(String(sizes.firstYear + index))?.id ?? 0;
}

/** Ids: municipalities 1…300, sectors 1001…10200; members 1…2, 11…29, 31…40. */
export const ids = {
  sector: (n: number): number => 1001 + n,
  member: [(n: number) => 1 + n, (n: number) => 11 + n, (n: number) => 31 + n] as const,
};

/** The catalogue in which the cube stands, as a release would hold it. */
export function benchCatalogue(): Catalogue {
  const text = (nl: string): { nl: string; en: string } => ({ nl, en: nl });
  const level = (id: number, alias: string) => ({
    id,
    division: alias,
    alias,
    base: alias,
    name: text(alias),
    plural: text(alias),
    type: "area" as const,
    covers: true,
    sequence: id,
  });
  const area = (id: number, at: number, code: string) => ({ id, level: at, code, name: text(code), sequence: id, pseudo: false });
  const municipalities = Array.from({ length: sizes.municipalities }, (_, n) => area(n + 1, 1, `M${n}`));
  const sectors = Array.from({ length: sizes.sectors }, (_, n) => area(ids.sector(n), 2, `S${n}`));
  const data: CatalogueData = {
    site: {
      name: text("bench"),
      motto: text(""),
      homeLevel: "municipality",
      benchmarkLevels: [],
      benchmark: { level: "municipality", area: "M0" },
      style: "default",
    },
    levels: [level(1, "municipality"), level(2, "sector")],
    areas: [...municipalities, ...sectors],
    tables: [],
    dimensions: names.map((code) => ({ code, name: text(code) })),
    dimensionLevels: names.map((code, at) => ({ id: at + 1, code, dimension: code, name: text(code) })),
    members: names.flatMap((_, at) =>
      Array.from({ length: sizes.members[at] ?? 0 }, (__, n) => ({
        id: ids.member[at]?.(n) ?? 0,
        level: at + 1,
        code: String(n),
        name: text(String(n)),
        sequence: n,
      })),
    ),
    memberLinks: [],
    sources: [],
    indicators: [
      {
        id: 1,
        code: "people",
        shape: "cube",
        name: text("people"),
        unit: text("people"),
        kind: "register",
        dataType: "count",
        periodType: "stock",
        rating: "neutral",
        aggregatesAreas: true,
        aggregatesPeriods: false,
        absent: "empty",
        visible: true,
        searchable: true,
        sequence: 1,
        dimensionLevels: [...names],
      },
    ],
    themes: [],
  };
  const periods = Array.from({ length: sizes.years }, (_, n) => periodId(n));
  return openCatalogue(data, [
    { indicator: 1, level: 1, loaded: [], computed: periods },
    { indicator: 1, level: 2, loaded: periods, computed: [] },
  ]);
}

/** Name of the store file; the content is a function of the sizes. */
export const storeHash = "be9c4000000000000000000000000052";

/** Writes the store file with the cube and its sums per municipality, unless it is there. Takes about a minute. */
export async function writeBenchStore(folder: string): Promise<void> {
  mkdirSync(join(folder, "store"), { recursive: true });
  const path = join(folder, "store", `${storeHash}.duckdb`);
  const instance = await DuckDBInstance.create(path, { memory_limit: "4GB", threads: "2", preserve_insertion_order: "false" });
  const connection = await instance.connect();
  const there = await connection.runAndReadAll("SELECT count(*) FROM information_schema.tables WHERE table_name = 'facts'");
  if (Number(there.getRows()[0]?.[0]) === 0) {
    await connection.run(`CREATE TABLE cells AS
SELECT 2 AS level, (1000000 + (${sizes.firstYear} + y) * 100 + 1)::INTEGER AS period, (1001 + s)::INTEGER AS area, (1 + a)::INTEGER AS m1, (11 + b)::INTEGER AS m2, (31 + c)::INTEGER AS m3,
  ((s * 7 + y * 13 + a * 5 + b * 3 + c) % 40)::DOUBLE AS value, 0::UTINYINT AS status, 0::UTINYINT AS decision, 1 AS load, NULL::INTEGER AS feed
FROM range(${sizes.years}) y(y), range(${sizes.sectors}) s(s), range(2) a(a), range(19) b(b), range(10) c(c) ORDER BY level, period, area, m1, m2, m3;
INSERT INTO cells SELECT 1, period, ((area - 1001) % ${sizes.municipalities} + 1)::INTEGER AS area, m1, m2, m3, sum(value), 0, 0, NULL, 2 FROM cells GROUP BY ALL ORDER BY ALL;
CREATE TABLE present AS SELECT DISTINCT level, period, area, true AS loaded FROM cells;
CREATE TABLE flat AS SELECT 1 AS indicator, 1 AS level, 1 AS period, 1 AS area, 1::DOUBLE AS value, 0::UTINYINT AS status, 0::UTINYINT AS decision, 1 AS load, NULL::INTEGER AS feed WHERE false;
CREATE TABLE texts AS SELECT 1 AS indicator, 1 AS level, 1 AS period, 1 AS area, '' AS text WHERE false;
CREATE TABLE facts AS SELECT true AS plain, true AS exact, 1 AS figures; CHECKPOINT`);
  }
  connection.closeSync();
  instance.closeSync();
}
