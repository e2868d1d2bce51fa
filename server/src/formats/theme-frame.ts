import { unzipSync } from "fflate";
import { type ColumnDef, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { workbookProperties } from "./xlsx.ts";

/** What stands around the rows of a sheet, and the numbers of the styles in them. */
export type Frame = {
  readonly before: string;
  readonly after: string;
  readonly bold: number;
  /** By number of decimals. */
  readonly decimals: ReadonlyMap<number, number>;
};

/** Files of a workbook by their path. */
export type Shell = Readonly<Record<string, Uint8Array>>;

/** Where a workbook has its sheet of a number, from 1. */
export function sheetPath(number: number): string {
  return `xl/worksheets/sheet${number}.xml`;
}

/** Everything of a workbook but the rows of figures, as the library writes it. */
export async function shellOf(sheets: WriteSheet[]): Promise<Shell> {
  return unzipSync(await writeXlsx({ sheets, stringMode: "inline", properties: workbookProperties }));
}

/** A sheet that holds every style of figures, in a fixed order: the library numbers styles as it meets them. */
export function patternSheet(name: string, decimals: readonly number[], columns: ColumnDef[]): WriteSheet {
  const bold = { value: "", style: { font: { bold: true } } };
  const formats = decimals.map((each) => ({ value: 0, style: { numFmt: each === 0 ? "#,##0" : `#,##0.${"0".repeat(each)}` } }));
  const cells = new Map([bold, ...formats].map((each, at) => [`0,${at}`, each]));
  return { name, rows: [["", ...decimals.map(() => 0)]], cells, columns, freezePane: { rows: 1 } };
}

/** Reads the frame off a pattern sheet that the library wrote. */
export function frameOf(shell: Shell, number: number, decimals: readonly number[]): Frame {
  const text = new TextDecoder().decode(shell[sheetPath(number)]);
  const [start, end] = [text.indexOf("<row"), text.lastIndexOf("</row>") + "</row>".length];
  const row = text.slice(start, end);
  const styles = [...row.matchAll(/<c [^>]*?\bs="(\d+)"/g)].map((match) => Number(match[1]));
  const [bold, ...formats] = styles;
  if (start < 0 || bold === undefined || formats.length !== decimals.length) throw new Error("the workbook library wrote another sheet");
  return {
    before: text.slice(0, start).replace(/<dimension[^>]*\/>/, ""),
    after: text.slice(end),
    bold,
    decimals: new Map(decimals.map((each, at) => [each, formats[at] as number])),
  };
}

type Field = string | number | null;

/** A row of a sheet (SpreadsheetML). Texts are texts: nothing in them is run. @param styleOf style of the cell in a column */
export function rowXml(number: number, fields: readonly Field[], styleOf: (column: number) => number | undefined): string {
  let cells = "";
  for (const [column, field] of fields.entries()) {
    if (field === null || field === "") continue;
    const style = styleOf(column);
    const at = `r="${letters(column)}${number}"${style === undefined ? "" : ` s="${style}"`}`;
    cells +=
      typeof field === "number"
        ? `<c ${at}><v>${field}</v></c>`
        : `<c ${at} t="inlineStr"><is><t${/^\s|\s$|[\r\n\t]/.test(field) ? ' xml:space="preserve"' : ""}>${escaped(field)}</t></is></c>`;
  }
  return `<row r="${number}">${cells}</row>`;
}

const known: string[] = [];

/** A column as spreadsheets name it: A, B … Z, AA. */
function letters(column: number): string {
  const name = known[column];
  if (name !== undefined) return name;
  const made = (column < 26 ? "" : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
  known[column] = made;
  return made;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** A text in XML, without the characters that XML does not know. */
function escaped(text: string): string {
  if (!/[&<>\p{Cc}\uFFFE\uFFFF]|\p{Cs}/u.test(text)) return text;
  return text
    .toWellFormed()
    .replace(/[&<>]/g, (each) => entities[each] ?? each)
    .replace(/(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu, "");
}
