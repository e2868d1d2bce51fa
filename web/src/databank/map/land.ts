import type { Topology } from "topojson-specification";
import { conic, type Drawn, decode, isSynthetic, type Project, ringsOf, waysOf } from "../../presentations/borders.ts";
import { areaOf, middleOf, type Point, pointsOf } from "../../presentations/outline.ts";
import type { Box } from "./view.ts";

/** An area on the land: its rings as x, y, x, y …, and what is asked of it often. */
export type LandArea = {
  readonly code: string;
  readonly kind: "surface" | "line" | "point";
  readonly rings: readonly Float32Array[];
  readonly box: Box;
  /** Where its name stands, and from where the keyboard looks for neighbours. */
  readonly spot: Point;
  readonly size: number;
};

/** The areas of a level on one plane, as wide as `landWidth`. */
export type Land = {
  readonly areas: readonly LandArea[];
  /** Outlines on which objects are drawn; they hold no figures. */
  readonly under: readonly LandArea[];
  readonly index: ReadonlyMap<string, number>;
  /** Every border once. */
  readonly borders: readonly Float32Array[];
  readonly box: Box;
  readonly synthetic: boolean;
  readonly projection: "conic" | "mercator";
  /** From degrees to a place on the land. */
  place(degrees: Point): Point;
  /** What one unit of the projection measures on the land, and where its zero lies: for pictures that others cut. */
  readonly scale: number;
  readonly origin: Point;
};

/** Width of every land, in its own units. */
export const landWidth = 1000;

/** Web Mercator with the world as a square from 0 to 1, in which map services cut their pictures. */
export const mercator: Project = ([lon, lat]) => [
  lon / 360 + 0.5,
  0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI),
];

type Fit = { readonly scale: number; readonly origin: Point };

function fit(all: readonly Drawn[]): Fit {
  let [left, right, top] = [Infinity, -Infinity, Infinity];
  const widen = ([x, y]: Point): void => {
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
  };
  for (const { arcs, points } of all) {
    for (const arc of arcs) arc.forEach(widen);
    points.forEach(widen);
  }
  const scale = landWidth / (right - left || 1);
  return { scale, origin: [-left * scale, -top * scale] };
}

function flat(points: readonly Point[]): Float32Array {
  const out = new Float32Array(points.length * 2);
  points.forEach(([x, y], at) => {
    out[2 * at] = x;
    out[2 * at + 1] = y;
  });
  return out;
}

function boxOf(rings: readonly (readonly Point[])[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (const [x, y] of ring) {
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
  }
  return [left, top, right, bottom];
}

function areasOf({ arcs, points, geometries }: Drawn): LandArea[] {
  return geometries.flatMap((geometry): LandArea[] => {
    const code = String(geometry.id ?? "");
    const at = points.get(code);
    if (at) return [{ code, kind: "point", rings: [], box: [at[0], at[1], at[0], at[1]], spot: at, size: 0 }];
    const ways = waysOf(geometry);
    const rings = (ways.length > 0 ? ways : ringsOf(geometry)).map((ring) => pointsOf(ring, arcs)).filter((each) => each.length > 1);
    if (rings.length === 0) return [];
    const sizes = rings.map(areaOf);
    const largest = rings[sizes.indexOf(Math.max(...sizes))] ?? [];
    const size = ways.length > 0 ? 0 : sizes.reduce((sum, each) => sum + each, 0);
    const kind = ways.length > 0 ? "line" : "surface";
    const spot = kind === "line" ? (largest[Math.floor(largest.length / 2)] ?? [0, 0]) : middleOf(largest);
    return [{ code, kind, rings: rings.map(flat), box: boxOf(rings), spot, size }];
  });
}

/**
 * Reads TopoJSON text onto a plane. Cost: once over its corners.
 * @param below TopoJSON text of outlines to draw objects on
 */
export function openLand(text: string, projection: Land["projection"] = "conic", below?: string): Land {
  const topology = JSON.parse(text) as Topology;
  const project = projection === "conic" ? (conic as Project) : mercator;
  const drawn = decode(topology, project);
  const ground = below === undefined ? undefined : decode(JSON.parse(below) as Topology, project);
  const { scale, origin } = fit(ground === undefined ? [drawn] : [drawn, ground]);
  const move = ([x, y]: Point): Point => [x * scale + origin[0], y * scale + origin[1]];
  const moved = (each: Drawn): Drawn => ({
    ...each,
    arcs: each.arcs.map((arc) => arc.map(move)),
    points: new Map([...each.points].map(([code, at]) => [code, move(at)])),
  });
  const own = moved(drawn);
  const areas = areasOf(own);
  const under = ground === undefined ? [] : areasOf(moved(ground));
  return {
    areas,
    under,
    index: new Map(areas.map((each, at) => [each.code, at])),
    borders: own.arcs.map(flat),
    box: boxOf([...areas, ...under].map(({ box: [left, top, right, bottom] }) => [[left, top] as Point, [right, bottom] as Point])),
    synthetic: isSynthetic(topology),
    projection,
    place: (degrees) => move(project(degrees) ?? [0, 0]),
    scale,
    origin,
  };
}

/** A ring or way as the path of a drawing. */
export function pathOf(rings: readonly Float32Array[], closed: boolean, place: (x: number, y: number) => Point): string {
  let out = "";
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const [x, y] = place(ring[i] ?? 0, ring[i + 1] ?? 0);
      out += `${i === 0 ? "M" : "L"}${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`;
    }
    if (closed) out += "Z";
  }
  return out;
}
