import type { Cube } from "../model/cube.ts";
import { status } from "../model/status.ts";
import type { Text } from "../model/text.ts";
import { type Cell, stateCell } from "./cell.ts";
import { keyOf, mapCells, matchCells, readCell, relabel, withNote } from "./cells.ts";
import { peerGroups } from "./peers.ts";
import { type Direction, directionOf, ranks } from "./rank.ts";
import type { Step } from "./transformation.ts";
import { suffixed } from "./words.ts";

/**
 * The rank of each figure among the real areas of its level in the same region, 1-2-2-4; the lowest figure is first where lower is
 * better, otherwise the highest. Areas without a figure are not counted and keep their state; what is no area of the level has no rank.
 */
export const rankAmong: Step<{ readonly kind: "rank" }> = (cube, _, beside) => {
  const all = beside.read[0] ?? cube;
  const found = new Map<number, number>();
  for (const { cells, indicator } of peerGroups(all, beside)) {
    const direction = directionOf(beside.indicatorOf(indicator)?.rating ?? "unknown");
    const figures = cells.map((at) => readCell(all, at));
    const list = ranks(
      figures.map((each) => (each.status === status.value ? each.value : undefined)),
      direction,
    );
    cells.forEach((at, i) => {
      const rank = list[i];
      if (rank !== undefined) found.set(at, rank);
    });
  }
  const match = matchCells(cube, all, { area: (member) => (member.group ? undefined : keyOf(member)) });
  const out = mapCells(cube, (at): Cell => {
    const own = readCell(cube, at);
    if (own.status !== status.value) return own;
    const rank = found.get(match[at] as number);
    return rank === undefined ? stateCell(status.notApplicable) : { value: rank, status: status.value };
  });
  const directions = (cube.axes.find((axis) => axis.role === "indicator")?.members ?? []).map((member) =>
    directionOf(beside.indicatorOf(member)?.rating ?? "unknown"),
  );
  const named = relabel(out, (member) => ({
    label: suffixed(member.label, labels[directionOf(beside.indicatorOf(member)?.rating ?? "unknown")]),
    unit: { nl: "plaats", en: "rank" },
    decimals: 0,
  }));
  return [...new Set(directions)].reduce((made: Cube, direction) => withNote(made, notes[direction]), named);
};

const labels: Readonly<Record<Direction, Text>> = {
  highest: { nl: "plaats (1 is het hoogste cijfer)", en: "rank (1 is the highest figure)" },
  lowest: { nl: "plaats (1 is het laagste cijfer)", en: "rank (1 is the lowest figure)" },
};

const notes: Readonly<Record<Direction, Text>> = {
  highest: {
    nl: "Plaats onder alle gebieden van het niveau in dezelfde regio die een cijfer hebben; plaats 1 is het hoogste cijfer, gelijke cijfers delen een plaats.",
    en: "Rank among all areas of the level in the same region that have a figure; rank 1 is the highest figure, equal figures share a rank.",
  },
  lowest: {
    nl: "Plaats onder alle gebieden van het niveau in dezelfde regio die een cijfer hebben; plaats 1 is het laagste cijfer, want laag is gunstig; gelijke cijfers delen een plaats.",
    en: "Rank among all areas of the level in the same region that have a figure; rank 1 is the lowest figure, since low is good; equal figures share a rank.",
  },
};
