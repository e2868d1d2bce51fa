/** Every way in which a cube can be shown, in the order in which they are offered. A code stands in addresses and workspaces for ever. */
export const formCodes = [
  "table",
  "single",
  "bar",
  "bar-beside",
  "grouped-bar",
  "stacked-bar",
  "stacked-100",
  "line",
  "area",
  "slope",
  "small-multiples",
  "map",
  "map-symbols",
  "map-pies",
  "map-bars",
  "triptych",
  "pie",
  "ring",
  "treemap",
  "pyramid",
  "heat-map",
  "scatter",
  "bubble-race",
  "strip",
  "box",
  "histogram",
  "dot-interval",
  "profile-bar",
  "profile-wheel",
  "radar",
  "flow-map",
  "flow-matrix",
] as const;
/** One of `formCodes`. */
export type FormCode = (typeof formCodes)[number];

/** Forms that need the borders of the areas. */
export const formsOnMap: ReadonlySet<string> = new Set<FormCode>(["map", "map-symbols", "map-pies", "map-bars", "triptych", "flow-map"]);
