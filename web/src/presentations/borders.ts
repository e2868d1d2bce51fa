import { geoConicConformal } from "d3-geo";
import type { GeoJsonProperties } from "geojson";
import type { GeometryObject, Topology } from "topojson-specification";
import { joinRing, type Point, simplifyArc } from "./outline.ts";

/** The outline of one area as an SVG path in whole units. */
export type Shape = { readonly code: string; readonly path: string; readonly size: number };

/** The areas of a level, projected and simplified once. */
export type Borders = { readonly width: number; readonly height: number; readonly shapes: readonly Shape[] };

const width = 1400;
const margin = 6;

/** Conic projection with the parallels of the Belgian maps, so that the land looks as on them. */
const projection = geoConicConformal().parallels([49.833, 51.167]).rotate([-4.367, 0]).center([0, 50.8]).scale(1).translate([0, 0]);

function decode(topology: Topology): Point[][] {
  const { transform } = topology;
  return topology.arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map((step) => {
      const [dx = 0, dy = 0] = step;
      x = transform ? x + dx : dx;
      y = transform ? y + dy : dy;
      const place: Point = transform
        ? [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]]
        : [x, y];
      return projection(place) ?? [0, 0];
    });
  });
}

/** Turns projected arcs into whole units on the drawing; returns them with the height that results. */
function fit(arcs: readonly Point[][]): { readonly arcs: Point[][]; readonly height: number } {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const arc of arcs)
    for (const [x, y] of arc) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  const scale = (width - 2 * margin) / (right - left || 1);
  const place = ([x, y]: Point): Point => [Math.round((x - left) * scale) + margin, Math.round((y - top) * scale) + margin];
  return { arcs: arcs.map((arc) => arc.map(place)), height: Math.round((bottom - top) * scale) + 2 * margin };
}

function ringsOf(geometry: GeometryObject<GeoJsonProperties>): readonly (readonly number[])[] {
  if (geometry.type === "Polygon") return geometry.arcs;
  if (geometry.type === "MultiPolygon") return geometry.arcs.flat();
  return [];
}

function project(topology: Topology): Borders {
  const object = Object.values(topology.objects)[0];
  const geometries = object?.type === "GeometryCollection" ? object.geometries : [];
  const fitted = fit(decode(topology));
  const arcs = fitted.arcs.map((arc) => simplifyArc(arc));
  const shapes = geometries.map((geometry) => {
    const rings = ringsOf(geometry).map((ring) => joinRing(ring, arcs));
    return {
      code: String(geometry.id ?? ""),
      path: rings.map((each) => each.path).join(""),
      size: rings.reduce((sum, each) => sum + each.size, 0),
    };
  });
  return { width, height: fitted.height, shapes: shapes.filter((each) => each.path !== "") };
}

const kept: { text: string; borders: Borders }[] = [];

/** Reads TopoJSON into paths. The last few are kept, since the borders of a release never change. @throws where the text is no TopoJSON */
export function bordersOf(text: string): Borders {
  const known = kept.find((each) => each.text === text);
  if (known) return known.borders;
  const borders = project(JSON.parse(text) as Topology);
  kept.unshift({ text, borders });
  kept.length = Math.min(kept.length, 12);
  return borders;
}
