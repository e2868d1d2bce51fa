import type { Cube, CubeMember } from "../model/cube.ts";
import type { Indicator } from "../model/indicator.ts";
import { status } from "../model/status.ts";
import type { PeriodTotal } from "../model/transformation.ts";
import { type Cell, finiteCell, poisonOf, stateCell } from "./cell.ts";
import { mapCells, matchCells, readCell, relabel, stridesOf, withNote } from "./cells.ts";
import { fsum } from "./round.ts";
import type { Step } from "./transformation.ts";
import { suffixed } from "./words.ts";

/** Whether figures of consecutive periods may be added up: only counts of what happened in a period (semantics, section 2). */
export function addsUpOverPeriods(indicator: Pick<Indicator, "dataType" | "periodType"> | undefined): boolean {
  return indicator?.dataType === "count" && indicator.periodType === "flow";
}

/**
 * The sum of each period and those before it. Every period must have a figure: where one has none the result is empty, where one is
 * hidden or unknown it is that. Not available for whatever does not add up over periods.
 */
export const periodTotal: Step<PeriodTotal> = (cube, { periods }, beside) => {
  const all = beside.read[0] as Cube;
  const steps = Array.from({ length: periods }, (_, i) => -i);
  const matches = steps.map((each) => matchCells(cube, all, { period: (period) => beside.shifted(period, each) }));
  const axis = cube.axes.findIndex((each) => each.role === "indicator");
  const members = cube.axes[axis]?.members ?? [];
  const stride = stridesOf(cube)[axis] ?? cube.values.length;
  const adds = members.map((each) => addsUpOverPeriods(beside.indicatorOf(each)));
  const total = (at: number): Cell => {
    if (adds[Math.floor(at / stride) % members.length] !== true) return stateCell(status.notAvailable);
    return totalOf(matches.map((match) => ((match[at] as number) < 0 ? stateCell(status.empty) : readCell(all, match[at] as number))));
  };
  const out = mapCells(cube, total, (at) => matches.reduce((flags, match) => flags | (all.flags?.[match[at] as number] ?? 0), 0));
  const named = relabel(out, (member: CubeMember) => ({
    label: suffixed(member.label, { nl: `totaal over ${periods} periodes`, en: `total over ${periods} periods` }),
  }));
  return withNote(named, {
    nl: `Som van ${periods} opeenvolgende periodes: de periode en die ervoor. Alleen aantallen van wat in een periode gebeurde, tellen zo op.`,
    en: `Sum of ${periods} consecutive periods: the period and those before it. Only counts of what happened in a period add up like this.`,
  });
};

function totalOf(cells: readonly Cell[]): Cell {
  const poison = poisonOf(cells);
  if (poison !== undefined) return stateCell(poison);
  if (cells.every((each) => each.status === status.value)) return finiteCell(fsum(cells.map((each) => each.value)));
  return stateCell(cells.every((each) => each.status === status.notApplicable) ? status.notApplicable : status.empty);
}
