import type { CubeAxis, CubeMember } from "@peil/core/model/cube.ts";
import type { Subject } from "./presentation.ts";
import { axisOf, type Cell, cellOf, focusOf, lastPeriodWithFigures, memberAxes } from "./reading.ts";

/** A cube seen as rows and columns for one area and period. */
export type Crossing = {
  readonly rows: CubeAxis;
  /** The second dimension, or the areas or periods where there is only one. */
  readonly columns: CubeAxis;
  readonly area: CubeMember | undefined;
  readonly period: CubeMember | undefined;
  cell(row: number, column: number): Cell;
};

const empty: CubeAxis = { code: "", label: { nl: "" }, role: "member", members: [] };

function lastPeriod(subject: Subject, area: number): number {
  const periods = axisOf(subject.cube, "period").members;
  return periods.length === 0 ? 0 : Math.min(lastPeriodWithFigures(subject.cube, area), periods.length - 1);
}

/** Crosses two dimensions of a cube for the reader's area in the last period; one dimension is crossed with the areas. */
export function crossingOf(subject: Subject): Crossing {
  const { cube } = subject;
  const [rows = empty, second] = memberAxes(cube);
  const areas = axisOf(cube, "area");
  const focus = Math.max(0, focusOf(subject));
  const period = second ? Math.max(0, axisOf(cube, "period").members.length - 1) : lastPeriod(subject, focus);
  const shared = { rows, area: areas.members[focus], period: axisOf(cube, "period").members[period] };
  if (second) return { ...shared, columns: second, cell: (row, column) => cellOf(cube, focus, period, [row, column]) };
  return { ...shared, columns: areas, cell: (row, column) => cellOf(cube, column, period, [row]) };
}
