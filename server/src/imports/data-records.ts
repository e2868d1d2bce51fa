import { dataHeader, rolesOf } from "./data-heads.ts";
import type { Layout } from "./layout.ts";

/** Data with a value per record: the three keys, `ONDERWERP` or `VAR` for the indicator, `WAARDE` or `DATA` for the value. */
export const dataRecords: Layout = {
  kind: "data-records",
  recognise(head, context) {
    const definition = context.definitionFor(head.sheet);
    const found = dataHeader(head, definition);
    if (found === undefined) return undefined;
    const roles = rolesOf(found.row, context, definition);
    const records = roles.some((each) => each.role === "variable") && roles.some((each) => each.role === "value");
    return records ? { confidence: 0.95, header: found.row } : undefined;
  },
  async read(table, context) {
    const roles = rolesOf(table.header, context, context.definitionFor(table.sheet));
    return {
      ...table,
      kind: "data-records",
      roles: roles.map((each) =>
        each.role === "indicator"
          ? { role: "left", reason: { nl: "bij records is alleen de waardekolom nodig", en: "records need only the column of values" } }
          : each,
      ),
    };
  },
};
