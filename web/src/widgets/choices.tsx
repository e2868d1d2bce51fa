import type { IndicatorView } from "@peil/core/api.ts";
import { tryPeriod } from "@peil/core/model/period.ts";
import type { ReactElement } from "react";
import { hrefOf, indicatorHref, type Show } from "../address.ts";
import { langFor } from "../presentations/parts.tsx";
import { axisOf } from "../presentations/reading.ts";
import { formatPeriods } from "../selection-text.ts";
import { periodName } from "../text/period.ts";
import type { Voice } from "../text/voice.ts";
import { CubeChoices } from "./cube-choices.tsx";
import { AreaOptions, Select } from "./options.tsx";

type Props = {
  readonly view: IndicatorView;
  readonly voice: Voice;
  readonly show: Show | undefined;
  /** Dimension levels that the page crosses now, chosen or by default. */
  readonly by: readonly string[];
};

/** Lengths of the newest stretch that are offered. */
const stretches = [5, 10];

function pluralOf(view: IndicatorView, voice: Voice): string {
  const level = view.choices.levels.find((each) => each.alias === view.selection.level);
  return level ? voice.say(level.plural) : "";
}

/** Periods of the level in use, of the same kind as those shown, oldest first. */
function periodsOffered(view: IndicatorView): readonly string[] {
  const available = view.details.available.find((each) => each.level.alias === view.selection.level)?.periods ?? [];
  const shown = axisOf(view.cube, "period").members[0]?.code;
  const kind = shown === undefined ? undefined : tryPeriod(shown)?.level;
  return available.filter((each) => kind === undefined || tryPeriod(each)?.level === kind);
}

function AreaSelects({ view, voice }: Props): ReactElement {
  const { choices, selection } = view;
  const { areas } = selection;
  const plural = pluralOf(view, voice);
  const chosen = areas.kind === "list" ? areas.codes : [];
  const named = (code: string): string => {
    const found = choices.areas.find((each) => each.code === code);
    return found ? voice.say(found.name) : code;
  };
  const within = areas.kind === "within" ? `${areas.parent.level}:${areas.parent.code}` : "";
  return (
    <>
      <Select id="choice-area" name="area" label={voice.m.choices.areaOne} value={chosen.join(",") || "all"}>
        <option value="all">{voice.m.choices.all(plural)}</option>
        {chosen.length > 1 && <option value={chosen.join(",")}>{voice.m.list(chosen.map(named))}</option>}
        <AreaOptions areas={choices.areas.filter((each) => !each.pseudo)} voice={voice} value={(area) => area.code} />
      </Select>
      {choices.within.length > 0 && areas.kind !== "list" && (
        <Select id="choice-within" name="within" label={voice.m.choices.within} value={within}>
          <option value="">{voice.m.choices.everywhere}</option>
          <AreaOptions areas={choices.within} voice={voice} value={(area) => `${area.level}:${area.code}`} />
        </Select>
      )}
    </>
  );
}

function CompareSelect({ view, voice }: Props): ReactElement {
  const key = (area: { readonly level: string; readonly code: string }): string => `${area.level}:${area.code}`;
  const taken = new Set(view.selection.compare.map(key));
  const wide = view.choices.compare.filter((each) => !taken.has(key(each)) && each.level !== view.selection.level);
  const own = view.choices.areas.filter((each) => !each.pseudo && !taken.has(key(each)));
  return (
    <Select id="choice-compare" name="compare" label={voice.m.choices.compare} value="">
      <option value="">{voice.m.choices.noCompare}</option>
      <AreaOptions areas={wide} voice={voice} value={key} />
      {own.length > 0 && (
        <optgroup label={pluralOf(view, voice)}>
          <AreaOptions areas={own} voice={voice} value={key} />
        </optgroup>
      )}
    </Select>
  );
}

function PeriodSelect({ view, voice }: Props): ReactElement | null {
  const { choices } = voice.m;
  const offered = periodsOffered(view);
  if (offered.length < 2) return null;
  const value = formatPeriods(view.selection.periods) || "all";
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

/** What is compared with now, each with a link that leaves it out. */
function Chosen({ view, voice, show }: Props): ReactElement | null {
  const { selection, cube, details } = view;
  if (selection.compare.length === 0) return null;
  const members = axisOf(cube, "area").members;
  return (
    <ul className="chips" aria-label={voice.m.choices.chosen}>
      {selection.compare.map((ref) => {
        const member = members.find((each) => each.code === ref.code && (each.level === undefined || each.level === ref.level));
        const name = member ? voice.say(member.label) : ref.code;
        const rest = selection.compare.filter((each) => each !== ref);
        const href = indicatorHref(voice.language, details.code, { ...selection, compare: rest }, show);
        return (
          <li key={`${ref.level}:${ref.code}`}>
            <span>{name}</span>
            {rest.length > 0 && (
              <a href={href} aria-label={voice.m.choices.drop(name)} data-swap="">
                ×
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** What the form does not ask again but must not lose. */
function Kept({ view, show }: Pick<Props, "view" | "show">): ReactElement {
  const { selection } = view;
  const pairs: readonly (readonly [string, string])[] = [
    ["level", selection.level],
    ...selection.compare.map((each) => ["compare", `${each.level}:${each.code}`] as const),
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
      <Select id="choice-level" name="level" label={m.choices.level} value={view.selection.level}>
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
  return (
    <section className="choices" aria-labelledby="choices-title">
      <h2 id="choices-title">{m.choices.title}</h2>
      <LevelForm {...props} action={action} />
      <form method="get" action={action} data-follow="">
        <Kept view={view} show={show} />
        <AreaSelects {...props} />
        <CompareSelect {...props} />
        <Chosen {...props} />
        <PeriodSelect {...props} />
        {view.details.shape === "cube" && <CubeChoices view={view} by={props.by} voice={voice} />}
        <button type="submit">{m.choices.apply}</button>
      </form>
    </section>
  );
}
