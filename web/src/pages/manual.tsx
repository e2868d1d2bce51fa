import type { ReactElement } from "react";
import { hrefOf, type Place } from "../address.ts";
import { type Chapter, chapterNamed, chaptersIn } from "../methods/manual-pages.ts";
import { Markdown } from "../methods/markdown.tsx";
import { linkOf, summaryOf, titleOf } from "../methods/method-pages.ts";
import type { Around, Page } from "../page.ts";
import { manualWords } from "../text/manual.ts";
import { menuWords } from "../text/menu.ts";
import type { Voice } from "../text/voice.ts";
import { Trail } from "../widgets/trail.tsx";
import { missingPage } from "./broken.tsx";

const href = (voice: Voice, chapter: Chapter): string => hrefOf(voice.language, { page: "manual", chapter: chapter.slug });
const langOf = (chapter: Chapter, voice: Voice): string | undefined => (chapter.language === voice.language ? undefined : chapter.language);

function Next({ chapter, voice }: { readonly chapter: Chapter; readonly voice: Voice }): ReactElement | null {
  const chapters = chaptersIn(voice.language);
  const next = chapters[chapters.findIndex((each) => each.number === chapter.number) + 1];
  if (next === undefined) return null;
  return (
    <p className="next">
      {manualWords(voice).next}{" "}
      <a href={href(voice, next)} lang={langOf(next, voice)}>
        {titleOf(next)}
      </a>
    </p>
  );
}

/** Links inside the manual name files of chapters; those to rules of computation and pages of the site work too. */
function resolve(to: string, voice: Voice): string | undefined {
  const [, slug = ""] = /^\d\d-([a-z0-9-]+)\.(?:nl|en)\.md$/.exec(to) ?? [];
  const chapter = chapterNamed(slug, voice.language);
  if (chapter) return href(voice, chapter);
  if (/^(\/(?![/\\])|#)/.test(to)) return to;
  return linkOf(to.replace(/^\.\.\/statistics\//, ""), voice.language);
}

function One({ chapter, voice }: { readonly chapter: Chapter; readonly voice: Voice }): ReactElement {
  const manual = menuWords(voice).manual;
  const title = titleOf(chapter);
  const steps = [
    { name: { nl: manual, [voice.language]: manual }, href: hrefOf(voice.language, { page: "manual", chapter: "" }) },
    { name: { nl: title, [chapter.language]: title } },
  ];
  return (
    <>
      <Trail voice={voice} steps={steps} />
      <article className="method manual" lang={langOf(chapter, voice)}>
        <Markdown text={chapter.text} resolve={(to) => resolve(to, voice)} label={manualWords(voice).table(title)} />
      </article>
      <Next chapter={chapter} voice={voice} />
    </>
  );
}

function All({ voice }: { readonly voice: Voice }): ReactElement {
  const words = manualWords(voice);
  return (
    <>
      <h1>{menuWords(voice).manual}</h1>
      <p className="lead">{words.intro}</p>
      <ol className="methods">
        {chaptersIn(voice.language).map((chapter) => (
          <li key={chapter.number}>
            <a href={href(voice, chapter)} lang={langOf(chapter, voice)}>
              {titleOf(chapter)}
            </a>
            <p lang={langOf(chapter, voice)}>{summaryOf(chapter)}</p>
          </li>
        ))}
      </ol>
    </>
  );
}

/** The manual, from `docs/manual/`: its chapters, or one of them. */
export async function manualPage(around: Around, place: Extract<Place, { page: "manual" }>): Promise<Page> {
  const { voice } = around;
  if (place.chapter === "") {
    const title = menuWords(voice).manual;
    return { kind: "text", title, description: manualWords(voice).intro, body: <All voice={voice} /> };
  }
  const chapter = chapterNamed(place.chapter, voice.language);
  if (chapter === undefined) return missingPage(around);
  return { kind: "text", title: titleOf(chapter), description: summaryOf(chapter), body: <One chapter={chapter} voice={voice} /> };
}
