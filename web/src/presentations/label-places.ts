/** A rectangle on a drawing. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A point that wants a name beside it. What comes first in a list is placed first. */
export type Wish = {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Of the sign at the point: names stay outside it. */
  readonly radius: number;
  /** Whether it must have a name, farther off where there is no room near it. */
  readonly must?: boolean;
  /** Whether its name rather stands under it. */
  readonly under?: boolean;
  /** What names may not cover, where that is not the sign around the point. */
  readonly keep?: Box;
};

/** A name with its place: `x`, `y` of the text's baseline, and how it is anchored. */
export type Label = {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "end" | "middle";
  readonly box: Box;
  /** Whether the name stands so far from its point that a line must join them. */
  readonly far: boolean;
};

/** Width of a letter in parts of its height; a little more than the mean of the type. */
const letter = 0.54;

/** Whether two rectangles share more than an edge. */
export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** About how wide a text is. */
export function widthOf(text: string, size: number): number {
  return text.length * letter * size;
}

const inside = (box: Box, within: Box): boolean =>
  box.x >= within.x && box.y >= within.y && box.x + box.width <= within.x + within.width && box.y + box.height <= within.y + within.height;

/** Ways from a point to its name, nearest first: horizontal and vertical side. */
const sides = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
] as const;

const upended = [[0, 1] as const, ...sides.filter(([h, v]) => h !== 0 || v !== 1)];

function labelAt(wish: Wish, [h, v]: readonly [number, number], size: number, gap: number): Label {
  const width = widthOf(wish.text, size);
  const away = (wish.radius + gap) * (h !== 0 && v !== 0 ? 0.75 : 1);
  const left = h > 0 ? wish.x + away : h < 0 ? wish.x - away - width : wish.x - width / 2;
  const middle = wish.y + v * (away + size / 2);
  const box = { x: left, y: middle - size * 0.55, width, height: size * 1.1 };
  const anchor = h > 0 ? "start" : h < 0 ? "end" : "middle";
  const x = h > 0 ? left : h < 0 ? left + width : wish.x;
  return { key: wish.key, text: wish.text, x, y: middle + size * 0.34, anchor, box, far: gap > 12 };
}

/**
 * Gives names a place where they cover no other name and nothing of `keep`. A name for which there is no room stays away, unless it
 * must be there: then it goes farther off, and at last stands where it covers least.
 */
export function placeLabels(wishes: readonly Wish[], within: Box, size: number, keep: readonly Box[] = []): readonly Label[] {
  const out: Label[] = [];
  for (const wish of wishes) {
    const taken = [...out.map((each) => each.box), ...keep];
    const gaps = wish.must ? [4, 16, 30, 46] : [4];
    const tries = gaps
      .flatMap((gap) => (wish.under ? upended : sides).map((side) => labelAt(wish, side, size, gap)))
      .filter((each) => inside(each.box, within));
    const free = tries.find((each) => !taken.some((box) => overlap(box, each.box)));
    const among = free ?? (wish.must ? tries.find((each) => !out.some((placed) => overlap(placed.box, each.box))) : undefined);
    if (among) out.push(among);
  }
  return out;
}

/** The square around a sign, to keep names off it. */
export function around(x: number, y: number, radius: number): Box {
  return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
}
