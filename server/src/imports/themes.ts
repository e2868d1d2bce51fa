import type { Row } from "./cell.ts";
import { looseHead, textOf } from "./cell.ts";
import type { Layout, Table, ThemeRow } from "./layout.ts";
import { findHeader, rowsUnder } from "./layout.ts";

const heads = {
  path: ["path", "pad", "category", "categorie", "categorypath", "categoriepad", "folder", "map", "thema", "theme"],
  code: ["itemcode", "code", "onderwerpcode", "indicatorcode"],
  type: ["itemtype", "type", "typeitem"],
  alias: ["alias"],
} as const;

function at(row: Row, names: readonly string[]): number {
  return row.cells.findIndex((cell) => names.includes(looseHead(cell)));
}

/** The theme tree, as the incumbent exports its categories: path of folders, item code, item type, alias. */
export const themes: Layout = {
  kind: "themes",
  recognise(head) {
    const header = findHeader(head, (row) => at(row, heads.path) >= 0 && at(row, heads.code) >= 0 && at(row, heads.type) >= 0);
    return header === undefined ? undefined : { confidence: 0.97, header };
  },
  async read(table) {
    return { ...table, kind: "themes", rows: await readThemes(table) };
  },
};

async function readThemes(table: Table): Promise<readonly ThemeRow[]> {
  const columns = Object.fromEntries(Object.entries(heads).map(([key, names]) => [key, at(table.header, names)])) as Record<
    keyof typeof heads,
    number
  >;
  const out: ThemeRow[] = [];
  for await (const rows of rowsUnder(table)) {
    for (const row of rows) {
      const path = splitPath(textOf(row.cells[columns.path]));
      const code = textOf(row.cells[columns.code]);
      if (path.length === 0 && code === "") continue;
      out.push({
        row: row.number,
        path,
        code,
        type: textOf(row.cells[columns.type]).toLowerCase(),
        alias: columns.alias < 0 ? "" : textOf(row.cells[columns.alias]),
      });
    }
  }
  return out;
}

/** The folders of a path: parted by `>`, `|` or `\`; by `/` only where none of those stands in it. */
export function splitPath(text: string): readonly string[] {
  const mark = [">", "|", "\\"].find((each) => text.includes(each)) ?? "/";
  return text
    .split(mark)
    .map((each) => each.trim())
    .filter((each) => each !== "");
}
