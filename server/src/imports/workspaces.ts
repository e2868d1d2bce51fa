import type { Row } from "./cell.ts";
import { looseHead, textOf } from "./cell.ts";
import { findHeader, type Layout, rowsUnder, type Table, type WorkspaceRow } from "./layout.ts";

const heads = {
  guid: ["workspaceguid", "workspace"],
  target: ["target", "doel", "address", "adres", "link", "url"],
} as const;

/** Columns that hold parameters of a former link, by loose head. */
const parameters: Readonly<Record<string, string>> = {
  var: "var",
  onderwerp: "var",
  geolevel: "geolevel",
  gebiedsniveau: "geolevel",
  geoitem: "geoitem",
  gebied: "geoitem",
  geoitemcodes: "geoitem_codes",
  geosplit: "geosplit",
  geocompare: "geocompare",
  geocompareitem: "geocompare_item",
  period: "period",
  periode: "period",
  dimlevel: "dimlevel",
};

function at(row: Row, names: readonly string[]): number {
  return row.cells.findIndex((cell) => names.includes(looseHead(cell)));
}

/** Where the workspaces of a former site lead: `workspace_guid` with a target, or with the parameters of a selection. */
export const workspaces: Layout = {
  kind: "workspaces",
  recognise(head) {
    const header = findHeader(head, (row) => at(row, ["workspaceguid"]) >= 0);
    return header === undefined ? undefined : { confidence: 0.99, header };
  },
  async read(table) {
    return { ...table, kind: "workspaces", rows: await readWorkspaces(table) };
  },
};

async function readWorkspaces(table: Table): Promise<readonly WorkspaceRow[]> {
  const [guid, target] = [at(table.header, heads.guid), at(table.header, heads.target)];
  const named = table.header.cells.map((cell) => parameters[looseHead(cell)]);
  const out: WorkspaceRow[] = [];
  for await (const rows of rowsUnder(table)) {
    for (const row of rows) {
      const fields = named.flatMap((name, i) => {
        const text = name === undefined ? "" : textOf(row.cells[i]);
        return name === undefined || text === "" ? [] : [[name, text] as const];
      });
      out.push({
        row: row.number,
        guid: textOf(row.cells[guid]),
        target: target < 0 ? "" : textOf(row.cells[target]),
        fields: new Map(fields),
      });
    }
  }
  return out;
}
