import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator, Source } from "@peil/core/model/indicator.ts";
import type { Text } from "@peil/core/model/text.ts";
import { changedOf } from "../views/details.ts";
import { themesOf } from "../views/theme-tree.ts";
import { authorityOf, timesOf } from "./authorities.ts";
import { distributionsOf } from "./dcat-files.ts";
import { type CatalogueInput, contactOf, datasetId, languages, maybe, moment, open, placesOf, publisherOf } from "./dcat-parts.ts";
import { addressIn, plain, type Thing, texts, typed, type Value } from "./rdf.ts";

/** What an indicator is to the world: its figures on all levels in all periods are one dataset. */
export function datasetOf(input: CatalogueInput, indicator: Indicator): Thing {
  const { origin, catalogue, changed, versions, at } = input;
  const { code } = indicator;
  const id = datasetId(origin, code);
  const version = versions?.indicators[code];
  return {
    id,
    types: ["dcat:Dataset"],
    says: [
      ["dct:identifier", [plain(id)]],
      ...describedAs(input, indicator),
      ["dct:issued", maybe(version && moment(version.first))],
      ["dct:modified", [moment(changedOf(catalogue, indicator, changed) ?? version?.at ?? at)]],
      ["dcat:version", [plain(version?.release ?? input.release)]],
      ["dcat:landingPage", [{ to: id }, { to: `${origin}/en/indicator/${code}` }]],
      ["dcat:distribution", distributionsOf(input, indicator).map((each) => ({ to: each.id ?? "" }))],
    ],
  };
}

/** What holds of an indicator in every version of it. */
export function describedAs(input: CatalogueInput, indicator: Indicator): Thing["says"] {
  const { catalogue } = input;
  const { frequency, first, last } = timesOf(catalogue, indicator);
  const source = indicator.source === undefined ? undefined : catalogue.source(indicator.source);
  const period: Thing | undefined =
    first === undefined || last === undefined
      ? undefined
      : {
          types: ["dct:PeriodOfTime"],
          says: [
            ["dcat:startDate", [typed(String(first), "xsd:gYear")]],
            ["dcat:endDate", [typed(String(last), "xsd:gYear")]],
          ],
        };
  return [
    ["dct:title", texts(indicator.name)],
    ["dct:description", texts(indicator.description ?? indicator.name)],
    ["dcat:keyword", keywordsOf(catalogue, indicator)],
    ["dcat:theme", themesIn(catalogue, indicator)],
    ["dct:type", [{ to: authorityOf("dataset-type", "STATISTICAL") }]],
    ["dct:publisher", [publisherOf(input)]],
    ["dct:creator", maybe(creatorOf(source))],
    [
      "dct:provenance",
      source === undefined ? [] : [{ types: ["dct:ProvenanceStatement"], says: [["rdfs:label", texts(source.citation ?? source.name)]] }],
    ],
    ["dcat:contactPoint", [contactOf(input)]],
    ["dct:accessRights", [{ to: open }]],
    ["dct:language", languages],
    ["dct:spatial", placesOf(input)],
    ["dct:temporal", maybe(period)],
    ["dct:accrualPeriodicity", [{ to: frequency }]],
  ];
}

function creatorOf(source: Source | undefined): Value | undefined {
  if (source === undefined) return undefined;
  const name: Text = source.publisher === undefined ? source.name : { nl: source.publisher };
  return {
    types: ["dct:Agent", "foaf:Agent"],
    says: [
      ["foaf:name", texts(name)],
      ["foaf:homepage", maybe(addressIn(source.url))],
    ],
  };
}

/** Its own keywords and the names of the themes in which it stands. */
function keywordsOf(catalogue: Catalogue, { code, keywords }: Indicator): readonly Value[] {
  const own =
    keywords === undefined
      ? []
      : texts(keywords).flatMap(({ value, language }) => value.split(/[,;]/).map((each) => ({ value: each.trim(), language })));
  const themes = themesOf(catalogue)
    .placesOf(code)
    .flatMap((way) => way.flatMap((step) => texts(step.name)));
  const all = [...own, ...themes].filter((each) => each.value !== "");
  return [...new Map(all.map((each) => [`${each.language}/${each.value}`, each])).values()].map(({ value, language }) => ({
    value,
    ...(language ? { language } : {}),
  }));
}

/** The data themes of Europe, by the innermost folder that the site gave one. */
function themesIn(catalogue: Catalogue, { code }: Indicator): readonly Value[] {
  const given = new Map((catalogue.site.openData?.themes ?? []).map((each) => [each.theme.toLowerCase(), each.dataTheme]));
  const found = themesOf(catalogue)
    .placesOf(code)
    .flatMap((way) => way.findLast((step) => given.has(step.code.toLowerCase())) ?? [])
    .flatMap((step) => given.get(step.code.toLowerCase()) ?? []);
  return [...new Set(found)].map((each) => ({ to: authorityOf("data-theme", each) }));
}
