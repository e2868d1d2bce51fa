import { cube, mean, share, stock, type Topic, unit } from "../define.ts";

const buildings = "statbel_gebouwen";

/** What stands there. */
export const stockOfHomes: readonly Topic[] = [
  cube({
    code: "gebouwenpark",
    name: ["Gebouwen naar bouwperiode en type", "Buildings by period of construction and type"],
    unit: ["gebouwen", "buildings"],
    about: [
      "Aantal gebouwen in het kadaster, opgesplitst naar de periode waarin ze gebouwd zijn en naar het type van het gebouw.",
      "Number of buildings in the land register, split by the period in which they were built and by the type of building.",
    ],
    words: ["gebouwen bouwjaar ouderdom huizen kubus", "buildings year age houses cube"],
    source: buildings,
    periodType: "stock",
    dimensionLevels: ["bouwperiode", "gebouwtype"],
  }),
  cube({
    code: "woningpark",
    name: ["Woongelegenheden naar type gebouw", "Dwellings by type of building"],
    unit: ["woongelegenheden", "dwellings"],
    about: [
      "Aantal woongelegenheden in het kadaster, opgesplitst naar het type van het gebouw waarin ze liggen.",
      "Number of dwellings in the land register, split by the type of building in which they are.",
    ],
    words: ["woningen appartementen huizen kubus", "dwellings flats houses cube"],
    source: buildings,
    periodType: "stock",
    dimensionLevels: ["gebouwtype"],
  }),
  share({
    code: "aandeel_gebouwen_voor1946",
    name: ["Gebouwen van voor 1946", "Buildings from before 1946"],
    unit: unit.percent,
    about: [
      "Gebouwen die voor 1946 gebouwd zijn, in procent van alle gebouwen.",
      "Buildings built before 1946, as a percentage of all buildings.",
    ],
    words: ["oude gebouwen bouwjaar ouderdom", "old buildings year age"],
    source: buildings,
    formula: "100 * cell(gebouwenpark, bouwtijd_voor1946) / gebouwen",
  }),
  share({
    code: "aandeel_gebouwen_na2001",
    name: ["Gebouwen van na 2001", "Buildings from after 2001"],
    unit: unit.percent,
    about: [
      "Gebouwen die na 2001 gebouwd zijn, in procent van alle gebouwen.",
      "Buildings built after 2001, as a percentage of all buildings.",
    ],
    words: ["nieuwe gebouwen bouwjaar", "new buildings year"],
    source: buildings,
    formula: "100 * (cell(gebouwenpark, bouwperiode_2002tot2011) + cell(gebouwenpark, bouwperiode_na2011)) / gebouwen",
  }),
  share({
    code: "aandeel_flats",
    name: ["Woningen in een appartementsgebouw", "Dwellings in a block of flats"],
    unit: unit.percent,
    about: [
      "Woongelegenheden in een gebouw met appartementen, in procent van alle woongelegenheden.",
      "Dwellings in a building with flats, as a percentage of all dwellings.",
    ],
    words: ["appartementen flats woningtype", "apartments flats dwelling type"],
    source: buildings,
    formula: "100 * cell(woningpark, gebouwtype_R4) / woongelegenheden",
  }),
  share({
    code: "aandeel_open_bebouwing",
    name: ["Woningen in open bebouwing", "Detached dwellings"],
    unit: unit.percent,
    about: [
      "Woongelegenheden in een vrijstaand huis, een hoeve of een kasteel, in procent van alle woongelegenheden.",
      "Dwellings in a detached house, a farmhouse or a castle, as a percentage of all dwellings.",
    ],
    words: ["vrijstaand huis villa woningtype", "detached house villa dwelling type"],
    source: buildings,
    formula: "100 * cell(woningpark, gebouwtype_R3) / woongelegenheden",
  }),
  mean({
    code: "woningdichtheid",
    name: ["Woningdichtheid", "Housing density"],
    unit: ["woongelegenheden per km²", "dwellings per km²"],
    about: [
      "Aantal woongelegenheden gedeeld door de oppervlakte in vierkante kilometer.",
      "Number of dwellings divided by the surface in square kilometres.",
    ],
    words: ["dichtheid woningen ruimte", "density dwellings space"],
    source: buildings,
    formula: "woongelegenheden / oppervlakte",
  }),
  stock(
    {
      code: "gebouwen",
      name: ["Gebouwen", "Buildings"],
      unit: ["gebouwen", "buildings"],
      about: ["Aantal gebouwen in het kadaster, van alle types samen.", "Number of buildings in the land register, of all types together."],
      words: ["kadaster bebouwing", "land register built"],
      source: buildings,
    },
    "SELECT level, period, area, sum(value::DOUBLE) AS value, 0 AS status FROM stockOfBuildings WHERE stat_type = 'T1' GROUP BY ALL",
  ),
  stock(
    {
      code: "woongelegenheden",
      name: ["Woongelegenheden", "Dwellings"],
      unit: ["woongelegenheden", "dwellings"],
      about: [
        "Aantal woongelegenheden (huizen, appartementen, studio's) in het kadaster.",
        "Number of dwellings (houses, flats, studios) in the land register.",
      ],
      words: ["woningen wooneenheden kadaster", "homes housing units land register"],
      source: buildings,
    },
    "SELECT level, period, area, sum(value::DOUBLE) AS value, 0 AS status FROM stockOfBuildings WHERE stat_type = 'T8' GROUP BY ALL",
  ),
];
