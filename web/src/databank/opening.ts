import type { SharedWorkspace } from "@peil/core/api-databank.ts";
import type { Tab, Workspace } from "@peil/core/documents/workspace.ts";
import { emptyWorkspace, tabLimit } from "@peil/core/documents/workspace.ts";
import { PeilError } from "@peil/core/errors.ts";
import { formatSelection, parseSelection } from "@peil/core/query/address.ts";
import { readQuery, showsSame } from "./deep-link.ts";
import { findWorkspace, type Store } from "./storage.ts";
import { activeTab, blankTab } from "./workspace.ts";

/** A workspace as the page opens it, and what went wrong on the way. */
export type Opened = {
  readonly workspace: Workspace;
  /** What the browser kept could not be read; it was set aside. */
  readonly unread?: PeilError;
  /** What the address asks could not be read. */
  readonly wrong?: PeilError;
};

/** A workspace with one more tab in front; where the same stands open already, that comes to the front. */
export function withTab(workspace: Workspace, tab: Tab): Workspace {
  const front = activeTab(workspace);
  const same = front && showsSame(front, tab) ? front : workspace.tabs.find((each) => showsSame(each, tab));
  if (same) return { ...workspace, active: same.id };
  if (front?.selection === "") {
    const tabs = workspace.tabs.map((each) => (each.id === front.id ? { ...tab, id: each.id } : each));
    return { ...workspace, tabs };
  }
  // A link is always shown: where there is no room, it takes the place of the tab in front.
  if (workspace.tabs.length >= tabLimit) {
    const tabs = workspace.tabs.map((each) => (each.id === front?.id ? tab : each));
    return { ...workspace, tabs, active: tab.id };
  }
  return { ...workspace, tabs: [...workspace.tabs, tab], active: tab.id };
}

/** The reader's own workspace as the browser kept it, with what the address asks in front. */
export function openOwn(store: Store, query: string, newId: () => string): Opened {
  const { workspace: found, unread } = findWorkspace(store);
  const { tab, wrong } = readQuery(query, newId());
  const base = found ?? { ...emptyWorkspace };
  const started = base.tabs.length === 0 && tab === undefined && found === undefined ? withTab(base, blankTab(newId())) : base;
  return {
    workspace: tab === undefined ? started : withTab(started, tab),
    ...(unread === undefined ? {} : { unread }),
    ...(wrong === undefined ? {} : { wrong }),
  };
}

function released(tab: Tab, release: string | undefined): Tab {
  if (tab.selection === "") return tab;
  try {
    const { release: _, ...rest } = parseSelection(tab.selection);
    return { ...tab, selection: formatSelection(release === undefined ? rest : { ...rest, release }) };
  } catch (error) {
    if (error instanceof PeilError) return tab;
    throw error;
  }
}

/** The same questions to a named release, or to the newest. */
export function askedOf(workspace: Workspace, release: string | undefined): Workspace {
  return { ...workspace, tabs: workspace.tabs.map((each) => released(each, release)) };
}

/** Whether every question is one to this release. */
export function isOf(workspace: Workspace, release: string): boolean {
  const asked = workspace.tabs.filter((each) => each.selection !== "");
  return asked.length > 0 && asked.every((each) => new URLSearchParams(each.selection).get("release") === release);
}

/** A shared workspace: as this browser kept it after changes, else as it was shared, with the figures of then where they are still kept. */
export function openShared(store: Store, hash: string, shared: SharedWorkspace, current: string): Opened {
  const { workspace } = findWorkspace(store, hash);
  if (workspace) return { workspace };
  const { release } = shared;
  return { workspace: release === undefined || release === current ? shared.workspace : askedOf(shared.workspace, release) };
}
