import type { Cube } from "./model/cube.ts";
import type { DataType, Kind, Shape } from "./model/indicator.ts";
import { tryPeriod } from "./model/period.ts";
import { status } from "./model/status.ts";
import type { Transformation } from "./model/transformation.ts";
import type { Selection } from "./query/selection.ts";

/** The rules by which figures are made, grouped as readers look for them. Each has its page in `docs/statistics/`, in Dutch and English. */
export const methodGroups = {
  figures: [
    "special-values",
    "sums-over-areas",
    "weighted-means",
    "formulas",
    "mergers-and-vintages",
    "periods-to-years",
    "counted-by-position",
    "flows",
    "provisional-and-forecast",
    "interpolation",
    "allocation",
    "rounding",
  ],
  privacy: ["minimum-frequency", "dominance", "p-percent", "complementary-suppression", "audit", "own-groups-and-privacy"],
  surveys: [
    "wilson-interval",
    "survey-margin",
    "design-effect",
    "difference-test",
    "benchmark-difference",
    "publication-minima",
    "collapsed-scales",
    "stratified-estimate",
    "linearised-variance",
  ],
  comparing: [
    "comparison",
    "strengths-and-attention",
    "growth-and-index",
    "shares",
    "rates",
    "ranks",
    "z-scores",
    "moving-average",
    "own-groups",
    "similar-areas",
  ],
  showing: ["colour-classes", "which-chart-fits", "sentences"],
} as const;

/** A group of rules. */
export type MethodGroup = keyof typeof methodGroups;
/** The name of a rule, as its page and its address have it. */
export type MethodName = (typeof methodGroups)[MethodGroup][number];

/** All rules, in the order of the groups. */
export const methodNames: readonly MethodName[] = Object.values(methodGroups).flat();

/** What of an indicator decides which rules made its figures. */
export type MethodFacts = {
  readonly shape: Shape;
  readonly kind: Kind;
  readonly dataType: DataType;
  /** Present where it has one. */
  readonly formula?: unknown;
  readonly weight?: unknown;
  readonly interpolation?: string | undefined;
  readonly allocation?: unknown;
  readonly forecastFrom?: string | undefined;
  readonly provisional: readonly string[];
  /** Where the division of areas changed within the series. */
  readonly breaks: readonly unknown[];
  /** The levels with figures: whether the source gave them, and for which periods. */
  readonly available: readonly {
    readonly level: { readonly alias: string };
    readonly periods: readonly string[];
    readonly loaded: boolean;
  }[];
};

/** What stands on the page beside the figures. */
export type Shown = { readonly ranks?: boolean; readonly map?: boolean; readonly charts?: boolean; readonly sentences?: boolean };

const ofTransformation: Readonly<Record<Transformation["kind"], MethodName>> = {
  change: "growth-and-index",
  growth: "growth-and-index",
  index: "growth-and-index",
  share: "shares",
  per: "rates",
  rank: "ranks",
  "z-score": "z-scores",
  difference: "comparison",
  ratio: "comparison",
  "moving-average": "moving-average",
  total: "periods-to-years",
};

/**
 * The rules that the figures of an answer use, in the order of `methodNames`. Of a figure hidden for privacy it names the rules in
 * general and never which of them hid it.
 */
export function methodsOf(facts: MethodFacts, cube: Cube, selection: Selection, shown: Shown = {}): readonly MethodName[] {
  const found = new Set<MethodName>([
    ...ofMaking(facts, cube),
    ...ofStates(cube),
    ...ofTime(facts, cube),
    ...(facts.kind === "survey" ? ofSurvey(cube, selection) : []),
    ...ofAsking(cube, selection),
    ...(shown.ranks && facts.kind !== "survey" ? (["ranks"] as const) : []),
    ...(shown.map ? (["colour-classes"] as const) : []),
    ...(shown.charts ? (["which-chart-fits"] as const) : []),
    ...(shown.sentences ? (["sentences"] as const) : []),
  ]);
  return methodNames.filter((name) => found.has(name));
}

function ofMaking(facts: MethodFacts, cube: Cube): readonly MethodName[] {
  const levels = new Set(cube.axes.filter((axis) => axis.role === "area").flatMap((axis) => axis.members.map((each) => each.level)));
  const isComputed = facts.available.some((each) => !each.loaded && levels.has(each.level.alias));
  const isText = facts.dataType === "text" || facts.dataType === "label";
  const out: MethodName[] = isText ? [] : ["rounding"];
  if (facts.formula !== undefined) out.push("formulas");
  if (isComputed && !isText) out.push(facts.weight !== undefined && facts.formula === undefined ? "weighted-means" : "sums-over-areas");
  if (facts.kind === "gis") out.push("counted-by-position");
  if (facts.shape === "flow") out.push("flows");
  return out;
}

function ofStates(cube: Cube): readonly MethodName[] {
  const states = new Set(cube.status);
  const isPrivate = states.delete(status.private);
  states.delete(status.value);
  return [
    ...(states.size > 0 ? (["special-values"] as const) : []),
    ...(isPrivate ? (["minimum-frequency", "complementary-suppression"] as const) : []),
  ];
}

function ofTime(facts: MethodFacts, cube: Cube): readonly MethodName[] {
  const periods = cube.axes.find((axis) => axis.role === "period")?.members ?? [];
  const out: MethodName[] = [];
  const { forecastFrom } = facts;
  const isMarked = periods.some(
    (each) =>
      each.forecast ||
      each.provisional ||
      facts.provisional.includes(each.code) ||
      (forecastFrom !== undefined && each.code >= forecastFrom),
  );
  if (isMarked) out.push("provisional-and-forecast");
  if (cube.flags?.some((each) => (each & 1) !== 0)) out.push(...estimates(facts));
  if (facts.breaks.length > 0) out.push("mergers-and-vintages");
  const isYear = (code: string): boolean => tryPeriod(code)?.level === "year";
  const hasParts = facts.available.some((each) => each.periods.some((code) => !isYear(code) && tryPeriod(code)?.level !== "schoolyear"));
  if (hasParts && periods.some((each) => isYear(each.code))) out.push("periods-to-years");
  return out;
}

/** A cell says that it is estimated, not how: the indicator does. */
function estimates({ interpolation, allocation }: MethodFacts): readonly MethodName[] {
  const interpolated = interpolation !== undefined && interpolation !== "none";
  const both: readonly MethodName[] = ["interpolation", "allocation"];
  if (interpolated === (allocation !== undefined)) return both;
  return interpolated ? ["interpolation"] : ["allocation"];
}

function ofSurvey(cube: Cube, { interval }: Selection): readonly MethodName[] {
  const method = cube.uncertainty?.method ?? interval?.method ?? "wilson";
  const isCompared = cube.axes.some((axis) => axis.role === "area" && axis.members.some((each) => each.compare));
  return [
    method === "wilson" ? "wilson-interval" : "survey-margin",
    "design-effect",
    "publication-minima",
    "difference-test",
    ...(isCompared ? (["benchmark-difference"] as const) : []),
  ];
}

function ofAsking(cube: Cube, { transformations = [], groups = [] }: Selection): readonly MethodName[] {
  const isCompared = cube.axes.some((axis) => axis.role === "area" && axis.members.some((each) => each.compare));
  const hides = cube.status.includes(status.private);
  return [
    ...transformations.map((each) => ofTransformation[each.kind]),
    ...(groups.length > 0 ? (["own-groups"] as const) : []),
    ...(groups.length > 0 && hides ? (["own-groups-and-privacy"] as const) : []),
    ...(isCompared ? (["comparison"] as const) : []),
  ];
}
