import type { Point } from "../../presentations/outline.ts";

/** What part of the land is seen: a place of the land stands on the screen at `place × k + (x, y)`. */
export type View = { readonly k: number; readonly x: number; readonly y: number };
/** A box on the land: left, top, right, bottom. */
export type Box = readonly [number, number, number, number];
/** Size of the map on the screen, in CSS pixels. */
export type Frame = { readonly width: number; readonly height: number };

/** How far one can zoom in beyond the whole land. */
const deepest = 60;
/** Space around what is shown whole. */
const margin = 10;

/** The view in which a box is seen whole, in the middle. */
export function viewOf([left, top, right, bottom]: Box, frame: Frame, most = Number.POSITIVE_INFINITY): View {
  const wide = Math.max(1, frame.width - 2 * margin) / Math.max(right - left, 1e-6);
  const high = Math.max(1, frame.height - 2 * margin) / Math.max(bottom - top, 1e-6);
  const k = Math.min(wide, high, most);
  return { k, x: (frame.width - (left + right) * k) / 2, y: (frame.height - (top + bottom) * k) / 2 };
}

/** Zooms around a place on the screen that stays where it is. */
export function zoomAt(view: View, factor: number, [x, y]: Point): View {
  return { k: view.k * factor, x: x - (x - view.x) * factor, y: y - (y - view.y) * factor };
}

/** Moves what is seen. */
export function panBy(view: View, dx: number, dy: number): View {
  return { k: view.k, x: view.x + dx, y: view.y + dy };
}

/** The nearest view that still makes sense: not farther out than the whole land, not deeper than its borders hold, land in sight. */
export function bounded(view: View, box: Box, frame: Frame): View {
  const home = viewOf(box, frame);
  if (view.k <= home.k) return home;
  const middle: Point = [frame.width / 2, frame.height / 2];
  const { k, x, y } = view.k > home.k * deepest ? zoomAt(view, (home.k * deepest) / view.k, middle) : view;
  const hold = (at: number, from: number, to: number, size: number): number =>
    Math.min(size / 2 - from * k, Math.max(size / 2 - to * k, at));
  return { k, x: hold(x, box[0], box[2], frame.width), y: hold(y, box[1], box[3], frame.height) };
}

/** Where a place of the land stands on the screen. */
export function toScreen(view: View, [x, y]: Point): Point {
  return [x * view.k + view.x, y * view.k + view.y];
}

/** Which place of the land a place on the screen is. */
export function toLand(view: View, [x, y]: Point): Point {
  return [(x - view.x) / view.k, (y - view.y) / view.k];
}

/** The movement that makes a picture of one view look like another, as CSS writes it. */
export function moveBetween(drawn: View, live: View): string {
  const scale = live.k / drawn.k;
  return `translate(${live.x - drawn.x * scale}px, ${live.y - drawn.y * scale}px) scale(${scale})`;
}
