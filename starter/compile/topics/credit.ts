import { share, stock, type Topic, unit } from "../define.ts";
import { series } from "../tables.ts";

const nbb = "nbb_kredieten";

/** Who borrows, and who falls behind. */
export const credit: readonly Topic[] = [
  share({
    code: "aandeel_achterstand",
    name: ["Kredietnemers met een achterstand", "Borrowers in arrears"],
    unit: unit.percent,
    about: [
      "Mensen die minstens één krediet niet op tijd afbetalen, in procent van alle mensen met een krediet.",
      "People who are behind on at least one credit, as a percentage of all people with a credit.",
    ],
    words: ["schulden wanbetaling lening armoede", "debt default loan poverty"],
    source: nbb,
    rating: "lower",
    formula: "100 * kredietnemers_achterstand / kredietnemers",
  }),
  share({
    code: "aandeel_achterstand_woning",
    name: ["Woonkredieten met een achterstand", "Mortgages in arrears"],
    unit: unit.percent,
    about: [
      "Hypothecaire kredieten waarvan de afbetaling achterloopt, in procent van alle hypothecaire kredieten.",
      "Mortgages on which payments are behind, as a percentage of all mortgages.",
    ],
    words: ["hypotheek lening schulden wonen", "mortgage loan debt housing"],
    source: nbb,
    rating: "lower",
    decimals: 2,
    formula: "100 * woonkredieten_achterstand / woonkredieten",
  }),
  ...(
    [
      [
        "kredietnemers",
        "v3122_krediet",
        "Mensen met een krediet",
        "People with a credit",
        "mensen met minstens één krediet",
        "people with at least one credit",
      ],
      [
        "kredietnemers_achterstand",
        "v3122_betal",
        "Mensen met een achterstand op een krediet",
        "People in arrears on a credit",
        "mensen die minstens één krediet niet op tijd afbetalen",
        "people who are behind on at least one credit",
      ],
      ["woonkredieten", "v3122_krediet_hyp_ip", "Woonkredieten", "Mortgages", "lopende hypothecaire kredieten", "running mortgages"],
      [
        "woonkredieten_achterstand",
        "v3122_betal_hyp_ip",
        "Aantal woonkredieten met een achterstand",
        "Number of mortgages in arrears",
        "hypothecaire kredieten waarvan de afbetaling achterloopt",
        "mortgages on which payments are behind",
      ],
    ] as const
  ).map(([code, id, nl, en, aboutNl, aboutEn]) =>
    stock(
      {
        code,
        name: [nl, en],
        unit: unit.number,
        about: [
          `Aantal ${aboutNl}, zoals geregistreerd bij de Nationale Bank.`,
          `Number of ${aboutEn}, as registered at the National Bank.`,
        ],
        words: ["schulden lening krediet hypotheek", "debt loan credit mortgage"],
        source: nbb,
      },
      series("misc", id),
    ),
  ),
];
