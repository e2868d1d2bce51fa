import { cube, type Pair, share, stock, type Topic, unit } from "../define.ts";
import { series } from "../tables.ts";

const land = "statbel_bodem";
const map = "vito_landgebruik";

const summed: Pair = [
  "De bron geeft dit cijfer per statistische sector. Wij telden de sectoren op tot gemeenten.",
  "The source gives this figure by statistical sector. We added the sectors up to municipalities.",
];

/** How the ground is used. */
export const space: readonly Topic[] = [
  {
    indicator: {
      ...stock(
        {
          code: "oppervlakte",
          name: ["Oppervlakte", "Surface"],
          unit: ["km²", "km²"],
          about: [
            "Oppervlakte volgens het kadaster, met en zonder perceelnummer, in vierkante kilometer. Het strand telt niet mee.",
            "Surface according to the land register, with and without a parcel number, in square kilometres. The beach does not count.",
          ],
          words: ["grootte gebied kadaster", "size area land register"],
          source: land,
          decimals: 1,
        },
        "",
      ).indicator,
      periodType: "independent",
    },
    load: "SELECT level, '2015' AS period, area, sum(area_total_ha::DECIMAL(18, 4)) / 100 AS value, 0 AS status FROM landRegister WHERE period = '2015' GROUP BY ALL",
  },
  cube({
    code: "bodemgebruik",
    name: ["Gebruik van de bodem", "Land use"],
    unit: ["hectare", "hectares"],
    about: [
      "Oppervlakte in hectare volgens de bestemming van de percelen in het kadaster, van akkers en bossen tot huizen, kantoren en wegen.",
      "Surface in hectares by the use of parcels in the land register, from fields and woods to houses, offices and roads.",
    ],
    words: ["kadaster percelen bebouwd onbebouwd ruimte kubus", "land register parcels built space cube"],
    source: land,
    periodType: "stock",
    decimals: 1,
    dimensionLevels: ["bodemgebruik3"],
  }),
  share({
    code: "aandeel_bebouwd",
    name: ["Bebouwde oppervlakte", "Built-up surface"],
    unit: unit.percent,
    about: [
      "Oppervlakte van de bebouwde percelen, in procent van de hele oppervlakte volgens het kadaster. De tuin bij een huis hoort bij het perceel.",
      "Surface of parcels with buildings, as a percentage of the whole surface in the land register. The garden of a house belongs to its parcel.",
    ],
    words: ["bebouwing bebouwde percelen verharding ruimtebeslag", "built parcels land take"],
    source: land,
    formula:
      "100 * cell(bodemgebruik, bodemgebruik2_2TOT) / (cell(bodemgebruik, bodemgebruik1_4TOT) + cell(bodemgebruik, bodemgebruik1_5TOT))",
  }),
  share({
    code: "aandeel_huizen_grond",
    name: ["Grond van huizen en hoeven", "Land of houses and farmhouses"],
    unit: unit.percent,
    about: [
      "Oppervlakte van percelen met een huis of hoeve, in procent van de bebouwde oppervlakte.",
      "Surface of parcels with a house or farmhouse, as a percentage of the built-up surface.",
    ],
    words: ["woningen percelen bebouwing", "dwellings parcels built"],
    source: land,
    formula: "100 * cell(bodemgebruik, bodemgebruik3_2C) / cell(bodemgebruik, bodemgebruik2_2TOT)",
  }),
  share({
    code: "aandeel_bedrijfsgrond",
    name: ["Grond van bedrijven", "Land of businesses"],
    unit: unit.percent,
    about: [
      "Oppervlakte van percelen met werkplaatsen, fabrieken, opslag, kantoren en winkels, in procent van de bebouwde oppervlakte.",
      "Surface of parcels with workshops, factories, storage, offices and shops, as a percentage of the built-up surface.",
    ],
    words: ["industrie bedrijventerrein kantoren winkels", "industry business park offices shops"],
    source: land,
    formula:
      "100 * (cell(bodemgebruik, bodemgebruik3_2G) + cell(bodemgebruik, bodemgebruik3_2H) + cell(bodemgebruik, bodemgebruik3_2I) + cell(bodemgebruik, bodemgebruik3_2JK)) / cell(bodemgebruik, bodemgebruik2_2TOT)",
  }),
  share({
    code: "aandeel_recreatie_grond",
    name: ["Grond voor sport en recreatie", "Land for sport and recreation"],
    unit: unit.percent,
    about: [
      "Oppervlakte van recreatieterreinen en van percelen met gebouwen voor sport en recreatie, in procent van de hele oppervlakte volgens het kadaster.",
      "Surface of recreation grounds and of parcels with buildings for sport and recreation, as a percentage of the whole surface in the land register.",
    ],
    words: ["sport vrije tijd spelen terrein", "sports leisure play ground"],
    source: land,
    decimals: 2,
    formula:
      "100 * (cell(bodemgebruik, bodemgebruik3_1J) + cell(bodemgebruik, bodemgebruik3_2Q)) / (cell(bodemgebruik, bodemgebruik1_4TOT) + cell(bodemgebruik, bodemgebruik1_5TOT))",
  }),
  share({
    code: "aandeel_open_ruimte",
    name: ["Open ruimte", "Open space"],
    unit: unit.percent,
    about: [
      "Oppervlakte open ruimte (bos, akker, grasland, struiken, water, moeras en braak land), in procent van de hele oppervlakte.",
      "Surface of open space (wood, field, grassland, shrubs, water, marsh and fallow land), as a percentage of the whole surface.",
    ],
    words: ["natuur landbouw groen landschap", "nature farming green landscape"],
    source: map,
    kind: "gis",
    formula: "100 * open_ruimte / (100 * oppervlakte)",
  }),
];

const kindsOfSpace: readonly (readonly [code: string, column: string, nl: string, en: string, aboutNl: string, aboutEn: string])[] = [
  ["open_ruimte", "v1591_opp_or_totaal", "Oppervlakte open ruimte", "Surface of open space", "alle open ruimte", "all open space"],
  ["bos", "v1591_opp_or_bos", "Oppervlakte bos", "Surface of woodland", "bos", "woodland"],
  ["akker", "v1591_opp_or_akker", "Oppervlakte akkers", "Surface of fields", "akkers", "fields"],
  ["grasland", "v1591_opp_or_grasland", "Oppervlakte grasland", "Surface of grassland", "grasland", "grassland"],
];

/** Nature and green space. */
export const nature: readonly Topic[] = [
  share({
    code: "aandeel_bos",
    name: ["Bos", "Woodland"],
    unit: unit.percent,
    about: ["Oppervlakte bos, in procent van de hele oppervlakte.", "Surface of woodland, as a percentage of the whole surface."],
    words: ["bossen natuur bomen groen", "woods forest nature trees"],
    source: map,
    kind: "gis",
    formula: "100 * bos / (100 * oppervlakte)",
  }),
  share({
    code: "aandeel_landbouw",
    name: ["Akkers en grasland", "Fields and grassland"],
    unit: unit.percent,
    about: [
      "Oppervlakte akkers en grasland samen, in procent van de hele oppervlakte.",
      "Surface of fields and grassland together, as a percentage of the whole surface.",
    ],
    words: ["landbouw weiland", "farming agriculture meadow"],
    source: map,
    kind: "gis",
    formula: "100 * (akker + grasland) / (100 * oppervlakte)",
  }),
  ...(
    [
      ["aandeel_buurtgroen", "buurtgroen_inwoners", "buurtgroen", "local green space", "v2540_buurtgroen_inw"],
      ["aandeel_wijkgroen", "wijkgroen_inwoners", "wijkgroen", "district green space", "v2540_wijkgroen_inw"],
    ] as const
  ).flatMap(([code, people, nl, en, column]) => [
    share({
      code,
      name: [`Inwoners dicht bij ${nl}`, `Inhabitants close to ${en}`],
      unit: unit.percent,
      about: [
        `Inwoners die ${nl} op korte afstand van hun woning hebben, in procent van alle inwoners.`,
        `Inhabitants who have ${en} at a short distance from home, as a percentage of all inhabitants.`,
      ],
      words: ["groen park natuur nabijheid", "green park nature nearby"],
      source: "vito_groen",
      kind: "gis",
      rating: "higher",
      formula: `100 * ${people} / inwoners_alle`,
    }),
    stock(
      {
        code: people,
        name: [`Aantal inwoners dicht bij ${nl}`, `Number of inhabitants close to ${en}`],
        unit: unit.inhabitants,
        about: [
          `Aantal inwoners met ${nl} op korte afstand van hun woning, berekend op een kaart.`,
          `Number of inhabitants with ${en} at a short distance from home, computed on a map.`,
        ],
        words: ["groen park natuur nabijheid", "green park nature nearby"],
        source: "vito_groen",
        kind: "gis",
        rating: "higher",
      },
      series("misc", column),
    ),
  ]),
  ...kindsOfSpace.map(([code, column, nl, en, aboutNl, aboutEn]) => ({
    ...stock(
      {
        code,
        name: [nl, en],
        unit: ["hectare", "hectares"],
        about: [
          `Oppervlakte van ${aboutNl} in hectare, gemeten op een kaart met vakjes van 10 op 10 meter.`,
          `Surface of ${aboutEn} in hectares, measured on a map with squares of 10 by 10 metres.`,
        ],
        note: summed,
        words: ["open ruimte natuur landschap", "open space nature landscape"],
        source: map,
        kind: "gis",
      },
      `SELECT level, period, area, value / 10000 AS value, status FROM open_space WHERE indicator = '${column}'`,
    ),
  })),
];
