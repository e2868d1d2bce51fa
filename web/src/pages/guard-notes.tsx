import type { PresentationCode } from "@peil/core/guards/choices.ts";
import type { ReactElement } from "react";
import type { Show } from "../address.ts";
import { cautionsOf, judged } from "../presentations/judged.ts";
import { Say } from "../presentations/parts.tsx";
import type { Subject } from "../presentations/presentation.ts";
import type { Voice } from "../text/voice.ts";

/** What core calls the ways of this site. */
const codes: Readonly<Record<Show | "histogram", PresentationCode>> = {
  line: "line",
  bar: "bar",
  map: "map-classes",
  table: "table",
  histogram: "histogram",
};

/** What must be said with a drawing. */
export function Cautions(props: {
  readonly subject: Subject;
  readonly code: keyof typeof codes;
  readonly voice: Voice;
}): ReactElement | null {
  const found = cautionsOf(props.subject, codes[props.code]);
  if (found.length === 0) return null;
  return (
    <div className="cautions">
      {found.map((each) => (
        <p key={each.reason}>
          <Say text={each.text} voice={props.voice} />
        </p>
      ))}
    </div>
  );
}

/** A way that is not offered, with the figures that it would show. */
export type NotOffered = { readonly show: Show; readonly subject: Subject };

/** Why some ways of showing are not offered; nothing where core has nothing against them. */
export function Refused({ ways, voice }: { readonly ways: readonly NotOffered[]; readonly voice: Voice }): ReactElement | null {
  const found = ways.flatMap(({ show, subject }) => {
    const { verdict, text } = judged(subject, codes[show]);
    return verdict === "no" && text !== undefined ? [{ show, text }] : [];
  });
  if (found.length === 0) return null;
  return (
    <details className="refused">
      <summary>{voice.m.show.refused}</summary>
      <dl>
        {found.map(({ show, text }) => (
          <div key={show}>
            <dt>{voice.m.show[show]}</dt>
            <dd>
              <Say text={text} voice={voice} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
