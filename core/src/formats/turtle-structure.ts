import type { CubeMember } from "../model/cube.ts";
import { languages, type Text } from "../model/text.ts";
import type { CubeHead, FormatOptions } from "./format.ts";
import { type Dimension, ofIndicator, structureOf } from "./sdmx-layout.ts";
import { attributes, type Code, confidentialities, observationStatuses, states, structureVersion, unknownAgency } from "./sdmx-terms.ts";

const prefixes = {
  qb: "http://purl.org/linked-data/cube#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  dcterms: "http://purl.org/dc/terms/",
  "sdmx-concept": "http://purl.org/linked-data/sdmx/2009/concept#",
  "sdmx-dimension": "http://purl.org/linked-data/sdmx/2009/dimension#",
  "sdmx-attribute": "http://purl.org/linked-data/sdmx/2009/attribute#",
  "sdmx-measure": "http://purl.org/linked-data/sdmx/2009/measure#",
  "sdmx-code": "http://purl.org/linked-data/sdmx/2009/code#",
} as const;

const signs: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\" };

/** A text as a literal. */
export function literal(text: string, language?: string): string {
  const own = text.toWellFormed().replace(/[\n\r\t"\\]/g, (sign) => signs[sign] ?? sign);
  return `"${own}"${language === undefined ? "" : `@${language}`}`;
}

function literals(text: Text): string {
  return languages.flatMap((each) => (text[each] === undefined ? [] : [literal(text[each], each)])).join(", ");
}

/** An address as an IRI: what cannot stand in one is written in percents. */
function iri(address: string): string {
  return `<${address.toWellFormed().replace(/[^!#-;=?-[\]_a-z~]/g, (sign) => encodeURIComponent(sign))}>`;
}

/** Where the site stands: the origin of the address that was asked; nothing where it is not known, which makes IRIs relative. */
function originOf({ address }: FormatOptions): string {
  return /^https?:\/\/[^/]+/.exec(address ?? "")?.[0] ?? "";
}

function structures(options: FormatOptions): string {
  return `${originOf(options)}/sdmx/v2/structure`;
}

/** The IRI of a value of a dimension: the page of an indicator or area, or the code in its code list. */
export function iriOf(dimension: Dimension, id: string, member: CubeMember | undefined, options: FormatOptions): string {
  const part = encodeURIComponent;
  if (dimension.role === "indicator") return iri(`${originOf(options)}/indicator/${part((member?.code ?? id).toWellFormed())}`);
  if (dimension.role === "area" && member?.level !== undefined)
    return iri(`${originOf(options)}/area/${part(member.level.toWellFormed())}/${part(member.code.toWellFormed())}`);
  return iri(`${structures(options)}/codelist/${agencyOf(options)}/CL_${dimension.id}/${structureVersion}/${id}`);
}

function agencyOf({ publisher }: FormatOptions): string {
  return publisher?.agency ?? unknownAgency;
}

const known = new Map([
  ["REF_AREA", "sdmx-dimension:refArea"],
  ["TIME_PERIOD", "sdmx-dimension:refPeriod"],
]);

/** The property by which observations name their value on a dimension. */
export function propertyOf({ id }: Dimension, options: FormatOptions): string {
  return known.get(id) ?? iri(`${structures(options)}/conceptscheme/${agencyOf(options)}/CONCEPTS/${structureVersion}/${id}`);
}

/** The file up to its observations: data set, structure, and the concepts of their values. */
export function describedCube(head: CubeHead, dimensions: readonly Dimension[], options: FormatOptions): string {
  const { address } = options;
  return [
    ...(address === undefined ? [] : [`@base ${iri(address)}.`]),
    ...Object.entries(prefixes).map(([name, space]) => `@prefix ${name}: <${space}>.`),
    "",
    dataset(head, options),
    structure(head, dimensions, options),
    ...dimensions.map((each) => property(each, options)),
    ...dimensions.flatMap((each) => (each.role === "period" ? [] : [scheme(head, each, options)])),
    codes(),
    "",
  ].join("\n");
}

function dataset(head: CubeHead, options: FormatOptions): string {
  const members = head.axes.find((axis) => axis.role === "indicator")?.members ?? [];
  const [only, more] = members;
  const { UNIT_MEASURE: unit } = ofIndicator(head, only, options.language);
  const licences = [...new Set(head.sources.flatMap((source) => source.licence ?? []))];
  const lines = [
    "a qb:DataSet",
    "qb:structure <#structure>",
    ...members.slice(0, 3).map((each) => `rdfs:label ${literals(each.label)}`),
    ...head.sources.map(
      ({ name, url }) => `dcterms:source ${url !== undefined && /^https?:\/\/[^\s/]/.test(url) ? iri(url) : literals(name)}`,
    ),
    ...head.sources.map(({ name }) => `dcterms:contributor ${literals(name)}`),
    ...licences.map((each) => `dcterms:license ${literal(each)}`),
    `dcterms:hasVersion ${literal(head.release)}`,
    ...(options.publisher === undefined ? [] : [`dcterms:issued "${options.publisher.at}"^^xsd:dateTime`]),
    ...(unit === undefined || more !== undefined ? [] : [`sdmx-attribute:unitMeasure ${literal(String(unit))}`]),
    ...(head.interval === undefined ? [] : [`<#UNCERTAINTY> ${literal(`${head.interval.method} ${head.interval.level}`)}`]),
    ...head.notes.map((note) => `rdfs:comment ${literals(note.text)}`),
  ];
  return `<#dataset> ${lines.join(";\n  ")}.\n`;
}

function structure(head: CubeHead, dimensions: readonly Dimension[], options: FormatOptions): string {
  const urn = `urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=${agencyOf(options)}:${structureOf(head)}(${structureVersion})`;
  const attribute = (name: string, required: boolean, of = ""): string =>
    `qb:component [ qb:attribute ${name}; qb:componentRequired ${required}${of} ]`;
  const lines = [
    "a qb:DataStructureDefinition",
    `dcterms:identifier ${literal(urn)}`,
    ...dimensions.map((each, at) => `qb:component [ qb:dimension ${propertyOf(each, options)}; qb:order ${at + 1} ]`),
    "qb:component [ qb:measure sdmx-measure:obsValue ]",
    attribute("sdmx-attribute:obsStatus", true),
    attribute("sdmx-attribute:confStatus", true),
    attribute("<#state>", false),
    ...attributes.filter((each) => each.of === "observation" && each.codes === undefined).map(({ id }) => attribute(`<#${id}>`, false)),
    attribute("sdmx-attribute:unitMeasure", false, "; qb:componentAttachment qb:DataSet"),
    attribute("<#UNCERTAINTY>", false, "; qb:componentAttachment qb:DataSet"),
  ];
  return `<#structure> ${lines.join(";\n  ")}.\n`;
}

function property(dimension: Dimension, options: FormatOptions): string {
  const { id, name, role } = dimension;
  const subject = propertyOf(dimension, options);
  const label = `rdfs:label ${literals(name)}`;
  if (role === "period") return `${subject} a qb:DimensionProperty; ${label}; rdfs:range rdfs:Resource; qb:concept sdmx-concept:refPeriod.`;
  const concept = id === "REF_AREA" ? "; qb:concept sdmx-concept:refArea" : "";
  return `${subject} a qb:DimensionProperty, qb:CodedProperty; ${label}; rdfs:range skos:Concept; qb:codeList <#CL_${id}>${concept}.`;
}

function scheme(head: CubeHead, dimension: Dimension, options: FormatOptions): string {
  const concepts = dimension.values.map(({ id, name, member }) => {
    const unit = dimension.role === "indicator" ? ofIndicator(head, member, options.language)["UNIT_MEASURE"] : undefined;
    const said = unit === undefined ? "" : `; sdmx-attribute:unitMeasure ${literal(String(unit))}`;
    const notation = `skos:notation ${literal(member?.code ?? id)}; dcterms:identifier ${literal(id)}`;
    return `${iriOf(dimension, id, member, options)} a skos:Concept; skos:inScheme <#CL_${dimension.id}>; ${notation}; skos:prefLabel ${literals(name)}${said}.`;
  });
  return [`<#CL_${dimension.id}> a skos:ConceptScheme; rdfs:label ${literals(dimension.name)}.`, ...concepts].join("\n");
}

/** What the statuses mean, and the attributes that are our own. */
function codes(): string {
  const concept = (subject: string, { id, name }: Code): string =>
    `${subject} a skos:Concept; skos:notation ${literal(id)}; skos:prefLabel ${literals(name)}.`;
  const own = attributes.filter((each) => each.of === "observation" && each.codes === undefined);
  return [
    "sdmx-measure:obsValue a qb:MeasureProperty.",
    "sdmx-attribute:obsStatus a qb:AttributeProperty. sdmx-attribute:confStatus a qb:AttributeProperty. sdmx-attribute:unitMeasure a qb:AttributeProperty.",
    `<#state> a qb:AttributeProperty; rdfs:label ${literals({ nl: "Waarom er geen cijfer is", en: "Why there is no figure" })}.`,
    ...[...own, ...attributes.filter((each) => each.id === "UNCERTAINTY")].map(
      ({ id, name }) => `<#${id}> a qb:AttributeProperty; rdfs:label ${literals(name)}.`,
    ),
    ...observationStatuses.map((each) => concept(`sdmx-code:obsStatus-${each.id}`, each)),
    ...confidentialities.map((each) => concept(`<#conf-${each.id}>`, each)),
    ...states.map((each) => concept(`<#state-${each.id}>`, each)),
  ].join("\n");
}
