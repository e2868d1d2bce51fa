import type { Feature, FeatureCollection, LineString, MultiLineString, Point } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, GeometryObject, Topology } from "topojson-specification";

/** Where an object is, in degrees. */
export type Shape = Point | LineString | MultiLineString;

/** An object on the map by the code of its area. */
export type Placed = { readonly code: string; readonly shape: Shape };

type Coordinates = number[][];

/**
 * Objects as TopoJSON text, one object named after the level, features with `id` = code, in the order of their codes: the form in
 * which borders are kept too. Coordinates stand as they are; lines share no arcs.
 */
export function writeObjects(alias: string, objects: readonly Placed[]): string {
  const arcs: Coordinates[] = [];
  const arcOf = (line: Coordinates): number => arcs.push(line) - 1;
  const geometries = [...objects]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, shape }): GeometryObject => {
      if (shape.type === "Point") return { type: "Point", id: code, coordinates: shape.coordinates };
      if (shape.type === "LineString") return { type: "LineString", id: code, arcs: [arcOf(shape.coordinates)] };
      return { type: "MultiLineString", id: code, arcs: shape.coordinates.map((line) => [arcOf(line)]) };
    });
  const topology = { type: "Topology", arcs, objects: { [alias]: { type: "GeometryCollection", geometries } } };
  return JSON.stringify(topology);
}

/** The features of the first object of a TopoJSON text. */
export function featuresOf(text: string): readonly Feature[] {
  const topology = JSON.parse(text) as Topology;
  const first = Object.values(topology.objects)[0];
  if (first === undefined) return [];
  return (feature(topology, first as GeometryCollection) as FeatureCollection).features;
}

/** The objects in a TopoJSON text; what is no point or line is left out. */
export function readObjects(text: string): readonly Placed[] {
  return featuresOf(text).flatMap(({ id, geometry }) => {
    const isObject = geometry?.type === "Point" || geometry?.type === "LineString" || geometry?.type === "MultiLineString";
    return isObject ? [{ code: String(id ?? ""), shape: geometry }] : [];
  });
}
