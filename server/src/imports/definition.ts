import { headOf, textOf } from "./cell.ts";
import type { DefinedType, Layout } from "./layout.ts";
import { findHeader, rowsUnder } from "./layout.ts";

const types: readonly string[] = ["period", "geolevel", "geoitem", "dim", "var", "data"];

/** A definition sheet, `<data sheet>_def` or `data_def`: per column of a data sheet what it holds. */
export const definition: Layout = {
  kind: "definition",
  recognise(head) {
    if (!/_def$/i.test(head.sheet.name.trim())) return undefined;
    const header = findHeader(head, (row) => {
      const heads = row.cells.map(headOf);
      return heads.includes("col") && heads.includes("type");
    });
    return header === undefined ? undefined : { confidence: 1, header };
  },
  async read(table, _context, problems) {
    const heads = table.header.cells.map(headOf);
    const [col, type] = [heads.indexOf("col"), heads.indexOf("type")];
    const found = new Map<string, DefinedType>();
    for await (const rows of rowsUnder(table)) {
      for (const row of rows) {
        const name = headOf(row.cells[col]);
        const kind = headOf(row.cells[type]);
        if (name === "") continue;
        if (!types.includes(kind)) {
          const place = { file: table.sheet.file, sheet: table.sheet.name, row: row.number };
          problems.add("value-unknown", place, { head: "type", text: textOf(row.cells[type]), choices: types.join(", ") });
        }
        found.set(name, types.includes(kind) ? (kind as DefinedType) : "var");
      }
    }
    return { ...table, kind: "definition", definition: { sheet: table.sheet, types: found, heads: [...found.keys()] } };
  },
};
