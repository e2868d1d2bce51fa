import { say, type Text } from "@peil/core/model/text.ts";
import type { Voice } from "./voice.ts";

/** A form in which figures can be had as a file. */
type FileFormat = {
  readonly extension: string;
  /** How readers know it. */
  readonly label: Text;
  /** Media type, without parameters. */
  readonly type: string;
  /** What stands behind the selection in the address. */
  readonly more?: string;
};

/** What most readers want: offered at once. */
const common: readonly FileFormat[] = [
  { extension: "csv", label: { nl: "CSV" }, type: "text/csv" },
  { extension: "xlsx", label: { nl: "Excel" }, type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  { extension: "json", label: { nl: "JSON-stat" }, type: "application/json" },
  { extension: "px", label: { nl: "PC-Axis" }, type: "text/x-pcaxis" },
];

/** For special programs: offered behind one click. */
const special: readonly FileFormat[] = [
  {
    extension: "csv",
    label: { nl: "CSV met puntkomma’s (Excel)", en: "CSV with semicolons (Excel)" },
    type: "text/csv",
    more: "dialect=excel",
  },
  { extension: "csvw", label: { nl: "CSVW: beschrijving van de CSV", en: "CSVW: description of the CSV" }, type: "application/csvm+json" },
  { extension: "parquet", label: { nl: "Parquet" }, type: "application/vnd.apache.parquet" },
  { extension: "geojson", label: { nl: "GeoJSON: met kaart", en: "GeoJSON: with a map" }, type: "application/geo+json" },
  { extension: "topojson", label: { nl: "TopoJSON: met kaart", en: "TopoJSON: with a map" }, type: "application/topo+json" },
  { extension: "sdmx-csv", label: { nl: "SDMX-CSV" }, type: "application/vnd.sdmx.data+csv" },
  { extension: "sdmx-json", label: { nl: "SDMX-JSON" }, type: "application/vnd.sdmx.data+json" },
  { extension: "ttl", label: { nl: "Turtle (RDF Data Cube)" }, type: "text/turtle" },
];

type File = { readonly label: string; readonly href: string };

/** Links to the files of a selection: those that most want, and the others. @param address without extension */
export function filesOf(address: string, query: string, voice: Voice): { readonly data: readonly File[]; readonly more: readonly File[] } {
  const link = ({ extension, label, more }: FileFormat): File => ({
    label: say(label, voice.language),
    href: `${address}.${extension}?${[query, more].filter(Boolean).join("&")}`,
  });
  return { data: common.map(link), more: special.map(link) };
}

/** Extension and media type of every format, each once. */
export const fileTypes: readonly (readonly [extension: string, type: string])[] = [...common, ...special]
  .filter((each) => each.more === undefined && each.extension !== "csvw")
  .map(({ extension, type }) => [extension, type]);
