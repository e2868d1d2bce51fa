import { areasShown, type Rule } from "./rule.ts";

/** Lines of which each can still be followed. */
const mostLines = 12;

const overTime = ["line", "area-chart", "slope", "change", "growth", "index", "moving-average"] as const;
const drawnOverTime = ["line", "area-chart", "slope"] as const;
const dated = ["table", "single", "bar", "grouped-bar", "map-classes", "map-symbols", "small-multiples", "heat-map"] as const;

/** Figures over time. */
export const timeRules = [
  {
    reason: "independent-of-time",
    verdict: "no",
    of: [...overTime, "sum-periods"],
    when: ({ measures }) => measures.some((each) => each.periodType === "independent"),
    text: {
      nl: "Dit cijfer hangt niet van de tijd af. Staven of een kaart kunnen wel.",
      en: "This figure does not depend on time. Bars or a map do.",
    },
  },
  {
    reason: "different-questions",
    verdict: "no",
    of: overTime,
    when: ({ questions }) => questions > 1,
    text: {
      nl: "In deze periodes werd een andere vraag gesteld, dus een verschil zegt niets over een evolutie. Kies periodes met dezelfde vraag.",
      en: "Another question was asked in these periods, so a difference says nothing about a development. Choose periods with the same question.",
    },
  },
  {
    reason: "unordered-classes",
    verdict: "no",
    of: drawnOverTime,
    when: ({ periods, members }) => periods < 2 && members.length > 0,
    text: {
      nl: "Een lijn tussen klassen verbindt wat geen volgorde in de tijd heeft. Staven kunnen wel, of meerdere periodes.",
      en: "A line between classes joins what has no order in time. Bars do, or several periods.",
    },
  },
  {
    reason: "one-period",
    verdict: "no",
    of: drawnOverTime,
    when: ({ periods }) => periods < 2,
    text: {
      nl: "Er is maar één periode, en een lijn heeft er minstens twee nodig. Staven kunnen wel, of meer periodes.",
      en: "There is one period only, and a line needs two at least. Bars do, or more periods.",
    },
  },
  {
    reason: "no-base-period",
    verdict: "no",
    of: ["change", "growth", "index"],
    when: ({ available }) => available < 2,
    text: {
      nl: "Er is geen tweede periode om mee te vergelijken.",
      en: "There is no second period to compare with.",
    },
  },
  {
    reason: "too-few-periods",
    verdict: "no",
    of: ["moving-average"],
    when: ({ available }) => available < 3,
    text: {
      nl: "Een voortschrijdend gemiddelde heeft minstens drie periodes nodig.",
      en: "A moving average needs three periods at least.",
    },
  },
  {
    reason: "two-dimensions",
    verdict: "no",
    of: ["line"],
    when: ({ members }) => members.filter((each) => each > 1).length > 1,
    text: {
      nl: "Een lijn per combinatie van twee dimensies is niet te volgen. Kies één dimensie, of kleine veelvouden.",
      en: "A line for each combination of two dimensions cannot be followed. Choose one dimension, or small multiples.",
    },
  },
  {
    reason: "question-unknown",
    verdict: "possible",
    of: overTime,
    when: ({ questions, periods }) => questions === 0 && periods > 1,
    text: {
      nl: "Of in elke periode dezelfde vraag gesteld werd, is niet bekend. Kijk het na voor je vergelijkt.",
      en: "Whether the same question was asked in each period is not known. Check before you compare.",
    },
  },
  {
    reason: "forecast",
    verdict: "possible",
    of: [...overTime, ...dated],
    when: ({ forecast }) => forecast,
    text: {
      nl: "Een deel van deze cijfers is een vooruitzicht, geen meting.",
      en: "Some of these figures are a forecast, not a measurement.",
    },
  },
  {
    reason: "provisional",
    verdict: "possible",
    of: [...overTime, ...dated],
    when: ({ provisional }) => provisional,
    text: {
      nl: "Een deel van deze cijfers is voorlopig en kan nog veranderen.",
      en: "Some of these figures are provisional and may still change.",
    },
  },
  {
    reason: "between-left-out",
    verdict: "possible",
    of: ["slope"],
    when: ({ periods }) => periods > 2,
    text: {
      nl: "Alleen de eerste en de laatste periode staan erop; wat ertussen gebeurde, zie je niet. Een lijn toont het wel.",
      en: "Only the first and the last period show; what happened in between does not. A line shows it.",
    },
  },
  {
    reason: "many-lines",
    verdict: "possible",
    of: ["line", "slope"],
    when: (facts) => areasShown(facts) * facts.members.reduce((n, each) => n * each, 1) > mostLines,
    text: {
      nl: "Zoveel lijnen zijn moeilijk uit elkaar te houden. Licht er enkele uit, of kies kleine veelvouden.",
      en: "So many lines are hard to tell apart. Single out a few, or choose small multiples.",
    },
  },
] as const satisfies readonly Rule[];
