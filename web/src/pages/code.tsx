import type { Frame } from "@peil/core/api.ts";
import { formatSelection, parseSelection } from "@peil/core/query/address.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import type { ReactElement } from "react";
import { hrefOf, indicatorHref, type Place } from "../address.ts";
import { snippets } from "../code/index.ts";
import { type Asked, plainAddress } from "../code/snippet.ts";
import { chapterNumbered } from "../methods/manual-pages.ts";
import type { Around, Page } from "../page.ts";
import { codeWords } from "../text/code.ts";
import { toolWords } from "../text/figure-tools.ts";
import type { Voice } from "../text/voice.ts";
import { Snippet, whole } from "../widgets/snippet.tsx";
import { Trail } from "../widgets/trail.tsx";

type Props = { readonly selection: Selection; readonly names: string; readonly voice: Voice; readonly frame: Frame };

/** The chapter of the manual for programmers. */
const chapter = "10";

/** Indicators that a title names. */
const mostNamed = 3;

/** The address of the figures as a file, without the site's own. */
function pathOf(selection: Selection, extension: string, voice: Voice): string {
  const prefix = voice.language === "nl" ? "" : `/${voice.language}`;
  return plainAddress(`${prefix}/api/v1/data.${extension}?${formatSelection(selection)}`);
}

/** Whether the newest figures are asked or those of one release: two links, of which one is this page. */
function Releases({ selection, voice, frame }: Props): ReactElement {
  const words = codeWords(voice);
  const { release, ...free } = selection;
  const at = (each: Selection): string => hrefOf(voice.language, { page: "code", query: formatSelection(each) });
  return (
    <nav className="code-release" aria-label={words.which}>
      <ul className="ways">
        <li>
          <a href={at(free)} aria-current={release === undefined ? "page" : undefined}>
            {words.newest}
          </a>
        </li>
        <li>
          <a
            href={at({ ...free, release: release ?? frame.release.id })}
            aria-current={release === undefined ? undefined : "page"}
            rel="nofollow"
          >
            {words.fixed} ({release ?? frame.release.id})
          </a>
        </li>
      </ul>
    </nav>
  );
}

function Programs({ selection, names, voice, frame }: Props): ReactElement {
  const words = codeWords(voice);
  const asked: Asked = {
    title: `${names} – ${voice.say(frame.site.name)}`,
    file: (extension) => whole(frame, pathOf(selection, extension, voice)),
  };
  const paths = ["csv", "json"].map((each) => pathOf(selection, each, voice)).join(" ");
  return (
    <>
      {snippets.map((each) => (
        <div className="program" key={each.name}>
          <h2 id={each.name}>{each.label}</h2>
          <p className="help">{words.help[each.name]}</p>
          <Snippet id={`code-${each.name}`} what={each.label} text={each.write(asked)} path={paths} frame={frame} voice={voice} />
        </div>
      ))}
    </>
  );
}

/**
 * How a program fetches the figures of a selection: a piece of code a language.
 * @throws errors of the catalogue for a selection that cannot be read
 */
export async function codePage({ voice, frame, read }: Around, place: Extract<Place, { page: "code" }>): Promise<Page> {
  const selection = parseSelection(place.query);
  // Whether everything that it names is there, before code is shown that would not run.
  const [details] = await Promise.all([
    read("details", { codes: selection.indicators.join(",") }),
    read("around", { selection: formatSelection(selection) }),
  ]);
  const words = codeWords(voice);
  const { programs } = toolWords(voice);
  const names = details.slice(0, mostNamed).map((each) => voice.say(each.name));
  const title = voice.m.list(details.length > mostNamed ? [...names, "…"] : names);
  const props: Props = { selection, names: title, voice, frame };
  const [first] = details;
  const steps = first === undefined ? [] : [{ name: first.name, href: indicatorHref(voice.language, first.code, selection) }];
  const body = (
    <>
      <Trail voice={voice} steps={[...steps, { name: { nl: programs, [voice.language]: programs } }]} />
      <h1>{programs}</h1>
      <p className="lead">{title}</p>
      <p>{words.lead}</p>
      <Releases {...props} />
      <Programs {...props} />
      <p>
        <a href={hrefOf(voice.language, { page: "manual", chapter: chapterNumbered(chapter, voice.language)?.slug ?? "" })}>{words.more}</a>
      </p>
    </>
  );
  return { kind: "text", title: `${programs}: ${title}`, description: words.description(title), body };
}
