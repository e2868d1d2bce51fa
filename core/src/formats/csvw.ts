import { status, statusNames } from "../model/status.ts";
import { type Language, say, type Text } from "../model/text.ts";
import { encodeTexts } from "./bytes.ts";
import { guarded } from "./csv.ts";
import type { CubeHead, Format, FormatOptions, Slab } from "./format.ts";
import { statusWords } from "./status-words.ts";
import { type TableColumn, tableColumns } from "./table-columns.ts";

/**
 * What there is to know of the CSV at the same address, as a program reads it: Metadata Vocabulary for Tabular Data (W3C, 2015).
 * See `docs/formats/csvw.md`.
 */
export const csvw: Format = {
  name: "csvw",
  extension: "csvw",
  fileExtension: "csv-metadata.json",
  mediaType: "application/csvm+json; charset=utf-8",
  loses: ["figures"],
  write: (head, slabs, options) => encodeTexts(parts(head, slabs, options)),
};

/** The same address with the extension of the CSV or of what describes it. */
export function besideCsv(address: string, extension: "csv" | "csvw"): string {
  return address.replace(/(?:\.csvw?)?(?=\?|$)/, `.${extension}`);
}

async function* parts(head: CubeHead, slabs: AsyncIterable<Slab>, options: FormatOptions): AsyncGenerator<string, void, undefined> {
  let hasTexts = false;
  for await (const slab of slabs) {
    hasTexts = slab.texts !== undefined;
    break;
  }
  yield `${JSON.stringify(tableOf(head, hasTexts, options), null, 1)}\n`;
}

function tableOf(head: CubeHead, hasTexts: boolean, { language, address, dialect }: FormatOptions): object {
  const columns = tableColumns(head, hasTexts);
  const isExcel = dialect === "excel";
  const named = head.axes.find((axis) => axis.role === "indicator")?.members ?? [];
  const titles = named.length > 0 && named.length <= 3 ? named : head.axes;
  const licences = [...new Set(head.sources.flatMap((each) => each.licence ?? []))];
  return {
    "@context": ["http://www.w3.org/ns/csvw", { "@language": language }],
    url: address === undefined ? `${named[0]?.code ?? "data"}.csv` : besideCsv(address, "csv"),
    "dc:title": titles.map((each) => say(each.label, language)).join(", "),
    "dc:language": language,
    "schema:version": head.release,
    ...(head.sources.length === 0 ? {} : { "dc:source": head.sources.map((each) => sourceOf(each, language)) }),
    ...(licences.length === 0 ? {} : { "dc:license": licences }),
    ...(head.notes.length === 0 ? {} : { notes: head.notes.map((note) => noteOf(say(note.text, language))) }),
    dialect: {
      encoding: "utf-8",
      delimiter: isExcel ? ";" : ",",
      quoteChar: '"',
      doubleQuote: true,
      header: true,
      headerRowCount: 1,
      lineTerminators: ["\r\n"],
      skipBlankRows: false,
      trim: false,
    },
    tableSchema: {
      columns: columns.map((each) => columnOf(head, each, language, isExcel)),
      primaryKey: columns.filter(({ holds }) => holds === "code" || holds === "level").map(({ name }) => variable(name)),
    },
  };
}

function sourceOf({ name, licence, url }: CubeHead["sources"][number], language: Language): object {
  return {
    "schema:name": say(name, language),
    ...(licence === undefined ? {} : { "dc:license": licence }),
    ...(url === undefined ? {} : { "schema:url": url }),
  };
}

function noteOf(text: string): object {
  return { "@type": "oa:Annotation", "oa:hasBody": { "rdf:value": text } };
}

/** A name as a variable of a URI template (RFC 6570), which names of columns must be. */
function variable(name: string): string {
  const escaped = [...name].map((each) => (/\w/.test(each) ? each : percent(each))).join("");
  return escaped.replace(/^_/, "%5F");
}

/** A character as the bytes of its UTF-8. */
function percent(character: string): string {
  return [...new TextEncoder().encode(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
}

function columnOf(head: CubeHead, column: TableColumn, language: Language, isExcel: boolean): object {
  const said = "axis" in column ? axisWords(head, column, language) : say(words[column.holds], language);
  return {
    name: variable(column.name),
    titles: guarded(column.name),
    "dc:title": said,
    ...(column.holds === "status" ? { "dc:description": statesOf(language) } : {}),
    datatype: datatypeOf(head, column, isExcel),
    ...(column.holds === "code" ? { required: true } : {}),
  };
}

const numbers: ReadonlySet<string> = new Set(["value", "lower", "upper", "respondents"]);

function datatypeOf(head: CubeHead, column: TableColumn, isExcel: boolean): string | object {
  if (numbers.has(column.holds)) return isExcel ? { base: "double", format: { decimalChar: "," } } : "double";
  if (column.holds === "missing_areas") return "nonNegativeInteger";
  const axis = column.holds === "code" ? head.axes[column.axis] : undefined;
  const areYears = axis?.role === "period" && axis.members.length > 0 && axis.members.every((each) => /^\d{4}$/.test(each.code));
  return areYears ? "gYear" : "string";
}

function statesOf(language: Language): string {
  const states = Object.values(status).flatMap((each) => (each === status.value ? [] : [each]));
  return states.map((each) => `${statusNames[each]}: ${say(statusWords[each], language)}`).join("; ");
}

function axisWords(head: CubeHead, { axis, holds }: Extract<TableColumn, { readonly axis: number }>, language: Language): string {
  const of = head.axes[axis];
  return `${of ? say(of.label, language) : ""}: ${say(words[holds], language)}`;
}

/** What the columns hold. */
const words: Readonly<Record<TableColumn["holds"], Text>> = {
  code: { nl: "code", en: "code" },
  label: { nl: "naam", en: "name" },
  level: { nl: "gebiedsniveau", en: "level of the area" },
  unit: { nl: "eenheid", en: "unit" },
  value: { nl: "cijfer", en: "figure" },
  text: { nl: "tekst", en: "text" },
  status: { nl: "waarom er geen cijfer is; leeg bij een cijfer", en: "why there is no figure; empty beside a figure" },
  missing_areas: { nl: "aantal gebieden dat ontbreekt", en: "number of areas that are missing" },
  flag: { nl: "wat er van het cijfer te zeggen is", en: "what there is to say of the figure" },
  lower: { nl: "ondergrens van het betrouwbaarheidsinterval", en: "lower bound of the confidence interval" },
  upper: { nl: "bovengrens van het betrouwbaarheidsinterval", en: "upper bound of the confidence interval" },
  respondents: { nl: "aantal respondenten", en: "number of respondents" },
  interval: { nl: "formule en niveau van het interval", en: "formula and level of the interval" },
  source: { nl: "bron", en: "source" },
  licence: { nl: "licentie", en: "licence" },
  release: { nl: "publicatie", en: "release" },
};
