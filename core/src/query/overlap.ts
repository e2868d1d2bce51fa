import type { Area } from "../model/area.ts";
import type { Catalogue } from "../model/catalogue.ts";
import { lineageOf } from "./choose.ts";

/** Whether two areas share ground; `unknown` where no table links their levels. */
export type Overlap = "apart" | "overlap" | "unknown";

/**
 * Whether two areas overlap, told by the tables: one lies in the other, or a finer level has areas that lie in both. Areas of
 * one level never do. A table counts here also where its rows may not be used for sums.
 */
export function overlapOf(catalogue: Catalogue, one: Area, two: Area): Overlap {
  if (one.id === two.id) return "overlap";
  if (one.level === two.level) return "apart";
  const direct = linked(catalogue, one, two) ?? linked(catalogue, two, one);
  if (direct === true) return "overlap";
  const { paths } = lineageOf(catalogue);
  let isKnown = direct === false;
  for (const first of paths.filter((each) => each.parentLevel === one.level)) {
    const second = paths.find((each) => each.childLevel === first.childLevel && each.parentLevel === two.level);
    if (second === undefined) continue;
    isKnown = true;
    const inOne = new Set(first.links.filter((link) => link.parent === one.id).map((link) => link.child));
    if (second.links.some((link) => link.parent === two.id && inOne.has(link.child))) return "overlap";
  }
  return isKnown ? "apart" : "unknown";
}

/** Whether a child lies in a parent by a table or a chain of tables; undefined where there is none between their levels. */
function linked(catalogue: Catalogue, child: Area, parent: Area): boolean | undefined {
  const table = catalogue.table(child.level, parent.level)?.links;
  const path = lineageOf(catalogue).paths.find((each) => each.childLevel === child.level && each.parentLevel === parent.level)?.links;
  if (table === undefined && path === undefined) return undefined;
  return [...(table ?? []), ...(path ?? [])].some((link) => link.child === child.id && link.parent === parent.id);
}
