import { encodeTexts } from "@peil/core/formats/bytes.ts";
import type { CubeHead, Format, FormatOptions, Slab } from "@peil/core/formats/format.ts";
import { gatherShapes } from "../places/shapes.ts";
import { areaTable } from "./area-table.ts";
import { isSynthetic, shapedHead, shapesOf } from "./shaped.ts";

/** TopoJSON: the areas of each level as one object, with their figures; borders that areas share are there once. See `docs/formats/topojson.md`. */
export const topojson: Format = {
  name: "topojson",
  extension: "topojson",
  mediaType: "application/topo+json; charset=utf-8",
  write: (head, slabs, options) => encodeTexts(parts(head, slabs, options)),
};

async function* parts(head: CubeHead, slabs: AsyncIterable<Slab>, options: FormatOptions): AsyncGenerator<string, void, undefined> {
  const table = await areaTable(head, slabs, options, "TopoJSON");
  const shapes = await shapesOf(table.areas, options);
  const areas = table.areas.map(({ code, level = "" }, at) => ({ code, level, id: table.ids[at] ?? code, at }));
  const levels = [...shapes].map(([name, own]) => ({
    name: name === "" ? "areas" : name,
    shapes: own,
    areas: areas
      .filter((each) => each.level === name)
      .map(({ code, id, at }) => ({ code, id, properties: { ...table.propertiesOf(at), ...(own?.synthetic ? { synthetic: true } : {}) } })),
  }));
  const { transform, objects, arcs } = gatherShapes(levels);
  const said = { type: "Topology", ...shapedHead(head, table, options, isSynthetic(shapes)), transform };
  yield `${JSON.stringify(said).slice(0, -1)},"objects":{`;
  for (const [at, [name, object]] of Object.entries(objects).entries()) {
    yield `${at === 0 ? "" : ","}\n${JSON.stringify(name)}:{"type":"GeometryCollection","geometries":[`;
    yield* listed((object as { readonly geometries: readonly unknown[] }).geometries);
    yield "]}";
  }
  yield '},"arcs":[';
  yield* listed(arcs);
  yield "]}\n";
}

function* listed(items: readonly unknown[]): Generator<string, void, undefined> {
  for (const [at, item] of items.entries()) yield `${at === 0 ? "" : ","}\n${JSON.stringify(item)}`;
}
