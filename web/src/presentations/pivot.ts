import { sumStates } from "@peil/core/formula/evaluate.ts";
import { type Cube, type CubeAxis, type CubeMember, cellAt, cellFlag, statusAt, valueAt } from "@peil/core/model/cube.ts";
import { status } from "@peil/core/model/status.ts";
import type { Cell } from "./reading.ts";
import { isTooFew, sampleAt } from "./sample.ts";

/** How a cube lies in a table: which of its axes go down, which across, and in which order rows stand. */
export type PivotLayout = {
  /** Codes of axes; those of several members that are named nowhere go down, after the others. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Sorts rows by a column (its key), or by their first name. */
  readonly sort?: { readonly by: string; readonly down: boolean } | undefined;
  /** Codes of axes over which figures may be summed; empty: no totals. */
  readonly sums: readonly string[];
};

/** A row or column: a member of each of its axes. `key` joins their codes and tells it from the others. */
export type PivotLine = { readonly key: string; readonly at: readonly number[]; readonly members: readonly CubeMember[] };

/** A cube laid out. `cells` has a row per line of `rows`; totals stand apart, and are undefined where there may be none. */
export type Pivot = {
  readonly rowAxes: readonly CubeAxis[];
  readonly columnAxes: readonly CubeAxis[];
  /** Axes with one member: said once, above the table. */
  readonly fixed: readonly CubeAxis[];
  readonly rows: readonly PivotLine[];
  readonly columns: readonly PivotLine[];
  readonly cells: readonly (readonly Cell[])[];
  /** The total of each row over the columns, and of each column over the rows, in their order; and of everything. */
  readonly rowTotals: readonly (Cell | undefined)[] | undefined;
  readonly columnTotals: readonly (Cell | undefined)[] | undefined;
  readonly total: Cell | undefined;
};

const isShown = (axis: CubeAxis): boolean => axis.members.length > 1;

/** Codes of axes as they stand in a setting: known ones, each once. */
export function axesIn(setting: string | undefined, cube: Cube): readonly string[] {
  const known = new Set(cube.axes.filter(isShown).map((each) => each.code));
  return [...new Set((setting ?? "").split(";").map((each) => each.trim()))].filter((each) => known.has(each));
}

/** Columns that a reader can still overlook, and areas that stand beside each other while their periods go down. */
const mostAcross = 12;
const areasAcross = 5;

/**
 * Which axes go down and which across where the reader set neither: indicators across (with their periods, where there is room), a
 * few areas beside each other over their periods, else periods across, else the last axis that is short.
 */
export function usualLayout(cube: Cube): { readonly rows: readonly string[]; readonly columns: readonly string[] } {
  const shown = cube.axes.filter(isShown);
  const across = shown.length < 2 ? [] : acrossOf(shown);
  const columns = across.map((each) => each.code);
  return { columns, rows: shown.map((each) => each.code).filter((each) => !columns.includes(each)) };
}

function acrossOf(shown: readonly CubeAxis[]): readonly CubeAxis[] {
  const of = (role: CubeAxis["role"]): CubeAxis | undefined =>
    shown.find((each) => each.role === role && each.members.length <= mostAcross);
  const [indicator, period, area] = [of("indicator"), of("period"), of("area")];
  if (indicator) {
    const both = shown.length > 2 && period && indicator.members.length * period.members.length <= mostAcross;
    return both ? [indicator, period] : [indicator];
  }
  const hasPeriods = shown.some((each) => each.role === "period");
  if (shown.length === 2 && hasPeriods && area && area.members.length <= areasAcross) return [area];
  const last = period ?? shown.findLast((each) => each.members.length <= mostAcross);
  return last ? [last] : [];
}

function cellIn(cube: Cube, at: readonly number[]): Cell {
  const cell = cellAt(cube, at);
  const state = statusAt(cube, cell);
  const text = cube.texts?.[cell];
  if (state === status.value && text !== undefined) return { status: state, text };
  const value = valueAt(cube, cell);
  const flags = cube.flags?.[cell] ?? 0;
  if (value !== undefined) return { value, status: state, ...(flags === 0 ? {} : { flags }), ...sampleAt(cube, cell) };
  if (isTooFew(state, flags)) return { status: state, tooFew: true };
  const missing = cube.values[cell];
  return state === status.incomplete && missing !== undefined && missing > 0 ? { status: state, missing } : { status: state };
}

/** Key of the only line on a side without axes. */
export const onlyLine = "value";

function linesOf(axes: readonly CubeAxis[]): readonly PivotLine[] {
  if (axes.length === 0) return [{ key: onlyLine, at: [], members: [] }];
  let out: PivotLine[] = [{ key: "", at: [], members: [] }];
  for (const axis of axes) {
    out = out.flatMap((line) =>
      axis.members.map((member, at) => ({
        key: line.key === "" ? idOf(member) : `${line.key}/${idOf(member)}`,
        at: [...line.at, at],
        members: [...line.members, member],
      })),
    );
  }
  return out;
}

const idOf = ({ level, code }: CubeMember): string => (level === undefined ? code : `${level}:${code}`);

/** A sum of which every part is visible; undefined where one is not, or where there is nothing to sum. */
export function visibleSum(cells: readonly Cell[]): Cell | undefined {
  if (cells.some((each) => each.text !== undefined)) return undefined;
  const sum = sumStates(cells.map((each) => ({ value: each.value ?? Number.NaN, status: each.status })));
  if (sum.status !== status.value) return undefined;
  const flags = cells.reduce((all, each) => all | (each.flags ?? 0), 0) & (cellFlag.estimated | cellFlag.partial);
  return { value: sum.value, status: status.value, ...(flags === 0 ? {} : { flags }) };
}

/** Whether lines are parts of one whole: every axis may be summed, and none holds areas or groups beside their own parts. */
function addUp(axes: readonly CubeAxis[], sums: readonly string[]): boolean {
  if (axes.length === 0) return false;
  return axes.every((axis) => sums.includes(axis.code) && !axis.members.some((each) => each.compare || each.group));
}

function orderOf(
  rows: readonly PivotLine[],
  columns: readonly PivotLine[],
  cells: readonly (readonly Cell[])[],
  layout: PivotLayout,
): readonly number[] {
  const order = rows.map((_, at) => at);
  const { sort } = layout;
  const column = columns.findIndex((each) => each.key === sort?.by);
  if (!sort || (column < 0 && sort.by !== "name")) return order;
  const turn = sort.down ? -1 : 1;
  if (sort.by === "name") {
    const name = (at: number): string => rows[at]?.members.map((each) => each.label.nl).join(" ") ?? "";
    return order.sort((a, b) => turn * name(a).localeCompare(name(b), "nl") || a - b);
  }
  const value = (at: number): number | undefined => cells[at]?.[column]?.value;
  return order.sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined) || a - b;
    return turn * (x - y) || a - b;
  });
}

/**
 * The lines that hold something. Each indicator has its own newest period, so lines of an indicator in the period of another are empty
 * throughout: they were never asked. Other lines stay, empty or not.
 */
function askedLines(axes: readonly CubeAxis[], lines: readonly PivotLine[], cellsOf: (at: number) => readonly Cell[]): readonly number[] {
  const all = lines.map((_, at) => at);
  if (!["indicator", "period"].every((role) => axes.some((each) => each.role === role))) return all;
  const kept = all.filter((at) => cellsOf(at).some((each) => each.value !== undefined || each.text !== undefined || isSaid(each)));
  return kept.length > 0 ? kept : all;
}

const isSaid = (cell: Cell): boolean => cell.status !== status.unknown && cell.status !== status.empty;

/** Lays a cube out in rows and columns. Pure: the cube and the layout say everything. */
export function pivotOf(cube: Cube, layout: PivotLayout): Pivot {
  const shown = cube.axes.filter(isShown);
  const columnCodes = layout.columns.filter((each) => shown.some((axis) => axis.code === each));
  const named = layout.rows.filter((each) => !columnCodes.includes(each) && shown.some((axis) => axis.code === each));
  const rest = shown.map((each) => each.code).filter((each) => !columnCodes.includes(each) && !named.includes(each));
  const pick = (codes: readonly string[]): readonly CubeAxis[] => codes.flatMap((code) => shown.find((each) => each.code === code) ?? []);
  const [rowAxes, columnAxes] = [pick([...named, ...rest]), pick(columnCodes)];
  const [allLines, allColumns] = [linesOf(rowAxes), linesOf(columnAxes)];
  const place = (row: PivotLine, column: PivotLine): readonly number[] =>
    cube.axes.map((axis) => {
      const down = rowAxes.indexOf(axis);
      if (down >= 0) return row.at[down] ?? 0;
      const across = columnAxes.indexOf(axis);
      return across >= 0 ? (column.at[across] ?? 0) : 0;
    });
  const whole = allLines.map((row) => allColumns.map((column) => cellIn(cube, place(row, column))));
  const keptRows = askedLines(rowAxes, allLines, (at) => whole[at] ?? []);
  const keptColumns = askedLines(columnAxes, allColumns, (at) => whole.flatMap((row) => row[at] ?? []));
  const [lines, columns] = [keptRows.flatMap((at) => allLines[at] ?? []), keptColumns.flatMap((at) => allColumns[at] ?? [])];
  const plain = keptRows.map((at) => keptColumns.flatMap((column) => whole[at]?.[column] ?? []));
  const order = orderOf(lines, columns, plain, layout);
  const cells = order.map((at) => plain[at] ?? []);
  const [across, down] = [addUp(columnAxes, layout.sums), addUp(rowAxes, layout.sums)];
  return {
    ...{ rowAxes, columnAxes, columns, cells },
    fixed: cube.axes.filter((each) => !isShown(each)),
    rows: order.flatMap((at) => lines[at] ?? []),
    rowTotals: across ? cells.map(visibleSum) : undefined,
    columnTotals: down ? columns.map((_, at) => visibleSum(cells.map((row) => row[at] ?? { status: status.unknown }))) : undefined,
    total: across && down ? visibleSum(cells.flat()) : undefined,
  };
}
