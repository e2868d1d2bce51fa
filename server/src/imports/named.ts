import type { Row } from "./cell.ts";
import { looseHead, numberOf, textOf } from "./cell.ts";
import type { Head, NamedRow, Table } from "./layout.ts";
import { findHeader, rowsUnder } from "./layout.ts";
import type { Problems } from "./problems.ts";

/** Loose heads (see `looseHead`) of the columns of a list of codes with names. */
export type NamedHeads = {
  readonly code: readonly string[];
  readonly name: readonly string[];
  readonly sequence?: readonly string[];
  readonly of?: readonly string[];
  readonly plural?: readonly string[];
};

function at(row: Row, heads: readonly string[] | undefined): number {
  return heads === undefined ? -1 : row.cells.findIndex((cell) => heads.includes(looseHead(cell)));
}

/** The head row of such a list: code and name (and `of`, where it is wanted) stand in it. */
export function namedHeader(head: Head, heads: NamedHeads, wanted: readonly (keyof NamedHeads)[] = ["code", "name"]): Row | undefined {
  return findHeader(head, (row) => wanted.every((each) => at(row, heads[each]) >= 0));
}

/** Reads the list. Rows without a code but with other cells are a problem; codes that come back too. */
export async function readNamed(table: Table, heads: NamedHeads, problems: Problems): Promise<readonly NamedRow[]> {
  const [code, name, sequence, of, plural] = [heads.code, heads.name, heads.sequence, heads.of, heads.plural].map((each) =>
    at(table.header, each),
  ) as [number, number, number, number, number];
  const out: NamedRow[] = [];
  const seen = new Set<string>();
  for await (const rows of rowsUnder(table)) {
    for (const row of rows) {
      const place = { file: table.sheet.file, sheet: table.sheet.name, row: row.number };
      const text = textOf(row.cells[code]);
      if (text === "") {
        problems.add("code-missing", place);
        continue;
      }
      if (seen.has(text.toLowerCase())) problems.add("code-twice", place, { code: text });
      seen.add(text.toLowerCase());
      const number = sequence < 0 ? undefined : numberOf(row.cells[sequence], table.sheet.decimalComma);
      out.push({
        row: row.number,
        code: text,
        name: (name < 0 ? "" : textOf(row.cells[name])) || text,
        ...(number === undefined ? {} : { sequence: number }),
        ...(of < 0 ? {} : { of: textOf(row.cells[of]) }),
        ...(plural < 0 ? {} : { plural: textOf(row.cells[plural]) }),
      });
    }
  }
  return out;
}
