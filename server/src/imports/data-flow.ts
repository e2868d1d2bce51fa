import type { Row } from "./cell.ts";
import { headOf, isBlank, textOf } from "./cell.ts";
import { rolesOf } from "./data-heads.ts";
import { type ColumnRole, findHeader, type Layout } from "./layout.ts";

/** Where the first column with a head is `STROOM` or `STREAM`: its place, and of the two ends behind it. */
function startOf(row: Row): number {
  const first = row.cells.findIndex((cell) => !isBlank(cell));
  return first >= 0 && ["stroom", "stream"].includes(headOf(row.cells[first])) ? first : -1;
}

/**
 * Flow data: the first column is `STROOM` or `STREAM` and holds periods; the second is headed by the level *from*, the third by the level
 * *to*, or `IDEM` where that is the same; the others are indicators.
 */
export const dataFlow: Layout = {
  kind: "data-flow",
  recognise(head) {
    const header = findHeader(head, (row) => startOf(row) >= 0);
    return header === undefined ? undefined : { confidence: 1, header };
  },
  async read(table, context, problems) {
    const { header, sheet } = table;
    const start = startOf(header);
    const from = textOf(header.cells[start + 1]);
    const to = textOf(header.cells[start + 2]);
    if (from === "" || to === "") {
      problems.add("flow-columns", { file: sheet.file, sheet: sheet.name, row: header.number });
      return { ...table, kind: "left", reason: { nl: "de twee gebiedsniveaus ontbreken", en: "the two area levels are missing" } };
    }
    const ends: readonly ColumnRole[] = [{ role: "period" }, { role: "area" }, { role: "to" }];
    const roles = rolesOf(header, context, undefined).map((role, index): ColumnRole => {
      const end = ends[index - start];
      if (end !== undefined) return end;
      return role.role === "left" ? role : { role: "indicator", code: textOf(header.cells[index]) };
    });
    return { ...table, kind: "data-flow", roles, from, to: to.toLowerCase() === "idem" ? from : to };
  },
};
