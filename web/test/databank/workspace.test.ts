import type { Tab, Workspace } from "@peil/core/documents/workspace.ts";
import { describe, expect, it } from "vitest";
import { type Action, blankTab, reduce, type State, stateOf } from "../../src/databank/workspace.ts";

const tab = (id: string, change: Partial<Tab> = {}): Tab => ({ ...blankTab(id), selection: `indicator=${id}&level=gemeente`, ...change });
const workspace = (...ids: readonly string[]): Workspace => ({
  format: "peil-workspace",
  version: 1,
  tabs: ids.map((id) => tab(id)),
  active: ids[0] ?? "",
});
const after = (state: State, ...actions: readonly Action[]): State => actions.reduce(reduce, state);
const order = ({ workspace: { tabs, active } }: State): string => tabs.map(({ id }) => (id === active ? `[${id}]` : id)).join(" ");

describe("tabs", () => {
  const start = stateOf(workspace("a", "b", "c"));

  it("open beside the one in front", () => {
    expect(order(after(start, { kind: "open", tab: blankTab("d") }))).toBe("a [d] b c");
    expect(order(after(stateOf(), { kind: "open", tab: blankTab("d") }))).toBe("[d]");
  });

  it("close, and the next one comes to the front; the last one before it where there is none", () => {
    expect(order(after(start, { kind: "close", id: "a" }))).toBe("[b] c");
    expect(order(after(start, { kind: "activate", id: "c" }, { kind: "close", id: "c" }))).toBe("a [b]");
    expect(order(after(start, { kind: "close", id: "b" }))).toBe("[a] c");
    expect(after(stateOf(workspace("a")), { kind: "close", id: "a" }).workspace).toMatchObject({ tabs: [], active: "" });
  });

  it("come back in their place when closing is undone", () => {
    const state = after(start, { kind: "activate", id: "b" }, { kind: "close", id: "b" }, { kind: "undo" });
    expect(order(state)).toBe("a [b] c");
    expect(order(after(state, { kind: "redo" }))).toBe("a [c]");
  });

  it("are copied with everything that was chosen", () => {
    const set = after(start, { kind: "set", id: "a", code: "sort", value: "name" }, { kind: "show", id: "a", show: "bar" });
    const copied = after(set, { kind: "duplicate", id: "a", as: "x", name: "Kopie" });
    expect(order(copied)).toBe("a [x] b c");
    expect(copied.workspace.tabs[1]).toEqual(tab("x", { ...set.workspace.tabs[0], id: "x", name: "Kopie" }));
  });

  it("move, but not beyond the ends", () => {
    expect(order(after(start, { kind: "move", id: "a", to: 2 }))).toBe("b c [a]");
    expect(order(after(start, { kind: "move", id: "c", to: -5 }))).toBe("c [a] b");
    expect(after(start, { kind: "move", id: "a", to: 0 })).toBe(start);
  });

  it("are named, without spaces around and not endlessly", () => {
    expect(after(start, { kind: "rename", id: "a", name: "  Gent  " }).workspace.tabs[0]?.name).toBe("Gent");
    expect(after(start, { kind: "rename", id: "a", name: "x".repeat(500) }).workspace.tabs[0]?.name).toHaveLength(120);
  });

  it("number forty at most", () => {
    const full = Array.from({ length: 60 }, (_, i): Action => ({ kind: "open", tab: blankTab(`t${i}`) }));
    expect(after(stateOf(), ...full).workspace.tabs).toHaveLength(40);
  });
});

describe("choices", () => {
  const start = stateOf(workspace("a", "b"));
  const set = (value: string): Action => ({ kind: "set", id: "a", code: "moment", value });

  it("are taken back one by one, and done again", () => {
    const chosen = after(start, { kind: "choose", id: "a", selection: "" }, { kind: "show", id: "b", show: "map" });
    expect(chosen.past).toHaveLength(2);
    const once = after(chosen, { kind: "undo" });
    expect(once.workspace.tabs[1]?.show).toBe("auto");
    expect(order(once)).toBe("a [b]");
    const twice = after(once, { kind: "undo" });
    expect(twice.workspace).toEqual(start.workspace);
    expect(after(twice, { kind: "undo" }).workspace).toBe(twice.workspace);
    expect(after(twice, { kind: "redo" }, { kind: "redo" }).workspace.tabs).toEqual(chosen.workspace.tabs);
  });

  it("that follow each other about one thing are one: a slider does not fill the history", () => {
    const played = after(start, set("2001"), set("2002"), set("2003"));
    expect(played.past).toHaveLength(1);
    expect(after(played, { kind: "undo" }).workspace).toEqual(start.workspace);
    const other = after(played, { kind: "activate", id: "b" }, { kind: "activate", id: "a" }, set("2004"));
    expect(other.past).toHaveLength(2);
  });

  it("that change nothing are none, and going to another tab is none", () => {
    expect(after(start, { kind: "show", id: "a", show: "auto" })).toBe(start);
    expect(after(start, set(""))).toBe(start);
    expect(after(start, { kind: "activate", id: "b" }).past).toEqual([]);
    expect(after(start, { kind: "activate", id: "zzz" }).workspace).toBe(start.workspace);
  });

  it("of a setting go when its value is empty", () => {
    expect(after(start, set("2001"), set("")).workspace.tabs[0]?.settings).toEqual({});
  });

  it("made after taking back end what could be done again", () => {
    expect(after(start, set("1"), { kind: "undo" }, set("2")).future).toEqual([]);
  });

  it("remembered are a hundred", () => {
    const many = Array.from({ length: 130 }, (_, i): Action => ({ kind: "choose", id: "a", selection: `indicator=x${i}&level=y` }));
    expect(after(start, ...many).past).toHaveLength(100);
  });

  it("of an opened file replace all, and can be taken back", () => {
    const opened = after(start, { kind: "replace", workspace: workspace("z") });
    expect(order(opened)).toBe("[z]");
    expect(order(after(opened, { kind: "undo" }))).toBe("[a] b");
  });

  it("of another window come in without being choices of this one", () => {
    const adopted = after(start, { kind: "adopt", tabs: [tab("b", { name: "other" }), tab("q")] });
    expect(order(adopted)).toBe("[a] b q");
    expect(adopted.workspace.tabs[1]?.name).toBe("");
    expect(adopted.past).toEqual([]);
  });
});
