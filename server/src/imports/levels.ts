import type { Layout } from "./layout.ts";
import { namedHeader, readNamed } from "./named.ts";

const heads = {
  code: ["geolevelcode", "gebiedsniveaucode"],
  name: ["namesingular", "naamenkelvoud", "name", "naam"],
  plural: ["nameplural", "naammeervoud"],
  of: ["type"],
};

/** Names of area levels, as the incumbent exports them: `Geolevel code`, `Type`, `Name Singular`, `Name Plural`. */
export const levels: Layout = {
  kind: "levels",
  recognise(head) {
    const header = namedHeader(head, heads);
    return header === undefined ? undefined : { confidence: 0.95, header };
  },
  async read(table, _context, problems) {
    return { ...table, kind: "levels", rows: await readNamed(table, heads, problems) };
  },
};
