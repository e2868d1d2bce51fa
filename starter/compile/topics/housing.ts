import { cube, flow, growth, mean, type Pair, rate, share, single, stock, type Topic, total, unit } from "../define.ts";
import { column } from "../tables.ts";

const estate = "statbel_vastgoed";
const permits = "statbel_vergunningen";
const buildings = "statbel_gebouwen";
const homes = "vlaanderen_huishoudens";

const withheld: Pair = [
  "Statbel toont geen mediaan bij minder dan 16 verkopen (x). Zonder verkopen is er geen mediaan (nvt); een ? betekent dat het bedrag in de bron ontbreekt.",
  "Statbel shows no median with fewer than 16 sales (x). Without sales there is no median (nvt); a ? means that the amount is missing in the source.",
];

/** Medians of one type of dwelling; withheld below 16 sales, without meaning when there were none. */
function median(type: string, periods = "length(period) = 4"): string {
  return `SELECT level, period, area, p50::DOUBLE AS value,
    CASE WHEN p50 IS NOT NULL THEN 0 WHEN n::INTEGER = 0 THEN 3 WHEN n::INTEGER < 16 THEN 2 ELSE 4 END AS status
    FROM estate WHERE dwelling_type = '${type}' AND ${periods}`;
}

const prices: readonly (readonly [code: string, type: string, nl: string, en: string, periods?: string])[] = [
  ["huisprijs", "alle_huizen", "huis", "house", "true"],
  ["huisprijs_rij", "huizen_23", "rijhuis of halfopen huis", "terraced or semi-detached house"],
  ["huisprijs_open", "huizen_4plus", "vrijstaand huis", "detached house"],
  ["flatprijs", "appartementen", "appartement", "flat"],
];

const sold: readonly (readonly [code: string, type: string, nl: string, en: string, periods: string])[] = [
  ["verkopen_huizen", "alle_huizen", "Verkochte huizen", "Houses sold", "true"],
  ["verkopen_flats", "appartementen", "Verkochte appartementen", "Flats sold", "length(period) = 4"],
];

/** What homes cost and how many change hands. */
const market: readonly Topic[] = [
  ...prices.map(([code, type, nl, en, periods]) =>
    single(
      {
        code,
        name: [`Mediaanprijs van een ${nl}`, `Median price of a ${en}`],
        unit: unit.euro,
        about: [
          `Prijs waaronder de helft van de verkopen van een ${nl} blijft en waarboven de andere helft uitkomt.`,
          `Price below which half of the sales of a ${en} stay and above which the other half lie.`,
        ],
        note: withheld,
        words: ["woningprijs vastgoed kopen huizenprijs", "house price property buying"],
        source: estate,
      },
      median(type, periods),
    ),
  ),
  growthOfMedian("groei_huisprijs_5j", "huisprijs", "huizen", "houses"),
  growthOfMedian("groei_flatprijs_5j", "flatprijs", "appartementen", "flats"),
  {
    indicator: {
      ...rate({
        code: "huisprijs_in_inkomens",
        name: ["Huisprijs in jaarinkomens", "House price in yearly incomes"],
        unit: ["jaarinkomens", "yearly incomes"],
        about: [
          "Mediaanprijs van een huis gedeeld door het mediane inkomen per aangifte van hetzelfde jaar. Zegt hoeveel hele jaarinkomens een doorsnee huis kost.",
          "Median price of a house divided by the median income per tax return of the same year. Says how many whole yearly incomes a middling house costs.",
        ],
        words: ["betaalbaarheid wonen huizenprijs inkomen", "affordability housing price income"],
        source: estate,
        rating: "lower",
        factor: 1,
        aggregatesAreas: false,
        formula: "huisprijs / inkomen_mediaan",
      }).indicator,
      dataType: "other",
    },
  },
  ...sold.map(([code, type, nl, en, periods]) =>
    flow(
      {
        code,
        name: [nl, en],
        unit: ["verkopen", "sales"],
        about: [
          `Aantal verkopen in een jaar of kwartaal: ${nl.toLowerCase()}.`,
          `Number of sales in a year or quarter: ${en.toLowerCase()}.`,
        ],
        words: ["vastgoed verkoop woningmarkt", "property sale housing market"],
        source: estate,
      },
      column("estate", "n", `dwelling_type = '${type}' AND ${periods}`),
    ),
  ),
  rate({
    code: "verkopen_1000",
    name: ["Verkochte woningen per 1.000 inwoners", "Homes sold per 1,000 inhabitants"],
    unit: unit.thousand,
    about: [
      "Verkochte huizen en appartementen samen, per 1.000 inwoners op 1 januari van dat jaar.",
      "Houses and flats sold, taken together, per 1,000 inhabitants on 1 January of that year.",
    ],
    words: ["vastgoed verkoop woningmarkt", "property sale housing market"],
    source: estate,
    factor: 1000,
    formula: "1000 * (verkopen_huizen + verkopen_flats) / inwoners_alle",
  }),
  share({
    code: "aandeel_verkochte_flats",
    name: ["Appartementen onder de verkochte woningen", "Flats among homes sold"],
    unit: unit.percent,
    about: [
      "Verkochte appartementen, in procent van alle verkochte huizen en appartementen.",
      "Flats sold, as a percentage of all houses and flats sold.",
    ],
    words: ["vastgoed verkoop flat", "property sale apartment"],
    source: estate,
    formula: "100 * verkopen_flats / (verkopen_huizen + verkopen_flats)",
  }),
];

function growthOfMedian(code: string, of: string, nl: string, en: string): Topic {
  return growth({
    code,
    name: [`Prijsstijging van ${nl} in vijf jaar`, `Price rise of ${en} in five years`],
    unit: unit.percent,
    about: [
      `Verandering van de mediaanprijs van ${nl} in vijf jaar, in procent van de prijs vijf jaar eerder. De algemene prijsstijging zit erin.`,
      `Change in the median price of ${en} in five years, as a percentage of the price five years earlier. General inflation is included.`,
    ],
    words: ["woningprijs vastgoed prijsevolutie", "house price property trend"],
    source: estate,
    aggregatesAreas: false,
    formula: `100 * (${of} - data_from_period(${of}, "-5")) / data_from_period(${of}, "-5")`,
  });
}

/** Years of all permits; months since 2020 of those that are followed closely. */
const permitted: readonly (readonly [code: string, column: string, nl: string, en: string, months: boolean])[] = [
  ["vergunde_woningen", "dwelling_res_new", "Nieuwe woningen met een vergunning", "New dwellings with a permit", true],
  ["vergunde_flats", "apartment_res_new", "Nieuwe appartementen met een vergunning", "New flats with a permit", true],
  [
    "vergunde_huizen",
    "single_house_res_new",
    "Nieuwe eengezinswoningen met een vergunning",
    "New single-family houses with a permit",
    false,
  ],
  ["vergunde_woongebouwen", "building_res_new", "Nieuwe woongebouwen met een vergunning", "New residential buildings with a permit", false],
  [
    "vergunde_renovaties",
    "building_res_renovation",
    "Vergunde renovaties van woongebouwen",
    "Permitted renovations of residential buildings",
    true,
  ],
  [
    "vergunde_bedrijfsgebouwen",
    "building_nonres_new",
    "Nieuwe andere gebouwen met een vergunning",
    "New non-residential buildings with a permit",
    false,
  ],
];

const building: readonly Topic[] = [
  rate({
    code: "vergunde_woningen_1000",
    name: ["Nieuwe woningen met een vergunning per 1.000 inwoners", "New dwellings with a permit per 1,000 inhabitants"],
    unit: unit.thousand,
    about: [
      "Aantal nieuwe woningen waarvoor in het jaar een vergunning kwam, per 1.000 inwoners op 1 januari van dat jaar.",
      "Number of new dwellings for which a permit was given in the year, per 1,000 inhabitants on 1 January of that year.",
    ],
    words: ["bouwvergunning nieuwbouw woningbouw", "building permit new housing construction"],
    source: permits,
    factor: 1000,
    formula: "1000 * vergunde_woningen / inwoners_alle",
  }),
  share({
    code: "aandeel_vergunde_flats",
    name: ["Appartementen onder de nieuwe woningen", "Flats among new dwellings"],
    unit: unit.percent,
    about: [
      "Nieuwe appartementen met een vergunning, in procent van alle nieuwe woningen met een vergunning.",
      "New flats with a permit, as a percentage of all new dwellings with a permit.",
    ],
    words: ["bouwvergunning nieuwbouw flat", "building permit new apartment"],
    source: permits,
    formula: "100 * vergunde_flats / vergunde_woningen",
  }),
  rate({
    code: "vergunde_renovaties_1000",
    name: ["Vergunde renovaties per 1.000 inwoners", "Permitted renovations per 1,000 inhabitants"],
    unit: unit.thousand,
    about: [
      "Aantal vergunde renovaties van woongebouwen, per 1.000 inwoners op 1 januari van dat jaar.",
      "Number of permitted renovations of residential buildings, per 1,000 inhabitants on 1 January of that year.",
    ],
    words: ["bouwvergunning verbouwen renovatie", "building permit renovation"],
    source: permits,
    factor: 1000,
    formula: "1000 * vergunde_renovaties / inwoners_alle",
  }),
  ...permitted.map(([code, from, nl, en, months]) =>
    flow(
      {
        code,
        name: [nl, en],
        unit: unit.number,
        about: [
          `${nl}: aantal in een jaar${months ? " of, sinds 2020, in een maand" : ""}, omgerekend naar de gemeenten van vandaag.`,
          `${en}: number in a year${months ? " or, since 2020, in a month" : ""}, recalculated to today's municipalities.`,
        ],
        words: ["bouwvergunning nieuwbouw bouwen", "building permit construction"],
        source: permits,
      },
      column("permits", from, `(length(period) = 4${months ? " OR period >= '2020M'" : ""})`),
    ),
  ),
];

const stockOfHomes: readonly Topic[] = [
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
    formula: `100 * (huishoudens - data_from_period(huishoudens, "-5")) / data_from_period(huishoudens, "-5")`,
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

/** Homes: market, building, stock. */
export const housing: readonly Topic[] = [...market, ...building, ...stockOfHomes];
