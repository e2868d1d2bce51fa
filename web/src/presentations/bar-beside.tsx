import type { ReactElement } from "react";
import { areaInSentence } from "../text/area-name.ts";
import { drawnWords } from "../text/drawn.ts";
import { barSettings, hasLabels, isStanding, sortedRows, sortOf } from "./bar-settings.ts";
import { spanOf } from "./bar-shape.tsx";
import { type BlockRow, BlocksDrawing } from "./blocks.tsx";
import { choice } from "./chosen.ts";
import { excerptRows, rowsIn, type Shown } from "./excerpt.ts";
import { holdsNumbers, isAllowed } from "./guarded.ts";
import {
  codeOfAxis,
  type Line,
  labelOf,
  linesOf,
  type Matrix,
  matrixOf,
  matrixSettings,
  pickAxes,
  severalAxes,
  shownOf,
} from "./matrix.ts";
import { Framed, meaningOf, plainOf, spokenOf } from "./parts.tsx";
import type { Presentation, Subject, Telling } from "./presentation.ts";
import type { Cell } from "./reading.ts";
import { spotsOf, tellMatrix } from "./tell-cells.ts";

const mostRows = 20;

/** What stands behind: another position on an axis that is held. */
type Behind = { readonly value: string; readonly label: string; readonly axis: number; readonly line: Line };
type Read = {
  readonly matrix: Matrix;
  /** The same rows, of what stands behind. */
  readonly back: Matrix;
  readonly choices: readonly number[];
  readonly options: readonly Behind[];
  readonly behind: Behind | undefined;
  readonly front: string;
  readonly shown: readonly Shown<Line>[];
  readonly all: number;
};

/** Another area never stands behind a number: a larger area has a larger number of itself. Another period does. */
function optionsOf(matrix: Matrix): readonly Behind[] {
  const { subject, held, rowAxis } = matrix;
  return severalAxes(subject).flatMap((axis) => {
    const found = subject.cube.axes[axis];
    if (!found || axis === rowAxis || found.role === "indicator" || found.role === "member") return [];
    if (found.role === "area" && subject.measured.dataType === "count") return [];
    return linesOf(subject, axis)
      .filter((line) => line.at !== held[axis])
      .map((line) => {
        const label = found.role === "area" ? areaInSentence(line.member.label, subject.voice, line.member.article) : line.label;
        return { value: `${codeOfAxis(found)}-${line.member.code}`, label, axis, line };
      });
  });
}

/** The benchmark where there is one, else the first period. */
function defaultOf(options: readonly Behind[], subject: Subject): Behind | undefined {
  const roleOf = (each: Behind): string => subject.cube.axes[each.axis]?.role ?? "";
  return options.find((each) => each.line.member.compare) ?? options.find((each) => roleOf(each) === "period") ?? options[0];
}

function readBeside(subject: Subject): Read {
  const isCrossed = subject.cube.axes.some((each) => (each.role === "member" || each.role === "indicator") && each.members.length > 1);
  const { rows, choices } = pickAxes(subject, isCrossed ? ["member", "indicator", "area", "period"] : ["area", "period"], []);
  const matrix = matrixOf(subject, rows);
  const options = optionsOf(matrix);
  const behind = options.find((each) => each.value === subject.settings?.["against"]) ?? defaultOf(options, subject);
  const isArea = subject.cube.axes[rows]?.role === "area";
  const own = isArea ? matrix.rows.filter((each) => each.tone !== "benchmark" || subject.measured.dataType !== "count") : matrix.rows;
  const ordered = sortedRows(own, sortOf(subject, isArea ? "high" : "given"), (row) => matrix.cell(row), subject);
  const axis = behind ? subject.cube.axes[behind.axis] : undefined;
  const front = behind ? labelOf(axis, axis?.members[matrix.held[behind.axis] ?? 0], subject) : "";
  const back = matrixOf(besideSubject(subject, behind), rows);
  return { ...{ matrix, back, choices, options, behind, front }, shown: excerptRows(ordered, mostRows), all: ordered.length };
}

const other = ({ back }: Read, row: Line): Cell => back.cell(row);

/** The subject with the axis of the comparison held at the comparison. */
function besideSubject(subject: Subject, behind: Behind | undefined): Subject {
  const axis = behind ? subject.cube.axes[behind.axis] : undefined;
  if (!axis || !behind) return subject;
  return { ...subject, settings: { ...subject.settings, [`at-${codeOfAxis(axis)}`]: behind.line.member.code } };
}

function rowOf(row: Line, read: Read): BlockRow {
  const { matrix, behind, front } = read;
  const { subject } = matrix;
  const { voice } = subject;
  const [cell, back] = [matrix.cell(row), other(read, row)];
  const measured = matrix.measured(row);
  const title = `${row.label}: ${front} ${spokenOf(cell, measured, voice)}; ${behind?.label ?? ""} ${spokenOf(back, measured, voice)}`;
  const marks = row.marks;
  const wide = { key: "back", from: 0, to: back.value ?? 0, className: "behind", title, marks };
  const slim = {
    key: "front",
    from: 0,
    to: cell.value ?? 0,
    className: row.tone === "mine" ? "t-mine" : "f-front",
    thick: 0.5,
    title,
    marks,
    whisker: cell.sample,
  };
  const figure = hasLabels(subject) ? plainOf(cell, measured.decimals, voice) : "";
  const blocks = [...(back.value === undefined ? [] : [wide]), slim];
  const state = cell.value === undefined ? { cell, word: meaningOf(cell, voice) } : undefined;
  return { key: `${row.at}`, label: row.label, tone: row.tone, lanes: [{ key: "lane", blocks, figure, state }] };
}

function tellOf(subject: Subject): Telling {
  const read = readBeside(subject);
  const { matrix, behind, shown, front } = read;
  const words = drawnWords(subject.voice);
  const rows = rowsIn(shown);
  const telling = tellMatrix(matrix, words.kinds.beside, spotsOf(matrix, rows, []));
  const both = matrix.rows.flatMap((row) => {
    const [a, b] = [matrix.cell(row).value, other(read, row).value];
    return a === undefined || b === undefined ? [] : [{ a, b }];
  });
  const against = behind ? `${words.behind(front, behind.label)}` : "";
  const count = behind && both.length > 1 ? words.higherThan(both.filter((each) => each.a > each.b).length, both.length, behind.label) : "";
  const backs =
    rows.length <= 8
      ? rows.map((row) =>
          words.item(`${row.label}, ${behind?.label ?? ""}`, spokenOf(other(read, row), matrix.measured(row), subject.voice)),
        )
      : [];
  return {
    title: count === "" || subject.measured.kind === "survey" ? telling.title : count,
    subtitle: behind ? `${telling.subtitle} · ${words.againstShort(behind.label)}` : telling.subtitle,
    alt: [telling.alt, against, ...backs, count === "" ? "" : `${count}.`].filter((each) => each !== "").join(" "),
  };
}

function Drawn({ subject }: { readonly subject: Subject }): ReactElement {
  const read = readBeside(subject);
  const words = drawnWords(subject.voice);
  const telling = tellOf(subject);
  const rows = rowsIn(read.shown);
  const values = rows
    .flatMap((row) => [read.matrix.cell(row), other(read, row)])
    .flatMap((each) => (each.value === undefined ? [] : [each.value, each.sample?.upper ?? each.value]));
  const note = read.behind ? words.behind(read.front, read.behind.label) : "";
  const left = rows.length < read.all ? words.excerpt(rows.length, read.all) : "";
  return (
    <Framed telling={telling} className="formed" foot={<p className="foot">{[note, left].join(" ").trim()}</p>}>
      <BlocksDrawing
        isUp={isStanding(subject, read.shown.length)}
        blocks={{
          ...{ subject, ...spanOf(values), decimals: subject.measured.decimals, alt: telling.alt, skipped: words.skipped },
          ...{ hasFigures: hasLabels(subject), rows: read.shown.map((each) => ("row" in each ? { row: rowOf(each.row, read) } : each)) },
        }}
      />
    </Framed>
  );
}

/** Bars with the comparison behind them, wider and lighter: the benchmark, or an earlier period. */
export const barBeside: Presentation<"bar-beside"> = {
  code: "bar-beside",
  suits(subject) {
    if (!holdsNumbers(subject)) return false;
    const read = readBeside(subject);
    if (read.matrix.rowAxis < 0 || !read.behind || !isAllowed(shownOf(read.matrix), "bar-beside")) return false;
    return rowsIn(read.shown).filter((row) => read.matrix.cell(row).value !== undefined && other(read, row).value !== undefined).length > 1;
  },
  tell: tellOf,
  draw: (subject) => <Drawn subject={subject} />,
  settings(subject) {
    const { matrix, choices, options, behind, shown } = readBeside(subject);
    const against = choice(
      "against",
      drawnWords(subject.voice).against,
      behind?.value,
      options.map(({ value, label }) => ({ value, label })),
    );
    const isArea = subject.cube.axes[matrix.rowAxis]?.role === "area";
    return [...matrixSettings(matrix, choices), ...against, ...barSettings(subject, isArea ? "high" : "given", shown.length)];
  },
};
