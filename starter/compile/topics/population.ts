import { cube, growth, rate, share, stock, type Topic, total, unit } from "../define.ts";
import { column } from "../tables.ts";
import { ages } from "./ages.ts";

const source = "statbel_bevolking";

/** How many people live here. */
export const population: readonly Topic[] = [
  stock(
    {
      code: "inwoners",
      name: ["Inwoners (register)", "Inhabitants (register)"],
      unit: unit.inhabitants,
      about: [
        "Aantal mensen dat op 1 januari in het bevolkingsregister staat. Voor het jaar 2019 en de jaren na 2020 is er hier geen registercijfer; zie dan de geschatte inwoners.",
        "Number of people in the population register on 1 January. For 2019 and the years after 2020 there is no register figure here; see the estimated inhabitants.",
      ],
      note: [
        "2006–2008 en 2016–2018: het inwonertal dat Statbel bij de fiscale inkomens publiceert, op 1 januari na het inkomensjaar.",
        "2006–2008 and 2016–2018: the number that Statbel publishes beside fiscal incomes, on 1 January after the income year.",
      ],
      words: ["bevolking inwonertal bewoners bevolkingscijfer", "population residents people"],
      source,
    },
    column("registered", "value"),
  ),
  stock(
    {
      code: "inwoners_geschat",
      name: ["Inwoners (geschat)", "Inhabitants (estimated)"],
      unit: unit.inhabitants,
      about: [
        "Schatting van het aantal inwoners op 1 januari: het bedrag aan gemeentelijke investeringen gedeeld door het bedrag per inwoner dat erbij staat. Alleen voor jaren zonder registercijfer en alleen voor Vlaanderen; vanaf 2026 volgt ze de vooruitzichten in de meerjarenplannen.",
        "Estimate of the number of inhabitants on 1 January: the amount of municipal investment divided by the amount per inhabitant printed beside it. Only for years without a register figure, and for Flanders only; from 2026 it follows the projections in the multi-year plans.",
      ],
      note: [
        "Acht ontbrekende gemeenten (in 2019 en 2021–2023) zijn op de rechte lijn tussen de jaren ervoor en erna ingevuld.",
        "Eight missing municipalities (in 2019 and 2021–2023) are filled in on the straight line between the years around them.",
      ],
      words: ["bevolking raming vooruitzicht", "population estimate projection"],
      source: "abb_investeringen",
      estimated: true,
      forecastFrom: "2026",
      startPeriod: "2019",
    },
    column("implied", "value"),
  ),
  total({
    code: "inwoners_alle",
    name: ["Inwoners", "Inhabitants"],
    unit: unit.inhabitants,
    about: [
      "Aantal inwoners op 1 januari: het registercijfer waar dat er is, anders de schatting. Dit getal staat onder de streep bij alle cijfers per inwoner.",
      "Number of inhabitants on 1 January: the register figure where there is one, otherwise the estimate. All figures per inhabitant are divided by this number.",
    ],
    words: ["bevolking inwonertal bevolkingscijfer", "population residents people"],
    source,
    periodType: "stock",
    formula: "inwoners + inwoners_geschat",
    estimated: true,
    forecastFrom: "2026",
  }),
  growth({
    code: "groei_inwoners",
    name: ["Groei van het aantal inwoners", "Growth of the number of inhabitants"],
    unit: unit.percent,
    about: [
      "Verandering van het aantal inwoners in één jaar, in procent van het aantal inwoners een jaar eerder.",
      "Change in the number of inhabitants in one year, as a percentage of the number a year earlier.",
    ],
    words: ["bevolkingsgroei aangroei krimp", "population growth decline"],
    source,
    decimals: 2,
    of: "inwoners_alle",
    back: 1,
    estimated: true,
    forecastFrom: "2026",
  }),
  growth({
    code: "groei_inwoners_5j",
    name: ["Groei van het aantal inwoners in vijf jaar", "Growth of the number of inhabitants in five years"],
    unit: unit.percent,
    about: [
      "Verandering van het aantal inwoners in vijf jaar, in procent van het aantal inwoners vijf jaar eerder.",
      "Change in the number of inhabitants in five years, as a percentage of the number five years earlier.",
    ],
    words: ["bevolkingsgroei aangroei krimp", "population growth decline"],
    source,
    of: "inwoners_alle",
    back: 5,
    estimated: true,
    forecastFrom: "2026",
  }),
  rate({
    code: "bevolkingsdichtheid",
    name: ["Bevolkingsdichtheid", "Population density"],
    unit: ["inwoners per km²", "inhabitants per km²"],
    about: [
      "Aantal inwoners gedeeld door de oppervlakte in vierkante kilometer.",
      "Number of inhabitants divided by the surface in square kilometres.",
    ],
    words: ["dichtbevolkt bevolking", "crowded population"],
    source,
    factor: 1,
    decimals: 0,
    formula: "inwoners_alle / oppervlakte",
    estimated: true,
    forecastFrom: "2026",
  }),
  cube({
    code: "bevolking",
    name: ["Bevolking naar leeftijd, geslacht, nationaliteit en burgerlijke staat", "Population by age, sex, nationality and civil status"],
    unit: unit.inhabitants,
    about: [
      "Aantal inwoners op 1 januari 2009 tot en met 2015, opgesplitst naar leeftijd, geslacht, Belgische of andere nationaliteit en burgerlijke staat.",
      "Number of inhabitants on 1 January 2009 to 2015, split by age, sex, Belgian or other nationality, and civil status.",
    ],
    words: ["leeftijd mannen vrouwen vreemdelingen gehuwd kubus", "age men women foreigners married cube"],
    source,
    periodType: "stock",
    dimensionLevels: ["leeftijd1", "geslacht", "nationaliteit", "burgerlijke_staat"],
  }),
  ...ages,
  share({
    code: "aandeel_niet_belg",
    name: ["Inwoners met een andere nationaliteit", "Inhabitants with another nationality"],
    unit: unit.percent,
    about: [
      "Inwoners die geen Belg zijn, in procent van alle inwoners.",
      "Inhabitants who are not Belgian, as a percentage of all inhabitants.",
    ],
    words: ["vreemdelingen buitenlanders migratie niet-Belgen", "foreigners migration non-Belgians"],
    source,
    formula: "100 * cell(bevolking, nationaliteit_ETR) / inwoners",
  }),
  share({
    code: "aandeel_niet_belg_kinderen",
    name: ["Kinderen met een andere nationaliteit", "Children with another nationality"],
    unit: unit.percent,
    about: [
      "Kinderen en jongeren tot en met 17 jaar die geen Belg zijn, in procent van alle inwoners tot en met 17 jaar.",
      "Children and young people up to 17 who are not Belgian, as a percentage of all inhabitants up to 17.",
    ],
    words: ["jongeren vreemdelingen buitenlanders migratie", "young people foreigners migration"],
    source,
    formula: "100 * cell(bevolking, nationaliteit_ETR, leeftijdgroep_0tot17) / cell(bevolking, leeftijdgroep_0tot17)",
  }),
  total({
    code: "niet_belgen",
    name: ["Niet-Belgen", "Non-Belgians"],
    unit: unit.inhabitants,
    about: [
      "Aantal inwoners op 1 januari dat niet de Belgische nationaliteit heeft.",
      "Number of inhabitants on 1 January who do not have Belgian nationality.",
    ],
    words: ["vreemdelingen buitenlanders migratie", "foreigners migration"],
    source,
    periodType: "stock",
    formula: "cell(bevolking, nationaliteit_ETR)",
  }),
  rate({
    code: "mannen_100_vrouwen",
    name: ["Mannen per 100 vrouwen", "Men per 100 women"],
    unit: ["per 100 vrouwen", "per 100 women"],
    about: ["Aantal mannen gedeeld door het aantal vrouwen, maal 100.", "Number of men divided by the number of women, times 100."],
    words: ["geslacht gender", "sex gender"],
    source,
    factor: 100,
    formula: "100 * cell(bevolking, geslacht_M) / cell(bevolking, geslacht_F)",
  }),
  share({
    code: "aandeel_gehuwd",
    name: ["Gehuwde volwassenen", "Married adults"],
    unit: unit.percent,
    about: [
      "Gehuwde inwoners, in procent van alle inwoners van 18 jaar en ouder.",
      "Married inhabitants, as a percentage of all inhabitants aged 18 and over.",
    ],
    words: ["huwelijk getrouwd burgerlijke staat", "marriage civil status"],
    source,
    formula: "100 * cell(bevolking, burgerlijke_staat_20) / (inwoners - cell(bevolking, leeftijdgroep_0tot17))",
  }),
];
