import { fsum, round12 } from "@peil/core/statistics/round.ts";
import type { LineString, MultiLineString, Position } from "geojson";
import type { Borders } from "./borders.ts";
import type { Spot } from "./systems.ts";

/** What a line has in each area, as a part of its whole length; `outside` is what lies in no area. */
export type Shares = { readonly length: number; readonly areas: ReadonlyMap<string, number>; readonly outside: number };

/** Pieces shorter than this part of their side are where a line touches a border, not a stay behind it. */
const touch = 1e-9;
/** Mean radius of the earth in metres (IUGG). */
const radius = 6_371_008.8;

/** Length in metres of the shortest way between two places (haversine formula). */
export function distanceOf(a: Spot, b: Spot): number {
  const rad = Math.PI / 180;
  const half = (x: number): number => Math.sin((x * rad) / 2) ** 2;
  const h = half(b[1] - a[1]) + Math.cos(a[1] * rad) * Math.cos(b[1] * rad) * half(b[0] - a[0]);
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(h)));
}

/**
 * Cuts a line at every border that it crosses and gives each piece to the area in which its middle lies; a piece along a border
 * between two areas goes to the smaller code, as a point there does.
 */
export function sharesOf(line: LineString | MultiLineString, borders: Borders): Shares {
  const parts = new Map<string | undefined, number[]>();
  for (const way of line.type === "LineString" ? [line.coordinates] : line.coordinates) {
    for (let at = 1; at < way.length; at++) cutSide(spotOf(way[at - 1]), spotOf(way[at]), borders, parts);
  }
  const length = fsum([...parts.values()].flat());
  const areas = new Map<string, number>();
  for (const code of [...parts.keys()].sort()) if (code !== undefined) areas.set(code, round12(fsum(parts.get(code) ?? []) / length));
  return { length, areas, outside: length === 0 ? 0 : round12(fsum(parts.get(undefined) ?? []) / length) };
}

function spotOf(position: Position | undefined): Spot {
  return [position?.[0] ?? 0, position?.[1] ?? 0];
}

/** Adds the lengths of the pieces of one side to those of their areas. */
function cutSide(from: Spot, to: Spot, borders: Borders, parts: Map<string | undefined, number[]>): void {
  const length = distanceOf(from, to);
  const cuts = [0, 1];
  for (const [a, b] of borders.sidesNear(from, to)) cuts.push(...crossingsOf(from, to, spotOf(a), spotOf(b)));
  cuts.sort((a, b) => a - b);
  for (let at = 1; at < cuts.length; at++) {
    const [start, end] = [cuts[at - 1] ?? 0, cuts[at] ?? 1];
    if (end - start < touch) continue;
    const middle = (start + end) / 2;
    const code = borders.areaAt([from[0] + middle * (to[0] - from[0]), from[1] + middle * (to[1] - from[1])]);
    const known = parts.get(code) ?? [];
    parts.set(code, known);
    known.push(length * (end - start));
  }
}

/** Where a side of a border cuts the way from one place to another, as parts of that way; both ends where it runs along it. */
function crossingsOf(from: Spot, to: Spot, a: Spot, b: Spot): number[] {
  const [rx, ry] = [to[0] - from[0], to[1] - from[1]];
  const [sx, sy] = [b[0] - a[0], b[1] - a[1]];
  const [qx, qy] = [a[0] - from[0], a[1] - from[1]];
  const across = rx * sy - ry * sx;
  if (across === 0) {
    if (qx * ry - qy * rx !== 0) return [];
    const square = rx * rx + ry * ry;
    return [a, b].map((end) => ((end[0] - from[0]) * rx + (end[1] - from[1]) * ry) / square).filter((each) => each > 0 && each < 1);
  }
  const along = (qx * sy - qy * sx) / across;
  const onSide = (qx * ry - qy * rx) / across;
  return along > 0 && along < 1 && onSide >= 0 && onSide <= 1 ? [along] : [];
}
