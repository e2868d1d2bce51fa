import type { Indicator } from "../model/indicator.ts";

/** Whether figures of the parts make the figure of the whole: counts do; percentages, ratios, means and medians never. */
export function addsUp({ dataType, periodType }: Pick<Indicator, "dataType" | "periodType">): boolean {
  return dataType === "count" && periodType !== "growth";
}

/** Whether figures are numbers; labels and texts are words. */
export function isNumber({ dataType }: Pick<Indicator, "dataType">): boolean {
  return dataType !== "label" && dataType !== "text";
}

/** Whether a figure stands for a size or height against a true zero, so that twice as much means something: growth has none. */
export function hasTrueZero({ dataType, periodType, kind, flow }: Pick<Indicator, "dataType" | "periodType" | "kind" | "flow">): boolean {
  if (periodType === "growth" || flow === "balance" || !isNumber({ dataType })) return false;
  return !(kind === "survey" && dataType === "mean");
}
