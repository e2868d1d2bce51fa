import type { ReactElement } from "react";
import { hrefOf } from "../address.ts";
import type { Voice } from "../text/voice.ts";

/** The box that finds topics, themes and places together. Works as a plain form; a script adds suggestions. */
export function SearchBox({
  voice,
  q = "",
  big = false,
}: {
  readonly voice: Voice;
  readonly q?: string;
  readonly big?: boolean;
}): ReactElement {
  const { m, language } = voice;
  const id = big ? "search-big" : "search";
  return (
    <search>
      <form
        className={big ? "search big" : "search"}
        action={hrefOf(language, { page: "search", q: "" })}
        method="get"
        data-suggest={language}
      >
        <label htmlFor={id} className={big ? "" : "unseen"}>
          {m.search.label}
        </label>
        <div className="field">
          <input
            id={id}
            type="search"
            name="q"
            defaultValue={q}
            placeholder={m.search.placeholder}
            autoComplete="off"
            spellCheck="false"
            data-label={m.search.suggestions}
            data-count={JSON.stringify([m.search.suggested(0), m.search.suggested(1), m.search.suggested(2)])}
          />
          <button type="submit">{m.search.button}</button>
        </div>
      </form>
    </search>
  );
}
