import type { ReleaseCard } from "@peil/core/api.ts";
import type { ArticleCard } from "@peil/core/api-editorial.ts";
import { type ArticleKind, articleKinds } from "@peil/core/model/site.ts";
import type { ReactElement } from "react";
import { hrefOf } from "../address.ts";
import type { Around, Page } from "../page.ts";
import { langFor, Say } from "../presentations/parts.tsx";
import { editorialWords } from "../text/editorial.ts";
import type { Voice } from "../text/voice.ts";

/** Indicators with new figures that are named; the others are behind a fold. */
const named = 12;

function Changed({ release, voice }: { readonly release: ReleaseCard | undefined; readonly voice: Voice }): ReactElement | null {
  const changed = release?.changed ?? [];
  if (release === undefined || changed.length === 0) return null;
  const words = editorialWords(voice);
  const links = changed.map(({ code, name }) => (
    <li key={code}>
      <a href={hrefOf(voice.language, { page: "indicator", code, selection: "", show: undefined })}>
        <Say text={name} voice={voice} />
      </a>
    </li>
  ));
  return (
    <section className="new-figures" aria-labelledby="new-figures">
      <h2 id="new-figures">{words.newFigures(voice.day(release.at))}</h2>
      <p>{words.newFiguresText(changed.length)}</p>
      <ul className="columns">{links.slice(0, named)}</ul>
      {links.length > named && (
        <details>
          <summary>{words.more}</summary>
          <ul className="columns">{links.slice(named)}</ul>
        </details>
      )}
      <p>
        <a href={hrefOf(voice.language, { page: "releases" })}>{words.allReleases}</a>
      </p>
    </section>
  );
}

/** Editorial pages of one kind, as a list of titles with their first words. */
function Kind(props: {
  readonly kind: ArticleKind;
  readonly articles: readonly ArticleCard[];
  readonly voice: Voice;
}): ReactElement | null {
  const { kind, articles, voice } = props;
  const own = articles.filter((each) => each.kind === kind);
  if (own.length === 0) return null;
  return (
    <section aria-labelledby={`kind-${kind}`}>
      <h2 id={`kind-${kind}`}>{editorialWords(voice).kinds[kind]}</h2>
      <ul className="articles">
        {own.map(({ slug, title, lead, date }) => (
          <li key={slug}>
            <h3>
              <a href={hrefOf(voice.language, { page: "article", slug })} lang={langFor(title, voice)}>
                {voice.say(title)}
              </a>
            </h3>
            {date && (
              <p className="when">
                <time dateTime={date}>{voice.day(date)}</time>
              </p>
            )}
            {lead && (
              <p>
                <Say text={lead} voice={voice} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** News, what is new in the release, and the other editorial pages. */
export async function newsPage({ voice, read }: Around): Promise<Page> {
  const words = editorialWords(voice);
  const [articles, releases] = await Promise.all([read("articles", { kind: "" }), read("releases", {})]);
  const current = releases.find((each) => each.current);
  const body = (
    <>
      <h1>{words.news}</h1>
      <p className="lead">{words.newsIntro}</p>
      {articles.length === 0 && (current?.changed ?? []).length === 0 && <p>{words.newsNone}</p>}
      <Kind kind="news" articles={articles} voice={voice} />
      <Changed release={current} voice={voice} />
      {articleKinds
        .filter((each) => each !== "news")
        .map((kind) => (
          <Kind key={kind} kind={kind} articles={articles} voice={voice} />
        ))}
      <p>
        <a href={hrefOf(voice.language, { page: "calendar" })}>{words.calendar}</a>
      </p>
    </>
  );
  return { kind: "text", title: words.news, description: words.newsIntro, body };
}
