import type { SharedWorkspace } from "@peil/core/api-databank.ts";
import type { Workspace } from "@peil/core/documents/workspace.ts";
import type { ReactElement } from "react";
import { askedOf, isOf } from "./opening.ts";
import type { Site } from "./site.ts";
import type { Action } from "./workspace.ts";

type Props = {
  readonly shared: SharedWorkspace;
  readonly workspace: Workspace;
  readonly site: Site;
  readonly dispatch: (action: Action) => void;
  readonly onTake: () => void;
};

/** Above a shared workspace: with which figures it is shown, and the way to one's own tabs. */
export function SharedBanner({ shared, workspace, site, dispatch, onTake }: Props): ReactElement {
  const { words, voice, release: current, dayOf } = site;
  const { release } = shared;
  const then = release !== undefined && isOf(workspace, release);
  const day = release === undefined ? undefined : dayOf(release);
  return (
    <section className="bank-shared" aria-label={words.shared.title}>
      <p>
        <strong>{words.shared.title}.</strong>{" "}
        {release === undefined ? words.shared.gone : words.shared.from(day === undefined ? release.slice(0, 8) : voice.day(day))}{" "}
        {release === current && words.shared.same}
      </p>
      {release !== undefined && release !== current && (
        // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of fields.
        <div className="pair" role="group" aria-label={words.shared.label}>
          <button
            type="button"
            className="form-button"
            aria-pressed={then}
            onClick={() => dispatch({ kind: "replace", workspace: askedOf(workspace, release) })}
          >
            {words.shared.asThen}
          </button>
          <button
            type="button"
            className="form-button"
            aria-pressed={!then}
            onClick={() => dispatch({ kind: "replace", workspace: askedOf(workspace, undefined) })}
          >
            {words.shared.newest}
          </button>
        </div>
      )}
      <button type="button" className="quiet-button" onClick={onTake}>
        {words.shared.take}
      </button>
    </section>
  );
}
