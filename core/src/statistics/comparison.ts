import { blank, fail } from "../errors.ts";
import { combine } from "../formula/evaluate.ts";
import type { Cube, CubeMember } from "../model/cube.ts";
import { say, type Text } from "../model/text.ts";
import type { Against } from "../model/transformation.ts";
import { poisonOf, stateCell } from "./cell.ts";
import { keyOf, mapCells, matchCells, readCell, relabel, withNote } from "./cells.ts";
import { absoluteChange } from "./change.ts";
import { insertMembers } from "./join.ts";
import type { Step } from "./transformation.ts";
import { differenceUnit, suffixed } from "./words.ts";

/**
 * The difference from the comparison area, or the ratio to it (1 is equal), for the same indicator, period and members. With
 * several comparison areas each indicator stands there once for each, in their order, under a code `<indicator>:<level>:<code>`.
 * A poison in either is the result; where either has no figure it is empty, as is a ratio to zero.
 * @throws `transformation-unfit` where nothing is compared with
 */
export const againstComparison: Step<Against> = (cube, { kind }) => {
  const areas = cube.axes.find((axis) => axis.role === "area")?.members ?? [];
  const compared = areas.filter((each) => each.compare === true);
  if (compared.length === 0) {
    return fail("transformation-unfit", {
      what: kind,
      ...blank("mend", {
        nl: "Noem een gebied om mee te vergelijken: compare=gewest:2000.",
        en: "Name an area to compare with: compare=gewest:2000.",
      }),
    });
  }
  const made = compared.map((area) => against(cube, area, kind, compared.length > 1));
  const [first, ...rest] = made as [Cube, ...Cube[]];
  const axis = cube.axes.findIndex((each) => each.role === "indicator");
  const joined = rest.reduce((all, each) => {
    const members = each.axes[axis]?.members ?? [];
    return insertMembers(all, axis, all.axes[axis]?.members.length ?? 0, members, each);
  }, first);
  return withNote(joined, noteOf(kind, compared));
};

function against(cube: Cube, area: CubeMember, kind: "difference" | "ratio", isOneOfMany: boolean): Cube {
  const key = keyOf(area);
  const match = matchCells(cube, cube, { area: () => key });
  const out = mapCells(
    cube,
    (at) => {
      const own = readCell(cube, at);
      const other = readCell(cube, match[at] as number);
      if (kind === "difference") return absoluteChange(other, own);
      const poison = poisonOf([own, other]);
      return poison === undefined ? combine("/", own, other) : stateCell(poison);
    },
    (at) => cube.flags?.[match[at] as number] ?? 0,
  );
  const name = say(area.label, "en");
  return relabel(out, (member) => ({
    ...(isOneOfMany ? { code: `${member.code}:${key}` } : {}),
    label: suffixed(
      member.label,
      kind === "difference"
        ? { nl: `verschil met ${area.label.nl}`, en: `difference from ${name}` }
        : { nl: `verhouding tot ${area.label.nl}`, en: `ratio to ${name}` },
    ),
    unit: kind === "difference" ? differenceUnit(member.unit) : { nl: "verhouding (1 is gelijk)", en: "ratio (1 is equal)" },
    decimals: kind === "difference" ? (member.decimals ?? 0) : 2,
  }));
}

function noteOf(kind: "difference" | "ratio", compared: readonly CubeMember[]): Text {
  const names = (language: "nl" | "en"): string => compared.map((each) => say(each.label, language)).join(", ");
  return kind === "difference"
    ? { nl: `Het verschil met ${names("nl")}.`, en: `The difference from ${names("en")}.` }
    : { nl: `De verhouding tot ${names("nl")}: 1 is gelijk.`, en: `The ratio to ${names("en")}: 1 is equal.` };
}
