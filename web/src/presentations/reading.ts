import type { ProfileCell } from "@peil/core/api.ts";
import { type Cube, type CubeAxis, type CubeMember, cellAt, type Role, statusAt, valueAt } from "@peil/core/model/cube.ts";
import type { Rating } from "@peil/core/model/indicator.ts";
import { type Status, status } from "@peil/core/model/status.ts";
import { directionOf, ranks } from "@peil/core/statistics/rank.ts";
import type { Subject } from "./presentation.ts";
import { isTooFew, type Sample, sampleAt } from "./sample.ts";

/** One cell with its state; `text` where the indicator holds texts; `missing` is the number of missing areas where the state is incomplete. */
export type Cell = {
  readonly value?: number;
  readonly status: Status;
  readonly missing?: number;
  readonly text?: string;
  /** Bits of `cellFlag`; absent where there are none. */
  readonly flags?: number;
  /** For survey figures: the interval and the number of respondents. */
  readonly sample?: Sample;
  /** It is not shown because too few answered. */
  readonly tooFew?: true;
};

const none: CubeAxis = { code: "", label: { nl: "" }, role: "indicator", members: [] };

/** The first axis of a role; an empty one where the cube has none. */
export function axisOf(cube: Cube, role: Role): CubeAxis {
  return cube.axes.find((each) => each.role === role) ?? none;
}

/** The axes of dimension members, in order. */
export function memberAxes(cube: Cube): readonly CubeAxis[] {
  return cube.axes.filter((each) => each.role === "member");
}

/** The flat index of a cell by area and period, and by a position on each member axis. */
export function positionOf(cube: Cube, area: number, period: number, members: readonly number[] = []): number {
  let member = 0;
  const at = cube.axes.map((axis) => {
    if (axis.role === "area") return area;
    if (axis.role === "period") return period;
    return axis.role === "member" ? (members[member++] ?? 0) : 0;
  });
  return cellAt(cube, at);
}

/** Reads a cell by area and period, and by a position on each member axis. */
export function cellOf(cube: Cube, area: number, period: number, members: readonly number[] = []): Cell {
  return cellIn(cube, positionOf(cube, area, period, members));
}

/** Reads a cell by its flat index. */
export function cellIn(cube: Cube, cell: number): Cell {
  const state = statusAt(cube, cell);
  const text = cube.texts?.[cell];
  if (state === 0 && text !== undefined) return { status: state, text };
  const value = valueAt(cube, cell);
  const flags = cube.flags?.[cell] ?? 0;
  if (value !== undefined) return { value, status: state, ...(flags === 0 ? {} : { flags }), ...sampleAt(cube, cell) };
  if (isTooFew(state, flags)) return { status: state, tooFew: true };
  const missing = cube.values[cell];
  return state === 5 && missing !== undefined && missing > 0 ? { status: state, missing } : { status: state };
}

/** All cells of an answer, in its order. */
export function cellsOf(cube: Cube): readonly Cell[] {
  return Array.from(cube.values, (_, cell) => cellIn(cube, cell));
}

/** A cell of a page as drawings read it. */
export function cellOfProfile({ value, flags = 0, status: state }: ProfileCell): Cell {
  if (value === undefined)
    return isTooFew(state as Status, flags) ? { status: state as Status, tooFew: true } : { status: state as Status };
  return { value, status: state as Status, ...(flags === 0 ? {} : { flags }) };
}

/** Positions of the reader's own areas: those chosen, else the only one, else the first to compare with; none where there is none. */
export function ownOf(subject: Pick<Subject, "cube" | "mine">): readonly number[] {
  const areas = axisOf(subject.cube, "area").members;
  const chosen = (subject.mine ?? []).flatMap((ref) => {
    const at = areas.findIndex((each) => !each.compare && isMine(each, [ref]));
    return at < 0 ? [] : [at];
  });
  if (chosen.length > 0) return chosen;
  const instead = areas.length === 1 ? 0 : areas.findIndex((each) => each.compare === true);
  return instead < 0 ? [] : [instead];
}

/** Position of the first of the reader's own areas; -1 where there is none. */
export function focusOf(subject: Pick<Subject, "cube" | "mine">): number {
  return ownOf(subject)[0] ?? -1;
}

/** Whether the reader chose this area (rather than having it fall to the benchmark). */
export function isMine(area: CubeMember, mine: Subject["mine"]): boolean {
  return mine?.some((each) => area.code === each.code && (area.level === undefined || area.level === each.level)) === true;
}

/** An area with its figure in one period. */
export type Ranked = { readonly area: CubeMember; readonly cell: Cell; readonly position?: number };

/** Whether a figure exists that may not be seen: then nobody knows what is highest of all. */
export function isHidden(cell: Cell): boolean {
  return cell.status === status.private || cell.status === status.hidden;
}

/**
 * The areas of a period from high to low, with ranks 1-2-2-4 by the direction of the rating (first is the lowest where lower is
 * better); areas without a figure come last, pseudo and comparison areas not at all.
 */
export function rankedOf(cube: Cube, period: number, rating: Rating = "unknown"): readonly Ranked[] {
  const rows = axisOf(cube, "area").members.flatMap((area, index) =>
    area.pseudo || area.compare ? [] : [{ area, cell: cellOf(cube, index, period) }],
  );
  const figures = rows.filter((each) => each.cell.value !== undefined).sort((a, b) => (b.cell.value ?? 0) - (a.cell.value ?? 0));
  const places = ranks(
    figures.map((each) => each.cell.value),
    directionOf(rating),
  );
  const ranked = figures.map((each, index) => ({ ...each, position: places[index] ?? 0 }));
  return [...ranked, ...rows.filter((each) => each.cell.value === undefined)];
}

/** Position of the last period with a figure that was measured; of the last forecast where there is nothing else; else the last. */
export function lastPeriodWithFigures(cube: Cube, area: number): number {
  const periods = axisOf(cube, "period").members;
  const isFilled = (at: number): boolean => cellOf(cube, area, at).value !== undefined;
  const measured = periods.findLastIndex((each, at) => each.forecast !== true && isFilled(at));
  if (measured >= 0) return measured;
  const any = periods.findLastIndex((_, at) => isFilled(at));
  return any >= 0 ? any : Math.max(0, periods.length - 1);
}
