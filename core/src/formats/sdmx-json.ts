import { decodeBytes, encodeTexts } from "./bytes.ts";
import type { CubeHead, Format, Slab } from "./format.ts";
import { describedMessage } from "./sdmx-json-head.ts";
import { readSdmxJson } from "./sdmx-json-read.ts";
import { type At, type Dimension, dimensionsOf, figureOf, observationReader, ofPeriod, type Said, sharedText } from "./sdmx-layout.ts";
import { attributesIn, isOfObservation, type MessageOptions } from "./sdmx-message.ts";
import type { Attribute } from "./sdmx-terms.ts";
import { positionsFrom } from "./walk.ts";

/** SDMX-JSON 2.0, data message. See `docs/formats/sdmx-json.md`. */
export const sdmxJson: Format = {
  name: "sdmx-json",
  extension: "sdmx-json",
  fileExtension: "sdmx.json",
  mediaType: "application/vnd.sdmx.data+json;version=2.0.0",
  write: (head, slabs, options) => encodeTexts(sdmxJsonParts(head, slabs, options)),
  read: async (bytes) => readSdmxJson(await decodeBytes(bytes)),
};

/** A data message, front to back: what describes it, then the observations as they come. */
export async function* sdmxJsonParts(
  head: CubeHead,
  slabs: AsyncIterable<Slab>,
  options: MessageOptions,
): AsyncGenerator<string, void, undefined> {
  const dimensions = dimensionsOf(head);
  yield describedMessage(head, dimensions, options);
  const inner = dimensions.find((each) => each.id === options.observation);
  yield inner === undefined ? ',"observations":{' : ',"series":{';
  const write = cellWriter(head, options);
  yield* inner === undefined
    ? flatCells(head, slabs, dimensions, options, write)
    : seriesOf(head, slabs, dimensions, inner, options, write);
  yield "}}]}}\n";
}

type WriteCell = (slab: Slab, row: number, at: At) => string;

/** Writes a cell: its value, then what its attributes say; of those with codes the position of the code. */
function cellWriter(head: CubeHead, options: MessageOptions): WriteCell {
  const own = attributesIn(head, options).filter(isOfObservation);
  const read = observationReader(head);
  const periods = head.axes.findIndex((axis) => axis.role === "period");
  const has = options.measures !== false;
  const tail = sharedText(head, (slab, row, at) => {
    const said = { ...read(slab, row, at), ...ofPeriod(head.axes[periods]?.members[at[periods] ?? 0]) };
    return own.map((attribute) => attributeJson(attribute, said[attribute.id])).join(",");
  });
  const comma = own.length > 0 && has ? "," : "";
  return (slab, row, at) => `[${has ? (figureOf(slab, row) ?? null) : ""}${comma}${tail(slab, row, at)}]`;
}

function attributeJson({ codes }: Attribute, said: Said): string {
  if (said === undefined) return "null";
  return codes === undefined ? JSON.stringify(said) : String(codes.findIndex((code) => code.id === said));
}

/** Observations under the positions of all their dimensions. */
async function* flatCells(
  head: CubeHead,
  slabs: AsyncIterable<Slab>,
  dimensions: readonly Dimension[],
  options: MessageOptions,
  write: WriteCell,
): AsyncGenerator<string, void, undefined> {
  let comma = "";
  for await (const slab of slabs) {
    const place = positionsFrom(head.axes, slab.start);
    let out = "";
    for (let row = 0; row < slab.values.length; row++, place.step()) {
      if (options.keep?.(slab, row) === false) continue;
      out += `${comma}"${keyOf(dimensions, place.at)}":${write(slab, row, place.at)}`;
      comma = ",";
      if (out.length < 32_768) continue;
      yield out;
      out = "";
    }
    yield out;
  }
}

function keyOf(dimensions: readonly Dimension[], at: At): string {
  let key = "";
  for (const dimension of dimensions) key += `${key === "" ? "" : ":"}${dimension.place(at)}`;
  return key;
}

/**
 * Observations within their series. Cells of one series may stand apart: those are held together that share their positions on the
 * axes before that of the observations, which for figures without members are the cells of one area.
 */
async function* seriesOf(
  head: CubeHead,
  slabs: AsyncIterable<Slab>,
  dimensions: readonly Dimension[],
  inner: Dimension,
  options: MessageOptions,
  write: WriteCell,
): AsyncGenerator<string, void, undefined> {
  const outer = dimensions.filter((each) => each !== inner);
  const axis = head.axes.findIndex((each) => inner.values.length > 0 && each.members.includes(inner.values[0]?.member as never));
  const block = head.axes.slice(Math.max(0, axis)).reduce((n, each) => n * each.members.length, 1);
  const held = new Map<string, string[]>();
  let comma = "";
  function* flush(): Generator<string, void, undefined> {
    for (const [key, cells] of held) {
      yield `${comma}"${key}":{"observations":{${cells.join(",")}}}`;
      comma = ",";
    }
    held.clear();
  }
  for await (const slab of slabs) {
    const place = positionsFrom(head.axes, slab.start);
    for (let row = 0; row < slab.values.length; row++, place.step()) {
      if ((slab.start + row) % block === 0) yield* flush();
      if (options.keep?.(slab, row) === false) continue;
      const key = keyOf(outer, place.at);
      const cells = held.get(key) ?? [];
      held.set(key, cells);
      cells.push(`"${inner.place(place.at)}":${write(slab, row, place.at)}`);
    }
  }
  yield* flush();
}
