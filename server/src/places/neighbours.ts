import { neighbors } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

/** By code of an area the codes of those that share a border with it, in the order of the borders' file; a corner is no border. */
export type Neighbours = ReadonlyMap<string, readonly string[]>;

/** Who borders on whom, from the arcs that two areas of a TopoJSON text share. */
export function neighboursIn(text: string): Neighbours {
  const topology = JSON.parse(text) as Topology;
  const first = Object.values(topology.objects)[0] as GeometryCollection | undefined;
  const areas = (first?.geometries ?? []).filter((each) => each.type === "Polygon" || each.type === "MultiPolygon");
  const codes = areas.map((each) => String(each.id ?? ""));
  return new Map(neighbors(areas).map((list, at) => [codes[at] ?? "", list.map((each) => codes[each] ?? "")]));
}
