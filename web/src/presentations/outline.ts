/** A place on the drawing. */
export type Point = [number, number];

/** Points nearer to the straight line than this many units are left out. */
const tolerance = 1.1;

function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = Math.hypot(bx - ax, by - ay);
  if (length === 0) return Math.hypot(x - ax, y - ay);
  return Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
}

/** Douglas–Peucker on one shared border, ends kept: neighbours stay joined. Cost: n log n mostly. */
export function simplifyArc(arc: readonly Point[]): readonly Point[] {
  const keep = new Set<number>([0, arc.length - 1]);
  const stack: [number, number][] = [[0, arc.length - 1]];
  for (let span = stack.pop(); span; span = stack.pop()) {
    const [from, to] = span;
    const start = arc[from];
    const end = arc[to];
    if (!start || !end) continue;
    let far = -1;
    let most = tolerance;
    for (let i = from + 1; i < to; i++) {
      const here = distance(arc[i] as Point, start, end);
      if (here > most) [far, most] = [i, here];
    }
    if (far < 0) continue;
    keep.add(far);
    stack.push([from, far], [far, to]);
  }
  return [...keep].sort((a, b) => a - b).map((index) => arc[index] as Point);
}

/** The corners of a ring or line, each once in a row. */
export function pointsOf(ring: readonly number[], arcs: readonly (readonly Point[])[]): Point[] {
  const out: Point[] = [];
  for (const index of ring) {
    const arc = index < 0 ? (arcs[~index] ?? []).toReversed() : (arcs[index] ?? []);
    for (const point of arc) {
      const last = out.at(-1);
      if (!last || last[0] !== point[0] || last[1] !== point[1]) out.push(point);
    }
  }
  return out;
}

/** A line as a path of relative whole steps. */
export function joinLine(line: readonly number[], arcs: readonly (readonly Point[])[]): string {
  const points = pointsOf(line, arcs);
  const [first] = points;
  if (!first) return "";
  let [x, y] = first;
  let path = `M${x} ${y}l`;
  for (const [nx, ny] of points.slice(1)) {
    path += pair(nx - x, ny - y, path.endsWith("l"));
    [x, y] = [nx, ny];
  }
  return points.length < 2 ? `${path}0 0` : path;
}

/** The size of a ring. */
export function areaOf(points: readonly Point[]): number {
  let twice = 0;
  points.forEach(([x, y], i) => {
    const [nx, ny] = points[(i + 1) % points.length] as Point;
    twice += x * ny - nx * y;
  });
  return Math.abs(twice) / 2;
}

/** The middle of gravity of a ring. */
export function middleOf(points: readonly Point[]): Point {
  let [twice, x, y] = [0, 0, 0];
  points.forEach((from, i) => {
    const to = points[(i + 1) % points.length] as Point;
    const part = from[0] * to[1] - to[0] * from[1];
    twice += part;
    x += (from[0] + to[0]) * part;
    y += (from[1] + to[1]) * part;
  });
  return twice === 0 ? (points[0] ?? [0, 0]) : [x / (3 * twice), y / (3 * twice)];
}

type Ring = { readonly path: string; readonly size: number; readonly spot: Point };

/** A ring as a path of relative whole steps, the shortest that SVG allows; empty where nothing of it is left. */
export function joinRing(ring: readonly number[], arcs: readonly (readonly Point[])[]): Ring {
  const points = pointsOf(ring, arcs);
  const [first] = points;
  const size = areaOf(points);
  if (!first || points.length < 4 || size < 2) return { path: "", size: 0, spot: [0, 0] };
  let [x, y] = first;
  let path = `M${x} ${y}l`;
  for (const [nx, ny] of points.slice(1, -1)) {
    path += pair(nx - x, ny - y, path.endsWith("l"));
    [x, y] = [nx, ny];
  }
  return { path: `${path}z`, size, spot: middleOf(points) };
}

function pair(dx: number, dy: number, start: boolean): string {
  const one = start || dx < 0 ? String(dx) : ` ${dx}`;
  return dy < 0 ? `${one}${dy}` : `${one} ${dy}`;
}
