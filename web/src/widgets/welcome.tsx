import type { ReactElement } from "react";
import { hrefOf } from "../address.ts";
import { helpWords } from "../text/help.ts";
import type { Voice } from "../text/voice.ts";

/** A note for who comes first: three steps and where to read on. Without a script it always stands there; with it, until it is closed. */
export function Welcome({ voice }: { readonly voice: Voice }): ReactElement {
  const { welcome } = helpWords(voice);
  const { language } = voice;
  return (
    <section className="welcome" aria-labelledby="welcome">
      <h2 id="welcome">{welcome.title}</h2>
      <ol>
        {welcome.steps.map((each) => (
          <li key={each.title}>
            <strong>{each.title}</strong>
            <span>{each.text}</span>
          </li>
        ))}
      </ol>
      <p className="ways">
        <a href={hrefOf(language, { page: "manual", chapter: "" })}>{welcome.manual}</a>
        <a href={hrefOf(language, { page: "glossary" })}>{welcome.glossary}</a>
        <a href={hrefOf(language, { page: "databank", query: "" })}>{welcome.databank}</a>
        <button type="button" className="plain scripted-only" data-dismiss="welcome">
          {welcome.dismiss}
        </button>
      </p>
    </section>
  );
}
