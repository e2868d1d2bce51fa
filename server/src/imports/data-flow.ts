import { headOf } from "./cell.ts";
import { findHeader, type Layout } from "./layout.ts";

/** Flow data: the first column is `STROOM` or `STREAM`. Recognised, so that it can be refused by name. */
export const dataFlow: Layout = {
  kind: "data-flow",
  recognise(head) {
    const header = findHeader(head, (row) => ["stroom", "stream"].includes(headOf(row.cells[0])));
    return header === undefined ? undefined : { confidence: 1, header };
  },
  async read(table, _context, problems) {
    problems.add("flow-later", { file: table.sheet.file, sheet: table.sheet.name, row: table.header.number });
    return { ...table, kind: "data-flow" };
  },
};
