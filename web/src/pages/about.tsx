import { type Status, signs } from "@peil/core/model/status.ts";
import type { ReactElement } from "react";
import { hrefOf } from "../address.ts";
import type { Around, Page } from "../page.ts";
import { helpWords } from "../text/help.ts";

/** The states that have a sign, each once. */
const shown: readonly Status[] = [1, 7, 3, 4, 6];

function Signs({ voice }: Pick<Around, "voice">): ReactElement {
  const { m } = voice;
  return (
    <table className="signtable">
      <thead>
        <tr>
          <th scope="col">{m.about.sign}</th>
          <th scope="col">{m.about.meaning}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((each) => (
          <tr key={each}>
            <th scope="row">{signs[each]}</th>
            <td>
              {[each, each === 7 ? 2 : each === 4 ? 5 : each]
                .filter((one, i, all) => all.indexOf(one) === i)
                .map((one) => m.table.sign[String(one)])
                .join("; ")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where everything is told at length. */
function More({ voice }: Pick<Around, "voice">): ReactElement {
  const [before, manual, between, glossary, after] = helpWords(voice).moreText;
  return (
    <p>
      {before}
      <a href={hrefOf(voice.language, { page: "manual", chapter: "" })}>{manual}</a>
      {between}
      <a href={hrefOf(voice.language, { page: "glossary" })}>{glossary}</a>
      {after}
    </p>
  );
}

function view({ voice, frame }: Around): ReactElement {
  const { about } = voice.m;
  return (
    <>
      <h1>{about.title}</h1>
      <p className="lead">{about.intro}</p>
      <More voice={voice} />
      <h2>{about.signsTitle}</h2>
      <p>{about.signs}</p>
      <Signs voice={voice} />
      <h2>{about.periodsTitle}</h2>
      <p>{about.periods}</p>
      <h2>{about.vintagesTitle}</h2>
      <p>{about.vintages}</p>
      <h2>{about.compareTitle}</h2>
      <p>{about.compare}</p>
      <h2>{about.rankTitle}</h2>
      <p>{about.rank}</p>
      <h2>{voice.m.methods.title}</h2>
      <p>
        {voice.m.methods.intro} <a href={hrefOf(voice.language, { page: "methods" })}>{voice.m.methods.all}</a>.
      </p>
      <h2>{about.reuseTitle}</h2>
      <p>{about.reuse}</p>
      <h2 id="access">{about.accessTitle}</h2>
      <p>{about.access}</p>
      {frame.site.mailbox && (
        <>
          <h2>{about.contactTitle}</h2>
          <p>
            {about.contact} <a href={`mailto:${frame.site.mailbox}`}>{frame.site.mailbox}</a>.
          </p>
        </>
      )}
    </>
  );
}

/** How to read and use the figures. */
export async function aboutPage(around: Around): Promise<Page> {
  const { about } = around.voice.m;
  return { kind: "text", title: about.title, description: about.intro, body: view(around) };
}
