import type { IndicatorView } from "@peil/core/api.ts";
import type { ReactElement } from "react";
import { Say } from "../presentations/parts.tsx";
import type { Voice } from "../text/voice.ts";
import { Select } from "./options.tsx";

type Props = { readonly view: IndicatorView; readonly by: readonly string[]; readonly voice: Voice };

function LevelOptions({ view, voice }: Props): ReactElement {
  return (
    <>
      <option value="">{voice.m.choices.nothing}</option>
      {view.details.dimensions.map((dimension) => (
        <optgroup key={dimension.code} label={voice.say(dimension.name)}>
          {dimension.levels.map((level) => (
            <option key={level.code} value={level.code}>
              {voice.say(level.name)}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  );
}

/** The level to limit a dimension by: the one on an axis, else the coarsest. */
function limiting(
  { view, by }: Props,
  dimension: IndicatorView["details"]["dimensions"][number],
): (typeof dimension.levels)[number] | undefined {
  const { members } = view.selection;
  const named = dimension.levels.find((each) => by.includes(each.code) || members.some((member) => member.level === each.code));
  return named ?? dimension.levels.toSorted((a, b) => a.members.length - b.members.length)[0];
}

function Members(props: Props): ReactElement {
  const { view, voice } = props;
  const { members } = view.selection;
  return (
    <>
      {view.details.dimensions.map((dimension) => {
        const level = limiting(props, dimension);
        if (!level) return null;
        const chosen = new Set(members.filter((each) => each.level === level.code).map((each) => each.code));
        return (
          <details className="members" key={dimension.code} open={chosen.size > 0}>
            <summary>
              {voice.m.choices.members} <Say text={level.name} voice={voice} />
              {chosen.size > 0 && ` (${chosen.size})`}
            </summary>
            <fieldset>
              <legend className="help">{voice.m.choices.membersHelp}</legend>
              {level.members.map((member) => (
                <label key={member.code}>
                  <input type="checkbox" name="member" value={`${level.code}_${member.code}`} defaultChecked={chosen.has(member.code)} />
                  <Say text={member.name} voice={voice} />
                </label>
              ))}
            </fieldset>
          </details>
        );
      })}
    </>
  );
}

/** What a cube adds: the dimensions in the rows and the columns, and the members to which they are limited. */
export function CubeChoices(props: Props): ReactElement {
  const { by } = props;
  const { m } = props.voice;
  return (
    <>
      <Select id="choice-rows" name="by" label={m.choices.rows} value={by[0] ?? ""}>
        <LevelOptions {...props} />
      </Select>
      <Select id="choice-columns" name="by" label={m.choices.columns} value={by[1] ?? ""}>
        <LevelOptions {...props} />
      </Select>
      <Members {...props} />
    </>
  );
}
