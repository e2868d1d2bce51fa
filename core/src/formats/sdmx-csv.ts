import { say } from "../model/text.ts";
import { decodeBytes, encodeTexts } from "./bytes.ts";
import { quoted, textField } from "./csv.ts";
import type { CubeHead, Format, Slab } from "./format.ts";
import { readSdmxCsv } from "./sdmx-csv-read.ts";
import {
  type Dimension,
  dimensionsOf,
  figureOf,
  observationReader,
  ofDataset,
  ofIndicator,
  ofPeriod,
  type Said,
  sharedText,
} from "./sdmx-layout.ts";
import { attributesIn, type MessageOptions, referenceOf } from "./sdmx-message.ts";
import { type Attribute, conceptNames, structureVersion } from "./sdmx-terms.ts";
import { positionsFrom } from "./walk.ts";

/** SDMX-CSV 2.0. See `docs/formats/sdmx-csv.md`. */
export const sdmxCsv: Format = {
  name: "sdmx-csv",
  extension: "sdmx-csv",
  fileExtension: "sdmx.csv",
  mediaType: "application/vnd.sdmx.data+csv;version=2.0.0",
  write: (head, slabs, options) => encodeTexts(sdmxCsvRows(head, slabs, options)),
  read: async (bytes) => readSdmxCsv(await decodeBytes(bytes)),
};

/** What a variant writes: `labels-both` and `labels-name` of SDMX-CSV 2.0, `1` the columns of SDMX-CSV 1.0. */
type Labels = "id" | "both" | "name";

/** Rows of a message, some hundreds at a time. */
export async function* sdmxCsvRows(
  head: CubeHead,
  slabs: AsyncIterable<Slab>,
  options: MessageOptions,
): AsyncGenerator<string, void, undefined> {
  const labels: Labels = options.dialect === "labels-both" ? "both" : options.dialect === "labels-name" ? "name" : "id";
  const dimensions = dimensionsOf(head);
  const attributes = attributesIn(head, options);
  const has = options.measures !== false;
  yield header(dimensions, attributes, has, labels, options);
  const start = `${structureFields(head, labels, options)},`;
  const fields = dimensions.map((dimension) => fieldsOf(dimension, labels, options));
  const tail = sharedText(head, tailWriter(head, attributes, labels, options));
  for await (const slab of slabs) {
    const place = positionsFrom(head.axes, slab.start);
    let lines = "";
    for (let row = 0; row < slab.values.length; row++, place.step()) {
      if (options.keep?.(slab, row) === false) continue;
      lines += start;
      dimensions.forEach((dimension, at) => {
        lines += `${at === 0 ? "" : ","}${fields[at]?.[dimension.place(place.at)]}`;
      });
      if (has) lines += `,${field(figureOf(slab, row))}`;
      lines += tail(slab, row, place.at);
      if (lines.length < 32_768) continue;
      yield lines;
      lines = "";
    }
    yield lines;
  }
}

/** Writes the fields of the attributes of a cell, each after its comma, and the end of the row. */
function tailWriter(
  head: CubeHead,
  attributes: readonly Attribute[],
  labels: Labels,
  options: MessageOptions,
): (slab: Slab, row: number, at: readonly number[]) => string {
  const read = observationReader(head);
  const rest = othersReader(head, options);
  return (slab, row, at) => {
    const said = { ...rest(at), ...defined(read(slab, row, at)) };
    return `${attributes.map((each) => `,${attributeField(each, said[each.id], labels, options)}`).join("")}\r\n`;
  };
}

function defined(said: Readonly<Record<string, Said>>): Readonly<Record<string, Said>> {
  return Object.fromEntries(Object.entries(said).filter(([, each]) => each !== undefined));
}

/** Reads what is said of indicator, period and data set; looked up once per pair of them. */
function othersReader(head: CubeHead, { language }: MessageOptions): (at: readonly number[]) => Readonly<Record<string, Said>> {
  const [indicators, periods] = ["indicator", "period"].map((role) => head.axes.findIndex((axis) => axis.role === role)) as [
    number,
    number,
  ];
  const known = new Map<string, Readonly<Record<string, Said>>>();
  return (at) => {
    const key = `${at[indicators]}:${at[periods]}`;
    const found = known.get(key) ?? {
      ...ofDataset(head),
      ...ofIndicator(head, head.axes[indicators]?.members[at[indicators] ?? 0], language),
      ...ofPeriod(head.axes[periods]?.members[at[periods] ?? 0]),
    };
    known.set(key, found);
    return found;
  };
}

function isFirstVersion({ dialect }: MessageOptions): boolean {
  return dialect === "version-1";
}

function header(
  dimensions: readonly Dimension[],
  attributes: readonly Attribute[],
  has: boolean,
  labels: Labels,
  options: MessageOptions,
): string {
  const components = [...dimensions, ...(has ? [{ id: "OBS_VALUE", name: conceptNames.OBS_VALUE, codes: undefined }] : []), ...attributes];
  const names = components.flatMap((each) => {
    const name = textField(say(each.name, options.language));
    if (labels === "both") return [quoted(`${each.id}: ${say(each.name, options.language)}`)];
    return labels === "name" ? [each.id, name] : [each.id];
  });
  const first = isFirstVersion(options)
    ? ["DATAFLOW"]
    : ["STRUCTURE", "STRUCTURE_ID", ...(labels === "name" ? ["STRUCTURE_NAME"] : []), "ACTION"];
  return `${[...first, ...names].join(",")}\r\n`;
}

/** The first fields of every row: what structures it, and that it informs. */
function structureFields(head: CubeHead, labels: Labels, options: MessageOptions): string {
  const { type, agency, id } = referenceOf(head, options);
  const whole = `${agency}:${id}(${structureVersion})`;
  if (isFirstVersion(options)) return whole;
  const [first] = head.axes.find((axis) => axis.role === "indicator")?.members ?? [];
  const name = first === undefined ? id : say(first.label, options.language);
  const named = labels === "both" ? quoted(`${whole}: ${name}`) : labels === "name" ? `${whole},${textField(name)}` : whole;
  return `${type},${named},I`;
}

function fieldsOf({ role, values }: Dimension, labels: Labels, { language }: MessageOptions): readonly string[] {
  return values.map(({ id, name }) => {
    if (labels === "id") return id;
    const isCoded = role !== "period";
    if (labels === "both") return isCoded ? quoted(`${id}: ${say(name, language)}`) : id;
    return `${id},${isCoded ? textField(say(name, language)) : ""}`;
  });
}

function attributeField({ codes, type }: Attribute, said: Said, labels: Labels, { language }: MessageOptions): string {
  const name = codes?.find((code) => code.id === said)?.name;
  if (labels === "both" && name !== undefined) return quoted(`${said}: ${say(name, language)}`);
  const own = type === "String" && said !== undefined ? textField(String(said)) : field(said);
  return labels === "name" ? `${own},${name === undefined ? "" : textField(say(name, language))}` : own;
}

function field(said: Said): string {
  return said === undefined ? "" : String(said);
}
