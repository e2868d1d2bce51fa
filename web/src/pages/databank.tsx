import type { ReactElement } from "react";
import { hrefOf, type Place } from "../address.ts";
import type { Around, Page } from "../page.ts";
import { databankWords } from "../text/databank.ts";

/** The frame in which the application opens: its title, the shape of what comes, and the other ways for who has no script. */
export function DatabankFrame({ around, hash = "" }: { readonly around: Around; readonly hash?: string }): ReactElement {
  const { voice, frame } = around;
  const words = databankWords(voice);
  return (
    <div id="databank" data-release={frame.release.id} data-at={frame.release.at} data-hash={hash}>
      <div className="bank-head">
        <h1>{words.title}</h1>
      </div>
      <noscript>
        <div className="bank-message">
          <p>{words.noScript.text}</p>
          <ul>
            <li>
              <a href={hrefOf(voice.language, { page: "home" })}>{words.noScript.themes}</a>
            </li>
            <li>
              <a href={hrefOf(voice.language, { page: "search", q: "" })}>{words.noScript.search}</a>
            </li>
          </ul>
        </div>
      </noscript>
      <p className="bank-loading" role="status">
        {words.loading}
      </p>
      <div className="bank-panel" aria-hidden="true">
        <div className="bank-choose skeleton">
          <span className="line" />
          <span className="line short" />
          <span className="block" />
        </div>
        <div className="bank-show skeleton">
          <span className="line short" />
          <span className="line" />
          <span className="block" />
        </div>
      </div>
    </div>
  );
}

/** The data bank: the frame in which the application opens, and what it offers to who has no script. */
export async function databankPage(around: Around, _: Extract<Place, { page: "databank" }>): Promise<Page> {
  const words = databankWords(around.voice);
  return { title: words.title, description: words.description, kind: "databank", app: "databank", body: <DatabankFrame around={around} /> };
}
