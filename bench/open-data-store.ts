import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { type Catalogue, type CatalogueData, openCatalogue } from "@peil/core/model/catalogue.ts";
import { tryPeriod } from "@peil/core/model/period.ts";
import { writeBenchRelease } from "./bench-release.ts";

/** Sizes of the invented site of which much is asked at once: 10.1 million figures on sectors, and others on municipalities. */
export const sizes = { municipalities: 285, sectors: 9200, indicators: 110, years: 10, allYears: 20, firstYear: 2005 } as const;

/** Figures of sectors. */
export const sectorFigures = sizes.sectors * sizes.indicators * sizes.years;

const storeHash = "0be2da7a0000000000000000000000ff";

/** The release around the figures. */
export const openRelease = "0be2da7a0be2da7a";

/** Where the figures lie, for who reads them without a server. */
export const storeFile = (folder: string): string => join(folder, "store", `${storeHash}.duckdb`);

const periodOf = (year: number): number => tryPeriod(String(sizes.firstYear + year))?.id ?? 0;
const sectorId = (n: number): number => 1001 + n;

/** The figure of a sector; one in fifty has none, and one in a hundred is hidden. The same as in the statement below. */
export function figureOf(indicator: number, sector: number, year: number): number | "hidden" | "empty" {
  const seed = (sector * 31 + year * 7 + indicator * 13) % 10_007;
  if (seed % 50 === 0) return "empty";
  return seed % 100 === 1 ? "hidden" : seed / 4;
}

const text = (nl: string): { nl: string; en: string } => ({ nl, en: nl });

function levelOf(id: number, alias: string) {
  const words = { name: text(alias), plural: text(alias) };
  return { id, division: alias, alias, base: alias, ...words, type: "area" as const, covers: true, sequence: id };
}

function indicatorOf(n: number) {
  return {
    id: n + 1,
    code: `figure${n}`,
    shape: "flat" as const,
    name: text(`Invented figure ${n}`),
    unit: text("persons"),
    source: "none",
    kind: "register" as const,
    dataType: "count" as const,
    periodType: "stock" as const,
    rating: "neutral" as const,
    decimals: 1,
    aggregatesAreas: true,
    aggregatesPeriods: false,
    absent: "empty" as const,
    visible: true,
    searchable: true,
    sequence: n,
  };
}

function catalogueOf(): Catalogue {
  const area = (id: number, level: number, code: string) => ({ id, level, code, name: text(`Area ${code}`), sequence: id, pseudo: false });
  const data: CatalogueData = {
    site: {
      name: text("bench"),
      motto: text(""),
      homeLevel: "municipality",
      benchmarkLevels: [],
      benchmark: { level: "municipality", area: "M0" },
      style: "default",
    },
    levels: [levelOf(1, "municipality"), levelOf(2, "sector")],
    areas: [
      ...Array.from({ length: sizes.municipalities }, (_, n) => area(n + 1, 1, `M${n}`)),
      ...Array.from({ length: sizes.sectors }, (_, n) => area(sectorId(n), 2, `S${n}`)),
    ],
    tables: [],
    dimensions: [],
    dimensionLevels: [],
    members: [],
    memberLinks: [],
    sources: [{ code: "none", name: text("Invented figures"), licence: "CC0-1.0" }],
    indicators: Array.from({ length: sizes.indicators }, (_, n) => indicatorOf(n)),
    themes: [],
  };
  const years = (count: number): number[] => Array.from({ length: count }, (_, n) => periodOf(n));
  const coverage = data.indicators.flatMap(({ id }) => [
    { indicator: id, level: 1, loaded: years(sizes.allYears), computed: [] },
    { indicator: id, level: 2, loaded: years(sizes.years), computed: [] },
  ]);
  return openCatalogue(data, coverage);
}

/** Writes the invented site into a folder, unless its figures are there. Takes some seconds. */
export async function writeOpenData(folder: string): Promise<void> {
  mkdirSync(join(folder, "store"), { recursive: true });
  if (!existsSync(storeFile(folder))) await writeStore(storeFile(folder));
  await writeBenchRelease(folder, openRelease, catalogueOf(), { flat: storeHash, cubes: {} });
}

async function writeStore(path: string): Promise<void> {
  const draft = `${path}.draft`;
  rmSync(draft, { force: true });
  const instance = await DuckDBInstance.create(draft, { memory_limit: "2GB", threads: "2", preserve_insertion_order: "false" });
  const connection = await instance.connect();
  const figures = (level: number, first: number, areas: number, years: number): string => `
SELECT (1 + i)::INTEGER AS indicator, ${level} AS level, (1000000 + (${sizes.firstYear} + y) * 100 + 1)::INTEGER AS period, (${first} + s)::INTEGER AS area,
  (s * 31 + y * 7 + i * 13) % 10007 AS seed FROM range(${sizes.indicators}) i(i), range(${years}) y(y), range(${areas}) s(s)`;
  await connection.run(`CREATE TABLE flat AS SELECT indicator, level, period, area, CASE WHEN seed % 100 = 1 THEN 0 ELSE seed / 4 END::DOUBLE AS value,
  CASE WHEN seed % 100 = 1 THEN 2 ELSE 0 END::UTINYINT AS status, 0::UTINYINT AS flag, 0::UTINYINT AS decision, 1 AS load, NULL::INTEGER AS feed
FROM (${figures(1, 1, sizes.municipalities, sizes.allYears)} UNION ALL ${figures(2, sectorId(0), sizes.sectors, sizes.years)}) WHERE seed % 50 <> 0 ORDER BY indicator, level, period, area;
CREATE TABLE texts AS SELECT 1 AS indicator, 1 AS level, 1 AS period, 1 AS area, '' AS text WHERE false;
CREATE TABLE facts AS SELECT 1 AS figures; CHECKPOINT`);
  connection.closeSync();
  instance.closeSync();
  renameSync(draft, path);
}
