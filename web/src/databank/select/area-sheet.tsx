import type { AreaCard } from "@peil/core/api.ts";
import type { AreaChoice, Selection } from "@peil/core/query/selection.ts";
import { type ReactElement, useState } from "react";
import type { SelectWords } from "../../text/select.ts";
import type { Voice } from "../../text/voice.ts";
import type { Source } from "../source.ts";
import { AreaList } from "./area-list.tsx";
import { AreaMap } from "./area-map.tsx";
import { useAreas } from "./area-source.ts";
import { type Changed, chooseAreas, chooseLevel, type Known, withoutFigures } from "./change.ts";
import { Choice, Sheet, Ways } from "./sheet.tsx";

/** What every part of the panel is given. */
export type Part = {
  readonly known: Known;
  readonly selection: Selection;
  readonly onChanged: (changed: Changed) => void;
  readonly source: Source;
  readonly voice: Voice;
  readonly words: SelectWords;
};

type Draft = { readonly level: string; readonly areas: AreaChoice };

/** The dialog in which areas are chosen: a level, and which of its areas. */
export function AreaSheet(props: Part & { readonly onClose: () => void }): ReactElement {
  const { known, selection, onChanged, voice, words, onClose } = props;
  const [draft, setDraft] = useState<Draft>({ level: selection.level, areas: selection.areas });
  const level = known.tree.level(draft.level);
  const use = (): void => {
    const moved = chooseLevel(known, selection, draft.level);
    const chosen = chooseAreas(known, moved.selection ?? selection, draft.areas);
    onChanged({ selection: chosen.selection, notices: chosen.notices });
    onClose();
  };
  const status =
    draft.areas.kind === "list"
      ? words.areas.chosenCount(draft.areas.codes.length)
      : draft.areas.kind === "all" && level
        ? words.areas.allCounted(voice.say(level.plural), voice.number(level.count))
        : "";
  return (
    <Sheet title={words.areas.title} words={words} onClose={onClose} onUse={use} isUsable={isComplete(draft.areas)} status={status}>
      <LevelChoice {...props} level={draft.level} onLevel={(next) => setDraft({ level: next, areas: { kind: "all" } })} />
      <AreaWays {...props} draft={draft} onDraft={setDraft} />
    </Sheet>
  );
}

function isComplete(areas: AreaChoice): boolean {
  if (areas.kind === "list") return areas.codes.length > 0;
  return areas.kind === "all" || (areas.kind === "within" ? areas.parent.code : areas.of.code) !== "";
}

/** The levels; those without figures of what is chosen stand there with the reason, and cannot be chosen. */
export function LevelChoice(props: Part & { readonly level: string; readonly onLevel: (level: string) => void }): ReactElement {
  const { known, selection, voice, words, level, onLevel } = props;
  const { tree } = known;
  return (
    <Choice label={words.areas.level} value={level} onValue={onLevel}>
      {tree.view.levels.map((each) => {
        const missing = withoutFigures(tree, selection.indicators, each.alias);
        const isEmpty = missing.length === selection.indicators.length;
        const [first = ""] = missing;
        const name = voice.say(tree.indicator(first)?.name ?? { nl: first });
        const why = missing.length === 0 ? "" : isEmpty && missing.length > 1 ? words.areas.noneOfAny : words.areas.noneOf(name);
        return (
          <option key={each.alias} value={each.alias} disabled={isEmpty}>
            {why === "" ? voice.say(each.name) : words.areas.levelWhy(voice.say(each.name), why)}
          </option>
        );
      })}
    </Choice>
  );
}

type WaysProps = Part & { readonly draft: Draft; readonly onDraft: (draft: Draft) => void };

function AreaWays(props: WaysProps): ReactElement {
  const { known, voice, words, source, draft, onDraft } = props;
  const level = known.tree.level(draft.level);
  const loaded = useAreas(source, draft.level);
  const plural = level === undefined ? draft.level : voice.say(level.plural);
  const areas = loaded.state === "ready" ? loaded.value.filter((area) => !area.pseudo) : [];
  const hasParents = (level?.within.length ?? 0) > 0;
  const ways: (readonly [AreaChoice["kind"], string])[] = [
    ["all", words.areas.all(plural)],
    ["list", words.areas.list],
    ...(hasParents ? ([["within", words.areas.within]] as const) : []),
    ["neighbours", words.areas.neighbours],
    ...(hasParents ? ([["alike", words.areas.alike]] as const) : []),
  ];
  const choose = (next: AreaChoice): void => onDraft({ ...draft, areas: next });
  return (
    <>
      <Ways
        legend={words.areas.which}
        value={draft.areas.kind}
        ways={ways}
        onValue={(kind) => choose(emptyChoice(kind, draft.level, level?.within[0] ?? ""))}
      />
      {loaded.state === "loading" && <p className="small">{words.dialog.loading}</p>}
      {loaded.state === "failed" && <p role="alert">{words.areas.failed}</p>}
      {loaded.state === "ready" && <Way {...props} {...{ areas, plural, choose }} />}
    </>
  );
}

function emptyChoice(kind: AreaChoice["kind"], level: string, parent: string): AreaChoice {
  if (kind === "within") return { kind, parent: { level: parent, code: "" } };
  if (kind === "neighbours") return { kind, of: { level, code: "" } };
  if (kind === "alike") return { kind, level: parent, of: { level, code: "" } };
  return kind === "list" ? { kind, codes: [] } : { kind };
}

type WayProps = WaysProps & { readonly areas: readonly AreaCard[]; readonly plural: string; readonly choose: (next: AreaChoice) => void };

function Way(props: WayProps): ReactElement | null {
  const { draft, areas, plural, choose, source, voice, words } = props;
  const { areas: choice, level } = draft;
  if (choice.kind === "list") {
    const chosen = choice.codes;
    const onChosen = (codes: readonly string[]): void => choose({ kind: "list", codes });
    return (
      <>
        <AreaList {...{ areas, chosen, onChosen, voice, words }} legend={plural} />
        <details>
          <summary>{words.areas.map}</summary>
          <AreaMap {...{ level, plural, areas, source, chosen, onChosen, voice, words }} />
        </details>
      </>
    );
  }
  if (choice.kind === "within") return <WithinWay {...props} choice={choice} />;
  if (choice.kind === "neighbours") {
    return <OneArea {...props} code={choice.of.code} onCode={(code) => choose({ kind: "neighbours", of: { level, code } })} />;
  }
  return choice.kind === "alike" ? <AlikeWay {...props} choice={choice} /> : null;
}

function OneArea(props: WayProps & { readonly code: string; readonly onCode: (code: string) => void }): ReactElement {
  const { areas, code, onCode, voice, words } = props;
  const chosen = code === "" ? [] : [code];
  return <AreaList single {...{ areas, chosen, voice, words }} legend={words.areas.area} onChosen={([first = ""]) => onCode(first)} />;
}

function ParentLevels(
  props: WayProps & { readonly label: string; readonly level: string; readonly onLevel: (level: string) => void },
): ReactElement {
  const { known, draft, voice, label, level, onLevel } = props;
  const parents = known.tree.level(draft.level)?.within ?? [];
  return (
    <Choice label={label} value={level} onValue={onLevel}>
      {parents.map((alias) => (
        <option key={alias} value={alias}>
          {voice.say(known.tree.level(alias)?.name ?? { nl: alias })}
        </option>
      ))}
    </Choice>
  );
}

function WithinWay(props: WayProps & { readonly choice: AreaChoice & { kind: "within" } }): ReactElement {
  const { choice, choose, source, words } = props;
  const { level, code } = choice.parent;
  const loaded = useAreas(source, level);
  return (
    <>
      <ParentLevels
        {...props}
        label={words.areas.parentLevel}
        level={level}
        onLevel={(next) => choose({ kind: "within", parent: { level: next, code: "" } })}
      />
      {loaded.state === "ready" && (
        <OneArea
          {...props}
          areas={loaded.value.filter((area) => !area.pseudo)}
          code={code}
          onCode={(next) => choose({ kind: "within", parent: { level, code: next } })}
        />
      )}
    </>
  );
}

function AlikeWay(props: WayProps & { readonly choice: AreaChoice & { kind: "alike" } }): ReactElement {
  const { choice, choose, draft, words } = props;
  return (
    <>
      <ParentLevels {...props} label={words.areas.groupLevel} level={choice.level} onLevel={(level) => choose({ ...choice, level })} />
      <OneArea {...props} code={choice.of.code} onCode={(code) => choose({ ...choice, of: { level: draft.level, code } })} />
    </>
  );
}
