import { addsUp } from "./additive.ts";
import { presentationCodes, presentationsBut } from "./choices.ts";
import { allNumbers, axesWithSeveral, hasType, type Rule, unitsOf } from "./rule.ts";

/** Fewest areas of which a spread can be read, and most groups of bars that can be told apart. */
const fewestForSpread = 10;
const fewestForCloud = 3;
const mostGroups = 8;

const oneScale = [
  ...(["bar", "grouped-bar", "stacked-bar", "stacked-100", "line", "area-chart", "slope"] as const),
  ...(["pie", "treemap", "pyramid", "box", "histogram", "dot-interval"] as const),
] as const;

/** What any drawing needs: numbers, more than one figure, one unit, enough areas. */
export const shapeRules = [
  {
    reason: "words",
    verdict: "no",
    of: presentationsBut("table", "map-classes"),
    when: (facts) => !allNumbers(facts),
    text: {
      nl: "Dit zijn woorden, geen getallen. Een tabel of een kaart met klassen toont ze.",
      en: "These are words, not numbers. A table or a map with classes shows them.",
    },
  },
  {
    reason: "free-text",
    verdict: "possible",
    of: ["map-classes"],
    when: (facts) => hasType(facts, "text"),
    text: {
      nl: "Met vrije teksten krijgt bijna elk gebied een eigen klasse. Een tabel toont ze beter.",
      en: "With free texts almost every area gets a class of its own. A table shows them better.",
    },
  },
  {
    reason: "no-figures",
    verdict: "no",
    of: presentationsBut("table"),
    when: ({ figures }) => figures === 0,
    text: {
      nl: "Er zijn geen cijfers om te tekenen. De tabel zegt waarom.",
      en: "There are no figures to draw. The table says why.",
    },
  },
  {
    reason: "two-units",
    verdict: "no",
    of: oneScale,
    when: (facts) => unitsOf(facts) > 1,
    text: {
      nl: "De onderwerpen hebben verschillende eenheden en passen niet op één as. Kleine veelvouden, een profiel of een spreidingsdiagram kunnen wel.",
      en: "The topics have different units and do not fit on one axis. Small multiples, a profile or a scatter plot do.",
    },
  },
  {
    reason: "one-figure",
    verdict: "no",
    of: ["bar"],
    when: (facts) => axesWithSeveral(facts) === 0 || facts.figures === 1,
    text: { nl: "Er is maar één cijfer. Toon het als één getal.", en: "There is one figure only. Show it as a single number." },
  },
  {
    reason: "several-figures",
    verdict: "no",
    of: ["single"],
    when: (facts) => axesWithSeveral(facts) > 0,
    text: {
      nl: "Er zijn meer cijfers. Kies één gebied, periode en klasse, of een tabel.",
      en: "There are more figures. Choose one area, period and class, or a table.",
    },
  },
  {
    reason: "one-axis",
    verdict: "no",
    of: ["grouped-bar", "heat-map"],
    when: (facts) => axesWithSeveral(facts) < 2,
    text: {
      nl: "Er is maar één ding om te vergelijken. Gewone staven kunnen wel, of een tweede dimensie, gebied of periode.",
      en: "There is one thing only to compare. Plain bars do, or a second dimension, area or period.",
    },
  },
  {
    reason: "one-panel",
    verdict: "no",
    of: ["small-multiples"],
    when: (facts) => axesWithSeveral({ ...facts, periods: 1 }) === 0,
    text: {
      nl: "Er is maar één reeks, dus maar één deeltje. Een lijn of staven kunnen wel.",
      en: "There is one series only, so one panel. A line or bars do.",
    },
  },
  {
    reason: "few-areas",
    verdict: "no",
    of: ["box", "histogram"],
    when: ({ areas }) => areas < fewestForSpread,
    text: {
      nl: "Een spreiding van minder dan tien gebieden zegt weinig. Staven tonen ze elk apart.",
      en: "A spread of fewer than ten areas says little. Bars show each of them.",
    },
  },
  {
    reason: "size-in-the-spread",
    verdict: "possible",
    of: ["box", "histogram", "heat-map"],
    when: (facts) => hasType(facts, "count") && facts.areas > 1,
    text: {
      nl: "De grootte van het gebied telt mee: bij aantallen zie je vooral dat er kleine en grote gebieden zijn. Het aantal per inwoner zegt meer.",
      en: "The size of the area matters: of numbers you see mostly that there are small and large areas. The number per inhabitant says more.",
    },
  },
  {
    reason: "two-indicators",
    verdict: "no",
    of: ["scatter"],
    when: ({ measures }) => measures.length !== 2,
    text: {
      nl: "Een spreidingsdiagram zet twee onderwerpen tegen elkaar uit. Kies er twee.",
      en: "A scatter plot sets two topics against each other. Choose two.",
    },
  },
  {
    reason: "three-indicators",
    verdict: "no",
    of: ["bubble"],
    when: ({ measures }) => measures.length !== 3,
    text: {
      nl: "Een bellendiagram heeft drie onderwerpen nodig: twee assen en een grootte. Kies er drie, of een spreidingsdiagram van twee.",
      en: "A bubble chart needs three topics: two axes and a size. Choose three, or a scatter plot of two.",
    },
  },
  {
    reason: "bubble-needs-amount",
    verdict: "no",
    of: ["bubble"],
    when: ({ measures, negative }) => measures.length === 3 && (negative || !addsUp(measures[2] as (typeof measures)[number])),
    text: {
      nl: "De grootte van een bel leest als een hoeveelheid. Zet als derde een aantal dat niet onder nul gaat, zoals inwoners.",
      en: "The size of a bubble reads as an amount. Put a number that is not below zero in third place, such as inhabitants.",
    },
  },
  {
    reason: "thin-cloud",
    verdict: "no",
    of: ["scatter", "bubble"],
    when: ({ areas }) => areas < fewestForCloud,
    text: {
      nl: "Met minder dan drie gebieden is er geen patroon. Een tabel kan wel.",
      en: "With fewer than three areas there is no pattern. A table does.",
    },
  },
  {
    reason: "small-cloud",
    verdict: "possible",
    of: ["scatter", "bubble"],
    when: ({ areas }) => areas < fewestForSpread,
    text: { nl: "Met minder dan tien gebieden kan een patroon toeval zijn.", en: "With fewer than ten areas a pattern may be chance." },
  },
  {
    reason: "both-grow-with-size",
    verdict: "possible",
    of: ["scatter", "bubble"],
    when: ({ measures }) => measures.length > 1 && measures.slice(0, 2).every((each) => each.dataType === "count"),
    text: {
      nl: "Twee aantallen hangen bijna altijd samen, want beide zijn hoger in grote gebieden. Deel ze eerst door het aantal inwoners.",
      en: "Two numbers go together almost always, since both are higher in large areas. Divide them by the inhabitants first.",
    },
  },
  {
    reason: "several-indicators",
    verdict: "no",
    of: ["profile"],
    when: ({ measures }) => measures.length < 2,
    text: {
      nl: "Een profiel zet meerdere onderwerpen onder elkaar. Kies er minstens twee.",
      en: "A profile lists several topics. Choose two at least.",
    },
  },
  {
    reason: "few-spokes",
    verdict: "no",
    of: ["radar"],
    when: ({ measures, members }) => measures.length < 3 && !members.some((each) => each > 2),
    text: {
      nl: "Een radar heeft minstens drie assen nodig. Staven kunnen wel.",
      en: "A radar needs three axes at least. Bars do.",
    },
  },
  {
    reason: "hard-to-read",
    verdict: "possible",
    of: ["radar"],
    when: () => true,
    text: {
      nl: "De oppervlakte van een radar hangt af van de volgorde van de assen en misleidt. Een profiel of staven lezen beter.",
      en: "The surface of a radar depends on the order of its axes and misleads. A profile or bars read better.",
    },
  },
  {
    reason: "no-intervals",
    verdict: "no",
    of: ["dot-interval"],
    when: ({ intervals }) => !intervals,
    text: {
      nl: "Deze cijfers hebben geen foutenmarge: het zijn geen steekproefcijfers. Staven kunnen wel.",
      en: "These figures have no margin: they come from no sample. Bars do.",
    },
  },
  {
    reason: "many-groups",
    verdict: "possible",
    of: ["grouped-bar", "stacked-bar", "stacked-100"],
    when: ({ members }) => (members.at(-1) ?? 0) > mostGroups,
    text: {
      nl: "Meer dan acht kleuren zijn moeilijk uit elkaar te houden. Grovere klassen lezen beter.",
      en: "More than eight colours are hard to tell apart. Coarser classes read better.",
    },
  },
  {
    reason: "unequal-areas",
    verdict: "possible",
    of: ["bar", "grouped-bar", "line"],
    when: (facts) => facts.areas > 0 && facts.compared > 0 && hasType(facts, "count"),
    text: {
      nl: "Een groter gebied heeft vanzelf een groter aantal. Vergelijk het aantal per inwoner, of een index.",
      en: "A larger area has a larger number of itself. Compare the number per inhabitant, or an index.",
    },
  },
  {
    reason: "intervals-overlap",
    verdict: "possible",
    of: ["bar", "grouped-bar", "line", "slope", "map-classes", "heat-map", "box", "histogram", "scatter", "rank"],
    when: ({ overlap }) => overlap,
    text: {
      nl: "De foutenmarges overlappen: een verschil tussen gebieden kan toeval zijn. Punten met hun marge tonen dat.",
      en: "The margins overlap: a difference between areas may be chance. Dots with their margins show that.",
    },
  },
  {
    reason: "few-respondents",
    verdict: "possible",
    of: presentationCodes,
    when: ({ fewRespondents }) => fewRespondents,
    text: {
      nl: "Achter sommige cijfers staan weinig ondervraagden; ze zijn onzeker.",
      en: "Few people answered behind some figures; they are uncertain.",
    },
  },
  {
    reason: "sources-differ",
    verdict: "possible",
    of: presentationCodes,
    when: ({ measures }) => new Set(measures.map((each) => each.source ?? "")).size > 1,
    text: {
      nl: "De onderwerpen komen uit verschillende bronnen: definities en tijdstippen kunnen verschillen.",
      en: "The topics come from different sources: definitions and moments may differ.",
    },
  },
] as const satisfies readonly Rule[];
