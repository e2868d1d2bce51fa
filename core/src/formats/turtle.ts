import type { CubeMember } from "../model/cube.ts";
import { status } from "../model/status.ts";
import { round12 } from "../statistics/round.ts";
import { encodeTexts } from "./bytes.ts";
import type { CubeHead, Format, FormatOptions, Slab } from "./format.ts";
import { type Dimension, dimensionsOf, figureOf, observationReader, type Said, sharedText } from "./sdmx-layout.ts";
import { type Attribute, attributes } from "./sdmx-terms.ts";
import { describedCube, iriOf, literal, propertyOf } from "./turtle-structure.ts";
import { positionsFrom } from "./walk.ts";

/** RDF Data Cube as Turtle. See `docs/formats/turtle.md`. */
export const turtle: Format = {
  name: "turtle",
  extension: "ttl",
  mediaType: "text/turtle; charset=utf-8",
  write: (head, slabs, options) => encodeTexts(parts(head, slabs, options)),
};

/** Attributes of observations that stand in the file beside the status. */
const beside: readonly Attribute[] = attributes.filter((each) => each.of === "observation" && each.codes === undefined);

async function* parts(head: CubeHead, slabs: AsyncIterable<Slab>, options: FormatOptions): AsyncGenerator<string, void, undefined> {
  const dimensions = dimensionsOf(head).filter((each) => each.role !== "frequency");
  yield describedCube(head, dimensions, options);
  const write = writer(head, dimensions, options);
  for await (const slab of slabs) {
    const place = positionsFrom(head.axes, slab.start);
    let out = "";
    for (let row = 0; row < slab.values.length; row++, place.step()) {
      if (slab.status[row] === status.empty) continue;
      out += write(slab, row, place.at);
      if (out.length < 32_768) continue;
      yield out;
      out = "";
    }
    yield out;
  }
}

/** Writes the observation of a cell. Without a figure its value is NaN, so that nothing computes with it and every observation has one. */
function writer(
  head: CubeHead,
  dimensions: readonly Dimension[],
  options: FormatOptions,
): (slab: Slab, row: number, at: readonly number[]) => string {
  const values = dimensions.map((dimension) =>
    dimension.values.map((value) => `${propertyOf(dimension, options)} ${objectOf(dimension, value.id, value.member, options)}`),
  );
  const ids = dimensions.map((dimension) => dimension.values.map((value) => value.id));
  const read = observationReader(head);
  const tail = sharedText(head, (slab, row, at) => saidOf(read(slab, row, at)));
  return (slab, row, at) => {
    const places = dimensions.map((each) => each.place(at));
    const lines = places.map((place, dimension) => values[dimension]?.[place]).join(";\n  ");
    const own = places.map((place, dimension) => ids[dimension]?.[place]).join("/");
    return `<#${own}> a qb:Observation; qb:dataSet <#dataset>;\n  ${lines};\n  sdmx-measure:obsValue ${measured(slab, row)};\n  ${tail(slab, row, at)}.\n`;
  };
}

/** What the attributes of a cell say. */
function saidOf(said: Readonly<Record<string, Said>>): string {
  const lines = [
    `sdmx-attribute:obsStatus ${statusIri(said)}`,
    `sdmx-attribute:confStatus <#conf-${said["CONF_STATUS"]}>`,
    ...(said["STATE"] === undefined ? [] : [`<#state> <#state-${said["STATE"]}>`]),
    ...beside.flatMap(({ id }) => (said[id] === undefined ? [] : [`<#${id}> ${saidText(said[id])}`])),
  ];
  return lines.join(";\n  ");
}

function objectOf(dimension: Dimension, id: string, member: CubeMember | undefined, options: FormatOptions): string {
  return dimension.role === "period" ? timeLiteral(id) : iriOf(dimension, id, member, options);
}

/** A period as a literal: years and months as XML Schema has them, others as SDMX writes them. */
function timeLiteral(id: string): string {
  if (/^\d{4}$/.test(id)) return `"${id}"^^xsd:gYear`;
  return /^\d{4}-\d{2}$/.test(id) ? `"${id}"^^xsd:gYearMonth` : literal(id);
}

function measured(slab: Slab, row: number): string {
  const text = slab.texts?.[row];
  const value = figureOf(slab, row);
  if (value !== undefined) return double(value);
  return text !== undefined && slab.status[row] === status.value ? literal(text) : '"NaN"^^xsd:double';
}

function double(value: number): string {
  const text = String(round12(value));
  return `"${text}"^^xsd:double`;
}

function saidText(said: Said): string {
  return typeof said === "number" ? double(said) : literal(String(said));
}

/** The code of SDMX for a status. */
function statusIri(said: Readonly<Record<string, Said>>): string {
  return `sdmx-code:obsStatus-${said["OBS_STATUS"]}`;
}
