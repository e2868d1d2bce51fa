import { cube, flow, growth, mean, type Pair, rate, share, stock, type Topic, total, unit } from "../define.ts";
import { column, series } from "../tables.ts";

const road = "verkeersongevallen";
const firms = "statbel_ondernemingen";
const farms = "landbouw_verbreding";
const school = "onderwijs_leerlingen";
const council = "abb_investeringen";

const casualties: readonly (readonly [code: string, column: string, nl: string, en: string])[] = [
  ["verkeersdoden", "v2802_vh_ver_do_aant", "Verkeersdoden", "Road deaths"],
  ["zwaargewonden", "v2802_vh_ver_zgw_aant", "Zwaargewonden in het verkeer", "Seriously injured in traffic"],
  ["lichtgewonden", "v2802_vh_ver_lgw_aant", "Lichtgewonden in het verkeer", "Slightly injured in traffic"],
  ["letselongevallen", "v2802_vh_ver_ongeval_lets", "Verkeersongevallen met gewonden of doden", "Road accidents with injured or dead"],
  ["letselongevallen_fiets", "v2802_vh_ver_fiets", "Ongevallen met letsel en een fiets", "Injury accidents with a bicycle"],
];

const traffic: Pair = ["verkeer ongeval slachtoffers verkeersveiligheid", "traffic accident casualties road safety"];

/** Safe on the road. */
export const mobility: readonly Topic[] = [
  rate({
    code: "verkeersslachtoffers_10000",
    name: ["Verkeersslachtoffers per 10.000 inwoners", "Road casualties per 10,000 inhabitants"],
    unit: unit.tenThousand,
    about: [
      "Doden en gewonden in het verkeer, per 10.000 inwoners op 1 januari van dat jaar. Geteld waar het ongeval gebeurde, niet waar het slachtoffer woont.",
      "Dead and injured in traffic, per 10,000 inhabitants on 1 January of that year. Counted where the accident happened, not where the victim lives.",
    ],
    words: traffic,
    source: road,
    rating: "lower",
    factor: 10000,
    formula: "10000 * verkeersslachtoffers / inwoners_alle",
  }),
  rate({
    code: "letselongevallen_10000",
    name: ["Ongevallen met letsel per 10.000 inwoners", "Injury accidents per 10,000 inhabitants"],
    unit: unit.tenThousand,
    about: [
      "Verkeersongevallen met gewonden of doden, per 10.000 inwoners op 1 januari van dat jaar.",
      "Road accidents with injured or dead people, per 10,000 inhabitants on 1 January of that year.",
    ],
    words: traffic,
    source: road,
    rating: "lower",
    factor: 10000,
    formula: "10000 * letselongevallen / inwoners_alle",
  }),
  share({
    code: "aandeel_ernstig",
    name: ["Doden en zwaargewonden onder de slachtoffers", "Dead and seriously injured among casualties"],
    unit: unit.percent,
    about: [
      "Verkeersdoden en zwaargewonden, in procent van alle verkeersslachtoffers.",
      "Road deaths and seriously injured, as a percentage of all road casualties.",
    ],
    words: traffic,
    source: road,
    rating: "lower",
    formula: "100 * (verkeersdoden + zwaargewonden) / verkeersslachtoffers",
  }),
  share({
    code: "aandeel_fietsongevallen",
    name: ["Ongevallen met een fiets", "Accidents with a bicycle"],
    unit: unit.percent,
    about: [
      "Ongevallen met letsel waarbij een fiets betrokken was, in procent van alle ongevallen met letsel.",
      "Injury accidents that involved a bicycle, as a percentage of all injury accidents.",
    ],
    words: ["fiets verkeer ongeval", "bike cycling traffic accident"],
    source: road,
    formula: "100 * letselongevallen_fiets / letselongevallen",
  }),
  total({
    code: "verkeersslachtoffers",
    name: ["Verkeersslachtoffers", "Road casualties"],
    unit: unit.number,
    about: ["Doden, zwaargewonden en lichtgewonden in het verkeer samen.", "Dead, seriously and slightly injured in traffic together."],
    words: traffic,
    source: road,
    rating: "lower",
    formula: "verkeersdoden + zwaargewonden + lichtgewonden",
  }),
  ...casualties.map(([code, from, nl, en]) =>
    flow(
      {
        code,
        name: [nl, en],
        unit: unit.number,
        about: [`${nl}: aantal in een jaar, op de plaats van het ongeval.`, `${en}: number in a year, at the place of the accident.`],
        words: traffic,
        source: road,
        rating: "lower",
      },
      series("road", from),
    ),
  ),
];

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
    formula: `100 * (vestigingen - data_from_period(vestigingen, "-4")) / data_from_period(vestigingen, "-4")`,
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
    rating: "higher",
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
    formula: `100 * (leerlingen_lager - data_from_period(leerlingen_lager, "-1")) / data_from_period(leerlingen_lager, "-1")`,
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

const invest: Pair = ["investeringen gemeente uitgaven begroting meerjarenplan", "investment municipality spending budget plan"];
const planned = { forecastFrom: "2026", provisional: ["2025"] } as const;
const plans: Pair = [
  "Elk jaar komt uit het meerjarenplan dat toen liep: 2014–2019, 2020–2025 of 2026–2031. Gemeenten die in 2025 samengingen staan ook in de jaren ervoor samen.",
  "Each year comes from the multi-year plan that ran at the time: 2014–2019, 2020–2025 or 2026–2031. Municipalities that merged in 2025 stand together in the years before, too.",
];

const domains: readonly (readonly [digit: number, code: string, nl: string, en: string])[] = [
  [1, "bestuur", "algemeen bestuur", "general administration"],
  [2, "mobiliteit", "wegen en mobiliteit", "roads and mobility"],
  [3, "natuur", "natuur en milieu", "nature and environment"],
  [4, "veiligheid", "veiligheid", "safety"],
  [5, "economie", "ondernemen en werken", "business and work"],
  [6, "wonen", "wonen en ruimte", "housing and space"],
  [7, "cultuur", "cultuur en vrije tijd", "culture and leisure"],
  [8, "onderwijs", "leren en onderwijs", "learning and education"],
  [9, "zorg", "zorg en opvang", "care"],
];

/** What municipalities invest. */
export const investment: readonly Topic[] = [
  mean({
    code: "investeringen_inw",
    name: ["Investeringen van de gemeente per inwoner", "Municipal investment per inhabitant"],
    unit: unit.euroHead,
    about: [
      "Investeringen van de gemeente in een jaar, gedeeld door het aantal inwoners op 1 januari. Vanaf 2026 gepland.",
      "Investment by the municipality in a year, divided by the number of inhabitants on 1 January. Planned from 2026.",
    ],
    words: invest,
    source: council,
    ...planned,
    formula: "investeringen / inwoners_alle",
  }),
  ...domains.map(([digit, code, nl, en]) =>
    mean({
      code: `investeringen_${code}_inw`,
      name: [`Investeringen in ${nl} per inwoner`, `Investment in ${en} per inhabitant`],
      unit: unit.euroHead,
      about: [
        `Investeringen van de gemeente in ${nl} in een jaar, gedeeld door het aantal inwoners op 1 januari. Vanaf 2026 gepland.`,
        `Investment by the municipality in ${en} in a year, divided by the number of inhabitants on 1 January. Planned from 2026.`,
      ],
      words: invest,
      source: council,
      ...planned,
      formula: `cell(investeringen_domein, beleidsdomein_${digit}) / inwoners_alle`,
    }),
  ),
  share({
    code: "aandeel_investeringen_mobiliteit",
    name: ["Wegen en mobiliteit in de investeringen", "Roads and mobility in investment"],
    unit: unit.percent,
    about: [
      "Investeringen in wegen en mobiliteit, in procent van alle investeringen van de gemeente.",
      "Investment in roads and mobility, as a percentage of all investment by the municipality.",
    ],
    words: invest,
    source: council,
    ...planned,
    formula: "100 * cell(investeringen_domein, beleidsdomein_2) / investeringen",
  }),
  flow(
    {
      code: "investeringen",
      name: ["Investeringen van de gemeente", "Municipal investment"],
      unit: unit.euro,
      about: [
        "Wat de gemeente in een jaar investeert in gebouwen, wegen, materiaal en andere duurzame zaken. Vanaf 2026 gepland.",
        "What the municipality invests in a year in buildings, roads, equipment and other lasting things. Planned from 2026.",
      ],
      note: plans,
      words: invest,
      source: council,
      partialSums: true,
      ...planned,
    },
    "SELECT level, period, area, sum(amount_eur::DOUBLE) AS value, 0 AS status FROM investments GROUP BY ALL",
  ),
  {
    indicator: {
      ...cube({
        code: "investeringen_domein",
        name: ["Investeringen van de gemeente naar beleidsdomein", "Municipal investment by policy domain"],
        unit: unit.euro,
        about: [
          "Wat de gemeente in een jaar investeert, opgesplitst naar het domein waarvoor het geld dient. Vanaf 2026 gepland.",
          "What the municipality invests in a year, split by the domain that the money serves. Planned from 2026.",
        ],
        note: plans,
        words: invest,
        source: council,
        partialSums: true,
        dimensionLevels: ["beleidsdomein"],
      }).indicator,
      ...planned,
    },
  },
];
