import type { ReactElement } from "react";
import { drawnWords } from "../text/drawn.ts";
import { periodMark } from "../text/period.ts";
import { barSettings, hasLabels, isStanding, sortedRows, sortOf } from "./bar-settings.ts";
import { spanOf } from "./bar-shape.tsx";
import { type BlockRow, BlocksDrawing } from "./blocks.tsx";
import { Kinds, mostKinds } from "./canvas.tsx";
import { excerptRows, rowsIn, type Shown } from "./excerpt.ts";
import { holdsNumbers, isAllowed } from "./guarded.ts";
import { type Line, type Matrix, matrixOf, matrixSettings, pickAxes, shownOf } from "./matrix.ts";
import { Framed, meaningOf, plainOf, spokenOf } from "./parts.tsx";
import type { Presentation, Subject, Telling } from "./presentation.ts";
import { spotsOf, tellMatrix } from "./tell-cells.ts";

/** Groups that fit on a sheet. */
const mostRows = 16;
/** Periods that stand beside each other. */
const mostPeriods = 4;
/** A count this many times that of the reader's own area would flatten it. */
const tooLarge = 5;

type Read = {
  readonly matrix: Matrix;
  readonly choices: readonly number[];
  readonly columns: readonly Line[];
  readonly left: readonly Line[];
  readonly shown: readonly Shown<Line>[];
  readonly all: number;
};

const isForecast = (line: Line, subject: Subject): boolean => periodMark(line.member, subject.measured) === "forecast";

const largest = (matrix: Matrix, column: Line): number =>
  Math.max(0, ...matrix.rows.map((row) => Math.abs(matrix.cell(row, column).value ?? 0)));

/** The columns that share a scale: a region's counts would flatten those of a municipality. */
function columnsOf(matrix: Matrix): readonly Line[] {
  const { columns, subject } = matrix;
  const role = subject.cube.axes[matrix.columnAxis]?.role;
  if (role === "period") return columns.filter((each) => !isForecast(each, subject)).slice(-mostPeriods);
  if (role !== "area" || subject.measured.dataType !== "count") return columns.slice(0, mostKinds);
  const own = columns.filter((each) => each.tone === "mine");
  const limit = tooLarge * Math.max(...(own.length > 0 ? own : columns).map((each) => largest(matrix, each)));
  return columns.filter((each) => largest(matrix, each) <= limit).slice(0, mostKinds);
}

function readGrouped(subject: Subject): Read {
  const { rows, columns, choices } = pickAxes(
    subject,
    ["member", "indicator", "area", "period"],
    ["member", "area", "period", "indicator"],
  );
  const matrix = matrixOf(subject, rows, columns);
  const shownColumns = columnsOf(matrix);
  const isArea = subject.cube.axes[rows]?.role === "area";
  const lead = subject.cube.axes[columns]?.role === "period" ? shownColumns.at(-1) : shownColumns[0];
  const ordered = sortedRows(matrix.rows, sortOf(subject, isArea ? "high" : "given"), (row) => matrix.cell(row, lead), subject);
  return {
    ...{ matrix, choices, columns: shownColumns },
    left: matrix.columns.filter((each) => !shownColumns.includes(each)),
    shown: excerptRows(ordered, mostRows),
    all: matrix.rows.length,
  };
}

function blockRow(row: Line, { matrix, columns }: Read): BlockRow {
  const { voice } = matrix.subject;
  const all: readonly (Line | undefined)[] = matrix.columnAxis < 0 ? [undefined] : columns;
  const lanes = all.map((column, kind) => {
    const cell = matrix.cell(row, column);
    const measured = matrix.measured(row, column);
    const marks = { ...row.marks, ...column?.marks };
    const title = `${row.label}${column ? `, ${column.label}` : ""}: ${spokenOf(cell, measured, voice)}`;
    const block = { key: "bar", from: 0, to: cell.value ?? 0, className: `f${kind}`, kind, title, marks, whisker: cell.sample };
    return {
      key: column?.member.code ?? "one",
      blocks: cell.value === undefined ? [] : [block],
      figure: hasLabels(matrix.subject) ? plainOf(cell, measured.decimals, voice) : "",
      state: cell.value === undefined ? { cell, word: meaningOf(cell, voice) } : undefined,
    };
  });
  return { key: `${row.at}`, label: row.label, tone: row.tone, lanes };
}

function footOf({ matrix, left, shown, all, columns }: Read): string {
  const words = drawnWords(matrix.subject.voice);
  const isPeriods = matrix.subject.cube.axes[matrix.columnAxis]?.role === "period";
  const out: string[] = [];
  if (rowsIn(shown).length < all) out.push(words.excerpt(rowsIn(shown).length, all));
  if (left.length > 0)
    out.push(
      isPeriods
        ? words.latest(columns.length)
        : words.tooLarge(
            left
              .map((each) => each.label)
              .slice(0, 4)
              .join(", "),
          ),
    );
  return out.join(" ");
}

const tell = (subject: Subject, read: Read): Telling =>
  tellMatrix(read.matrix, drawnWords(subject.voice).kinds.grouped, spotsOf(read.matrix, rowsIn(read.shown), read.columns));

/** Groups of bars, or plain ones where there is one axis only. */
export function CrossedBars({ subject }: { readonly subject: Subject }): ReactElement {
  const read = readGrouped(subject);
  const telling = tell(subject, read);
  const cells = spotsOf(read.matrix, rowsIn(read.shown), read.columns).map((each) => each.cell);
  const span = spanOf(
    cells.flatMap((each) =>
      each.value === undefined ? [] : [each.value, each.sample?.upper ?? each.value, each.sample?.lower ?? each.value],
    ),
  );
  const rows = read.shown.map((each) => ("row" in each ? { row: blockRow(each.row, read) } : each));
  const foot = footOf(read);
  return (
    <Framed telling={telling} className="formed" foot={foot === "" ? undefined : <p className="foot">{foot}</p>}>
      {read.matrix.columnAxis >= 0 && read.columns.length > 1 && <Kinds id={subject.id} labels={read.columns.map((each) => each.label)} />}
      <BlocksDrawing
        isUp={isStanding(subject, rows.length)}
        blocks={{
          ...{ subject, rows, ...span },
          ...{ decimals: subject.measured.decimals, alt: telling.alt },
          skipped: drawnWords(subject.voice).skipped,
          hasFigures: hasLabels(subject),
        }}
      />
    </Framed>
  );
}

/** What bars of a cube with any axes say. */
export const tellCrossed = (subject: Subject): Telling => tell(subject, readGrouped(subject));

/** Whether there are two bars to compare at least. */
export function hasBars(subject: Subject): boolean {
  const { matrix, columns, shown } = readGrouped(subject);
  if (!holdsNumbers(subject) || matrix.rowAxis < 0) return false;
  const lanes: readonly (Line | undefined)[] = matrix.columnAxis < 0 ? [undefined] : columns;
  return rowsIn(shown).flatMap((row) => lanes.filter((column) => matrix.cell(row, column).value !== undefined)).length > 1;
}

/** Two things crossed: a group of bars for each position of the one, a bar for each of the other. */
export const groupedBar: Presentation<"grouped-bar"> = {
  code: "grouped-bar",
  suits(subject) {
    if (!holdsNumbers(subject)) return false;
    const { matrix, columns, shown } = readGrouped(subject);
    if (matrix.columnAxis < 0 || columns.length < 2) return false;
    if (!isAllowed(shownOf(matrix, undefined, columns), "grouped-bar")) return false;
    return rowsIn(shown).some((row) => columns.some((column) => matrix.cell(row, column).value !== undefined));
  },
  tell: tellCrossed,
  draw: (subject) => <CrossedBars subject={subject} />,
  settings(subject) {
    const { matrix, choices, shown } = readGrouped(subject);
    const isArea = subject.cube.axes[matrix.rowAxis]?.role === "area";
    return [...matrixSettings(matrix, choices), ...barSettings(subject, isArea ? "high" : "given", shown.length)];
  },
};
