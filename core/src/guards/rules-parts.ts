import { addsUp } from "./additive.ts";
import { hasType, partsOf, type Rule } from "./rule.ts";

/** Drawings in which parts make a whole. */
const wholes = ["pie", "treemap", "stacked-bar", "stacked-100", "area-chart"] as const;

/** Most slices that can be told apart. */
const mostSlices = 7;

/** Parts of a whole: pie, treemap, stacks, areas, pyramid. */
export const partRules = [
  {
    reason: "percentages-do-not-add-up",
    verdict: "no",
    of: [...wholes, "pyramid"],
    when: (facts) => hasType(facts, "percentage", "ratio") || facts.measures.some((each) => each.periodType === "growth"),
    text: {
      nl: "Percentages en verhoudingen kun je niet optellen tot een geheel: elk heeft zijn eigen noemer. Staven naast elkaar kunnen wel, of de aantallen zelf.",
      en: "Percentages and ratios do not add up to a whole: each has its own denominator. Bars side by side do, or the numbers themselves.",
    },
  },
  {
    reason: "means-do-not-add-up",
    verdict: "no",
    of: [...wholes, "pyramid"],
    when: (facts) => hasType(facts, "mean"),
    text: {
      nl: "Gemiddelden stapelen geeft een getal dat niets betekent. Staven of punten naast elkaar kunnen wel.",
      en: "Stacked means make a number that means nothing. Bars or dots side by side do.",
    },
  },
  {
    reason: "not-additive",
    verdict: "no",
    of: [...wholes, "pyramid"],
    when: (facts) => facts.measures.some((each) => !addsUp(each)),
    text: {
      nl: "Cijfers zoals een mediaan of een index kun je niet optellen tot een geheel. Staven naast elkaar kunnen wel.",
      en: "Figures such as a median or an index do not add up to a whole. Bars side by side do.",
    },
  },
  {
    reason: "areas-do-not-add-up",
    verdict: "no",
    of: wholes,
    when: (facts) => partsOf(facts).kind === "areas" && facts.measures.some((each) => !each.aggregatesAreas),
    text: {
      nl: "Dit cijfer wordt niet over gebieden opgeteld: wie in twee gebieden voorkomt, telt dubbel. Staven naast elkaar kunnen wel.",
      en: "This figure is not added up over areas: who occurs in two of them would count twice. Bars side by side do.",
    },
  },
  {
    reason: "unrelated-parts",
    verdict: "no",
    of: wholes,
    when: (facts) => partsOf(facts).kind === "indicators",
    text: {
      nl: "Van verschillende onderwerpen staat niet vast dat ze samen één geheel zijn. Staven naast elkaar kunnen wel, of een kubus waarin ze de klassen zijn.",
      en: "Nothing says that different topics make one whole. Bars side by side do, or a cube of which they are the classes.",
    },
  },
  {
    reason: "overlapping-parts",
    verdict: "no",
    of: [...wholes, "pyramid"],
    when: (facts) => facts.overlapping,
    text: {
      nl: "Deze klassen overlappen: wie in twee klassen hoort, zou dubbel tellen. Staven naast elkaar kunnen wel.",
      en: "These classes overlap: who belongs to two would count twice. Bars side by side do.",
    },
  },
  {
    reason: "negative-parts",
    verdict: "no",
    of: [...wholes, "pyramid"],
    when: (facts) => facts.negative,
    text: {
      nl: "Er zijn cijfers onder nul, en een deel van een geheel kan niet negatief zijn. Staven links en rechts van nul kunnen wel.",
      en: "Some figures lie below zero, and no part of a whole can. Bars to the left and right of zero do.",
    },
  },
  {
    reason: "hidden-parts",
    verdict: "no",
    of: wholes,
    when: (facts) => facts.hidden,
    text: {
      nl: "Er zijn delen verborgen: het geheel zou te klein lijken en de andere delen te groot. Staven naast elkaar tonen wat er wel is; een grover niveau kan ook.",
      en: "Parts are hidden: the whole would look too small and the other parts too large. Bars side by side show what there is; a coarser level may do too.",
    },
  },
  {
    reason: "missing-parts",
    verdict: "no",
    of: wholes,
    when: (facts) => facts.missing,
    text: {
      nl: "Er ontbreken delen, dus het geheel klopt niet. Staven naast elkaar tonen wat er wel is; een andere periode kan ook.",
      en: "Parts are missing, so the whole is wrong. Bars side by side show what there is; another period may do too.",
    },
  },
  {
    reason: "no-parts",
    verdict: "no",
    of: wholes,
    when: (facts) => partsOf(facts).count < 2,
    text: {
      nl: "Er is maar één deel. Kies een kubus met klassen of meerdere gebieden.",
      en: "There is one part only. Choose a cube with classes, or several areas.",
    },
  },
  {
    reason: "one-whole",
    verdict: "no",
    of: ["pie", "treemap"],
    when: (facts) => partsOf(facts).wholes > 1,
    text: {
      nl: "Dit toont één geheel, en hier zijn er meer. Kies één gebied en één periode, of gestapelde staven tot 100 %.",
      en: "This shows one whole, and here are more. Choose one area and one period, or bars stacked to 100%.",
    },
  },
  {
    reason: "too-many-slices",
    verdict: "no",
    of: ["pie"],
    when: (facts) => partsOf(facts).count > mostSlices,
    text: {
      nl: "Meer dan zeven punten van een taart zijn niet te vergelijken. Staven kunnen wel, of grovere klassen.",
      en: "More than seven slices cannot be compared. Bars can, or coarser classes.",
    },
  },
  {
    reason: "two-sides",
    verdict: "no",
    of: ["pyramid"],
    when: ({ members }) => !(members.length === 2 && members.includes(2)),
    text: {
      nl: "Een piramide zet twee groepen tegenover elkaar over een reeks klassen, zoals mannen en vrouwen naar leeftijd. Kies twee dimensies, een met twee klassen.",
      en: "A pyramid sets two groups against each other over a range of classes, such as men and women by age. Choose two dimensions, one with two classes.",
    },
  },
  {
    reason: "one-pyramid",
    verdict: "no",
    of: ["pyramid"],
    when: (facts) => facts.areas + facts.compared > 1 || facts.periods > 1,
    text: {
      nl: "Een piramide toont één gebied in één periode. Kies er één, of kleine veelvouden.",
      en: "A pyramid shows one area in one period. Choose one of each, or small multiples.",
    },
  },
  {
    reason: "part-of-the-whole",
    verdict: "possible",
    of: wholes,
    when: (facts) => facts.limited,
    text: {
      nl: "Dit zijn niet alle klassen: de aandelen zijn van de gekozen klassen samen, niet van het geheel.",
      en: "These are not all classes: shares are of the chosen classes together, not of the whole.",
    },
  },
] as const satisfies readonly Rule[];
