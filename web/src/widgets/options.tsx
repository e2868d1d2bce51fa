import type { AreaCard } from "@peil/core/api.ts";
import type { ReactElement, ReactNode } from "react";
import { langFor } from "../presentations/parts.tsx";
import type { Voice } from "../text/voice.ts";

/** A label with a select below it. */
export function Select(props: {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className="choice">
      <label htmlFor={props.id}>{props.label}</label>
      <select id={props.id} name={props.name} defaultValue={props.value}>
        {props.children}
      </select>
    </div>
  );
}

/** Areas as options; `prefix` makes the value tell a level or a kind. */
export function AreaOptions(props: {
  readonly areas: readonly AreaCard[];
  readonly value: (area: AreaCard) => string;
  readonly voice: Voice;
}): ReactElement {
  return (
    <>
      {props.areas.map((area) => (
        <option key={`${area.level}:${area.code}`} value={props.value(area)} lang={langFor(area.name, props.voice)}>
          {props.voice.say(area.name)}
        </option>
      ))}
    </>
  );
}
