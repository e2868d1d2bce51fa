import { drawnWords } from "../text/drawn.ts";
import { spokenOf } from "./parts.tsx";
import type { Whole, Wholes } from "./parts-of-whole.ts";
import type { Telling } from "./presentation.ts";
import { gapsOf, placeOf, shareText, startOf, subtitleOf } from "./tell-cells.ts";

/** Wholes of which every part is spoken. */
const mostSpoken = 2;

/** The whole that a title is about: the reader's own, else the last over time, else the first. */
export function leadOf({ wholes, matrix }: Wholes): Whole | undefined {
  const known = wholes.filter((each) => each.total !== undefined);
  const role = matrix.subject.cube.axes[matrix.rowAxis]?.role;
  if (role === "period") return known.at(-1);
  return known.find((each) => each.row?.tone === "mine") ?? known[0];
}

function partsIn(whole: Whole, read: Wholes): string {
  const { subject } = read.matrix;
  const words = drawnWords(subject.voice);
  const said = whole.cells.map(({ part, cell }) => {
    const figure = spokenOf(cell, subject.measured, subject.voice);
    if (cell.value === undefined || whole.total === undefined) return words.item(part.label, figure);
    return words.item(part.label, `${figure}, ${shareText(cell.value, whole.total, subject)}`);
  });
  return [...(whole.row ? [`${whole.row.label}.`] : []), ...said].join(" ");
}

/** Says wholes: the largest part as a title, the parts of the first of them one by one. */
export function tellWholes(read: Wholes, kind: string): Telling {
  const { matrix, wholes } = read;
  const { subject } = matrix;
  const words = drawnWords(subject.voice);
  const lead = leadOf(read);
  const top = lead?.cells.toSorted((a, b) => (b.cell.value ?? 0) - (a.cell.value ?? 0))[0];
  const cells = wholes.flatMap((each) => each.cells.map((part) => part.cell));
  const where = [placeOf(matrix).area, lead?.row?.label ?? ""].filter((each) => each !== "").join(", ");
  const spoken = [...new Set([lead, ...wholes])].flatMap((each) => each ?? []).slice(0, mostSpoken);
  const more = wholes.length - spoken.length;
  return {
    title: top && lead?.total ? words.largest(top.part.label, where, shareText(top.cell.value ?? 0, lead.total, subject)) : words.noFigures,
    subtitle: subtitleOf(matrix),
    alt: [
      startOf(matrix, kind),
      ...spoken.map((each) => partsIn(each, read)),
      ...gapsOf(cells, subject),
      ...(more > 0 ? [words.more(more)] : []),
    ].join(" "),
  };
}
