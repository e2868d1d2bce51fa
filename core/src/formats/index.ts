import { csv } from "./csv.ts";
import { csvw } from "./csvw.ts";
import type { Format } from "./format.ts";
import { jsonStat } from "./json-stat.ts";
import { px } from "./px.ts";

/** The formats that need nothing but this code. */
export const formats: readonly Format[] = [csv, jsonStat, px, csvw];
