import type { ReactElement } from "react";
import { hrefOf, type Place } from "./address.ts";
import { assets } from "./assets.ts";
import type { Around, Page } from "./page.ts";
import { formerWords } from "./text/former.ts";
import { lookWords } from "./text/look.ts";
import { menuWords } from "./text/menu.ts";
import { voiceOf } from "./text/voice.ts";
import { SearchBox } from "./widgets/search-box.tsx";

type Props = { readonly around: Around; readonly page: Page };

function twin({ voice }: Around): "nl" | "en" {
  return voice.language === "nl" ? "en" : "nl";
}

function Head({ around, page }: Props): ReactElement {
  const { voice, frame, place } = around;
  const site = voice.say(frame.site.name);
  const other = twin(around);
  const app = page.app === undefined ? undefined : assets.apps[page.app];
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{page.title === site ? site : `${page.title} – ${site}`}</title>
      {page.description && <meta name="description" content={page.description} />}
      <meta name="color-scheme" content="light dark" />
      <script src="/assets/look.js" />
      {[...assets.styles, ...(app?.styles ?? [])].map((href) => (
        <link rel="stylesheet" href={href} key={href} />
      ))}
      {/^[\w-]+$/.test(frame.site.style) && frame.site.style !== "default" && (
        <link rel="stylesheet" href={`/styles/${frame.site.style}.css`} />
      )}
      <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
      {page.status === undefined && <link rel="canonical" href={hrefOf(voice.language, place)} />}
      <link rel="alternate" hrefLang={other} href={hrefOf(other, place)} />
      <link
        rel="alternate"
        type="application/atom+xml"
        href={voice.language === "nl" ? "/releases.atom" : `/${voice.language}/releases.atom`}
      />
      {(place.page === "home" || place.page === "releases") && (
        <>
          <link rel="alternate" type="text/turtle" title="DCAT-AP Vlaanderen" href="/catalog.ttl" />
          <link rel="alternate" type="application/ld+json" title="DCAT-AP Vlaanderen" href="/catalog.jsonld" />
        </>
      )}
      {assets.script && <script type="module" src={assets.script} />}
      {app?.preload.map((href) => (
        <link rel="modulepreload" href={href} key={href} />
      ))}
      {app?.script && <script type="module" src={app.script} />}
      {page.dataset && <LinkedData of={page.dataset} />}
    </head>
  );
}

/** JSON-LD: data for machines, which no browser runs. */
function LinkedData({ of }: { readonly of: NonNullable<Page["dataset"]> }): ReactElement {
  const __html = JSON.stringify(of).replaceAll("<", "\\u003c");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: within a script nothing is escaped but by JSON; `<` cannot end it.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html }} />;
}

function Header({ around, page }: Props): ReactElement {
  const { voice, frame, place } = around;
  const { m, language } = voice;
  const other = twin(around);
  const menu = menuWords(voice);
  const here = (kind: Place["page"]): "page" | undefined => (place.page === kind && page.status === undefined ? "page" : undefined);
  return (
    <header className="top">
      <div className="wide">
        <a className="brand" href={hrefOf(language, { page: "home" })} aria-current={here("home")}>
          <svg viewBox="0 0 20 24" aria-hidden="true" focusable="false">
            <path d="M2 3h6M2 9h11M2 15h6M2 21h16" />
          </svg>
          <span className="logo" aria-hidden="true" />
          {voice.say(frame.site.name)}
        </a>
        {page.kind !== "home" && page.kind !== "search" && <SearchBox voice={voice} />}
        <nav aria-label={m.menu.label}>
          <a href={hrefOf(language, { page: "databank", query: "" })} aria-current={here("databank")}>
            {menu.databank}
          </a>
          <a href={hrefOf(language, { page: "news" })} aria-current={here("news")}>
            {menu.news}
          </a>
          <a href={hrefOf(language, { page: "about" })} aria-current={here("about")}>
            {m.menu.about}
          </a>
          <a href={hrefOf(other, place)} lang={other} hrefLang={other}>
            {voiceOf(other).m.languageName}
          </a>
        </nav>
      </div>
    </header>
  );
}

function Footer({ around }: { readonly around: Around }): ReactElement {
  const { voice, frame } = around;
  const words = lookWords(voice);
  const menu = menuWords(voice);
  const { m, language } = voice;
  return (
    <footer className="bottom">
      <div className="wide">
        <p>
          <a href={hrefOf(language, { page: "releases" })}>{m.foot.release(frame.release.id, voice.day(frame.release.at))}</a>
        </p>
        <p>{m.foot.open}</p>
        <p>
          <a href={hrefOf(language, { page: "manual", chapter: "" })}>{menu.manual}</a>
          <a href={hrefOf(language, { page: "glossary" })}>{menu.glossary}</a>
          <a href={hrefOf(language, { page: "methods" })}>{m.methods.foot}</a>
          <a href={hrefOf(language, { page: "calendar" })}>{menu.calendar}</a>
          <a href={hrefOf(language, { page: "api" })}>{menu.api}</a>
          <a href={hrefOf(language, { page: "accessibility" })}>{menu.accessibility}</a>
          {frame.site.mailbox && <a href={`mailto:${frame.site.mailbox}`}>{m.foot.contact}</a>}
        </p>
        <p className="look">
          <label htmlFor="look">{words.label}</label>
          <select id="look" data-look="">
            {words.looks.map(([value, name]) => (
              <option value={value} key={value}>
                {name}
              </option>
            ))}
          </select>
        </p>
      </div>
    </footer>
  );
}

/** Fills for what has no figure, shared by all maps of a page. */
function Patterns(): ReactElement {
  return (
    <svg className="patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="ground" width="8" height="8" />
          <rect className="mark" width="3" height="8" />
        </pattern>
        <pattern id="dots" width="8" height="8" patternUnits="userSpaceOnUse">
          <rect className="ground" width="8" height="8" />
          <circle className="mark" cx="4" cy="4" r="1.6" />
        </pattern>
      </defs>
    </svg>
  );
}

/** A whole HTML document around a page. */
export function Layout({ around, page }: Props): ReactElement {
  const { voice, frame } = around;
  const { choices } = voice.m;
  return (
    <html lang={voice.language} data-style={frame.site.style}>
      <Head around={around} page={page} />
      <body data-busy={choices.busy} data-updated={choices.updated} data-failed={choices.failed}>
        {!page.bare && (
          <a className="skip" href="#main">
            {voice.m.skip}
          </a>
        )}
        <Patterns />
        {!page.bare && <Header around={around} page={page} />}
        <main id="main" className={`wide ${page.kind}`} tabIndex={-1}>
          {around.was && <p className="was">{formerWords(voice)[around.was]}</p>}
          {page.body}
        </main>
        <div id="live" className="unseen" aria-live="polite" />
        {!page.bare && <Footer around={around} />}
      </body>
    </html>
  );
}
