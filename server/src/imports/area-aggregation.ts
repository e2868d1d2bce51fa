import type { Layout } from "./layout.ts";
import { findPairs, readPairs } from "./pairs.ts";

/** Area aggregation: two columns headed by area-level codes, a third for the weight; child area, parent area. */
export const areaAggregation: Layout = {
  kind: "area-aggregation",
  recognise: (head, context) => findPairs(head, context.levels),
  async read(table, _context, problems) {
    return { ...table, kind: "area-aggregation", ...(await readPairs(table, problems)) };
  },
};
