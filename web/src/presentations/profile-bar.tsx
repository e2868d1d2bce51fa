import type { ReactElement } from "react";
import { drawnWords } from "../text/drawn.ts";
import { type BlockRow, BlocksDrawing } from "./blocks.tsx";
import { choice, chosenOf } from "./chosen.ts";
import { excerptRows, rowsIn } from "./excerpt.ts";
import { Framed, meaningOf, plainOf } from "./parts.tsx";
import type { Presentation, Subject } from "./presentation.ts";
import { type Profile, profileOf, profileSettings, type Spoke } from "./profile.ts";
import { ReadingKey } from "./reading-key.tsx";
import { distanceText, farness, hasProfile, spokeInWords, tellProfile } from "./tell-profile.ts";

const mostRows = 24;
const orders = ["given", "far"] as const;

function orderedOf(profile: Profile): readonly Spoke[] {
  if (chosenOf(profile.subject, "sort", orders, "given") === "given") return profile.spokes;
  return profile.spokes.toSorted((a, b) => farness(b, profile) - farness(a, profile));
}

function rowOf(spoke: Spoke, profile: Profile): BlockRow {
  const { subject, equal } = profile;
  const { decimals } = spoke.measured;
  const isGap = spoke.own.value === undefined || spoke.base.value === undefined;
  const gap = spoke.own.value === undefined ? spoke.own : spoke.base;
  const block = {
    ...{ key: "bar", from: equal, to: spoke.distance ?? equal, className: `p-${spoke.reading}`, title: spokeInWords(spoke, profile) },
    ...(spoke.reading === "worse" ? { kind: 1 } : {}),
    ...{ marks: { "data-m": spoke.key }, inside: distanceText(spoke, profile) },
  };
  const figure = `${plainOf(spoke.own, decimals, subject.voice)} (${plainOf(spoke.base, decimals, subject.voice)})`;
  const lane = {
    key: "lane",
    blocks: isGap ? [] : [block],
    figure,
    short: plainOf(spoke.own, decimals, subject.voice),
    state: isGap ? { cell: gap, word: meaningOf(gap, subject.voice) } : undefined,
  };
  return { key: spoke.key, label: spoke.label, tone: "mine", lanes: [lane] };
}

function Drawn({ subject }: { readonly subject: Subject }): ReactElement {
  const profile = profileOf(subject);
  const words = drawnWords(subject.voice);
  const telling = tellProfile(profile, words.kinds.profileBar);
  const spokes = orderedOf(profile);
  const shown = excerptRows(
    spokes.map((spoke) => ({ spoke, tone: "other" as const })),
    mostRows,
  );
  const far = Math.max(...spokes.map((each) => farness(each, profile)), profile.measure === "index" ? 10 : 0.5);
  const rows = shown.map((each) => ("row" in each ? { row: rowOf(each.row.spoke, profile) } : each));
  const left = rowsIn(shown).length < spokes.length ? words.excerpt(rowsIn(shown).length, spokes.length) : "";
  return (
    <Framed
      telling={telling}
      className="formed"
      foot={<p className="foot">{[words.inBrackets(profile.areaName, profile.base?.label ?? ""), left].join(" ").trim()}</p>}
    >
      <ReadingKey profile={profile} />
      <BlocksDrawing
        blocks={{
          ...{ subject, rows, alt: telling.alt, skipped: words.skipped, hasFigures: true, decimals: 1 },
          ...{ low: profile.measure === "index" ? Math.max(0, profile.equal - far) : -far, high: profile.equal + far, mark: profile.equal },
        }}
      />
    </Framed>
  );
}

/** An area against the benchmark, a bar for each indicator. */
export const profileBar: Presentation<"profile-bar"> = {
  code: "profile-bar",
  suits: (subject) => hasProfile(subject, "profile-bar"),
  tell: (subject) => tellProfile(profileOf(subject), drawnWords(subject.voice).kinds.profileBar),
  draw: (subject) => <Drawn subject={subject} />,
  settings(subject) {
    const words = drawnWords(subject.voice);
    const options = [
      { value: "given", label: words.sorts.given },
      { value: "far", label: words.sortFar },
    ];
    return [...profileSettings(profileOf(subject)), ...choice("sort", words.sort, chosenOf(subject, "sort", orders, "given"), options)];
  },
};
