import { dataHeader, rolesOf } from "./data-heads.ts";
import type { Layout } from "./layout.ts";

/** Data with a column per indicator: `period`, `geolevel`, `geoitem` in any order, every other column an indicator code. */
export const dataColumns: Layout = {
  kind: "data-columns",
  recognise(head, context) {
    const found = dataHeader(head, context.definitionFor(head.sheet));
    return found === undefined ? undefined : { confidence: found.keys === 3 ? 0.8 : 0.5, header: found.row };
  },
  async read(table, context) {
    return { ...table, kind: "data-columns", roles: rolesOf(table.header, context, context.definitionFor(table.sheet)) };
  },
};
