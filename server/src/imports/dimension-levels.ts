import type { Layout } from "./layout.ts";
import { namedHeader, readNamed } from "./named.ts";

const heads = {
  code: ["dimensieniveaucode", "dimensionlevelcode", "dimlevelcode"],
  name: ["naam", "name"],
  of: ["dimensiecode", "dimensioncode", "dimensie", "dimension"],
};

/** Dimension levels: `Dimensieniveaucode`, `Naam`, `Dimensiecode`. */
export const dimensionLevels: Layout = {
  kind: "dimension-levels",
  recognise(head) {
    const header = namedHeader(head, heads, ["code", "name", "of"]);
    return header === undefined ? undefined : { confidence: 1, header };
  },
  async read(table, _context, problems) {
    return { ...table, kind: "dimension-levels", rows: await readNamed(table, heads, problems) };
  },
};
