import type { CubeAxis } from "@peil/core/model/cube.ts";
import { areaInSentence, capital } from "../text/area-name.ts";
import { drawnWords } from "../text/drawn.ts";
import { percent } from "../text/unit.ts";
import { heldNames, type Line, labelOf, type Matrix } from "./matrix.ts";
import { measuredLine, spokenOf } from "./parts.tsx";
import type { Measured, Subject, Telling } from "./presentation.ts";
import { type Cell, isHidden } from "./reading.ts";

/** A cell of a matrix with the words for it. */
export type Spot = { readonly label: string; readonly cell: Cell; readonly row: Line; readonly column: Line | undefined };

/** Figures that are spoken one by one. */
const mostSpoken = 8;
/** Of several units no one is the highest: this many are spoken. */
const mostListed = 12;

/** Where and when a matrix is held, in words. */
export function placeOf(matrix: Matrix): { readonly area: string; readonly period: string; readonly members: readonly string[] } {
  const { subject } = matrix;
  const { area, period, members } = heldNames(matrix);
  const axis = subject.cube.axes.find((each) => each.role === "period");
  return {
    area: area ? areaInSentence(area.label, subject.voice, area.article) : "",
    period: period ? (several(matrix, axis) ?? labelOf(axis, period, subject)) : "",
    members,
  };
}

/** From when to when the indicators of a matrix are, where each is held at a period of its own. */
function several({ periods, subject, rowAxis, columnAxis }: Matrix, axis: CubeAxis | undefined): string | undefined {
  const isShown = [rowAxis, columnAxis].some((at) => subject.cube.axes[at]?.role === "indicator");
  const ats = [...new Set(isShown ? periods : periods.slice(0, 1))].toSorted((a, b) => a - b);
  const ends = [...new Set([ats[0], ats.at(-1)])].map((at) => labelOf(axis, axis?.members[at ?? 0], subject));
  return periods.length < 2 ? undefined : ends.join("–");
}

/** The indicators that a matrix shows: all where they make an axis of it, else the one at which it is held. */
function shownIn({ subject, rowAxis, columnAxis, held }: Matrix): readonly Measured[] {
  const at = subject.cube.axes.findIndex((each) => each.role === "indicator");
  const { indicators, measured } = subject;
  if (!indicators || indicators.length < 2) return [measured];
  return at === rowAxis || at === columnAxis ? indicators : [indicators[held[at] ?? 0] ?? measured];
}

/** All cells of what is shown of a matrix. */
export function spotsOf(matrix: Matrix, rows: readonly Line[], columns: readonly Line[]): readonly Spot[] {
  const lanes: readonly (Line | undefined)[] = matrix.columnAxis < 0 ? [undefined] : columns;
  return rows.flatMap((row) =>
    lanes.map((column) => ({
      label: column ? `${row.label}, ${column.label}` : row.label,
      cell: matrix.cell(row, column),
      ...{ row, column },
    })),
  );
}

/** What must be said of cells without a figure. */
export function gapsOf(cells: readonly Cell[], { voice }: Subject): readonly string[] {
  const words = drawnWords(voice);
  const hidden = cells.filter(isHidden).length;
  const missing = cells.filter((each) => each.value === undefined && !isHidden(each)).length;
  return [...(hidden > 0 ? [words.hiddenCount(hidden)] : []), ...(missing > 0 ? [words.missingCount(missing)] : [])];
}

/** The name of what is measured, with that of the other indicators counted. */
export function nameOfAll({ voice }: Subject, shown: readonly Measured[]): string {
  const name = shown[0] ? voice.say(shown[0].name) : "";
  return shown.length > 1 ? drawnWords(voice).severalNames(name, shown.length - 1) : name;
}

/** Whether figures of several units stand together: then none of them is the highest. */
function hasUnits(shown: readonly Measured[]): boolean {
  return new Set(shown.map((each) => each.unit.nl)).size > 1;
}

/** The line under a title: what is measured, where and when. */
export function subtitleOf(matrix: Matrix, ...more: readonly string[]): string {
  const { subject } = matrix;
  const { area, period, members } = placeOf(matrix);
  const tail = [capital(area), ...members, period, ...more];
  const shown = shownIn(matrix);
  const name = nameOfAll(subject, shown);
  if (hasUnits(shown)) return [name, ...tail].filter((each) => each !== "").join(" · ");
  return measuredLine({ ...(shown[0] ?? subject.measured), name: { nl: name } }, subject.voice, ...tail);
}

/** The start of a description: what is drawn, of what, where and when. */
export function startOf(matrix: Matrix, kind: string): string {
  const { area, period, members } = placeOf(matrix);
  const when = [...members, period].filter((each) => each !== "").join(", ");
  return drawnWords(matrix.subject.voice).alt(kind, nameOfAll(matrix.subject, shownIn(matrix)), area, when);
}

/** Says a matrix: the highest figure as a title; every figure where they are few, else the highest and the lowest. */
export function tellMatrix(matrix: Matrix, kind: string, spots: readonly Spot[], ...more: readonly string[]): Telling {
  const { voice } = matrix.subject;
  const words = drawnWords(voice);
  const known = spots.filter((each) => each.cell.value !== undefined);
  const ordered = known.toSorted((a, b) => (b.cell.value ?? 0) - (a.cell.value ?? 0));
  const [top, low] = [ordered[0], ordered.at(-1)];
  const say = (each: Spot): string => spokenOf(each.cell, matrix.measured(each.row, each.column), voice);
  const isMixed = hasUnits(shownIn(matrix));
  const few = isMixed || known.length <= mostSpoken;
  const listed = few
    ? known.slice(0, mostListed).map((each) => words.item(each.label, say(each)))
    : [top, low].flatMap((each, index) =>
        each ? [index === 0 ? voice.m.chart.highest(each.label, say(each)) : voice.m.chart.lowest(each.label, say(each))] : [],
      );
  const own = few ? [] : ownSpots(known).map((each) => words.item(each.label, say(each)));
  const gaps = gapsOf(
    spots.map((each) => each.cell),
    matrix.subject,
  );
  return {
    title: isMixed && top ? words.topics(shownIn(matrix).length, placeOf(matrix).area) : titleOf(matrix, spots, top, low),
    subtitle: subtitleOf(matrix, ...more),
    alt: [startOf(matrix, kind), ...listed, ...own, ...gaps].join(" "),
  };
}

/** The reader's own rows, where others stand beside them. */
function ownSpots(known: readonly Spot[]): readonly Spot[] {
  if (!known.some((each) => each.row.tone === "other")) return [];
  return known.filter((each) => each.row.tone === "mine").slice(0, mostSpoken);
}

function titleOf({ subject, ...matrix }: Matrix, spots: readonly Spot[], top: Spot | undefined, low: Spot | undefined): string {
  const words = drawnWords(subject.voice);
  if (!top || !low) return words.noFigures;
  if (top.cell.value === low.cell.value && spots.length > 1) return words.allEqual;
  const area = placeOf({ subject, ...matrix }).area;
  return spots.some((each) => isHidden(each.cell)) ? words.highestShown(top.label, area) : words.highest(top.label, area);
}

/** A share of a whole as a percentage; one decimal where it is small. */
export function shareText(value: number, total: number, { voice }: Subject): string {
  const share = total === 0 ? 0 : (100 * value) / total;
  return percent(voice.number(share, share > 0 && share < 10 ? 1 : 0), voice);
}
