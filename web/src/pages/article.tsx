import { languageOf } from "@peil/core/model/text.ts";
import { hrefOf, type Place } from "../address.ts";
import { Markdown } from "../methods/markdown.tsx";
import type { Around, Page } from "../page.ts";
import { langFor } from "../presentations/parts.tsx";
import { editorialWords } from "../text/editorial.ts";
import { Trail } from "../widgets/trail.tsx";

/** Links of a text lead to this site or, over the web or by mail, to another; nothing else is a link. */
function resolve(href: string): string | undefined {
  if (/^(https?:\/\/|mailto:)/.test(href)) return href;
  return /^(\/(?![/\\])|#)/.test(href) ? href : undefined;
}

/** An editorial page. */
export async function articlePage({ voice, read }: Around, { slug }: Extract<Place, { page: "article" }>): Promise<Page> {
  const { kind, title, lead, date, body: text } = await read("article", { slug });
  const words = editorialWords(voice);
  const spoken = languageOf(text, voice.language);
  const news = { nl: words.news, [voice.language]: words.news };
  const body = (
    <>
      <Trail voice={voice} steps={[{ name: news, href: hrefOf(voice.language, { page: "news" }) }, { name: title }]} />
      {spoken !== voice.language && <p className="other-language">{words.otherLanguage}</p>}
      <article className="method" lang={spoken === voice.language ? undefined : spoken}>
        <p className="kind">
          {words.kinds[kind]}
          {date && (
            <>
              {" · "}
              <time dateTime={date}>{voice.day(date)}</time>
            </>
          )}
        </p>
        <h1 lang={langFor(title, voice)}>{voice.say(title)}</h1>
        {lead && (
          <p className="lead" lang={langFor(lead, voice)}>
            {voice.say(lead)}
          </p>
        )}
        <Markdown text={voice.say(text)} resolve={resolve} label={words.table(voice.say(title))} />
      </article>
    </>
  );
  return { kind: "text", title: voice.say(title), ...(lead ? { description: voice.say(lead) } : {}), body };
}
