import type { Area, Level } from "../model/area.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Compiled, Part } from "./compile.ts";
import { none, planOf, type Scope } from "./compile.ts";
import type { CellsRequest } from "./compile-cells.ts";
import { computedBy, periodsOf } from "./coverage.ts";
import type { Leaf } from "./evaluate-plan.ts";
import type { Computation, PeriodPair, Plan } from "./plan.ts";

/** How a group's figure follows from those of its areas: by adding up, by weight, or not at all. */
export type GroupMode = "sum" | "weighted" | "none";

/** A stored figure from which the figure of a group is made, read for areas on one level or more. */
export type GroupOperand = {
  readonly indicator: Indicator;
  readonly mode: GroupMode;
  readonly figures: Compiled;
  /** For `weighted`: the weights of the same areas, shown under the same periods. */
  readonly weights: { readonly indicator: Indicator; readonly figures: Compiled } | undefined;
};

/** What the figure of one indicator (by position) in groups is computed from. Without `compute` it is that of the only operand. */
export type GroupQuestion = {
  readonly compute: Computation | undefined;
  readonly operands: readonly GroupOperand[];
  /** Groups cannot have this figure: a flow, or operands that differ between the levels. */
  readonly impossible: boolean;
};

/** An area with its level. */
export type Placed = { readonly area: Area; readonly level: Level };

/** How groups are made of an indicator's stored figures. */
export function groupModeOf(catalogue: Catalogue, indicator: Indicator): GroupMode {
  if (!indicator.aggregatesAreas || indicator.shape === "flow") return "none";
  if (indicator.dataType === "count") return "sum";
  const { dataType, shape, weight } = indicator;
  const isRelative = dataType === "percentage" || dataType === "ratio" || dataType === "mean";
  return isRelative && shape === "flat" && weight !== undefined && catalogue.indicator(weight) ? "weighted" : "none";
}

/**
 * What must be read for groups: the operands of every indicator for some areas, in the periods and axes of the compiled selection.
 * @param areas the parts of the groups, or these with what their sums can be made of instead
 */
export function compileGroups(catalogue: Catalogue, compiled: Compiled, areas: readonly Placed[]): readonly GroupQuestion[] {
  const byLevel = Map.groupBy(areas, (each) => each.level);
  const scopes = [...byLevel].map(([level, list]): Scope => {
    return { catalogue, level, areas: { level: level.id, areas: list.map((each) => each.area.id) } };
  });
  return compiled.indicators.map((indicator) => questionOf(catalogue, compiled, areas, scopes, indicator));
}

const impossible: GroupQuestion = { compute: undefined, operands: [], impossible: true };

function questionOf(
  catalogue: Catalogue,
  compiled: Compiled,
  areas: readonly Placed[],
  scopes: readonly Scope[],
  indicator: Indicator,
): GroupQuestion {
  if (indicator.shape === "flow" || compiled.flow !== undefined) return impossible;
  const request = indicator.shape === "cube" ? compiled.request : none;
  const pairs = pairsOf(catalogue, compiled, scopes, indicator);
  const plans = scopes.map((scope) => ({ scope, plan: planOf(scope, indicator, pairs, request) }));
  const computes = new Set(plans.map(({ plan }) => (plan.node === "formula" ? JSON.stringify(plan.compute) : "")));
  if (computes.size > 1) return impossible;
  const first = plans[0]?.plan;
  const count = first?.node === "formula" ? first.operands.length : 1;
  const operands = Array.from({ length: count }, (_, at) => {
    const leaves = plans.map(({ scope, plan }) => ({ scope, leaf: leafOf(plan, at) }));
    return leaves.some((each) => each.leaf === undefined)
      ? undefined
      : operandOf(catalogue, compiled, areas, leaves as readonly Placeholder[]);
  });
  if (operands.some((each) => each === undefined)) return impossible;
  const compute = first?.node === "formula" ? first.compute : undefined;
  return { compute, operands: operands as readonly GroupOperand[], impossible: false };
}

type Placeholder = { readonly scope: Scope; readonly leaf: Leaf };

/** The shown periods; of a formula those for which it has a result on any of the levels. */
function pairsOf(catalogue: Catalogue, compiled: Compiled, scopes: readonly Scope[], indicator: Indicator): PeriodPair[] {
  const pairs = compiled.periods.map((period) => ({ show: period.id, read: period.id }));
  if (computedBy(indicator) === undefined) return pairs;
  const ranges = scopes.map(({ level }) => periodsOf(catalogue, indicator, level.id));
  return pairs.filter((pair) => ranges.some((range) => range === "any" || range.has(pair.show)));
}

function leafOf(plan: Plan, at: number): Leaf | undefined {
  const leaf = plan.node === "formula" ? plan.operands[at] : plan;
  return leaf?.node === "scan" || leaf?.node === "cells" ? leaf : undefined;
}

function operandOf(
  catalogue: Catalogue,
  compiled: Compiled,
  areas: readonly Placed[],
  leaves: readonly Placeholder[],
): GroupOperand | undefined {
  const leaf = leaves[0]?.leaf;
  const indicator = leaf && catalogue.indicatorById(leaf.node === "scan" ? leaf.indicator : leaf.cube);
  if (indicator === undefined) return undefined;
  const parts = leaves.map((each) => partOf(each.scope, each.leaf));
  const mode = groupModeOf(catalogue, indicator);
  const weight = mode === "weighted" && indicator.weight !== undefined ? catalogue.indicator(indicator.weight) : undefined;
  const weights = weight && {
    indicator: weight,
    figures: asked(
      compiled,
      weight,
      areas,
      leaves.map((each) => partOf(each.scope, planOf(each.scope, weight, each.leaf.periods, none))),
    ),
  };
  return { indicator, mode, figures: asked(compiled, indicator, areas, parts), weights };
}

function partOf(scope: Scope, plan: Plan): Part {
  return { indicator: 0, level: scope.level.id, plan, unavailable: plan.node === "top" ? [] : plan.unavailable };
}

/** One indicator for some areas, in the periods and axes of a selection. */
function asked(compiled: Compiled, indicator: Indicator, areas: readonly Placed[], parts: readonly Part[]): Compiled {
  const request: CellsRequest = none;
  const chosen = areas.map((each) => ({ ...each, compare: false }));
  return { indicators: [indicator], areas: chosen, periods: compiled.periods, axes: compiled.axes, parts, groups: [], request };
}

/** Everything that questions read, in their order. */
export function figuresAsked(questions: readonly GroupQuestion[]): readonly Compiled[] {
  return questions.flatMap((each) =>
    each.operands.flatMap((operand) => [operand.figures, ...(operand.weights ? [operand.weights.figures] : [])]),
  );
}
