import { dataHeader, rolesOf } from "./data-heads.ts";
import type { Layout } from "./layout.ts";

/** Cube data: the three keys, columns headed by dimension-level codes, and exactly one indicator column. */
export const dataCube: Layout = {
  kind: "data-cube",
  recognise(head, context) {
    const definition = context.definitionFor(head.sheet);
    const found = dataHeader(head, definition);
    if (found === undefined) return undefined;
    const cube = rolesOf(found.row, context, definition).some((each) => each.role === "member");
    return cube ? { confidence: 0.9, header: found.row } : undefined;
  },
  async read(table, context) {
    return { ...table, kind: "data-cube", roles: rolesOf(table.header, context, context.definitionFor(table.sheet)) };
  },
};
