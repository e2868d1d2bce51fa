import type { ReactElement } from "react";
import { hrefOf } from "../address.ts";
import { chapterNumbered } from "../methods/manual-pages.ts";
import { methodPage, titleOf } from "../methods/method-pages.ts";
import type { Around, Page } from "../page.ts";
import { type Explained, entriesOf, glossaryWords } from "../text/glossary.ts";
import { menuWords } from "../text/menu.ts";
import type { Voice } from "../text/voice.ts";

const letterOf = ({ word }: Explained): string => word.normalize("NFD").charAt(0).toUpperCase();

/** Where more is told about a word: the rule of computation, the chapter of the manual. */
function More({ entry, voice }: { readonly entry: Explained; readonly voice: Voice }): ReactElement | null {
  const { language } = voice;
  const rule = entry.rule && methodPage(entry.rule, language);
  const chapter = entry.chapter === undefined ? undefined : chapterNumbered(entry.chapter, language);
  const links = [
    ...(rule && entry.rule ? [{ href: hrefOf(language, { page: "method", rule: entry.rule }), name: titleOf(rule) }] : []),
    ...(chapter ? [{ href: hrefOf(language, { page: "manual", chapter: chapter.slug }), name: titleOf(chapter) }] : []),
  ];
  if (links.length === 0) return null;
  return (
    <p className="more">
      {glossaryWords(voice).more}:{" "}
      {links.map((each) => (
        <a key={each.href} href={each.href}>
          {each.name}
        </a>
      ))}
    </p>
  );
}

function Word({ entry, voice }: { readonly entry: Explained; readonly voice: Voice }): ReactElement {
  return (
    <div id={entry.key}>
      <dt>
        {entry.word}
        {entry.also && (
          <small>
            {glossaryWords(voice).also}: {entry.also.join(", ")}
          </small>
        )}
      </dt>
      <dd>
        <p>{entry.text}</p>
        <More entry={entry} voice={voice} />
      </dd>
    </div>
  );
}

function Body({ voice }: { readonly voice: Voice }): ReactElement {
  const words = glossaryWords(voice);
  const letters = [...Map.groupBy(entriesOf(voice), letterOf)];
  return (
    <>
      <h1>{menuWords(voice).glossary}</h1>
      <p className="lead">{words.intro}</p>
      <nav className="letters" aria-label={words.letters}>
        {letters.map(([letter]) => (
          <a key={letter} href={`#letter-${letter}`} aria-label={words.letter(letter)}>
            {letter}
          </a>
        ))}
      </nav>
      {letters.map(([letter, entries]) => (
        <section key={letter} aria-labelledby={`letter-${letter}`} className="letter">
          <h2 id={`letter-${letter}`} tabIndex={-1}>
            {letter}
          </h2>
          <dl>
            {entries.map((each) => (
              <Word key={each.key} entry={each} voice={voice} />
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}

/** Words of the field explained, from A to Z. */
export async function glossaryPage({ voice }: Around): Promise<Page> {
  const title = menuWords(voice).glossary;
  return { kind: "text glossary", title, description: glossaryWords(voice).intro, body: <Body voice={voice} /> };
}
