import { growth, rate, stock, type Topic, unit } from "../define.ts";
import { series } from "../tables.ts";

const school = "onderwijs_leerlingen";

const classes = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, at) => `cell(bevolking, leeftijd1_${from + at})`).join(" + ");

/** Pupils. */
export const education: readonly Topic[] = [
  rate({
    code: "kleuters_per_100",
    name: ["Kleuters op school per 100 kinderen", "Nursery pupils per 100 children"],
    unit: ["per 100 kinderen van 3–5 jaar", "per 100 children aged 3–5"],
    about: [
      "Leerlingen in het gewone kleuteronderwijs per 100 kinderen van 3 tot en met 5 jaar die er wonen. Boven 100 trekken de scholen ook kinderen van elders of van 2,5 jaar aan.",
      "Pupils in mainstream nursery education per 100 children aged 3 to 5 who live there. Above 100 the schools also attract children from elsewhere or aged two and a half.",
    ],
    words: ["kleuterschool onderwijs scholen", "nursery school education"],
    source: school,
    factor: 100,
    formula: `100 * leerlingen_kleuter / (${classes(3, 5)})`,
  }),
  rate({
    code: "lager_per_100",
    name: ["Leerlingen in het lager onderwijs per 100 kinderen", "Primary pupils per 100 children"],
    unit: ["per 100 kinderen van 6–11 jaar", "per 100 children aged 6–11"],
    about: [
      "Leerlingen in het gewone lager onderwijs per 100 kinderen van 6 tot en met 11 jaar die er wonen. Boven 100 trekken de scholen ook kinderen van elders aan.",
      "Pupils in mainstream primary education per 100 children aged 6 to 11 who live there. Above 100 the schools also attract children from elsewhere.",
    ],
    words: ["lagere school basisschool onderwijs", "primary school education"],
    source: school,
    factor: 100,
    formula: `100 * leerlingen_lager / (${classes(6, 11)})`,
  }),
  growth({
    code: "groei_leerlingen_lager",
    name: ["Groei van het lager onderwijs", "Growth of primary education"],
    unit: unit.percent,
    about: [
      "Verandering van het aantal leerlingen in het gewone lager onderwijs in één jaar, in procent van het aantal een jaar eerder.",
      "Change in the number of pupils in mainstream primary education in one year, as a percentage of the number a year earlier.",
    ],
    words: ["lagere school basisschool leerlingen", "primary school pupils"],
    source: school,
    of: "leerlingen_lager",
    back: 1,
  }),
  ...(
    [
      [
        "leerlingen_kleuter",
        "v2302_gko_v",
        "Leerlingen in het kleuteronderwijs",
        "Pupils in nursery education",
        "gewone kleuteronderwijs",
        "mainstream nursery education",
      ],
      [
        "leerlingen_lager",
        "v2301_glo_v",
        "Leerlingen in het lager onderwijs",
        "Pupils in primary education",
        "gewone lager onderwijs",
        "mainstream primary education",
      ],
      [
        "leerlingen_kleuter_buitengewoon",
        "v2301_bko_v",
        "Leerlingen in het buitengewoon kleuteronderwijs",
        "Pupils in special nursery education",
        "buitengewoon kleuteronderwijs",
        "special nursery education",
      ],
    ] as const
  ).map(([code, from, nl, en, aboutNl, aboutEn]) =>
    stock(
      {
        code,
        name: [nl, en],
        unit: unit.pupils,
        about: [
          `Aantal leerlingen in het ${aboutNl} van de Vlaamse Gemeenschap, geteld in de gemeente van de school.`,
          `Number of pupils in ${aboutEn} of the Flemish Community, counted in the municipality of the school.`,
        ],
        words: ["school onderwijs kinderen", "school education children"],
        source: school,
      },
      series("misc", from),
    ),
  ),
];
