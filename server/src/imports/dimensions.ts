import type { Layout } from "./layout.ts";
import { namedHeader, readNamed } from "./named.ts";

const heads = { code: ["dimensiecode", "dimensioncode"], name: ["naam", "name"] };

/** Dimensions: `Dimensiecode`, `Naam`. */
export const dimensions: Layout = {
  kind: "dimensions",
  recognise(head) {
    const header = namedHeader(head, heads);
    return header === undefined ? undefined : { confidence: 0.9, header };
  },
  async read(table, _context, problems) {
    return { ...table, kind: "dimensions", rows: await readNamed(table, heads, problems) };
  },
};
