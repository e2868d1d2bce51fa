import { fail } from "../errors.ts";
import type { Area, Level } from "../model/area.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { Text } from "../model/text.ts";
import { findArea } from "./choose.ts";
import { overlapOf } from "./overlap.ts";
import type { AreaGroup, AreaRef, GroupShow, Selection } from "./selection.ts";
import { hint } from "./suggest.ts";

/** A group of a selection with its areas looked up. `code` names it on the axis of areas, where no area has a colon in its code. */
export type ChosenGroup = {
  readonly code: string;
  readonly label: Text;
  readonly show: GroupShow;
  readonly parts: readonly { readonly area: Area; readonly level: Level }[];
};

/**
 * The groups of a selection in order.
 * @throws `group-unknown`, `level-unknown`, `area-unknown`, and `group-overlap` or `group-unrelated` where areas would count twice
 */
export function chooseGroups(catalogue: Catalogue, selection: Pick<Selection, "groups">): readonly ChosenGroup[] {
  return (selection.groups ?? []).map((group) => {
    const { code, label, areas } = namedGroup(catalogue, group);
    const found = areas.map((ref) => findArea(catalogue, ref));
    const parts = [...new Map(found.map((each) => [each.area.id, each])).values()];
    refuseOverlap(catalogue, label, parts);
    return { code, label, show: group.show, parts };
  });
}

function namedGroup(catalogue: Catalogue, group: AreaGroup): { code: string; label: Text; areas: readonly AreaRef[] } {
  if (!("saved" in group))
    return { code: `group:${group.name}`, label: { nl: group.name, en: group.name, fr: group.name }, areas: group.areas };
  const saved = catalogue.site.groups ?? [];
  const found = saved.find((each) => each.code.toLowerCase() === group.saved.toLowerCase());
  const codes = saved.map((each) => each.code);
  if (found === undefined) return fail("group-unknown", { code: group.saved, hint: hint(group.saved, codes) });
  return { code: `group:@${found.code}`, label: found.name, areas: found.areas };
}

function refuseOverlap(catalogue: Catalogue, label: Text, parts: ChosenGroup["parts"]): void {
  parts.forEach((one, at) => {
    for (const two of parts.slice(at + 1)) {
      const found = overlapOf(catalogue, one.area, two.area);
      if (found === "apart") continue;
      const names = { group: label.nl, one: nameOf(one), two: nameOf(two) };
      fail(found === "overlap" ? "group-overlap" : "group-unrelated", names);
    }
  });
}

const nameOf = ({ area, level }: ChosenGroup["parts"][number]): string => `${area.name.nl} (${level.alias}:${area.code})`;
