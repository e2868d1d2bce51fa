import { encodeTexts } from "@peil/core/formats/bytes.ts";
import type { CubeHead, Figures } from "@peil/core/formats/format.ts";
import { type Language, say, type Text } from "@peil/core/model/text.ts";
import type { CellValue, WriteSheet } from "hucre/xlsx";
import { type ArchiveEntry, writeArchive } from "./archive.ts";
import { type Frame, frameOf, patternSheet, rowXml, sheetPath, shellOf } from "./theme-frame.ts";
import { type BookRow, bookHeads, bookRows, bookWidths, valueColumn } from "./theme-rows.ts";
import { contentsSheet, fixedNames, metadataSheet, mostRows, notesSheet, noteWord, sheetNamer, type WrittenSheet } from "./theme-sheets.ts";

/** An indicator of a theme: what is said about it, and its figures when their turn comes. */
export type ThemeIndicator = {
  readonly code: string;
  readonly name: Text;
  readonly unit: Text;
  readonly decimals: number;
  /** Name of the source. */
  readonly source?: Text;
  /** Everything said about it, in the language of the workbook. */
  readonly about: readonly { readonly word: Text; readonly text: string }[];
  /** Asked when its sheet is written; a text where there are no figures says why. */
  figures(): Promise<Figures | string>;
};

/** A theme with its indicators, ready to be a workbook. */
export type ThemeBook = {
  readonly name: Text;
  /** Name of the level of the areas. */
  readonly level: Text;
  readonly release: string;
  /** The address by which it was asked; absent where there is none. */
  readonly address?: string;
  readonly indicators: readonly ThemeIndicator[];
};

/**
 * A workbook of a theme: contents with links, a sheet an indicator (the same columns in the same place on each), metadata and notes.
 * Figures flow: what is held at a time is a slab of one indicator. An indicator of more rows than a sheet holds goes on in a next one.
 * @param rows rows that a sheet may have, headers counted
 */
export function writeThemeBook(book: ThemeBook, language: Language, rows = mostRows): AsyncGenerator<Uint8Array, void, undefined> {
  return writeArchive(parts(book, language, rows));
}

/**
 * The parts of the workbook. The library writes all of it but the rows of figures: a shell in which the sheets of figures are
 * replaced by those that flow. It is made twice: first for the frame around the rows, at the end with the contents.
 */
async function* parts(book: ThemeBook, language: Language, most: number): AsyncGenerator<ArchiveEntry, void, undefined> {
  const named = fixedNames(language);
  const nameOf = sheetNamer(Object.values(named));
  const decimals = [...new Set(book.indicators.map((each) => each.decimals))].sort((a, b) => a - b);
  const pattern = (name: string): WriteSheet => patternSheet(name, decimals, bookWidths);
  const example = book.indicators.slice(0, 1).map((indicator) => ({ name: "x", indicator, rows: 0 }));
  const frame = frameOf(await shellOf([contentsSheet(book, example, language), pattern("x")]), 2, decimals);
  const written: WrittenSheet[] = [];
  const said = openNotes(language);
  for (const indicator of book.indicators) {
    const found = await indicator.figures();
    if (typeof found === "string") {
      written.push({ indicator, rows: 0, remark: found });
      continue;
    }
    said.take(indicator, found.head);
    const rows = bookRows(found.head, found.slabs, language)[Symbol.asyncIterator]();
    const heads = bookHeads(found.head, language);
    let next = await rows.next();
    do {
      let count = 0;
      async function* upToMost(): AsyncGenerator<BookRow, void, undefined> {
        for (; !next.done && count < most - 1; next = await rows.next()) {
          count++;
          yield next.value;
        }
      }
      yield { path: sheetPath(2 + sheetsOf(written).length), chunks: encodeTexts(sheetText(frame, heads, upToMost(), indicator.decimals)) };
      written.push({ name: nameOf(indicator.code), indicator, rows: count });
    } while (!next.done);
  }
  const sheets = sheetsOf(written).map(({ name }) => pattern(name));
  const shell = await shellOf([
    contentsSheet(book, written, language),
    ...sheets,
    metadataSheet(book, language),
    notesSheet(said.lines(), language),
  ]);
  if (sheets.length > 0 && frameOf(shell, 2, decimals).bold !== frame.bold) throw new Error("the styles of the workbook moved");
  const streamed = new Set(sheets.map((_, at) => sheetPath(2 + at)));
  for (const [path, bytes] of Object.entries(shell)) if (!streamed.has(path)) yield { path, chunks: once(bytes) };
}

const sheetsOf = (written: readonly WrittenSheet[]) => written.flatMap(({ name }) => (name === undefined ? [] : [{ name }]));

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}

/** A sheet of figures: heads, then a row each, with the decimals of the indicator. */
async function* sheetText(
  frame: Frame,
  heads: readonly string[],
  rows: AsyncIterable<BookRow>,
  decimals: number,
): AsyncGenerator<string, void, undefined> {
  const style = frame.decimals.get(decimals);
  yield frame.before + rowXml(1, heads, () => frame.bold);
  let number = 1;
  for await (const row of rows) yield rowXml(++number, row, (column) => (column === valueColumn ? style : undefined));
  yield frame.after;
}

/** Gathers sources and remarks of the indicators, each once. */
function openNotes(language: Language): { take(indicator: ThemeIndicator, head: CubeHead): void; lines(): CellValue[][] } {
  const sources = new Map<string, CellValue[]>();
  const notes = new Map<string, CellValue[]>();
  return {
    take({ code }, head) {
      for (const { code: key, name, licence, url } of head.sources)
        sources.set(key, [noteWord("source", language), say(name, language), [licence, url].filter(Boolean).join(" · ")]);
      for (const { text, indicator } of head.notes) {
        const [about, words] = [indicator ?? code, say(text, language)];
        notes.set(`${about}\n${words}`, [noteWord("remark", language), about, words]);
      }
    },
    lines: () => [...sources.values(), [], ...notes.values()],
  };
}
