import { columnLetters, looseHead, textOf } from "./cell.ts";
import { fieldOf } from "./indicator-fields.ts";
import type { IndicatorRow, Layout } from "./layout.ts";
import { findHeader, rowsUnder } from "./layout.ts";

/** Indicator table: `Indicator code` or `Onderwerpcode`, and any of the metadata columns. Only the columns present are changed. */
export const indicators: Layout = {
  kind: "indicators",
  recognise(head) {
    const header = findHeader(head, (row) => {
      const fields = row.cells.map((cell) => fieldOf(looseHead(cell)));
      return fields.includes("code") && fields.filter((each) => each !== undefined).length >= 2;
    });
    return header === undefined ? undefined : { confidence: 0.9, header };
  },
  async read(table, _context, problems) {
    const columns = new Map<string, number>();
    const heads = new Map<string, string>();
    table.header.cells.forEach((cell, index) => {
      const head = textOf(cell);
      const field = fieldOf(looseHead(cell));
      const place = { file: table.sheet.file, sheet: table.sheet.name, row: table.header.number };
      if (head === "") return;
      if (field === undefined) {
        problems.add("column-left", place, {
          head,
          letters: columnLetters(index),
          reason: { nl: "Peil gebruikt ze niet", en: "Peil does not use it" },
        });
      } else if (columns.has(field)) {
        problems.add("column-twice", place, { head });
      } else {
        columns.set(field, index);
        heads.set(field, head);
      }
    });
    const rows: IndicatorRow[] = [];
    const seen = new Set<string>();
    for await (const batch of rowsUnder(table)) {
      for (const row of batch) {
        const cells = new Map([...columns].map(([field, index]) => [field, textOf(row.cells[index])]));
        const code = cells.get("code") ?? "";
        const place = { file: table.sheet.file, sheet: table.sheet.name, row: row.number };
        if (code === "") {
          problems.add("row-left", place, { reason: { nl: "er staat geen onderwerpcode", en: "it has no indicator code" } });
          continue;
        }
        if (seen.has(code.toLowerCase())) problems.add("code-twice", place, { code });
        seen.add(code.toLowerCase());
        rows.push({ row: row.number, code, cells });
      }
    }
    return { ...table, kind: "indicators", heads, rows };
  },
};
