import type { TreeCoverage, TreeFlow, TreeIndicator, TreeLevel, TreeNode, TreeView } from "@peil/core/api-databank.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
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
function placesOf(catalogue: Catalogue): Pick<TreeView, "nodes" | "indicators" | "coverages"> {
  const ordered = [...catalogue.themes].sort((a, b) => a.sequence - b.sequence || a.id - b.id);
  const byParent = Map.groupBy(ordered, (node) => node.parent);
  const indicators = new Map<number, { readonly at: number; readonly card: TreeIndicator }>();
  const coverages = openShared();

  function indicatorAt(indicator: Indicator): number {
    const known = indicators.get(indicator.id);
    if (known !== undefined) return known.at;
    const card = cardOf(catalogue, indicator, coverages.place(coverageOf(catalogue, indicator)));
    indicators.set(indicator.id, { at: indicators.size, card });
    return indicators.size - 1;
  }

  function itemOf(node: ThemeNode, parent: { readonly parent?: number }): TreeNode[] {
    const indicator = catalogue.indicator(node.target);
    if (indicator?.visible !== true) return [];
    const alias = node.name === undefined ? {} : { alias: node.name };
    return [{ kind: "indicator", id: node.id, ...parent, indicator: indicatorAt(indicator), ...alias }];
  }

  function below(id: number | undefined): TreeNode[] {
    const parent = id === undefined ? {} : { parent: id };
    return (byParent.get(id) ?? []).flatMap((node): TreeNode[] => {
      if (node.kind === "indicator") return itemOf(node, parent);
      const inside = node.kind === "folder" ? below(node.id) : [];
      if (inside.length === 0) return [];
      return [{ kind: "folder", id: node.id, ...parent, code: node.target, name: node.name ?? { nl: node.target } }, ...inside];
    });
  }

  const nodes = below(undefined);
  return { nodes, indicators: [...indicators.values()].map((each) => each.card), coverages: coverages.all };
}

/** Many indicators have figures in the same places: what they share is sent once. */
function openShared(): { readonly all: (readonly TreeCoverage[])[]; place(coverage: readonly TreeCoverage[]): number } {
  const all: (readonly TreeCoverage[])[] = [];
  const places = new Map<string, number>();
  return {
    all,
    place(coverage) {
      const key = JSON.stringify(coverage);
      const at = places.get(key) ?? all.push(coverage) - 1;
      places.set(key, at);
      return at;
    },
  };
}

function cardOf(catalogue: Catalogue, indicator: Indicator, covers: number): TreeIndicator {
  const { code, name, unit, shape, kind } = indicator;
  const flow = shape === "flow" ? { flow: flowOf(catalogue, indicator) } : {};
  return { code, name, unit, shape, kind, derived: indicator.formula !== undefined, covers, ...flow };
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
