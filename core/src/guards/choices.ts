/** Ways to show figures that are judged, whether or not the product draws them yet. */
export const presentationCodes = [
  "table",
  "single",
  "bar",
  "grouped-bar",
  "stacked-bar",
  "stacked-100",
  "line",
  "area-chart",
  "slope",
  "small-multiples",
  "pie",
  "treemap",
  "pyramid",
  "map-classes",
  "map-symbols",
  "flow-map",
  "matrix",
  "heat-map",
  "scatter",
  "bubble",
  "box",
  "histogram",
  "profile",
  "radar",
  "dot-interval",
] as const;
/** One of `presentationCodes`. */
export type PresentationCode = (typeof presentationCodes)[number];

/** What can be computed from an answer: the kinds of `Transformation`, shares apart. */
export const transformationCodes = [
  "change",
  "growth",
  "index",
  "share-row",
  "share-column",
  "share-table",
  "share-parent",
  "per",
  "rank",
  "z-score",
  "difference",
  "ratio",
  "moving-average",
] as const;
/** One of `transformationCodes`. */
export type TransformationCode = (typeof transformationCodes)[number];

/** What can be taken together: areas, members, periods, a group of the reader's own; and the plain mean of figures. */
export const sumCodes = ["sum-areas", "sum-members", "sum-periods", "sum-group", "average"] as const;
/** One of `sumCodes`. */
export type SumCode = (typeof sumCodes)[number];

/** Anything that is judged. */
export type ChoiceCode = PresentationCode | TransformationCode | SumCode;

/** The presentations but for some. */
export function presentationsBut(...codes: readonly PresentationCode[]): readonly PresentationCode[] {
  return presentationCodes.filter((each) => !codes.includes(each));
}
