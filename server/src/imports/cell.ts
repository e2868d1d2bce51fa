/** What stands in a cell of a sheet. Dates come as ISO text, errors of the spreadsheet as their own text (`#N/A`). */
export type Cell = string | number | boolean | null;

/** A row as it stands in the file; `number` is 1-based, as a spreadsheet shows it. */
export type Row = { readonly number: number; readonly cells: readonly Cell[] };

/** A sheet of a workbook, or a whole text file. `read` may be called again. */
export type Sheet = {
  /** Name of the file as the user gave it; inside a zip `<zip>/<file>`. */
  readonly file: string;
  /** Name of the sheet; for a text file the name of the file without its ending. */
  readonly name: string;
  readonly hidden: boolean;
  /** Whether a comma stands for the decimal point in its texts. */
  readonly decimalComma: boolean;
  /** The rows in bundles, blank rows left out. */
  read(): AsyncIterable<readonly Row[]>;
};

const spaces = /[\s\u00a0\u200b\ufeff]+/g;

/** The text of a cell without outer blanks; whole numbers without `.0`. Empty where nothing stands. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "string") return trimmed(cell);
  if (typeof cell === "number") return String(cell);
  return cell ? "1" : "0";
}

function trimmed(text: string): string {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  if (first > 32 && first < 127 && last > 32 && last < 127) return text;
  return text.replace(/^[\s\u00a0\u200b\ufeff]+|[\s\u00a0\u200b\ufeff]+$/g, "");
}

/** Whether nothing stands in a cell: no text, or only blanks. */
export function isBlank(cell: Cell | undefined): boolean {
  if (cell === null || cell === undefined) return true;
  return typeof cell === "string" && (cell.length === 0 || trimmed(cell).length === 0);
}

/** A column head in the form in which it is compared: lower case, single blanks. */
export function headOf(cell: Cell | undefined): string {
  return textOf(cell).replace(spaces, " ").toLowerCase();
}

/** A column head without blanks, hyphens and underscores: for heads that are words, not codes. */
export function looseHead(cell: Cell | undefined): string {
  return headOf(cell).replace(/[ \-_.()]/g, "");
}

const plain = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const comma = /^[+-]?\d*,\d+$/;

/** The number that a cell holds, or undefined where it holds none. Thousands may not be separated. */
export function numberOf(cell: Cell | undefined, decimalComma: boolean): number | undefined {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : undefined;
  if (typeof cell !== "string") return undefined;
  const text = trimmed(cell);
  if (plain.test(text)) return Number(text);
  if (decimalComma && comma.test(text)) return Number(text.replace(",", "."));
  return undefined;
}

/** Whether a text is an error that a spreadsheet left in a cell, in Dutch or English. */
export function isSpreadsheetError(text: string): boolean {
  return /^#(N\/?[AB]|REF|VERW|VALUE|WAARDE|DIV\/0|DEEL\/0|NAME|NAAM|NUM|GETAL|NULL|LEEG)[!?]?!?$/i.test(text);
}

/** The letters over a column in a spreadsheet: 0 is A. */
export function columnLetters(index: number): string {
  let out = "";
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) out = String.fromCharCode(65 + ((n - 1) % 26)) + out;
  return out;
}
