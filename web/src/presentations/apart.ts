import type { Box } from "./label-places.ts";

/** A round sign on a map. */
export type Sign = { readonly x: number; readonly y: number; readonly r: number };

type Loose = { x: number; y: number; readonly r: number };

const rounds = 80;

/**
 * Moves round signs apart until they cover each other no more, each as little as possible, and keeps them in the frame. Where there
 * is no room for all, they end up covering each other less.
 */
export function apart(signs: readonly Sign[], within: Box): readonly Sign[] {
  const out: Loose[] = signs.map((each) => ({ ...each }));
  for (let round = 0; round < rounds; round++) {
    let moved = false;
    for (let i = 0; i < out.length; i++) {
      for (let j = i + 1; j < out.length; j++) moved = push(out[i] as Loose, out[j] as Loose, i) || moved;
    }
    for (const each of out) {
      each.x = Math.min(within.x + within.width - each.r, Math.max(within.x + each.r, each.x));
      each.y = Math.min(within.y + within.height - each.r, Math.max(within.y + each.r, each.y));
    }
    if (!moved) break;
  }
  return out.map((each) => ({ ...each, x: Math.round(each.x), y: Math.round(each.y) }));
}

function push(a: Loose, b: Loose, turn: number): boolean {
  const wanted = a.r + b.r + 1.5;
  const [dx, dy] = a.x === b.x && a.y === b.y ? [Math.cos(turn), Math.sin(turn)] : [b.x - a.x, b.y - a.y];
  const far = Math.hypot(b.x - a.x, b.y - a.y);
  if (far >= wanted) return false;
  const length = Math.hypot(dx, dy) || 1;
  const by = (wanted - far) / 2;
  a.x -= (dx / length) * by;
  a.y -= (dy / length) * by;
  b.x += (dx / length) * by;
  b.y += (dy / length) * by;
  return true;
}
