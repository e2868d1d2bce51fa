import { gzipSync } from "node:zlib";
import type { TreeView } from "@peil/core/api-databank.ts";
import { openTree } from "../web/src/databank/select/tree-index.ts";
import { rowsOf } from "../web/src/databank/select/tree-rows.ts";
import { searchTree } from "../web/src/databank/select/tree-search.ts";
import type { Bench, Result } from "./bench.ts";
import { largeTree } from "./tree-data.ts";

// The theme tree of a site as large as that of the provinces, without a browser: what travels, opening it, finding in it.

const places = 15_000;
const typed = ["v", "vr", "vrouwen", "vrouwen werk", "éénoudergezin", "inwoners 65", "qqxx", "i"];

const rounds = 9;

/** The fastest of some rounds: what the work costs, without what else the machine does. */
function milliseconds(work: () => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

async function measure(): Promise<readonly Result[]> {
  const text = JSON.stringify(largeTree(places));
  const opening = milliseconds(() => rowsOf(openTree(JSON.parse(text) as TreeView, "nl"), new Map(), undefined));
  const view = JSON.parse(text) as TreeView;
  const first = milliseconds(() => openTree(view, "nl").searchedOf(0));
  const tree = openTree(view, "nl");
  const finding = typed.map((each) => milliseconds(() => rowsOf(tree, new Map(), searchTree(tree, each))));
  return [
    {
      name: "tree of 15 000 places, on the wire (gzip)",
      value: gzipSync(text).length / 1000,
      unit: "kB",
      budget: { max: 400, ratio: false },
    },
    { name: "tree of 15 000 places, read and put in order", value: opening, unit: "ms", budget: { max: 100, ratio: false } },
    { name: "making it ready for searching, in a quiet moment", value: first, unit: "ms" },
    { name: "slowest search in it", value: Math.max(...finding), unit: "ms", budget: { max: 50, ratio: false } },
  ];
}

/** The theme tree. */
export const treeBench: Bench = { name: "tree", run: measure };
