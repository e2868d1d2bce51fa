import type { AreaCard } from "@peil/core/api.ts";
import { type ReactElement, useDeferredValue, useId, useMemo, useState } from "react";
import { langFor } from "../../presentations/parts.tsx";
import type { SelectWords } from "../../text/select.ts";
import type { Voice } from "../../text/voice.ts";
import { fold, wordsTyped } from "./fold.ts";
import { recognise } from "./names.ts";
import { Field } from "./sheet.tsx";

type Props = {
  readonly areas: readonly AreaCard[];
  readonly chosen: readonly string[];
  readonly onChosen: (codes: readonly string[]) => void;
  /** Whether one area is chosen, or several. */
  readonly single?: boolean;
  readonly legend: string;
  readonly voice: Voice;
  readonly words: SelectWords;
};

/** Areas that are listed at once; typing finds the others. */
const shown = 150;

/** Areas to choose from by name: typing finds them, a pasted list is recognised. */
export function AreaList(props: Props): ReactElement {
  const { areas, chosen, onChosen, single = false, voice, words, legend } = props;
  const [typed, setTyped] = useState("");
  const looked = useDeferredValue(typed);
  const searched = useMemo(() => areas.map((area) => fold(`${voice.say(area.name)} ${area.code}`)), [areas, voice]);
  const found = useMemo(() => {
    const parts = wordsTyped(looked);
    return areas.filter((_, at) => parts.every((word) => searched[at]?.includes(word)));
  }, [areas, searched, looked]);
  const listed = useMemo(() => chosenFirst(found, chosen, looked === ""), [found, chosen, looked]);
  const name = useId();
  const set = new Set(chosen);
  const toggle = (code: string): void => {
    if (single) onChosen([code]);
    else onChosen(set.has(code) ? chosen.filter((each) => each !== code) : [...chosen, code]);
  };
  return (
    <>
      <Field label={words.areas.find} type="search" value={typed} onValue={setTyped} />
      <p className="small" role="status">
        {looked === "" ? "" : words.areas.foundCount(found.length)}
      </p>
      <fieldset>
        <legend>{legend}</legend>
        <div className="sel-list">
          {listed.slice(0, shown).map((area) => (
            <label className="sel-option" key={area.code}>
              <input type={single ? "radio" : "checkbox"} name={name} checked={set.has(area.code)} onChange={() => toggle(area.code)} />
              <span lang={langFor(area.name, voice)}>{voice.say(area.name)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {listed.length > shown && <p className="small">{words.areas.more(listed.length - shown)}</p>}
      {!single && <Several {...props} found={found} isFiltered={looked !== ""} />}
    </>
  );
}

/** What was chosen stands first where nothing is looked for, so that it can be seen and left out. */
function chosenFirst(found: readonly AreaCard[], chosen: readonly string[], isWhole: boolean): readonly AreaCard[] {
  if (!isWhole || chosen.length === 0 || found.length <= shown) return found;
  const set = new Set(chosen);
  return [...found.filter((area) => set.has(area.code)), ...found.filter((area) => !set.has(area.code))];
}

function Several(props: Props & { readonly found: readonly AreaCard[]; readonly isFiltered: boolean }): ReactElement {
  const { areas, chosen, onChosen, voice, words, found, isFiltered } = props;
  return (
    <>
      <div className="sel-buttons">
        {isFiltered && found.length > 0 && (
          <button
            type="button"
            className="sel-second"
            onClick={() => onChosen([...new Set([...chosen, ...found.map((area) => area.code)])])}
          >
            {words.areas.chooseFound}
          </button>
        )}
        <button type="button" className="sel-second" onClick={() => onChosen([])} disabled={chosen.length === 0}>
          {words.areas.chooseNone}
        </button>
      </div>
      <Paste {...{ areas, chosen, onChosen, voice, words }} />
    </>
  );
}

function Paste(props: Pick<Props, "areas" | "chosen" | "onChosen" | "voice" | "words">): ReactElement {
  const { areas, chosen, onChosen, voice, words } = props;
  const [text, setText] = useState("");
  const [told, setTold] = useState("");
  const id = useId();
  const use = (): void => {
    const { codes, unknown } = recognise(
      text,
      areas.map((area) => ({ code: area.code, name: voice.say(area.name) })),
    );
    onChosen([...new Set([...chosen, ...codes])]);
    setTold(words.areas.pasted(codes.length, unknown));
    setText(unknown.join("\n"));
  };
  return (
    <details>
      <summary>{words.areas.paste}</summary>
      <div className="sel-field">
        <label htmlFor={id}>{words.areas.pasteHelp}</label>
        <textarea id={id} rows={4} value={text} onChange={(event) => setText(event.target.value)} />
        <div className="sel-buttons">
          <button type="button" className="sel-second" onClick={use} disabled={text.trim() === ""}>
            {words.areas.pasteUse}
          </button>
          <p className="small" role="status">
            {told}
          </p>
        </div>
      </div>
    </details>
  );
}
