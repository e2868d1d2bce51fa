import type { GlanceRow } from "@peil/core/api-glance.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { movementThreshold, type Thresholds } from "@peil/core/statistics/judgement.ts";
import { quantile7 } from "@peil/core/statistics/moments.ts";
import { type Moments, momentsOf } from "@peil/core/statistics/z-score.ts";
import { figureIn, type Sheet, type Table, weightOf } from "./glance-table.ts";

/** Of how few areas with a figure nothing is said: a distance among four says little. */
const fewestAreas = 5;

/** What the figures of all areas of a level tell of one period: only figures that may be seen are in it. */
export type Peers = {
  readonly figures: readonly number[];
  readonly spread?: NonNullable<GlanceRow["spread"]>;
  /** Mean and standard deviation as z-scores have them; absent for too few areas and where all figures are equal. */
  readonly moments?: Moments;
  /** The areas that count in mean and deviation. */
  readonly among: number;
  readonly weighted: boolean;
};

const peers = new WeakMap<Sheet, Map<string, Peers>>();
const changes = new WeakMap<Sheet, Map<string, Changes>>();

/** The peers of a sheet in a period, worked out once. */
export function peersIn(table: Table, sheet: Sheet, period: string): Peers {
  const own = peers.get(sheet) ?? new Map<string, Peers>();
  peers.set(sheet, own);
  const known = own.get(period) ?? makePeers(table, sheet, period);
  own.set(period, known);
  return known;
}

function makePeers(table: Table, sheet: Sheet, period: string): Peers {
  const areas = table.isLevel ? [...sheet.rows.keys()] : [];
  const code = weightOf(sheet.indicator);
  const weights = code === undefined ? undefined : table.weights.get(code);
  const weigh = (area: string): number => {
    if (code === undefined) return 1;
    return weights === undefined ? 0 : (figureIn(weights, area, period) ?? 0);
  };
  const known = areas.flatMap((area) => {
    const value = figureIn(sheet, area, period);
    return value === undefined ? [] : [{ value, weight: weigh(area) }];
  });
  const counted = known.filter((each) => each.weight > 0);
  const moments =
    counted.length < fewestAreas
      ? undefined
      : momentsOf(
          counted.map((each) => each.value),
          counted.map((each) => each.weight),
        );
  const figures = known.map((each) => each.value);
  const spread = spreadOf(figures);
  return {
    figures,
    ...(spread === undefined ? {} : { spread }),
    ...(moments === undefined ? {} : { moments }),
    among: counted.length,
    weighted: code !== undefined,
  };
}

function spreadOf(figures: readonly number[]): Peers["spread"] {
  if (figures.length < fewestAreas) return undefined;
  const sorted = [...figures].sort((a, b) => a - b);
  const at = (part: number): number => quantile7(sorted, part);
  return { low: at(0), q1: at(0.25), median: at(0.5), q3: at(0.75), high: at(1) };
}

/**
 * How far a figure moved: in percent for counts, which would otherwise tell size, else in its own unit. Undefined where a count
 * starts from nothing.
 */
export function changeBetween(indicator: Indicator, from: number, to: number): number | undefined {
  if (indicator.dataType !== "count") return to - from;
  return from > 0 ? (100 * (to - from)) / from : undefined;
}

/** What the changes of all areas between two periods tell: from which size on one counts, and of how many areas it is known. */
export type Changes = { readonly threshold: number | undefined; readonly among: number };

/** The changes of a sheet between two periods, worked out once; nothing for too few areas. */
export function changesIn(table: Table, sheet: Sheet, from: string, to: string, thresholds: Thresholds): Changes {
  const own = changes.get(sheet) ?? new Map<string, Changes>();
  changes.set(sheet, own);
  const key = `${from}/${to}`;
  const known = own.get(key) ?? makeChanges(table, sheet, from, to, thresholds);
  own.set(key, known);
  return known;
}

function makeChanges(table: Table, sheet: Sheet, from: string, to: string, thresholds: Thresholds): Changes {
  const areas = table.isLevel ? [...sheet.rows.keys()] : [];
  const all = areas.flatMap((area) => {
    const [before, now] = [figureIn(sheet, area, from), figureIn(sheet, area, to)];
    return before === undefined || now === undefined ? [] : (changeBetween(sheet.indicator, before, now) ?? []);
  });
  return { threshold: all.length < fewestAreas ? undefined : movementThreshold(all, thresholds), among: all.length };
}
