import type { Workspace } from "@peil/core/documents/workspace.ts";
import { emptyWorkspace, formatWorkspace, parseWorkspace } from "@peil/core/documents/workspace.ts";
import type { PeilError } from "@peil/core/errors.ts";
import { describe, expect, it } from "vitest";
import { readQuery, showsSame, writeTab } from "../../src/databank/deep-link.ts";
import { fileText } from "../../src/databank/files.ts";
import { askedOf, isOf, openOwn, openShared, withTab } from "../../src/databank/opening.ts";
import { findWorkspace, keepWorkspace, type Store, tabsOfOthers, unreadText } from "../../src/databank/storage.ts";
import { blankTab } from "../../src/databank/workspace.ts";

function storeOf(start: Record<string, string> = {}): Store & { readonly all: Map<string, string> } {
  const all = new Map(Object.entries(start));
  return {
    all,
    getItem: (key) => all.get(key) ?? null,
    setItem: (key, value) => void all.set(key, value),
    removeItem: (key) => void all.delete(key),
  };
}

const question = "indicator=inwoners&level=gemeente";
const kept: Workspace = {
  format: "peil-workspace",
  version: 1,
  tabs: [
    { id: "a", name: "Mijn grafiek", selection: `${question}&period=all`, show: "line", settings: { "y-zero": "1", axis: "log" } },
    { id: "b", name: "", selection: "", show: "auto", settings: {} },
  ],
  active: "b",
};

// Shapes as they were written once. Never change these texts: what readers kept and shared stays readable.
const frozen = {
  0: '{"version":0,"tabs":[{"selection":"indicator=inwoners&level=gemeente","show":"map"},{"selection":"","show":"table"}]}',
  1: '{"format":"peil-workspace","version":1,"tabs":[{"id":"a","name":"Mijn grafiek","selection":"indicator=inwoners&level=gemeente&period=all","show":"line","settings":{"axis":"log","y-zero":"1"}},{"id":"b","name":"","selection":"","show":"auto","settings":{}}],"active":"b"}',
};

const thrownBy = (text: string): PeilError => {
  try {
    parseWorkspace(text);
  } catch (error) {
    return error as PeilError;
  }
  throw new Error("nothing was refused");
};

describe("the text of a workspace", () => {
  it("of every age is read", () => {
    expect(parseWorkspace(frozen[0])).toEqual({
      ...emptyWorkspace,
      tabs: [
        { id: "t1", name: "", selection: question, show: "map", settings: {} },
        { id: "t2", name: "", selection: "", show: "table", settings: {} },
      ],
      active: "t1",
    });
    expect(parseWorkspace(frozen[1])).toEqual(kept);
  });

  it("is one text, and loses nothing on the way to a file and back", () => {
    expect(formatWorkspace(kept)).toBe(frozen[1]);
    expect(parseWorkspace(fileText(kept))).toEqual(kept);
  });

  it.each<[string, string, string]>([
    ["no JSON", "kaas", ""],
    ["another file", '{"type":"Topology"}', "version"],
    ["another format", '{"format":"x","version":1,"tabs":[]}', "format"],
    ["no tabs", '{"format":"peil-workspace","version":1}', "tabs"],
    ["a tab that is none", '{"format":"peil-workspace","version":1,"tabs":[3]}', "tabs[0]"],
    ["an id with odd signs", frozen[1].replace('"id":"a"', '"id":"<a>"'), "tabs[0].id"],
    ["an id twice", frozen[1].replace('"id":"b"', '"id":"a"'), "tabs[1].id"],
    ["a question without a level", frozen[1].replace("&level=gemeente", ""), "tabs[0].selection"],
    ["settings that are no texts", frozen[1].replace('"y-zero":"1"', '"y-zero":1'), "tabs[0].settings.y-zero"],
  ])("says where it is wrong: %s", (_, text, place) => {
    expect(thrownBy(text)).toMatchObject({ code: "workspace-invalid", details: { place } });
  });

  it("of a newer product is not guessed at", () => {
    expect(thrownBy('{"format":"peil-workspace","version":2}')).toMatchObject({ code: "workspace-newer", details: { version: 2 } });
  });

  it("brings the first tab to the front where the one named is not there", () => {
    expect(parseWorkspace(frozen[1].replace('"active":"b"', '"active":"zzz"')).active).toBe("a");
  });
});

describe("what the browser keeps", () => {
  it("comes back as it was", () => {
    const store = storeOf();
    expect(findWorkspace(store)).toEqual({});
    expect(keepWorkspace(store, kept)).toBe(true);
    expect(findWorkspace(store)).toEqual({ workspace: kept });
  });

  it("and cannot be read is set aside, not lost", () => {
    const store = storeOf({ "peil.databank": '{"half' });
    const found = findWorkspace(store);
    expect(found.workspace).toBeUndefined();
    expect(found.unread?.code).toBe("workspace-invalid");
    keepWorkspace(store, kept);
    expect(unreadText(store)).toBe('{"half');
  });

  it("may be nothing: then it says so", () => {
    const refuse = (): never => {
      throw new Error("full");
    };
    expect(keepWorkspace({ getItem: refuse, setItem: refuse, removeItem: refuse }, kept)).toBe(false);
    expect(findWorkspace({ getItem: refuse, setItem: refuse, removeItem: refuse })).toEqual({});
  });

  it("holds the last six shared workspaces", () => {
    const store = storeOf();
    for (let i = 0; i < 8; i++) keepWorkspace(store, kept, `hash${i}`);
    const held = [...store.all.keys()].filter((key) => key.startsWith("peil.databank.hash"));
    expect(held.sort()).toEqual([2, 3, 4, 5, 6, 7].map((i) => `peil.databank.hash${i}`));
  });

  it("may hold tabs of another window, which are not those that were closed here", () => {
    const store = storeOf();
    keepWorkspace(store, kept);
    expect(tabsOfOthers(store, new Set(["a"])).map((each) => each.id)).toEqual(["b"]);
  });
});

describe("addresses", () => {
  const tab = { ...blankTab("x"), selection: `${question}&period=last:5`, show: "map", settings: { classes: "7", breaks: "1;2.5;10" } };

  it("give the tab back that they were made from", () => {
    const query = writeTab(tab);
    expect(query).toBe("indicator=inwoners&level=gemeente&period=last:5&show=map&set-breaks=1;2.5;10&set-classes=7");
    expect(readQuery(query, "x")).toEqual({ tab });
  });

  it("keep settings and question apart, also where they have the same word", () => {
    const same = { ...tab, settings: { period: "2020", level: "x" } };
    expect(readQuery(writeTab(same), "x")).toEqual({ tab: same });
  });

  it("say what cannot be read, and ask nothing where they hold no question", () => {
    expect(readQuery("indicator=a&level=b&period=gisteren", "x").wrong?.code).toBe("selection-invalid");
    expect(readQuery("utm_source=mail", "x")).toEqual({});
  });
});

describe("opening", () => {
  const ids = (): (() => string) => {
    let n = 0;
    return () => `n${++n}`;
  };

  it("starts with an empty tab, and with what was kept", () => {
    expect(openOwn(storeOf(), "", ids()).workspace.tabs.map((each) => each.selection)).toEqual([""]);
    const store = storeOf();
    keepWorkspace(store, kept);
    expect(openOwn(store, "", ids()).workspace).toEqual(kept);
    keepWorkspace(store, emptyWorkspace);
    expect(openOwn(store, "", ids()).workspace.tabs).toEqual([]);
  });

  it("shows what the address asks: beside the rest, once, and in an empty tab where that is in front", () => {
    const asked = { ...blankTab("n"), selection: "indicator=x&level=y" };
    const filled = withTab(kept, asked);
    expect(filled.tabs.map((each) => each.id)).toEqual(["a", "b"]);
    expect(filled.tabs[1]?.selection).toBe("indicator=x&level=y");
    expect(showsSame(filled.tabs[1] ?? asked, asked)).toBe(true);
    const beside = withTab({ ...kept, active: "a" }, asked);
    expect([beside.tabs.length, beside.active]).toEqual([3, "n"]);
    expect(withTab({ ...beside, active: "a" }, { ...asked, id: "m" })).toEqual(beside);
  });

  it("of a shared link takes the figures of then, where there are newer and they are kept", () => {
    const shared = { workspace: kept, release: "r1" };
    const then = openShared(storeOf(), "h", shared, "r2").workspace;
    expect(then.tabs.map((each) => each.selection)).toEqual([`${question}&period=all&release=r1`, ""]);
    expect(isOf(then, "r1")).toBe(true);
    expect(askedOf(then, undefined)).toEqual(kept);
    expect(openShared(storeOf(), "h", shared, "r1").workspace).toEqual(kept);
    expect(openShared(storeOf(), "h", { workspace: kept }, "r2").workspace).toEqual(kept);
  });

  it("of a shared link brings back what was changed in it here", () => {
    const store = storeOf();
    const mine = { ...kept, active: "a" };
    keepWorkspace(store, mine, "h");
    expect(openShared(store, "h", { workspace: kept, release: "r1" }, "r2").workspace).toEqual(mine);
    expect(findWorkspace(store)).toEqual({});
  });
});
