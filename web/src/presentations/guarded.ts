import { isNumber } from "@peil/core/guards/additive.ts";
import type { PresentationCode } from "@peil/core/guards/choices.ts";
import type { FormCode } from "./forms.ts";
import { makesSense } from "./judged.ts";
import { subjectsOf } from "./many.ts";
import type { Subject } from "./presentation.ts";

/** What the guard-rails call each form. */
export const guardOf: Readonly<Record<FormCode, PresentationCode>> = {
  table: "table",
  single: "single",
  bar: "bar",
  "bar-beside": "bar",
  "grouped-bar": "grouped-bar",
  "stacked-bar": "stacked-bar",
  "stacked-100": "stacked-100",
  line: "line",
  area: "area-chart",
  slope: "slope",
  "small-multiples": "small-multiples",
  map: "map-classes",
  "map-symbols": "map-symbols",
  "map-pies": "map-symbols",
  "map-bars": "map-symbols",
  triptych: "map-classes",
  pie: "pie",
  ring: "pie",
  treemap: "treemap",
  pyramid: "pyramid",
  "heat-map": "heat-map",
  scatter: "scatter",
  "bubble-race": "bubble",
  strip: "box",
  box: "box",
  histogram: "histogram",
  "dot-interval": "dot-interval",
  "profile-bar": "profile",
  "profile-wheel": "profile",
  radar: "radar",
  "flow-map": "flow-map",
  "flow-matrix": "matrix",
};

/** Whether the guard-rails let a form draw a subject. */
export function isAllowed(subject: Subject, form: FormCode): boolean {
  return makesSense(subject, guardOf[form]);
}

/** Whether a subject holds numbers on one axis of areas at most: what every drawing of figures needs. */
export function holdsNumbers(subject: Subject): boolean {
  if (subject.cube.axes.filter((each) => each.role === "area").length > 1) return false;
  return subjectsOf(subject).every((each) => isNumber(each.measured.measure));
}
