import { fail } from "../errors.ts";
import { splitCell } from "../formula/check.ts";
import type { Expression } from "../formula/expression.ts";
import type { Level } from "../model/area.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { DimensionLevel, Member } from "../model/dimension.ts";
import type { Indicator } from "../model/indicator.ts";
import { type Period, parsePeriod, periodLevels, periodOfId, shiftPeriod } from "../model/period.ts";
import { type ChosenArea, chooseAreas, choosePeriods, findIndicator, findLevel } from "./choose.ts";
import { type ChosenGroup, chooseGroups } from "./choose-groups.ts";
import { type CellsRequest, requestCells, scanCells } from "./compile-cells.ts";
import { axesOfFlow, type FlowReading, type FlowRequest, planOfSides, requestFlow, scanFlow } from "./compile-flow.ts";
import { computedBy, existsAnywhere, periodsOf, periodsOfExpression } from "./coverage.ts";
import type { AreaFilter, Computation, PeriodPair, Plan } from "./plan.ts";
import type { Selection } from "./selection.ts";

/** One plan of a compiled selection: one indicator on one level of areas. */
export type Part = { readonly indicator: number; readonly level: number; readonly plan: Plan; readonly unavailable: readonly number[] };

/** A selection with every choice filled in, and what the engine must do for it. */
export type Compiled = {
  readonly indicators: readonly Indicator[];
  readonly areas: readonly ChosenArea[];
  readonly periods: readonly Period[];
  readonly axes: readonly { readonly level: DimensionLevel; readonly members: readonly Member[] }[];
  readonly parts: readonly Part[];
  /** What is asked of the flows among the indicators. */
  readonly flow?: FlowRequest;
  /** Own groups whose total is asked or whose parts stand among the areas. */
  readonly groups: readonly ChosenGroup[];
  /** What is asked of the dimensions of the cube among the indicators. */
  readonly request: CellsRequest;
};

/** Cells that one answer may hold in memory; what flows has no limit. */
export const cellLimit = 2_000_000;

/**
 * Compiles a selection against the catalogue of a release.
 * @param limit cells that the answer may have
 * @throws unknown codes, `not-additive`, `cells-loaded-only`, `selection-too-large`: errors of the catalogue
 */
export function compile(selection: Selection, catalogue: Catalogue, limit = cellLimit): Compiled {
  const indicators = selection.indicators.map((code) => findIndicator(catalogue, code));
  const level = findLevel(catalogue, selection.level);
  const groups = chooseGroups(catalogue, selection);
  const parted = groups.flatMap((group) => group.parts);
  const areas = chooseAreas(
    catalogue,
    selection,
    groups.filter((group) => group.show !== "total").flatMap((group) => group.parts),
  );
  const levels = [level, ...new Set([...areas, ...parted].map((each) => each.level).filter((each) => each.id !== level.id))];
  const periods = choosePeriods(catalogue, indicators, levels, selection.periods);
  const request = cellsOf(catalogue, indicators, selection);
  const flow = requestFlow(catalogue, indicators, areas, selection);
  const axes = [...request.axes, ...axesOfFlow(flow)];
  const size = indicators.length * (areas.length + groups.length) * periods.length * axes.reduce((n, axis) => n * axis.members.length, 1);
  if (size > limit) fail("selection-too-large", { cells: size, limit });
  const scopes = levels.flatMap((each): Scope[] => {
    const wanted = areas.filter((area) => area.level.id === each.id);
    if (wanted.length === 0) return [];
    const whole = each.id === level.id && selection.areas.kind === "all";
    const filter = { level: each.id, areas: whole ? undefined : wanted.map((area) => area.area.id) };
    return [{ catalogue, level: each, areas: filter, ...(flow ? { flow } : {}) }];
  });
  const parts = indicators.flatMap((indicator, position) =>
    scopes.map((scope) => partOf(scope, indicator, position, periods, indicator.shape === "cube" ? request : none)),
  );
  return { indicators, areas, periods, axes, parts, ...(flow ? { flow } : {}), groups, request };
}

/** Nothing is asked of dimensions: all are totalled. */
export const none: CellsRequest = { axes: [], only: [] };

function cellsOf(catalogue: Catalogue, indicators: readonly Indicator[], selection: Selection): CellsRequest {
  if (selection.by.length === 0 && selection.members.length === 0) return none;
  const cube = indicators.find((each) => each.shape === "cube");
  if (cube === undefined) return none;
  return requestCells(catalogue, cube, selection);
}

/** Where a plan reads: areas of one level. */
export type Scope = {
  readonly catalogue: Catalogue;
  readonly level: Level;
  readonly areas: AreaFilter;
  readonly flow?: FlowRequest;
  /** The direction in which flows are read, once it is decided. */
  readonly reading?: FlowReading;
};

function partOf(scope: Scope, indicator: Indicator, position: number, periods: readonly Period[], cells: CellsRequest): Part {
  const pairs = periods.map((period) => ({ show: period.id, read: period.id }));
  const plan = planOf(scope, indicator, pairs, cells);
  const unavailable = unavailableOf(plan);
  if (computedBy(indicator) === undefined) return { indicator: position, level: scope.level.id, plan, unavailable };
  const range = periodsOf(scope.catalogue, indicator, scope.level.id, "incomplete-too");
  const within = pairs.filter((pair) => range === "any" || range.has(pair.show));
  const narrowed = within.length === pairs.length ? plan : planOf(scope, indicator, within, cells);
  return { indicator: position, level: scope.level.id, plan: narrowed, unavailable };
}

/** The plan of one indicator for the shown periods. The order of the operands of a formula is the same on every level. */
export function planOf(scope: Scope, indicator: Indicator, pairs: readonly PeriodPair[], cells: CellsRequest): Plan {
  const { flow, reading } = scope;
  if (indicator.shape === "flow" && flow !== undefined && reading === undefined) {
    return planOfSides(indicator, flow, (each) => planOf({ ...scope, reading: each }, indicator, pairs, cells));
  }
  const expression = computedBy(indicator);
  if (expression !== undefined) return planOfFormula(scope, expression, pairs, indicator.step);
  const { periods, unavailable } = readable(scope, indicator, pairs);
  if (flow !== undefined && reading !== undefined) {
    return scanFlow(scope.catalogue, indicator, flow, reading, scope.areas, { periods, unavailable });
  }
  const isFlagged = scope.catalogue.coverageOf(indicator.id).get(scope.level.id)?.flagged === true;
  const step = { ...(indicator.step === undefined ? {} : { step: indicator.step }), ...(isFlagged ? ({ flags: true } as const) : {}) };
  if (indicator.shape === "cube") {
    return { node: "cells", ...scanCells(scope.catalogue, indicator, cells), areas: scope.areas, periods, unavailable, ...step };
  }
  const texts = indicator.dataType === "text" || indicator.dataType === "label" ? ({ texts: true } as const) : {};
  return { node: "scan", indicator: indicator.id, areas: scope.areas, periods, unavailable, ...step, ...texts };
}

/** Which stored periods are read; what exists elsewhere but not on this level is *not available*. */
function readable(scope: Scope, indicator: Indicator, pairs: readonly PeriodPair[]): { periods: PeriodPair[]; unavailable: number[] } {
  const { catalogue, level } = scope;
  const present = periodsOf(catalogue, indicator, level.id);
  if (present === "any") {
    const coverage = catalogue.coverageOf(indicator.id).get(level.id);
    const stored = [...(coverage?.loaded ?? []), ...(coverage?.computed ?? [])].sort((a, b) => a - b).at(-1);
    return { periods: stored === undefined ? [] : pairs.map((pair) => ({ show: pair.show, read: stored })), unavailable: [] };
  }
  const timeless = indicator.periodType === "independent";
  const unavailable = pairs
    .filter((pair) => !present.has(pair.read) && existsAnywhere(catalogue, indicator, timeless ? "any" : pair.read))
    .map((pair) => pair.show);
  return { periods: [...pairs], unavailable };
}

/** Rounded to a step: round(x / step) · step. */
function stepped(of: Computation, step: number | undefined): Computation {
  if (step === undefined) return of;
  const size = { op: "number", value: step } as const;
  return { op: "*", left: { op: "round", of: { op: "/", left: of, right: size } }, right: size };
}

function planOfFormula(scope: Scope, expression: Expression, pairs: readonly PeriodPair[], step: number | undefined): Plan {
  const operands: Plan[] = [];
  const keys = new Map<string, number>();
  const compute = stepped(computationOf(expression, pairs), step);
  return { node: "formula", compute, operands, unavailable: unavailableOf(...operands) };

  /** A formula within a formula is written out, so that every operand is read once. */
  function ofIndicator(indicator: Indicator, shown: readonly PeriodPair[]): Computation {
    const inner = computedBy(indicator);
    if (inner === undefined) return leaf(planOf(scope, indicator, shown, none), [indicator.id, shown]);
    return stepped(computationOf(inner, shown), indicator.step);
  }

  function leaf(plan: Plan, what: readonly unknown[]): Computation {
    const key = JSON.stringify(what);
    const known = keys.get(key);
    if (known !== undefined) return { op: "operand", index: known };
    keys.set(key, operands.length);
    operands.push(plan);
    return { op: "operand", index: operands.length - 1 };
  }

  function computationOf(each: Expression, shown: readonly PeriodPair[]): Computation {
    switch (each.kind) {
      case "number":
        return { op: "number", value: each.value };
      case "indicator":
        return ofIndicator(findIndicator(scope.catalogue, each.code), shown);
      case "cell":
        return leaf(cellPlan(scope, each, shown), [each.cube.toLowerCase(), each.members.map((member) => member.text), shown]);
      case "operation":
        return { op: each.operator, left: computationOf(each.left, shown), right: computationOf(each.right, shown) };
      case "minus":
      case "sqrt":
      case "round":
        return { op: each.kind, of: computationOf(each.of, shown) };
      case "at-period":
      case "at-recent":
        return computationOf(each.of, moved(scope, each, shown));
      case "threshold":
        // What lies under its threshold is stored as hidden already, and poisons.
        return computationOf(each.of, shown);
    }
  }
}

function cellPlan(scope: Scope, expression: Expression & { kind: "cell" }, pairs: readonly PeriodPair[]): Plan {
  const cube = findIndicator(scope.catalogue, expression.cube);
  const members = expression.members.map((member) => splitCell(member, cube, scope.catalogue));
  const request = requestCells(scope.catalogue, cube, { by: [], members });
  return planOf(scope, cube, pairs, request);
}

/** The periods that an operand reads under `data_from_period` and `data_from_mrp`. */
function moved(scope: Scope, each: Expression & { kind: "at-period" | "at-recent" }, pairs: readonly PeriodPair[]): PeriodPair[] {
  if (each.kind === "at-recent") {
    const recent = newest(scope, each.of);
    if (recent === undefined) return [];
    const read = shiftPeriod(periodOfId(recent), each.index).id;
    return pairs.map((pair) => ({ show: pair.show, read }));
  }
  if ("period" in each) {
    const read = parsePeriod(each.period).id;
    return pairs.map((pair) => ({ show: pair.show, read }));
  }
  return pairs.map((pair) => ({ show: pair.show, read: shiftPeriod(periodOfId(pair.read), each.shift).id }));
}

function newest(scope: Scope, expression: Expression): number | undefined {
  const periods = periodsOfExpression(scope.catalogue, expression, scope.level.id);
  if (periods === "any") return undefined;
  const all = [...periods].map(periodOfId);
  const coarsest = periodLevels.find((level) => all.some((period) => period.level === level));
  return all
    .filter((period) => period.level === coarsest)
    .map((period) => period.id)
    .sort((a, b) => a - b)
    .at(-1);
}

/** Periods that no row can be given for on this level although the figure exists elsewhere. */
function unavailableOf(...plans: readonly Plan[]): number[] {
  const all = plans.flatMap((plan) => (plan.node === "top" ? unavailableOf(plan.of) : plan.unavailable));
  return [...new Set(all)].sort((a, b) => a - b);
}
