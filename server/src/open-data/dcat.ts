import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { datasetOf } from "./dcat-dataset.ts";
import { distributionsOf } from "./dcat-files.ts";
import {
  type CatalogueInput,
  contactOf,
  datasetId,
  languages,
  maybe,
  moment,
  open,
  peopleOf,
  placesOf,
  publisherOf,
  recordId,
  serviceId,
} from "./dcat-parts.ts";
import { addressIn, plain, type Thing, texts, typed } from "./rdf.ts";
import { services } from "./services.ts";

/** Datasets on one page of the catalogue. */
export const pageSize = 500;

/** The profile that the catalogue follows. */
const profile = "https://data.vlaanderen.be/doc/applicatieprofiel/DCAT-AP-VL";

/** How many pages the catalogue has. */
export function pagesOf({ catalogue }: Pick<CatalogueInput, "catalogue">): number {
  return Math.max(1, Math.ceil(visibleIn(catalogue).length / pageSize));
}

function visibleIn({ indicators }: Catalogue): readonly Indicator[] {
  return indicators.filter((each) => each.visible);
}

/**
 * A page of the catalogue of a release according to DCAT-AP Vlaanderen (version of 2025-12-09, on DCAT-AP 3): the catalogue, its
 * services, and a dataset with its record and its distributions for every indicator on the page.
 * @param page from 1 on
 * @param self address of the page itself
 */
export function catalogueOf(input: CatalogueInput, page: number, self: (page: number) => string): readonly Thing[] {
  const { origin, catalogue, at } = input;
  const { site } = catalogue;
  const shown = visibleIn(catalogue).slice((page - 1) * pageSize, page * pageSize);
  const id = `${origin}/catalog`;
  const about: Thing = {
    id,
    types: ["dcat:Catalog"],
    says: [
      ["dct:identifier", [plain(id)]],
      ["dct:title", texts(site.name)],
      ["dct:description", texts(site.motto)],
      ["dct:publisher", [publisherOf(input)]],
      ["dcat:contactPoint", [contactOf(input)]],
      ["dct:license", maybe(addressIn(site.openData?.licence))],
      ["dct:language", languages],
      ["dct:spatial", placesOf(input)],
      ["dct:modified", [moment(at)]],
      ["foaf:homepage", [{ to: `${origin}/` }]],
      ["dct:conformsTo", [{ to: profile }]],
      ["dcat:themeTaxonomy", [{ to: "http://publications.europa.eu/resource/authority/data-theme" }]],
      ["dcat:service", services.map(({ code }) => ({ to: serviceId(origin, code) }))],
      ["dcat:dataset", shown.map(({ code }) => ({ to: datasetId(origin, code) }))],
      ["dcat:record", shown.map(({ code }) => ({ to: recordId(origin, code) }))],
    ],
  };
  return [
    about,
    ...pagingOf(input, page, self),
    ...peopleOf(input),
    ...services.map((each) => serviceOf(input, each)),
    ...shown.flatMap((each) => [recordOf(input, each), datasetOf(input, each), ...distributionsOf(input, each)]),
  ];
}

/** How the pages hang together (Hydra), where there are several. */
function pagingOf(input: CatalogueInput, page: number, self: (page: number) => string): readonly Thing[] {
  const last = pagesOf(input);
  if (last === 1) return [];
  const link = (name: string, to: number): Thing["says"] => (to < 1 || to > last ? [] : [[`hydra:${name}`, [{ to: self(to) }]]]);
  const total = typed(String(visibleIn(input.catalogue).length), "xsd:integer");
  return [
    {
      id: self(page),
      types: ["hydra:PartialCollectionView"],
      says: [
        ["hydra:totalItems", [total]],
        ...link("first", 1),
        ...link("previous", page - 1),
        ...link("next", page + 1),
        ...link("last", last),
      ],
    },
  ];
}

function serviceOf(input: CatalogueInput, { code, title, description, path, described, standard }: (typeof services)[number]): Thing {
  const { origin } = input;
  const id = serviceId(origin, code);
  return {
    id,
    types: ["dcat:DataService"],
    says: [
      ["dct:identifier", [plain(id)]],
      ["dct:title", texts(title)],
      ["dct:description", texts(description)],
      ["dct:publisher", [publisherOf(input)]],
      ["dcat:contactPoint", [contactOf(input)]],
      ["dct:accessRights", [{ to: open }]],
      ["dcat:endpointURL", [{ to: `${origin}${path}` }]],
      ["dcat:endpointDescription", [{ to: `${origin}${described}` }]],
      ["dct:conformsTo", maybe(addressIn(standard))],
      ["dct:license", maybe(addressIn(input.catalogue.site.openData?.licence))],
    ],
  };
}

function recordOf(input: CatalogueInput, indicator: Indicator): Thing {
  const { origin, versions, at } = input;
  const id = recordId(origin, indicator.code);
  const version = versions?.indicators[indicator.code];
  return {
    id,
    types: ["dcat:CatalogRecord"],
    says: [
      ["dct:identifier", [plain(id)]],
      ["foaf:primaryTopic", [{ to: datasetId(origin, indicator.code) }]],
      ["dct:conformsTo", [{ to: profile }]],
      ["dct:issued", maybe(version && moment(version.first))],
      ["dct:modified", [moment(version?.at ?? at)]],
    ],
  };
}
