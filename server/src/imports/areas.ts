import type { Sheet } from "./cell.ts";
import { stem } from "./file.ts";
import type { Context, Layout } from "./layout.ts";
import { namedHeader, readNamed } from "./named.ts";

const heads = {
  code: ["geoitemcode", "gebiedscode", "gebiedcode"],
  name: ["name", "naam"],
  sequence: ["sequencenr", "seqno", "volgnr", "volgnummer"],
};

/** Area definitions: `sequence nr`, `geoitem code`, `short name`, `name`; the file's name is the level's code. */
export const areas: Layout = {
  kind: "areas",
  recognise(head) {
    const header = namedHeader(head, heads);
    return header === undefined ? undefined : { confidence: 0.95, header };
  },
  async read(table, context, problems) {
    return { ...table, kind: "areas", level: levelOf(table.sheet, context), rows: await readNamed(table, heads, problems) };
  },
};

/** The level that a file defines: by its name, by its name without what people add, or by the name of its sheet. */
function levelOf(sheet: Sheet, context: Context): string {
  const name = stem(sheet.file).trim();
  const short = name.replace(/([_ -](definities?|def|gebieden|areas))?( ?\(\d+\))?$/i, "");
  return [name, short, sheet.name.trim()].find((each) => context.levels.has(each.toLowerCase())) ?? short;
}
