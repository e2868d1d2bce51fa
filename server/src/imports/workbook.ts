import { readFile } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import { readXlsx, streamXlsxRows } from "hucre/xlsx";
import type { Cell, Row, Sheet } from "./cell.ts";
import { isBlank } from "./cell.ts";
import { refuse } from "./problems.ts";

const bundle = 512;

/** Opens an xlsx or xlsm workbook; its rows are read as they are asked for. */
export async function openWorkbook(path: string, file: string): Promise<readonly Sheet[]> {
  const bytes = new Uint8Array(await readFile(path));
  const found: { name: string; hidden: boolean }[] = [];
  try {
    await readXlsx(bytes, {
      sheets: (info) => {
        found.push({ name: info.name, hidden: Boolean(info.hidden) || Boolean(info.veryHidden) });
        return false;
      },
    });
  } catch (error) {
    refuse("file-damaged", { file }, { what: messageOf(error) });
  }
  return found.map(({ name, hidden }, index) => ({
    file,
    name,
    hidden,
    decimalComma: true,
    read: () => readSheet(bytes, file, name, index),
  }));
}

async function* readSheet(bytes: Uint8Array, file: string, sheet: string, index: number): AsyncGenerator<readonly Row[]> {
  let rows: Row[] = [];
  try {
    for await (const row of streamXlsxRows(bytes, { sheet: index })) {
      const cells = (row.values as readonly unknown[]).map(cellOf);
      if (cells.every(isBlank)) continue;
      rows.push({ number: row.index + 1, cells });
      if (rows.length === bundle) {
        yield rows;
        rows = [];
      }
    }
  } catch (error) {
    refuse("file-damaged", { file, sheet }, { what: messageOf(error) });
  }
  if (rows.length > 0) yield rows;
}

function cellOf(value: unknown): Cell {
  if (typeof value === "string") return value.replaceAll("\r\n", "\n");
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "#NUM!" : value.toISOString();
  return null;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What the worker that reads old workbooks gives back. */
export type OldWorkbook = readonly { readonly name: string; readonly hidden: boolean; readonly rows: readonly Row[] }[];

/** How much memory and time the reader of old workbooks gets. */
export const oldLimits = { megabytes: 1024, milliseconds: 120_000 };

/** Opens an xls or xlsb workbook. Its reader works beside us in a thread, so that a bad file takes nothing along. */
export async function openOldWorkbook(path: string, file: string): Promise<readonly Sheet[]> {
  const sheets = await new Promise<OldWorkbook>((resolve, reject) => {
    const worker = new Worker(new URL("./workbook-worker.ts", import.meta.url), {
      workerData: path,
      resourceLimits: { maxOldGenerationSizeMb: oldLimits.megabytes },
    });
    const timer = setTimeout(() => {
      reject(new Error("timeout"));
      void worker.terminate();
    }, oldLimits.milliseconds);
    worker.once("message", (message: OldWorkbook | string) => {
      clearTimeout(timer);
      if (typeof message === "string") reject(new Error(message));
      else resolve(message);
      void worker.terminate();
    });
    worker.once("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
  }).catch((error: unknown) => refuse("file-damaged", { file }, { what: messageOf(error) }));
  return sheets.map(({ name, hidden, rows }) => ({
    file,
    name,
    hidden,
    decimalComma: true,
    read: async function* () {
      for (let at = 0; at < rows.length; at += bundle) yield rows.slice(at, at + bundle);
    },
  }));
}
