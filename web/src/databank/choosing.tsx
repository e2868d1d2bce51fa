import type { IndicatorDetails } from "@peil/core/api.ts";
import type { TreeView } from "@peil/core/api-databank.ts";
import type { Tab } from "@peil/core/documents/workspace.ts";
import { explainError, type PeilError } from "@peil/core/errors.ts";
import { formatSelection } from "@peil/core/query/address.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import { lazy, type ReactElement, Suspense, useEffect, useMemo, useState } from "react";
import { readable } from "./answer.ts";
import { Dialog } from "./dialog.tsx";
import { questionOf } from "./question.ts";
import type { Site } from "./site.ts";
import type { Source } from "./source.ts";
import type { Action } from "./workspace.ts";

// The panel comes while the theme tree is fetched.
const loadPanel = () => import("./select/selection-panel.tsx").then((each) => ({ default: each.SelectionPanel }));
const SelectionPanel = lazy(loadPanel);

type Props = {
  readonly tab: Tab;
  readonly site: Site;
  readonly dispatch: (action: Action) => void;
  /** On a phone the panel is a sheet, which opens when it is asked. */
  readonly narrow: boolean;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
};

/** The question of a tab as a choice. Where it names members, it is read again once it is known which levels there are. */
function useSelection(text: string, source: Source): Selection | undefined {
  const [details, setDetails] = useState<readonly IndicatorDetails[]>([]);
  const first = useMemo(() => questionOf(text, []), [text]);
  const named = first !== undefined && (first.members.length > 0 || first.memberGroups !== undefined);
  const codes = named ? first.indicators.join(",") : "";
  useEffect(() => {
    if (codes === "") return undefined;
    let ended = false;
    source.details(codes.split(",")).then(
      (found) => ended || setDetails(found),
      () => undefined,
    );
    return () => {
      ended = true;
    };
  }, [codes, source]);
  return useMemo(() => (named ? questionOf(text, details) : first), [text, details, named, first]);
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
    loadPanel().catch(() => undefined);
    client.read("tree", {}).then(
      (found) => ended || setTree(found),
      (thrown: unknown) => ended || setError(readable(thrown)),
    );
    return () => {
      ended = true;
    };
  }, [client, round]);
  const selection = useSelection(tab.selection, source);
  const onChange = (next: Selection | undefined): void =>
    dispatch({ kind: "choose", id: tab.id, selection: next === undefined ? "" : formatSelection(next) });
  if (tree) {
    return (
      <Suspense fallback={<Coming />}>
        <SelectionPanel key={tab.id} tree={tree} selection={selection} onChange={onChange} source={source} voice={voice} />
      </Suspense>
    );
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
  return <Coming />;
}

/** The shape of the panel that comes. */
function Coming(): ReactElement {
  return (
    <div className="skeleton" aria-hidden="true">
      <span className="line" />
      <span className="line short" />
      <span className="block" />
    </div>
  );
}
