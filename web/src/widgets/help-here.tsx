import type { ReactElement } from "react";
import { hrefOf } from "../address.ts";
import { chapterNumbered } from "../methods/manual-pages.ts";
import { titleOf } from "../methods/method-pages.ts";
import { entryOf, type TermKey } from "../text/glossary.ts";
import { helpWords } from "../text/help.ts";
import type { Voice } from "../text/voice.ts";
import { Term } from "./term.tsx";

type Props = {
  readonly voice: Voice;
  /** Number of the chapter of the manual that is about this page. */
  readonly chapter: string;
  /** Words of the field that stand on the page. */
  readonly terms?: readonly TermKey[];
};

/** Help where it is needed: the chapter of the manual about a page, and the words on it that not everybody knows. */
export function HelpHere({ voice, chapter, terms = [] }: Props): ReactElement | null {
  const words = helpWords(voice);
  const found = chapterNumbered(chapter, voice.language);
  if (found === undefined) return null;
  return (
    <aside className="help-here" aria-label={words.label}>
      <p>
        <a href={hrefOf(voice.language, { page: "manual", chapter: found.slug })} className="chapter">
          <span aria-hidden="true">?</span>
          {words.chapter(titleOf(found))}
        </a>
        {terms.length > 0 && (
          <span className="words">
            {words.terms}{" "}
            {terms.map((each) => (
              <Term key={each} term={each} voice={voice}>
                {entryOf(each, voice).word}
              </Term>
            ))}
          </span>
        )}
      </p>
    </aside>
  );
}
