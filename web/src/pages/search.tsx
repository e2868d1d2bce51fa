import type { SearchHit } from "@peil/core/api.ts";
import type { ReactElement, ReactNode } from "react";
import { areaHref, glanceHref, hrefOf, indicatorHref, indicatorOfAreaHref } from "../address.ts";
import type { Around, Page } from "../page.ts";
import { langFor, Say } from "../presentations/parts.tsx";
import type { Voice } from "../text/voice.ts";
import { SearchBox } from "../widgets/search-box.tsx";

type Kind<K extends SearchHit["kind"]> = Extract<SearchHit, { kind: K }>;

function kindOf<K extends SearchHit["kind"]>(hits: readonly SearchHit[], kind: K): readonly Kind<K>[] {
  return hits.filter((each): each is Kind<K> => each.kind === kind);
}

/** Where a finding leads: a topic found together with a place leads to that topic for that place. */
export function hrefOfHit(hit: SearchHit, voice: Voice): string {
  const { language } = voice;
  if (hit.kind === "area") return hit.glance ? glanceHref(language, hit.area) : areaHref(language, hit.area);
  if (hit.kind === "theme")
    return hit.area ? `${areaHref(language, hit.area)}#${hit.code}` : hrefOf(language, { page: "theme", code: hit.code });
  return hit.area ? indicatorOfAreaHref(language, hit.code, hit.area) : indicatorHref(language, hit.code);
}

function Section(props: { readonly id: string; readonly title: string; readonly children: readonly ReactNode[] }): ReactElement | null {
  if (props.children.length === 0) return null;
  return (
    <section aria-labelledby={props.id} className="hits">
      <h2 id={props.id}>
        {props.title} <span className="count">{props.children.length}</span>
      </h2>
      <ul>{props.children}</ul>
    </section>
  );
}

function AreaHit({ hit, voice }: { readonly hit: Kind<"area">; readonly voice: Voice }): ReactElement {
  return (
    <li>
      <a href={hrefOfHit(hit, voice)} lang={langFor(hit.area.name, voice)}>
        {voice.say(hit.area.name)}
      </a>
      <small>
        <Say text={hit.level.name} voice={voice} />
        {hit.within && ` ${voice.m.search.within(voice.say(hit.within))}`}
      </small>
    </li>
  );
}

function NamedHit({ hit, voice }: { readonly hit: Kind<"indicator"> | Kind<"theme">; readonly voice: Voice }): ReactElement {
  const theme = hit.kind === "indicator" ? hit.theme : undefined;
  return (
    <li>
      <a href={hrefOfHit(hit, voice)}>
        <Say text={hit.name} voice={voice} />
        {hit.area && ` ${voice.m.search.inArea(voice.say(hit.area.name))}`}
      </a>
      {theme && (
        <small>
          <Say text={theme} voice={voice} />
        </small>
      )}
    </li>
  );
}

function Found({ hits, voice }: { readonly hits: readonly SearchHit[]; readonly voice: Voice }): ReactElement {
  const { search } = voice.m;
  const key = (hit: SearchHit): string => hrefOfHit(hit, voice);
  return (
    <div className="found">
      <Section id="hits-areas" title={search.areas}>
        {kindOf(hits, "area").map((hit) => (
          <AreaHit key={key(hit)} hit={hit} voice={voice} />
        ))}
      </Section>
      <Section id="hits-indicators" title={search.indicators}>
        {kindOf(hits, "indicator").map((hit) => (
          <NamedHit key={key(hit)} hit={hit} voice={voice} />
        ))}
      </Section>
      <Section id="hits-themes" title={search.themes}>
        {kindOf(hits, "theme").map((hit) => (
          <NamedHit key={key(hit)} hit={hit} voice={voice} />
        ))}
      </Section>
    </div>
  );
}

function view(q: string, hits: readonly SearchHit[], voice: Voice): ReactElement {
  const { search } = voice.m;
  return (
    <>
      <h1>{q === "" ? search.title : search.titleFor(q)}</h1>
      <SearchBox voice={voice} q={q} big />
      {q === "" && <p className="lead">{search.start}</p>}
      {q !== "" && <p className="lead">{hits.length === 0 ? search.none(q) : search.found(hits.length)}</p>}
      {q !== "" && hits.length === 0 && <p>{search.noneHelp}</p>}
      <Found hits={hits} voice={voice} />
    </>
  );
}

/** What was found for a few words: places, topics, themes. */
export async function searchPage({ voice, read }: Around, q: string): Promise<Page> {
  const hits = q === "" ? [] : await read("search", { q });
  const { search } = voice.m;
  return { kind: "search", title: q === "" ? search.title : search.titleFor(q), body: view(q, hits, voice) };
}
