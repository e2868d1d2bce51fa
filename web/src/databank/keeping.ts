import type { Tab, Workspace } from "@peil/core/documents/workspace.ts";
import { type RefObject, useEffect, useRef, useState } from "react";
import { writeTab } from "./deep-link.ts";
import { keepWorkspace, type Recent, recentIn, rememberRecent, type Store, tabsOfOthers } from "./storage.ts";
import { type Action, activeTab, reduce, type State } from "./workspace.ts";

/** How long after the last change it is written down, in milliseconds. */
const settle = 250;
/** An address longer than this is not passed on by every program. */
const longest = 6000;

/** Calls `work` a moment after the last change, and at once when the reader leaves. */
function useSettled(work: () => void, changes: readonly unknown[]): void {
  const latest: RefObject<() => void> = useRef(work);
  latest.current = work;
  useEffect(() => {
    const timer = setTimeout(() => latest.current(), settle);
    return () => clearTimeout(timer);
    // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names what changes.
  }, changes);
  useEffect(() => {
    const leave = (): void => latest.current();
    addEventListener("pagehide", leave);
    return () => removeEventListener("pagehide", leave);
  }, []);
}

/**
 * Keeps the workspace in this browser after every change; tabs that another window opened meanwhile are taken in first.
 * @returns whether the browser keeps anything
 */
export function useKeeping(state: State, dispatch: (action: Action) => void, store: Store, hash: string): boolean {
  const known = useRef(new Set<string>());
  const [kept, setKept] = useState(true);
  for (const each of state.workspace.tabs) known.current.add(each.id);
  useSettled(() => {
    const tabs = hash === "" ? tabsOfOthers(store, known.current) : [];
    const action: Action = { kind: "adopt", tabs };
    setKept(keepWorkspace(store, reduce(state, action).workspace, hash));
    if (tabs.length > 0) dispatch(action);
  }, [state.workspace]);
  return kept;
}

/** What was looked at last, newest first; what is shown now is remembered. */
export function useRecent(store: Store, tab: Tab | undefined, name: string): readonly Recent[] {
  const [recent, setRecent] = useState<readonly Recent[]>(() => recentIn(store));
  const { selection = "", show = "" } = tab ?? {};
  useEffect(() => {
    if (selection !== "" && name !== "") setRecent(rememberRecent(store, { selection, show, name }));
  }, [store, selection, show, name]);
  return recent;
}

/** The address and the title of the page follow the tab in front. */
export function useAddress(workspace: Workspace, name: string, follows: boolean): void {
  const title = useRef(document.title);
  const tab = activeTab(workspace);
  const query = tab === undefined ? "" : writeTab(tab);
  useSettled(() => {
    document.title = name === "" ? title.current : `${name} – ${title.current}`;
    if (!follows) return;
    const tail = query === "" || query.length > longest ? "" : `?${query}`;
    if (location.search !== tail) history.replaceState(null, "", `${location.pathname}${tail}`);
    const twin = document.querySelector<HTMLAnchorElement>(".top nav a[hreflang]");
    if (twin) twin.search = tail;
  }, [query, name, follows]);
}
