import type { CubeAxis, CubeMember } from "../model/cube.ts";
import { remarkText } from "../model/cube-flags.ts";
import { type Status, status, statusNames } from "../model/status.ts";
import { type Language, say } from "../model/text.ts";
import { figureText } from "../statistics/round.ts";
import { decodeBytes, encodeTexts } from "./bytes.ts";
import { axisColumn, readCsv } from "./csv-read.ts";
import type { CubeHead, Format, FormatOptions, Slab } from "./format.ts";
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

function quoted(text: string): string {
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function textField(text: string): string {
  return quoted(dangerous.test(text) ? `'${text}` : text);
}

async function* rows(head: CubeHead, slabs: AsyncIterable<Slab>, options: FormatOptions): AsyncGenerator<string, void, undefined> {
  const dialect = options.dialect === "excel" ? excel : standard;
  const axes = head.axes.map((axis) => columnsOf(axis, options.language, dialect));
  const tails = endings(head, options.language, dialect);
  let hasTexts: boolean | undefined;
  for await (const slab of slabs) {
    if (hasTexts === undefined) {
      hasTexts = slab.texts !== undefined;
      yield dialect.start + header(head, axes, hasTexts, dialect);
    }
    yield* slabRows(head, slab, axes, hasTexts, tails, dialect);
  }
  if (hasTexts === undefined) yield dialect.start + header(head, axes, false, dialect);
}

type AxisColumns = { readonly names: readonly string[]; readonly fields: readonly string[] };

/** The columns of an axis, and for each of its members their fields, ready to be joined. */
function columnsOf(axis: CubeAxis, language: Language, dialect: Dialect): AxisColumns {
  const name = axisColumn(axis.code);
  const label = (member: CubeMember): string => say(member.label, language);
  const columns: [string, (member: CubeMember) => string][] = [
    [name, (member) => member.code],
    [`${name}_label`, label],
  ];
  if (axis.role === "area") columns.push([`${name}_level`, (member) => member.level ?? ""]);
  if (axis.role === "indicator") columns.push([`${name}_unit`, (member) => (member.unit ? say(member.unit, language) : "")]);
  const fields = axis.members.map((member) => columns.map(([, read]) => textField(read(member))).join(dialect.separator));
  return { names: columns.map(([column]) => column), fields };
}

function header(head: CubeHead, axes: readonly AxisColumns[], hasTexts: boolean, dialect: Dialect): string {
  const names = [...axes.flatMap((axis) => axis.names), "value", ...(hasTexts ? ["text"] : []), "status", "missing_areas"];
  if (hasRemarks(head)) names.push("flag");
  if (head.interval) names.push(...boundColumns);
  return `${[...names, "source", "licence", "release"].map(textField).join(dialect.separator)}\r\n`;
}

/** Whether there is anything to be said of any figure: that it is estimated, partial, provisional … */
function hasRemarks(head: CubeHead): boolean {
  return head.flagged === true || head.axes.some((axis) => axis.members.some((each) => each.provisional || each.forecast));
}

/** The columns of survey figures. */
const boundColumns = ["lower", "upper", "respondents", "interval"];

/** The fields of `boundColumns`, each with its separator; nothing where there are no survey figures. */
function boundFields(head: CubeHead, slab: Slab, cell: number, dialect: Dialect): string {
  if (head.interval === undefined) return "";
  const { lower, upper, respondents } = slab.bounds ?? {};
  const figures = [lower, upper, respondents].map((each) => numberField(each?.[cell] ?? Number.NaN, dialect));
  const name = figures[0] === "" ? "" : `${head.interval.method} ${head.interval.level}`;
  return [...figures, name, ""].join(dialect.separator);
}

/** How rows end: one ending for all, or one per member of the axis of indicators where each names its own source. */
type Endings = { readonly axis: number; readonly texts: readonly string[] };

function endings(head: CubeHead, language: Language, dialect: Dialect): Endings {
  const axis = head.axes.findIndex((each) => each.role === "indicator" && each.members.every((member) => member.source !== undefined));
  const members = head.axes[axis]?.members;
  if (members === undefined) return { axis: 0, texts: [ending(head, head.sources, language, dialect)] };
  const own = (code: string | undefined): CubeHead["sources"] => head.sources.filter((source) => source.code === code);
  return { axis, texts: members.map((member) => ending(head, own(member.source), language, dialect)) };
}

function ending(head: CubeHead, sources: CubeHead["sources"], language: Language, dialect: Dialect): string {
  const licences = new Set(sources.flatMap((source) => source.licence ?? []));
  const names = sources.map((source) => say(source.name, language));
  return `${[names.join("; "), [...licences].join("; "), head.release].map(textField).join(dialect.separator)}\r\n`;
}

/** Rows of a slab, some hundreds at a time. */
function* slabRows(
  head: CubeHead,
  slab: Slab,
  axes: readonly AxisColumns[],
  hasTexts: boolean,
  tails: Endings,
  dialect: Dialect,
): Generator<string, void, undefined> {
  const { separator } = dialect;
  const place = positionsFrom(head.axes, slab.start);
  const periods = head.axes.findIndex((axis) => axis.role === "period");
  const isRemarked = hasRemarks(head);
  let lines = "";
  for (let cell = 0; cell < slab.values.length; cell++) {
    for (let axis = 0; axis < axes.length; axis++) lines += axes[axis]?.fields[place.at[axis] as number] + separator;
    const state = slab.status[cell] as Status;
    const value = slab.values[cell] as number;
    lines += (state === status.value ? numberField(value, dialect) : "") + separator;
    if (hasTexts) lines += textField(slab.texts?.[cell] ?? "") + separator;
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
