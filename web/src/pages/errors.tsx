import { catalogue } from "@peil/core/errors.ts";
import { hrefOf } from "../address.ts";
import type { Around, Page } from "../page.ts";
import { apiWords } from "../text/api.ts";

/** Every error of the catalogue under its code: where the `type` of a problem leads. */
export async function errorsPage({ voice }: Around): Promise<Page> {
  const words = apiWords(voice);
  const body = (
    <>
      <h1>{words.errorsTitle}</h1>
      <p className="lead">{words.errorsIntro}</p>
      <p>
        <a href={hrefOf(voice.language, { page: "api" })}>{words.back}</a>
      </p>
      <dl className="errors">
        {Object.entries(catalogue).map(([code, { status, message, mend }]) => (
          <div key={code} id={code}>
            <dt>
              <code>{code}</code>{" "}
              <small>
                {words.status} {status}
              </small>
            </dt>
            <dd>
              <p>{voice.say(message)}</p>
              <p>{voice.say(mend)}</p>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
  return { kind: "text api", title: words.errorsTitle, description: words.errorsIntro, body };
}
