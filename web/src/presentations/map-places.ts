import type { Borders, Shape } from "./borders.ts";
import type { Box } from "./label-places.ts";
import type { Point } from "./outline.ts";

/** Where something of an area can stand: a point inside it, and the box around it. */
export type MapPlace = { readonly code: string; readonly x: number; readonly y: number; readonly box: Box };

/** The rings of a path of relative steps, as `outline.ts` writes them. */
export function ringsOf(path: string): readonly (readonly Point[])[] {
  return path
    .split("M")
    .filter((each) => each !== "")
    .map((ring) => {
      const numbers = (ring.match(/-?\d+/g) ?? []).map(Number);
      let [x, y] = [numbers[0] ?? 0, numbers[1] ?? 0];
      const out: Point[] = [[x, y]];
      for (let i = 2; i + 1 < numbers.length; i += 2) {
        x += numbers[i] ?? 0;
        y += numbers[i + 1] ?? 0;
        out.push([x, y]);
      }
      return out;
    });
}

/** Twice the signed surface of a ring, and its centre of gravity. */
function gravity(ring: readonly Point[]): { readonly twice: number; readonly x: number; readonly y: number } {
  let [twice, x, y] = [0, 0, 0];
  ring.forEach(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length] as Point;
    const cross = ax * by - bx * ay;
    twice += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  });
  if (twice === 0) return { twice, x: ring[0]?.[0] ?? 0, y: ring[0]?.[1] ?? 0 };
  return { twice, x: x / (3 * twice), y: y / (3 * twice) };
}

/** Where a level line crosses a ring, from left to right. */
function crossings(ring: readonly Point[], y: number): readonly number[] {
  const out: number[] = [];
  ring.forEach(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length] as Point;
    if (ay > y !== by > y) out.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
  });
  return out.sort((a, b) => a - b);
}

/** The centre of gravity where that lies inside; else the middle of the widest stretch at its height. */
function insideOf(ring: readonly Point[]): Point {
  const { x, y } = gravity(ring);
  const cuts = crossings(ring, y + 0.01);
  let best: Point = [x, y];
  let widest = 0;
  for (let i = 0; i + 1 < cuts.length; i += 2) {
    const [from, to] = [cuts[i] ?? 0, cuts[i + 1] ?? 0];
    if (x >= from && x <= to) return [Math.round(x), Math.round(y)];
    if (to - from > widest) [widest, best] = [to - from, [(from + to) / 2, y]];
  }
  return [Math.round(best[0]), Math.round(best[1])];
}

function boxOf(points: readonly Point[]): Box {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function placeOf(shape: Shape): MapPlace | undefined {
  if (shape.at) return { code: shape.code, x: shape.at[0], y: shape.at[1], box: { x: shape.at[0], y: shape.at[1], width: 0, height: 0 } };
  const rings = ringsOf(shape.path);
  const largest = rings.toSorted((a, b) => Math.abs(gravity(b).twice) - Math.abs(gravity(a).twice))[0];
  if (!largest) return undefined;
  const [x, y] = insideOf(largest);
  return { code: shape.code, x, y, box: boxOf(rings.flat()) };
}

const kept = new WeakMap<Borders, ReadonlyMap<string, MapPlace>>();

/** A place for every area of a map, by code; worked out once. */
export function mapPlaces(borders: Borders): ReadonlyMap<string, MapPlace> {
  const known = kept.get(borders);
  if (known) return known;
  const places = borders.shapes.flatMap((each) => placeOf(each) ?? []);
  const out = new Map(places.map((each) => [each.code, each]));
  kept.set(borders, out);
  return out;
}

/** Half the distance that places of a map mostly have to the nearest other: what stands on them may be about this large. */
export function spacing(places: readonly MapPlace[], otherwise: number): number {
  const nearest = places.map((a) => Math.min(...places.map((b) => (a === b ? Infinity : Math.hypot(a.x - b.x, a.y - b.y)))));
  const sorted = nearest.filter(Number.isFinite).sort((a, b) => a - b);
  return sorted.length === 0 ? otherwise : (sorted[Math.floor(sorted.length / 2)] ?? otherwise) / 2;
}

/** Below this part of the areas, a map shows the neighbourhood of those that matter only. */
const fewOf = 0.6;

/** The part of a map to show: around the areas that matter where they are few, else all of it. */
export function frameOf(borders: Borders, codes: ReadonlySet<string>): Box {
  const places = [...mapPlaces(borders).values()].filter((each) => codes.has(each.code));
  const whole = { x: 0, y: 0, width: borders.width, height: borders.height };
  if (places.length === 0 || places.length >= borders.shapes.length * fewOf) return whole;
  const box = boxOf(
    places.flatMap(({ box: b }): Point[] => [
      [b.x, b.y],
      [b.x + b.width, b.y + b.height],
    ]),
  );
  const margin = Math.max(box.width, box.height) * 0.06;
  const width = Math.max(box.width + 2 * margin, (box.height + 2 * margin) * 1.35);
  const height = Math.max(box.height + 2 * margin, width * 0.42);
  const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2];
  return { x: Math.round(cx - width / 2), y: Math.round(cy - height / 2), width: Math.round(width), height: Math.round(height) };
}
