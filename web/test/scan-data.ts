import type { GlanceRow, GlanceView } from "@peil/core/api-glance.ts";

// An invented area at a glance, with every state that a row can have.

const card = (code: string, name: string, unit = "%"): GlanceRow["indicator"] => ({
  code,
  name: { nl: name, en: `${name} (en)` },
  unit: { nl: unit },
  shape: "flat",
  kind: "register",
  derived: false,
});

const z = (value: number): NonNullable<GlanceRow["verdict"]> => ({
  by: "z-score",
  z: value,
  threshold: 0.5,
  among: 12,
  mean: 10,
  deviation: 5,
  weighted: true,
});

function row(code: string, name: string, more: Partial<GlanceRow>): GlanceRow {
  return {
    indicator: card(code, name),
    rating: "lower",
    decimals: 1,
    dataType: "percentage",
    period: "2024",
    cell: { value: 12.3, status: 0 },
    benchmark: { value: 10.4, status: 0 },
    trend: [],
    ...more,
  };
}

/** Strengths: 1 (`jobs`). Points of attention: 2 (`armoede` furthest, `leerachterstand`). Risen 1, fallen 1, of 3. */
export const glance: GlanceView = {
  area: { level: "gemeente", code: "10001", name: { nl: "Peilstad", en: "Peilstad" } },
  level: { alias: "gemeente", name: { nl: "gemeente", en: "municipality" }, plural: { nl: "gemeenten", en: "municipalities" }, count: 12 },
  benchmark: {
    kind: "area",
    ref: "gewest:1",
    name: { nl: "Peilgewest", en: "Peil Region" },
    article: { nl: "het Peilgewest", en: "the Peil Region" },
    areas: [],
  },
  since: 5,
  themes: [
    {
      theme: { code: "samen", name: { nl: "Samenleven", en: "Living together" }, count: 3 },
      rows: [
        row("armoede", "Kinderen in kansarmoede", {
          cell: { value: 21.46, status: 0 },
          distance: 2.25,
          verdict: z(2.3),
          judgement: "attention",
          rank: { position: 11, of: 12 },
          earlier: { period: "2019", cell: { value: 18, status: 0 } },
          moved: { by: "changes", change: 3.46, threshold: 1, among: 12 },
          movement: "risen",
          direction: "worse",
        }),
        row("leerachterstand", "Leerlingen met schoolse vertraging", {
          distance: 0.8,
          verdict: z(0.9),
          judgement: "attention",
          movement: "stable",
        }),
        row("privaat", "Leefloners", { cell: { status: 7 }, benchmark: { value: 1.2, status: 0 } }),
      ],
    },
    {
      theme: { code: "werk", name: { nl: "Werk", en: "Work" }, count: 2 },
      rows: [
        row("jobs", "Jobratio", {
          rating: "higher",
          cell: { value: 131.2, status: 0 },
          benchmark: { value: 70.1, status: 0 },
          distance: 3.6,
          verdict: z(3.4),
          judgement: "strength",
          earlier: { period: "2019", cell: { value: 140, status: 0 } },
          moved: { by: "changes", change: -8.8, threshold: 2, among: 12 },
          movement: "fallen",
          direction: "worse",
        }),
        row("mediaan", 'Mediaan inkomen <bruto> & "netto"', {
          rating: "neutral",
          benchmark: { status: 6 },
          noBenchmark: { nl: "Een mediaan is niet op te tellen." },
        }),
      ],
    },
  ],
  choices: { benchmarks: [], areas: [], themes: [], since: [5] },
};
