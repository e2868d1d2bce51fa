import type { TreeCoverage, TreeIndicator, TreeLevel, TreeView } from "@peil/core/api-databank.ts";
import { type Language, say } from "@peil/core/model/text.ts";
import { fold } from "./fold.ts";

/** The theme tree with its look-ups. Places are positions in `view.nodes`. */
export type OpenTree = {
  readonly view: TreeView;
  readonly language: Language;
  readonly roots: readonly number[];
  /** The places right below a folder. */
  childrenOf(at: number): readonly number[];
  /** The place above; −1 at the root. */
  parentOf(at: number): number;
  /** 1 at the root. */
  depthOf(at: number): number;
  isFolder(at: number): boolean;
  /** The name in this place: the alias where it has one. */
  labelOf(at: number): string;
  /** What is searched in: name, alias and code, folded. */
  searchedOf(at: number): string;
  indicatorAt(at: number): TreeIndicator | undefined;
  /** Every place of an indicator. */
  placesOf(code: string): readonly number[];
  indicator(code: string): TreeIndicator | undefined;
  coverageOf(code: string): readonly TreeCoverage[];
  level(alias: string): TreeLevel | undefined;
  /** How many different indicators stand below a folder. */
  countBelow(at: number): number;
};

/** Puts the tree in order. Linear; what search needs is made at the first search. */
export function openTree(view: TreeView, language: Language): OpenTree {
  const { nodes } = view;
  const parents = Int32Array.from(nodes, (node) => node.parent ?? -1);
  const depths = new Uint8Array(nodes.length);
  const children = new Map<number, number[]>();
  parents.forEach((parent, at) => {
    depths[at] = parent < 0 ? 1 : (depths[parent] ?? 0) + 1;
    const list = children.get(parent);
    if (list) list.push(at);
    else children.set(parent, [at]);
  });
  const byCode = new Map(view.indicators.map((each, at) => [each.code.toLowerCase(), at]));
  const levels = new Map(view.levels.map((each) => [each.alias.toLowerCase(), each]));
  let searched: readonly string[] | undefined;
  let places: ReadonlyMap<number, readonly number[]> | undefined;
  const counts = new Map<number, number>();

  const indicatorAt = (at: number): TreeIndicator | undefined => {
    const node = nodes[at];
    return node !== undefined && "indicator" in node ? view.indicators[node.indicator] : undefined;
  };
  const indicator = (code: string): TreeIndicator | undefined => view.indicators[byCode.get(code.toLowerCase()) ?? -1];
  const labelOf = (at: number): string => {
    const node = nodes[at];
    if (node === undefined) return "";
    const name = "name" in node ? node.name : (node.alias ?? view.indicators[node.indicator]?.name);
    return name === undefined ? "" : say(name, language);
  };
  const searchText = (at: number): string => {
    const node = nodes[at];
    const own = indicatorAt(at);
    if (node === undefined || own === undefined) return fold(labelOf(at));
    const alias = "alias" in node && node.alias !== undefined ? `${say(node.alias, language)} ` : "";
    return fold(`${alias}${say(own.name, language)} ${own.code}`);
  };

  return {
    view,
    language,
    roots: children.get(-1) ?? [],
    childrenOf: (at) => children.get(at) ?? [],
    parentOf: (at) => parents[at] ?? -1,
    depthOf: (at) => depths[at] ?? 1,
    isFolder: (at) => "name" in (nodes[at] ?? {}),
    labelOf,
    searchedOf(at) {
      searched ??= nodes.map((_, each) => searchText(each));
      return searched[at] ?? "";
    },
    indicatorAt,
    placesOf(code) {
      places ??= placesByIndicator(view);
      return places.get(byCode.get(code.toLowerCase()) ?? -1) ?? [];
    },
    indicator,
    coverageOf: (code) => view.coverages[indicator(code)?.covers ?? -1] ?? [],
    level: (alias) => levels.get(alias.toLowerCase()),
    countBelow(at) {
      const known = counts.get(at) ?? indicatorsBelow(view, at, children).size;
      counts.set(at, known);
      return known;
    },
  };
}

function placesByIndicator(view: TreeView): ReadonlyMap<number, readonly number[]> {
  const out = new Map<number, number[]>();
  view.nodes.forEach((node, at) => {
    if (!("indicator" in node)) return;
    const list = out.get(node.indicator);
    if (list) list.push(at);
    else out.set(node.indicator, [at]);
  });
  return out;
}

function indicatorsBelow(view: TreeView, at: number, children: ReadonlyMap<number, readonly number[]>): ReadonlySet<number> {
  const out = new Set<number>();
  const todo = [at];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const node = view.nodes[next];
    if (node !== undefined && "indicator" in node) out.add(node.indicator);
    else todo.push(...(children.get(next) ?? []));
  }
  return out;
}

/** The names from the root down to a place, itself left out. */
export function pathOf(tree: OpenTree, at: number): readonly string[] {
  const out: string[] = [];
  for (let above = tree.parentOf(at); above >= 0; above = tree.parentOf(above)) out.unshift(tree.labelOf(above));
  return out;
}
