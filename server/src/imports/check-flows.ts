import type { Place } from "@peil/core/import-problems.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { periodOfId } from "@peil/core/model/period.ts";
import { flowKind } from "@peil/core/query/compile-flow.ts";
import type { Contradiction } from "../store/staged.ts";
import type { Staging } from "../store/staging.ts";
import type { Draft } from "./draft.ts";
import type { Standing } from "./formulas.ts";
import { listed, type Problems } from "./problems.ts";
import { type ResolvedSheet, shapeWords } from "./resolve.ts";

/** A balance and a symmetric figure say the same of both directions: what contradicts itself is told, with both rows. */
export async function checkFlows(staging: Staging, draft: Draft, resolved: readonly ResolvedSheet[], problems: Problems): Promise<void> {
  for (const indicator of draft.indicators.values()) {
    const kind = flowKind(indicator);
    if (indicator.shape !== "flow" || kind === "directed") continue;
    const found = await staging.contradictions(indicator.id, kind === "balance" ? -1 : 1, listed);
    for (let n = 0; n < found.count; n++) {
      const each = found.first[n];
      problems.add("flow-contradicts", each === undefined ? { file: "" } : placeOf(each, resolved), () =>
        detailsOf(each, indicator, draft),
      );
    }
  }
}

function placeOf(each: Contradiction, resolved: readonly ResolvedSheet[]): Place {
  const sheet = resolved[each.sheet]?.profile.sheet.sheet;
  return { file: sheet?.file ?? "", ...(sheet === undefined ? {} : { sheet: sheet.name }), row: each.row };
}

function detailsOf(each: Contradiction | undefined, indicator: Indicator, draft: Draft): Record<string, string | number> {
  if (each === undefined) return {};
  const key = [indicator.code, periodOfId(each.period).code, areaText(draft, each.from), areaText(draft, each.to)].join(", ");
  return { key, value: each.value, other: each.other, rows: [...new Set([each.row, each.otherRow])].join(", ") };
}

/** An area as messages name it: alias of its level and code. */
export function areaText(draft: Draft, of: { readonly level: number; readonly area: number }): string {
  const area = [...draft.areasOf(of.level).values()].find((each) => each.id === of.area);
  return `${draft.levels.get(of.level)?.alias ?? ""} ${area?.code ?? ""}`;
}

/** An indicator that has figures keeps its shape: they would be lost in another. */
export async function checkShapes(before: readonly Indicator[], draft: Draft, standing: Standing, problems: Problems): Promise<void> {
  const shapes = new Map(before.map((each) => [each.id, each.shape]));
  const changed = draft.indicators.changed().filter((each) => (shapes.get(each.id) ?? each.shape) !== each.shape);
  if (changed.length === 0) return;
  const loaded = await standing(changed.map((each) => each.id));
  for (const each of changed.filter((one) => loaded.has(one.id))) {
    const is = shapeWords[shapes.get(each.id) ?? each.shape];
    problems.add("shape-fixed", { file: "" }, { indicator: each.code, is, given: shapeWords[each.shape] });
  }
}
