import type { Layout } from "./layout.ts";
import { namedHeader, readNamed } from "./named.ts";

const heads = { code: ["itemcode"], name: ["naam", "name"], sequence: ["volgnr", "volgnummer", "seqno", "sequencenr"] };

/** Members of one dimension level: the sheet's name is the level's code; `Itemcode`, `Naam`, `Volgnr`. */
export const dimensionItems: Layout = {
  kind: "dimension-items",
  recognise(head) {
    const header = namedHeader(head, heads);
    return header === undefined ? undefined : { confidence: 0.9, header };
  },
  async read(table, _context, problems) {
    return { ...table, kind: "dimension-items", level: table.sheet.name.trim(), rows: await readNamed(table, heads, problems) };
  },
};
