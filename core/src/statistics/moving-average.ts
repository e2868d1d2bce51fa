import type { Cube } from "../model/cube.ts";
import { status } from "../model/status.ts";
import type { MovingAverage } from "../model/transformation.ts";
import { type Cell, finiteCell, poisonOf, stateCell } from "./cell.ts";
import { mapCells, matchCells, readCell, relabel, withNote } from "./cells.ts";
import { fsum } from "./round.ts";
import type { Step } from "./transformation.ts";
import { suffixed } from "./words.ts";

/** The steps of a window: around the period where their number is odd, the period and those before it where it is even. */
export function windowOf(periods: number): readonly number[] {
  const before = periods % 2 === 1 ? (periods - 1) / 2 : periods - 1;
  return Array.from({ length: periods }, (_, i) => i - before);
}

/**
 * The mean over consecutive periods of one level. Every period of the window must have a figure: where one has none the result is
 * empty, where one is hidden or unknown it is that.
 */
export const movingAverage: Step<MovingAverage> = (cube, { periods }, beside) => {
  const all = beside.read[0] as Cube;
  const steps = windowOf(periods);
  const matches = steps.map((each) => matchCells(cube, all, { period: (period) => beside.shifted(period, each) }));
  const out = mapCells(
    cube,
    (at) => average(matches.map((match) => ((match[at] as number) < 0 ? stateCell(status.empty) : readCell(all, match[at] as number)))),
    (at) => matches.reduce((flags, match) => flags | (all.flags?.[match[at] as number] ?? 0), 0),
  );
  const named = relabel(out, (member) => ({
    label: suffixed(member.label, {
      nl: `voortschrijdend gemiddelde over ${periods} periodes`,
      en: `moving average over ${periods} periods`,
    }),
    decimals: Math.max(1, member.decimals ?? 0),
  }));
  const isCentred = periods % 2 === 1;
  return withNote(named, {
    nl: `Gemiddelde over ${periods} opeenvolgende periodes, ${isCentred ? "met de periode in het midden" : "de periode en die ervoor"}.`,
    en: `Mean over ${periods} consecutive periods, ${isCentred ? "with the period in the middle" : "the period and those before it"}.`,
  });
};

function average(cells: readonly Cell[]): Cell {
  const poison = poisonOf(cells);
  if (poison !== undefined) return stateCell(poison);
  if (cells.every((each) => each.status === status.value)) return finiteCell(fsum(cells.map((each) => each.value)) / cells.length);
  return stateCell(cells.every((each) => each.status === status.notApplicable) ? status.notApplicable : status.empty);
}
