import { type Box, overlap } from "./label-places.ts";
import type { Point } from "./outline.ts";

/** A name that would like to stand in its area on a map; names beside a sign are placed by `label-places.ts`. */
export type Wish = {
  readonly code: string;
  readonly text: string;
  readonly at: Point;
  /** How wide its area is there; a name that is much wider does not stand. */
  readonly room: number;
  /** Who comes first. */
  readonly rank: number;
  /** Whether it stands also where its area is small: the reader's own. */
  readonly always?: boolean;
};

/** A name with the box in which it stands. */
export type Label = { readonly code: string; readonly text: string; readonly at: Point; readonly width: number; readonly height: number };

/** How much wider than its area a name may be. */
const overhang = 1.9;
/** Space that stays free around a name. */
const gap = 3;

function boxOf([x, y]: Point, width: number, height: number): Box {
  return { x: x - width / 2 - gap, y: y - height / 2 - 1, width: width + 2 * gap, height: height + 2 };
}

/**
 * The names that fit: those of own and larger areas first, none over another, none outside the frame. Cost: n log n, and the square
 * of what stands.
 * @param widthOf width of a text as it will be drawn
 */
export function placeLabels(
  wishes: readonly Wish[],
  frame: { readonly width: number; readonly height: number },
  line: number,
  widthOf: (text: string) => number,
): readonly Label[] {
  const placed: (Label & { readonly box: Box })[] = [];
  for (const wish of wishes.toSorted((a, b) => b.rank - a.rank)) {
    if (!wish.always && wish.room < line) continue;
    const width = widthOf(wish.text);
    if (!wish.always && width > wish.room * overhang) continue;
    const box = boxOf(wish.at, width, line);
    if (box.x < 0 || box.y < 0 || box.x + box.width > frame.width || box.y + box.height > frame.height) continue;
    if (placed.some((each) => overlap(each.box, box))) continue;
    placed.push({ code: wish.code, text: wish.text, at: wish.at, width, height: line, box });
  }
  return placed.map(({ box: _, ...label }) => label);
}
