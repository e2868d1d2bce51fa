import type { Frame } from "@peil/core/api.ts";
import type { ReactElement } from "react";
import { toolWords } from "../text/figure-tools.ts";
import type { Voice } from "../text/voice.ts";

/** A whole address; where the site's own is not known, a script fills it in before the paths that `data-spell` names. */
export function whole(frame: Frame, path: string): string {
  return (frame.site.origin ?? "") + path;
}

/** The attribute that names paths to which a script gives the site's own address. */
export function spellOf(frame: Frame, path: string): { readonly "data-spell"?: string } {
  return frame.site.origin === undefined ? { "data-spell": path } : {};
}

/** A button that copies the text of an element. */
export function Copy({ of, what, voice }: { readonly of: string; readonly what: string; readonly voice: Voice }): ReactElement {
  const words = toolWords(voice);
  return (
    <button type="button" className="copy scripted-only" data-copy={of} data-copied={words.copied} aria-label={words.copyOf(what)}>
      {words.copy}
    </button>
  );
}

/** A text to be copied: it can be selected and scrolled, and copied with a button. */
export function Snippet(props: {
  readonly id: string;
  readonly what: string;
  readonly text: string;
  readonly path: string;
  readonly frame: Frame;
  readonly voice: Voice;
}): ReactElement {
  return (
    <div className="snippet">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section tabIndex={0} aria-label={props.what}>
        <pre id={props.id} {...spellOf(props.frame, props.path)}>
          <code>{props.text}</code>
        </pre>
      </section>
      <Copy of={props.id} what={props.what} voice={props.voice} />
    </div>
  );
}
