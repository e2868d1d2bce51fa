import type { AreaGroup, Selection } from "@peil/core/query/selection.ts";
import type { ReactElement } from "react";
import type { Part } from "./area-sheet.tsx";
import { changeParts, chooseAreas, removeIndicator } from "./change.ts";
import { areasSaid, groupName, indicatorName, type Saying, transformationName } from "./said.ts";

type Chip = { readonly key: string; readonly label: string; readonly drop: () => void };

/** Areas that get a chip each; more become one. */
const eachUpTo = 8;

/** What was chosen beyond what holds by itself, each with a button that takes it away. */
export function Chips(props: Part & { readonly saying: Saying }): ReactElement {
  const { words } = props;
  const chips = chipsOf(props);
  return (
    <ul className="chips own" aria-label={words.chosen.title}>
      {chips.map((chip) => (
        <li key={chip.key}>
          <span>{chip.label}</span>
          <button type="button" className="sel-drop" aria-label={words.chosen.drop(chip.label)} onClick={chip.drop}>
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}

function chipsOf(props: Part & { readonly saying: Saying }): readonly Chip[] {
  const { known, selection, onChanged, voice, words, saying } = props;
  const parts = (next: Partial<Selection>) => (): void => onChanged(changeParts(known, selection, next));
  const { compare, groups = [], members, memberGroups = [], transformations = [] } = selection;
  return [
    ...selection.indicators.map((code) => ({
      key: `i ${code}`,
      label: indicatorName(saying, code),
      drop: () => onChanged(removeIndicator(known, selection, code)),
    })),
    ...areaChips(props),
    ...groups.map((group) => ({
      key: `g ${groupName(group)}`,
      label: groupLabel(props, group),
      drop: parts({ groups: groups.filter((each) => each !== group) }),
    })),
    ...compare.map((ref) => ({
      key: `c ${ref.level}:${ref.code}`,
      label: words.chosen.beside(saying.areaName(ref)),
      drop: parts({ compare: compare.filter((each) => each !== ref) }),
    })),
    ...memberGroups.map((group) => ({
      key: `m ${group.name}`,
      label: group.name,
      drop: parts({ memberGroups: memberGroups.filter((each) => each !== group) }),
    })),
    ...(members.length === 0 ? [] : [{ key: "members", label: membersLabel(props), drop: parts({ members: [] }) }]),
    ...transformations.map((step, at) => ({
      key: `t ${at} ${step.kind}`,
      label: transformationName(step, { known, voice, words }),
      drop: parts({ transformations: transformations.toSpliced(at, 1) }),
    })),
  ];
}

function areaChips({ known, selection, onChanged, saying }: Part & { readonly saying: Saying }): readonly Chip[] {
  const { areas, level } = selection;
  if (areas.kind === "all") return [];
  const all = (): void => onChanged(chooseAreas(known, selection, { kind: "all" }));
  if (areas.kind !== "list" || areas.codes.length > eachUpTo) return [{ key: "areas", label: areasSaid(saying, selection), drop: all }];
  return areas.codes.map((code) => ({
    key: `a ${code}`,
    label: saying.areaName({ level, code }),
    drop: () => onChanged(chooseAreas(known, selection, { kind: "list", codes: areas.codes.filter((each) => each !== code) })),
  }));
}

function groupLabel({ known, voice }: Part, group: AreaGroup): string {
  if (!("saved" in group)) return group.name;
  return voice.say(known.tree.view.groups.find((each) => each.code === group.saved)?.name ?? { nl: group.saved });
}

function membersLabel({ known, selection, voice, words }: Part): string {
  const names = selection.members.map(({ level, code }) => {
    const found = [...known.details.values()].flatMap((each) => each.dimensions.flatMap((dimension) => dimension.levels));
    return voice.say(found.find((each) => each.code === level)?.members.find((each) => each.code === code)?.name ?? { nl: code });
  });
  return names.length > 3 ? `${names.length} ${words.members.limit.toLowerCase()}` : names.join(", ");
}
