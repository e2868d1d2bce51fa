import type { ReactElement, ReactNode } from "react";
import { hrefOf } from "../address.ts";
import { entryOf, type TermKey } from "../text/glossary.ts";
import { helpWords } from "../text/help.ts";
import type { Voice } from "../text/voice.ts";

type Props = {
  readonly term: TermKey;
  readonly voice: Voice;
  readonly children: ReactNode;
  /** Tells two places of one word on a page apart. */
  readonly place?: string;
};

/**
 * A word of the field with its explanation behind it: a button that opens a few lines, which Escape or a press elsewhere closes. The
 * browser does so itself, without a script.
 */
export function Term({ term, voice, children, place = "" }: Props): ReactElement {
  const { word, text } = entryOf(term, voice);
  const id = `term-${term}${place}`;
  return (
    <span className="term">
      <button type="button" popoverTarget={id}>
        {children}
      </button>
      <span className="said" id={id} popover="auto" role="note">
        <strong>{word}</strong>
        <span className="text">{text}</span>
        <a href={`${hrefOf(voice.language, { page: "glossary" })}#${term}`}>{helpWords(voice).inGlossary}</a>
      </span>
    </span>
  );
}
