import type { IndicatorView } from "@peil/core/api.ts";
import type { CubeMember } from "@peil/core/model/cube.ts";
import type { Comparison } from "@peil/core/survey/compare.ts";
import type { Verdict } from "./grammar.ts";

/** What the test says of an area's survey figure beside the first area to compare with, and beside an earlier wave. */
export function verdictsOf(
  view: Pick<IndicatorView, "comparisons">,
  area: CubeMember | undefined,
  earlier: string | undefined,
): { readonly verdict?: Verdict | undefined; readonly verdictSince?: Verdict | undefined } {
  const own = comparisonsOf(view, area);
  const since = own.find((each) => "period" in each.with && each.with.period === earlier);
  return { verdict: verdictOf(own.find((each) => "area" in each.with)), verdictSince: verdictOf(since) };
}

/** The comparisons of an area. */
export function comparisonsOf({ comparisons }: Pick<IndicatorView, "comparisons">, area: CubeMember | undefined): readonly Comparison[] {
  return (comparisons ?? []).filter((each) => each.area.code === area?.code && each.area.level === area.level);
}

function verdictOf(comparison: Comparison | undefined): Verdict | undefined {
  if (comparison === undefined) return undefined;
  return comparison.word === "no-clear-difference" ? "unclear" : comparison.word;
}
