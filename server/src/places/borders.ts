import Flatbush from "flatbush";
import type { Position } from "geojson";
import pointInPolygon from "point-in-polygon-hao";
import { featuresOf } from "./objects.ts";
import type { Spot } from "./systems.ts";

/** One ring-bounded piece of an area. */
type Piece = { readonly code: string; readonly rings: number[][][] };

/**
 * The borders of a level, ready to be asked what lies where. Borders are taken as straight lines between their corners in degrees,
 * as they are drawn; on the scale of a country that differs from the shortest way over the globe by less than the borders' own error.
 */
export type Borders = {
  /** Codes of the areas that have borders. */
  readonly codes: ReadonlySet<string>;
  /**
   * The area in which a place lies; on a border between several the one with the smallest code, so that every publish and every
   * machine says the same. Undefined outside all of them.
   */
  areaAt(spot: Spot): string | undefined;
  /** Every side of every border whose box touches a box. */
  sidesNear(from: Spot, to: Spot): Iterable<readonly [a: Position, b: Position]>;
};

/** Reads borders from TopoJSON text. What is no surface is left out. */
export function openBorders(text: string): Borders {
  const pieces = featuresOf(text).flatMap(({ id, geometry }): Piece[] => {
    const code = String(id ?? "");
    if (geometry?.type === "Polygon") return [{ code, rings: geometry.coordinates }];
    return geometry?.type === "MultiPolygon" ? geometry.coordinates.map((rings) => ({ code, rings })) : [];
  });
  const index = indexOf(pieces);
  const near = (from: Spot, to: Spot): Piece[] => {
    const box = [Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1])] as const;
    return index?.search(...box).flatMap((at) => pieces[at] ?? []) ?? [];
  };
  return {
    codes: new Set(pieces.map((each) => each.code)),
    areaAt(spot) {
      let found: string | undefined;
      for (const { code, rings } of near(spot, spot)) {
        // 0 says that the place lies on the border itself.
        if (pointInPolygon([...spot], rings) !== false && (found === undefined || code < found)) found = code;
      }
      return found;
    },
    *sidesNear(from, to) {
      for (const { rings } of near(from, to)) for (const ring of rings) yield* sidesOf(ring);
    },
  };
}

function* sidesOf(ring: readonly Position[]): Iterable<readonly [Position, Position]> {
  for (let at = 1; at < ring.length; at++) yield [ring[at - 1] as Position, ring[at] as Position];
}

/** The boxes around the pieces; undefined where there are none, which the index cannot hold. */
function indexOf(pieces: readonly Piece[]): Flatbush | undefined {
  if (pieces.length === 0) return undefined;
  const index = new Flatbush(pieces.length);
  for (const { rings } of pieces) {
    let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [x = 0, y = 0] of rings[0] ?? []) {
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [bottom, top] = [Math.min(bottom, y), Math.max(top, y)];
    }
    index.add(left, bottom, right, top);
  }
  index.finish();
  return index;
}
