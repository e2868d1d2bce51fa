import { cube, flow, growth, type Pair, rate, share, stock, type Topic, unit } from "../define.ts";
import { column, series } from "../tables.ts";

const firms = "statbel_ondernemingen";
const farms = "landbouw_verbreding";

const sums = (measure: string): string =>
  `SELECT level, period, area, sum(${measure}::DOUBLE) AS value, 0 AS status FROM starters WHERE ${measure} IS NOT NULL GROUP BY ALL`;

const survival: readonly (readonly [years: number, nl: string, en: string])[] = [
  [1, "één jaar", "one year"],
  [3, "drie jaar", "three years"],
  [5, "vijf jaar", "five years"],
];

const starting: Pair = ["starters ondernemers bedrijven overleven", "start-ups entrepreneurs companies survival"];

/** Firms and farms. */
export const economy: readonly Topic[] = [
  growth({
    code: "groei_vestigingen",
    name: ["Groei van het aantal vestigingen", "Growth of the number of local units"],
    unit: unit.percent,
    about: [
      "Verandering van het aantal vestigingen in één jaar, in procent van het aantal een jaar eerder.",
      "Change in the number of local units in one year, as a percentage of the number a year earlier.",
    ],
    words: ["bedrijven ondernemingen groei", "companies firms growth"],
    source: firms,
    of: "vestigingen",
    back: 4,
  }),
  stock(
    {
      code: "vestigingen",
      name: ["Vestigingen van ondernemingen", "Local units of enterprises"],
      unit: ["vestigingen", "local units"],
      about: [
        "Aantal plaatsen waar een onderneming gevestigd is, in het vierde kwartaal van het jaar.",
        "Number of places where an enterprise is established, in the fourth quarter of the year.",
      ],
      words: ["bedrijven ondernemingen zaken", "companies firms businesses establishments"],
      source: firms,
    },
    column("establishments", "establishments"),
  ),
  rate({
    code: "starters_1000",
    name: ["Startende ondernemingen per 1.000 inwoners", "New enterprises per 1,000 inhabitants"],
    unit: unit.thousand,
    about: [
      "Ondernemingen die zich in het jaar voor het eerst voor de btw inschreven, per 1.000 inwoners op 1 januari.",
      "Enterprises that registered for VAT for the first time in the year, per 1,000 inhabitants on 1 January.",
    ],
    words: starting,
    source: firms,
    factor: 1000,
    formula: "1000 * starters / inwoners_alle",
  }),
  ...survival.map(([years, nl, en]) =>
    share({
      code: `overleving_${years}j`,
      name: [`Starters die na ${nl} nog bestaan`, `New enterprises that still exist after ${en}`],
      unit: unit.percent,
      about: [
        `Ondernemingen die ${nl} na hun start nog actief zijn, in procent van alle starters van dat beginjaar. Het jaar is dat van de start.`,
        `Enterprises that are still active ${en} after their start, as a percentage of all that started in that year. The year is that of the start.`,
      ],
      words: starting,
      source: firms,
      rating: "higher",
      formula: `100 * overlevers_${years}j / starters`,
    }),
  ),
  flow(
    {
      code: "starters",
      name: ["Startende ondernemingen", "New enterprises"],
      unit: ["ondernemingen", "enterprises"],
      about: [
        "Aantal ondernemingen dat zich in het jaar voor het eerst voor de btw inschreef. Alleen per provincie.",
        "Number of enterprises that registered for VAT for the first time in the year. By province only.",
      ],
      words: starting,
      source: firms,
    },
    sums("first_registrations"),
  ),
  ...survival.map(([years, nl, en]) =>
    flow(
      {
        code: `overlevers_${years}j`,
        name: [`Aantal starters dat na ${nl} nog bestaat`, `Number of new enterprises that still exist after ${en}`],
        unit: ["ondernemingen", "enterprises"],
        about: [
          `Aantal ondernemingen dat ${nl} na de start nog actief is, per beginjaar.`,
          `Number of enterprises still active ${en} after their start, by year of start.`,
        ],
        words: starting,
        source: firms,
      },
      sums(`survivors_${years}y`),
    ),
  ),
  cube({
    code: "starters_sector",
    name: ["Startende ondernemingen naar sector", "New enterprises by sector"],
    unit: ["ondernemingen", "enterprises"],
    about: [
      "Aantal ondernemingen dat zich in het jaar voor het eerst voor de btw inschreef, opgesplitst naar de sector waarin ze werken.",
      "Number of enterprises that registered for VAT for the first time in the year, split by the sector in which they work.",
    ],
    words: starting,
    source: firms,
    dimensionLevels: ["nace"],
  }),
  rate({
    code: "hoeveproducenten_10000",
    name: ["Boerderijen met verkoop per 10.000 inwoners", "Farms that sell direct per 10,000 inhabitants"],
    unit: unit.tenThousand,
    about: [
      "Landbouwers die zelf producten maken of verkopen op de boerderij, per 10.000 inwoners op 1 januari.",
      "Farmers who make or sell products on the farm themselves, per 10,000 inhabitants on 1 January.",
    ],
    words: ["hoevewinkel korte keten landbouw", "farm shop short chain agriculture"],
    source: farms,
    factor: 10000,
    formula: "10000 * hoeveproducenten / inwoners_alle",
  }),
  stock(
    {
      code: "hoeveproducenten",
      name: ["Boerderijen met verkoop", "Farms that sell direct"],
      unit: ["boerderijen", "farms"],
      about: [
        "Aantal landbouwers dat zelf producten maakt of verkoopt op de boerderij.",
        "Number of farmers who make or sell products on the farm themselves.",
      ],
      words: ["hoevewinkel hoeveproducenten korte keten landbouw", "farm shop short chain agriculture"],
      source: farms,
    },
    series("misc", "v2705_lb_hpr_totaal"),
  ),
];

/** Farms that give care. */
export const care: readonly Topic[] = [
  rate({
    code: "zorgboerderijen_10000",
    name: ["Zorgboerderijen per 10.000 inwoners", "Care farms per 10,000 inhabitants"],
    unit: unit.tenThousand,
    about: ["Zorgboerderijen per 10.000 inwoners op 1 januari.", "Care farms per 10,000 inhabitants on 1 January."],
    words: ["zorg groene zorg boerderij", "care green care farm"],
    source: farms,
    factor: 10000,
    decimals: 2,
    formula: "10000 * zorgboerderijen / inwoners_alle",
  }),
  stock(
    {
      code: "zorgboerderijen",
      name: ["Zorgboerderijen", "Care farms"],
      unit: ["zorgboerderijen", "care farms"],
      about: [
        "Aantal land- en tuinbouwbedrijven en andere plaatsen die mensen met een zorgvraag een dagbesteding geven.",
        "Number of farms and other places that give people who need care something to do during the day.",
      ],
      words: ["zorg groene zorg boerderij", "care green care farm"],
      source: farms,
    },
    `SELECT level, period, area, sum(value) AS value, 0 AS status FROM misc
      WHERE indicator IN ('v2707_lb_lbexploi_zorg_lnt', 'v2707_lb_lbexploi_zorg_ander') AND status = 0 GROUP BY ALL`,
  ),
];
