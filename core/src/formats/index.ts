import { csv } from "./csv.ts";
import { csvw } from "./csvw.ts";
import type { Format } from "./format.ts";
import { jsonStat } from "./json-stat.ts";
import { px } from "./px.ts";
import { sdmxCsv } from "./sdmx-csv.ts";
import { sdmxJson } from "./sdmx-json.ts";
import { turtle } from "./turtle.ts";

/** The formats that need nothing but this code. */
export const formats: readonly Format[] = [csv, csvw, jsonStat, px, sdmxCsv, sdmxJson, turtle];
