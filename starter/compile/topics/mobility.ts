import { flow, type Pair, rate, share, type Topic, total, unit } from "../define.ts";
import { series } from "../tables.ts";

const road = "verkeersongevallen";

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
