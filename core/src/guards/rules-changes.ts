import { addsUp, hasTrueZero } from "./additive.ts";
import { transformationCodes } from "./choices.ts";
import { allAddUp, allNumbers, hasType, type Rule } from "./rule.ts";

const shares = ["share-row", "share-column", "share-table", "share-parent"] as const;
const relative = ["growth", "index", "ratio"] as const;
/** Fewest areas among which a place, and a standard deviation, mean something. */
const fewestToRank = 3;
const fewestToScore = 10;

/** Transformations: what is computed from an answer. */
export const changeRules = [
  {
    reason: "words",
    verdict: "no",
    of: transformationCodes,
    when: (facts) => !allNumbers(facts),
    text: { nl: "Met woorden valt niet te rekenen.", en: "Words cannot be computed with." },
  },
  {
    reason: "growth-of-growth",
    verdict: "no",
    of: relative,
    when: ({ measures }) => measures.some((each) => each.periodType === "growth"),
    text: {
      nl: "Dit cijfer is zelf al een groei; een groei van een groei zegt niets. Het verschil in procentpunten kan wel.",
      en: "This figure is a growth already; a growth of a growth says nothing. The difference in percentage points does.",
    },
  },
  {
    reason: "no-true-zero",
    verdict: "no",
    of: relative,
    when: ({ measures, negative }) => negative || measures.some((each) => !hasTrueZero(each)),
    text: {
      nl: "Een verhouding heeft een echt nulpunt nodig: op een antwoordschaal, of met cijfers onder nul, betekent “dubbel zoveel” niets. Het verschil kan wel.",
      en: "A ratio needs a true zero: on an answer scale, or with figures below zero, “twice as much” means nothing. The difference does.",
    },
  },
  {
    reason: "percentage-of-a-percentage",
    verdict: "possible",
    of: ["growth"],
    when: (facts) => hasType(facts, "percentage"),
    text: {
      nl: "Een groei in procent van een percentage leest makkelijk verkeerd. Het verschil in procentpunten is duidelijker.",
      en: "A growth in percent of a percentage is easily misread. The difference in percentage points is clearer.",
    },
  },
  {
    reason: "zero-base",
    verdict: "possible",
    of: ["growth", "index"],
    when: ({ zero, negative }) => zero && !negative,
    text: {
      nl: "Waar het beginpunt nul is, bestaat geen groei; daar staat “niet beschikbaar”.",
      en: "Where the base is zero there is no growth; it reads “not available” there.",
    },
  },
  {
    reason: "zero-unknown",
    verdict: "possible",
    of: relative,
    when: (facts) => hasType(facts, "other"),
    text: {
      nl: "Van dit soort cijfer staat niet vast dat nul echt niets betekent. Kijk het na.",
      en: "For this kind of figure nothing says that zero really is none. Check it.",
    },
  },
  {
    reason: "share-of-no-whole",
    verdict: "no",
    of: shares,
    when: (facts) => !allAddUp(facts),
    text: {
      nl: "Een aandeel van een gemiddelde, een percentage of een mediaan bestaat niet: die tellen niet op tot een geheel. Het verschil met een ander gebied kan wel.",
      en: "There is no share of a mean, a percentage or a median: they do not add up to a whole. The difference from another area does.",
    },
  },
  {
    reason: "share-of-negative",
    verdict: "no",
    of: shares,
    when: ({ negative }) => negative,
    text: { nl: "Met cijfers onder nul kunnen aandelen boven 100 % komen.", en: "With figures below zero shares may exceed 100%." },
  },
  {
    reason: "share-with-hidden-parts",
    verdict: "no",
    of: ["share-row", "share-column", "share-table"],
    when: ({ hidden, missing }) => hidden || missing,
    text: {
      nl: "Er zijn delen verborgen of onbekend, dus het geheel is niet bekend. Het aandeel in een hoger gebied kan wel.",
      en: "Parts are hidden or unknown, so the whole is not known. The share of a parent area does.",
    },
  },
  {
    reason: "share-of-overlapping",
    verdict: "no",
    of: ["share-row", "share-column", "share-table"],
    when: ({ overlapping }) => overlapping,
    text: {
      nl: "Deze klassen overlappen: hun som is meer dan het geheel.",
      en: "These classes overlap: their sum is more than the whole.",
    },
  },
  {
    reason: "share-over-moments",
    verdict: "no",
    of: ["share-table"],
    when: ({ measures, periods }) => periods > 1 && measures.some((each) => each.periodType !== "flow"),
    text: {
      nl: "Standen van verschillende momenten tellen niet op: wie er bleef, telt dubbel. Kies één periode.",
      en: "Stocks at different moments do not add up: who stayed counts twice. Choose one period.",
    },
  },
  {
    reason: "share-of-areas-that-do-not-add-up",
    verdict: "no",
    of: ["share-parent"],
    when: ({ measures }) => measures.some((each) => !each.aggregatesAreas),
    text: { nl: "Dit cijfer wordt niet over gebieden opgeteld.", en: "This figure is not added up over areas." },
  },
  {
    reason: "per-of-a-ratio",
    verdict: "no",
    of: ["per"],
    when: ({ measures }) => measures.some((each) => !addsUp(each)),
    text: {
      nl: "Alleen een aantal kun je delen door inwoners; dit cijfer is al een verhouding of een gemiddelde.",
      en: "Only a number can be divided by inhabitants; this figure is a ratio or a mean already.",
    },
  },
  {
    reason: "few-to-rank",
    verdict: "no",
    of: ["rank"],
    when: ({ areas }) => areas < fewestToRank,
    text: { nl: "Een plaats onder minder dan drie gebieden zegt niets.", en: "A place among fewer than three areas says nothing." },
  },
  {
    reason: "direction-unrated",
    verdict: "possible",
    of: ["rank"],
    when: ({ measures }) => measures.some((each) => each.rating === "neutral" || each.rating === "unknown"),
    text: {
      nl: "Hoog of laag is hier niet beter of slechter: plaats 1 is het hoogste cijfer.",
      en: "High or low is neither better nor worse here: place 1 is the highest figure.",
    },
  },
  {
    reason: "direction-rated",
    verdict: "possible",
    of: ["rank"],
    when: ({ measures }) => measures.some((each) => each.rating === "lower"),
    text: {
      nl: "Plaats 1 is het laagste cijfer, want laag is hier gunstiger.",
      en: "Place 1 is the lowest figure, since low is more favourable here.",
    },
  },
  {
    reason: "few-to-score",
    verdict: "no",
    of: ["z-score"],
    when: ({ areas }) => areas < fewestToScore,
    text: {
      nl: "Een standaardafwijking van minder dan tien gebieden zegt weinig. Het verschil kan wel.",
      en: "A standard deviation of fewer than ten areas says little. The difference does.",
    },
  },
  {
    reason: "nothing-to-compare-with",
    verdict: "no",
    of: ["difference", "ratio"],
    when: ({ compared }) => compared === 0,
    text: { nl: "Kies eerst een gebied om mee te vergelijken.", en: "Choose an area to compare with first." },
  },
  {
    reason: "difference-of-size",
    verdict: "possible",
    of: ["difference", "ratio"],
    when: (facts) => facts.compared > 0 && hasType(facts, "count"),
    text: {
      nl: "Een verschil in aantal zegt vooral hoe groot de gebieden zijn. Vergelijk het aantal per inwoner.",
      en: "A difference in numbers tells mostly how large the areas are. Compare the number per inhabitant.",
    },
  },
] as const satisfies readonly Rule[];
