import { type Language, say, type Text } from "@peil/core/model/text.ts";
import type { CellValue, ColumnDef, WriteSheet } from "hucre/xlsx";
import type { ThemeBook, ThemeIndicator } from "./theme-book.ts";
import { meaningsOf } from "./xlsx-notes.ts";

/** Rows that a sheet of a workbook holds (ECMA-376), headers counted. */
export const mostRows = 1_048_576;

/** Characters that a cell holds; longer texts end in an ellipsis. */
const mostCharacters = 32_000;

const words = {
  contents: { nl: "Inhoud", en: "Contents" },
  metadata: { nl: "Metadata", en: "Metadata" },
  notes: { nl: "Toelichting", en: "Notes" },
  theme: { nl: "Thema", en: "Theme" },
  level: { nl: "Niveau", en: "Level" },
  release: { nl: "Publicatie", en: "Release" },
  address: { nl: "Adres", en: "Address" },
  indicator: { nl: "Onderwerp", en: "Indicator" },
  code: { nl: "Code", en: "Code" },
  sheet: { nl: "Blad", en: "Sheet" },
  unit: { nl: "Eenheid", en: "Unit" },
  rows: { nl: "Rijen", en: "Rows" },
  remark: { nl: "Opmerking", en: "Remark" },
  source: { nl: "Bron", en: "Source" },
  licence: { nl: "Licentie", en: "Licence" },
  signs: { nl: "Toestanden en tekens", en: "Statuses and signs" },
  value: { nl: "Waarde", en: "Value" },
  empty: {
    nl: "leeg waar er geen cijfer is; de kolom Toestand zegt waarom",
    en: "empty where there is no figure; the column Status says why",
  },
} as const;

/** Names of the sheets that are no indicators. */
export function fixedNames(language: Language): { readonly contents: string; readonly metadata: string; readonly notes: string } {
  return { contents: say(words.contents, language), metadata: say(words.metadata, language), notes: say(words.notes, language) };
}

/**
 * Names of sheets: the codes of the indicators, without what a name may not hold, at most 31 characters, and each once in any letter case.
 * @param taken names that are given away already
 */
export function sheetNamer(taken: readonly string[]): (code: string) => string {
  const used = new Set([...taken.map((each) => each.toLowerCase()), "history"]);
  return (code) => {
    const safe = [...code.replace(/[[\]:*?/\\\p{Cc}]/gu, "_").replace(/^'|'$/g, "_")].join("") || "_";
    for (let next = 1; ; next++) {
      const tail = next === 1 ? "" : `_${next}`;
      const name = clipped(safe, 31 - tail.length) + tail;
      if (used.has(name.toLowerCase())) continue;
      used.add(name.toLowerCase());
      return name;
    }
  };
}

/** A text of at most so many UTF-16 units, no character halved. */
function clipped(text: string, most: number): string {
  let out = "";
  for (const each of text) {
    if (out.length + each.length > most) break;
    out += each;
  }
  return out;
}

/** A sheet as it has come about: the indicator in it, and how much of it. Without a name there is none, and `remark` says why. */
export type WrittenSheet = { readonly name?: string; readonly indicator: ThemeIndicator; readonly rows: number; readonly remark?: string };

const bold = { font: { bold: true } };
const cell = (text: string): CellValue => (text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text);

type Cells = NonNullable<WriteSheet["cells"]>;

/** What the workbook holds, with a link to each sheet. */
export function contentsSheet(book: ThemeBook, sheets: readonly WrittenSheet[], language: Language): WriteSheet {
  const line = (word: Text, text: string): CellValue[] => [say(word, language), text];
  const top = [
    line(words.theme, say(book.name, language)),
    line(words.level, say(book.level, language)),
    line(words.release, book.release),
    ...(book.address === undefined ? [] : [line(words.address, book.address)]),
    [],
  ];
  const heads = [words.indicator, words.code, words.unit, words.rows, words.source, words.sheet, words.remark].map((each) =>
    say(each, language),
  );
  const rows = sheets.map(({ name, indicator, rows, remark }) => [
    cell(say(indicator.name, language)),
    indicator.code,
    say(indicator.unit, language),
    rows,
    indicator.source === undefined ? "" : say(indicator.source, language),
    name ?? "",
    remark ?? "",
  ]);
  const cells: Cells = new Map(heads.map((value, at) => [`${top.length},${at}`, { value, style: bold }]));
  sheets.forEach(({ name, indicator }, at) => {
    if (name === undefined) return;
    const value = cell(say(indicator.name, language));
    const location = `'${name.replaceAll("'", "''")}'!A1`;
    const style = { font: { underline: true, color: { rgb: "0563C1" } } };
    cells.set(`${top.length + 1 + at},0`, { value, style, hyperlink: { target: "", location } });
  });
  const columns = [48, 28, 20, 10, 32, 32, 60].map((width) => ({ width }));
  return { name: fixedNames(language).contents, rows: [...top, heads, ...rows], cells, columns };
}

/** Everything said about each indicator, a row each. */
export function metadataSheet({ indicators }: ThemeBook, language: Language): WriteSheet {
  const fields = new Map(indicators.flatMap(({ about }) => about.map(({ word }) => [word.nl, word] as const)));
  const heads = [words.code, words.indicator, ...fields.values()].map((each) => say(each, language));
  const rows = indicators.map(({ code, name, about }) => [
    code,
    cell(say(name, language)),
    ...[...fields.keys()].map((key) => cell(about.find(({ word }) => word.nl === key)?.text ?? "")),
  ]);
  const cells: Cells = new Map(heads.map((value, at) => [`0,${at}`, { value, style: bold }]));
  const columns: ColumnDef[] = heads.map((_, at) => ({ width: at === 0 ? 28 : 40 }));
  return { name: fixedNames(language).metadata, rows: [heads, ...rows], cells, columns, freezePane: { rows: 1, columns: 1 } };
}

/** What there is to say of the figures, and the meaning of the states. */
export function notesSheet(lines: readonly CellValue[][], language: Language): WriteSheet {
  const rows: CellValue[][] = [
    [say(words.value, language), "", say(words.empty, language)],
    [],
    ...lines,
    [],
    [say(words.signs, language)],
    ...meaningsOf(language),
  ];
  return { name: fixedNames(language).notes, rows, columns: [{ width: 28 }, { width: 28 }, { width: 100 }] };
}

/** Words at the beginning of lines of the notes. */
export function noteWord(key: "source" | "remark", language: Language): string {
  return say(words[key], language);
}
