import { encodeTexts } from "@peil/core/formats/bytes.ts";
import type { CubeHead, Format, FormatOptions, Slab } from "@peil/core/formats/format.ts";
import { areaTable } from "./area-table.ts";
import { isSynthetic, shapedHead, shapesOf } from "./shaped.ts";

/** GeoJSON (RFC 7946): a feature per area with its figures, for programs that draw maps. See `docs/formats/geojson.md`. */
export const geojson: Format = {
  name: "geojson",
  extension: "geojson",
  mediaType: "application/geo+json; charset=utf-8",
  write: (head, slabs, options) => encodeTexts(parts(head, slabs, options)),
};

async function* parts(head: CubeHead, slabs: AsyncIterable<Slab>, options: FormatOptions): AsyncGenerator<string, void, undefined> {
  const table = await areaTable(head, slabs, options, "GeoJSON");
  const shapes = await shapesOf(table.areas, options);
  const said = { type: "FeatureCollection", ...shapedHead(head, table, options, isSynthetic(shapes)) };
  yield `${JSON.stringify(said).slice(0, -1)},"features":[`;
  for (const [at, { code, level = "" }] of table.areas.entries()) {
    const own = shapes.get(level);
    const properties = { ...table.propertiesOf(at), ...(own?.synthetic ? { synthetic: true } : {}) };
    const one = { type: "Feature", id: table.ids[at], geometry: own?.shapeOf(code) ?? null, properties };
    yield `${at === 0 ? "" : ","}\n${JSON.stringify(one)}`;
  }
  yield "\n]}\n";
}
