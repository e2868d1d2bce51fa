import { flow, mean, type Pair, share, stock, type Topic, unit } from "../define.ts";
import { series } from "../tables.ts";

const fluvius = "fluvius_energie";

const brussels: Pair = [
  "De bron geeft dit cijfer per statistische sector. Wij telden de sectoren op tot gemeenten. Voor Brussel zijn er geen cijfers.",
  "The source gives this figure by statistical sector. We added the sectors up to municipalities. There are no figures for Brussels.",
];

type Use = readonly [code: string, column: string, nl: string, en: string, measured: Pair];

const uses: readonly Use[] = [
  ["elektriciteit_gezinnen", "v2506_elek_res_cons", "Elektriciteit van gezinnen", "Electricity of households", unit.kwh],
  [
    "elektriciteit_bedrijven",
    "v2506_elek_nietres_cons",
    "Elektriciteit van bedrijven en diensten",
    "Electricity of businesses and services",
    unit.kwh,
  ],
  ["gas_gezinnen", "v2506_gas_res_cons", "Aardgas van gezinnen", "Natural gas of households", unit.kwh],
  ["gas_bedrijven", "v2506_gas_nietres_cons", "Aardgas van bedrijven en diensten", "Natural gas of businesses and services", unit.kwh],
];

const customers: readonly Use[] = [
  ["elektriciteit_klanten", "v2506_elek_res_n", "Gezinnen met elektriciteit", "Households with electricity", ["klanten", "customers"]],
  ["gas_klanten", "v2506_gas_res_n", "Gezinnen met aardgas", "Households with natural gas", ["klanten", "customers"]],
];

const words: Pair = ["energie stroom verbruik klimaat", "energy power consumption climate"];

/** Energy that is used. */
export const energy: readonly Topic[] = [
  mean({
    code: "elektriciteit_per_klant",
    name: ["Elektriciteit per gezin", "Electricity per household"],
    unit: ["kWh per klant", "kWh per customer"],
    about: [
      "Verbruik van elektriciteit door gezinnen, gedeeld door het aantal gezinnen dat klant is van het net.",
      "Electricity used by households, divided by the number of households that are customers of the grid.",
    ],
    words,
    source: fluvius,
    formula: "elektriciteit_gezinnen / elektriciteit_klanten",
  }),
  mean({
    code: "gas_per_klant",
    name: ["Aardgas per gezin met aardgas", "Natural gas per household with gas"],
    unit: ["kWh per klant", "kWh per customer"],
    about: [
      "Verbruik van aardgas door gezinnen, gedeeld door het aantal gezinnen dat klant is van het gasnet.",
      "Natural gas used by households, divided by the number of households that are customers of the gas grid.",
    ],
    words,
    source: fluvius,
    formula: "gas_gezinnen / gas_klanten",
  }),
  mean({
    code: "energie_inwoner",
    name: ["Elektriciteit en aardgas per inwoner", "Electricity and natural gas per inhabitant"],
    unit: ["kWh per inwoner", "kWh per inhabitant"],
    about: [
      "Verbruik van elektriciteit en aardgas door gezinnen, bedrijven en diensten samen, gedeeld door het aantal inwoners. Zware industrie in de gemeente maakt dit cijfer hoog.",
      "Electricity and natural gas used by households, businesses and services together, divided by the number of inhabitants. Heavy industry in the municipality makes this figure high.",
    ],
    words,
    source: fluvius,
    formula: "(elektriciteit_gezinnen + elektriciteit_bedrijven + gas_gezinnen + gas_bedrijven) / inwoners_alle",
  }),
  share({
    code: "aandeel_gas",
    name: ["Gezinnen met aardgas", "Households with natural gas"],
    unit: unit.percent,
    about: [
      "Gezinnen die klant zijn van het gasnet, in procent van de gezinnen die klant zijn van het elektriciteitsnet.",
      "Households that are customers of the gas grid, as a percentage of households that are customers of the electricity grid.",
    ],
    words,
    source: fluvius,
    formula: "100 * gas_klanten / elektriciteit_klanten",
  }),
  ...uses.map(([code, column, nl, en, measured]) =>
    flow(
      {
        code,
        name: [nl, en],
        unit: measured,
        about: [`${nl}: afname van het net in een jaar.`, `${en}: taken from the grid in a year.`],
        note: brussels,
        words,
        source: fluvius,
      },
      series("energy", column),
    ),
  ),
  ...customers.map(([code, column, nl, en, measured]) =>
    stock(
      {
        code,
        name: [`Aantal ${nl.charAt(0).toLowerCase()}${nl.slice(1)}`, `Number of ${en.charAt(0).toLowerCase()}${en.slice(1)}`],
        unit: measured,
        about: [`Aantal klanten van het net: ${nl.toLowerCase()}.`, `Number of customers of the grid: ${en.toLowerCase()}.`],
        note: brussels,
        words,
        source: fluvius,
      },
      series("energy", column),
    ),
  ),
];
