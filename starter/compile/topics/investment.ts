import { cube, flow, mean, type Pair, share, type Topic, unit } from "../define.ts";

const council = "abb_investeringen";

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
