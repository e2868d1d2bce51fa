import { codeId } from "@peil/core/formats/sdmx-ids.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { ThemeNode } from "@peil/core/model/theme.ts";
import type { Item } from "./artefacts.ts";
import { type Flow, flowsOf } from "./flows.ts";

/** The theme tree as categories, and which dataflows stand where. */
export type Categories = { readonly scheme: readonly Item[]; readonly placed: readonly { readonly path: string; readonly flow: Flow }[] };

/** Folders without anything visible below them are left out; a dataflow may stand in several. */
export function categoriesOf(catalogue: Catalogue): Categories {
  const flows = flowsOf(catalogue);
  const ordered = catalogue.themes.toSorted((a, b) => a.sequence - b.sequence || a.id - b.id);
  const byParent = Map.groupBy(ordered, (node) => node.parent);
  const placed = new Map<string, { readonly path: string; readonly flow: Flow }>();

  function place(path: string, node: ThemeNode): boolean {
    const indicator = node.kind === "indicator" ? catalogue.indicator(node.target) : undefined;
    const flow = indicator?.visible ? flows.find(codeId(indicator.code)) : undefined;
    if (flow !== undefined && path !== "") placed.set(`${path}:${flow.id}`, { path, flow });
    return flow !== undefined;
  }

  function category(node: ThemeNode, above: string): Item | undefined {
    const id = codeId(node.target);
    const path = above === "" ? id : `${above}.${id}`;
    const below = byParent.get(node.id) ?? [];
    const own = below.filter((each) => place(path, each));
    const items = below.filter((each) => each.kind === "folder").flatMap((each) => category(each, path) ?? []);
    if (own.length === 0 && items.length === 0) return undefined;
    const { name = { nl: node.target }, description } = node;
    return { id, name, ...(description === undefined ? {} : { description }), ...(items.length === 0 ? {} : { items }) };
  }

  const top = (byParent.get(undefined) ?? []).filter((each) => each.kind === "folder");
  return { scheme: top.flatMap((each) => category(each, "") ?? []), placed: [...placed.values()] };
}
