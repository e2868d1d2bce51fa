import type { TreeCoverage, TreeFlow, TreeIndicator, TreeLevel, TreeNode, TreeView } from "@peil/core/api-databank.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import type { Text } from "@peil/core/model/text.ts";
import type { ThemeNode } from "@peil/core/model/theme.ts";
import { lineageOf } from "@peil/core/query/choose.ts";
import { sidesOf } from "@peil/core/query/compile-flow.ts";
import { levelCard } from "./cards.ts";
import { availableOf } from "./details.ts";
import type { View } from "./scope.ts";

/** The theme tree: what is visible, where it stands and where it has figures. */
export const tree: View<"tree"> = async ({ release: { catalogue } }) => treeOf(catalogue);

const kept = new WeakMap<Catalogue, TreeView>();

function treeOf(catalogue: Catalogue): TreeView {
  const known = kept.get(catalogue);
  if (known !== undefined) return known;
  const { site } = catalogue;
  const made: TreeView = {
    ...placesOf(catalogue),
    levels: levelsOf(catalogue),
    groups: site.groups ?? [],
    home: catalogue.level(site.homeLevel)?.alias ?? site.homeLevel,
    benchmark: { level: site.benchmark.level, code: site.benchmark.area },
  };
  kept.set(catalogue, made);
  return made;
}

/** Folders without anything visible below them are left out. */
function placesOf(catalogue: Catalogue): Pick<TreeView, "nodes" | "indicators" | "units" | "coverages"> {
  const ordered = [...catalogue.themes].sort((a, b) => a.sequence - b.sequence || a.id - b.id);
  const byParent = Map.groupBy(ordered, (node) => node.parent);
  const nodes: TreeNode[] = [];
  const places = new Map<number, number>();
  const indicators: TreeIndicator[] = [];
  const units = openShared<Text>();
  const coverages = openShared<readonly TreeCoverage[]>();

  function indicatorAt(indicator: Indicator): number {
    const known = places.get(indicator.id);
    if (known !== undefined) return known;
    const covers = coverages.place(coverageOf(catalogue, indicator));
    const at = indicators.push(cardOf(catalogue, indicator, units.place(indicator.unit), covers)) - 1;
    places.set(indicator.id, at);
    return at;
  }

  function add(node: ThemeNode, parent: { readonly parent?: number }): void {
    if (node.kind === "indicator") {
      const indicator = catalogue.indicator(node.target);
      if (indicator?.visible !== true) return;
      nodes.push({ ...parent, indicator: indicatorAt(indicator), ...(node.name === undefined ? {} : { alias: node.name }) });
    } else if (node.kind === "folder") {
      const at = nodes.push({ ...parent, code: node.target, name: node.name ?? { nl: node.target } }) - 1;
      for (const child of byParent.get(node.id) ?? []) add(child, { parent: at });
      if (nodes.length === at + 1) nodes.pop();
    }
  }

  for (const node of byParent.get(undefined) ?? []) add(node, {});
  return { nodes, indicators, units: units.all, coverages: coverages.all };
}

/** Many indicators have the same unit, and figures in the same places: what they share is sent once. */
function openShared<T>(): { readonly all: readonly T[]; place(value: T): number } {
  const all: T[] = [];
  const places = new Map<string, number>();
  return {
    all,
    place(value) {
      const key = JSON.stringify(value);
      const at = places.get(key) ?? all.push(value) - 1;
      places.set(key, at);
      return at;
    },
  };
}

function cardOf(catalogue: Catalogue, indicator: Indicator, unit: number, covers: number): TreeIndicator {
  const { code, name, shape, kind } = indicator;
  const derived = indicator.formula === undefined ? {} : { derived: true as const };
  const flow = shape === "flow" ? { flow: flowOf(catalogue, indicator) } : {};
  return { code, name, unit, shape, kind, ...derived, covers, ...flow };
}

function coverageOf(catalogue: Catalogue, indicator: Indicator): readonly TreeCoverage[] {
  return availableOf(catalogue, indicator).map(({ level, periods }) => ({
    level: level.alias,
    first: periods[0] ?? "",
    last: periods.at(-1) ?? "",
    count: periods.length,
  }));
}

function flowOf(catalogue: Catalogue, indicator: Indicator): TreeFlow {
  const aliases = (ids: readonly number[]): string[] => ids.flatMap((id) => catalogue.levelById(id)?.alias ?? []);
  const partners = [...catalogue.coverageOf(indicator.id).values()].flatMap(({ level, partners: ends }) => {
    const alias = catalogue.levelById(level)?.alias;
    return alias === undefined || ends === undefined ? [] : [{ level: alias, out: aliases(ends.out), in: aliases(ends.in) }];
  });
  return { sides: sidesOf(indicator), partners };
}

function levelsOf(catalogue: Catalogue): readonly TreeLevel[] {
  const { paths } = lineageOf(catalogue);
  const holding = catalogue.levels.flatMap((level) => {
    const card = levelCard(catalogue, level);
    return card.count > 0 ? [{ level, card }] : [];
  });
  return holding.map(({ level, card }) => {
    const above = new Set(paths.filter((path) => path.childLevel === level.id).map((path) => path.parentLevel));
    const within = holding.filter((each) => above.has(each.level.id) && each.level.id !== level.id).map((each) => each.card.alias);
    return { ...card, within };
  });
}
