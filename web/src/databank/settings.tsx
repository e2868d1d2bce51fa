import { type ReactElement, useEffect, useId, useState } from "react";
import type { Setting } from "../presentations/presentation.ts";
import type { DatabankWords } from "../text/databank.ts";
import { AxesBars } from "./axes-bars.tsx";

type Props = {
  readonly settings: readonly Setting[];
  readonly words: DatabankWords;
  /** Values by code; an empty one takes the setting away. */
  readonly onSet: (values: Readonly<Record<string, string>>) => void;
};

/** How long each period stands there while a drawing is played, in milliseconds. */
const pace = 900;

/** What a reader can set of a drawing, by the kind of each setting. What can be turned, or played, stands open with its switches. */
export function Settings({ settings, words, onSet }: Props): ReactElement | null {
  const bars = settings.filter((each) => each.kind === "axes");
  const turns = bars.length > 1 && (bars[0]?.options.length ?? 0) > 1;
  const open = settings.filter((each) => each.kind === "moment" || (turns && each.kind === "flag"));
  const others = settings.filter((each) => each.kind !== "axes" && !open.includes(each));
  if (settings.length === 0) return null;
  const fieldOf = (each: Setting): ReactElement => (
    <Field key={each.code} setting={each} words={words} onSet={(value) => onSet({ [each.code]: value })} />
  );
  return (
    <div className="bank-settings">
      {turns && <AxesBars bars={bars} words={words} onSet={onSet} />}
      {open.length > 0 && <div className="open">{open.map(fieldOf)}</div>}
      {others.length > 0 && (
        <details>
          <summary>{words.show.settings}</summary>
          <div className="fields">{others.map(fieldOf)}</div>
        </details>
      )}
    </div>
  );
}

type FieldProps<S extends Setting = Setting> = {
  readonly setting: S;
  readonly words: DatabankWords;
  readonly onSet: (value: string) => void;
};

function Field({ setting, words, onSet }: FieldProps): ReactElement {
  const id = useId();
  if (setting.kind === "moment") return <Moment setting={setting} words={words} onSet={onSet} />;
  if (setting.kind === "flag") {
    return (
      <label className="flag">
        <input type="checkbox" checked={setting.value === "1"} onChange={(event) => onSet(event.target.checked ? "1" : "0")} />
        {setting.label}
      </label>
    );
  }
  return (
    <div className="field-of">
      <label htmlFor={id}>{setting.label}</label>
      {setting.kind === "choice" ? (
        <select id={id} value={setting.value} onChange={(event) => onSet(event.target.value)}>
          {setting.options.map((each) => (
            <option key={each.value} value={each.value}>
              {each.label}
            </option>
          ))}
        </select>
      ) : setting.kind === "number" ? (
        <input
          id={id}
          type="number"
          min={setting.min}
          max={setting.max}
          value={setting.value}
          onChange={(event) => onSet(event.target.value)}
        />
      ) : (
        <Numbers id={id} value={setting.value} hint={words.settings.numbers} onSet={onSet} />
      )}
    </div>
  );
}

/** Numbers are set when the reader is done typing: half a list is none. */
function Numbers(props: {
  readonly id: string;
  readonly value: string;
  readonly hint: string;
  readonly onSet: (v: string) => void;
}): ReactElement {
  const [text, setText] = useState(props.value);
  useEffect(() => setText(props.value), [props.value]);
  const settle = (): void => {
    const numbers = text
      .split(";")
      .map((each) => each.trim().replace(",", "."))
      .filter((each) => each !== "" && Number.isFinite(Number(each)));
    props.onSet(numbers.join(";"));
  };
  return (
    <>
      <input
        id={props.id}
        type="text"
        inputMode="decimal"
        value={text}
        aria-describedby={`${props.id}-hint`}
        onChange={(event) => setText(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => event.key === "Enter" && settle()}
      />
      <small id={`${props.id}-hint`}>{props.hint}</small>
    </>
  );
}

function prefersStill(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** A slider over the periods that can be played; who prefers less motion steps by hand. */
function Moment({ setting, words, onSet }: FieldProps<Extract<Setting, { kind: "moment" }>>): ReactElement {
  const id = useId();
  const [playing, setPlaying] = useState(false);
  const { options } = setting;
  const at = Math.max(
    0,
    options.findIndex((each) => each.value === setting.value),
  );
  const last = options.length - 1;
  const go = (to: number): void => onSet(options[Math.min(Math.max(0, to), last)]?.value ?? "");
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step is set off by the one before it.
  useEffect(() => {
    if (!playing) return undefined;
    if (at >= last) {
      setPlaying(false);
      return undefined;
    }
    const timer = setTimeout(() => go(at + 1), pace);
    return () => clearTimeout(timer);
  }, [playing, at, last]);
  const toggle = (): void => {
    if (!playing && at >= last) go(0);
    setPlaying(!playing);
  };
  const now = options[at]?.label ?? "";
  return (
    <div className="moment">
      <label htmlFor={id}>{setting.label}</label>
      <button type="button" className="quiet-button" disabled={at === 0} onClick={() => go(at - 1)} aria-label={words.settings.previous}>
        ‹
      </button>
      <input id={id} type="range" min={0} max={last} value={at} aria-valuetext={now} onChange={(event) => go(Number(event.target.value))} />
      <button type="button" className="quiet-button" disabled={at === last} onClick={() => go(at + 1)} aria-label={words.settings.next}>
        ›
      </button>
      <output htmlFor={id}>{now}</output>
      {!prefersStill() && last > 0 && (
        <button type="button" className="quiet-button" onClick={toggle} aria-pressed={playing}>
          {playing ? words.settings.pause : words.settings.play}
        </button>
      )}
    </div>
  );
}
