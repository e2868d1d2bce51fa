import { type CubeAxis, cellAt } from "@peil/core/model/cube.ts";
import { areaInSentence } from "../text/area-name.ts";
import { drawnWords } from "../text/drawn.ts";
import { chosenOf } from "./chosen.ts";
import { type Line, labelOf, type Matrix, matrixOf, severalAxes } from "./matrix.ts";
import type { Setting, Subject } from "./presentation.ts";
import { type Cell, cellIn } from "./reading.ts";

/** What a pyramid is compared with: another area or another period. */
export type Against = { readonly value: string; readonly label: string; readonly axis: number; readonly at: number };

/** A cube as two sides over a range of classes. */
export type Sides = {
  readonly matrix: Matrix;
  readonly against: Against | undefined;
  readonly options: readonly Against[];
  readonly measure: "number" | "share";
  /** Sum of all figures, where all are known; of what is compared with too. */
  readonly total: number | undefined;
  readonly otherTotal: number | undefined;
  other(row: Line, column: Line): Cell;
};

const measures = ["number", "share"] as const;

function axesOf({ cube }: Subject): { readonly rows: number; readonly columns: number } {
  const members = cube.axes.flatMap((axis, at) => (axis.role === "member" && axis.members.length > 1 ? [at] : []));
  const columns = members.findLast((at) => cube.axes[at]?.members.length === 2) ?? -1;
  return { columns, rows: members.find((at) => at !== columns) ?? -1 };
}

function optionsOf(matrix: Matrix): readonly Against[] {
  const { subject, held } = matrix;
  return severalAxes(subject).flatMap((axis) => {
    const found = subject.cube.axes[axis] as CubeAxis;
    if (found.role !== "area" && found.role !== "period") return [];
    return found.members.flatMap((member, at) => {
      if (at === held[axis] || member.pseudo) return [];
      const label = found.role === "area" ? areaInSentence(member.label, subject.voice, member.article) : labelOf(found, member, subject);
      return [{ value: `${found.role}-${member.code}`, label, axis, at }];
    });
  });
}

function totalOf(rows: readonly Line[], columns: readonly Line[], read: (row: Line, column: Line) => Cell): number | undefined {
  const cells = rows.flatMap((row) => columns.map((column) => read(row, column)));
  return cells.every((each) => each.value !== undefined) ? cells.reduce((sum, each) => sum + (each.value ?? 0), 0) : undefined;
}

/** Reads the two sides of a pyramid, and what stands around it as an outline. */
export function sidesOf(subject: Subject): Sides {
  const { rows, columns } = axesOf(subject);
  const matrix = matrixOf(subject, rows, columns);
  const options = columns < 0 ? [] : optionsOf(matrix);
  const first = options.find((each) => subject.cube.axes[each.axis]?.members[each.at]?.compare);
  const set = chosenOf(subject, "against", ["none", ...options.map((each) => each.value)], first?.value ?? "none");
  const against = options.find((each) => each.value === set);
  const other = (row: Line, column: Line): Cell => {
    const at = matrix.held.map((held, axis) =>
      axis === rows ? row.at : axis === columns ? column.at : axis === against?.axis ? against.at : held,
    );
    return cellIn(subject.cube, cellAt(subject.cube, at));
  };
  const total = totalOf(matrix.rows, matrix.columns, (row, column) => matrix.cell(row, column));
  const otherTotal = against && totalOf(matrix.rows, matrix.columns, other);
  const isArea = against !== undefined && subject.cube.axes[against.axis]?.role === "area";
  const wanted = chosenOf(subject, "measure", measures, isArea ? "share" : "number");
  return { matrix, against, options, measure: wanted === "share" && total ? "share" : "number", total, otherTotal, other };
}

/** What can be set of the comparison and of the measure. */
export function sidesSettings({ matrix, options, against, measure, total }: Sides): readonly Setting[] {
  const words = drawnWords(matrix.subject.voice);
  const others = [{ value: "none", label: words.nothing }, ...options.map(({ value, label }) => ({ value, label }))];
  const one: Setting = { code: "against", label: words.against, kind: "choice", value: against?.value ?? "none", options: others };
  const ways = [
    { value: "number", label: words.number },
    { value: "share", label: words.shareOfTotal },
  ];
  const two: Setting = { code: "measure", label: words.measure, kind: "choice", value: measure, options: ways };
  return [...(options.length > 0 ? [one] : []), ...(total ? [two] : [])];
}
