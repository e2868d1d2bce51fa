import type { AreaGroup, AreaRef, GroupShow } from "@peil/core/query/selection.ts";
import { type ReactElement, useState } from "react";
import type { Part } from "./area-sheet.tsx";
import { changeParts, chooseAreas, chooseLevel } from "./change.ts";
import { RefsPicker } from "./compare-sheet.tsx";
import { type Drawer, type KeptGroup, keepGroups, readGroups, withGroup } from "./groups-kept.ts";
import { groupName } from "./said.ts";
import { Choice, Field, Sheet } from "./sheet.tsx";

type Draft = { readonly name: string; readonly areas: readonly AreaRef[]; readonly instead?: string };

/** Groups of areas: those of the site, those that the reader keeps, and a new one. What is done here counts at once. */
export function GroupsSheet(props: Part & { readonly onClose: () => void }): ReactElement {
  const { known, selection, onChanged, words, onClose } = props;
  const [kept, setKept] = useState(() => readGroups(drawer()));
  const [show, setShow] = useState<GroupShow>("total");
  const [draft, setDraft] = useState<Draft>();
  const [told, setTold] = useState("");
  const keep = (groups: readonly KeptGroup[], said: string): void => {
    setKept(groups);
    setTold(keepGroups(drawer(), groups) ? said : words.groups.full);
  };
  const add = (group: AreaGroup, name: string): void => {
    const others = (selection.groups ?? []).filter((each) => groupName(each) !== groupName(group));
    onChanged(changeParts(known, selection, { groups: [...others, group] }));
    setTold(words.groups.added(name));
  };
  const takeAs = (areas: readonly AreaRef[]): void => {
    onChanged(asAreas(props, areas));
    onClose();
  };
  return (
    <Sheet title={words.groups.title} words={words} onClose={onClose} status={told}>
      <p className="small">{words.groups.help}</p>
      <ShowChoice words={words} show={show} onShow={setShow} />
      {known.tree.view.groups.length > 0 && (
        <GroupList
          {...props}
          title={words.groups.site}
          groups={known.tree.view.groups.map((each) => ({ name: props.voice.say(each.name), areas: each.areas, saved: each.code }))}
          onAdd={(group) => add({ saved: group.saved ?? "", show }, group.name)}
          onUseAs={(group) => takeAs(group.areas)}
        />
      )}
      <GroupList
        {...props}
        title={words.groups.own}
        groups={kept}
        onAdd={(group) => add({ name: group.name, areas: group.areas, show }, group.name)}
        onUseAs={(group) => takeAs(group.areas)}
        onEdit={(group) => setDraft({ ...group, instead: group.name })}
        onRemove={(group) =>
          keep(
            kept.filter((each) => each.name !== group.name),
            words.groups.removed(group.name),
          )
        }
      />
      {draft === undefined ? (
        <div className="sel-buttons">
          <button type="button" className="sel-second" onClick={() => setDraft({ name: "", areas: listedAreas(props) })}>
            {words.groups.make}
          </button>
        </div>
      ) : (
        <GroupForm
          {...props}
          key={draft.instead ?? ""}
          draft={draft}
          onDraft={setDraft}
          onSave={(group) => {
            keep(withGroup(kept, group, draft.instead), words.groups.saved(group.name));
            setDraft(undefined);
          }}
        />
      )}
    </Sheet>
  );
}

function drawer(): Drawer | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

/** Areas that are chosen by name already, to begin a group with. */
function listedAreas({ selection }: Part): readonly AreaRef[] {
  const { areas, level } = selection;
  return areas.kind === "list" ? areas.codes.map((code) => ({ level, code })) : [];
}

/** The areas of a group as the chosen areas: those of the level of most of them. */
function asAreas({ known, selection }: Part, areas: readonly AreaRef[]) {
  const counts = new Map<string, number>();
  for (const { level } of areas) counts.set(level, (counts.get(level) ?? 0) + 1);
  const level = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? selection.level;
  const moved = chooseLevel(known, selection, level);
  const codes = areas.filter((ref) => ref.level === level).map((ref) => ref.code);
  const now = moved.selection ?? selection;
  // Without figures on its level, the group's codes would mean other areas.
  return now.level === level ? chooseAreas(known, now, { kind: "list", codes }) : moved;
}

function ShowChoice(props: Pick<Part, "words"> & { readonly show: GroupShow; readonly onShow: (show: GroupShow) => void }): ReactElement {
  const { words, show, onShow } = props;
  const shows: readonly GroupShow[] = ["total", "separate", "both"];
  return (
    <Choice label={words.groups.show} value={show} onValue={(value) => onShow(shows.find((each) => each === value) ?? "total")}>
      {shows.map((each) => (
        <option key={each} value={each}>
          {words.groups[each]}
        </option>
      ))}
    </Choice>
  );
}

type Listed = KeptGroup & { readonly saved?: string };

function GroupList(
  props: Part & {
    readonly title: string;
    readonly groups: readonly Listed[];
    readonly onAdd: (group: Listed) => void;
    readonly onUseAs: (group: Listed) => void;
    readonly onEdit?: (group: Listed) => void;
    readonly onRemove?: (group: Listed) => void;
  },
): ReactElement {
  const { words, title, groups, onAdd, onUseAs, onEdit, onRemove } = props;
  const texts = words.groups;
  const button = (label: string, group: Listed, act: ((group: Listed) => void) | undefined): ReactElement | null =>
    act === undefined ? null : (
      <button type="button" className="sel-second" aria-label={texts.what(label, group.name)} onClick={() => act(group)}>
        {label}
      </button>
    );
  return (
    <section className="sel-steps">
      <h3>{title}</h3>
      {groups.length === 0 && <p className="small">{texts.noneKept}</p>}
      <ul className="sel-steps">
        {groups.map((group) => (
          <li key={group.name}>
            <span>
              {group.name} <span className="small">({texts.count(group.areas.length)})</span>
            </span>
            <span className="sel-buttons">
              {button(texts.add, group, onAdd)}
              {button(texts.asAreas, group, onUseAs)}
              {button(texts.edit, group, onEdit)}
              {button(texts.remove, group, onRemove)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function GroupForm(
  props: Part & {
    readonly draft: Draft;
    readonly onDraft: (draft: Draft | undefined) => void;
    readonly onSave: (group: KeptGroup) => void;
  },
): ReactElement {
  const { words, selection, draft, onDraft, onSave } = props;
  const name = draft.name.trim();
  const isWhole = name !== "" && draft.areas.length > 0;
  return (
    <section className="sel-steps">
      <h3>{draft.instead ?? words.groups.make}</h3>
      <Field label={words.groups.name} type="text" value={draft.name} onValue={(text) => onDraft({ ...draft, name: text })} />
      <RefsPicker
        {...props}
        refs={draft.areas}
        onRefs={(areas) => onDraft({ ...draft, areas })}
        first={draft.areas[0]?.level ?? selection.level}
      />
      <div className="sel-buttons">
        <button type="button" onClick={() => onSave({ name, areas: draft.areas })} disabled={!isWhole}>
          {words.groups.save}
        </button>
        <button type="button" className="sel-second" onClick={() => onDraft(undefined)}>
          {words.dialog.cancel}
        </button>
      </div>
      {!isWhole && <p className="small">{words.groups.needs}</p>}
    </section>
  );
}
