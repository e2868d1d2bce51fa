import type { LandArea } from "./land.ts";
import type { View } from "./view.ts";

/** How an area is filled: a step of the colours (0–8), or one of these. */
export const fill = { hatched: 9, dotted: 10, none: 11 } as const;
/** Number of ways to fill. */
export const fills = 12;

/** One crossing of a border with the middle of a row of pixels, in one number, so that sorting sorts by row and then from left to right. */
const rowUnit = 65_536;
let crossings = new Float64Array(4096);

function crossingsOf(area: LandArea, view: View, height: number): number {
  let count = 0;
  for (const ring of area.rings) {
    const { length } = ring;
    let ax = (ring[length - 2] ?? 0) * view.k + view.x;
    let ay = (ring[length - 1] ?? 0) * view.k + view.y;
    for (let i = 0; i < length; i += 2) {
      const bx = (ring[i] as number) * view.k + view.x;
      const by = (ring[i + 1] as number) * view.k + view.y;
      const [low, high] = ay < by ? [ay, by] : [by, ay];
      const first = Math.max(0, Math.ceil(low - 0.5));
      const last = Math.min(height - 1, Math.ceil(high - 0.5) - 1);
      const slope = (bx - ax) / (by - ay);
      for (let row = first; row <= last; row++) {
        if (count === crossings.length) crossings = grown(crossings);
        const x = ax + (row + 0.5 - ay) * slope;
        crossings[count++] = row * rowUnit + Math.min(rowUnit - 2, Math.max(0, x + 1));
      }
      ax = bx;
      ay = by;
    }
  }
  return count;
}

function grown(old: Float64Array): Float64Array<ArrayBuffer> {
  const out = new Float64Array(old.length * 2);
  out.set(old);
  return out;
}

/**
 * Writes for every pixel the area that covers its middle: position + 1, and 0 where there is none. Recolouring then only looks
 * colours up, whatever the borders. Cost: the corners and the pixels that areas cover.
 * @param view in pixels of the picture
 */
export function rasterise(areas: readonly LandArea[], view: View, width: number, height: number, out: Uint16Array): void {
  out.fill(0);
  areas.forEach((area, at) => {
    const [left, top, right, bottom] = area.box;
    if (right * view.k + view.x < 0 || left * view.k + view.x > width) return;
    if (bottom * view.k + view.y < 0 || top * view.k + view.y > height) return;
    const count = crossingsOf(area, view, height);
    const sorted = crossings.subarray(0, count).sort();
    for (let i = 0; i + 1 < count; i += 2) {
      const from = sorted[i] as number;
      const row = Math.floor(from / rowUnit);
      const start = Math.max(0, Math.ceil(from - row * rowUnit - 1.5));
      const end = Math.min(width, Math.ceil((sorted[i + 1] as number) - row * rowUnit - 1.5));
      if (end > start) out.fill(at + 1, row * width + start, row * width + end);
    }
  });
}

/** The colours of a picture as its pixels hold them: one a step, and for patterns the ground and the ink. */
export type Palette = { readonly steps: Uint32Array; readonly ground: number; readonly ink: number; readonly none: number };

/**
 * Colours a picture by its areas. Patterns are laid over the whole picture, so that they run through.
 * @param grain size of the pattern in pixels
 */
export function paint(ids: Uint16Array, byArea: Uint8Array, palette: Palette, width: number, grain: number, out: Uint32Array): void {
  const colours = new Uint32Array(fills);
  colours.set(palette.steps.subarray(0, 9));
  colours[fill.none] = palette.none;
  const period = 7 * grain;
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] as number;
    if (id === 0) {
      out[i] = 0;
      continue;
    }
    const way = byArea[id - 1] as number;
    if (way !== fill.hatched && way !== fill.dotted) {
      out[i] = colours[way] as number;
      continue;
    }
    const x = i % width;
    const y = (i - x) / width;
    const isInk = way === fill.hatched ? (x + y) % period < 2 * grain : x % period < 2 * grain && y % period < 2 * grain;
    out[i] = isInk ? palette.ink : palette.ground;
  }
}
