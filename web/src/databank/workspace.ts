import type { Tab, Workspace } from "@peil/core/documents/workspace.ts";
import { emptyWorkspace, nameLimit, tabLimit } from "@peil/core/documents/workspace.ts";

/** What stands open, and what can be taken back. */
export type State = {
  readonly workspace: Workspace;
  readonly past: readonly Workspace[];
  readonly future: readonly Workspace[];
  /** What the last change was about: changes of one thing in a row are taken back as one. */
  readonly last: string;
};

/** Everything that can happen to a workspace. New ids come with the action: the reducer knows no chance. */
export type Action =
  | { readonly kind: "open"; readonly tab: Tab }
  | { readonly kind: "close" | "activate"; readonly id: string }
  | { readonly kind: "duplicate"; readonly id: string; readonly as: string; readonly name: string }
  | { readonly kind: "rename"; readonly id: string; readonly name: string }
  /** `to` is the position that it gets. */
  | { readonly kind: "move"; readonly id: string; readonly to: number }
  | { readonly kind: "choose"; readonly id: string; readonly selection: string }
  | { readonly kind: "show"; readonly id: string; readonly show: string }
  /** An empty value takes the setting away. */
  | { readonly kind: "set"; readonly id: string; readonly code: string; readonly value: string }
  /** Several settings at once: what is not among them is taken away. */
  | { readonly kind: "settings"; readonly id: string; readonly settings: Tab["settings"] }
  | { readonly kind: "replace"; readonly workspace: Workspace }
  /** Tabs that came from elsewhere: no choice of the reader here, so nothing to take back. */
  | { readonly kind: "adopt"; readonly tabs: readonly Tab[] }
  | { readonly kind: "undo" }
  | { readonly kind: "redo" };

/** Choices that can be taken back. */
const remembered = 100;

/** Form of a tab for which the reader chose none yet: the first that suits. */
export const anyForm = "auto";

/** A tab in which nothing was chosen. */
export function blankTab(id: string): Tab {
  return { id, name: "", selection: "", show: anyForm, settings: {} };
}

/** A workspace as it was found, with nothing to take back. */
export function stateOf(workspace: Workspace = emptyWorkspace): State {
  return { workspace, past: [], future: [], last: "" };
}

/** The tab in front; undefined where nothing stands open. */
export function activeTab({ tabs, active }: Workspace): Tab | undefined {
  return tabs.find((each) => each.id === active);
}

function changed(workspace: Workspace, id: string, change: Partial<Tab>): Workspace {
  return { ...workspace, tabs: workspace.tabs.map((each) => (each.id === id ? { ...each, ...change } : each)) };
}

function inserted(workspace: Workspace, tab: Tab, at: number): Workspace {
  if (workspace.tabs.length >= tabLimit || workspace.tabs.some((each) => each.id === tab.id)) return workspace;
  return { ...workspace, tabs: workspace.tabs.toSpliced(at, 0, tab), active: tab.id };
}

function closed(workspace: Workspace, id: string): Workspace {
  const at = workspace.tabs.findIndex((each) => each.id === id);
  if (at < 0) return workspace;
  const tabs = workspace.tabs.toSpliced(at, 1);
  const active = workspace.active === id ? ((tabs[at] ?? tabs.at(-1))?.id ?? "") : workspace.active;
  return { ...workspace, tabs, active };
}

function moved(workspace: Workspace, id: string, to: number): Workspace {
  const from = workspace.tabs.findIndex((each) => each.id === id);
  const tab = workspace.tabs[from];
  const place = Math.min(Math.max(0, to), workspace.tabs.length - 1);
  if (tab === undefined || place === from) return workspace;
  return { ...workspace, tabs: workspace.tabs.toSpliced(from, 1).toSpliced(place, 0, tab) };
}

function duplicated(workspace: Workspace, id: string, as: string, name: string): Workspace {
  const at = workspace.tabs.findIndex((each) => each.id === id);
  const tab = workspace.tabs[at];
  return tab === undefined ? workspace : inserted(workspace, { ...tab, id: as, name: name.slice(0, nameLimit) }, at + 1);
}

function settingOf(workspace: Workspace, id: string, code: string, value: string): Workspace {
  const tab = workspace.tabs.find((each) => each.id === id);
  if (tab === undefined || (tab.settings[code] ?? "") === value) return workspace;
  const { [code]: _, ...others } = tab.settings;
  return changed(workspace, id, { settings: value === "" ? others : { ...others, [code]: value } });
}

function chosen(workspace: Workspace, id: string, change: Partial<Tab>): Workspace {
  const tab = workspace.tabs.find((each) => each.id === id);
  const same = tab === undefined || Object.entries(change).every(([key, value]) => tab[key as keyof Tab] === value);
  return same ? workspace : changed(workspace, id, change);
}

type Change = Exclude<Action, { readonly kind: "undo" } | { readonly kind: "redo" } | { readonly kind: "adopt" }>;

function applied(workspace: Workspace, action: Change): Workspace {
  switch (action.kind) {
    case "open": {
      const at = workspace.tabs.findIndex((each) => each.id === workspace.active);
      return inserted(workspace, action.tab, at < 0 ? workspace.tabs.length : at + 1);
    }
    case "close":
      return closed(workspace, action.id);
    case "duplicate":
      return duplicated(workspace, action.id, action.as, action.name);
    case "rename":
      return chosen(workspace, action.id, { name: action.name.trim().slice(0, nameLimit) });
    case "move":
      return moved(workspace, action.id, action.to);
    case "choose":
      return chosen(workspace, action.id, { selection: action.selection });
    case "show":
      return chosen(workspace, action.id, { show: action.show });
    case "set":
      return settingOf(workspace, action.id, action.code, action.value);
    case "settings":
      return changed(workspace, action.id, {
        settings: Object.fromEntries(Object.entries(action.settings).filter(([, value]) => value !== "")),
      });
    case "replace":
      return action.workspace;
    case "activate":
      return workspace.tabs.some((each) => each.id === action.id) ? { ...workspace, active: action.id } : workspace;
  }
}

/** Changes that follow each other about the same thing are one choice: letters of a name, positions of a slider. */
function subjectOfChange(action: Change): string {
  if (action.kind === "set") return `set ${action.id} ${action.code}`;
  return action.kind === "rename" || action.kind === "move" ? `${action.kind} ${action.id}` : "";
}

/** The tab that differs stands in front after taking back; else the one that stood there. */
function inFront(to: Workspace, from: Workspace): Workspace {
  const other = to.tabs.find((each) => !from.tabs.includes(each));
  const active = other?.id ?? (to.tabs.some((each) => each.id === from.active) ? from.active : to.active);
  return { ...to, active };
}

function undone({ workspace, past, future }: State): State {
  const to = past.at(-1);
  if (to === undefined) return { workspace, past, future, last: "" };
  return { workspace: inFront(to, workspace), past: past.slice(0, -1), future: [workspace, ...future], last: "" };
}

function redone({ workspace, past, future }: State): State {
  const [to, ...rest] = future;
  if (to === undefined) return { workspace, past, future, last: "" };
  return { workspace: inFront(to, workspace), past: [...past, workspace], future: rest, last: "" };
}

function adopted(state: State, tabs: readonly Tab[]): State {
  const known = new Set(state.workspace.tabs.map((each) => each.id));
  const room = tabLimit - state.workspace.tabs.length;
  const more = tabs.filter((each) => !known.has(each.id)).slice(0, Math.max(0, room));
  if (more.length === 0) return state;
  const all = [...state.workspace.tabs, ...more];
  return { ...state, workspace: { ...state.workspace, tabs: all, active: state.workspace.active || (all[0]?.id ?? "") } };
}

/** The workspace after something happened. Pure. */
export function reduce(state: State, action: Action): State {
  if (action.kind === "undo") return undone(state);
  if (action.kind === "redo") return redone(state);
  if (action.kind === "adopt") return adopted(state, action.tabs);
  const workspace = applied(state.workspace, action);
  if (workspace === state.workspace) return state;
  if (action.kind === "activate") return { ...state, workspace, last: "" };
  const last = subjectOfChange(action);
  const past = last !== "" && last === state.last ? state.past : [...state.past, state.workspace].slice(-remembered);
  return { workspace, past, future: [], last };
}
