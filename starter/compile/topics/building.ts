import { flow, rate, share, type Topic, unit } from "../define.ts";
import { column } from "../tables.ts";

const permits = "statbel_vergunningen";

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

/** What may be built. */
export const building: readonly Topic[] = [
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
