/** A dot with the distance that it keeps from the line. */
export type Placed = { readonly x: number; readonly y: number /** Whether it covers no other. */; readonly free: boolean };

/**
 * Sets dots beside each other where they would cover each other: each as near to the line as there is room. Equal places give equal
 * drawings. Dots that find no room within `most` of the line stand on it.
 * @param xs places along the line, ascending
 */
export function swarm(xs: readonly number[], radius: number, most: number): readonly Placed[] {
  const out: Placed[] = [];
  const reach = 2 * radius + 0.6;
  for (const x of xs) {
    const near: Placed[] = [];
    for (let at = out.length - 1; at >= 0 && x - (out[at] as Placed).x < reach; at--) near.push(out[at] as Placed);
    const free = (y: number): boolean => near.every((each) => (each.x - x) ** 2 + (each.y - y) ** 2 >= reach * reach - 1e-6);
    const edges = near.flatMap((each) => {
      const away = Math.sqrt(Math.max(0, reach * reach - (each.x - x) ** 2));
      return [each.y - away, each.y + away];
    });
    const y = [0, ...edges].filter((each) => Math.abs(each) <= most && free(each)).sort((a, b) => Math.abs(a) - Math.abs(b) || a - b)[0];
    out.push({ x, y: y ?? 0, free: y !== undefined });
  }
  return out;
}
