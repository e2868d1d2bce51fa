import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { detect } from "chardet";
import iconv from "iconv-lite";
import type { Row, Sheet } from "./cell.ts";

const chunkSize = 1 << 20;

/** How a text file is written: its encoding and what stands between its fields. */
export type CsvShape = { readonly encoding: string; readonly delimiter: string };

/** Opens a text file as one sheet. */
export async function openCsv(path: string, file: string, name: string): Promise<Sheet> {
  const shape = await sniff(path);
  return {
    file,
    name,
    hidden: false,
    decimalComma: shape.delimiter !== ",",
    read: () => readCsv(path, shape),
  };
}

/** Finds out encoding and delimiter: from the byte order mark, the validity as UTF-8, and the first lines. */
export async function sniff(path: string): Promise<CsvShape> {
  const handle = await open(path);
  try {
    const buffer = Buffer.alloc(1 << 16);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    const sample = buffer.subarray(0, bytesRead);
    const encoding = await encodingOf(path, sample);
    return { encoding, delimiter: delimiterOf(iconv.decode(sample, encoding)) };
  } finally {
    await handle.close();
  }
}

async function encodingOf(path: string, sample: Buffer): Promise<string> {
  if (sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf) return "utf8";
  if (sample[0] === 0xff && sample[1] === 0xfe) return "utf16le";
  if (sample[0] === 0xfe && sample[1] === 0xff) return "utf16be";
  const zeros = sample.reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0);
  if (zeros > sample.length / 4) return sample[0] === 0 ? "utf16be" : "utf16le";
  if (await validUtf8(path)) return "utf8";
  const guess = detect(sample) ?? "windows-1252";
  return iconv.encodingExists(guess) && !/^(iso-8859|utf-8|ascii)/i.test(guess) && /^(windows|mac|cp)/i.test(guess)
    ? guess
    : "windows-1252";
}

/** A file that starts in plain letters may hold an é of another encoding on its last line, so the whole file is checked. */
async function validUtf8(path: string): Promise<boolean> {
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: chunkSize }) as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = lastWhole(bytes);
    if (!isUtf8(bytes.subarray(0, end))) return false;
    rest = Buffer.from(bytes.subarray(end));
  }
  return isUtf8(rest);
}

/** Where the last whole character ends. */
function lastWhole(bytes: Buffer): number {
  let at = bytes.length - 1;
  while (at > bytes.length - 4 && at > 0 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--;
  return ((bytes[at] ?? 0) & 0x80) === 0 ? bytes.length : Math.max(at, 0);
}

/** The delimiter that splits the first lines most evenly. */
export function delimiterOf(sample: string): string {
  const lines = sample
    .replace(/^\ufeff/, "")
    .replace(/"[^"]*"/g, "")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
  if (lines.length > 2) lines.pop();
  const counted = [";", "\t", "|", ","].map((delimiter) => {
    const counts = lines.slice(0, 30).map((line) => line.split(delimiter).length - 1);
    const first = counts[0] ?? 0;
    const same = counts.filter((each) => each === first).length / Math.max(1, counts.length);
    return { delimiter, score: first === 0 ? 0 : same * 1000 + first };
  });
  const best = counted.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.delimiter : ";";
}

async function* readCsv(path: string, shape: CsvShape): AsyncGenerator<readonly Row[]> {
  const decoder = iconv.getDecoder(shape.encoding);
  const parser = new CsvParser(shape.delimiter);
  for await (const chunk of createReadStream(path, { highWaterMark: chunkSize }) as AsyncIterable<Buffer>) {
    const rows = parser.push(decoder.write(chunk));
    if (rows.length > 0) yield rows;
  }
  const rows = [...parser.push(decoder.end() ?? ""), ...parser.finish()];
  if (rows.length > 0) yield rows;
}

/** Splits text into rows as it comes. Fields may be quoted with `"`, a quote inside them is doubled. */
export class CsvParser {
  readonly #delimiter: string;
  #rest = "";
  #number = 0;
  #started = false;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** The rows that are whole after this piece of text. */
  push(piece: string): Row[] {
    let text = this.#rest + piece;
    if (!this.#started && text.length > 0) {
      this.#started = true;
      if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
    }
    const out: Row[] = [];
    const quoted = text.includes('"');
    let start = 0;
    for (;;) {
      const end = quoted ? lineEnd(text, start) : text.indexOf("\n", start);
      if (end < 0) break;
      this.#take(text.slice(start, end), quoted, out);
      start = end + 1;
    }
    this.#rest = text.slice(start);
    return out;
  }

  /** The last row, where the file does not end with a line end. */
  finish(): Row[] {
    const out: Row[] = [];
    if (this.#rest !== "") this.#take(this.#rest, this.#rest.includes('"'), out);
    this.#rest = "";
    return out;
  }

  #take(line: string, quoted: boolean, out: Row[]): void {
    this.#number++;
    const text = line.endsWith("\r") ? line.slice(0, -1) : line;
    if (text === "") return;
    const cells = quoted && text.includes('"') ? splitQuoted(text, this.#delimiter) : text.split(this.#delimiter);
    if (cells.some((cell) => cell !== "")) out.push({ number: this.#number, cells });
  }
}

/** The next line end that stands outside quotes, or -1. */
function lineEnd(text: string, start: number): number {
  let from = start;
  for (;;) {
    const end = text.indexOf("\n", from);
    const quote = text.indexOf('"', from);
    if (end < 0 || quote < 0 || end < quote) return end;
    const closing = text.indexOf('"', quote + 1);
    if (closing < 0) return -1;
    from = closing + 1;
  }
}

function splitQuoted(line: string, delimiter: string): string[] {
  const out: string[] = [];
  let at = 0;
  while (at <= line.length) {
    if (line.charCodeAt(at) === 34) {
      let field = "";
      at++;
      for (;;) {
        const quote = line.indexOf('"', at);
        if (quote < 0) {
          field += line.slice(at);
          at = line.length;
          break;
        }
        field += line.slice(at, quote);
        at = quote + 1;
        if (line.charCodeAt(at) !== 34) break;
        field += '"';
        at++;
      }
      const next = line.indexOf(delimiter, at);
      out.push(field + (next < 0 ? line.slice(at) : line.slice(at, next)));
      if (next < 0) return out;
      at = next + 1;
    } else {
      const next = line.indexOf(delimiter, at);
      out.push(next < 0 ? line.slice(at) : line.slice(at, next));
      if (next < 0) return out;
      at = next + 1;
    }
  }
  return out;
}
