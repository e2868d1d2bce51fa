import { geoConicConformal } from "d3-geo";
import type { GeoJsonProperties } from "geojson";
import type { GeometryObject, Topology } from "topojson-specification";
import { joinLine, joinRing, type Point, simplifyArc } from "./outline.ts";

/** The outline of one area, or the course of a line, as an SVG path in whole units; of a point its place, and an empty path. */
export type Shape = {
  readonly code: string;
  readonly kind: "surface" | "line" | "point";
  readonly path: string;
  readonly size: number;
  readonly at?: Point;
  /** Of a surface: where its name can stand. */
  readonly spot?: Point;
};

/** The areas of a level, projected and simplified once; `under` are the outlines on which objects are drawn. */
export type Borders = {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly under: readonly Shape[];
  /** Whether the borders are invented. */
  readonly synthetic: boolean;
};

const width = 1400;
const margin = 6;

/** Conic projection with the parallels of the Belgian maps, so that the land looks as on them. */
export const conic = geoConicConformal().parallels([49.833, 51.167]).rotate([-4.367, 0]).center([0, 50.8]).scale(1).translate([0, 0]);

/** From degrees to a place on a plane, y downwards. */
export type Project = (degrees: Point) => Point | null;

/** Places of a topology on the projection: those of its arcs, and those of its points by code. */
export type Drawn = {
  readonly arcs: readonly Point[][];
  readonly points: ReadonlyMap<string, Point>;
  readonly geometries: readonly Geometry[];
};
/** A shape of a topology. */
export type Geometry = GeometryObject<GeoJsonProperties>;

/** A topology on a projection. */
export function decode(topology: Topology, project: Project = conic): Drawn {
  const { transform } = topology;
  const place = (x: number, y: number): Point => {
    const degrees: Point = transform
      ? [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]]
      : [x, y];
    return project(degrees) ?? [0, 0];
  };
  const arcs = topology.arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx = 0, dy = 0]) => {
      x = transform ? x + dx : dx;
      y = transform ? y + dy : dy;
      return place(x, y);
    });
  });
  const object = Object.values(topology.objects)[0];
  const geometries: readonly Geometry[] = object?.type === "GeometryCollection" ? object.geometries : [];
  const points = geometries.flatMap((each) =>
    each.type === "Point" ? [[String(each.id ?? ""), place(each.coordinates[0] ?? 0, each.coordinates[1] ?? 0)] as const] : [],
  );
  return { arcs, points: new Map(points), geometries };
}

/** How places of the projection become whole units on the drawing, and the height that results. */
function fit(drawn: readonly Drawn[]): { readonly place: (point: Point) => Point; readonly height: number } {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  const widen = ([x, y]: Point): void => {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  };
  for (const each of drawn) {
    for (const arc of each.arcs) arc.forEach(widen);
    each.points.forEach(widen);
  }
  const scale = (width - 2 * margin) / (right - left || 1);
  const place = ([x, y]: Point): Point => [Math.round((x - left) * scale) + margin, Math.round((y - top) * scale) + margin];
  return { place, height: Math.round((bottom - top) * scale) + 2 * margin };
}

/** The rings of a surface; none for other shapes. */
export function ringsOf(geometry: Geometry): readonly (readonly number[])[] {
  if (geometry.type === "Polygon") return geometry.arcs;
  if (geometry.type === "MultiPolygon") return geometry.arcs.flat();
  return [];
}

/** The ways of a line; none for other shapes. */
export function waysOf(geometry: Geometry): readonly (readonly number[])[] {
  if (geometry.type === "LineString") return [geometry.arcs];
  return geometry.type === "MultiLineString" ? geometry.arcs : [];
}

function shapesOf({ arcs: projected, points, geometries }: Drawn, place: (point: Point) => Point): readonly Shape[] {
  const arcs = projected.map((arc) => simplifyArc(arc.map(place)));
  return geometries.flatMap((geometry): Shape[] => {
    const code = String(geometry.id ?? "");
    const point = points.get(code);
    if (geometry.type === "Point") return point ? [{ code, kind: "point", path: "", size: 0, at: place(point) }] : [];
    const line = waysOf(geometry).map((way) => joinLine(way, arcs));
    if (line.length > 0) return [{ code, kind: "line", path: line.join(""), size: 0 }];
    const rings = ringsOf(geometry).map((ring) => joinRing(ring, arcs));
    const path = rings.map((each) => each.path).join("");
    if (path === "") return [];
    const largest = rings.reduce((most, each) => (each.size > most.size ? each : most));
    return [{ code, kind: "surface", path, size: rings.reduce((sum, each) => sum + each.size, 0), spot: largest.spot }];
  });
}

/** Whether a topology says that its borders are invented. */
export function isSynthetic(topology: object): boolean {
  return "synthetic" in topology && topology.synthetic === true;
}

function project(topology: Topology, under: Topology | undefined): Borders {
  const own = decode(topology);
  const below = under === undefined ? undefined : decode(under);
  const { place, height } = fit(below === undefined ? [own] : [own, below]);
  const drawn = { shapes: shapesOf(own, place), under: below === undefined ? [] : shapesOf(below, place) };
  return { width, height, ...drawn, synthetic: isSynthetic(topology) || (under !== undefined && isSynthetic(under)) };
}

const kept: { text: string; under: string | undefined; borders: Borders }[] = [];

/**
 * Reads TopoJSON into paths. The last few are kept, since the borders of a release never change.
 * @param under TopoJSON of outlines to draw objects on
 * @throws where the text is no TopoJSON
 */
export function bordersOf(text: string, under?: string): Borders {
  const known = kept.find((each) => each.text === text && each.under === under);
  if (known) return known.borders;
  const borders = project(JSON.parse(text) as Topology, under === undefined ? undefined : (JSON.parse(under) as Topology));
  kept.unshift({ text, under, borders });
  kept.length = Math.min(kept.length, 12);
  return borders;
}

/** Whether TopoJSON holds points or lines, which say little without outlines under them. */
export function holdsObjects(text: string): boolean {
  return bordersOf(text).shapes.some((each) => each.kind !== "surface");
}
