import type { AreaCard, LevelCard } from "@peil/core/api.ts";
import type { ReactElement } from "react";
import { hrefOf } from "../address.ts";
import { langFor } from "../presentations/parts.tsx";
import type { Voice } from "../text/voice.ts";

/** A name to choose from a list; leads to the page of that area: through the search page without a script. */
export function AreaPicker(props: { readonly voice: Voice; readonly level: LevelCard; readonly areas: readonly AreaCard[] }): ReactElement {
  const { voice, level, areas } = props;
  const { m, language } = voice;
  return (
    <form className="pick" action={hrefOf(language, { page: "search", q: "" })} method="get">
      <label htmlFor="pick">{m.home.pick(voice.say(level.name))}</label>
      <div className="field">
        <select id="pick" name="q" defaultValue="">
          <option value="">{m.home.pickEmpty}</option>
          {areas.map((area) => (
            <option key={area.code} lang={langFor(area.name, voice)}>
              {voice.say(area.name)}
            </option>
          ))}
        </select>
        <button type="submit">{m.home.go}</button>
      </div>
    </form>
  );
}
