import { wordsTyped } from "./fold.ts";
import type { OpenTree } from "./tree-index.ts";

/** What a search in the tree found. */
export type Found = {
  readonly words: readonly string[];
  /** 1 where the place itself was found. */
  readonly hits: Uint8Array;
  /** 1 where something below the place was found. */
  readonly above: Uint8Array;
  /** Different indicators, and themes, that were found. */
  readonly indicators: number;
  readonly themes: number;
};

/**
 * Looks in every place of the tree. All words must stand in the place itself or in the themes above it, at least one in the place.
 * @returns undefined where nothing was typed
 */
export function searchTree(tree: OpenTree, typed: string): Found | undefined {
  const words = wordsTyped(typed).slice(0, 30);
  if (words.length === 0) return undefined;
  const { nodes } = tree.view;
  const all = 2 ** words.length - 1;
  const seen = new Int32Array(nodes.length);
  const hits = new Uint8Array(nodes.length);
  const above = new Uint8Array(nodes.length);
  const indicators = new Set<number>();
  let themes = 0;
  nodes.forEach((node, at) => {
    const text = tree.searchedOf(at);
    const own = words.reduce((bits, word, bit) => (text.includes(word) ? bits | (1 << bit) : bits), 0);
    const parent = tree.parentOf(at);
    seen[at] = own | (parent < 0 ? 0 : (seen[parent] ?? 0));
    if (own === 0 || seen[at] !== all) return;
    hits[at] = 1;
    if ("indicator" in node) indicators.add(node.indicator);
    else themes++;
    for (let up = parent; up >= 0 && above[up] === 0; up = tree.parentOf(up)) above[up] = 1;
  });
  return { words, hits, above, indicators: indicators.size, themes };
}
