import { quantize } from "topojson-client";
import { presimplify } from "topojson-simplify";
import type { GeometryCollection, GeometryObject, Objects, Topology } from "topojson-specification";

/** A corner of an arc with the area of the triangle that it makes with its neighbours: how much it matters. */
type Weighed = readonly [x: number, y: number, weight: number];

type Plain = Topology<Objects<Record<string, never>>>;

/** Steps of the grid on which coarse corners lie, along each side. */
const grid = 3000;
/** A corner counts where its triangle is larger than a square of this part of the side of the map. */
const finest = 1 / 600;
/** Shapes that save less than this part are not worth a second form. */
const worthwhile = 0.8;

/**
 * The borders of a level with fewer corners, for a first look: shared borders are thinned once, so neighbours stay joined and no area
 * disappears. Cost: n log n in the corners.
 * @returns undefined where the level holds no surfaces, or where little would be saved
 */
export function coarsen(text: string): string | undefined {
  const topology = JSON.parse(text) as Plain;
  const first = Object.values(topology.objects)[0] as GeometryCollection | undefined;
  const rings = (first?.geometries ?? []).flatMap(ringsOf);
  if (rings.length === 0) return undefined;
  const weighed = presimplify(topology);
  const arcs = weighed.arcs as unknown as Weighed[][];
  const least = (sideOf(arcs) * finest) ** 2;
  const thin = arcs.map((arc) => thinned(arc, least));
  for (const ring of rings) {
    const used = ring.map((index) => (index < 0 ? ~index : index));
    if (isFlat(used.flatMap((index) => thin[index] ?? []))) for (const index of used) thin[index] = arcs[index] ?? [];
  }
  const plain = { type: "Topology", objects: bare(topology), arcs: thin.map((arc) => arc.map(([x, y]) => [x, y])) } as Plain;
  const coarse = JSON.stringify(quantize(plain, grid));
  return coarse.length < text.length * worthwhile ? coarse : undefined;
}

/** The shapes with nothing but their code: a map takes names and figures from the answer. */
function bare({ objects }: Plain): Plain["objects"] {
  const [name = "", first] = Object.entries(objects)[0] ?? [];
  const geometries = ((first as GeometryCollection | undefined)?.geometries ?? []).map((each) => {
    const { properties: _, ...rest } = each;
    return rest;
  });
  return { [name]: { type: "GeometryCollection", geometries } } as Plain["objects"];
}

function ringsOf(geometry: GeometryObject): readonly (readonly number[])[] {
  if (geometry.type === "Polygon") return geometry.arcs;
  return geometry.type === "MultiPolygon" ? geometry.arcs.flat() : [];
}

/** Ends stay, and corners that matter enough. */
function thinned(arc: readonly Weighed[], least: number): Weighed[] {
  return arc.filter(([, , weight], at) => at === 0 || at === arc.length - 1 || weight >= least);
}

/** Whether a ring encloses nothing any more. */
function isFlat(corners: readonly Weighed[]): boolean {
  return new Set(corners.map(([x, y]) => `${x} ${y}`)).size < 3;
}

function sideOf(arcs: readonly (readonly Weighed[])[]): number {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const arc of arcs) {
    for (const [x, y] of arc) {
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [bottom, top] = [Math.min(bottom, y), Math.max(top, y)];
    }
  }
  return Math.max(right - left, top - bottom);
}
