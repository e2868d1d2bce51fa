import type { Position } from "geojson";
import type { Topology } from "topojson-specification";
import { decode, type Geometry, isSynthetic } from "../../presentations/borders.ts";
import { momentOf } from "../../presentations/map-classes.ts";
import { type Point, pointsOf } from "../../presentations/outline.ts";
import type { Subject } from "../../presentations/presentation.ts";
import { axisOf } from "../../presentations/reading.ts";
import { shownOf } from "./figures.ts";

/** What a file of a map says of itself. */
export type Credit = { readonly source: string; readonly release: string; readonly notice?: string };

/** Where the figures of a map come from. */
export function creditOf({ cube, voice }: Pick<Subject, "cube" | "voice">, notice: string | undefined): Credit {
  const source = cube.sources.map((each) => voice.say(each.name)).join("; ");
  return { source, release: cube.release, ...(notice === undefined ? {} : { notice }) };
}

type Placed = { readonly type: string; readonly coordinates: unknown };

function shapeOf(geometry: Geometry, arcs: readonly Point[][], at: Point | undefined): Placed | undefined {
  const line = (ring: readonly number[]): Position[] => pointsOf(ring, arcs);
  if (at) return { type: "Point", coordinates: at };
  switch (geometry.type) {
    case "Polygon":
      return { type: "Polygon", coordinates: geometry.arcs.map(line) };
    case "MultiPolygon":
      return { type: "MultiPolygon", coordinates: geometry.arcs.map((rings) => rings.map(line)) };
    case "LineString":
      return { type: "LineString", coordinates: line(geometry.arcs) };
    case "MultiLineString":
      return { type: "MultiLineString", coordinates: geometry.arcs.map(line) };
    default:
      return undefined;
  }
}

function shapesOf(topology: Topology): ReadonlyMap<string, Placed> {
  const { arcs, points, geometries } = decode(topology, (degrees) => degrees);
  const short = (value: number): number => Math.round(value * 1e6) / 1e6;
  const rounded = arcs.map((arc) => arc.map(([x, y]): Point => [short(x), short(y)]));
  return new Map(
    geometries.flatMap((each) => {
      const code = String(each.id ?? "");
      const shape = shapeOf(each, rounded, points.get(code));
      return shape ? [[code, shape] as const] : [];
    }),
  );
}

/**
 * The areas of a map with the figures that it shows, as GeoJSON text. An area without a visible figure has its state and no figure.
 * @param borders TopoJSON text
 * @param notice what is said of invented borders
 */
export function geojsonOf(subject: Subject, borders: string, notice: string): string {
  const topology = JSON.parse(borders) as Topology;
  const shapes = shapesOf(topology);
  const { measured, voice } = subject;
  const period = axisOf(subject.cube, "period").members[momentOf(subject)]?.code ?? "";
  const features = shownOf(subject.cube, momentOf(subject)).flatMap(({ area, cell }) => {
    const geometry = shapes.get(area.code);
    if (!geometry) return [];
    const figure = cell.value === undefined ? { status: cell.status } : { value: cell.value, status: cell.status };
    const properties = { code: area.code, level: area.level, name: voice.say(area.label), ...figure };
    return [{ type: "Feature", id: area.code, properties, geometry }];
  });
  const about = { indicator: measured.code, name: voice.say(measured.name), unit: voice.say(measured.unit), period };
  const credit = creditOf(subject, isSynthetic(topology) ? notice : undefined);
  return JSON.stringify({ type: "FeatureCollection", ...about, ...credit, features });
}
