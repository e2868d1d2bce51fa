import { type Catalogue, type CatalogueData, openCatalogue } from "../../src/model/catalogue.ts";
import type { Indicator } from "../../src/model/indicator.ts";

const usual = {
  shape: "flat",
  unit: { nl: "aantal" },
  kind: "register",
  dataType: "count",
  periodType: "stock",
  rating: "neutral",
  aggregatesAreas: true,
  aggregatesPeriods: true,
  absent: "empty",
  visible: true,
  searchable: true,
} as const;

type Given = Partial<Indicator> & { readonly code: string };

/** A small catalogue: a cube by age (two levels, both with `_` in codes) and sex, a flow, and whatever indicators are given. */
export function sampleCatalogue(given: readonly Given[] = []): Catalogue {
  const own: Given[] = [
    { code: "inwoners", name: { nl: "aantal inwoners", en: "number of inhabitants" } },
    { code: "inkomen", name: { nl: "netto belastbaar inkomen", en: "net taxable income" } },
    { code: "bev", shape: "cube", name: { nl: "bevolking", en: "population" }, dimensionLevels: ["leeftijd_5", "geslacht"] },
    { code: "pendel", shape: "flow" },
    ...given,
  ];
  const levels = [
    { id: 1, code: "leeftijd_5", dimension: "leeftijd", name: { nl: "leeftijd" } },
    { id: 2, code: "leeftijd", dimension: "leeftijd", name: { nl: "leeftijdsgroep" } },
    { id: 3, code: "geslacht", dimension: "geslacht", name: { nl: "geslacht" } },
    { id: 4, code: "herkomst", dimension: "herkomst", name: { nl: "herkomst" } },
    { id: 5, code: "leeftijd_los", dimension: "leeftijd", name: { nl: "leeftijd zonder band" } },
  ];
  const members = [
    { id: 1, level: 1, code: "0-4", name: { nl: "0-4 jaar", en: "0-4 years" } },
    { id: 2, level: 1, code: "85_plus", name: { nl: "85 jaar en ouder" } },
    { id: 3, level: 2, code: "jong", name: { nl: "jong" } },
    { id: 4, level: 2, code: "5_0-4", name: { nl: "dubbelganger" } },
    { id: 5, level: 3, code: "v", name: { nl: "vrouw", en: "female" } },
    { id: 6, level: 4, code: "be", name: { nl: "Belg" } },
    { id: 7, level: 5, code: "x", name: { nl: "x" } },
  ].map((each, sequence) => ({ ...each, sequence }));
  const data: CatalogueData = {
    site: {
      name: { nl: "Proef" },
      motto: { nl: "" },
      homeLevel: "g",
      benchmarkLevels: [],
      benchmark: { level: "g", area: "1" },
      style: "peil",
    },
    levels: [],
    areas: [],
    tables: [],
    dimensions: ["leeftijd", "geslacht", "herkomst"].map((code) => ({ code, name: { nl: code } })),
    dimensionLevels: levels,
    members,
    memberLinks: [
      { child: 1, parent: 3 },
      { child: 2, parent: 4 },
    ],
    sources: [],
    indicators: own.map((each, at) => ({ ...usual, id: at + 1, sequence: at, name: { nl: each.code }, ...each })),
    themes: [],
  };
  return openCatalogue(data);
}
