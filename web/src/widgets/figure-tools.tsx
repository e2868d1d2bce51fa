import type { Frame } from "@peil/core/api.ts";
import { bibtexOf, citationOf } from "@peil/core/citation.ts";
import type { ReactElement, ReactNode } from "react";
import { toolWords } from "../text/figure-tools.ts";
import type { Voice } from "../text/voice.ts";
import { Copy, Snippet, spellOf, whole } from "./snippet.tsx";

/** A file of a figure. */
export type FigureFile = { readonly label: string; readonly href: string };

/** Everything that is needed to take a figure along. Addresses begin with a slash. */
export type Figure = {
  readonly code: string;
  readonly name: string;
  /** Whose figures they are; empty where that is not known. */
  readonly source: string;
  /** The areas and the period that are shown, as a reader says them. */
  readonly areas: string;
  readonly period: string;
  /** The same choice: with the newest figures, and with those of this release for ever. */
  readonly newest: string;
  readonly fixed: string;
  /** The drawing on its own, to stand in another page; absent where nothing is drawn. */
  readonly embed?: string;
  /** The page with programs that fetch the figures. */
  readonly programs: string;
  readonly data: readonly FigureFile[];
  /** Files for special programs, behind one click. */
  readonly more: readonly FigureFile[];
  readonly pictures: readonly FigureFile[];
  /** Distinguishes the element ids of two sets of tools on one page. */
  readonly id: string;
};

type Props = {
  readonly figure: Figure;
  readonly frame: Frame;
  readonly voice: Voice;
  /** Pictures that the page makes itself, beside those that have an address. */
  readonly ownPictures?: ReactNode;
  /** What is said instead where the figure cannot stand in another page by an address of its own. */
  readonly notEmbedded?: ReactNode;
};

function mailto(to: string, subject: string, body: string): string {
  return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}

function Tool({ title, name, children }: { readonly title: string; readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <section className={`tool of-${name}`}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function FileLinks({ files }: { readonly files: readonly FigureFile[] }): ReactElement {
  return (
    <ul>
      {files.map((each) => (
        <li key={each.href}>
          <a href={each.href} download="">
            {each.label}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Files({ title, files }: { readonly title: string; readonly files: readonly FigureFile[] }): ReactElement | null {
  if (files.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <FileLinks files={files} />
    </>
  );
}

function Download({ figure, voice, ownPictures }: Props): ReactElement {
  const words = toolWords(voice);
  return (
    <Tool title={words.download} name="download">
      <p className="help">{voice.m.indicator.downloadHelp}</p>
      <div className="downloads">
        <Files title={words.data} files={figure.data} />
        {figure.more.length > 0 && (
          <details>
            <summary>{words.moreFormats}</summary>
            <FileLinks files={figure.more} />
          </details>
        )}
        <Files title={words.picture} files={figure.pictures} />
        {ownPictures && (
          <>
            <h4>{words.picture}</h4>
            {ownPictures}
          </>
        )}
      </div>
    </Tool>
  );
}

function Programs({ figure, voice }: Props): ReactElement {
  const words = toolWords(voice);
  return (
    <Tool title={words.programs} name="programs">
      <p>
        <a href={figure.programs} rel="nofollow">
          {words.programLanguages}
        </a>
      </p>
    </Tool>
  );
}

function Share({ figure, frame, voice }: Props): ReactElement {
  const words = toolWords(voice);
  const address = whole(frame, figure.newest);
  return (
    <Tool title={words.share} name="share">
      <Snippet id={`${figure.id}-address`} what={words.address} text={address} path={figure.newest} frame={frame} voice={voice} />
      <ul className="ways">
        <li>
          <a href={mailto("", words.mailSubject(figure.name, figure.areas), address)} {...spellOf(frame, figure.newest)}>
            {words.mail}
          </a>
        </li>
        <li className="scripted-only">
          <button type="button" className="plain" data-print="">
            {words.print}
          </button>
        </li>
      </ul>
    </Tool>
  );
}

function Cite({ figure, frame, voice }: Props): ReactElement {
  const words = toolWords(voice);
  const site = voice.say(frame.site.name);
  const ways = [
    { key: "this", title: words.citeThis, path: figure.fixed, release: words.releaseNote(frame.release.id, voice.day(frame.release.at)) },
    { key: "newest", title: words.citeNewest, path: figure.newest, release: words.newestNote },
  ] as const;
  return (
    <Tool title={words.cite} name="cite">
      {ways.map(({ key, title, path, release }) => {
        const id = `${figure.id}-cite-${key}`;
        const citation = citationOf({ source: figure.source, name: figure.name, site, release });
        const year = frame.release.at.slice(0, 4);
        const entry = bibtexOf({ key: `${figure.code}_${year}`, ...figure, site, year, note: release, url: whole(frame, path) });
        return (
          <div className="cite" key={key}>
            <h4>{title}</h4>
            <p id={id}>
              {citation}{" "}
              <a href={path} data-whole="">
                {whole(frame, path)}
              </a>
            </p>
            {key === "this" && <p className="help">{voice.m.indicator.fixed}</p>}
            <Copy of={id} what={title} voice={voice} />
            <details>
              <summary>{words.bibtex}</summary>
              <Snippet id={`${id}-bibtex`} what={`${words.bibtex}, ${title}`} text={entry} path={path} frame={frame} voice={voice} />
            </details>
          </div>
        );
      })}
    </Tool>
  );
}

const inHtml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

function Embed({ figure, frame, voice, notEmbedded }: Props): ReactElement | null {
  const words = toolWords(voice);
  const { embed, id } = figure;
  if (embed === undefined)
    return notEmbedded ? (
      <Tool title={words.embed} name="embed">
        {notEmbedded}
      </Tool>
    ) : null;
  const [src, title] = [inHtml(whole(frame, embed)), inHtml(figure.name)];
  const script = whole(frame, "/embed/peil.js");
  const element = `<script src="${script}" async></script>\n<peil-figure src="${src}" title="${title}"></peil-figure>`;
  const iframe = `<iframe src="${src}" title="${title}" width="100%" height="560" loading="lazy" frameborder="0"></iframe>`;
  return (
    <Tool title={words.embed} name="embed">
      <p className="help">{words.embedHelp}</p>
      <details>
        <summary>{words.embedElement}</summary>
        <Snippet
          id={`${id}-element`}
          what={words.embedElement}
          text={element}
          path={`/embed/peil.js ${inHtml(embed)}`}
          frame={frame}
          voice={voice}
        />
      </details>
      <details>
        <summary>{words.embedFrame}</summary>
        <Snippet id={`${id}-iframe`} what={words.embedFrame} text={iframe} path={inHtml(embed)} frame={frame} voice={voice} />
      </details>
      <p>
        <a href={embed}>{words.embedTry}</a>
      </p>
    </Tool>
  );
}

function Report({ figure, frame, voice }: Props): ReactElement | null {
  const words = toolWords(voice);
  const { mailbox } = frame.site;
  if (mailbox === undefined) return null;
  const { name, areas, period } = figure;
  const body = words.reportBody({ name, areas, period, release: frame.release.id, address: whole(frame, figure.fixed) });
  return (
    <p className="report">
      <a href={mailto(mailbox, words.reportSubject(name), body)} {...spellOf(frame, figure.fixed)}>
        {words.report}
      </a>
      <span className="help">{words.reportHelp}</span>
    </p>
  );
}

/** Everything that can be done with a figure: download, share, print, cite, embed, report an error. */
export function FigureTools(props: Props): ReactElement {
  const { figure, voice } = props;
  return (
    <section className="tools" aria-labelledby={`${figure.id}-title`}>
      <h2 id={`${figure.id}-title`}>{toolWords(voice).title}</h2>
      <div className="tool-grid">
        <Download {...props} />
        <Share {...props} />
        <Cite {...props} />
        <Embed {...props} />
        <Programs {...props} />
      </div>
      <Report {...props} />
    </section>
  );
}
