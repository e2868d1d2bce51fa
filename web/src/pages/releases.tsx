import type { ReleaseCard } from "@peil/core/api.ts";
import type { ReactElement } from "react";
import type { Around, Page } from "../page.ts";
import { Say } from "../presentations/parts.tsx";
import { bulkWords } from "../text/bulk.ts";
import type { Voice } from "../text/voice.ts";
import { BulkList, sizeText } from "./bulk-list.tsx";

function Left({ release, voice }: { readonly release: ReleaseCard; readonly voice: Voice }): ReactElement {
  const { m } = voice;
  if (release.leftOut.length === 0) return <>{m.releases.leftNone}</>;
  return (
    <details open={release.current}>
      <summary>{m.releases.leftTitle(release.leftOut.length)}</summary>
      <ul>
        {release.leftOut.map((each) => (
          <li key={each.code}>
            <code>{each.code}</code>: <Say text={each.why} voice={voice} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function view(releases: readonly ReleaseCard[], voice: Voice): ReactElement {
  const { m } = voice;
  const words = bulkWords(voice.language);
  const current = releases.find((each) => each.current);
  return (
    <>
      <h1>{m.releases.title}</h1>
      <p className="lead">{m.releases.intro}</p>
      {current?.bulk && <BulkList release={current} voice={voice} />}
      {releases.length === 0 && <p>{m.releases.none}</p>}
      <ol className="releases">
        {releases.map((release) => (
          <li key={release.id} className={release.current ? "current" : undefined}>
            <h2>
              <time dateTime={release.at}>{voice.day(release.at)}</time>
              {release.current && <span className="tag">{m.releases.current}</span>}
            </h2>
            <dl>
              <dt>{m.releases.id}</dt>
              <dd>
                <code>{release.id}</code>
              </dd>
              <dt>{m.releases.indicators}</dt>
              <dd>{voice.number(release.indicators)}</dd>
              <dt>{m.releases.left}</dt>
              <dd>
                <Left release={release} voice={voice} />
              </dd>
              {release.bulk && (
                <>
                  <dt>{words.label}</dt>
                  <dd>
                    <a href={`/bulk/${release.id}/index.json`}>
                      {words.count(voice.number(release.bulk.count), sizeText(release.bulk.size, voice))}
                    </a>
                  </dd>
                </>
              )}
            </dl>
          </li>
        ))}
      </ol>
    </>
  );
}

/** What was published when, and what was left out and why. */
export async function releasesPage({ voice, read }: Around): Promise<Page> {
  const releases = await read("releases", {});
  return { kind: "text", title: voice.m.releases.title, description: voice.m.releases.intro, body: view(releases, voice) };
}
