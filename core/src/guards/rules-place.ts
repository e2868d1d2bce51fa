import { allAddUp, areasShown, hasType, type Rule } from "./rule.ts";

const maps = ["map-classes", "map-symbols"] as const;

/** Figures on maps, and flows. */
export const placeRules = [
  {
    reason: "one-area",
    verdict: "no",
    of: maps,
    when: ({ areas }) => areas < 2,
    text: {
      nl: "Een kaart van één gebied toont niets. Kies een heel niveau.",
      en: "A map of one area shows nothing. Choose a whole level.",
    },
  },
  {
    reason: "one-class-on-a-map",
    verdict: "no",
    of: maps,
    when: ({ members }) => members.some((each) => each > 1),
    text: {
      nl: "Een kaart toont één klasse tegelijk. Kies er een, of kleine veelvouden.",
      en: "A map shows one class at a time. Choose one, or small multiples.",
    },
  },
  {
    reason: "one-indicator-on-a-map",
    verdict: "no",
    of: maps,
    when: ({ measures }) => measures.length > 1,
    text: { nl: "Een kaart toont één onderwerp tegelijk. Kies er een.", en: "A map shows one topic at a time. Choose one." },
  },
  {
    reason: "size-matters",
    verdict: "possible",
    of: ["map-classes"],
    when: (facts) => hasType(facts, "count"),
    text: {
      nl: "De grootte van het gebied telt mee: waar meer mensen wonen, is het aantal meestal hoger, en grote gebieden vallen het meest op. Symbolen zijn eerlijker, of het aantal per inwoner.",
      en: "The size of the area matters: where more people live the number is mostly higher, and large areas stand out most. Symbols are fairer, or the number per inhabitant.",
    },
  },
  {
    reason: "symbols-need-amounts",
    verdict: "no",
    of: ["map-symbols"],
    when: (facts) => !allAddUp(facts),
    text: {
      nl: "De grootte van een symbool leest als een hoeveelheid, en dit is er geen. Een kaart met klassen kan wel.",
      en: "The size of a symbol reads as an amount, and this is none. A map with classes does.",
    },
  },
  {
    reason: "symbols-below-zero",
    verdict: "no",
    of: ["map-symbols"],
    when: ({ negative }) => negative,
    text: {
      nl: "Een symbool kan niet kleiner dan nul zijn. Een kaart met klassen aan weerszijden van nul kan wel.",
      en: "No symbol is smaller than zero. A map with classes on both sides of zero does.",
    },
  },
  {
    reason: "not-a-flow",
    verdict: "no",
    of: ["flow-map"],
    when: ({ measures }) => !measures.every((each) => each.shape === "flow"),
    text: {
      nl: "Dit cijfer loopt niet van gebied naar gebied. Een gewone kaart kan wel.",
      en: "This figure does not run from area to area. A plain map does.",
    },
  },
  {
    reason: "nothing-to-cross",
    verdict: "no",
    of: ["matrix"],
    when: ({ measures, members }) => !measures.every((each) => each.shape === "flow") && members.filter((each) => each > 1).length < 2,
    text: {
      nl: "Een matrix kruist twee dimensies, of gebieden met gebieden. Kies er twee, of een tabel.",
      en: "A matrix crosses two dimensions, or areas with areas. Choose two, or a table.",
    },
  },
  {
    reason: "regions-differ",
    verdict: "possible",
    of: [
      ...maps,
      ...(["table", "bar", "grouped-bar", "line", "slope", "small-multiples", "heat-map", "scatter", "box", "histogram"] as const),
      ...(["rank", "z-score", "difference", "ratio"] as const),
    ],
    when: (facts) => facts.regions > 1 && areasShown(facts) > 1,
    text: {
      nl: "Hier staan gebieden van verschillende gewesten naast elkaar: bronnen of methodes kunnen verschillen.",
      en: "Areas of different regions stand side by side here: sources or methods may differ.",
    },
  },
] as const satisfies readonly Rule[];
