import type { ReleaseCard } from "@peil/core/api.ts";
import type { CalendarEntry } from "@peil/core/api-editorial.ts";
import type { ReactElement } from "react";
import { hrefOf } from "../address.ts";
import type { Around, Page } from "../page.ts";
import { Say } from "../presentations/parts.tsx";
import { editorialWords } from "../text/editorial.ts";
import type { Voice } from "../text/voice.ts";

/** Releases that the calendar looks back on. */
const back = 12;

function Coming({ entries, voice }: { readonly entries: readonly CalendarEntry[]; readonly voice: Voice }): ReactElement {
  return (
    <dl className="calendar">
      {entries.map(({ date, title, indicators }) => (
        <div key={`${date}-${title.nl}`}>
          <dt>
            <time dateTime={date}>{voice.day(date)}</time>
          </dt>
          <dd>
            <Say text={title} voice={voice} />
            {indicators.length > 0 && (
              <ul>
                {indicators.map(({ code, name }) => (
                  <li key={code}>
                    <a href={hrefOf(voice.language, { page: "indicator", code, selection: "", show: undefined })}>
                      <Say text={name} voice={voice} />
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Came({ releases, voice }: { readonly releases: readonly ReleaseCard[]; readonly voice: Voice }): ReactElement {
  const words = editorialWords(voice);
  return (
    <dl className="calendar">
      {releases.slice(0, back).map(({ id, at }) => (
        <div key={id}>
          <dt>
            <time dateTime={at}>{voice.day(at)}</time>
          </dt>
          <dd>
            <a href={hrefOf(voice.language, { page: "releases" })}>{`${words.released} ${id.slice(0, 8)}`}</a>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What is to come and what came. What was announced for a day before the release is no longer expected. */
export async function calendarPage({ voice, read, frame }: Around): Promise<Page> {
  const words = editorialWords(voice);
  const [entries, releases] = await Promise.all([read("calendar", {}), read("releases", {})]);
  const coming = entries.filter((each) => each.date > frame.release.at.slice(0, 10));
  const body = (
    <>
      <h1>{words.calendar}</h1>
      <p className="lead">{words.calendarIntro}</p>
      <h2>{words.coming}</h2>
      {coming.length === 0 ? <p>{words.calendarNone}</p> : <Coming entries={coming} voice={voice} />}
      <h2>{words.came}</h2>
      <Came releases={releases} voice={voice} />
    </>
  );
  return { kind: "text", title: words.calendar, description: words.calendarIntro, body };
}
