import type { IndicatorDetails } from "@peil/core/api.ts";
import type { TreeIndicator, TreeView } from "@peil/core/api-databank.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import type { Known } from "../src/databank/select/change.ts";
import { openTree } from "../src/databank/select/tree-index.ts";
import { detailsOf } from "./data.ts";

const level = (alias: string, count: number, within: readonly string[]) => ({
  alias,
  name: { nl: alias },
  plural: { nl: `${alias}s` },
  count,
  within,
});
const covers = (...levels: readonly string[]) => levels.map((alias) => ({ level: alias, first: "2019", last: "2024", count: 6 }));
const card = (code: string, nl: string, at: number, more: Partial<TreeIndicator> = {}): TreeIndicator => ({
  ...{ code, name: { nl }, unit: 0, shape: "flat", kind: "register", covers: at },
  ...more,
});

/** A small tree: two themes, one in the other, an indicator in two places, one without figures, a cube, another cube and a flow. */
export const view: TreeView = {
  nodes: [
    { code: "bevolking", name: { nl: "Bevolking" } },
    { parent: 0, indicator: 0 },
    { parent: 0, code: "leeftijd", name: { nl: "Leeftijd" } },
    { parent: 2, indicator: 3 },
    { parent: 2, indicator: 4 },
    { code: "economie", name: { nl: "Economie" } },
    { parent: 5, indicator: 1 },
    { parent: 5, indicator: 0, alias: { nl: "Bewoners van één buurt" } },
    { parent: 5, indicator: 2 },
    { parent: 5, indicator: 5 },
  ],
  indicators: [
    card("inwoners", "Inwoners", 0),
    card("inkomen", "Mediaan inkomen", 1),
    card("leeg", "Zonder cijfers", 2),
    card("kubus", "Bevolking naar leeftijd", 0, { shape: "cube" }),
    card("anders", "Leerlingen naar geslacht", 0, { shape: "cube" }),
    card("pendel", "Pendel", 0, {
      shape: "flow",
      flow: { sides: ["out", "in", "net", "gross"], partners: [{ level: "gemeente", out: ["gemeente", "provincie"], in: ["gemeente"] }] },
    }),
  ],
  units: [{ nl: "aantal" }],
  coverages: [covers("gewest", "provincie", "gemeente"), covers("gewest", "provincie"), []],
  levels: [
    level("gewest", 1, []),
    level("provincie", 5, ["gewest"]),
    level("refreg", 15, ["gewest"]),
    level("gemeente", 300, ["gewest", "provincie", "refreg"]),
    level("sector", 9000, ["gewest", "provincie", "gemeente"]),
  ],
  groups: [{ code: "kust", name: { nl: "Kust" }, areas: [{ level: "gemeente", code: "1" }] }],
  home: "gemeente",
  benchmark: { level: "gewest", code: "2000" },
};

const years = ["2019", "2020", "2021", "2022", "2023", "2024"];
const members = (...codes: readonly string[]) => codes.map((code) => ({ code, name: { nl: code } }));
const age = {
  code: "leeftijd",
  name: { nl: "leeftijd" },
  levels: [
    { code: "leeftijd5", name: { nl: "vijf jaar" }, loaded: true, members: members("0-4", "5-9", "10-14") },
    { code: "grof", name: { nl: "grof" }, loaded: false, members: members("jong", "oud") },
  ],
};
const sex = {
  code: "geslacht",
  name: { nl: "geslacht" },
  levels: [{ code: "mv", name: { nl: "geslacht" }, loaded: true, members: members("m", "v") }],
};

/** What is said of an indicator of the tree. */
export function described(code: string, change: Partial<IndicatorDetails> = {}): IndicatorDetails {
  const found = view.indicators.find((each) => each.code === code);
  const available = (view.coverages[found?.covers ?? 2] ?? []).map((each) => ({
    level: level(each.level, 1, []),
    periods: years,
    loaded: true,
  }));
  const dimensions = code === "kubus" ? [age, sex] : code === "anders" ? [sex] : [];
  return detailsOf({ code, name: { nl: code }, shape: found?.shape ?? "flat", available, dimensions, ...change });
}

/** Everything known of the small tree. */
export function knownOf(change: Partial<Record<string, Partial<IndicatorDetails>>> = {}): Known {
  const details = new Map(view.indicators.map(({ code }) => [code, described(code, change[code])]));
  return { tree: openTree(view, "nl"), details };
}

/** A plain choice. */
export const plain: Selection = {
  indicators: ["inwoners"],
  level: "gemeente",
  areas: { kind: "all" },
  compare: [{ level: "gewest", code: "2000" }],
  periods: { kind: "recent" },
  by: [],
  members: [],
  pseudo: false,
};
