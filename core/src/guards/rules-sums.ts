import { addsUp, isNumber } from "./additive.ts";
import { sumCodes } from "./choices.ts";
import type { Measure } from "./facts.ts";
import { allNumbers, hasType, type Rule } from "./rule.ts";

/** Whether a coarser area has a figure of its own although figures do not add up: by weight, or by its formula. */
const isWeighted = ({ weight, formula }: Measure): boolean => weight !== undefined || formula !== undefined;
const overAreas = ["sum-areas", "sum-group"] as const;

/** Sums and means of figures. */
export const sumRules = [
  {
    reason: "words",
    verdict: "no",
    of: sumCodes,
    when: (facts) => !allNumbers(facts),
    text: { nl: "Met woorden valt niet te rekenen.", en: "Words cannot be computed with." },
  },
  {
    reason: "areas-do-not-aggregate",
    verdict: "no",
    of: overAreas,
    when: ({ measures }) => measures.some((each) => !each.aggregatesAreas),
    text: {
      nl: "Dit cijfer, zoals een mediaan, kan niet uit kleinere gebieden berekend worden. Kies een gebied waarvoor het geladen is.",
      en: "This figure, such as a median, cannot be computed from smaller areas. Choose an area for which it was loaded.",
    },
  },
  {
    reason: "no-weight",
    verdict: "no",
    of: overAreas,
    when: ({ measures }) => measures.some((each) => isNumber(each) && each.aggregatesAreas && !addsUp(each) && !isWeighted(each)),
    text: {
      nl: "Zonder gewicht kun je percentages of gemiddelden van gebieden niet samennemen.",
      en: "Without a weight, percentages or means of areas cannot be taken together.",
    },
  },
  {
    reason: "weighted-not-summed",
    verdict: "possible",
    of: overAreas,
    when: ({ measures }) => measures.some((each) => !addsUp(each) && isWeighted(each)),
    text: {
      nl: "Dit is geen som maar een gewogen cijfer: teller en noemer worden eerst elk opgeteld.",
      en: "This is no sum but a weighted figure: numerator and denominator are each added up first.",
    },
  },
  {
    reason: "group-with-hidden-parts",
    verdict: "possible",
    of: overAreas,
    when: ({ hidden }) => hidden,
    text: {
      nl: "Er zijn cijfers verborgen: het totaal toont alleen waar het niets verraadt.",
      en: "Some figures are hidden: the total shows only where it gives nothing away.",
    },
  },
  {
    reason: "members-do-not-add-up",
    verdict: "no",
    of: ["sum-members"],
    when: ({ measures }) => measures.some((each) => !addsUp(each)),
    text: {
      nl: "Gemiddelden, percentages en medianen hebben geen totaal over klassen. Kies één klasse.",
      en: "Means, percentages and medians have no total over classes. Choose one class.",
    },
  },
  {
    reason: "overlapping-members",
    verdict: "no",
    of: ["sum-members"],
    when: ({ overlapping }) => overlapping,
    text: { nl: "Deze klassen overlappen: een som telt dubbel.", en: "These classes overlap: a sum counts twice." },
  },
  {
    reason: "only-flows-add-up-over-time",
    verdict: "no",
    of: ["sum-periods"],
    when: ({ measures }) => measures.some((each) => isNumber(each) && (each.periodType !== "flow" || !addsUp(each))),
    text: {
      nl: "Alleen wat in een periode gebeurt, telt op over jaren. Een stand, een percentage of een gemiddelde niet.",
      en: "Only what happens during a period adds up over years. A stock, a percentage or a mean does not.",
    },
  },
  {
    reason: "mean-of-ratios",
    verdict: "no",
    of: ["average"],
    when: (facts) => hasType(facts, "percentage", "ratio", "mean") || facts.measures.some((each) => each.periodType === "growth"),
    text: {
      nl: "Het gemiddelde van percentages of gemiddelden is fout: kleine gebieden zouden even zwaar tellen als grote. Neem het cijfer van het grotere gebied zelf.",
      en: "The average of percentages or means is wrong: small areas would count as heavily as large ones. Take the larger area's own figure.",
    },
  },
  {
    reason: "mean-of-medians",
    verdict: "no",
    of: ["average"],
    when: (facts) => hasType(facts, "other"),
    text: {
      nl: "Het gemiddelde van medianen is geen mediaan. Neem het cijfer van het grotere gebied zelf.",
      en: "The average of medians is no median. Take the larger area's own figure.",
    },
  },
  {
    reason: "mean-per-area",
    verdict: "possible",
    of: ["average"],
    when: (facts) => hasType(facts, "count"),
    text: {
      nl: "Dit is een gemiddelde per gebied; grote en kleine gebieden tellen even zwaar.",
      en: "This is an average per area; large and small areas count alike.",
    },
  },
] as const satisfies readonly Rule[];
