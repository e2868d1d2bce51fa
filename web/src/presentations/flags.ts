import { widthOf } from "./label-places.ts";

/** Something on a scale that wants its name above it. */
export type Flag = { readonly key: string; readonly text: string; readonly x: number };

/** A name above a scale: its row, 0 nearest the scale, and to which side of its pole it hangs. */
export type Hoisted = Flag & { readonly row: number; readonly side: "start" | "end"; readonly from: number; readonly to: number };

/** Rows above a scale; what finds no room in them has no name. */
const mostRows = 5;
const gap = 5;

function hung(flag: Flag, row: number, side: Hoisted["side"], size: number): Hoisted {
  const width = widthOf(flag.text, size);
  const [from, to] = side === "start" ? [flag.x + gap, flag.x + gap + width] : [flag.x - gap - width, flag.x - gap];
  return { ...flag, row, side, from, to };
}

/** Whether two flags can hang together: no name over a name, no pole through a name. */
export function clear(a: Hoisted, b: Hoisted): boolean {
  if (a.row === b.row) return a.to + gap <= b.from || b.to + gap <= a.from;
  const [low, high] = a.row < b.row ? [a, b] : [b, a];
  return high.x < low.from - 2 || high.x > low.to + 2;
}

type Sides = (flag: Flag) => readonly Hoisted["side"][];

function hang(flags: readonly Flag[], width: number, size: number, sides: Sides): readonly Hoisted[] {
  const out: Hoisted[] = [];
  for (const flag of flags) {
    const tries = Array.from({ length: mostRows }, (_, row) => sides(flag).map((side) => hung(flag, row, side, size))).flat();
    const free = tries.find((each) => each.from >= 0 && each.to <= width && out.every((other) => clear(each, other)));
    if (free) out.push(free);
  }
  return out;
}

/**
 * Hangs names on poles above a scale, each in the lowest row where no name or pole is in its way: in the order given, or where then a
 * name finds no place, as stairs that go down to the right or to the left.
 */
export function hoist(flags: readonly Flag[], width: number, size: number): readonly Hoisted[] {
  const byPlace = flags.toSorted((a, b) => a.x - b.x);
  const ways = [
    hang(flags, width, size, (flag) => (flag.x > width * 0.62 ? ["end", "start"] : ["start", "end"])),
    hang(byPlace.toReversed(), width, size, () => ["start"]),
    hang(byPlace, width, size, () => ["end"]),
  ];
  return ways.reduce((best, each) => (each.length > best.length ? each : best));
}
