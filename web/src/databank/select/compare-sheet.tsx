import type { AreaRef } from "@peil/core/query/selection.ts";
import { type ReactElement, useState } from "react";
import { AreaList } from "./area-list.tsx";
import type { Part } from "./area-sheet.tsx";
import { useAreas } from "./area-source.ts";
import { changeParts } from "./change.ts";
import { Choice, Sheet } from "./sheet.tsx";

/** The dialog in which areas to compare with are chosen, of any level. */
export function CompareSheet(props: Part & { readonly onClose: () => void }): ReactElement {
  const { known, selection, onChanged, words, onClose } = props;
  const [refs, setRefs] = useState<readonly AreaRef[]>(selection.compare);
  const use = (): void => {
    onChanged(changeParts(known, selection, { compare: refs }));
    onClose();
  };
  return (
    <Sheet title={words.compare.title} words={words} onClose={onClose} onUse={use} status={words.areas.chosenCount(refs.length)}>
      <RefsPicker {...props} refs={refs} onRefs={setRefs} first={refs[0]?.level ?? known.tree.view.benchmark.level} />
    </Sheet>
  );
}

/** Areas of several levels, chosen one level after the other. */
export function RefsPicker(
  props: Pick<Part, "known" | "source" | "voice" | "words"> & {
    readonly refs: readonly AreaRef[];
    readonly onRefs: (refs: readonly AreaRef[]) => void;
    /** The level that is shown first. */
    readonly first: string;
  },
): ReactElement {
  const { known, source, voice, words, refs, onRefs, first } = props;
  const [level, setLevel] = useState(first);
  const loaded = useAreas(source, level);
  const { levels } = known.tree.view;
  const chosen = refs.filter((ref) => ref.level === level).map((ref) => ref.code);
  return (
    <>
      <Choice label={words.compare.level} value={level} onValue={setLevel}>
        {levels.map((each) => {
          const count = refs.filter((ref) => ref.level === each.alias).length;
          return (
            <option key={each.alias} value={each.alias}>
              {count === 0 ? voice.say(each.name) : `${voice.say(each.name)} (${count})`}
            </option>
          );
        })}
      </Choice>
      {loaded.state === "loading" && <p className="small">{words.dialog.loading}</p>}
      {loaded.state === "failed" && <p role="alert">{words.areas.failed}</p>}
      {loaded.state === "ready" && (
        <AreaList
          key={level}
          {...{ voice, words, chosen }}
          areas={loaded.value.filter((area) => !area.pseudo)}
          legend={voice.say(known.tree.level(level)?.plural ?? { nl: level })}
          onChosen={(codes) => onRefs([...refs.filter((ref) => ref.level !== level), ...codes.map((code) => ({ level, code }))])}
        />
      )}
    </>
  );
}
