import type { CubeMember } from "@peil/core/model/cube.ts";
import { comparedOf, type Gone, goneOf, placesOf } from "./moment-of.ts";
import { nameOf, spokenOf } from "./parts.tsx";
import type { Subject } from "./presentation.ts";
import { axisOf, type Cell, cellOf, isMine } from "./reading.ts";
import { type Five, fiveOf } from "./spread-numbers.ts";

/** An area with its figure. */
export type Dot = { readonly area: CubeMember; readonly value: number; readonly cell: Cell; readonly mine: boolean };

/** The figures of all areas in one period: what a strip, a box and a histogram draw. */
export type Spread = {
  readonly subject: Subject;
  readonly period: number;
  /** From low to high. */
  readonly dots: readonly Dot[];
  readonly benchmarks: readonly Dot[];
  readonly gone: Gone;
  readonly five: Five | undefined;
};

function dotAt(subject: Subject, place: number, period: number): Dot | undefined {
  const area = axisOf(subject.cube, "area").members[place];
  const cell = cellOf(subject.cube, place, period);
  if (!area || cell.value === undefined) return undefined;
  return { area, cell, value: cell.value, mine: area.compare !== true && isMine(area, subject.mine) };
}

/** Comparison areas whose figure is on the scale of the areas: never a sum beside its parts. */
function benchmarksOf(subject: Subject, period: number): readonly Dot[] {
  if (subject.measured.dataType === "count") return [];
  const inside = comparedOf(subject).flatMap((place) => dotAt(subject, place, period) ?? []);
  if (inside.length > 0) return inside;
  const last = axisOf(subject.cube, "period").members.length - 1;
  if (period !== last) return [];
  return (subject.beside ?? []).flatMap(({ area, cell }) =>
    cell.value === undefined ? [] : [{ area, cell, value: cell.value, mine: false }],
  );
}

/** Reads the spread of a period. */
export function spreadOf(subject: Subject, period: number): Spread {
  const places = placesOf(subject);
  const dots = places.flatMap((place) => dotAt(subject, place, period) ?? []).sort((a, b) => a.value - b.value);
  return {
    subject,
    period,
    dots,
    benchmarks: benchmarksOf(subject, period),
    gone: goneOf(places.map((place) => cellOf(subject.cube, place, period))),
    five: fiveOf(dots.map((each) => each.value)),
  };
}

/** The figures of the reader's areas and the benchmarks, as short sentences. */
export function ownSentences({ subject, dots, benchmarks }: Spread, say: (area: string, value: string) => string): string {
  const named = [...dots.filter((each) => each.mine).slice(0, 4), ...benchmarks.slice(0, 2)];
  return named.map((each) => say(nameOf(each.area, subject.voice), spokenOf(each.cell, subject.measured, subject.voice))).join(" ");
}

/** A figure of the spread as the indicator writes it. */
export function written(subject: Subject, value: number): string {
  return spokenOf({ value, status: 0 }, subject.measured, subject.voice);
}
