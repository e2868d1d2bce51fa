import { periodName } from "../text/period.ts";
import { spreadWords } from "../text/spread.ts";
import type { Voice } from "../text/voice.ts";
import type { Setting, Subject } from "./presentation.ts";
import { axisOf, type Cell, cellOf, memberAxes } from "./reading.ts";

/** Positions of the areas that a drawing of all areas holds: no pseudo-areas, none that stand there to compare with. */
export function placesOf(subject: Subject): readonly number[] {
  return axisOf(subject.cube, "area").members.flatMap((each, at) => (each.pseudo || each.compare ? [] : [at]));
}

/** Positions of the areas to compare with. */
export function comparedOf(subject: Subject): readonly number[] {
  return axisOf(subject.cube, "area").members.flatMap((each, at) => (each.compare ? [at] : []));
}

const zeros = (subject: Subject): readonly number[] => memberAxes(subject.cube).map(() => 0);

/** How many areas have a figure in every one of some subjects in a period. */
function filled(subjects: readonly Subject[], period: number): number {
  const [first] = subjects;
  if (!first) return 0;
  return placesOf(first).filter((area) => subjects.every((each) => cellOf(each.cube, area, period, zeros(each)).value !== undefined))
    .length;
}

/** The period that the reader set, else the last measured one in which areas have figures for all subjects, else the last. */
export function momentOf(subjects: readonly Subject[]): number {
  const [first] = subjects;
  const periods = first ? axisOf(first.cube, "period").members : [];
  const set = periods.findIndex((each) => each.code === first?.settings?.["period"]);
  if (set >= 0) return set;
  const counts = periods.map((_, at) => filled(subjects, at));
  const enough = Math.max(1, Math.max(0, ...counts) / 2);
  const measured = periods.findLastIndex((each, at) => each.forecast !== true && (counts[at] ?? 0) >= enough);
  if (measured >= 0) return measured;
  const any = counts.findLastIndex((each) => each > 0);
  return any >= 0 ? any : Math.max(0, periods.length - 1);
}

/** The code of the period at a position. */
export function periodCode(subject: Subject, at: number): string {
  return axisOf(subject.cube, "period").members[at]?.code ?? "";
}

/** The slider over the periods; nothing where there is one only. */
export function momentSetting(subject: Subject, subjects: readonly Subject[]): readonly Setting[] {
  const first = subjects[0] ?? subject;
  const periods = axisOf(first.cube, "period").members;
  if (periods.length < 2) return [];
  const words = spreadWords(subject.voice);
  const options = periods.map(({ code }) => ({ value: code, label: periodName(code, subject.voice) }));
  return [{ code: "period", label: words.period, value: periodCode(first, momentOf(subjects)), kind: "moment", options }];
}

/** How many cells are hidden, and how many lack a figure for another reason. */
export type Gone = { readonly hidden: number; readonly missing: number };

/** Counts the cells without a figure. */
export function goneOf(cells: Iterable<Cell>): Gone {
  let [hidden, missing] = [0, 0];
  for (const { value, status } of cells) {
    if (value !== undefined) continue;
    if (status === 2 || status === 7) hidden++;
    else missing++;
  }
  return { hidden, missing };
}

/** What is not drawn, in words; empty where everything is. */
export function goneText(gone: Gone, voice: Voice): string {
  const words = spreadWords(voice);
  const parts = [gone.hidden > 0 ? words.hidden(gone.hidden) : "", gone.missing > 0 ? words.missing(gone.missing) : ""];
  const said = parts.filter((each) => each !== "");
  return said.length === 0 ? "" : words.notDrawn(said.join(words.and));
}

/** The period that the reader set of a cube of flows, else the last one in which any flow has a figure. */
export function momentOfFlow({ cube, settings }: Subject): number {
  const periods = axisOf(cube, "period").members;
  const set = periods.findIndex((each) => each.code === settings?.["period"]);
  if (set >= 0) return set;
  const partners = memberAxes(cube)[0]?.members ?? [];
  const areas = axisOf(cube, "area").members;
  const isFilled = (at: number): boolean =>
    areas.some((_, area) => partners.some((__, p) => cellOf(cube, area, at, [p]).value !== undefined));
  return Math.max(
    0,
    periods.findLastIndex((_, at) => isFilled(at)),
  );
}
