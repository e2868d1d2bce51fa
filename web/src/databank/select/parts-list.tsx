import { type ReactElement, useState } from "react";
import { AreaSheet, type Part } from "./area-sheet.tsx";
import { dimensionChoice, dimensionsOf, type SharedDimension } from "./change-cells.ts";
import { CompareSheet } from "./compare-sheet.tsx";
import { ComputeSheet, transformationName } from "./compute-sheet.tsx";
import { FlowPart } from "./flow-part.tsx";
import { GroupsSheet, nameOf } from "./groups-sheet.tsx";
import { MemberSheet } from "./member-sheet.tsx";
import { PeriodSheet } from "./period-sheet.tsx";
import { areasSaid, periodsSaid, type Saying } from "./said.ts";

type Opened = "areas" | "compare" | "groups" | "periods" | "compute" | { readonly dimension: string };

/** Everything of a choice but its indicators, one line each, with a button that opens its dialog. */
export function PartsList(props: Part & { readonly saying: Saying }): ReactElement {
  const { known, selection, voice, words, saying } = props;
  const [opened, setOpened] = useState<Opened>();
  const dimensions = dimensionsOf(known, selection);
  const { compare, groups = [], transformations = [] } = selection;
  const none = words.compare.none;
  const line = (term: string, said: string, what: Opened): ReactElement => (
    <div className="sel-part" key={typeof what === "string" ? what : what.dimension}>
      <span>{term}</span>
      <span>{said}</span>
      <button type="button" className="sel-change" aria-label={words.chosen.changeWhat(term)} onClick={() => setOpened(what)}>
        {words.chosen.change}
      </button>
    </div>
  );
  return (
    <>
      <div className="sel-parts">
        {line(words.areas.title, areasSaid(saying, selection), "areas")}
        {line(words.compare.title, compare.map(saying.areaName).join(", ") || none, "compare")}
        {line(words.groups.title, groups.map(nameOf).join(", ") || none, "groups")}
        {line(words.periods.title, periodsSaid(saying, selection.periods), "periods")}
        {dimensions.map((each) => line(voice.say(each.name), dimensionSaid(props, each), { dimension: each.code }))}
        {line(
          words.compute.title,
          transformations.map((each) => transformationName(each, props)).join(" → ") || words.compute.none,
          "compute",
        )}
      </div>
      <FlowPart {...props} />
      <OpenedSheet {...props} opened={opened} dimensions={dimensions} onClose={() => setOpened(undefined)} />
    </>
  );
}

function dimensionSaid({ selection, voice, words }: Part, dimension: SharedDimension): string {
  const { axis, members } = dimensionChoice(selection, dimension);
  const level = dimension.levels.find((each) => each.code === (axis ?? members[0]?.level));
  const name = voice.say(level?.name ?? { nl: axis ?? "" });
  const some = members.length === 0 ? "" : ` (${words.members.count(members.length, level?.members.length ?? 0)})`;
  if (axis !== undefined) return words.members.by(name) + some;
  return members.length === 0
    ? words.members.total
    : words.members.totalOf(words.members.count(members.length, level?.members.length ?? 0));
}

function OpenedSheet(
  props: Part & { readonly opened: Opened | undefined; readonly dimensions: readonly SharedDimension[]; readonly onClose: () => void },
): ReactElement | null {
  const { opened, dimensions } = props;
  if (opened === undefined) return null;
  if (opened === "areas") return <AreaSheet {...props} />;
  if (opened === "compare") return <CompareSheet {...props} />;
  if (opened === "groups") return <GroupsSheet {...props} />;
  if (opened === "periods") return <PeriodSheet {...props} />;
  if (opened === "compute") return <ComputeSheet {...props} />;
  const dimension = dimensions.find((each) => each.code === opened.dimension);
  return dimension === undefined ? null : <MemberSheet {...props} dimension={dimension} />;
}
