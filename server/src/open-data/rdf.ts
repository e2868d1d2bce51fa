import type { Text } from "@peil/core/model/text.ts";

/** A value of a property: an address, a literal, or a thing that is described on the spot. */
export type Value = Address | Literal | Thing;
/** An address; `prefix:name` where `prefixes` knows the prefix. */
export type Address = { readonly to: string };
/** A literal; a plain one is `xsd:string`. `type` is an address. */
export type Literal = { readonly value: string; readonly language?: string; readonly type?: string };
/** Something that is described. Without an `id` it is known by its place only (a blank node). */
export type Thing = {
  readonly id?: string;
  readonly types: readonly string[];
  readonly says: readonly (readonly [property: string, values: readonly Value[]])[];
};

/** The prefixes of names. */
export const prefixes: Readonly<Record<string, string>> = {
  adms: "http://www.w3.org/ns/adms#",
  as: "https://www.w3.org/ns/activitystreams#",
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  hydra: "http://www.w3.org/ns/hydra/core#",
  ldes: "https://w3id.org/ldes#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  spdx: "http://spdx.org/rdf/terms#",
  tree: "https://w3id.org/tree#",
  vcard: "http://www.w3.org/2006/vcard/ns#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};

/** A text in every language that it has. */
export function texts(text: Text): readonly Literal[] {
  return Object.entries(text).flatMap(([language, value]) => (value ? [{ value, language }] : []));
}

/** A plain literal. */
export function plain(value: string): Literal {
  return { value };
}

/** A literal of a type. */
export function typed(value: string, type: string): Literal {
  return { value, type };
}

/** An address that was written by people: undefined where it is none. */
export function addressIn(text: string | undefined): Address | undefined {
  if (text === undefined || !URL.canParse(text) || !/^(https?|mailto):/i.test(text)) return undefined;
  return { to: clean(text) };
}

/** An address without what none may hold. */
function clean(address: string): string {
  return address.replace(/[^!#-;=?-[\]_a-z~\u00a0-\uffff]/g, (sign) => encodeURIComponent(sign));
}

/** Writes things as Turtle (RDF 1.1 Turtle). */
export function toTurtle(things: readonly Thing[]): string {
  const head = Object.entries(prefixes).map(([prefix, space]) => `@prefix ${prefix}: <${space}> .\n`);
  return `${head.join("")}\n${things.map(blockOf).join("\n")}`;
}

function blockOf(thing: Thing): string {
  const subject = thing.id === undefined ? "[]" : addressText(thing.id);
  return `${subject} ${statements(thing, "  ")} .\n`;
}

function statements({ types, says }: Thing, indent: string): string {
  const lines = says.flatMap(([property, values]) =>
    values.length === 0 ? [] : [`${addressText(property)} ${values.map((value) => valueText(value, indent)).join(", ")}`],
  );
  const own = types.length === 0 ? [] : [`a ${types.map(addressText).join(", ")}`];
  return [...own, ...lines].join(` ;\n${indent}`);
}

function valueText(value: Value, indent: string): string {
  if ("to" in value) return addressText(value.to);
  if ("value" in value) return literalText(value);
  if (value.id !== undefined) throw new Error(`${value.id} is described on the spot`);
  return `[ ${statements(value, `${indent}  `)} ]`;
}

function literalText({ value, language, type }: Literal): string {
  const quoted = `"${value.replace(/[\\"\n\r\t\b\f]/g, (sign) => escapes[sign] ?? sign)}"`;
  if (language !== undefined) return `${quoted}@${language}`;
  return type === undefined ? quoted : `${quoted}^^${addressText(type)}`;
}

const escapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  '"': '\\"',
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\b": "\\b",
  "\f": "\\f",
};

/** Names stay short where that is safe; the rest is written in full. */
function addressText(address: string): string {
  const [, prefix = ""] = /^(\w+):[A-Za-z][\w-]*$/.exec(address) ?? [];
  return prefix in prefixes ? address : `<${clean(address)}>`;
}

/** Writes the same things as JSON-LD 1.1, with its context in it. */
export function toJsonLd(things: readonly Thing[]): string {
  return JSON.stringify({ "@context": prefixes, "@graph": things.map(objectOf) });
}

function objectOf({ id, types, says }: Thing): Readonly<Record<string, unknown>> {
  return {
    ...(id === undefined ? {} : { "@id": clean(id) }),
    ...(types.length === 0 ? {} : { "@type": types }),
    ...Object.fromEntries(says.filter(([, values]) => values.length > 0).map(([property, values]) => [property, values.map(jsonOf)])),
  };
}

function jsonOf(value: Value): unknown {
  if ("to" in value) return { "@id": clean(value.to) };
  if (!("value" in value)) return objectOf(value);
  const { value: text, language, type } = value;
  return { "@value": text, ...(language === undefined ? {} : { "@language": language }), ...(type === undefined ? {} : { "@type": type }) };
}
