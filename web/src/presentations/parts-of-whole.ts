import { drawnWords } from "../text/drawn.ts";
import { mostKinds } from "./canvas.tsx";
import { numberOf } from "./chosen.ts";
import { codeOfAxis, type Line, linesOf, type Marks, type Matrix, matrixOf, severalAxes } from "./matrix.ts";
import type { Setting, Subject } from "./presentation.ts";
import { type Cell, isHidden } from "./reading.ts";

/** A part of a whole; `rest` is all that was taken together. */
export type Part = { readonly key: string; readonly label: string; readonly lines: readonly Line[]; readonly marks: Marks };

/** A figure of a part. */
export type PartCell = { readonly part: Part; readonly kind: number; readonly cell: Cell };

/** One whole: its parts, and their sum where every part is known and none is below zero. */
export type Whole = { readonly row: Line | undefined; readonly cells: readonly PartCell[]; readonly total: number | undefined };

/** A cube as wholes and their parts. */
export type Wholes = {
  readonly matrix: Matrix;
  readonly parts: readonly Part[];
  readonly wholes: readonly Whole[];
  /** Axes that may make the wholes. */
  readonly choices: readonly number[];
  readonly most: number;
  readonly natural: number;
};

type Asked = {
  /** Whether there is one whole only, or one on each position of a second axis; `period` for wholes over time. */
  readonly rows: "none" | "any" | "period";
  readonly most?: number;
};

function partAxis(subject: Subject): number {
  const several = severalAxes(subject);
  const roleOf = (at: number): string => subject.cube.axes[at]?.role ?? "";
  const members = several.filter((at) => roleOf(at) === "member");
  return members.at(-1) ?? several.find((at) => roleOf(at) === "area") ?? -1;
}

function rowAxis(subject: Subject, parts: number, rows: Asked["rows"]): { readonly at: number; readonly choices: readonly number[] } {
  const axes = subject.cube.axes;
  const roles = rows === "none" ? [] : rows === "period" ? ["period"] : ["member", "area", "period"];
  const choices = severalAxes(subject).filter((at) => at !== parts && roles.includes(axes[at]?.role ?? ""));
  const ordered = roles.flatMap((role) => choices.filter((at) => axes[at]?.role === role));
  const set = choices.find((at) => {
    const axis = axes[at];
    return axis !== undefined && codeOfAxis(axis) === subject.settings?.["rows"];
  });
  return { at: set ?? ordered[0] ?? -1, choices };
}

function sumOf(cells: readonly Cell[]): Cell {
  const first = cells.find((each) => each.value === undefined);
  if (first) return cells.find(isHidden) ?? first;
  return { value: cells.reduce((sum, each) => sum + (each.value ?? 0), 0), status: 0 };
}

function sizeOf(matrix: Matrix, line: Line, rows: readonly (Line | undefined)[]): number {
  return rows.reduce((sum, row) => sum + (matrix.cell(row, line).value ?? 0), 0);
}

/** The parts, each a line; beyond so many the smallest are taken together. */
function partsOf(matrix: Matrix, lines: readonly Line[], rows: readonly (Line | undefined)[], most: number): readonly Part[] {
  const plain = (line: Line): Part => ({ key: line.member.code, label: line.label, lines: [line], marks: line.marks });
  if (lines.length <= most) return lines.map(plain);
  const sized = lines.map((line) => ({ line, size: sizeOf(matrix, line, rows) })).sort((a, b) => b.size - a.size);
  const kept = new Set(sized.slice(0, most - 1).map((each) => each.line));
  const rest = lines.filter((each) => !kept.has(each));
  const label = drawnWords(matrix.subject.voice).rest;
  return [...lines.filter((each) => kept.has(each)).map(plain), { key: "…", label, lines: rest, marks: {} }];
}

/** Reads a cube as one or more wholes with their parts: the last dimension, or the areas where there is none. */
export function wholesOf(subject: Subject, asked: Asked): Wholes {
  const parts = partAxis(subject);
  const { at, choices } = rowAxis(subject, parts, asked.rows);
  const matrix = matrixOf(subject, at, parts);
  const lines = linesOf(subject, parts).filter((each) => each.member.compare !== true || subject.cube.axes[parts]?.role !== "area");
  const rows: readonly (Line | undefined)[] = at < 0 ? [undefined] : matrix.rows;
  const limit = asked.most ?? mostKinds;
  const most = numberOf(subject, "parts", { min: 2, max: limit }, limit);
  const named = partsOf(matrix, lines, rows, most);
  const wholes = rows.map((row): Whole => {
    const cells = named.map((part, kind) => ({ part, kind, cell: sumOf(part.lines.map((line) => matrix.cell(row, line))) }));
    const isWhole = cells.length > 0 && cells.every((each) => each.cell.value !== undefined && each.cell.value >= 0);
    return { row, cells, total: isWhole ? cells.reduce((sum, each) => sum + (each.cell.value ?? 0), 0) : undefined };
  });
  return { ...{ matrix, parts: named, wholes, choices, most }, natural: lines.length };
}

/** The number of parts, where it can be set. */
export function partsSetting({ natural, most, matrix }: Wholes, max: number = mostKinds): readonly Setting[] {
  if (natural < 3) return [];
  const label = drawnWords(matrix.subject.voice).parts;
  return [{ code: "parts", label, kind: "number", value: String(Math.min(most, natural)), min: 2, max: Math.min(max, natural) }];
}

/** The lines of all parts, for the guard-rails. */
export function linesOfParts({ parts }: Wholes): readonly Line[] {
  return parts.flatMap((each) => each.lines).toSorted((a, b) => a.at - b.at);
}
