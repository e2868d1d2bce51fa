import { type DrawnWords, drawnWords } from "../text/drawn.ts";
import { choice, chosenOf, flag, flagOf } from "./chosen.ts";
import type { Line } from "./matrix.ts";
import type { Setting, Subject } from "./presentation.ts";
import type { Cell } from "./reading.ts";

/** Orders of rows. */
export const sorts = ["given", "high", "low", "name"] as const;
/** One of `sorts`. */
export type Sort = (typeof sorts)[number];

/** More rows than this lie: there is no room for them to stand. */
const mostStanding = 10;

/** How rows are put in order. */
export function sortOf(subject: Subject, otherwise: Sort): Sort {
  return chosenOf(subject, "sort", sorts, otherwise) ?? otherwise;
}

/** Rows in an order, by a figure of each; those without one come last. */
export function sortedRows(rows: readonly Line[], sort: Sort, read: (row: Line) => Cell, subject: Subject): readonly Line[] {
  if (sort === "given") return rows;
  if (sort === "name") return rows.toSorted((a, b) => a.label.localeCompare(b.label, subject.voice.language));
  const sign = sort === "high" ? -1 : 1;
  const known = rows.filter((each) => read(each).value !== undefined);
  const others = rows.filter((each) => read(each).value === undefined);
  return [...known.toSorted((a, b) => sign * ((read(a).value ?? 0) - (read(b).value ?? 0))), ...others];
}

/** Whether bars stand. */
export function isStanding(subject: Subject, rows: number): boolean {
  return rows <= mostStanding && chosenOf(subject, "direction", ["across", "up"], "across") === "up";
}

/** Whether figures stand beside the bars. */
export function hasLabels(subject: Subject): boolean {
  return flagOf(subject, "labels", true);
}

/** What can be set of every drawing of bars: the order, the direction where there is room, the figures. */
export function barSettings(subject: Subject, otherwise: Sort, rows: number): readonly Setting[] {
  const words: DrawnWords = drawnWords(subject.voice);
  const order = choice(
    "sort",
    words.sort,
    sortOf(subject, otherwise),
    sorts.map((value) => ({ value, label: words.sorts[value] })),
  );
  const directions = (["across", "up"] as const).map((value) => ({ value, label: words.directions[value] }));
  const direction =
    rows <= mostStanding ? choice("direction", words.direction, isStanding(subject, rows) ? "up" : "across", directions) : [];
  return [...order, ...direction, flag("labels", words.labels, hasLabels(subject))];
}
