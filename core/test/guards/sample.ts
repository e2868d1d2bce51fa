import type { Around, Measure, Sketch } from "../../src/guards/facts.ts";
import type { Cube, CubeAxis } from "../../src/model/cube.ts";
import type { Selection } from "../../src/query/selection.ts";

/** A count of people at a moment, by register, with what is said otherwise. */
export function measure(change: Partial<Measure> = {}): Measure {
  return {
    code: "inwoners",
    unit: { nl: "inwoners" },
    dataType: "count",
    periodType: "stock",
    rating: "neutral",
    kind: "register",
    shape: "flat",
    aggregatesAreas: true,
    source: "register",
    ...change,
  };
}

/** Twelve areas in one period, without members, with what is said otherwise. */
export function sketch(change: Partial<Sketch> = {}): Sketch {
  return { areas: 12, compared: 0, periods: ["2024"], members: [], ...change };
}

/** What is asked, for a case. */
export type Ask = {
  readonly asked?: Cube | Sketch;
  readonly of?: readonly Measure[];
  readonly selection?: Partial<Pick<Selection, "members" | "by" | "groups">>;
  readonly around?: Around;
};

/** A cube of areas in one period by classes, from one figure per cell; below −1000 it is a status: −1002 is status 2. */
export function cube(figures: readonly (readonly number[])[], extra: Partial<Cube> = {}): Cube {
  const axis = (role: CubeAxis["role"], count: number): CubeAxis => ({
    code: role,
    label: { nl: role },
    role,
    members: Array.from({ length: count }, (_, i) => ({
      code: role === "period" ? String(2024 + i) : `${role}${i}`,
      label: { nl: `${i}` },
    })),
  });
  const flat = figures.flat();
  const members = figures[0]?.length ?? 0;
  return {
    axes: [axis("area", figures.length), axis("period", 1), ...(members > 1 ? [axis("member", members)] : [])],
    values: Float64Array.from(flat, (each) => (each <= -1000 ? Number.NaN : each)),
    status: Uint8Array.from(flat, (each) => (each <= -1000 ? -1000 - each : 0)),
    notes: [],
    release: "r",
    sources: [],
    ...extra,
  };
}

const years = ["2023", "2024"];
const series: Ask = { asked: sketch({ periods: years }) };
const survey = (questions: Measure["survey"]): Measure =>
  measure({ kind: "survey", dataType: "percentage", unit: { nl: "%" }, ...(questions ? { survey: questions } : {}) });
const percent = measure({ dataType: "percentage", unit: { nl: "%" } });
const mean = measure({ dataType: "mean", unit: { nl: "jaar" } });
const median = measure({ dataType: "other", unit: { nl: "euro" }, aggregatesAreas: false });
const label = measure({ dataType: "label" });
const other = measure({ code: "tweede", source: "register" });
const third = measure({ code: "derde" });
const balance = measure({ shape: "flow", flow: "balance" });
const one: Ask = { asked: sketch({ areas: 1 }) };
const classes: Ask = { asked: sketch({ areas: 1, members: [5] }) };
const crossed: Ask = { asked: sketch({ areas: 1, members: [5, 2] }) };
const whole = cube([[1, 2, 3]]);
const bounds = (lower: readonly number[], upper: readonly number[]): Partial<Cube> => ({
  uncertainty: {
    lower: Float64Array.from(lower),
    upper: Float64Array.from(upper),
    respondents: new Float64Array(lower.length),
    level: 95,
    method: "wilson",
  },
});
const pair = (extra: Partial<Cube> = {}): Ask => ({ asked: cube([[40], [60]], extra), of: [survey({ question: "q1" })] });

/** Per rule and choice what breaks it, and the nearest thing that does not. */
export const cases: readonly (readonly [reason: string, code: string, broken: Ask, kept: Ask])[] = [
  ["words", "bar", { of: [label] }, {}],
  ["words", "growth", { ...series, of: [label] }, series],
  ["words", "sum-areas", { of: [label] }, {}],
  ["free-text", "map-classes", { of: [measure({ dataType: "text" })] }, { of: [label] }],
  ["no-figures", "bar", { asked: cube([[-1001], [-1001]]) }, { asked: cube([[1], [-1001], [3]]) }],
  ["two-units", "line", { ...series, of: [measure(), percent] }, { ...series, of: [percent, { ...percent, code: "p2" }] }],
  ["one-figure", "bar", one, {}],
  ["one-figure", "bar", { asked: cube([[1], [-1002]]) }, { asked: cube([[1], [2]]) }],
  ["several-figures", "single", {}, one],
  ["one-axis", "grouped-bar", {}, series],
  ["one-panel", "small-multiples", { asked: sketch({ areas: 1, periods: years }) }, series],
  ["few-areas", "histogram", { asked: sketch({ areas: 9 }), of: [percent] }, { asked: sketch({ areas: 10 }), of: [percent] }],
  ["size-in-the-spread", "box", {}, { of: [percent] }],
  ["two-indicators", "scatter", { of: [percent] }, { of: [percent, mean] }],
  ["three-indicators", "bubble", { of: [percent, mean] }, { of: [percent, mean, third] }],
  ["bubble-needs-amount", "bubble", { of: [third, mean, percent] }, { of: [percent, mean, third] }],
  ["thin-cloud", "scatter", { asked: sketch({ areas: 2 }), of: [percent, mean] }, { asked: sketch({ areas: 3 }), of: [percent, mean] }],
  ["small-cloud", "scatter", { asked: sketch({ areas: 9 }), of: [percent, mean] }, { asked: sketch({ areas: 10 }), of: [percent, mean] }],
  ["both-grow-with-size", "scatter", { of: [measure(), other] }, { of: [percent, other] }],
  ["several-indicators", "profile", {}, { of: [percent, mean] }],
  ["few-spokes", "radar", { of: [percent, mean] }, { of: [percent, mean, third] }],
  ["hard-to-read", "radar", { of: [percent, mean, third] }, { asked: sketch({ areas: 0 }) }],
  ["no-intervals", "dot-interval", {}, pair(bounds([30, 55], [50, 65]))],
  ["many-groups", "stacked-bar", { asked: sketch({ members: [9] }) }, { asked: sketch({ members: [8] }) }],
  ["unequal-areas", "bar", { asked: sketch({ compared: 1 }) }, { asked: sketch({ compared: 1 }), of: [percent] }],
  ["intervals-overlap", "bar", pair(bounds([30, 45], [50, 65])), pair(bounds([30, 55], [50, 65]))],
  ["few-respondents", "table", pair({ flags: Uint8Array.of(0, 4) }), pair({ flags: Uint8Array.of(0, 1) })],
  ["sources-differ", "scatter", { of: [percent, { ...mean, source: "enquete" }] }, { of: [percent, mean] }],
  ["percentages-do-not-add-up", "pie", { ...classes, of: [percent] }, classes],
  ["percentages-do-not-add-up", "treemap", { ...classes, of: [measure({ dataType: "ratio" })] }, classes],
  ["means-do-not-add-up", "stacked-bar", { ...classes, of: [mean] }, classes],
  ["not-additive", "stacked-100", { ...classes, of: [median] }, classes],
  ["areas-do-not-add-up", "treemap", { of: [measure({ aggregatesAreas: false })] }, {}],
  ["unrelated-parts", "stacked-bar", { of: [measure(), other] }, {}],
  ["overlapping-parts", "pie", { ...classes, around: { overlapping: true } }, classes],
  ["negative-parts", "pie", { asked: cube([[1, -2, 3]]) }, { asked: whole }],
  ["negative-parts", "treemap", { ...classes, of: [balance] }, classes],
  ["hidden-parts", "pie", { asked: cube([[1, -1007, 3]]) }, { asked: cube([[1, -1001, 3]]) }],
  ["hidden-parts", "stacked-bar", { asked: cube([[1, -1002, 3]]) }, { asked: whole }],
  ["missing-parts", "area-chart", { asked: cube([[1, -1004, 3]]) }, { asked: whole }],
  ["no-parts", "pie", one, classes],
  ["one-whole", "pie", { asked: sketch({ areas: 2, members: [5] }) }, classes],
  ["too-many-slices", "pie", { asked: sketch({ areas: 1, members: [8] }) }, { asked: sketch({ areas: 1, members: [7] }) }],
  ["two-sides", "pyramid", { asked: sketch({ areas: 1, members: [5, 3] }) }, crossed],
  ["one-pyramid", "pyramid", { asked: sketch({ areas: 1, compared: 1, members: [5, 2] }) }, crossed],
  [
    "part-of-the-whole",
    "pie",
    { ...classes, selection: { by: ["leeftijd5"], members: [{ level: "leeftijd5", code: "0004" }] } },
    { ...classes, selection: { by: ["leeftijd5"], members: [{ level: "geslacht", code: "V" }] } },
  ],
  ["independent-of-time", "line", { ...series, of: [measure({ periodType: "independent" })] }, series],
  [
    "different-questions",
    "line",
    { ...series, of: [survey({ question: "q1", changes: [{ from: "2024", question: "q2" }] })] },
    { ...series, of: [survey({ question: "q1", changes: [{ from: "2025", question: "q2" }] })] },
  ],
  ["question-unknown", "growth", { ...series, of: [survey(undefined)] }, { ...series, of: [survey({ question: "q1" })] }],
  ["unordered-classes", "line", classes, { asked: sketch({ areas: 1, members: [5], periods: years }) }],
  ["one-period", "line", {}, series],
  ["one-period", "area-chart", {}, series],
  ["no-base-period", "growth", {}, { around: { available: 2 } }],
  ["too-few-periods", "moving-average", series, { asked: sketch({ periods: ["2022", ...years] }) }],
  ["two-dimensions", "line", { asked: sketch({ periods: years, members: [5, 2] }) }, { asked: sketch({ periods: years, members: [5] }) }],
  ["forecast", "line", { ...series, of: [measure({ forecastFrom: "2024" })] }, { ...series, of: [measure({ forecastFrom: "2025" })] }],
  ["provisional", "bar", { of: [measure({ provisional: ["2024"] })] }, { of: [measure({ provisional: ["2025"] })] }],
  ["between-left-out", "slope", { asked: sketch({ periods: ["2022", ...years] }) }, series],
  ["many-lines", "line", { asked: sketch({ areas: 13, periods: years }) }, series],
  ["one-area", "map-classes", { ...one, of: [percent] }, { of: [percent] }],
  [
    "one-class-on-a-map",
    "map-classes",
    { asked: sketch({ members: [5] }), of: [percent] },
    { asked: sketch({ members: [1] }), of: [percent] },
  ],
  ["one-indicator-on-a-map", "map-symbols", { of: [measure(), other] }, {}],
  ["size-matters", "map-classes", {}, { of: [percent] }],
  ["symbols-need-amounts", "map-symbols", { of: [percent] }, {}],
  ["symbols-below-zero", "map-symbols", { asked: cube([[1], [-2]]) }, { asked: cube([[1], [2]]) }],
  ["not-a-flow", "flow-map", {}, { of: [balance] }],
  ["nothing-to-cross", "matrix", classes, crossed],
  ["nothing-to-cross", "matrix", {}, { of: [balance] }],
  ["regions-differ", "rank", { around: { regions: 2 }, of: [measure({ rating: "higher" })] }, { of: [measure({ rating: "higher" })] }],
  ["growth-of-growth", "growth", { ...series, of: [{ ...percent, periodType: "growth" }] }, { ...series, of: [percent] }],
  ["no-true-zero", "index", { ...series, of: [{ ...mean, kind: "survey", survey: { question: "q" } }] }, { ...series, of: [mean] }],
  ["no-true-zero", "ratio", { asked: { ...sketch({ compared: 1 }) }, of: [balance] }, { asked: sketch({ compared: 1 }), of: [mean] }],
  ["percentage-of-a-percentage", "growth", { ...series, of: [percent] }, { ...series, of: [mean] }],
  ["zero-base", "growth", { asked: cube([[0], [2]]), around: { available: 2 } }, { asked: cube([[1], [2]]), around: { available: 2 } }],
  ["zero-unknown", "index", { ...series, of: [median] }, { ...series, of: [mean] }],
  ["share-of-no-whole", "share-row", { of: [mean] }, {}],
  ["share-of-no-whole", "share-parent", { of: [percent] }, {}],
  ["share-of-negative", "share-column", { asked: cube([[1], [-2]]) }, { asked: cube([[1], [2]]) }],
  ["share-with-hidden-parts", "share-row", { asked: cube([[1], [-1007]]) }, { asked: cube([[1], [-1001]]) }],
  ["share-of-overlapping", "share-table", { ...classes, around: { overlapping: true } }, classes],
  ["share-over-moments", "share-table", series, { ...series, of: [measure({ periodType: "flow" })] }],
  ["share-of-areas-that-do-not-add-up", "share-parent", { of: [measure({ aggregatesAreas: false })] }, {}],
  ["per-of-a-ratio", "per", { of: [percent] }, {}],
  ["few-to-rank", "rank", { asked: sketch({ areas: 2 }) }, { asked: sketch({ areas: 3 }), of: [measure({ rating: "higher" })] }],
  ["direction-unrated", "rank", {}, { of: [measure({ rating: "higher" })] }],
  ["direction-rated", "rank", { of: [measure({ rating: "lower" })] }, { of: [measure({ rating: "higher" })] }],
  ["few-to-score", "z-score", { asked: sketch({ areas: 9 }) }, { asked: sketch({ areas: 10 }) }],
  ["nothing-to-compare-with", "difference", { of: [mean] }, { asked: sketch({ compared: 1 }), of: [mean] }],
  ["difference-of-size", "difference", { asked: sketch({ compared: 1 }) }, { asked: sketch({ compared: 1 }), of: [mean] }],
  ["areas-do-not-aggregate", "sum-areas", { of: [median] }, {}],
  ["no-weight", "sum-group", { of: [percent] }, {}],
  ["weighted-not-summed", "sum-areas", { of: [{ ...percent, weight: "inwoners" }] }, {}],
  ["group-with-hidden-parts", "sum-group", { asked: cube([[1], [-1007]]) }, { asked: cube([[1], [-1001]]) }],
  ["members-do-not-add-up", "sum-members", { ...classes, of: [mean] }, classes],
  ["overlapping-members", "sum-members", { ...classes, around: { overlapping: true } }, classes],
  ["only-flows-add-up-over-time", "sum-periods", series, { ...series, of: [measure({ periodType: "flow" })] }],
  ["mean-of-ratios", "average", { of: [percent] }, {}],
  ["mean-of-medians", "average", { of: [median] }, {}],
  ["mean-per-area", "average", {}, { of: [percent] }],
];
