import type { Similarity } from "../../core/src/model/site.ts";

const level = "gemeente";

/**
 * The ways in which municipalities can be alike. Numbers of people and densities count as ratios: the few large cities would
 * otherwise make all others look the same.
 */
export const similarity: readonly Similarity[] = [
  {
    code: "algemeen",
    name: { nl: "over het geheel", en: "overall" },
    level,
    parts: [
      { indicator: "inwoners_alle", weight: 2, scale: "log" },
      { indicator: "bevolkingsdichtheid", weight: 2, scale: "log" },
      { indicator: "aandeel_0_17", weight: 1 },
      { indicator: "aandeel_65plus", weight: 1 },
      { indicator: "inkomen_inwoner", weight: 2 },
      { indicator: "aandeel_bebouwd", weight: 1 },
    ],
  },
  {
    code: "grootte",
    name: { nl: "grootte", en: "size" },
    level,
    parts: [{ indicator: "inwoners_alle", weight: 1, scale: "log" }],
  },
  {
    code: "dichtheid",
    name: { nl: "dichtheid", en: "density" },
    level,
    parts: [
      { indicator: "bevolkingsdichtheid", weight: 1, scale: "log" },
      { indicator: "woningdichtheid", weight: 1, scale: "log" },
    ],
  },
  {
    code: "leeftijd",
    name: { nl: "leeftijden", en: "ages" },
    level,
    parts: [
      { indicator: "aandeel_0_17", weight: 1 },
      { indicator: "aandeel_65plus", weight: 1 },
      { indicator: "aandeel_80plus", weight: 1 },
    ],
  },
  {
    code: "inkomen",
    name: { nl: "inkomen", en: "income" },
    level,
    parts: [
      { indicator: "inkomen_inwoner", weight: 2 },
      { indicator: "aandeel_lage_inkomens", weight: 1 },
      { indicator: "aandeel_hoge_inkomens", weight: 1 },
    ],
  },
  {
    code: "bodem",
    name: { nl: "gebruik van de bodem", en: "land use" },
    level,
    parts: [
      { indicator: "aandeel_open_ruimte", weight: 1 },
      { indicator: "aandeel_bos", weight: 1 },
      { indicator: "aandeel_landbouw", weight: 1 },
    ],
  },
];
