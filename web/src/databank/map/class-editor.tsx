import { type ReactElement, useId, useState } from "react";
import { type MapClasses, numbersIn } from "../../presentations/map-classes.ts";
import { settingsOfMap } from "../../presentations/map-settings.ts";
import type { Setting, Settings, Subject } from "../../presentations/presentation.ts";
import { mapWords } from "../../text/map.ts";
import { mapHandles } from "./handles.ts";

type Editor = { readonly subject: Subject; readonly classes: MapClasses; readonly onSettings: (settings: Settings) => void };

/** Whether a setting says anything with the method that is chosen. */
function matters(code: string, method: string): boolean {
  if (code === "breaks") return method === "own";
  if (code === "around") return method === "diverging";
  if (code === "classes") return ["quantile", "equal", "natural", "diverging"].includes(method);
  return code !== "exact" || ["quantile", "equal", "natural"].includes(method);
}

/** How the figures of a map become classes and colours. */
export function ClassEditor({ subject, classes, onSettings }: Editor): ReactElement {
  const { settings = {}, voice } = subject;
  const words = mapWords(voice);
  const method = settings.method ?? "quantile";
  const shown = settingsOfMap(subject).filter((each) => mapHandles.includes(each.code) && matters(each.code, method));
  const set = (code: string, value: string): void => {
    // Breaks by hand begin with those that stand.
    const breaks = code === "method" && value === "own" && !settings.breaks ? { breaks: classes.breaks.join(";") } : {};
    onSettings({ ...settings, ...breaks, [code]: value });
  };
  const usual = Object.fromEntries(Object.entries(settings).filter(([code]) => !mapHandles.includes(code)));
  return (
    <div className="class-editor">
      {shown.map((each) => (
        <Field key={each.code} setting={each} onChange={(value) => set(each.code, value)} />
      ))}
      <button type="button" className="plain" onClick={() => onSettings(usual)}>
        {words.equalClasses}
      </button>
    </div>
  );
}

type FieldProps = { readonly setting: Setting; readonly onChange: (value: string) => void };

function Field({ setting, onChange }: FieldProps): ReactElement {
  const id = useId();
  if (setting.kind === "flag") {
    return (
      <label className="tick">
        <input type="checkbox" checked={setting.value === "1"} onChange={(event) => onChange(event.target.checked ? "1" : "")} />
        {setting.label}
      </label>
    );
  }
  return (
    <div className="field">
      <label htmlFor={id}>{setting.label}</label>
      <Control setting={setting} id={id} onChange={onChange} />
    </div>
  );
}

function Control({ setting, id, onChange }: FieldProps & { readonly id: string }): ReactElement {
  if (setting.kind === "choice" || setting.kind === "moment") {
    return (
      <select id={id} value={setting.value} onChange={(event) => onChange(event.target.value)}>
        {setting.options.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
    );
  }
  if (setting.kind === "number") {
    const { min, max, value } = setting;
    return <input id={id} type="number" min={min} max={max} value={value} onChange={(event) => onChange(event.target.value)} />;
  }
  return <Numbers key={setting.value} id={id} value={setting.value} onChange={onChange} />;
}

/** Numbers as they are typed: read once the field is left, with a comma or a point for the decimals. */
function Numbers({ id, value, onChange }: { readonly id: string; readonly value: string; readonly onChange: (value: string) => void }) {
  const [typed, setTyped] = useState(value.replaceAll(";", "; "));
  const done = (): void => onChange(numbersIn(typed.replaceAll(",", ".")).join(";"));
  return (
    <input
      id={id}
      type="text"
      inputMode="decimal"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={done}
      onKeyDown={(event) => event.key === "Enter" && done()}
    />
  );
}
