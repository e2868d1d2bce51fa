import type { Cube } from "@peil/core/model/cube.ts";
import type { ReactElement } from "react";
import { hrefOf } from "../address.ts";
import { Say } from "../presentations/parts.tsx";
import type { DatabankWords } from "../text/databank.ts";
import type { Voice } from "../text/voice.ts";

type Props = { readonly cube: Cube; readonly voice: Voice; readonly words: DatabankWords; readonly at: string | undefined };

/** Everything that must be said with the figures, each thing once: notes, sources, release. */
export function Notes({ cube, voice, words, at }: Props): ReactElement {
  const said = [...new Map(cube.notes.map((each) => [voice.say(each.text), each])).values()];
  return (
    <footer className="bank-notes">
      {said.length > 0 && (
        <ul>
          {said.map((each) => (
            <li key={voice.say(each.text)}>
              <Say text={each.text} voice={voice} />
            </li>
          ))}
        </ul>
      )}
      <p className="credit">
        {cube.sources.length > 0 && `${words.notes.source}: `}
        {cube.sources.map((each, index) => (
          <span key={each.code}>
            {index > 0 && "; "}
            {each.url === undefined ? <Say text={each.name} voice={voice} /> : <a href={each.url}>{voice.say(each.name)}</a>}
            {each.licence !== undefined && ` (${words.notes.licence}: ${each.licence})`}
          </span>
        ))}
        {cube.sources.length > 0 && " · "}
        {`${words.notes.release} `}
        <a href={hrefOf(voice.language, { page: "releases" })}>{at === undefined ? cube.release.slice(0, 8) : voice.day(at)}</a>
      </p>
    </footer>
  );
}
