import type { ThemeCard } from "@peil/core/api.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import type { Text } from "@peil/core/model/text.ts";
import type { ThemeNode } from "@peil/core/model/theme.ts";

/** A step on the way from the root to a theme. */
export type Step = { readonly code: string; readonly name: Text };

/** The theme tree with its look-ups. */
export type Themes = {
  /** The themes at the root, in order. */
  readonly top: readonly ThemeCard[];
  all(): readonly ThemeCard[];
  find(code: string): ThemeCard | undefined;
  children(code: string): readonly ThemeCard[];
  /** From the root to the theme itself. */
  path(code: string): readonly Step[];
  /** Visible indicators that stand directly in a theme, in order. */
  own(code: string): readonly Indicator[];
  /** Visible indicators in a theme and everything below it, each once, in the order of the tree. */
  below(code: string): readonly Indicator[];
  /** The paths of the themes in which an indicator stands. */
  placesOf(indicator: string): readonly (readonly Step[])[];
  /** The other names that an indicator has in its places. */
  aliasesOf(indicator: string): readonly Text[];
};

const kept = new WeakMap<Catalogue, Themes>();

/** The theme tree of a catalogue, put in order once. */
export function themesOf(catalogue: Catalogue): Themes {
  const known = kept.get(catalogue);
  if (known) return known;
  const made = openThemes(catalogue);
  kept.set(catalogue, made);
  return made;
}

function openThemes(catalogue: Catalogue): Themes {
  const byParent = groupBy(
    [...catalogue.themes].sort((a, b) => a.sequence - b.sequence || a.id - b.id),
    (node) => node.parent,
  );
  const folders = new Map(catalogue.themes.filter((node) => node.kind === "folder").map((node) => [node.target.toLowerCase(), node]));
  const nodes = new Map(catalogue.themes.map((node) => [node.id, node]));
  const places = groupBy(
    catalogue.themes.filter((node) => node.kind === "indicator"),
    (node) => node.target.toLowerCase(),
  );
  const folder = (code: string): ThemeNode | undefined => folders.get(code.toLowerCase());
  const childrenOf = (node: ThemeNode | undefined): readonly ThemeNode[] => byParent.get(node?.id) ?? [];

  function own(node: ThemeNode): Indicator[] {
    const codes = childrenOf(node).filter((child) => child.kind === "indicator");
    return codes.flatMap((child) => visible(catalogue.indicator(child.target)));
  }

  function below(node: ThemeNode): Indicator[] {
    const all = childrenOf(node).flatMap((child) =>
      child.kind === "folder" ? below(child) : child.kind === "indicator" ? visible(catalogue.indicator(child.target)) : [],
    );
    return [...new Map(all.map((each) => [each.id, each])).values()];
  }

  function card(node: ThemeNode): ThemeCard {
    const description = node.description === undefined ? {} : { description: node.description };
    return { code: node.target, name: nameOf(node), ...description, count: below(node).length };
  }

  function path(node: ThemeNode | undefined): Step[] {
    const out: Step[] = [];
    const seen = new Set<number>();
    for (let at = node; at !== undefined && !seen.has(at.id); at = at.parent === undefined ? undefined : nodes.get(at.parent)) {
      seen.add(at.id);
      out.unshift({ code: at.target, name: nameOf(at) });
    }
    return out;
  }

  const foldersIn = (node: ThemeNode | undefined): ThemeCard[] =>
    childrenOf(node)
      .filter((child) => child.kind === "folder")
      .map(card)
      .filter((each) => each.count > 0);

  return {
    top: foldersIn(undefined),
    all: () => [...folders.values()].map(card).filter((each) => each.count > 0),
    find: (code) => mapped(folder(code), card),
    children: (code) => mapped(folder(code), foldersIn) ?? [],
    path: (code) => path(folder(code)),
    own: (code) => mapped(folder(code), own) ?? [],
    below: (code) => mapped(folder(code), below) ?? [],
    placesOf: (indicator) =>
      (places.get(indicator.toLowerCase()) ?? []).map((node) => path(node.parent === undefined ? undefined : nodes.get(node.parent))),
    aliasesOf: (indicator) => (places.get(indicator.toLowerCase()) ?? []).flatMap((node) => (node.name === undefined ? [] : [node.name])),
  };
}

function nameOf(node: ThemeNode): Text {
  return node.name ?? { nl: node.target };
}

function visible(indicator: Indicator | undefined): Indicator[] {
  return indicator?.visible ? [indicator] : [];
}

function mapped<T, U>(value: T | undefined, map: (value: T) => U): U | undefined {
  return value === undefined ? undefined : map(value);
}

function groupBy<T, K>(rows: readonly T[], key: (row: T) => K): Map<K, T[]> {
  const out = new Map<K, T[]>();
  for (const row of rows) {
    const list = out.get(key(row));
    if (list) list.push(row);
    else out.set(key(row), [row]);
  }
  return out;
}
