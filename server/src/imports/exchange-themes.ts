import type { ExchangeTheme } from "@peil/core/model/exchange.ts";
import type { ThemeNode } from "@peil/core/model/theme.ts";

type Draft = { readonly path: string; readonly parent: string | undefined; readonly node: Omit<ThemeNode, "id" | "parent"> };

/**
 * The theme tree as a list. A place that stands in the old tree with the same way to it keeps its id.
 * @param reserve sets new ids apart and gives the first
 */
export async function resolveThemes(
  tree: readonly ExchangeTheme[],
  old: readonly ThemeNode[],
  reserve: (count: number) => Promise<number>,
): Promise<ThemeNode[]> {
  const drafts: Draft[] = [];
  flatten(tree, undefined, drafts);
  const ids = new Map<string, number>();
  const known = knownPaths(old);
  const missing = drafts.filter((each) => !known.has(each.path)).length;
  let next = missing === 0 ? 0 : await reserve(missing);
  for (const each of drafts) ids.set(each.path, known.get(each.path) ?? next++);
  return drafts.map(({ path, parent, node }) => ({
    id: ids.get(path) ?? 0,
    parent: parent === undefined ? undefined : ids.get(parent),
    ...node,
  }));
}

function flatten(tree: readonly ExchangeTheme[], parent: string | undefined, out: Draft[]): void {
  const seen = new Map<string, number>();
  tree.forEach((each, sequence) => {
    const node = nodeOf(each, sequence);
    const path = pathOf(parent, node, seen);
    out.push({ path, parent, node });
    if ("folder" in each) flatten(each.children, path, out);
  });
}

function nodeOf(each: ExchangeTheme, sequence: number): Omit<ThemeNode, "id" | "parent"> {
  if ("folder" in each) {
    const description = each.description === undefined ? {} : { description: each.description };
    return { sequence, kind: "folder", target: each.folder, name: each.name, ...description };
  }
  if ("link" in each) return { sequence, kind: "link", target: each.link, name: each.name };
  return { sequence, kind: "indicator", target: each.indicator, ...(each.alias === undefined ? {} : { name: each.alias }) };
}

/** The way from the root; of equal neighbours the first is 0. */
function pathOf(parent: string | undefined, node: Pick<ThemeNode, "kind" | "target">, seen: Map<string, number>): string {
  const own = JSON.stringify([node.kind, node.target.toLowerCase()]);
  const count = seen.get(own) ?? 0;
  seen.set(own, count + 1);
  return `${parent ?? ""}/${own}${count}`;
}

function knownPaths(nodes: readonly ThemeNode[]): Map<string, number> {
  const children = Map.groupBy(nodes, (each) => each.parent);
  const out = new Map<string, number>();
  const visit = (parent: number | undefined, path: string | undefined): void => {
    const seen = new Map<string, number>();
    for (const node of [...(children.get(parent) ?? [])].sort((a, b) => a.sequence - b.sequence)) {
      const own = pathOf(path, node, seen);
      out.set(own, node.id);
      visit(node.id, own);
    }
  };
  visit(undefined, undefined);
  return out;
}

/** The list as the tree that travels. */
export function treeOf(nodes: readonly ThemeNode[], parent?: number): ExchangeTheme[] {
  return nodes
    .filter((each) => each.parent === parent)
    .sort((a, b) => a.sequence - b.sequence)
    .map((node): ExchangeTheme => {
      const name = node.name ?? { nl: node.target };
      if (node.kind === "link") return { link: node.target, name };
      if (node.kind === "indicator") return { indicator: node.target, ...(node.name === undefined ? {} : { alias: node.name }) };
      const description = node.description === undefined ? {} : { description: node.description };
      return { folder: node.target, name, ...description, children: treeOf(nodes, node.id) };
    });
}
