import type { Indicator } from "@peil/core/model/indicator.ts";
import { formats } from "../formats/index.ts";
import type { BulkFile } from "../publish/bulk-files.ts";
import { fileTypeOf } from "./authorities.ts";
import { type CatalogueInput, datasetId, maybe, moment, serviceId } from "./dcat-parts.ts";
import { type Address, addressIn, plain, type Thing, texts, typed } from "./rdf.ts";

/** The figures in every format as readers ask for them, and the files of the whole. */
export function distributionsOf(input: CatalogueInput, indicator: Indicator): readonly Thing[] {
  const { origin, bulk } = input;
  const page = datasetId(origin, indicator.code);
  const asked = formats.map((format) => {
    const address = `${page}.${format.extension}`;
    return distribution(input, indicator, address, [
      ["dct:title", texts({ nl: `Cijfers als ${format.name}`, en: `Figures as ${format.name}` })],
      ["dcat:downloadURL", [{ to: address }]],
      ["dcat:accessService", [{ to: serviceId(origin, "api") }]],
      ["dcat:mediaType", [mediaTypeOf(format.mediaType)]],
      ["dct:format", maybe(fileType(format.extension))],
    ]);
  });
  const files = (bulk?.files ?? []).filter((each) => each.indicator === indicator.code && !each.name.startsWith("."));
  return [...asked, ...files.map((file) => fileOf(input, indicator, file))];
}

function fileOf(input: CatalogueInput, indicator: Indicator, { name, size, sha256 }: BulkFile): Thing {
  const address = `${input.origin}/bulk/${name}`;
  const isPacked = name.endsWith(".gz");
  const extension = name.replace(/\.gz$/, "").split(".").at(-1) ?? "";
  const format = formats.find((each) => each.extension === extension);
  const checksum: Thing = {
    types: ["spdx:Checksum"],
    says: [
      ["spdx:algorithm", [{ to: "spdx:checksumAlgorithm_sha256" }]],
      ["spdx:checksumValue", [typed(sha256, "xsd:hexBinary")]],
    ],
  };
  return distribution(input, indicator, address, [
    ["dct:title", texts({ nl: `Alle gebieden en periodes: ${name}`, en: `All areas and periods: ${name}` })],
    ["dcat:downloadURL", [{ to: address }]],
    ["dcat:mediaType", format === undefined ? [] : [mediaTypeOf(format.mediaType)]],
    ["dcat:compressFormat", isPacked ? [mediaTypeOf("application/gzip")] : []],
    ["dct:format", maybe(fileType(extension))],
    ["dcat:byteSize", [typed(String(size), "xsd:nonNegativeInteger")]],
    ["spdx:checksum", [checksum]],
  ]);
}

function distribution(input: CatalogueInput, indicator: Indicator, address: string, says: Thing["says"]): Thing {
  const { catalogue, origin, versions, at } = input;
  const source = indicator.source === undefined ? undefined : catalogue.source(indicator.source);
  const licence =
    addressIn(source?.licenceUrl) ?? (source?.licence === undefined ? addressIn(catalogue.site.openData?.licence) : undefined);
  const rights: readonly Thing[] =
    source?.licence === undefined ? [] : [{ types: ["dct:RightsStatement"], says: [["rdfs:label", [plain(source.licence)]]] }];
  return {
    id: `${address}#distribution`,
    types: ["dcat:Distribution"],
    says: [
      ["dct:identifier", [plain(`${address}#distribution`)]],
      ["dcat:accessURL", [{ to: datasetId(origin, indicator.code) }]],
      ["dct:modified", [moment(versions?.indicators[indicator.code]?.at ?? at)]],
      ["dct:license", maybe(licence)],
      ["dct:rights", rights],
      ...says,
    ],
  };
}

function mediaTypeOf(type: string): Address {
  return { to: `http://www.iana.org/assignments/media-types/${(type.split(";")[0] ?? "").trim()}` };
}

function fileType(extension: string): Address | undefined {
  const to = fileTypeOf(extension);
  return to === undefined ? undefined : { to };
}
