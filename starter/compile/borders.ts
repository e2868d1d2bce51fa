import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { GeometryCollection, GeometryObject, Topology } from "topojson-specification";
import { readSource, texts, type Workshop } from "./engine.ts";
import { aliases } from "./levels.ts";

type Rings = { readonly arcs?: unknown };

/** Writes the borders of every level: real areas only, code as `id`, nothing else beside the shape. */
export async function compileBorders(shop: Workshop): Promise<void> {
  mkdirSync(join(shop.target, "geometry"), { recursive: true });
  for (const alias of aliases) {
    const real = new Set((await texts(shop, `SELECT code FROM area WHERE level = '${alias}' AND NOT pseudo`)).map((each) => each.code));
    const topology = JSON.parse(readSource(shop, `geo/${alias}.topojson`)) as Topology;
    const shapes = (topology.objects[alias] as GeometryCollection).geometries.filter((each) => real.has(String(each.id)));
    if (shapes.length !== real.size) throw new Error(`${alias}: ${shapes.length} shapes for ${real.size} areas`);
    shapes.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
    writeFileSync(join(shop.target, "geometry", `${alias}.topojson`), `${JSON.stringify(prune(topology, alias, shapes))}\n`);
  }
}

/** The topology with these shapes only, and only the arcs that they use. */
function prune(topology: Topology, alias: string, shapes: readonly GeometryObject[]): unknown {
  const place = new Map<number, number>();
  const arcs: unknown[] = [];
  const moved = (arc: number): number => {
    const old = arc < 0 ? ~arc : arc;
    let at = place.get(old);
    if (at === undefined) {
      at = arcs.length;
      place.set(old, at);
      arcs.push(topology.arcs[old]);
    }
    return arc < 0 ? ~at : at;
  };
  const walk = (part: unknown): unknown => (Array.isArray(part) ? part.map(walk) : moved(part as number));
  const geometries = shapes.map((each) => ({ type: each.type, id: each.id, arcs: walk((each as Rings).arcs) }));
  return {
    type: "Topology",
    bbox: topology.bbox,
    transform: topology.transform,
    objects: { [alias]: { type: "GeometryCollection", geometries } },
    arcs,
  };
}
