import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Bulk } from "../publish/bulk-files.ts";
import type { Versions } from "../publish/versions.ts";
import { authorityOf } from "./authorities.ts";
import { type Address, addressIn, type Thing, texts, typed, type Value } from "./rdf.ts";

/** What a catalogue of open data is made of. */
export type CatalogueInput = {
  /** Public address of the site, without a slash at the end. */
  readonly origin: string;
  readonly release: string;
  /** ISO moment of the release. */
  readonly at: string;
  readonly catalogue: Catalogue;
  readonly changed: Readonly<Record<string, string>>;
  readonly versions: Versions | undefined;
  readonly bulk: Bulk | undefined;
};

/** Open to everybody. */
export const open = authorityOf("access-right", "PUBLIC");
/** The languages in which everything is said. */
export const languages: readonly Value[] = ["NLD", "ENG"].map((code) => ({ to: authorityOf("language", code) }));

/** A moment as RDF writes it. */
export function moment(at: string): Value {
  return typed(at, "xsd:dateTime");
}

/** A value that may be absent. */
export function maybe(value: Value | undefined): readonly Value[] {
  return value === undefined ? [] : [value];
}

/** The address of a service. */
export const serviceId = (origin: string, code: string): string => `${origin}/catalog#service-${code}`;
/** The address of a record of the catalogue. */
export const recordId = (origin: string, code: string): string => `${origin}/catalog#record-${code}`;
/** Who publishes. */
export const publisherOf = ({ origin, catalogue }: CatalogueInput): Address =>
  addressIn(catalogue.site.openData?.publisher) ?? { to: `${origin}/catalog#publisher` };
/** Where questions go. */
export const contactOf = ({ origin }: CatalogueInput): Address => ({ to: `${origin}/catalog#contact` });

/** The address of the dataset of an indicator: its page, as the page itself says. */
export function datasetId(origin: string, code: string): string {
  return `${origin}/indicator/${code}`;
}

/** Who publishes, and where questions go, described. */
export function peopleOf(input: CatalogueInput): readonly Thing[] {
  const { origin, catalogue } = input;
  const { site } = catalogue;
  const name = site.organisation ?? site.name;
  const page = addressIn(site.openData?.contact) ?? { to: `${origin}/about` };
  return [
    { id: publisherOf(input).to, types: ["dct:Agent", "foaf:Agent"], says: [["foaf:name", texts(name)]] },
    {
      id: contactOf(input).to,
      types: ["vcard:Kind", "vcard:Organization"],
      says: [
        ["vcard:fn", texts(name)],
        ["vcard:hasEmail", maybe(site.mailbox === undefined ? undefined : addressIn(`mailto:${site.mailbox}`))],
        ["foaf:page", [page]],
      ],
    },
  ];
}

/** The territory of the site. */
export function placesOf({ catalogue }: CatalogueInput): readonly Value[] {
  const { site } = catalogue;
  const known = (site.openData?.spatial ?? []).flatMap((each) => addressIn(each) ?? []);
  if (known.length > 0) return known;
  const level = catalogue.level(site.benchmark.level);
  const area = level && catalogue.area(level.id, site.benchmark.area);
  return area === undefined ? [] : [{ types: ["dct:Location"], says: [["rdfs:label", texts(area.name)]] }];
}
