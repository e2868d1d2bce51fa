import type { Point } from "./outline.ts";

/** A name that would like to stand on a map. */
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

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** How much wider than its area a name may be. */
const overhang = 1.9;
/** Space that stays free around a name. */
const gap = 3;

function boxOf(at: Point, width: number, height: number): Box {
  return { left: at[0] - width / 2 - gap, right: at[0] + width / 2 + gap, top: at[1] - height / 2 - 1, bottom: at[1] + height / 2 + 1 };
}

function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
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
    if (box.left < 0 || box.top < 0 || box.right > frame.width || box.bottom > frame.height) continue;
    if (placed.some((each) => overlaps(each.box, box))) continue;
    placed.push({ code: wish.code, text: wish.text, at: wish.at, width, height: line, box });
  }
  return placed.map(({ box: _, ...label }) => label);
}

/** The width of a text in the letter of the site, about: for drawings that are made without a screen. */
export function roughWidth(text: string, size: number): number {
  return text.length * size * 0.52;
}
