import type { Geometry, Position } from "geojson";
import { feature, quantize, transform } from "topojson-client";
import type { GeometryCollection, GeometryObject, Objects, Topology } from "topojson-specification";

/** The shapes of a level by the code of their area. */
export type Shapes = {
  /** The borders are invented. */
  readonly synthetic: boolean;
  /**
   * The shape of an area as RFC 7946 wants it: degrees of WGS 84, longitude first, rounded to 6 decimals (some 10 cm); outer rings run
   * counterclockwise, holes clockwise. Undefined where the level has no shape for the code.
   */
  shapeOf(code: string): Geometry | undefined;
  /** The topology as it is kept, and the object in it of each code. */
  readonly topology: Topology;
  readonly objects: ReadonlyMap<string, GeometryObject>;
};

/** Opens the shapes in a TopoJSON text. */
export function openShapes(text: string): Shapes {
  const topology = JSON.parse(text) as Topology & { readonly synthetic?: unknown };
  const first = Object.values(topology.objects)[0] as GeometryCollection | undefined;
  const objects = new Map((first?.geometries ?? []).map((each) => [String(each.id ?? ""), each as GeometryObject]));
  return {
    synthetic: topology.synthetic === true,
    topology,
    objects,
    shapeOf(code) {
      const object = objects.get(code);
      const geometry = object && (feature(topology, object) as { readonly geometry: Geometry | null }).geometry;
      return geometry ? tidied(geometry) : undefined;
    },
  };
}

/** Decimals of a degree that are written. */
const decimals = 6;

const rounded = (each: Position): Position => each.map((degree) => Number(degree.toFixed(decimals)));

function tidied(geometry: Geometry): Geometry {
  if (geometry.type === "GeometryCollection") return { ...geometry, geometries: geometry.geometries.map(tidied) };
  if (geometry.type === "Point") return { ...geometry, coordinates: rounded(geometry.coordinates) };
  if (geometry.type === "LineString" || geometry.type === "MultiPoint")
    return { ...geometry, coordinates: geometry.coordinates.map(rounded) };
  if (geometry.type === "MultiLineString") return { ...geometry, coordinates: geometry.coordinates.map((line) => line.map(rounded)) };
  if (geometry.type === "Polygon") return { ...geometry, coordinates: geometry.coordinates.map(wound) };
  return { ...geometry, coordinates: geometry.coordinates.map((polygon) => polygon.map(wound)) };
}

/** A ring in its direction: the first of a polygon counterclockwise, holes clockwise. */
function wound(ring: readonly Position[], at: number): Position[] {
  const out = ring.map(rounded);
  return signedArea(out) > 0 === (at === 0) ? out : out.reverse();
}

/** Twice the area within a ring; positive where it runs counterclockwise. */
function signedArea(ring: readonly Position[]): number {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  let out = 0;
  for (let at = 1; at < ring.length; at++) {
    const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = [ring[at - 1], ring[at]];
    out += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return out;
}

/** What a file says of an area beside its shape. */
export type Described = { readonly id: string; readonly code: string; readonly properties: Readonly<Record<string, unknown>> };

/** The areas of one level for `gatherShapes`; without `shapes` they have none. */
export type ShapedLevel = { readonly name: string; readonly shapes: Shapes | undefined; readonly areas: readonly Described[] };

/**
 * One topology of the areas of several levels, an object per level: only the arcs that are used, on a grid of a millionth of a degree. An
 * area without a shape is there with the type `null`.
 */
export function gatherShapes(levels: readonly ShapedLevel[]): Topology {
  const arcs: Position[][] = [];
  const objects = levels.map(({ name, shapes, areas }) => {
    const use = shapes && arcTaker(shapes.topology, arcs);
    const geometries = areas.map(({ id, code, properties }) => {
      const object = shapes?.objects.get(code);
      const shape = object === undefined || use === undefined ? { type: null } : use(object);
      return { ...shape, id, properties };
    });
    return [name, { type: "GeometryCollection", geometries }] as const;
  });
  const step = 10 ** -decimals;
  const whole = { type: "Topology", objects: Object.fromEntries(objects), arcs } as unknown as Topology<Objects<Record<string, never>>>;
  return quantize(whole, { scale: [step, step], translate: [0, 0] });
}

/** Takes shapes over from a topology: their arcs are put, in degrees, behind those that are there, each once. */
function arcTaker(topology: Topology, arcs: Position[][]): (object: GeometryObject) => object {
  const taken = new Map<number, number>();
  const inDegrees = transform(topology.transform ?? null);
  const take = (index: number): number => {
    const from = index < 0 ? ~index : index;
    const at = taken.get(from) ?? arcs.push((topology.arcs[from] ?? []).map((point, i) => [...inDegrees([...point], i > 0)])) - 1;
    taken.set(from, at);
    return index < 0 ? ~at : at;
  };
  const takeAll = (each: unknown): unknown => (Array.isArray(each) ? each.map(takeAll) : take(each as number));
  const placeAll = (each: unknown): unknown =>
    typeof (each as Position)[0] === "number" ? inDegrees([...(each as Position)]) : (each as unknown[]).map(placeAll);
  return function use(object): object {
    if (object.type === "GeometryCollection") return { type: object.type, geometries: object.geometries.map(use) };
    if (object.type === null) return { type: null };
    if ("arcs" in object) return { type: object.type, arcs: takeAll(object.arcs) };
    return { type: object.type, coordinates: placeAll(object.coordinates) };
  };
}
