import { explainError, type PeilError } from "@peil/core/errors.ts";
import type { ReactElement } from "react";
import { hrefOf } from "../address.ts";
import type { Around, Page } from "../page.ts";
import { SearchBox } from "../widgets/search-box.tsx";

function Ways({ around, retry }: { readonly around: Around; readonly retry?: string }): ReactElement {
  const { voice } = around;
  return (
    <>
      <SearchBox voice={voice} big />
      <p className="ways">
        {retry !== undefined && <a href={retry}>{voice.m.broken.retry}</a>}
        <a href={hrefOf(voice.language, { page: "home" })}>{voice.m.missing.back}</a>
      </p>
    </>
  );
}

/** The page for an address where nothing lives. */
export function missingPage(around: Around): Page {
  const { missing } = around.voice.m;
  const body = (
    <>
      <p className="code">404</p>
      <h1>{missing.title}</h1>
      <p className="lead">{missing.text}</p>
      <p>{missing.help}</p>
      <Ways around={around} />
    </>
  );
  return { kind: "search", title: missing.title, status: 404, body };
}

/** The page for an error of the catalogue: what happened and what to do. */
export function brokenPage(around: Around, error: PeilError, address: string): Page {
  const { message, mend } = explainError(error, around.voice.language);
  const title = error.status === 404 ? around.voice.m.missing.title : around.voice.m.broken.title;
  const body = (
    <>
      <p className="code">{error.status}</p>
      <h1>{title}</h1>
      <p className="lead">{message}</p>
      <p>{mend}</p>
      <Ways around={around} {...(error.status >= 500 ? { retry: address } : {})} />
    </>
  );
  return { kind: "search", title, status: error.status, body };
}
