import { quantileClasses } from "@peil/core/statistics/classes.ts";
import type { ReactElement } from "react";
import { drawnWords } from "../text/drawn.ts";
import { barSettings, hasLabels, sortedRows, sortOf } from "./bar-settings.ts";
import { Both, Canvas, cut, letter, round, type Size, stateFill, Wrapped, widthOf } from "./canvas.tsx";
import { choice, chosenOf } from "./chosen.ts";
import { excerptRows, rowsIn, type Shown } from "./excerpt.ts";
import { holdsNumbers, isAllowed } from "./guarded.ts";
import { type Line, type Matrix, matrixOf, matrixSettings, pickAxes, shownOf } from "./matrix.ts";
import { Framed, meaningOf, plainOf, spokenOf } from "./parts.tsx";
import type { Presentation, Subject, Telling } from "./presentation.ts";
import { gapsOf, spotsOf, tellMatrix } from "./tell-cells.ts";

const mostRows = 30;
const mostColumns: Readonly<Record<Size, number>> = { wide: 24, narrow: 12 };
const step = 28;
const colours = ["all", "row", "column"] as const;
type Per = (typeof colours)[number];
const classes = 5;

type Read = {
  readonly matrix: Matrix;
  readonly choices: readonly number[];
  readonly shown: readonly Shown<Line>[];
  readonly all: number;
  readonly per: Per;
};

/** What the colours run over: figures of several units never share a scale. */
function perOf(matrix: Matrix): Per {
  const { subject } = matrix;
  const roleOf = (at: number): string => subject.cube.axes[at]?.role ?? "";
  const units = new Set((subject.indicators ?? []).map((each) => each.unit.nl)).size;
  const set = chosenOf(subject, "colours", colours, "all") ?? "all";
  if (units < 2) return set;
  return roleOf(matrix.rowAxis) === "indicator" ? "row" : roleOf(matrix.columnAxis) === "indicator" ? "column" : set;
}

function readHeat(subject: Subject): Read {
  const { rows, columns, choices } = pickAxes(
    subject,
    ["area", "member", "indicator", "period"],
    ["member", "indicator", "period", "area"],
  );
  const matrix = matrixOf(subject, rows, columns);
  const last = matrix.columns.at(-1);
  const ordered = sortedRows(matrix.rows, sortOf(subject, "given"), (row) => matrix.cell(row, last), subject);
  return { ...{ matrix, choices }, shown: excerptRows(ordered, mostRows), all: ordered.length, per: perOf(matrix) };
}

type Classer = (row: Line, column: Line, value: number) => number;

/** The class of each figure, from 0 (lightest): equal numbers of figures in each. */
function classer({ matrix, per }: Read): Classer {
  const kept = new Map<string, readonly number[]>();
  const breaksOf = (key: string, rows: readonly Line[], columns: readonly Line[]): readonly number[] => {
    const known = kept.get(key);
    if (known) return known;
    const values = spotsOf(matrix, rows, columns).flatMap((each) => each.cell.value ?? []);
    const made = values.length === 0 ? [] : [...new Set(quantileClasses(values, classes))].filter((each) => each > Math.min(...values));
    kept.set(key, made);
    return made;
  };
  return (row, column, value) => {
    const breaks =
      per === "row"
        ? breaksOf(`r${row.at}`, [row], matrix.columns)
        : per === "column"
          ? breaksOf(`c${column.at}`, matrix.rows, [column])
          : breaksOf("all", matrix.rows, matrix.columns);
    const at = breaks.filter((each) => value >= each).length;
    return breaks.length === 0 ? 2 : Math.round((at * (classes - 1)) / breaks.length);
  };
}

type Sheet = { readonly read: Read; readonly size: Size; readonly alt: string; readonly classOf: Classer };

function CellShape(props: {
  readonly row: Line;
  readonly column: Line;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly sheet: Sheet;
}): ReactElement {
  const { row, column, x, y, width, sheet } = props;
  const { matrix } = sheet.read;
  const { voice } = matrix.subject;
  const cell = matrix.cell(row, column);
  const measured = matrix.measured(row, column);
  const found = cell.value === undefined ? undefined : sheet.classOf(row, column, cell.value);
  const figure = plainOf(cell, measured.decimals, voice);
  const isShown = hasLabels(matrix.subject) && figure.length * 7.2 < width - 2;
  const rect = { x: round(x), y: round(y), width: round(width - 2), height: step - 2 };
  return (
    <g className={found === undefined ? "heat" : `heat h${found}`} {...row.marks} {...column.marks}>
      <title>{`${row.label}, ${column.label}: ${cell.value === undefined ? meaningOf(cell, voice) : spokenOf(cell, measured, voice)}`}</title>
      <rect {...rect} {...(found === undefined ? { fill: stateFill(`${matrix.subject.id}-${sheet.size}`, cell) } : {})} />
      {isShown && (
        <text x={round(x + (width - 2) / 2)} y={round(y + step / 2 + 4)} textAnchor="middle">
          {figure}
        </text>
      )}
    </g>
  );
}

/** The columns that fit: the last ones. */
function columnsIn({ matrix }: Read, size: Size): readonly Line[] {
  return matrix.columns.slice(-mostColumns[size]);
}

function Heads({
  columns,
  left,
  width,
  size,
}: {
  readonly columns: readonly Line[];
  readonly left: number;
  readonly width: number;
  readonly size: Size;
}): ReactElement {
  const isTurned = columns.some((each) => each.label.length * letter > width);
  return (
    <g className="heads">
      {columns.map((each, index) => {
        const x = round(left + index * width + width / 2);
        if (!isTurned)
          return <Wrapped key={each.at} label={each.label} letters={40} x={x} y={headOf(columns, width) - 14} anchor="middle" lines={1} />;
        const y = headOf(columns, width) - 8;
        const label = cut(each.label, size === "wide" ? 22 : 16);
        return (
          <text key={each.at} x={x + 4} y={y} transform={`rotate(-90 ${x + 4} ${y})`}>
            {label !== each.label && <title>{each.label}</title>}
            {label}
          </text>
        );
      })}
    </g>
  );
}

function headOf(columns: readonly Line[], width: number): number {
  if (!columns.some((each) => each.label.length * letter > width)) return 30;
  return Math.min(22, Math.max(...columns.map((each) => each.label.length))) * letter + 16;
}

function Drawing({ read, size, alt, classOf }: Sheet): ReactElement {
  const { subject } = read.matrix;
  const columns = columnsIn(read, size);
  const letters = size === "wide" ? 24 : 14;
  const longest = Math.min(letters, Math.max(3, ...rowsIn(read.shown).map((each) => each.label.length)));
  const left = longest * letter + 10;
  const width = Math.min(90, (widthOf[size] - left) / Math.max(1, columns.length));
  const head = headOf(columns, width);
  const height = head + read.shown.length * step + 6;
  return (
    <Canvas id={subject.id} size={size} height={height} alt={alt}>
      <Heads columns={columns} left={left} width={width} size={size} />
      {read.shown.map((each, index) => {
        const y = head + index * step;
        if ("skipped" in each)
          return (
            <text className="skip" key={`skip-${y}`} x={left} y={y + 18}>
              {drawnWords(subject.voice).skipped(each.skipped)}
            </text>
          );
        return (
          <g key={each.row.at} className={`row-of ${each.row.tone}`}>
            <Wrapped label={each.row.label} letters={letters} x={left - 8} y={y + step / 2 - 1} anchor="end" className="name" lines={1} />
            {columns.map((column, at) => (
              <CellShape
                key={column.at}
                row={each.row}
                column={column}
                x={left + at * width}
                y={y}
                width={width}
                sheet={{ read, size, alt, classOf }}
              />
            ))}
          </g>
        );
      })}
    </Canvas>
  );
}

function tellOf(subject: Subject): Telling {
  const { matrix } = readHeat(subject);
  return tellMatrix(matrix, drawnWords(subject.voice).kinds.heat, spotsOf(matrix, matrix.rows, matrix.columns));
}

function footOf(read: Read): readonly string[] {
  const { voice } = read.matrix.subject;
  const words = drawnWords(voice);
  const spots = spotsOf(read.matrix, read.matrix.rows, read.matrix.columns).filter((each) => each.cell.value !== undefined);
  const values = spots.map((each) => each.cell.value ?? 0);
  const write = (value: number): string => voice.number(value, read.matrix.subject.measured.decimals);
  const scale =
    read.per === "all"
      ? values.length > 0
        ? words.classes(write(Math.min(...values)), write(Math.max(...values)))
        : ""
      : read.per === "row"
        ? words.perRow
        : words.perColumn;
  const shown = rowsIn(read.shown).length;
  return [scale, ...(shown < read.all ? [words.excerpt(shown, read.all)] : [])].filter((each) => each !== "");
}

function Drawn({ subject }: { readonly subject: Subject }): ReactElement {
  const read = readHeat(subject);
  const telling = tellOf(subject);
  const classOf = classer(read);
  const [scale, ...more] = footOf(read);
  const { matrix } = read;
  const gaps = gapsOf(
    spotsOf(matrix, matrix.rows, matrix.columns).map((each) => each.cell),
    subject,
  );
  const hasCut = read.matrix.columns.length > mostColumns.narrow;
  return (
    <Framed
      telling={telling}
      className="formed"
      foot={
        <p className="foot">
          {[
            ...more,
            ...gaps,
            gaps.length > 0 ? drawnWords(subject.voice).patterns : "",
            hasCut ? drawnWords(subject.voice).columnsLeft : "",
          ].join(" ")}
        </p>
      }
    >
      <p className="scale-key" aria-hidden="true">
        <svg aria-hidden="true" viewBox="0 0 110 14" width="110" height="14" focusable="false">
          {[0, 1, 2, 3, 4].map((each) => (
            <g key={each} className={`heat h${each}`}>
              <rect x={each * 22} width="22" height="14" />
            </g>
          ))}
        </svg>
        {scale}
      </p>
      <Both draw={(size) => <Drawing key={size} {...{ read, size, classOf }} alt={telling.alt} />} />
    </Framed>
  );
}

/** Two things crossed as a table of colours. */
export const heatMap: Presentation<"heat-map"> = {
  code: "heat-map",
  suits(subject) {
    if (!holdsNumbers(subject)) return false;
    const { matrix } = readHeat(subject);
    return matrix.rowAxis >= 0 && matrix.columnAxis >= 0 && isAllowed(shownOf(matrix), "heat-map");
  },
  tell: tellOf,
  draw: (subject) => <Drawn subject={subject} />,
  settings(subject) {
    const { matrix, choices, per } = readHeat(subject);
    const words = drawnWords(subject.voice);
    const isMixed = new Set((subject.indicators ?? []).map((each) => each.unit.nl)).size > 1;
    const options = (isMixed ? [] : colours).map((value) => ({ value, label: words.coloursOf[value] }));
    const bars = barSettings(subject, "given", Number.POSITIVE_INFINITY);
    return [...matrixSettings(matrix, choices), ...choice("colours", words.colours, per, options), ...bars];
  },
};
