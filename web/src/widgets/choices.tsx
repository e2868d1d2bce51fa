import type { IndicatorView } from "@peil/core/api.ts";
import { tryPeriod } from "@peil/core/model/period.ts";
import type { ReactElement } from "react";
import { hrefOf, indicatorHref, type Show } from "../address.ts";
import { langFor } from "../presentations/parts.tsx";
import { axisOf } from "../presentations/reading.ts";
import { periodName } from "../text/period.ts";
import type { Voice } from "../text/voice.ts";
import { CubeChoices } from "./cube-choices.tsx";
import { AreaOptions, Select } from "./options.tsx";

type Props = { readonly view: IndicatorView; readonly voice: Voice; readonly show: Show | undefined };

/** Periods of the level in use, of the same kind as those shown, oldest first. */
export function periodsOffered(view: IndicatorView): readonly string[] {
  const available = view.details.available.find((each) => each.level.alias === view.selection.level)?.periods ?? [];
  const shown = axisOf(view.cube, "period").members[0]?.code;
  const kind = shown === undefined ? undefined : tryPeriod(shown)?.level;
  return available.filter((each) => kind === undefined || tryPeriod(each)?.level === kind);
}

function areaValue(view: IndicatorView): string {
  const { areas } = view.selection;
  if (areas.kind === "list") return areas.codes[0] ?? "*";
  return areas.kind === "within" ? `in:${areas.parent.level}:${areas.parent.code}` : "*";
}

function AreaSelect({ view, voice }: Props): ReactElement {
  const { choices } = view;
  const level = choices.levels.find((each) => each.alias === view.selection.level);
  const plural = level ? voice.say(level.plural) : "";
  const own = choices.areas.filter((each) => !each.pseudo);
  return (
    <Select id="choice-area" name="area" label={voice.m.choices.areaOne} value={areaValue(view)}>
      <option value="*">{voice.m.choices.all(plural)}</option>
      {choices.within.length > 0 && (
        <optgroup label={voice.m.choices.within(plural)}>
          <AreaOptions areas={choices.within} voice={voice} value={(area) => `in:${area.level}:${area.code}`} />
        </optgroup>
      )}
      <optgroup label={voice.m.choices.one}>
        <AreaOptions areas={own} voice={voice} value={(area) => area.code} />
      </optgroup>
    </Select>
  );
}

function CompareSelect({ view, voice }: Props): ReactElement {
  const taken = new Set(view.selection.compare.map((each) => `${each.level}:${each.code}`));
  const wide = view.choices.compare.filter((each) => !taken.has(`${each.level}:${each.code}`));
  const known = new Set(wide.map((each) => `${each.level}:${each.code}`));
  const own = view.choices.areas.filter((each) => !each.pseudo && !known.has(`${each.level}:${each.code}`));
  const level = view.choices.levels.find((each) => each.alias === view.selection.level);
  return (
    <Select id="choice-compare" name="compare" label={voice.m.choices.compare} value="">
      <option value="">{voice.m.choices.noCompare}</option>
      <AreaOptions areas={wide} voice={voice} value={(area) => `${area.level}:${area.code}`} />
      {own.length > 0 && (
        <optgroup label={level ? voice.say(level.plural) : ""}>
          <AreaOptions areas={own} voice={voice} value={(area) => `${area.level}:${area.code}`} />
        </optgroup>
      )}
    </Select>
  );
}

function Periods({ view, voice }: Props): ReactElement | null {
  const offered = periodsOffered(view);
  const shown = axisOf(view.cube, "period").members;
  if (offered.length < 2) return null;
  const options = offered.map((code) => (
    <option key={code} value={code}>
      {periodName(code, voice)}
    </option>
  ));
  return (
    <div className="pair">
      <Select id="choice-from" name="from" label={voice.m.choices.from} value={shown[0]?.code ?? offered[0] ?? ""}>
        {options}
      </Select>
      <Select id="choice-to" name="to" label={voice.m.choices.to} value={shown.at(-1)?.code ?? offered.at(-1) ?? ""}>
        {options}
      </Select>
    </div>
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
        return (
          <li key={`${ref.level}:${ref.code}`}>
            <span>{name}</span>
            {rest.length > 0 && (
              <a href={indicatorHref(voice.language, details.code, { ...selection, compare: rest }, show)} aria-label={voice.m.choices.drop(name)} data-swap="">
                ×
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Kept({ view, show }: Props): ReactElement {
  const { selection } = view;
  return (
    <>
      <input type="hidden" name="choose" value="1" />
      <input type="hidden" name="was" value={selection.level} />
      {selection.compare.map((each) => (
        <input type="hidden" name="compare" value={`${each.level}:${each.code}`} key={`${each.level}:${each.code}`} />
      ))}
      {selection.areas.kind === "list" &&
        selection.areas.codes.slice(1).map((code) => <input type="hidden" name="more" value={code} key={code} />)}
      {selection.release && <input type="hidden" name="release" value={selection.release} />}
      {show && <input type="hidden" name="show" value={show} />}
    </>
  );
}

/** Everything that a reader can choose about an indicator, as one form that works without a script. */
export function Choices(props: Props): ReactElement {
  const { view, voice } = props;
  const { m, language } = voice;
  const action = hrefOf(language, { page: "indicator", code: view.details.code, selection: "", show: undefined });
  return (
    <form className="choices" method="get" action={action} data-follow="" aria-labelledby="choices-title">
      <h2 id="choices-title">{m.choices.title}</h2>
      <Kept {...props} />
      <Select id="choice-level" name="level" label={m.choices.level} value={view.selection.level}>
        {view.choices.levels.map((level) => (
          <option key={level.alias} value={level.alias} lang={langFor(level.name, voice)}>
            {voice.say(level.name)}
          </option>
        ))}
      </Select>
      <AreaSelect {...props} />
      <CompareSelect {...props} />
      <Chosen {...props} />
      <Periods {...props} />
      {view.details.shape === "cube" && <CubeChoices view={view} voice={voice} />}
      <button type="submit">{m.choices.apply}</button>
    </form>
  );
}
