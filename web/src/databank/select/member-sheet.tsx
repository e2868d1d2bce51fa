import type { MemberGroup, MemberRef } from "@peil/core/query/selection.ts";
import { type ReactElement, useState } from "react";
import { Say } from "../../presentations/parts.tsx";
import type { Part } from "./area-sheet.tsx";
import { changeParts } from "./change.ts";
import { dimensionChoice, groupsOfDimension, type SharedDimension, withDimension } from "./change-cells.ts";
import { fold, wordsTyped } from "./fold.ts";
import { Choice, Field, Sheet } from "./sheet.tsx";

type Draft = {
  /** The level that is an axis; empty: the dimension is totalled. */
  readonly axis: string;
  /** The level of which members are listed. */
  readonly level: string;
  readonly codes: readonly string[];
  readonly groups: readonly MemberGroup[];
};

/** The dialog of one dimension of a cube: its level as an axis or a total, all members or some, and groups of the reader's own. */
export function MemberSheet(props: Part & { readonly dimension: SharedDimension; readonly onClose: () => void }): ReactElement {
  const { known, selection, dimension, onChanged, voice, words, onClose } = props;
  const [draft, setDraft] = useState(() => draftOf(props));
  const level = dimension.levels.find((each) => each.code === draft.level);
  const use = (): void => {
    const members = draft.codes.map((code): MemberRef => ({ level: draft.level, code }));
    const change = { axis: draft.axis === "" ? undefined : draft.axis, members, groups: draft.groups };
    onChanged(changeParts(known, selection, withDimension(selection, dimension, change)));
    onClose();
  };
  const count = level?.members.length ?? 0;
  return (
    <Sheet
      title={words.members.title(voice.say(dimension.name))}
      words={words}
      onClose={onClose}
      onUse={use}
      status={words.members.count(draft.codes.length, count)}
    >
      <Choice label={words.members.how} value={draft.axis} onValue={(axis) => setDraft(withAxis(draft, axis))}>
        <option value="">{words.members.totalled}</option>
        {dimension.levels.map((each) => (
          <option key={each.code} value={each.code}>
            {words.members.by(voice.say(each.name))}
          </option>
        ))}
      </Choice>
      {draft.axis === "" && dimension.levels.length > 1 && (
        <Choice label={words.members.limit} value={draft.level} onValue={(next) => setDraft({ ...draft, level: next, codes: [] })}>
          {dimension.levels.map((each) => (
            <option key={each.code} value={each.code}>
              {voice.say(each.name)}
            </option>
          ))}
        </Choice>
      )}
      {level !== undefined && (
        <MemberList {...props} key={level.code} level={level} codes={draft.codes} onCodes={(codes) => setDraft({ ...draft, codes })} />
      )}
      {draft.axis !== "" && (
        <MemberGroups
          {...props}
          draft={draft}
          onGroups={(groups) => setDraft({ ...draft, groups, codes: groups.length > draft.groups.length ? [] : draft.codes })}
        />
      )}
    </Sheet>
  );
}

function draftOf({ selection, dimension }: Part & { readonly dimension: SharedDimension }): Draft {
  const { axis, members } = dimensionChoice(selection, dimension);
  const level = axis ?? members[0]?.level ?? dimension.levels[0]?.code ?? "";
  return {
    axis: axis ?? "",
    level,
    codes: members.filter((ref) => ref.level === level).map((ref) => ref.code),
    groups: groupsOfDimension(selection, dimension),
  };
}

/** Another level as axis: its members are others, and so are the groups. */
function withAxis(draft: Draft, axis: string): Draft {
  if (axis === "" || axis === draft.level) return { ...draft, axis, groups: axis === "" ? [] : draft.groups };
  return { axis, level: axis, codes: [], groups: [] };
}

type Level = SharedDimension["levels"][number];

function MemberList(
  props: Part & { readonly level: Level; readonly codes: readonly string[]; readonly onCodes: (codes: readonly string[]) => void },
): ReactElement {
  const { voice, words, level, codes, onCodes } = props;
  const [typed, setTyped] = useState("");
  const parts = wordsTyped(typed);
  const chosen = new Set(codes);
  const found = level.members.filter((member) => {
    const text = fold(`${voice.say(member.name)} ${member.code}`);
    return parts.every((word) => text.includes(word));
  });
  const toggle = (code: string): void => onCodes(chosen.has(code) ? codes.filter((each) => each !== code) : [...codes, code]);
  return (
    <>
      {level.members.length > 12 && <Field label={words.members.find} type="search" value={typed} onValue={setTyped} />}
      <fieldset>
        <legend>{voice.say(level.name)}</legend>
        <label className="sel-option">
          <input type="checkbox" checked={codes.length === 0} disabled={codes.length === 0} onChange={() => onCodes([])} />
          {words.members.all}
        </label>
        <div className="sel-list">
          {found.map((member) => (
            <label className="sel-option" key={member.code}>
              <input type="checkbox" checked={chosen.has(member.code)} onChange={() => toggle(member.code)} />
              <Say text={member.name} voice={voice} />
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}

function MemberGroups(props: Part & { readonly draft: Draft; readonly onGroups: (groups: readonly MemberGroup[]) => void }): ReactElement {
  const { words, draft, onGroups } = props;
  const [name, setName] = useState("");
  const [show, setShow] = useState<MemberGroup["show"]>("both");
  const texts = words.members;
  const isWhole = name.trim() !== "" && draft.codes.length > 1 && !draft.groups.some((each) => each.name === name.trim());
  const add = (): void => {
    const members = draft.codes.map((code): MemberRef => ({ level: draft.level, code }));
    onGroups([...draft.groups, { name: name.trim(), members, show }]);
    setName("");
  };
  return (
    <>
      {draft.groups.length > 0 && (
        <section>
          <h3>{texts.groups}</h3>
          <ul className="chips">
            {draft.groups.map((group) => (
              <li key={group.name}>
                <span>
                  {group.name} ({group.members.length})
                </span>
                <button
                  type="button"
                  className="sel-drop"
                  aria-label={words.chosen.drop(group.name)}
                  onClick={() => onGroups(draft.groups.filter((each) => each !== group))}
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <details>
        <summary>{texts.group}</summary>
        <p className="small">{texts.groupHelp}</p>
        <div className="sel-fields">
          <Field label={texts.groupName} type="text" value={name} onValue={setName} />
          <Choice label={texts.groupShow} value={show} onValue={(value) => setShow(value === "total" ? "total" : "both")}>
            <option value="both">{texts.groupBoth}</option>
            <option value="total">{texts.groupTotal}</option>
          </Choice>
          <button type="button" className="sel-second" onClick={add} disabled={!isWhole}>
            {texts.groupAdd}
          </button>
        </div>
      </details>
    </>
  );
}
