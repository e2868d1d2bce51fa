import type { Cube, CubeMember } from "../model/cube.ts";
import { status } from "../model/status.ts";
import type { Text } from "../model/text.ts";
import type { SinceBase } from "../model/transformation.ts";
import { type Cell, finiteCell, stateCell } from "./cell.ts";
import { mapCells, matchCells, readCell, relabel, withNote } from "./cells.ts";
import { absoluteChange, relativeChange } from "./change.ts";
import type { Step } from "./transformation.ts";
import { differenceUnit, suffixed } from "./words.ts";

/**
 * The figure of each period held against that of a base period: the absolute change, the growth in percent, or the index (base =
 * 100). A poison in either is the result; where either has no figure the result is empty; growth and index from zero or below are
 * not available.
 */
export const sinceBase: Step<SinceBase> = (cube, { kind, base }, beside) => {
  const periods = cube.axes.find((axis) => axis.role === "period")?.members ?? [];
  const first = periods[0]?.code ?? "";
  const other = base === "first" ? cube : (beside.read[0] as Cube);
  const baseOf = (period: CubeMember): string => (base === "first" ? first : base === "previous" ? beside.shifted(period, -1) : base);
  const match = matchCells(cube, other, { period: baseOf });
  const compute = { change: absoluteChange, growth: relativeChange, index: indexNumber }[kind];
  const out = mapCells(
    cube,
    (at) => compute(baseCell(other, match[at] as number), readCell(cube, at)),
    (at) => other.flags?.[match[at] as number] ?? 0,
  );
  const since = sinceText(base, first);
  const named = relabel(out, (member) => ({
    label: suffixed(member.label, labels[kind](since)),
    unit: unitOf(kind, member.unit, base === "previous" ? undefined : since),
    decimals: kind === "change" ? (member.decimals ?? 0) : 1,
  }));
  return withNote(named, notes[kind](since), beside.read);
};

/**
 * 100 · now / base (base = 100). From zero or below it is not available; states as in `relativeChange`.
 */
export function indexNumber(base: Cell, now: Cell): Cell {
  const growth = relativeChange(base, now);
  return growth.status === status.value ? finiteCell((100 * now.value) / base.value) : growth;
}

function baseCell(other: Cube, at: number): Cell {
  return at < 0 ? stateCell(status.empty) : readCell(other, at);
}

function sinceText(base: string, first: string): Text {
  if (base === "previous") return { nl: "de periode ervoor", en: "the period before" };
  const code = base === "first" ? first : base;
  return { nl: code, en: code };
}

type Worded = (since: Text) => Text;

const labels: Readonly<Record<"change" | "growth" | "index", Worded>> = {
  change: (since) => ({ nl: `verandering tegenover ${since.nl}`, en: `change since ${since.en}` }),
  growth: (since) => ({ nl: `groei tegenover ${since.nl}`, en: `growth since ${since.en}` }),
  index: (since) => ({ nl: `index, ${since.nl} = 100`, en: `index, ${since.en} = 100` }),
};

const notes: Readonly<Record<"change" | "growth" | "index", Worded>> = {
  change: (since) => ({
    nl: `Het verschil met het cijfer van ${since.nl}.`,
    en: `The difference from the figure of ${since.en}.`,
  }),
  growth: (since) => ({
    nl: `Groei in procent van het cijfer van ${since.nl}; vanaf nul of minder niet te berekenen.`,
    en: `Growth in percent of the figure of ${since.en}; it cannot be computed from zero or below.`,
  }),
  index: (since) => ({
    nl: `Indexcijfer: het cijfer van ${since.nl} is 100; vanaf nul of minder niet te berekenen.`,
    en: `Index: the figure of ${since.en} is 100; it cannot be computed from zero or below.`,
  }),
};

function unitOf(kind: "change" | "growth" | "index", unit: Text | undefined, since: Text | undefined): Text {
  if (kind === "growth") return { nl: "%", en: "%" };
  if (kind === "change") return differenceUnit(unit);
  return since === undefined ? { nl: "index", en: "index" } : { nl: `index (${since.nl} = 100)`, en: `index (${since.en} = 100)` };
}
