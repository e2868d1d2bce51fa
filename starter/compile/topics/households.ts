import { growth, mean, share, stock, type Topic, total, unit } from "../define.ts";
import { column } from "../tables.ts";

const homes = "vlaanderen_huishoudens";

const sizes: readonly (readonly [code: string, size: string, nl: string, en: string])[] = [
  ["huishoudens_1p", "1", "Aantal huishoudens van één persoon", "Number of households of one person"],
  ["huishoudens_2p", "2", "Aantal huishoudens van twee personen", "Number of households of two persons"],
  ["huishoudens_3p", "3", "Aantal huishoudens van drie personen", "Number of households of three persons"],
  ["huishoudens_4p", "4+", "Aantal huishoudens van vier of meer personen", "Number of households of four or more persons"],
];

/** How people live together. */
export const households: readonly Topic[] = [
  total({
    code: "huishoudens",
    name: ["Huishoudens", "Households"],
    unit: unit.households,
    about: [
      "Aantal huishoudens van alle groottes samen. Tot en met 2023 geteld, vanaf 2024 een vooruitzicht.",
      "Number of households of all sizes together. Counted up to 2023, projected from 2024.",
    ],
    words: ["gezinnen alleenstaanden", "families singles"],
    source: homes,
    periodType: "stock",
    forecastFrom: "2024",
    partialSums: true,
    formula: "huishoudens_1p + huishoudens_2p + huishoudens_3p + huishoudens_4p",
  }),
  share({
    code: "aandeel_alleenwonend",
    name: ["Huishoudens van één persoon", "One-person households"],
    unit: unit.percent,
    about: [
      "Huishoudens van één persoon, in procent van alle huishoudens.",
      "Households of one person, as a percentage of all households.",
    ],
    words: ["alleenstaanden singles alleenwonend", "living alone singles"],
    source: homes,
    forecastFrom: "2024",
    formula: "100 * huishoudens_1p / huishoudens",
  }),
  share({
    code: "aandeel_grote_huishoudens",
    name: ["Huishoudens van vier of meer personen", "Households of four or more"],
    unit: unit.percent,
    about: [
      "Huishoudens van vier of meer personen, in procent van alle huishoudens.",
      "Households of four or more persons, as a percentage of all households.",
    ],
    words: ["grote gezinnen kinderen", "large families children"],
    source: homes,
    forecastFrom: "2024",
    formula: "100 * huishoudens_4p / huishoudens",
  }),
  mean({
    code: "huishoudgrootte",
    name: ["Inwoners per huishouden", "Inhabitants per household"],
    unit: ["inwoners per huishouden", "inhabitants per household"],
    about: [
      "Aantal inwoners gedeeld door het aantal huishoudens. Mensen in een woonzorgcentrum of een ander tehuis tellen mee als inwoner.",
      "Number of inhabitants divided by the number of households. People in residential care or other homes count as inhabitants.",
    ],
    words: ["gezinsgrootte huishoudensgrootte gemiddeld", "household size mean family"],
    source: homes,
    decimals: 2,
    forecastFrom: "2024",
    formula: "inwoners_alle / huishoudens",
  }),
  growth({
    code: "groei_huishoudens_5j",
    name: ["Groei van het aantal huishoudens in vijf jaar", "Growth of the number of households in five years"],
    unit: unit.percent,
    about: [
      "Verandering van het aantal huishoudens in vijf jaar, in procent van het aantal vijf jaar eerder.",
      "Change in the number of households in five years, as a percentage of the number five years earlier.",
    ],
    words: ["gezinnen groei vooruitzicht", "families growth projection"],
    source: homes,
    forecastFrom: "2024",
    of: "huishoudens",
    back: 5,
  }),
  ...sizes.map(([code, size, nl, en]) =>
    stock(
      {
        code,
        name: [nl, en],
        unit: unit.households,
        about: [`${nl}. Tot en met 2023 geteld, vanaf 2024 een vooruitzicht.`, `${en}. Counted up to 2023, projected from 2024.`],
        note: ["In het vooruitzicht ontbreekt Herstappe.", "Herstappe is missing in the projection."],
        words: ["gezinnen alleenstaanden gezinsgrootte", "families singles household size"],
        source: homes,
        forecastFrom: "2024",
        partialSums: true,
      },
      column("households", "households", `household_size = '${size}'`),
    ),
  ),
];
