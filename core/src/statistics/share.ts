import { combine, sumStates } from "../formula/evaluate.ts";
import type { Cube, CubeMember } from "../model/cube.ts";
import { status } from "../model/status.ts";
import type { Text } from "../model/text.ts";
import type { Share } from "../model/transformation.ts";
import { type Cell, stateCell } from "./cell.ts";
import { mapCells, matchCells, readCell, relabel, stridesOf, withNote } from "./cells.ts";
import { addsUp, type Beside, isReal, type Step } from "./transformation.ts";
import { suffixed } from "./words.ts";

/**
 * The share of each figure in a total, in percent. `column`: of the areas of the answer together; `row`: of the members of the
 * answer together, for one area; `table`: of both; `parent`: of the figure of the area of the named level in which it lies. Only
 * for figures that add up; others are not available. Totals follow the rules of sums: a hidden or unknown part poisons. What
 * stands beside the areas (to compare with, groups) has a share in a row only. A share of nothing is empty.
 */
export const shareOf: Step<Share> = (cube, { of }, beside) => {
  const shared = of === "parent" ? ofParent(cube, beside) : within(cube, of, beside);
  const named = relabel(shared, (member) => ({
    label: suffixed(member.label, labels[of]),
    unit: { nl: "%", en: "%" },
    decimals: 1,
  }));
  return withNote(named, notes[of], of === "parent" ? beside.read : []);
};

function percentage(part: Cell, whole: Cell): Cell {
  return combine("/", combine("*", part, { value: 100, status: status.value }), whole);
}

/** What each cell is of: its indicator adds up or not. */
function summing(cube: Cube, beside: Beside): (at: number) => boolean {
  const axis = cube.axes.findIndex((each) => each.role === "indicator");
  const stride = stridesOf(cube)[axis] ?? cube.values.length;
  const members = cube.axes[axis]?.members ?? [];
  const adds = members.map((member) => addsUp(beside.indicatorOf(member), beside.before));
  return (at) => adds[Math.floor(at / stride) % Math.max(1, members.length)] === true;
}

function ofParent(cube: Cube, beside: Beside): Cube {
  const parents = beside.read[0] as Cube;
  const match = matchCells(cube, parents, { area: beside.parentOf });
  const adds = summing(cube, beside);
  return mapCells(
    cube,
    (at) => {
      const parent = match[at] as number;
      if (!adds(at)) return stateCell(status.notAvailable);
      return parent < 0 ? stateCell(status.notApplicable) : percentage(readCell(cube, at), readCell(parents, parent));
    },
    (at) => parents.flags?.[match[at] as number] ?? 0,
  );
}

function within(cube: Cube, of: "row" | "column" | "table", beside: Beside): Cube {
  const adds = summing(cube, beside);
  const { line, counts, stands } = linesOf(cube, of, beside.level);
  const parts = new Map<number, number[]>();
  for (let at = 0; at < cube.values.length; at++) {
    if (counts(at)) parts.set(line(at), [...(parts.get(line(at)) ?? []), at]);
  }
  const totals = new Map([...parts].map(([key, cells]) => [key, sumStates(cells.map((each) => readCell(cube, each)))]));
  const flags = new Map([...parts].map(([key, cells]) => [key, cells.reduce((all, each) => all | (cube.flags?.[each] ?? 0), 0)]));
  return mapCells(
    cube,
    (at) => {
      if (!adds(at)) return stateCell(status.notAvailable);
      if (!stands(at)) return stateCell(status.notApplicable);
      return percentage(readCell(cube, at), totals.get(line(at)) ?? stateCell(status.empty));
    },
    (at) => flags.get(line(at)) ?? 0,
  );
}

type Lines = {
  /** The line that a cell lies in: its place without the axes that are added up. */
  line(at: number): number;
  /** Whether it counts in the total of its line. */
  counts(at: number): boolean;
  /** Whether it has a share at all. */
  stands(at: number): boolean;
};

function linesOf(cube: Cube, of: "row" | "column" | "table", level: string): Lines {
  const strides = stridesOf(cube);
  const axes = cube.axes.map((axis, i) => ({ axis, size: axis.members.length, stride: strides[i] as number }));
  const summed = axes.filter(({ axis }) => (axis.role === "area" ? of !== "row" : axis.role === "member" && of !== "column"));
  const memberAt = (at: number, each: (typeof axes)[number]): CubeMember =>
    each.axis.members[Math.floor(at / each.stride) % each.size] as CubeMember;
  const isListed = (area: CubeMember): boolean => isReal(area, level) || (area.pseudo === true && area.compare !== true);
  return {
    line: (at) => summed.reduce((key, { stride, size }) => key - (Math.floor(at / stride) % size) * stride, at),
    counts: (at) =>
      summed.every((each) => {
        const member = memberAt(at, each);
        return each.axis.role === "area" ? isListed(member) : member.group !== true;
      }),
    stands: (at) => summed.every((each) => each.axis.role !== "area" || isListed(memberAt(at, each))),
  };
}

const labels: Readonly<Record<"row" | "column" | "table" | "parent", Text>> = {
  row: { nl: "aandeel in de rij", en: "share of the row" },
  column: { nl: "aandeel in de kolom", en: "share of the column" },
  table: { nl: "aandeel in de tabel", en: "share of the table" },
  parent: { nl: "aandeel in het grotere gebied", en: "share of the larger area" },
};

const notes: Readonly<Record<"row" | "column" | "table" | "parent", Text>> = {
  row: { nl: "Aandeel in het totaal van de getoonde items, per gebied.", en: "Share of the total of the members shown, per area." },
  column: { nl: "Aandeel in het totaal van de getoonde gebieden.", en: "Share of the total of the areas shown." },
  table: { nl: "Aandeel in het totaal van de getoonde gebieden en items.", en: "Share of the total of the areas and members shown." },
  parent: { nl: "Aandeel in het cijfer van het gebied waarin het ligt.", en: "Share of the figure of the area in which it lies." },
};
