import { quantile7 } from "@peil/core/statistics/moments.ts";
import { scaleLinear } from "d3-scale";
import type { Subject } from "./presentation.ts";
import { axisOf, isHidden, isMine, lastPeriodWithFigures, type Ranked, rankedOf } from "./reading.ts";

/** A class of a histogram: from (included) to (not included, but for the last), with the number of areas in it. */
export type Bin = { readonly from: number; readonly to: number; readonly count: number; readonly mine: boolean };

/** How the figures of all areas spread, in their last period. */
export type Distribution = {
  readonly period: number;
  /** Areas with a figure that may be seen. */
  readonly shown: readonly Ranked[];
  readonly hidden: number;
  readonly missing: number;
  readonly quartiles: readonly [number, number];
  /** The reader's own areas with a figure. */
  readonly mine: readonly Ranked[];
  /** The reader's own areas without one. */
  readonly mineless: readonly Ranked[];
  /** Areas to compare with that stand on the same scale, and those that cannot. */
  readonly beside: readonly Ranked[];
  readonly offScale: readonly Ranked[];
};

/** Reads the distribution of a subject of all areas; hidden and missing figures are counted and never placed. */
export function distributionOf(subject: Subject): Distribution {
  const { cube, measured, mine = [] } = subject;
  const areas = axisOf(cube, "area").members;
  const any = areas.findIndex((each) => !each.compare && !each.pseudo);
  const period = lastPeriodWithFigures(cube, Math.max(0, any));
  const rows = rankedOf(cube, period, measured.rating);
  const shown = rows.filter((each) => each.cell.value !== undefined);
  const hidden = rows.filter((each) => isHidden(each.cell)).length;
  const sorted = shown.map((each) => each.cell.value ?? 0).sort((a, b) => a - b);
  const own = rows.filter((each) => isMine(each.area, mine));
  const beside = (subject.beside ?? []).filter((each) => each.cell.value !== undefined);
  const level = areas[any]?.level;
  const fits = (each: Ranked): boolean => measured.dataType !== "count" || each.area.level === level;
  return {
    period,
    shown,
    hidden,
    missing: rows.length - shown.length - hidden,
    quartiles: [quantile7(sorted, 0.25), quantile7(sorted, 0.75)],
    mine: own.filter((each) => each.cell.value !== undefined),
    mineless: own.filter((each) => each.cell.value === undefined),
    beside: beside.filter(fits),
    offScale: beside.filter((each) => !fits(each)),
  };
}

/** Classes of a histogram: about the root of the number of figures, between 6 and 20, with edges that can be read. */
export function binsOf(distribution: Distribution): readonly Bin[] {
  const values = distribution.shown.map((each) => each.cell.value ?? 0);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (values.length < 2 || low === high) return [];
  const wanted = Math.min(20, Math.max(6, Math.round(Math.sqrt(values.length))));
  const scale = scaleLinear([low, high], [0, 1]).nice(wanted);
  const edges = scale.ticks(wanted);
  const own = new Set(distribution.mine.map((each) => each.cell.value));
  return edges.slice(1).map((to, at) => {
    const from = edges[at] ?? to;
    const last = at === edges.length - 2;
    const isIn = (value: number | undefined): boolean => value !== undefined && value >= from && (value < to || (last && value <= to));
    return { from, to, count: values.filter(isIn).length, mine: [...own].some(isIn) };
  });
}
