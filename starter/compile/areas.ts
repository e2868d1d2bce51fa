import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { csvLine, quoted, run, table, texts, type Workshop } from "./engine.ts";
import { aliases } from "./levels.ts";
import { namesOf } from "./names.ts";

const list = aliases.map(quoted).join(", ");

/**
 * Tables that the source does not have and that follow from two others: an older division straight to today's
 * municipalities. Every step in them is whole and unambiguous.
 */
const composed: readonly (readonly [child: string, through: string, parent: string])[] = [
  ["gemeente2018", "gemeente2024", "gemeente"],
  ["deelgemeente2024", "gemeente2024", "gemeente"],
];

/** Reads areas and links into the tables `area` and `link` and writes `areas.csv` and `aggregation.csv`. */
export async function compileAreas(shop: Workshop): Promise<number> {
  await run(
    shop,
    `CREATE TABLE area AS SELECT level, code, name, seq::INTEGER AS seq, is_unknown = '1' AS pseudo
    FROM ${table(shop, "areas/areas.csv.gz")} WHERE level IN (${list})`,
  );
  await run(
    shop,
    `CREATE TABLE link AS SELECT child_level, child_code AS child, parent_level, parent_code AS parent, weight
    FROM ${table(shop, "areas/aggregation.csv.gz")} WHERE child_level IN (${list}) AND parent_level IN (${list})`,
  );
  for (const [child, through, parent] of composed) {
    await run(
      shop,
      `INSERT INTO link SELECT a.child_level, a.child, b.parent_level, b.parent, '1'
      FROM link a JOIN link b ON b.child_level = a.parent_level AND b.child = a.parent
      WHERE a.child_level = ${quoted(child)} AND a.parent_level = ${quoted(through)} AND b.parent_level = ${quoted(parent)}
        AND a.weight = '1' AND b.weight = '1'`,
    );
  }
  const lost = await texts(
    shop,
    `SELECT DISTINCT child_level, child FROM link
    WHERE (child_level, child) NOT IN (SELECT (level, code) FROM area) OR (parent_level, parent) NOT IN (SELECT (level, code) FROM area)`,
  );
  if (lost.length > 0) throw new Error(`links without an area: ${JSON.stringify(lost.slice(0, 3))}`);
  const areas = await texts(
    shop,
    `SELECT level, code, name, seq, pseudo::INTEGER AS pseudo FROM area
    ORDER BY list_position([${list}], level), pseudo, CASE WHEN level = 'gewest' AND code = '2000' THEN 0 ELSE seq END, code`,
  );
  const rows = areas.map((each) => {
    const name = namesOf(each.name ?? "", each.code ?? "");
    return [each.level ?? "", each.code ?? "", name.nl, name.en, "", each.seq ?? "", each.pseudo ?? ""];
  });
  numberWithinLevel(rows);
  write(shop, "areas.csv", ["level", "code", "name_nl", "name_en", "name_fr", "sequence", "pseudo"], rows);
  const links = await texts(
    shop,
    `SELECT child_level, child, parent_level, parent, weight FROM link
    ORDER BY list_position([${list}], child_level), list_position([${list}], parent_level), child, parent`,
  );
  const fields = ["child_level", "child", "parent_level", "parent", "weight"];
  write(
    shop,
    "aggregation.csv",
    fields,
    links.map((each) => fields.map((field) => each[field] ?? "")),
  );
  return rows.length;
}

/** Gives the areas of each level the numbers 1, 2, 3 … in the order in which they stand. */
function numberWithinLevel(rows: string[][]): void {
  let level = "";
  let at = 0;
  for (const row of rows) {
    at = row[0] === level ? at + 1 : 1;
    level = row[0] ?? "";
    row[5] = String(at);
  }
}

function write(shop: Workshop, file: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  writeFileSync(join(shop.target, file), `${[head, ...rows].map(csvLine).join("\n")}\n`);
}
