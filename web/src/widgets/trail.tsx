import type { Text } from "@peil/core/model/text.ts";
import type { ReactElement } from "react";
import { hrefOf } from "../address.ts";
import { Say } from "../presentations/parts.tsx";
import type { Voice } from "../text/voice.ts";

/** The way from the first page to here. */
export function Trail(props: {
  readonly voice: Voice;
  readonly steps: readonly { readonly name: Text; readonly href?: string }[];
}): ReactElement {
  const { voice, steps } = props;
  return (
    <nav className="trail" aria-label={voice.m.menu.trail}>
      <ol>
        <li>
          <a href={hrefOf(voice.language, { page: "home" })}>{voice.m.menu.home}</a>
        </li>
        {steps.map((each) => (
          <li key={each.name.nl}>
            {each.href ? (
              <a href={each.href}>
                <Say text={each.name} voice={voice} />
              </a>
            ) : (
              <Say text={each.name} voice={voice} />
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
