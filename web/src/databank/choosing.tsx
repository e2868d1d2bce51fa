import type { Tab, TreeView } from "@peil/core/api-databank.ts";
import { explainError, PeilError } from "@peil/core/errors.ts";
import { formatSelection, parseSelection } from "@peil/core/query/address.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import { type ReactElement, useEffect, useMemo, useState } from "react";
import { readable } from "./answer.ts";
import { Dialog } from "./dialog.tsx";
import type { Site } from "./site.ts";
import { SelectionPanel } from "./stand-in.tsx";
import type { Action } from "./workspace.ts";

type Props = {
  readonly tab: Tab;
  readonly site: Site;
  readonly dispatch: (action: Action) => void;
  /** On a phone the panel is a sheet, which opens when it is asked. */
  readonly narrow: boolean;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
};

function selectionOf(text: string): Selection | undefined {
  try {
    return text === "" ? undefined : parseSelection(text);
  } catch (error) {
    if (error instanceof PeilError) return undefined;
    throw error;
  }
}

/** The choice of a tab: beside its figures, on a phone in a sheet. */
export function Choosing({ tab, site, dispatch, narrow, open, onOpen }: Props): ReactElement | null {
  const { words } = site;
  const panel = <Panel tab={tab} site={site} dispatch={dispatch} />;
  if (!narrow) {
    return (
      <aside className="bank-choose" aria-label={words.choose.label} data-tour-of="1">
        {panel}
      </aside>
    );
  }
  return (
    <div className="bank-choose-row" data-tour-of="1">
      <button type="button" className="quiet-button" aria-haspopup="dialog" onClick={() => onOpen(true)}>
        {words.choose.open}
      </button>
      {open && (
        <Dialog kind="sheet" title={words.choose.label} close={words.choose.done} onClose={() => onOpen(false)}>
          {panel}
        </Dialog>
      )}
    </div>
  );
}

function Panel({ tab, site, dispatch }: Pick<Props, "tab" | "site" | "dispatch">): ReactElement {
  const { source, voice, words, client } = site;
  const [tree, setTree] = useState<TreeView>();
  const [error, setError] = useState<PeilError>();
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again.
  useEffect(() => {
    let ended = false;
    setError(undefined);
    client.read("tree", {}).then(
      (found) => ended || setTree(found),
      (thrown: unknown) => ended || setError(readable(thrown)),
    );
    return () => {
      ended = true;
    };
  }, [client, round]);
  const selection = useMemo(() => selectionOf(tab.selection), [tab.selection]);
  const onChange = (next: Selection | undefined): void =>
    dispatch({ kind: "choose", id: tab.id, selection: next === undefined ? "" : formatSelection(next) });
  if (tree || error?.code === "not-found") {
    const given = tree ?? ({} as TreeView);
    return <SelectionPanel key={tab.id} tree={given} selection={selection} onChange={onChange} source={source} voice={voice} />;
  }
  if (error) {
    const { message, mend } = explainError(error, voice.language);
    return (
      <div className="bank-message" role="alert">
        <p>
          {message} {mend}
        </p>
        <button type="button" onClick={() => setRound(round + 1)}>
          {words.failed.retry}
        </button>
      </div>
    );
  }
  return (
    <div className="skeleton" aria-hidden="true">
      <span className="line" />
      <span className="line short" />
      <span className="block" />
    </div>
  );
}
