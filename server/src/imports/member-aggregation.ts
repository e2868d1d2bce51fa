import type { Layout } from "./layout.ts";
import { findPairs, readPairs } from "./pairs.ts";

/** Member aggregation: two columns headed by dimension-level codes; child member, parent member. */
export const memberAggregation: Layout = {
  kind: "member-aggregation",
  recognise: (head, context) => findPairs(head, context.dimensionLevels),
  async read(table, _context, problems) {
    return { ...table, kind: "member-aggregation", ...(await readPairs(table, problems)) };
  },
};
