import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { type CellObject, type DenseWorkSheet, read } from "@e965/xlsx";
import type { Cell, Row } from "./cell.ts";
import { isBlank } from "./cell.ts";
import type { OldWorkbook } from "./workbook.ts";

function cellOf(value: unknown): Cell {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return value instanceof Date ? value.toISOString() : null;
}

/** The text of an error cell (`#N/A`), the value of any other. */
function valueIn(cell: CellObject | undefined): Cell {
  if (cell === undefined) return null;
  return cell.t === "e" ? (cell.w ?? "#N/A") : cellOf(cell.v);
}

function readOld(path: string): OldWorkbook {
  const book = read(readFileSync(path), { dense: true, cellDates: true });
  return book.SheetNames.map((name, index) => {
    const table = (book.Sheets[name] as DenseWorkSheet | undefined)?.["!data"] ?? [];
    const rows: Row[] = [];
    table.forEach((cells, at) => {
      const row = Array.from(cells ?? [], valueIn);
      if (!row.every(isBlank)) rows.push({ number: at + 1, cells: row });
    });
    return { name, hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0, rows };
  });
}

try {
  parentPort?.postMessage(readOld(workerData as string));
} catch (error) {
  parentPort?.postMessage(error instanceof Error ? error.message : String(error));
}
