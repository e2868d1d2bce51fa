import type { Tab, Workspace } from "@peil/core/documents/workspace.ts";
import { formatWorkspace, parseWorkspace } from "@peil/core/documents/workspace.ts";
import { PeilError } from "@peil/core/errors.ts";

/** The part of `localStorage` that is used; it may refuse, and may hold anything. */
export type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const own = "peil.databank";
const sharedList = "peil.databank.shared";
const setAside = "peil.databank.unread";
/** Shared workspaces of which changes are kept. */
const mostShared = 6;

/** What was found: nothing, a workspace, or something that cannot be read and was set aside. */
export type Found = { readonly workspace?: Workspace; readonly unread?: PeilError };

function keyOf(hash: string): string {
  return hash === "" ? own : `${own}.${hash}`;
}

function textIn(store: Store, key: string): string | null {
  try {
    return store.getItem(key);
  } catch {
    return null;
  }
}

/**
 * The workspace as this browser kept it. What cannot be read is set aside, not thrown away.
 * @param hash of a shared workspace; empty: the reader's own
 */
export function findWorkspace(store: Store, hash = ""): Found {
  const text = textIn(store, keyOf(hash));
  if (text === null) return {};
  try {
    return { workspace: parseWorkspace(text) };
  } catch (error) {
    if (!(error instanceof PeilError)) throw error;
    try {
      store.setItem(setAside, text);
    } catch {
      // Where nothing can be written, nothing is overwritten either.
    }
    return { unread: error };
  }
}

/** What was set aside, for who wants to save it. */
export function unreadText(store: Store): string | undefined {
  return textIn(store, setAside) ?? undefined;
}

function rememberShared(store: Store, hash: string): void {
  const list = (textIn(store, sharedList) ?? "").split(" ").filter((each) => each !== "" && each !== hash);
  for (const old of list.slice(mostShared - 1)) store.removeItem(keyOf(old));
  store.setItem(sharedList, [hash, ...list.slice(0, mostShared - 1)].join(" "));
}

/** Keeps the workspace in this browser. @returns false where the browser refuses */
export function keepWorkspace(store: Store, workspace: Workspace, hash = ""): boolean {
  try {
    if (hash !== "") rememberShared(store, hash);
    store.setItem(keyOf(hash), formatWorkspace(workspace));
    return true;
  } catch {
    return false;
  }
}

/** Tabs that another window of this browser opened since: in what is kept, and never known here. */
export function tabsOfOthers(store: Store, known: ReadonlySet<string>): readonly Tab[] {
  const text = textIn(store, own);
  if (text === null) return [];
  try {
    return parseWorkspace(text).tabs.filter((each) => !known.has(each.id));
  } catch {
    return [];
  }
}

/** A question that was looked at, in the form and by the name that it had. */
export type Recent = { readonly selection: string; readonly show: string; readonly name: string };

const recentKey = "peil.databank.recent";
/** Questions that are remembered. */
const mostRecent = 6;

function isRecent(value: unknown): value is Recent {
  if (typeof value !== "object" || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  return ["selection", "show", "name"].every((key) => typeof fields[key] === "string");
}

/** What was looked at last in this browser, newest first. */
export function recentIn(store: Store): readonly Recent[] {
  try {
    const list: unknown = JSON.parse(textIn(store, recentKey) ?? "[]");
    return Array.isArray(list) ? list.filter(isRecent).slice(0, mostRecent) : [];
  } catch {
    return [];
  }
}

/** Remembers a question before the others; the same one of before goes. @returns what is remembered now */
export function rememberRecent(store: Store, one: Recent): readonly Recent[] {
  const next = [one, ...recentIn(store).filter((each) => each.selection !== one.selection)].slice(0, mostRecent);
  try {
    store.setItem(recentKey, JSON.stringify(next));
  } catch {
    // A browser that keeps nothing remembers it for as long as the page stands.
  }
  return next;
}

/** Whether something was done once in this browser. */
export function wasDone(store: Store, what: string): boolean {
  return textIn(store, `peil.${what}`) === "done";
}

/** Remembers that something was done. */
export function markDone(store: Store, what: string): void {
  try {
    store.setItem(`peil.${what}`, "done");
  } catch {
    // It is asked again next time.
  }
}
