import type { CubeMember } from "@peil/core/model/cube.ts";
import { type Gone, goneOf, placesOf } from "./moment-of.ts";
import { axisOf, type Cell, cellOf, isMine } from "./reading.ts";
import type { Roles } from "./roles.ts";
import { fiveOf, type Regression, regressionOf } from "./spread-numbers.ts";

/** An area in a cloud. Places are positions on the area axis. */
export type CloudPoint = {
  readonly area: CubeMember;
  readonly place: number;
  readonly x: number;
  readonly y: number;
  readonly xCell: Cell;
  readonly yCell: Cell;
  readonly colour?: Cell | undefined;
  readonly size?: Cell | undefined;
  readonly mine: boolean;
};

/** The points of a period, what is left out, and the line through them. */
export type Cloud = {
  readonly points: readonly CloudPoint[];
  readonly gone: Gone;
  readonly line: Regression | undefined;
  /** The benchmark's own place, where the figures are no amounts. */
  readonly benchmark: CloudPoint | undefined;
};

function pointAt(roles: Roles, place: number, period: number): CloudPoint | undefined {
  const { x, y, colour, size } = roles;
  const area = axisOf(x.cube, "area").members[place];
  const [xCell, yCell] = [cellOf(x.cube, place, period), cellOf(y.cube, place, period)];
  if (!area || xCell.value === undefined || yCell.value === undefined) return undefined;
  return {
    ...{ area, place, x: xCell.value, y: yCell.value, xCell, yCell },
    colour: colour && cellOf(colour.cube, place, period),
    size: size && cellOf(size.cube, place, period),
    mine: isMine(area, x.mine) && area.compare !== true,
  };
}

/** The cloud of a period. */
export function cloudOf(roles: Roles, period: number): Cloud {
  const places = placesOf(roles.x);
  const points = places.flatMap((place) => pointAt(roles, place, period) ?? []);
  const drawn = new Set(points.map((each) => each.place));
  const gone = goneOf(
    places.filter((each) => !drawn.has(each)).map((each) => worst(cellOf(roles.x.cube, each, period), cellOf(roles.y.cube, each, period))),
  );
  const amounts = roles.x.measured.dataType === "count" || roles.y.measured.dataType === "count";
  const compared = axisOf(roles.x.cube, "area").members.flatMap((each, at) => (each.compare ? [at] : []));
  const benchmark = amounts ? undefined : compared.flatMap((place) => pointAt(roles, place, period) ?? [])[0];
  return { points, gone, line: regressionOf(points.map((each) => [each.x, each.y] as const)), benchmark };
}

/** Of two cells of which one at least has no figure: the one that says why, hidden first. */
function worst(a: Cell, b: Cell): Cell {
  const isShut = (cell: Cell): boolean => cell.status === 2 || cell.status === 7;
  if (isShut(a)) return a;
  if (isShut(b)) return b;
  return a.value === undefined ? a : b;
}

/** Most areas outside the cloud that get a name. */
const mostNamed = 8;

/** Areas that stand apart: far from the line, or beyond the whiskers on either axis; the farthest first. */
export function outliersOf({ points, line }: Cloud): readonly CloudPoint[] {
  if (points.length <= mostNamed) return points;
  const away = (read: (point: CloudPoint) => number): ((point: CloudPoint) => number) => {
    const five = fiveOf(points.map(read));
    const spread = five ? five.q3 - five.q1 : 0;
    return (point) => (five && spread > 0 ? Math.max(five.q1 - read(point), read(point) - five.q3) / spread : 0);
  };
  const ways = [away((each) => each.x), away((each) => each.y)];
  if (line) ways.push(away((each) => each.y - line.base - line.slope * each.x));
  const far = points.map((point) => ({ point, by: Math.max(...ways.map((way) => way(point))) }));
  return far
    .filter((each) => each.by > 1)
    .sort((a, b) => b.by - a.by)
    .slice(0, mostNamed)
    .map((each) => each.point);
}
