import { remarkText } from "../model/cube-flags.ts";
import { type Status, status, statusNames } from "../model/status.ts";
import type { Language } from "../model/text.ts";
import { figureText } from "../statistics/round.ts";
import { decodeBytes, encodeTexts } from "./bytes.ts";
import { readCsv } from "./csv-read.ts";
import type { CubeHead, Format, FormatOptions, Slab } from "./format.ts";
import { hasHiddenFigure } from "./hidden.ts";
import { hasRemarks, memberField, originsOf, tableColumns } from "./table-columns.ts";
import { positionsFrom } from "./walk.ts";

type Dialect = { readonly separator: string; readonly point: string; readonly start: string };

/** RFC 4180: comma, decimal point, no byte order mark. */
const standard: Dialect = { separator: ",", point: ".", start: "" };
/** What a Dutch or Belgian Excel opens with a double click. */
const excel: Dialect = { separator: ";", point: ",", start: "\uFEFF" };

/** Comma-separated values: one row a cell, every row complete in itself. See `docs/formats/csv.md`. */
export const csv: Format = {
  name: "csv",
  extension: "csv",
  mediaType: "text/csv; charset=utf-8; header=present",
  write: (head, slabs, options) => encodeTexts(rows(head, slabs, options)),
  read: async (bytes) => readCsv(await decodeBytes(bytes)),
};

/**
 * Spreadsheets run a text that starts with one of these; an apostrophe before it stops them. An apostrophe is put before texts
 * that already have one there too, so that reading can take exactly one away.
 */
const dangerous = /^'*[=+\-@\t\r]/;

/** A field, in quotation marks where it needs them. */
export function quoted(text: string): string {
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text as it stands in a field, so that no spreadsheet runs it. */
export function guarded(text: string): string {
  return dangerous.test(text) ? `'${text}` : text;
}

/** A text as a field that no spreadsheet runs. */
export function textField(text: string): string {
  return quoted(guarded(text));
}

async function* rows(head: CubeHead, slabs: AsyncIterable<Slab>, options: FormatOptions): AsyncGenerator<string, void, undefined> {
  const dialect = options.dialect === "excel" ? excel : standard;
  const axes = head.axes.map((_, axis) => fieldsOf(head, axis, options.language, dialect));
  const tails = endings(head, options.language, dialect);
  let hasTexts: boolean | undefined;
  for await (const slab of slabs) {
    if (hasTexts === undefined) {
      hasTexts = slab.texts !== undefined;
      yield dialect.start + header(head, hasTexts, dialect);
    }
    yield* slabRows(head, slab, axes, hasTexts, tails, dialect, options.sparse === true);
  }
  if (hasTexts === undefined) yield dialect.start + header(head, false, dialect);
}

/** The fields of each member of an axis, ready to be joined. */
function fieldsOf(head: CubeHead, axis: number, language: Language, dialect: Dialect): readonly string[] {
  const columns = tableColumns(head, false).flatMap((each) => ("axis" in each && each.axis === axis ? [each.holds] : []));
  const members = head.axes[axis]?.members ?? [];
  return members.map((member) => columns.map((holds) => textField(memberField(holds, member, language))).join(dialect.separator));
}

function header(head: CubeHead, hasTexts: boolean, dialect: Dialect): string {
  const names = tableColumns(head, hasTexts).map(({ name }) => textField(name));
  return `${names.join(dialect.separator)}\r\n`;
}

/** Bounds, respondents and interval, each with its separator; nothing where there are no survey figures. */
function boundFields(head: CubeHead, slab: Slab, cell: number, dialect: Dialect): string {
  if (head.interval === undefined) return "";
  const { lower, upper, respondents } = (hasHiddenFigure(slab, cell) ? undefined : slab.bounds) ?? {};
  const figures = [lower, upper, respondents].map((each) => numberField(each?.[cell] ?? Number.NaN, dialect));
  const name = figures[0] === "" ? "" : `${head.interval.method} ${head.interval.level}`;
  return [...figures, name, ""].join(dialect.separator);
}

/** How rows end: one ending for all, or one per member of the axis of indicators where each names its own source. */
type Endings = { readonly axis: number; readonly texts: readonly string[] };

function endings(head: CubeHead, language: Language, dialect: Dialect): Endings {
  const { axis, of } = originsOf(head, language);
  const texts = of.map(({ source, licence }) => `${[source, licence, head.release].map(textField).join(dialect.separator)}\r\n`);
  return { axis, texts };
}

/** Rows of a slab, some hundreds at a time. */
function* slabRows(
  head: CubeHead,
  slab: Slab,
  axes: readonly (readonly string[])[],
  hasTexts: boolean,
  tails: Endings,
  dialect: Dialect,
  sparse: boolean,
): Generator<string, void, undefined> {
  const { separator } = dialect;
  const place = positionsFrom(head.axes, slab.start);
  const periods = head.axes.findIndex((axis) => axis.role === "period");
  const isRemarked = hasRemarks(head);
  let lines = "";
  for (let cell = 0; cell < slab.values.length; cell++) {
    if (sparse && slab.status[cell] === status.empty) {
      place.step();
      continue;
    }
    for (let axis = 0; axis < axes.length; axis++) lines += axes[axis]?.[place.at[axis] as number] + separator;
    const state = slab.status[cell] as Status;
    const value = slab.values[cell] as number;
    lines += (state === status.value ? numberField(value, dialect) : "") + separator;
    if (hasTexts) lines += textField((hasHiddenFigure(slab, cell) ? undefined : slab.texts?.[cell]) ?? "") + separator;
    lines += (state === status.value ? "" : statusNames[state]) + separator;
    lines += (state === status.incomplete ? numberField(value, dialect) : "") + separator;
    if (isRemarked) {
      const period = head.axes[periods]?.members[place.at[periods] as number];
      lines += (state === status.value ? textField(remarkText(slab.flags?.[cell] ?? 0, period)) : "") + separator;
    }
    lines += boundFields(head, slab, cell, dialect);
    lines += tails.texts.length === 1 ? tails.texts[0] : tails.texts[place.at[tails.axis] as number];
    place.step();
    if (lines.length > 32_768) {
      yield lines;
      lines = "";
    }
  }
  yield lines;
}

function numberField(value: number, dialect: Dialect): string {
  if (!Number.isFinite(value)) return "";
  const text = figureText(value);
  return dialect.point === "." ? text : text.replace(".", dialect.point);
}
