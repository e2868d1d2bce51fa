import type { ExchangeDimension } from "../../core/src/model/exchange.ts";
import { type Member, member, simple } from "./members.ts";

const periods = [
  ["voor1900", "voor 1900", "before 1900", "voor1946"],
  ["1900tot1918", "1900–1918", "1900–1918", "voor1946"],
  ["1919tot1945", "1919–1945", "1919–1945", "voor1946"],
  ["1946tot1961", "1946–1961", "1946–1961", "1946tot1981"],
  ["1962tot1970", "1962–1970", "1962–1970", "1946tot1981"],
  ["1971tot1981", "1971–1981", "1971–1981", "1946tot1981"],
  ["1982tot1991", "1982–1991", "1982–1991", "na1981"],
  ["1992tot2001", "1992–2001", "1992–2001", "na1981"],
  ["2002tot2011", "2002–2011", "2002–2011", "na1981"],
  ["na2011", "na 2011", "after 2011", "na1981"],
  ["onbekend", "onbekend", "unknown", "onbekend"],
] as const;

/** Code of the source's row per period of construction. */
export const periodOfStatistic: Readonly<Record<string, string>> = {
  "T3.1": "voor1900",
  "T3.2": "1900tot1918",
  "T3.3": "1919tot1945",
  "T3.4": "1946tot1961",
  "T3.5": "1962tot1970",
  "T3.6": "1971tot1981",
  "T3.7.1": "1982tot1991",
  "T3.7.2": "1992tot2001",
  "T3.7.3": "2002tot2011",
  "T3.7.4": "na2011",
  "T3.9": "onbekend",
};

const construction: ExchangeDimension = {
  code: "bouwperiode",
  name: { nl: "Bouwperiode", en: "Period of construction" },
  levels: [
    {
      code: "bouwperiode",
      name: { nl: "Bouwperiode", en: "Period of construction" },
      members: periods.map(([code, nl, en]) => member(code, nl, en)),
    },
    {
      code: "bouwtijd",
      name: { nl: "Bouwperiode (kort)", en: "Period of construction (short)" },
      members: [
        member("voor1946", "voor 1946", "before 1946"),
        member("1946tot1981", "1946–1981", "1946–1981"),
        member("na1981", "na 1981", "after 1981"),
        member("onbekend", "onbekend", "unknown"),
      ],
    },
  ],
  aggregation: [{ child: "bouwperiode", parent: "bouwtijd", links: periods.map(([code, , , parent]) => [code, parent] as const) }],
};

const use: readonly (readonly [code: string, nl: string, en: string, parent: string])[] = [
  ["1AE", "Akkers", "Fields", "1TOT"],
  ["1BC", "Grasland", "Grassland", "1TOT"],
  ["1DI", "Tuinen en parken", "Gardens and parks", "1TOT"],
  ["1F", "Boomgaarden", "Orchards", "1TOT"],
  ["1G", "Bossen", "Woods", "1TOT"],
  ["1H", "Woeste grond", "Wasteland", "1TOT"],
  ["1J", "Recreatieterreinen", "Recreation grounds", "1TOT"],
  ["1K", "Water met een perceelnummer", "Water with a parcel number", "1TOT"],
  ["1L", "Wegen met een perceelnummer", "Roads with a parcel number", "1TOT"],
  ["1MNOP", "Andere onbebouwde percelen", "Other parcels without buildings", "1TOT"],
  ["2A1A2", "Appartementen", "Flats", "2TOT"],
  ["2B", "Gebouwen met appartementen", "Blocks of flats", "2TOT"],
  ["2C", "Huizen en hoeven", "Houses and farmhouses", "2TOT"],
  ["2DEF", "Bijgebouwen en serres", "Outbuildings and greenhouses", "2TOT"],
  ["2G", "Werkplaatsen en fabrieken", "Workshops and factories", "2TOT"],
  ["2H", "Opslag", "Storage", "2TOT"],
  ["2I", "Kantoren", "Offices", "2TOT"],
  ["2JK", "Winkels en horeca", "Shops, bars and restaurants", "2TOT"],
  ["2L", "Openbare gebouwen", "Public buildings", "2TOT"],
  ["2M", "Nutsvoorzieningen", "Utilities", "2TOT"],
  ["2N", "Zorg en ziekenhuizen", "Care and hospitals", "2TOT"],
  ["2O", "Onderwijs, onderzoek en cultuur", "Education, research and culture", "2TOT"],
  ["2P", "Kerken en andere gebedshuizen", "Churches and other places of worship", "2TOT"],
  ["2Q", "Recreatie en sport", "Recreation and sport", "2TOT"],
  ["2RST", "Andere bebouwde percelen", "Other parcels with buildings", "2TOT"],
  ["3TOT", "Percelen met een andere aard", "Parcels of another nature", "3TOT"],
  ["5TOT", "Zonder perceelnummer (wegen, water)", "Without a parcel number (roads, water)", "5TOT"],
];

const land: ExchangeDimension = {
  code: "bodemgebruik",
  name: { nl: "Gebruik van de bodem", en: "Land use" },
  levels: [
    {
      code: "bodemgebruik3",
      name: { nl: "Gebruik van de bodem", en: "Land use" },
      members: use.map(([code, nl, en]) => member(code, nl, en)),
    },
    {
      code: "bodemgebruik2",
      name: { nl: "Bebouwd of onbebouwd", en: "Built or not" },
      members: [
        member("1TOT", "Onbebouwde percelen", "Parcels without buildings"),
        member("2TOT", "Bebouwde percelen", "Parcels with buildings"),
        member("3TOT", "Percelen met een andere aard", "Parcels of another nature"),
        member("5TOT", "Zonder perceelnummer", "Without a parcel number"),
      ],
    },
    {
      code: "bodemgebruik1",
      name: { nl: "Met of zonder perceelnummer", en: "With or without a parcel number" },
      members: [
        member("4TOT", "Met perceelnummer", "With a parcel number"),
        member("5TOT", "Zonder perceelnummer", "Without a parcel number"),
      ],
    },
  ],
  aggregation: [
    { child: "bodemgebruik3", parent: "bodemgebruik2", links: use.map(([code, , , parent]) => [code, parent] as const) },
    {
      child: "bodemgebruik2",
      parent: "bodemgebruik1",
      links: [
        ["1TOT", "4TOT"],
        ["2TOT", "4TOT"],
        ["3TOT", "4TOT"],
        ["5TOT", "5TOT"],
      ],
    },
  ],
};

const sectors: readonly Member[] = [
  member("A", "Landbouw, bosbouw en visserij", "Farming, forestry and fishing"),
  member("B", "Delfstoffen", "Mining"),
  member("C", "Industrie", "Manufacturing"),
  member("D", "Elektriciteit, gas en stoom", "Electricity, gas and steam"),
  member("E", "Water en afval", "Water and waste"),
  member("F", "Bouw", "Construction"),
  member("G", "Handel en garages", "Trade and garages"),
  member("H", "Vervoer en opslag", "Transport and storage"),
  member("I", "Horeca en logies", "Food and lodging"),
  member("J", "Informatie en communicatie", "Information and communication"),
  member("K", "Banken en verzekeringen", "Banking and insurance"),
  member("L", "Vastgoed", "Real estate"),
  member("M", "Vrije beroepen, wetenschap en techniek", "Professional, scientific and technical work"),
  member("N", "Administratieve en ondersteunende diensten", "Administrative and support services"),
  member("O", "Openbaar bestuur", "Public administration"),
  member("P", "Onderwijs", "Education"),
  member("Q", "Gezondheid en welzijn", "Health and welfare"),
  member("R", "Kunst en recreatie", "Arts and recreation"),
  member("S", "Andere diensten", "Other services"),
  member("T", "Huishoudens als werkgever", "Households as employers"),
  member("U", "Internationale instellingen", "International bodies"),
  member("X", "Onbekend of andere", "Unknown or other"),
];

const domains: readonly Member[] = [
  member("0", "Algemene financiering", "General financing"),
  member("1", "Algemeen bestuur", "General administration"),
  member("2", "Wegen en mobiliteit", "Roads and mobility"),
  member("3", "Natuur en milieu", "Nature and environment"),
  member("4", "Veiligheid", "Safety"),
  member("5", "Ondernemen en werken", "Business and work"),
  member("6", "Wonen en ruimte", "Housing and space"),
  member("7", "Cultuur en vrije tijd", "Culture and leisure"),
  member("8", "Leren en onderwijs", "Learning and education"),
  member("9", "Zorg en opvang", "Care"),
];

/** Dimensions of buildings, land, enterprises and municipal policy. */
export const others: readonly ExchangeDimension[] = [
  construction,
  simple("gebouwtype", "Type gebouw", "Type of building", [
    member("R1", "Gesloten bebouwing", "Terraced houses"),
    member("R2", "Halfopen bebouwing", "Semi-detached houses"),
    member("R3", "Open bebouwing, hoeven en kastelen", "Detached houses, farmhouses and castles"),
    member("R4", "Gebouwen met appartementen", "Blocks of flats"),
    member("R5", "Handelshuizen", "Shop houses"),
    member("R6", "Andere gebouwen", "Other buildings"),
  ]),
  land,
  simple("nace", "Sector", "Sector", sectors),
  simple("beleidsdomein", "Beleidsdomein", "Policy domain", domains),
];
