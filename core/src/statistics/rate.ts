import { combine } from "../formula/evaluate.ts";
import type { Cube, CubeMember } from "../model/cube.ts";
import { status } from "../model/status.ts";
import { say, type Text } from "../model/text.ts";
import type { Per } from "../model/transformation.ts";
import { stateCell } from "./cell.ts";
import { mapCells, matchCells, readCell, relabel, withNote } from "./cells.ts";
import type { Step } from "./transformation.ts";
import { suffixed } from "./words.ts";

/**
 * Figures per so many of another indicator: factor · figure / figure of the other, for the same area and period. States as in
 * formulas: a hidden or unknown denominator poisons, and over zero or nothing the result is empty.
 */
export const perOther: Step<Per> = (cube, { indicator, factor }, beside) => {
  const other = beside.read[0] as Cube;
  const match = matchCells(cube, other, { indicator: () => other.axes.find((axis) => axis.role === "indicator")?.members[0]?.code });
  const scaled = { value: factor, status: status.value };
  const out = mapCells(
    cube,
    (at) => {
      const place = match[at] as number;
      const denominator = place < 0 ? stateCell(status.empty) : readCell(other, place);
      return combine("/", combine("*", readCell(cube, at), scaled), denominator);
    },
    (at) => other.flags?.[match[at] as number] ?? 0,
  );
  const denominator = beside.named(indicator);
  const of: Text = denominator?.unit ?? { nl: indicator };
  const per: Text =
    factor === 1
      ? { nl: `per ${of.nl}`, en: `per ${say(of, "en")}` }
      : { nl: `per ${factor} ${of.nl}`, en: `per ${factor} ${say(of, "en")}` };
  const named = relabel(out, (member: CubeMember) => ({
    label: suffixed(member.label, per),
    unit: { nl: `${member.unit?.nl ?? ""} ${per.nl}`.trim(), en: `${member.unit ? say(member.unit, "en") : ""} ${per.en}`.trim() },
    decimals: Math.max(1, Math.min(member.decimals ?? 0, 2)),
  }));
  const name: Text = denominator?.name ?? { nl: indicator };
  return withNote(
    named,
    { nl: `Gedeeld door “${name.nl}”, maal ${factor}.`, en: `Divided by “${say(name, "en")}”, times ${factor}.` },
    beside.read,
  );
};
