import { type Cube, type CubeAxis, type CubeMember, cellAt } from "@peil/core/model/cube.ts";
import { drawnWords } from "../text/drawn.ts";
import { periodName } from "../text/period.ts";
import { choice } from "./chosen.ts";
import { subjectsOf } from "./many.ts";
import { type Kept, narrowed } from "./narrowed.ts";
import { nameOf } from "./parts.tsx";
import type { Measured, Setting, Subject } from "./presentation.ts";
import { type Cell, cellIn, focusOf, isMine } from "./reading.ts";

/** Marks by which a page finds what a shape stands for. */
export type Marks = { readonly "data-a"?: string; readonly "data-p"?: string; readonly "data-m"?: string };

/** Whose figures: the reader's own, those to compare with, others. */
export type Tone = "mine" | "benchmark" | "other";

/** A row or a column: a position on an axis of the cube. */
export type Line = {
  readonly at: number;
  readonly member: CubeMember;
  readonly label: string;
  readonly tone: Tone;
  readonly marks: Marks;
};

/** A cube as rows and columns, with every other axis held at one position. */
export type Matrix = {
  readonly subject: Subject;
  /** Positions on the axes of the cube; -1 where there is none. */
  readonly rowAxis: number;
  readonly columnAxis: number;
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  /** The position at which each axis is held. */
  readonly held: readonly number[];
  /** The period at which each indicator is held; one where they are held together. */
  readonly periods: readonly number[];
  cell(row: Line | undefined, column?: Line): Cell;
  measured(row: Line | undefined, column?: Line): Measured;
};

/** Axes with more than one position. */
export function severalAxes({ cube }: Subject): readonly number[] {
  return cube.axes.flatMap((axis, at) => (axis.members.length > 1 ? [at] : []));
}

/** What an axis goes by in settings. */
export function codeOfAxis(axis: CubeAxis): string {
  return axis.role === "member" ? axis.code : axis.role;
}

/** Name of a position on an axis: periods as they are said. */
export function labelOf(axis: CubeAxis | undefined, member: CubeMember | undefined, subject: Subject): string {
  if (axis?.role === "period" && member) return periodName(member.code, subject.voice);
  return nameOf(member, subject.voice);
}

/** The positions of an axis as lines. */
export function linesOf(subject: Subject, at: number): readonly Line[] {
  const axis = subject.cube.axes[at];
  if (!axis) return [];
  return axis.members.flatMap((member, index): readonly Line[] => {
    if (member.pseudo) return [];
    const tone = axis.role !== "area" || isMine(member, subject.mine) ? "mine" : member.compare ? "benchmark" : "other";
    return [{ at: index, member, label: labelOf(axis, member, subject), tone, marks: marksOf(axis, member) }];
  });
}

/** The mark of a position: of an area, a period or a member. */
export function marksOf(axis: CubeAxis, member: CubeMember): Marks {
  if (axis.role === "area") return { "data-a": member.code };
  return axis.role === "period" ? { "data-p": member.code } : { "data-m": member.code };
}

const ownOf = new WeakMap<Cube, readonly number[]>();
const filledOf = new WeakMap<Cube, number>();

/** The last period that was measured, with a figure in any cell; looked up once per cube. */
function lastFilled({ cube }: Subject, axis: number): number {
  const known = filledOf.get(cube) ?? findFilled(cube, axis);
  filledOf.set(cube, known);
  return known;
}

function findFilled(cube: Cube, axis: number): number {
  const { members } = cube.axes[axis] as CubeAxis;
  const inner = cube.axes.slice(axis + 1).reduce((n, each) => n * each.members.length, 1);
  const filled = new Set<number>();
  cube.status.forEach((state, cell) => {
    if (state === 0) filled.add(Math.floor(cell / inner) % members.length);
  });
  const measured = members.findLastIndex((each, at) => each.forecast !== true && filled.has(at));
  return measured >= 0 ? measured : Math.max(0, members.length - 1);
}

/** The position at which an axis is held: as it was set, else the reader's own area, the last period with figures, the first member. */
export function heldAt(subject: Subject, at: number): number {
  const axis = subject.cube.axes[at];
  if (!axis) return 0;
  const set = subject.settings?.[`at-${codeOfAxis(axis)}`] ?? (axis.role === "period" ? subject.settings?.["period"] : undefined);
  const found = set === undefined ? -1 : axis.members.findIndex((each) => each.code === set && !each.pseudo);
  if (found >= 0) return found;
  if (axis.role === "area") return Math.max(0, focusOf(subject));
  return axis.role === "period" ? lastFilled(subject, at) : 0;
}

/** The last period with figures of each of several indicators, where no period was set. */
function ownPeriods(subject: Subject, indicator: number, period: number): readonly number[] | undefined {
  const { cube } = subject;
  const count = cube.axes[indicator]?.members.length ?? 1;
  if (count < 2 || indicator !== 0 || period < 0 || subject.settings?.["period"] !== undefined) return undefined;
  const known = ownOf.get(cube) ?? subjectsOf(subject).map((one) => findFilled(one.cube, period - 1));
  ownOf.set(cube, known);
  return known;
}

/** Reads a cube along one or two axes, holding all others. */
export function matrixOf(subject: Subject, rowAxis: number, columnAxis = -1): Matrix {
  const { cube } = subject;
  const held = cube.axes.map((_, at) => heldAt(subject, at));
  const indicator = cube.axes.findIndex((each) => each.role === "indicator");
  const period = cube.axes.findIndex((each) => each.role === "period");
  const own = period === rowAxis || period === columnAxis ? undefined : ownPeriods(subject, indicator, period);
  const positions = (row: Line | undefined, column: Line | undefined): readonly number[] => {
    const at = held.map((position, axis) => (axis === rowAxis && row ? row.at : axis === columnAxis && column ? column.at : position));
    return own ? at.map((position, axis) => (axis === period ? (own[at[indicator] ?? 0] ?? position) : position)) : at;
  };
  return {
    subject,
    ...{ rowAxis, columnAxis, held },
    periods: own ?? (period < 0 ? [] : [held[period] ?? 0]),
    rows: linesOf(subject, rowAxis),
    columns: linesOf(subject, columnAxis),
    cell: (row, column) => cellIn(cube, cellAt(cube, positions(row, column))),
    measured: (row, column) => subject.indicators?.[positions(row, column)[indicator] ?? -1] ?? subject.measured,
  };
}

/** The axes of a matrix, by the order in which roles are preferred; `rows` may be set. */
export function pickAxes(
  subject: Subject,
  rowRoles: readonly CubeAxis["role"][],
  columnRoles: readonly CubeAxis["role"][],
): { readonly rows: number; readonly columns: number; readonly choices: readonly number[] } {
  const several = severalAxes(subject);
  const axes = subject.cube.axes;
  const byRole = (roles: readonly CubeAxis["role"][], not: number): number =>
    roles.flatMap((role) => several.filter((at) => axes[at]?.role === role && at !== not))[0] ?? -1;
  const choices = several.filter((at) => rowRoles.includes((axes[at] as CubeAxis).role));
  const set = choices.find((at) => codeOfAxis(axes[at] as CubeAxis) === subject.settings?.["rows"]);
  const rows = set ?? byRole(rowRoles, -1);
  return { rows, columns: byRole(columnRoles, rows), choices };
}

/** What is drawn of a matrix: the guard-rails judge this. */
export function shownOf({ subject, rowAxis, columnAxis, held }: Matrix, rows?: readonly Line[], columns?: readonly Line[]): Subject {
  const kept: Kept = subject.cube.axes.map((_, at) => {
    if (at === rowAxis) return rows?.map((each) => each.at);
    return at === columnAxis ? columns?.map((each) => each.at) : [held[at] ?? 0];
  });
  return narrowed(subject, kept);
}

/** The names of what is held, for titles: area, period, and the members of dimensions. */
export function heldNames({ subject, rowAxis, columnAxis, held }: Matrix): {
  readonly area: CubeMember | undefined;
  readonly period: CubeMember | undefined;
  readonly members: readonly string[];
} {
  const at = (role: CubeAxis["role"]): readonly CubeMember[] =>
    subject.cube.axes.flatMap((axis, index) => {
      const member = axis.members[held[index] ?? 0];
      return axis.role === role && index !== rowAxis && index !== columnAxis && member ? [member] : [];
    });
  return { area: at("area")[0], period: at("period")[0], members: at("member").map((each) => nameOf(each, subject.voice)) };
}

/** What can be set of a matrix: which axis makes the rows, and where the others are held. */
export function matrixSettings(matrix: Matrix, choices: readonly number[] = []): readonly Setting[] {
  const { subject, rowAxis, columnAxis, held } = matrix;
  const words = drawnWords(subject.voice);
  const axes = subject.cube.axes;
  const named = (at: number): { readonly value: string; readonly label: string } => ({
    value: codeOfAxis(axes[at] as CubeAxis),
    label: subject.voice.say((axes[at] as CubeAxis).label),
  });
  const own = choice("rows", words.rows, axes[rowAxis] && codeOfAxis(axes[rowAxis] as CubeAxis), choices.map(named));
  const others = severalAxes(subject).filter((at) => at !== rowAxis && at !== columnAxis);
  return [...own, ...others.flatMap((at) => heldSetting(subject, at, held[at] ?? 0))];
}

/** The setting for the position of an axis that is held: a moment for periods, a choice for others. */
export function heldSetting(subject: Subject, at: number, position: number): readonly Setting[] {
  const axis = subject.cube.axes[at];
  if (!axis || axis.members.length < 2) return [];
  const options = linesOf(subject, at).map((each) => ({ value: each.member.code, label: each.label }));
  const value = axis.members[position]?.code ?? "";
  const label = subject.voice.say(axis.label);
  if (axis.role === "period") return [{ code: "period", label, kind: "moment", value, options }];
  return choice(`at-${codeOfAxis(axis)}`, label, value, options);
}
