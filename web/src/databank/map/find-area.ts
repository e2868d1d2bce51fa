import type { Point } from "../../presentations/outline.ts";
import type { Land, LandArea } from "./land.ts";

/** Whether a place lies in a surface: by the borders to its right, one way in and one way out. */
export function isInside({ rings, box }: LandArea, [x, y]: Point): boolean {
  if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) return false;
  let inside = false;
  for (const ring of rings) {
    let [ax, ay] = [ring[ring.length - 2] ?? 0, ring[ring.length - 1] ?? 0];
    for (let i = 0; i < ring.length; i += 2) {
      const [bx, by] = [ring[i] ?? 0, ring[i + 1] ?? 0];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      [ax, ay] = [bx, by];
    }
  }
  return inside;
}

/** The position of the area at a place; of objects the nearest within reach. -1 where there is none. */
export function areaAt(land: Land, at: Point, reach: number): number {
  let [found, nearest] = [-1, reach];
  for (let i = 0; i < land.areas.length; i++) {
    const area = land.areas[i] as LandArea;
    if (area.kind === "surface") {
      if (isInside(area, at)) return i;
      continue;
    }
    const away = Math.hypot(area.spot[0] - at[0], area.spot[1] - at[1]);
    if (away <= nearest) [found, nearest] = [i, away];
  }
  return found;
}

/** Directions of the arrow keys, y downwards. */
export const directions: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * The neighbour in a direction: nearest along it, where what lies aside counts double. Only areas within 60 degrees of the direction.
 * @returns its position, or the one it came from where nothing lies that way
 */
export function neighbourOf(areas: readonly Pick<LandArea, "spot">[], from: number, [dx, dy]: Point): number {
  const start = areas[from]?.spot;
  if (!start) return from;
  let [found, least] = [from, Infinity];
  areas.forEach(({ spot }, at) => {
    const [x, y] = [spot[0] - start[0], spot[1] - start[1]];
    const along = x * dx + y * dy;
    const aside = Math.abs(x * dy - y * dx);
    if (at === from || along <= 0 || aside > along * 1.75) return;
    const cost = along + 2 * aside;
    if (cost < least) [found, least] = [at, cost];
  });
  return found;
}
