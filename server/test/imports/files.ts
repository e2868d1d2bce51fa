import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ProblemCode } from "@peil/core/import-problems.ts";
import type { Row, Sheet } from "../../src/imports/cell.ts";
import type { ImportReport } from "../../src/imports/preview.ts";

/** Path of an invented file in `fixtures/files`. */
export function fixture(name: string): string {
  return join(import.meta.dirname, "../../../fixtures/files", name);
}

/** Writes a text file of one test. @returns its path */
export async function textFile(name: string, text: string | Uint8Array): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "peil-file-")), name);
  await writeFile(path, text);
  return path;
}

/** All rows of a sheet. */
export async function rowsIn(sheet: Sheet | undefined): Promise<readonly Row[]> {
  const out: Row[] = [];
  if (sheet !== undefined) for await (const rows of sheet.read()) out.push(...rows);
  return out;
}

/** How often each kind of problem was met. */
export function tally(report: ImportReport): Partial<Record<ProblemCode, number>> {
  return Object.fromEntries(report.problems.map((each) => [each.code, each.count]));
}
