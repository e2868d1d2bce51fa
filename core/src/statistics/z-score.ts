import type { Cube, CubeMember } from "../model/cube.ts";
import { status } from "../model/status.ts";
import type { Text } from "../model/text.ts";
import { type Cell, finiteCell, stateCell } from "./cell.ts";
import { keyOf, mapCells, matchCells, readCell, relabel, withNote } from "./cells.ts";
import { peerGroups } from "./peers.ts";
import { fsum, round12 } from "./round.ts";
import type { Beside, Step } from "./transformation.ts";
import { suffixed } from "./words.ts";

/** Mean and standard deviation of a population. */
export type Moments = { readonly mean: number; readonly deviation: number };

/**
 * Mean m = Σwx / Σw and standard deviation √(Σw(x − m)² / Σw) of a population; every weight is 1 where none are given.
 * @param weights above 0, as many as there are figures
 * @returns undefined where all figures are equal in 12 digits, or there are none: no figure lies away from the others
 */
export function momentsOf(values: readonly number[], weights?: readonly number[]): Moments | undefined {
  if (new Set(values.map(round12)).size < 2) return undefined;
  const weight = (at: number): number => weights?.[at] ?? 1;
  const total = fsum(values.map((_, at) => weight(at)));
  const mean = fsum(values.map((value, at) => value * weight(at))) / total;
  const deviation = Math.sqrt(fsum(values.map((value, at) => weight(at) * (value - mean) ** 2)) / total);
  return deviation > 0 && Number.isFinite(deviation) ? { mean, deviation } : undefined;
}

/** How far a figure lies from the others, in words (semantics, section 8). */
export type ZWord = "much-lower" | "lower" | "about-equal" | "higher" | "much-higher";

/** Where words change. */
export const zBreaks = [-1.5, -0.5, 0.5, 1.5] as const;

/** The word for a z-score: below −1.5 much lower, to −0.5 lower, from −0.5 to 0.5 about equal, to 1.5 higher, above much higher. */
export function zWord(z: number): ZWord {
  if (z < zBreaks[0]) return "much-lower";
  if (z < zBreaks[1]) return "lower";
  if (z <= zBreaks[2]) return "about-equal";
  return z <= zBreaks[3] ? "higher" : "much-higher";
}

/** Code of the indicator by which a figure is weighted here: relative figures by theirs, what was made per other by that one. */
export function zWeightOf(member: CubeMember, beside: Pick<Beside, "indicatorOf" | "before">): string | undefined {
  const last = beside.before.at(-1);
  if (last?.kind === "per") return last.indicator;
  if (last !== undefined) return undefined;
  const indicator = beside.indicatorOf(member);
  return indicator === undefined || indicator.dataType === "count" ? undefined : indicator.weight;
}

/**
 * How many standard deviations each figure lies from the mean of the real areas of its level in the same region: unweighted for
 * counts, weighted for relative figures. An area without a weight does not count in mean and deviation. Not available where all
 * figures are equal; what is no area of the level has no z-score.
 */
export const zScores: Step<{ readonly kind: "z-score" }> = (cube, _, beside) => {
  const all = beside.read[0] ?? cube;
  const found = new Map<number, Cell>();
  const weigh = weigher(all, beside);
  for (const { cells, indicator } of peerGroups(all, beside)) {
    const figures = cells.flatMap((at) => {
      const { value, status: state } = readCell(all, at);
      return state === status.value ? [{ at, value, weight: weigh(at, indicator) }] : [];
    });
    const counted = figures.filter((each) => each.weight > 0);
    const moments = momentsOf(
      counted.map((each) => each.value),
      counted.map((each) => each.weight),
    );
    for (const { at, value } of figures) {
      found.set(at, moments === undefined ? stateCell(status.notAvailable) : finiteCell((value - moments.mean) / moments.deviation));
    }
  }
  const match = matchCells(cube, all, { area: (member) => (member.group ? undefined : keyOf(member)) });
  const out = mapCells(cube, (at): Cell => {
    const own = readCell(cube, at);
    return own.status === status.value ? (found.get(match[at] as number) ?? stateCell(status.notApplicable)) : own;
  });
  const isWeighted = (cube.axes.find((axis) => axis.role === "indicator")?.members ?? []).some(
    (each) => zWeightOf(each, beside) !== undefined,
  );
  const named = relabel(out, (member) => ({
    label: suffixed(member.label, { nl: "z-score", en: "z-score" }),
    unit: { nl: "standaardafwijkingen", en: "standard deviations" },
    decimals: 2,
  }));
  return withNote(named, isWeighted ? weightedNote : plainNote, beside.read.slice(1));
};

/** The weight of a cell: 1 where figures are not weighted, 0 where the weight is not known. */
function weigher(all: Cube, beside: Beside): (at: number, indicator: CubeMember) => number {
  const weights = beside.read[1];
  if (weights === undefined) return () => 1;
  const match = matchCells(all, weights, { indicator: (member) => beside.named(zWeightOf(member, beside) ?? "")?.code });
  return (at, indicator) => {
    if (zWeightOf(indicator, beside) === undefined) return 1;
    const place = match[at] as number;
    const cell = place < 0 ? stateCell(status.empty) : readCell(weights, place);
    return cell.status === status.value ? cell.value : 0;
  };
}

const plainNote: Text = {
  nl: "Afstand tot het gemiddelde van alle gebieden van het niveau in dezelfde regio, in standaardafwijkingen.",
  en: "Distance to the mean of all areas of the level in the same region, in standard deviations.",
};

const weightedNote: Text = {
  nl: "Afstand tot het gewogen gemiddelde van alle gebieden van het niveau in dezelfde regio, in standaardafwijkingen.",
  en: "Distance to the weighted mean of all areas of the level in the same region, in standard deviations.",
};
