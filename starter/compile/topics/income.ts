import { flow, growth, mean, type Pair, share, single, type Topic, unit } from "../define.ts";
import { column, columnWithBlanks, series } from "../tables.ts";

const source = "statbel_inkomens";

const hidden: Pair = [
  "Voor kleine deelgemeenten toont Statbel dit cijfer niet (x).",
  "Statbel does not show this figure for small sub-municipalities (x).",
];

/** A figure that three tables of Statbel give: by area level, by municipality (to 2013), by sub-municipality. */
function fiscal(distribution: string, tax: string | undefined, returns: string): string {
  return [
    distribution,
    ...(tax === undefined ? [] : [column("tax", tax)]),
    `${series("returns", returns)} AND NOT (level = 'provincie2024' AND period BETWEEN '2014' AND '2017')`,
  ].join(" UNION ALL ");
}

/** What people earn and declare. */
export const income: readonly Topic[] = [
  single(
    {
      code: "inkomen_mediaan",
      name: ["Mediaan inkomen per aangifte", "Median income per tax return"],
      unit: unit.euro,
      about: [
        "Het netto belastbaar inkomen van de middelste aangifte: de helft van de aangiften met inkomen ligt lager, de helft hoger. Een mediaan is niet op te tellen en staat er alleen waar hij gepubliceerd is.",
        "The net taxable income of the return in the middle: half of the returns with income are lower, half are higher. A median cannot be added up and stands only where it was published.",
      ],
      note: hidden,
      words: ["inkomen loon belasting welvaart rijkdom", "income wage tax wealth"],
      source,
      rating: "higher",
      periodType: "flow",
    },
    fiscal(column("distribution", "median_income_return"), undefined, "v1210_aang_mediaan"),
  ),
  mean({
    code: "inkomen_aangifte",
    name: ["Gemiddeld inkomen per aangifte", "Mean income per tax return"],
    unit: ["euro per aangifte", "euros per return"],
    about: [
      "Totaal netto belastbaar inkomen gedeeld door het aantal aangiften met inkomen.",
      "Total net taxable income divided by the number of returns with income.",
    ],
    words: ["inkomen loon belasting welvaart", "income wage tax wealth"],
    source,
    rating: "higher",
    formula: "inkomen_totaal / aangiften",
  }),
  mean({
    code: "inkomen_inwoner",
    name: ["Inkomen per inwoner", "Income per inhabitant"],
    unit: unit.euroHead,
    about: [
      "Totaal netto belastbaar inkomen gedeeld door het aantal inwoners op 1 januari na het inkomensjaar.",
      "Total net taxable income divided by the number of inhabitants on 1 January after the income year.",
    ],
    words: ["inkomen welvaart rijkdom belasting", "income wealth tax"],
    source,
    rating: "higher",
    formula: `inkomen_totaal / data_from_period(inwoners_alle, "1")`,
  }),
  growth({
    code: "groei_inkomen_5j",
    name: ["Groei van het inkomen per aangifte in vijf jaar", "Growth of income per return in five years"],
    unit: unit.percent,
    about: [
      "Verandering van het gemiddelde inkomen per aangifte in vijf jaar, in procent van het bedrag vijf jaar eerder. De stijging van de prijzen is er niet afgetrokken.",
      "Change in mean income per return in five years, as a percentage of the amount five years earlier. The rise in prices has not been taken off.",
    ],
    words: ["inkomensgroei welvaart", "income growth wealth"],
    source,
    of: "inkomen_aangifte",
    back: 5,
  }),
  share({
    code: "aandeel_lage_inkomens",
    name: ["Aangiften tot 10.000 euro", "Returns up to 10,000 euros"],
    unit: unit.percent,
    about: [
      "Aangiften met een inkomen van hoogstens 10.000 euro, in procent van alle aangiften met inkomen.",
      "Returns with an income of at most 10,000 euros, as a percentage of all returns with income.",
    ],
    words: ["armoede laag inkomen", "poverty low income"],
    source,
    rating: "lower",
    formula: "100 * aangiften_lt10k / aangiften",
  }),
  share({
    code: "aandeel_hoge_inkomens",
    name: ["Aangiften boven 50.000 euro", "Returns over 50,000 euros"],
    unit: unit.percent,
    about: [
      "Aangiften met een inkomen boven 50.000 euro, in procent van alle aangiften met inkomen.",
      "Returns with an income over 50,000 euros, as a percentage of all returns with income.",
    ],
    words: ["hoog inkomen rijkdom", "high income wealth"],
    source,
    formula: "100 * aangiften_gt50k / aangiften",
  }),
  share({
    code: "aandeel_nulaangiften",
    name: ["Aangiften zonder inkomen", "Returns without income"],
    unit: unit.percent,
    about: [
      "Aangiften zonder belastbaar inkomen, in procent van alle aangiften, met en zonder inkomen.",
      "Returns without taxable income, as a percentage of all returns, with and without income.",
    ],
    words: ["nulaangiften armoede geen inkomen", "poverty no income zero"],
    source,
    formula: "100 * nulaangiften / (nulaangiften + aangiften)",
  }),
  single(
    {
      code: "inkomensverschil",
      name: ["Verschil tussen hoge en lage inkomens", "Gap between high and low incomes"],
      unit: ["% van de mediaan", "% of the median"],
      about: [
        "Het verschil tussen de aangifte op driekwart en die op een kwart van de rij, gedeeld door de mediaan (interkwartiele coëfficiënt). Hoe hoger, hoe verder de inkomens uit elkaar liggen.",
        "The difference between the returns at three quarters and at one quarter of the row, divided by the median (interquartile coefficient). The higher, the further incomes lie apart.",
      ],
      note: hidden,
      words: ["ongelijkheid inkomensongelijkheid interkwartiel", "inequality interquartile"],
      source,
    },
    fiscal(column("distribution", "interquartile_coefficient"), undefined, "v1210_ikcaang"),
  ),
  flow(
    {
      code: "inkomen_totaal",
      name: ["Totaal netto belastbaar inkomen", "Total net taxable income"],
      unit: unit.euro,
      about: [
        "Som van de netto belastbare inkomens uit alle aangiften in de personenbelasting van een inkomensjaar.",
        "Sum of the net taxable incomes in all personal income tax returns of an income year.",
      ],
      note: hidden,
      words: ["inkomen fiscaal belasting", "income fiscal tax"],
      source,
    },
    fiscal(column("distribution", "net_taxable_income"), "tot_net_taxable_inc", "v1210_nettoinkomen_tot"),
  ),
  flow(
    {
      code: "aangiften",
      name: ["Aangiften met inkomen", "Tax returns with income"],
      unit: ["aangiften", "returns"],
      about: [
        "Aantal aangiften in de personenbelasting met een belastbaar inkomen. Gehuwden en wettelijk samenwonenden doen samen één aangifte.",
        "Number of personal income tax returns with a taxable income. Married and legally cohabiting people file one return together.",
      ],
      words: ["belastingaangifte personenbelasting", "personal income tax return"],
      source,
    },
    fiscal(column("distribution", "returns_nonzero"), "nbr_non_zero_inc", "v1210_aangiften_tot"),
  ),
  flow(
    {
      code: "aangiften_lt10k",
      name: ["Aantal aangiften tot 10.000 euro", "Number of returns up to 10,000 euros"],
      unit: ["aangiften", "returns"],
      about: [
        "Aantal aangiften met een netto belastbaar inkomen boven nul en tot 10.000 euro.",
        "Number of returns with a net taxable income above zero and up to 10,000 euros.",
      ],
      note: [
        "Voor Herstappe voegt Statbel de laagste klassen van 2014 tot 2017 samen; daar staat dan geen cijfer.",
        "For Herstappe Statbel puts the lowest classes of 2014 to 2017 together; there is no figure then.",
      ],
      words: ["armoede laag inkomen", "poverty low income"],
      source,
    },
    fiscal(columnWithBlanks("distribution", "CASE WHEN returns_10k_20k IS NOT NULL THEN returns_lt10k END"), undefined, "v1210_inkaang_1"),
  ),
  flow(
    {
      code: "aangiften_gt50k",
      name: ["Aantal aangiften boven 50.000 euro", "Number of returns over 50,000 euros"],
      unit: ["aangiften", "returns"],
      about: [
        "Aantal aangiften met een netto belastbaar inkomen boven 50.000 euro.",
        "Number of returns with a net taxable income over 50,000 euros.",
      ],
      words: ["hoog inkomen rijkdom", "high income wealth"],
      source,
    },
    columnWithBlanks("distribution", "returns_gt50k"),
  ),
  flow(
    {
      code: "nulaangiften",
      name: ["Aantal aangiften zonder inkomen", "Number of returns without income"],
      unit: ["aangiften", "returns"],
      about: ["Aantal aangiften zonder belastbaar inkomen.", "Number of returns without taxable income."],
      note: hidden,
      words: ["nulaangiften geen inkomen", "zero returns no income"],
      source,
    },
    fiscal(columnWithBlanks("distribution", "returns_zero"), "nbr_zero_inc", "v1210_aangiften_nul"),
  ),
  flow(
    {
      code: "gemeentebelasting",
      name: ["Gemeentebelasting op inkomens", "Municipal tax on incomes"],
      unit: unit.euro,
      about: [
        "Wat de inwoners bovenop de personenbelasting aan hun gemeente betalen over een inkomensjaar.",
        "What inhabitants pay to their municipality on top of personal income tax over an income year.",
      ],
      words: ["aanvullende personenbelasting opcentiemen", "additional income tax surcharge"],
      source,
    },
    column("distribution", "municipal_tax"),
  ),
  mean({
    code: "gemeentebelasting_inw",
    name: ["Gemeentebelasting op inkomens per inwoner", "Municipal tax on incomes per inhabitant"],
    unit: unit.euroHead,
    about: [
      "Gemeentebelasting op inkomens gedeeld door het aantal inwoners op 1 januari na het inkomensjaar.",
      "Municipal tax on incomes divided by the number of inhabitants on 1 January after the income year.",
    ],
    words: ["aanvullende personenbelasting belastingdruk", "additional income tax burden"],
    source,
    formula: `gemeentebelasting / data_from_period(inwoners_alle, "1")`,
  }),
];
