import { fail } from "../errors.ts";
import type { Cube } from "../model/cube.ts";
import { parseRows, unguarded } from "./csv-read.ts";
import { cubeOf, type ReadDimension } from "./sdmx-read.ts";
import { attributes } from "./sdmx-terms.ts";

const format = "SDMX-CSV";
const fixed = new Set(["STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION", "SERIES_KEY", "OBS_KEY", "OBS_VALUE"]);
const known = new Map(attributes.map((each) => [each.id, each]));

/** The cube of a file in SDMX-CSV 2.0 with ids (`labels=id`). Columns that are no attribute of ours are dimensions. @throws `file-unreadable` */
export function readSdmxCsv(text: string): Cube {
  const body = text.replace(/^\uFEFF/, "");
  const [, separator] = /^STRUCTURE(?:\[.\])?([,;])/.exec(body) ?? [];
  if (separator === undefined) return fail("file-unreadable", { format, what: "STRUCTURE" });
  const [names = [], ...rows] = parseRows(body, separator);
  const odd = rows.findIndex((row) => row.length !== names.length);
  if (odd >= 0) fail("file-unreadable", { format, what: `${odd + 2}` });
  const columns = names.flatMap((id, at) => (fixed.has(id) || known.has(id) ? [] : [{ id, at }]));
  const values = columns.map(({ at }) => new Map([...new Set(rows.map((row) => row[at] ?? ""))].map((id, place) => [id, place])));
  const dimensions = columns.map(
    ({ id }, at): ReadDimension => ({ id, values: [...(values[at]?.keys() ?? [])].map((each) => ({ id: each })) }),
  );
  const said = names.flatMap((id, at) => (known.has(id) ? [{ id, at, isText: known.get(id)?.type === "String" }] : []));
  const measure = names.indexOf("OBS_VALUE");
  const observations = rows.map((row) => ({
    at: columns.map(({ at }, place) => values[place]?.get(row[at] ?? "") ?? 0),
    value: row[measure],
    said: Object.fromEntries(said.map(({ id, at, isText }) => [id, isText ? unguarded(row[at] ?? "") : (row[at] ?? "")])),
  }));
  return cubeOf(format, dimensions, observations);
}
