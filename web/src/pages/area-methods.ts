import type { AreaView } from "@peil/core/api.ts";
import { type MethodName, methodNames } from "@peil/core/methods.ts";
import { status } from "@peil/core/model/status.ts";

/** The rules that the figures of an area's page use, in the order of `methodNames`. */
export function methodsOfArea(view: AreaView, hasSimilar: boolean): readonly MethodName[] {
  const rows = view.themes.flatMap((each) => each.rows);
  if (rows.length === 0) return [];
  const states = new Set(rows.flatMap((row) => row.cells.map((cell) => cell.status)));
  const hides = states.delete(status.private);
  states.delete(status.value);
  const says: readonly (readonly [boolean, ...MethodName[]])[] = [
    [true, "rounding", "sentences"],
    [states.size > 0, "special-values"],
    [hides, "minimum-frequency", "complementary-suppression"],
    [view.columns.length > 0, "sums-over-areas", "weighted-means", "comparison"],
    [view.predecessors.length > 0, "mergers-and-vintages"],
    [rows.some((row) => row.rank), "ranks"],
    [rows.some((row) => row.indicator.derived), "formulas"],
    [rows.some((row) => row.indicator.kind === "survey"), "wilson-interval", "publication-minima"],
    [rows.some((row) => row.indicator.kind === "gis"), "counted-by-position"],
    [rows.some((row) => row.indicator.shape === "flow"), "flows"],
    [hasSimilar, "similar-areas"],
  ];
  const found = new Set(says.flatMap(([holds, ...names]) => (holds ? names : [])));
  return methodNames.filter((name) => found.has(name));
}
