import type { Feature, Position } from "geojson";
import { featuresOf } from "./objects.ts";
import { type Metres, metresOf } from "./systems.ts";

/**
 * A point of each feature of a TopoJSON text, by code, in whole metres (Belgian Lambert 72): of a point itself, of a line its middle
 * corner, of an area the centre of gravity of its largest part, or where that lies outside, the middle of the widest stretch beside it.
 */
export function spotsOf(text: string): ReadonlyMap<string, Metres> {
  return new Map(
    featuresOf(text).flatMap((each) => {
      const spot = spotOf(each);
      return spot === undefined ? [] : [[String(each.id ?? ""), [Math.round(spot[0]), Math.round(spot[1])] as const] as const];
    }),
  );
}

function spotOf({ geometry }: Feature): Metres | undefined {
  switch (geometry?.type) {
    case "Point":
      return inMetres([geometry.coordinates])[0];
    case "LineString":
      return middle(geometry.coordinates);
    case "MultiLineString":
      return middle(geometry.coordinates[0] ?? []);
    case "Polygon":
      return within([geometry.coordinates]);
    case "MultiPolygon":
      return within(geometry.coordinates);
    default:
      return undefined;
  }
}

function inMetres(corners: readonly Position[]): readonly Metres[] {
  return corners.map(([x = Number.NaN, y = Number.NaN]) => metresOf(x, y));
}

function middle(corners: readonly Position[]): Metres | undefined {
  const corner = corners[Math.floor(corners.length / 2)];
  return corner === undefined ? undefined : inMetres([corner])[0];
}

/** Twice the area and the centre of gravity of a ring (shoelace formula). */
function balance(ring: readonly Metres[]): { readonly area: number; readonly centre: Metres } {
  const [originX, originY] = ring[0] ?? [0, 0];
  let [area, x, y] = [0, 0, 0];
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = ring[i] as Metres;
    const [bx, by] = ring[(i + 1) % ring.length] as Metres;
    const cross = (ax - originX) * (by - originY) - (bx - originX) * (ay - originY);
    area += cross;
    x += (ax + bx - 2 * originX) * cross;
    y += (ay + by - 2 * originY) * cross;
  }
  return { area: Math.abs(area), centre: area === 0 ? [originX, originY] : [originX + x / (3 * area), originY + y / (3 * area)] };
}

function within(parts: readonly (readonly Position[][])[]): Metres | undefined {
  const measured = parts.map((rings) => {
    const projected = rings.map(inMetres);
    return { rings: projected, ...balance(projected[0] ?? []) };
  });
  const largest = measured.sort((a, b) => b.area - a.area)[0];
  if (largest === undefined) return undefined;
  const [x, y] = largest.centre;
  const crossings = largest.rings.flatMap((ring) => crossingsOf(ring, y)).sort((a, b) => a - b);
  const stretches = crossings.flatMap((from, i) => (i % 2 === 0 ? [[from, crossings[i + 1] ?? from] as const] : []));
  if (stretches.length === 0 || stretches.some(([from, to]) => from <= x && x <= to)) return [x, y];
  const [from, to] = stretches.reduce((one, other) => (other[1] - other[0] > one[1] - one[0] ? other : one));
  return [(from + to) / 2, y];
}

/** Where a ring crosses a horizontal line. */
function crossingsOf(ring: readonly Metres[], y: number): readonly number[] {
  return ring.flatMap(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length] as Metres;
    return ay > y === by > y ? [] : [ax + ((y - ay) / (by - ay)) * (bx - ax)];
  });
}
