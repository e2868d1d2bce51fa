import type { Row } from "./cell.ts";
import { headOf, isBlank, numberOf, textOf } from "./cell.ts";
import type { Finding, Head, PairRow, Table } from "./layout.ts";
import { rowsUnder } from "./layout.ts";
import type { Problems } from "./problems.ts";

/** Which columns of an aggregation table hold child, parent and weight (-1: none). */
export type PairColumns = { readonly child: number; readonly parent: number; readonly weight: number };

/** Columns that only repeat a name beside a code. */
const nameColumn = /^(name|naam)([ _]|$)|[ _](name|naam)$/;

/** The columns of an aggregation table, or undefined where a row is not the head of one. */
export function pairColumns(row: Row): PairColumns | undefined {
  const heads = row.cells.map((cell, index) => ({ head: headOf(cell), index })).filter((each) => each.head !== "");
  const codes = heads.filter((each) => !nameColumn.test(each.head));
  const weight = codes.find((each) => ["weight", "gewicht", "weging"].includes(each.head));
  const [child, parent, ...rest] = codes.filter((each) => each !== weight);
  if (child === undefined || parent === undefined || rest.length > 0) return undefined;
  return { child: child.index, parent: parent.index, weight: weight?.index ?? -1 };
}

/** Finds the head of an aggregation table between two known levels; one known and one like it is enough to be told of the other. */
export function findPairs(head: Head, known: ReadonlySet<string>): Finding | undefined {
  const header = head.rows[0];
  const columns = header === undefined ? undefined : pairColumns(header);
  if (header === undefined || columns === undefined) return undefined;
  const both = [columns.child, columns.parent].filter((index) => known.has(headOf(header.cells[index]))).length;
  if (both === 2) return { confidence: 0.9, header };
  return both === 1 && head.rows.length > 1 && head.rows.every((row) => row.cells.length <= header.cells.length)
    ? { confidence: 0.4, header }
    : undefined;
}

/** Reads the rows. A blank child or parent (a space too) makes no pair. */
export async function readPairs(table: Table, problems: Problems): Promise<{ child: string; parent: string; rows: readonly PairRow[] }> {
  const columns = pairColumns(table.header) ?? { child: 0, parent: 1, weight: -1 };
  const out: PairRow[] = [];
  for await (const rows of rowsUnder(table)) {
    for (const row of rows) {
      const place = { file: table.sheet.file, sheet: table.sheet.name, row: row.number };
      const [child, parent] = [textOf(row.cells[columns.child]), textOf(row.cells[columns.parent])];
      if (child === "" || parent === "") {
        problems.add("row-left", place, { reason: { nl: "kind of ouder is leeg", en: "child or parent is empty" } });
        continue;
      }
      out.push({ row: row.number, child, parent, weight: weightOf(row, columns.weight, table, problems) });
    }
  }
  return { child: textOf(table.header.cells[columns.child]), parent: textOf(table.header.cells[columns.parent]), rows: out };
}

function weightOf(row: Row, column: number, table: Table, problems: Problems): number | undefined {
  if (column < 0) return 1;
  const cell = row.cells[column];
  if (isBlank(cell)) return undefined;
  const weight = numberOf(cell, table.sheet.decimalComma);
  if (weight === undefined || weight < 0) {
    problems.add("weight-unreadable", { file: table.sheet.file, sheet: table.sheet.name, row: row.number }, { text: textOf(cell) });
  }
  return weight;
}
