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

/** The level that a file defines: by its name, without what people add to it; by its sheet where the name can be no code. */
export function levelOf(sheet: Sheet, context: Context): string {
  const name = stem(sheet.file).trim();
  const short = name.replace(/([_ -](definities?|def|gebieden|areas))?( ?\(\d+\))?$/i, "");
  const known = [name, short].find((each) => context.levels.has(each.toLowerCase()));
  if (known !== undefined || /^[A-Za-z]\w*$/.test(short)) return known ?? short;
  return sheet.name.trim();
}
