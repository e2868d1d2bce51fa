import type { SharedWorkspace } from "@peil/core/api-databank.ts";
import { tabLimit } from "@peil/core/documents/workspace.ts";
import { explainError, type PeilError } from "@peil/core/errors.ts";
import { lazy, type ReactElement, Suspense, useEffect, useReducer, useRef, useState } from "react";
import { hrefOf } from "../address.ts";
import { readable, useAnswer } from "./answer.ts";
import { Choosing } from "./choosing.tsx";
import { fileText, openFile, saveText } from "./files.ts";
import { fetchAhead } from "./interactive.ts";
import { useAddress, useKeeping, useRecent } from "./keeping.ts";
import { useNames } from "./names.ts";
import type { Opened } from "./opening.ts";
import { SharedBanner } from "./shared-banner.tsx";
import type { Site } from "./site.ts";
import { Start } from "./start.tsx";
import { findWorkspace, keepWorkspace, markDone, type Store, unreadText, wasDone } from "./storage.ts";
import { TabStrip } from "./tab-strip.tsx";
import { Toolbar } from "./toolbar.tsx";
import { Waiting } from "./waiting.tsx";
import { activeTab, blankTab, reduce, stateOf } from "./workspace.ts";

const ShareDialog = lazy(() => import("./share-dialog.tsx").then((each) => ({ default: each.ShareDialog })));
const KeysDialog = lazy(() => import("./keys-dialog.tsx").then((each) => ({ default: each.KeysDialog })));
// All drawings together weigh more than the rest: they come while the figures are fetched.
const Presenting = lazy(() => import("./presenting.tsx").then((each) => ({ default: each.Presenting })));
const Tour = lazy(() => import("./tour.tsx").then((each) => ({ default: each.Tour })));

type Props = {
  readonly site: Site;
  readonly opened: Opened;
  readonly store: Store;
  /** The shared workspace that is open, and its hash. */
  readonly shared?: { readonly hash: string; readonly view: SharedWorkspace } | undefined;
  readonly newId: () => string;
};

type Notice = { readonly text: string; readonly undo?: boolean };

function useNarrow(): boolean {
  const [query] = useState(() => matchMedia("(max-width: 899px)"));
  const [narrow, setNarrow] = useState(query.matches);
  useEffect(() => {
    const follow = (): void => setNarrow(query.matches);
    query.addEventListener("change", follow);
    return () => query.removeEventListener("change", follow);
  }, [query]);
  return narrow;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('textarea, [contenteditable], input:not([type="checkbox"], [type="range"], [type="radio"])') !== null;

/** Ctrl+Z, Ctrl+Y and `?`, wherever the reader is but in a field. */
function useKeys(acts: { readonly undo: () => void; readonly redo: () => void; readonly help: () => void }): void {
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || event.altKey || document.querySelector("dialog[open]")) return;
      const key = event.key.toLowerCase();
      const held = event.ctrlKey || event.metaKey;
      if (held && (key === "y" || (key === "z" && event.shiftKey))) latest.current.redo();
      else if (held && key === "z") latest.current.undo();
      else if (!held && key === "?") latest.current.help();
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}

/** The data bank: what stands open, what is chosen in it, and how it is shown. */
export function App({ site, opened, store, shared, newId }: Props): ReactElement {
  const { words, voice, client, source } = site;
  const [state, dispatch] = useReducer(reduce, opened.workspace, stateOf);
  const { workspace } = state;
  const tab = activeTab(workspace);
  const narrow = useNarrow();
  const [sheet, setSheet] = useState(false);
  const [dialog, setDialog] = useState<"share" | "keys">();
  const [tour, setTour] = useState(() => shared === undefined && tab?.selection === "" && !wasDone(store, "tour"));
  const [notice, setNotice] = useState<Notice>();
  const [error, setError] = useState<PeilError | undefined>(opened.wrong);
  const [unread, setUnread] = useState(opened.unread !== undefined);
  const names = useNames(workspace, source, voice);
  const nameOf = (id: string): string => {
    const each = workspace.tabs.find((one) => one.id === id);
    return each?.name || (each && names(each.selection)) || words.tabs.empty;
  };
  const { asking, again } = useAnswer(tab?.selection ?? "", client, source);
  const [shownNow, askedNow] = [tab?.show ?? "", tab?.selection ?? ""];
  useEffect(() => fetchAhead(shownNow, askedNow, source), [shownNow, askedNow, source]);
  const recent = useRecent(store, asking.state === "ready" ? tab : undefined, nameOf(tab?.id ?? ""));
  const kept = useKeeping(state, dispatch, store, shared?.hash ?? "");
  useAddress(workspace, tab === undefined || tab.selection === "" ? "" : nameOf(tab.id), shared === undefined);

  const tell = (text: string): void => setNotice({ text });
  const undo = (): void => {
    if (state.past.length === 0) return;
    dispatch({ kind: "undo" });
    tell(words.bar.undone);
  };
  const redo = (): void => {
    if (state.future.length === 0) return;
    dispatch({ kind: "redo" });
    tell(words.bar.redone);
  };
  useKeys({ undo, redo, help: () => setDialog("keys") });
  const add = (): void => {
    if (workspace.tabs.length >= tabLimit) tell(words.tabs.full(tabLimit));
    else dispatch({ kind: "open", tab: blankTab(newId()) });
  };
  const close = (id: string): void => {
    setNotice({ text: words.tabs.closed(nameOf(id)), undo: true });
    dispatch({ kind: "close", id });
  };
  const open = async (file: File): Promise<void> => {
    try {
      dispatch({ kind: "replace", workspace: await openFile(file) });
      setError(undefined);
      tell(words.file.opened(file.name));
    } catch (thrown) {
      setError(readable(thrown));
    }
  };
  const take = (): void => {
    const own = findWorkspace(store).workspace;
    const more = workspace.tabs.map((each) => ({ ...each, id: newId() }));
    const tabs = [...(own?.tabs ?? []), ...more].slice(0, tabLimit);
    keepWorkspace(store, { ...workspace, tabs, active: more[0]?.id ?? "" });
    location.href = hrefOf(voice.language, { page: "databank", query: "" });
  };
  const endTour = (): void => {
    markDone(store, "tour");
    setTour(false);
  };
  const save = (): void => {
    saveText(`${words.file.name}.peil.json`, fileText(workspace));
    tell(words.file.saved);
  };
  const told = error && explainError(error, voice.language);
  return (
    <>
      <div className="bank-head">
        <h1>{words.title}</h1>
        <Toolbar
          words={words}
          canUndo={state.past.length > 0}
          canRedo={state.future.length > 0}
          empty={workspace.tabs.every((each) => each.selection === "")}
          onUndo={undo}
          onRedo={redo}
          onOpen={(file) => void open(file)}
          onSave={save}
          onShare={() => setDialog("share")}
          onKeys={() => setDialog("keys")}
          onTour={() => setTour(true)}
          manual={hrefOf(voice.language, { page: "manual", chapter: "04" })}
        />
      </div>
      {shared && <SharedBanner shared={shared.view} workspace={workspace} site={site} dispatch={dispatch} onTake={take} />}
      {told && (
        <Banner dismiss={words.kept.dismiss} onDismiss={() => setError(undefined)}>
          <strong>{told.message}</strong> {told.mend}
        </Banner>
      )}
      {unread && (
        <Banner dismiss={words.kept.dismiss} onDismiss={() => setUnread(false)}>
          {words.kept.unread}{" "}
          <button type="button" className="quiet-button" onClick={() => saveText(`${words.file.name}.json`, unreadText(store) ?? "")}>
            {words.kept.save}
          </button>
        </Banner>
      )}
      {!kept && <p className="bank-banner">{words.kept.refused}</p>}
      {tour && (
        <Suspense>
          <Tour words={words} onDone={endTour} />
        </Suspense>
      )}
      <TabStrip
        workspace={workspace}
        words={words}
        nameOf={nameOf}
        newId={newId}
        dispatch={dispatch}
        onAdd={add}
        onClose={close}
        say={tell}
      />
      {tab === undefined ? (
        <div className="bank-message">
          <h2>{words.none.title}</h2>
          <p>{words.none.text}</p>
          <button type="button" onClick={add}>
            {words.none.add}
          </button>
        </div>
      ) : (
        <div className="bank-panel" role="tabpanel" id="bank-panel" aria-labelledby={`tab-${tab.id}`}>
          <Choosing tab={tab} site={site} dispatch={dispatch} narrow={narrow} open={sheet} onOpen={setSheet} />
          <section className="bank-show" aria-label={words.show.label}>
            <h2>{tab.selection === "" ? words.start.title : nameOf(tab.id)}</h2>
            {tab.selection === "" ? (
              <Start
                site={site}
                narrow={narrow}
                recent={recent}
                onChoose={() => setSheet(true)}
                onTour={() => setTour(true)}
                onAsk={(selection, show) => {
                  dispatch({ kind: "choose", id: tab.id, selection });
                  dispatch({ kind: "show", id: tab.id, show });
                }}
              />
            ) : (
              <Suspense fallback={<Waiting what={names(tab.selection) ?? ""} words={words} over={false} />}>
                <Presenting
                  key={tab.id}
                  tab={tab}
                  name={names(tab.selection) ?? ""}
                  asking={asking}
                  again={again}
                  site={site}
                  dispatch={dispatch}
                  canUndo={state.past.length > 0}
                  onShare={() => setDialog("share")}
                />
              </Suspense>
            )}
          </section>
        </div>
      )}
      <Notices notice={notice} site={site} onUndo={undo} onDismiss={() => setNotice(undefined)} />
      <Suspense>
        {dialog === "share" && <ShareDialog workspace={workspace} site={site} onClose={() => setDialog(undefined)} />}
        {dialog === "keys" && <KeysDialog words={words} onClose={() => setDialog(undefined)} />}
      </Suspense>
    </>
  );
}

type BannerProps = { readonly children: React.ReactNode; readonly dismiss: string; readonly onDismiss: () => void };

function Banner({ children, dismiss, onDismiss }: BannerProps): ReactElement {
  return (
    <div className="bank-banner" role="alert">
      <p>{children}</p>
      <button type="button" className="quiet-button" aria-label={dismiss} onClick={onDismiss}>
        ×
      </button>
    </div>
  );
}

type NoticesProps = {
  readonly notice: Notice | undefined;
  readonly site: Site;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
};

/** What just happened; it stays until something else does or the reader closes it. */
function Notices({ notice, site: { words }, onUndo, onDismiss }: NoticesProps): ReactElement {
  return (
    <div className="bank-notice" data-shown={notice !== undefined}>
      <p role="status">{notice?.text}</p>
      {notice?.undo && (
        <button type="button" className="quiet-button" onClick={onUndo}>
          {words.bar.undo}
        </button>
      )}
      {notice && (
        <button type="button" className="quiet-button" aria-label={words.kept.dismiss} onClick={onDismiss}>
          ×
        </button>
      )}
    </div>
  );
}
