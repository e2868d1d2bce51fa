import { readFile } from "node:fs/promises";
import type { Cell, Row, Sheet } from "./cell.ts";
import { refuse } from "./problems.ts";

/** The head of the column in which the shapes of a GeoJSON file come. */
const shapeHead = "geometry";

type Feature = { readonly id?: unknown; readonly properties?: unknown; readonly geometry?: unknown };

/** Whether the start of a text is that of GeoJSON. */
export function isGeoJson(head: string): boolean {
  return /^\s*\{/.test(head) && /"type"\s*:\s*"Feature(Collection)?"/.test(head);
}

/**
 * A GeoJSON file as a sheet: a column per property, one `code` of the ids of the features where no property is called so, and one
 * for the shapes, as text. The head is row 1, the first feature row 2.
 * @throws `ImportRefusal` `geojson-unreadable`
 */
export async function openGeoJson(path: string, file: string, name: string): Promise<Sheet> {
  const features = featuresIn(await readFile(path, "utf8"), file);
  const properties = features.map((each) => recordOf(each.properties));
  const names = [...new Set(properties.flatMap((each) => Object.keys(each)))].filter((each) => each.toLowerCase() !== shapeHead);
  const ids = !names.some((each) => each.toLowerCase() === "code") && features.some((each) => each.id !== undefined);
  const head: Row = { number: 1, cells: [...(ids ? ["code"] : []), ...names, shapeHead] };
  const rows = features.map((each, at): Row => {
    const cells = names.map((property) => cellOf(properties[at]?.[property]));
    const shape = each.geometry === null || each.geometry === undefined ? null : JSON.stringify(each.geometry);
    return { number: at + 2, cells: [...(ids ? [cellOf(each.id)] : []), ...cells, shape] };
  });
  return {
    file,
    name,
    hidden: false,
    decimalComma: false,
    async *read() {
      yield [head, ...rows];
    },
  };
}

function featuresIn(text: string, file: string): readonly Feature[] {
  let read: unknown;
  try {
    read = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    return refuse("geojson-unreadable", { file }, { what: error instanceof Error ? error.message : "JSON" });
  }
  const { type, features } = recordOf(read);
  if (type === "Feature") return [recordOf(read)];
  if (type !== "FeatureCollection" || !Array.isArray(features)) return refuse("geojson-unreadable", { file }, { what: String(type) });
  return features.map(recordOf);
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function cellOf(value: unknown): Cell {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return value === null || value === undefined ? null : JSON.stringify(value);
}
