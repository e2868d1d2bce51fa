import { rate, share, type Topic, unit } from "../define.ts";

const source = "statbel_bevolking";
const old = "cell(bevolking, leeftijdgroep_65tot79) + cell(bevolking, leeftijdgroep_80plus)";
const young =
  "cell(bevolking, leeftijd5_0tot4) + cell(bevolking, leeftijd5_5tot9) + cell(bevolking, leeftijd5_10tot14) + cell(bevolking, leeftijd5_15tot19)";

/** How old the people are. */
export const ages: readonly Topic[] = [
  share({
    code: "aandeel_0_17",
    name: ["Inwoners tot en met 17 jaar", "Inhabitants up to 17"],
    unit: unit.percent,
    about: [
      "Inwoners jonger dan 18 jaar, in procent van alle inwoners.",
      "Inhabitants younger than 18, as a percentage of all inhabitants.",
    ],
    words: ["kinderen jongeren minderjarigen leeftijd", "children young minors age"],
    source,
    formula: "100 * cell(bevolking, leeftijdgroep_0tot17) / inwoners",
  }),
  share({
    code: "aandeel_18_64",
    name: ["Inwoners van 18 tot en met 64 jaar", "Inhabitants aged 18 to 64"],
    unit: unit.percent,
    about: [
      "Inwoners op de leeftijd waarop mensen meestal studeren of werken (18 tot en met 64 jaar), in procent van alle inwoners.",
      "Inhabitants at the age at which people mostly study or work (18 to 64), as a percentage of all inhabitants.",
    ],
    words: ["beroepsleeftijd actieve leeftijd arbeid", "working age labour"],
    source,
    formula: "100 * cell(bevolking, leeftijdgroep_18tot64) / inwoners",
  }),
  share({
    code: "aandeel_65plus",
    name: ["Inwoners van 65 jaar en ouder", "Inhabitants aged 65 and over"],
    unit: unit.percent,
    about: [
      "Inwoners van 65 jaar en ouder, in procent van alle inwoners.",
      "Inhabitants aged 65 and over, as a percentage of all inhabitants.",
    ],
    words: ["ouderen senioren vergrijzing leeftijd", "elderly seniors ageing age"],
    source,
    formula: `100 * (${old}) / inwoners`,
  }),
  share({
    code: "aandeel_80plus",
    name: ["Inwoners van 80 jaar en ouder", "Inhabitants aged 80 and over"],
    unit: unit.percent,
    about: [
      "Inwoners van 80 jaar en ouder, in procent van alle inwoners.",
      "Inhabitants aged 80 and over, as a percentage of all inhabitants.",
    ],
    words: ["hoogbejaarden ouderen senioren vergrijzing", "elderly seniors ageing care"],
    source,
    formula: "100 * cell(bevolking, leeftijdgroep_80plus) / inwoners",
  }),
  rate({
    code: "grijze_druk",
    name: ["Grijze druk", "Old-age dependency"],
    unit: ["per 100 inwoners van 20–64 jaar", "per 100 inhabitants aged 20–64"],
    about: [
      "Aantal inwoners van 65 jaar en ouder per 100 inwoners van 20 tot en met 64 jaar.",
      "Number of inhabitants aged 65 and over per 100 inhabitants aged 20 to 64.",
    ],
    words: ["vergrijzing ouderen afhankelijkheid", "ageing elderly dependency ratio"],
    source,
    factor: 100,
    formula: `100 * (${old}) / (inwoners - (${old}) - (${young}))`,
  }),
  rate({
    code: "groene_druk",
    name: ["Groene druk", "Youth dependency"],
    unit: ["per 100 inwoners van 20–64 jaar", "per 100 inhabitants aged 20–64"],
    about: [
      "Aantal inwoners jonger dan 20 jaar per 100 inwoners van 20 tot en met 64 jaar.",
      "Number of inhabitants younger than 20 per 100 inhabitants aged 20 to 64.",
    ],
    words: ["jongeren kinderen afhankelijkheid", "young children dependency ratio"],
    source,
    factor: 100,
    formula: `100 * (${young}) / (inwoners - (${old}) - (${young}))`,
  }),
  rate({
    code: "interne_vergrijzing",
    name: ["Ouderen van 80 en meer onder de 65-plussers", "People aged 80 and over among those over 65"],
    unit: ["per 100 inwoners van 65 jaar en ouder", "per 100 inhabitants aged 65 and over"],
    about: [
      "Aantal inwoners van 80 jaar en ouder per 100 inwoners van 65 jaar en ouder.",
      "Number of inhabitants aged 80 and over per 100 inhabitants aged 65 and over.",
    ],
    words: ["interne vergrijzing hoogbejaarden", "internal ageing elderly"],
    source,
    factor: 100,
    formula: `100 * cell(bevolking, leeftijdgroep_80plus) / (${old})`,
  }),
  rate({
    code: "doorstroom_arbeid",
    name: ["Jongeren per 100 mensen die met pensioen gaan", "Young people per 100 who near retirement"],
    unit: ["per 100 inwoners van 55–64 jaar", "per 100 inhabitants aged 55–64"],
    about: [
      "Aantal inwoners van 15 tot en met 24 jaar per 100 inwoners van 55 tot en met 64 jaar. Onder 100 komen er minder jongeren op de arbeidsmarkt dan er ouderen weggaan.",
      "Number of inhabitants aged 15 to 24 per 100 inhabitants aged 55 to 64. Below 100, fewer young people enter the labour market than older people leave it.",
    ],
    words: ["doorstromingscoëfficiënt arbeidsmarkt instroom uitstroom pensioen", "labour market entry exit retirement"],
    source,
    factor: 100,
    formula:
      "100 * (cell(bevolking, leeftijd5_15tot19) + cell(bevolking, leeftijd5_20tot24)) / (cell(bevolking, leeftijd5_55tot59) + cell(bevolking, leeftijd5_60tot64))",
  }),
];
