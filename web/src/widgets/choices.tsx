import type { IndicatorView } from "@peil/core/api.ts";
import { tryPeriod } from "@peil/core/model/period.ts";
import { formatPageSelection } from "@peil/core/query/page-selection.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import type { ReactElement } from "react";
import { hrefOf, type Show } from "../address.ts";
import { langFor } from "../presentations/parts.tsx";
import { axisOf } from "../presentations/reading.ts";
import { periodName } from "../text/period.ts";
import type { Voice } from "../text/voice.ts";
import { AreaSelects, Compared, CompareSelect } from "./area-choices.tsx";
import { CubeChoices } from "./cube-choices.tsx";
import { Select } from "./options.tsx";

type Props = {
  readonly view: IndicatorView;
  readonly voice: Voice;
  readonly show: Show | undefined;
  /** Dimension levels that the page crosses now, chosen or by default. */
  readonly by: readonly string[];
};

/** Lengths of the newest stretch that are offered. */
const stretches = [5, 10];

/** Periods of the level in use, of the same kind as those shown, oldest first. */
function periodsOffered(view: IndicatorView): readonly string[] {
  const available = view.details.available.find((each) => each.level.alias === view.selection.level)?.periods ?? [];
  const shown = axisOf(view.cube, "period").members[0]?.code;
  const kind = shown === undefined ? undefined : tryPeriod(shown)?.level;
  return available.filter((each) => kind === undefined || tryPeriod(each)?.level === kind);
}

const periodOnly: ReadonlySet<string> = new Set(["period"]);

/** The chosen periods as addresses write them; the newest has one name. */
function periodText(selection: Selection): string {
  const text = new URLSearchParams(formatPageSelection(selection, periodOnly)).get("period") ?? "all";
  return text === "recent" ? "last:1" : text;
}

function PeriodSelect({ view, voice }: Props): ReactElement | null {
  const { choices } = voice.m;
  const offered = periodsOffered(view);
  if (offered.length < 2) return null;
  const value = periodText(view.selection);
  const known = ["all", "last:1", ...stretches.map((each) => `last:${each}`), ...offered];
  return (
    <Select id="choice-period" name="period" label={choices.period} value={value}>
      <option value="all">{choices.allPeriods(periodName(offered[0] ?? "", voice), periodName(offered.at(-1) ?? "", voice))}</option>
      {stretches
        .filter((each) => each < offered.length)
        .map((each) => (
          <option key={each} value={`last:${each}`}>
            {choices.lastPeriods(each)}
          </option>
        ))}
      <option value="last:1">{choices.newest}</option>
      {!known.includes(value) && <option value={value}>{choices.ownPeriods}</option>}
      {offered.toReversed().map((code) => (
        <option key={code} value={code}>
          {periodName(code, voice)}
        </option>
      ))}
    </Select>
  );
}

/** Groups and what is computed, as the address has them. */
function computedPairs(selection: Selection): readonly (readonly [string, string])[] {
  const keys = new Set(["group", "member-group", "transform", "interval", "flow", "partner", "top", "within-flows", "neighbours", "alike"]);
  return [...new URLSearchParams(formatPageSelection(selection))].filter(([key]) => keys.has(key));
}

/** What the form does not ask again but must not lose. */
function Kept({ view, show }: Pick<Props, "view" | "show">): ReactElement {
  const { selection } = view;
  const pairs: readonly (readonly [string, string])[] = [
    ["level", selection.level],
    ...selection.compare.map((each) => ["compare", `${each.level}:${each.code}`] as const),
    ...computedPairs(selection),
    ...(selection.release ? [["release", selection.release] as const] : []),
    ...(show ? [["show", show] as const] : []),
  ];
  return (
    <>
      {pairs.map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={`${name}=${value}`} />
      ))}
    </>
  );
}

/** The type of area has a form of its own: another type means other areas, so the rest starts anew. */
function LevelForm({ view, voice, show, action }: Props & { readonly action: string }): ReactElement {
  const { m } = voice;
  return (
    <form method="get" action={action} data-follow="">
      {show && <input type="hidden" name="show" value={show} />}
      {view.selection.by.map((each) => (
        <input type="hidden" name="by" value={each} key={each} />
      ))}
      <Select id="choice-level" name="level" label={m.choices.level} value={view.reason ? "" : view.selection.level}>
        {view.reason && <option value="">{m.choices.levelNothing}</option>}
        {view.choices.levels.map((level) => (
          <option key={level.alias} value={level.alias} lang={langFor(level.name, voice)}>
            {voice.say(level.name)}
          </option>
        ))}
      </Select>
      <button type="submit">{m.choices.apply}</button>
    </form>
  );
}

/** Everything that a reader can choose about an indicator, as forms that work without a script. */
export function Choices(props: Props): ReactElement {
  const { view, voice, show } = props;
  const { m, language } = voice;
  const action = hrefOf(language, { page: "indicator", code: view.details.code, selection: "", show: undefined });
  // A level without figures leaves one choice: another level.
  if (view.reason) {
    return (
      <section className="choices" aria-labelledby="choices-title">
        <h2 id="choices-title">{m.choices.title}</h2>
        <LevelForm {...props} action={action} />
      </section>
    );
  }
  return (
    <section className="choices" aria-labelledby="choices-title">
      <h2 id="choices-title">{m.choices.title}</h2>
      <LevelForm {...props} action={action} />
      <form method="get" action={action} data-follow="">
        <Kept view={view} show={show} />
        <AreaSelects {...props} />
        <CompareSelect {...props} />
        <Compared {...props} />
        <PeriodSelect {...props} />
        {view.details.shape === "cube" && <CubeChoices view={view} by={props.by} voice={voice} />}
        <button type="submit">{m.choices.apply}</button>
      </form>
    </section>
  );
}
