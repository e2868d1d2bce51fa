import type { Borders } from "../../presentations/borders.ts";

/** A rectangle on the map. */
export type Box = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };

/** An area on the canvas: its path, the box around it and the middle of that box. */
export type Mapped = { readonly code: string; readonly kind: "surface" | "line" | "point"; readonly path: Path2D; readonly box: Box };

/** Radius of a point on the map. */
const dot = 7;

/** The shapes of a level, ready for a canvas. */
export function mappedOf(borders: Borders): readonly Mapped[] {
  return borders.shapes.map(({ code, kind, path, at }) => {
    if (kind === "point" && at !== undefined) {
      const round = new Path2D();
      round.arc(at[0], at[1], dot, 0, 2 * Math.PI);
      return { code, kind, path: round, box: { x0: at[0] - dot, y0: at[1] - dot, x1: at[0] + dot, y1: at[1] + dot } };
    }
    return { code, kind, path: new Path2D(path), box: around(path) };
  });
}

/** The box around a path of absolute and relative steps in whole units. */
function around(path: string): Box {
  const box = { x0: Number.POSITIVE_INFINITY, y0: Number.POSITIVE_INFINITY, x1: Number.NEGATIVE_INFINITY, y1: Number.NEGATIVE_INFINITY };
  let [x, y] = [0, 0];
  for (const [, command = "", rest = ""] of path.matchAll(/([MLHVmlhvZz])([^MLHVmlhvZz]*)/g)) {
    const numbers = rest.match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? [];
    const isRelative = command === command.toLowerCase();
    const step = command.toLowerCase();
    const size = step === "h" || step === "v" ? 1 : 2;
    for (let i = 0; i + size <= numbers.length; i += size) {
      const one = numbers[i] ?? 0;
      if (step !== "v") x = isRelative ? x + one : one;
      const other = step === "v" ? one : (numbers[i + 1] ?? 0);
      if (step !== "h") y = isRelative ? y + other : other;
      box.x0 = Math.min(box.x0, x);
      box.x1 = Math.max(box.x1, x);
      box.y0 = Math.min(box.y0, y);
      box.y1 = Math.max(box.y1, y);
    }
  }
  return box;
}

/** A box with its corners in order. */
export function boxOf({ x0, y0, x1, y1 }: Box): Box {
  return { x0: Math.min(x0, x1), y0: Math.min(y0, y1), x1: Math.max(x0, x1), y1: Math.max(y0, y1) };
}

/** The areas of which the middle lies in a box. */
export function codesInBox(mapped: readonly Pick<Mapped, "code" | "box">[], box: Box): readonly string[] {
  return mapped.flatMap(({ code, box: own }) => {
    const [x, y] = [(own.x0 + own.x1) / 2, (own.y0 + own.y1) / 2];
    return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1 ? [code] : [];
  });
}

let pen: CanvasRenderingContext2D | null | undefined;

/** The area under a place; what is drawn later lies above. */
export function shapeAt(mapped: readonly Mapped[], x: number, y: number): string | undefined {
  pen ??= document.createElement("canvas").getContext("2d");
  return mapped.findLast(({ box, path, kind }) => {
    const inside = x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
    return inside && (kind === "line" ? pen?.isPointInStroke(path, x, y) : pen?.isPointInPath(path, x, y, "evenodd"));
  })?.code;
}
