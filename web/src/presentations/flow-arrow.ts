import { tenth } from "./plane.tsx";

type Spot = { readonly x: number; readonly y: number };

/** The shaft and the head of an arrow, as paths. */
export type Arrow = { readonly shaft: string; readonly head: string };

/** How far an arrow bends to its right, in parts of its length: there and back stay apart. */
const bend = 0.16;

const at = (from: Spot, bow: Spot, to: Spot, t: number): Spot => ({
  x: (1 - t) ** 2 * from.x + 2 * t * (1 - t) * bow.x + t * t * to.x,
  y: (1 - t) ** 2 * from.y + 2 * t * (1 - t) * bow.y + t * t * to.y,
});

const say = ({ x, y }: Spot): string => `${tenth(x)} ${tenth(y)}`;

/**
 * An arrow from one place to another that bends to its right, of which the head is wider than the shaft; a plain curve where there is
 * no direction.
 * @param least the size of the smallest head
 */
export function arrowOf(from: Spot, to: Spot, width: number, directed: boolean, least: number): Arrow {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const bow = { x: (from.x + to.x) / 2 - dy * bend, y: (from.y + to.y) / 2 + dx * bend };
  if (!directed) return { shaft: `M${say(from)}Q${say(bow)} ${say(to)}`, head: "" };
  const head = Math.min(length * 0.4, Math.max(least, width * 1.7));
  const back = Math.max(0.5, 1 - head / length);
  const neck = at(from, bow, to, back);
  const [hx, hy] = [to.x - neck.x, to.y - neck.y];
  const long = Math.hypot(hx, hy) || 1;
  const half = Math.max(head * 0.45, width * 0.95);
  const side = { x: (-hy / long) * half, y: (hx / long) * half };
  const near = at(from, bow, to, back / 2);
  const pull = { x: 2 * near.x - (from.x + neck.x) / 2, y: 2 * near.y - (from.y + neck.y) / 2 };
  const corners = [to, { x: neck.x + side.x, y: neck.y + side.y }, { x: neck.x - side.x, y: neck.y - side.y }];
  return { shaft: `M${say(from)}Q${say(pull)} ${say(neck)}`, head: `M${corners.map(say).join("L")}Z` };
}
