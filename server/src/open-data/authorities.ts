import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { type PeriodLevel, periodLevels, periodOfId } from "@peil/core/model/period.ts";
import { coverageOfIndicator } from "@peil/core/query/coverage.ts";

/** Authority tables of the Publications Office of the European Union. */
const authority = "http://publications.europa.eu/resource/authority/";

/** A code of an authority table. */
export function authorityOf(table: string, code: string): string {
  return `${authority}${table}/${code}`;
}

/** Kinds of file by the extension of a format, as the authority table `file-type` calls them. */
const fileTypes: Readonly<Record<string, string>> = {
  csv: "CSV",
  json: "JSON",
  xlsx: "XLSX",
  parquet: "PARQUET",
  geojson: "GEOJSON",
  topojson: "TOPOJSON",
  ttl: "RDF_TURTLE",
  xml: "XML",
  zip: "ZIP",
  csvw: "JSON_LD",
};

/** The kind of file of an extension; undefined where the table has none. */
export function fileTypeOf(extension: string): string | undefined {
  const code = fileTypes[extension];
  return code === undefined ? undefined : authorityOf("file-type", code);
}

const frequencies: Readonly<Record<PeriodLevel, string>> = {
  year: "ANNUAL",
  schoolyear: "ANNUAL",
  halfyear: "ANNUAL_2",
  quarter: "QUARTERLY",
  month: "MONTHLY",
};

/** How often figures come, and which years they are about. */
export function timesOf(
  catalogue: Catalogue,
  indicator: Indicator,
): { readonly frequency: string; readonly first?: number; readonly last?: number } {
  const ids = new Set([...coverageOfIndicator(catalogue, indicator).values()].flat());
  const periods = [...ids].sort((a, b) => a - b).map(periodOfId);
  const finest = periods.map((each) => each.level).sort((a, b) => periodLevels.indexOf(b) - periodLevels.indexOf(a))[0];
  const frequency = authorityOf("frequency", periods.length < 2 || finest === undefined ? "IRREG" : frequencies[finest]);
  const years = periods.map((each) => each.year).sort((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  return { frequency, ...(first === undefined || last === undefined ? {} : { first, last }) };
}
