import { lazy, type ReactElement, Suspense, useState } from "react";
import type { Part } from "./area-sheet.tsx";
import { dimensionChoice, dimensionsOf, type SharedDimension } from "./change-cells.ts";
import { FlowPart } from "./flow-part.tsx";
import type { Opened } from "./opened-sheet.tsx";
import { areasSaid, groupName, periodsSaid, type Saying, transformationName } from "./said.ts";

// The dialogs weigh more than the rest: they come when the first is opened.
const OpenedSheet = lazy(() => import("./opened-sheet.tsx").then((each) => ({ default: each.OpenedSheet })));

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
        {line(words.groups.title, groups.map(groupName).join(", ") || none, "groups")}
        {line(words.periods.title, periodsSaid(saying, selection.periods), "periods")}
        {dimensions.map((each) => line(voice.say(each.name), dimensionSaid(props, each), { dimension: each.code }))}
        {line(
          words.compute.title,
          transformations.map((each) => transformationName(each, props)).join(" → ") || words.compute.none,
          "compute",
        )}
      </div>
      <FlowPart {...props} />
      <Suspense>
        {opened !== undefined && <OpenedSheet {...props} opened={opened} dimensions={dimensions} onClose={() => setOpened(undefined)} />}
      </Suspense>
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
