import { flow, growth, type Pair, rate, share, single, type Topic, unit } from "../define.ts";
import { column } from "../tables.ts";

const estate = "statbel_vastgoed";

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
export const market: readonly Topic[] = [
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
    of,
    back: 5,
  });
}
