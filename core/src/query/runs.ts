import type { ChosenArea } from "./choose.ts";
import type { ChosenGroup } from "./choose-groups.ts";
import type { Compiled } from "./compile.ts";
import type { AreaFilter, Plan } from "./plan.ts";
import type { AreaGroup, Selection } from "./selection.ts";

/** Positions on an axis, from the first up to but not including `to`. */
export type Span = { readonly from: number; readonly to: number };

/** A part of an answer of which the cells lie together: spans of the axes indicator, area and period; all of the members. */
export type Run = { readonly indicators: Span; readonly areas: Span; readonly periods: Span };

/** What stands on the axis of areas of an answer, in order: the chosen ones, totals of groups, those to compare with. */
export function alongAreas(compiled: Pick<Compiled, "areas" | "groups">): readonly (ChosenArea | ChosenGroup)[] {
  const groups = compiled.groups.filter((each) => each.show !== "separate");
  const at = compiled.areas.findIndex((each) => each.compare);
  if (groups.length === 0) return compiled.areas;
  const before = at < 0 ? compiled.areas : compiled.areas.slice(0, at);
  return [...before, ...groups, ...(at < 0 ? [] : compiled.areas.slice(at))];
}

/** Number of cells of one indicator for one area in one period. */
export function cellsWithin({ axes }: Pick<Compiled, "axes">): number {
  return axes.reduce((n, axis) => n * axis.members.length, 1);
}

/** Number of cells of the answer to a compiled selection, without members that are taken together. */
export function sizeOfAnswer(compiled: Compiled): number {
  return compiled.indicators.length * alongAreas(compiled).length * compiled.periods.length * cellsWithin(compiled);
}

/**
 * Cuts an answer into consecutive runs of its row-major cells, each of about so many cells: at least one indicator, area and period.
 * @param size cells in a run
 */
export function* runsOf(compiled: Compiled, size: number): Generator<Run, void, undefined> {
  const [indicators, areas, periods] = [compiled.indicators.length, alongAreas(compiled).length, compiled.periods.length];
  const perPeriod = Math.max(1, cellsWithin(compiled));
  const perArea = Math.max(1, perPeriod * periods);
  const perIndicator = Math.max(1, perArea * areas);
  const many = (cells: number): number => Math.max(1, Math.floor(size / cells));
  if (areas === 0 || periods === 0) return;
  const byIndicator = perIndicator <= size ? many(perIndicator) : 1;
  const byArea = perIndicator <= size ? areas : perArea <= size ? many(perArea) : 1;
  const byPeriod = perArea <= size ? periods : many(perPeriod);
  for (const indicator of spans(indicators, byIndicator)) {
    for (const area of spans(areas, byArea)) {
      for (const period of spans(periods, byPeriod)) yield { indicators: indicator, areas: area, periods: period };
    }
  }
}

function* spans(length: number, step: number): Generator<Span, void, undefined> {
  for (let from = 0; from < length; from += step) yield { from, to: Math.min(length, from + step) };
}

/** The question of a run: the same compiled selection for a part of its indicators, areas, groups and periods. */
export function narrow(compiled: Compiled, run: Run): Compiled {
  const along = alongAreas(compiled).slice(run.areas.from, run.areas.to);
  const areas = along.filter((each): each is ChosenArea => "area" in each);
  const groups = along.filter((each): each is ChosenGroup => "parts" in each);
  const periods = compiled.periods.slice(run.periods.from, run.periods.to);
  const shown = periods.length === compiled.periods.length ? undefined : new Set(periods.map((each) => each.id));
  const filters = filtersOf(compiled.areas, areas);
  const parts = compiled.parts.flatMap((part) => {
    if (part.indicator < run.indicators.from || part.indicator >= run.indicators.to) return [];
    const filter = filters.get(part.level);
    if (filter === undefined) return [];
    const plan = filter === "same" && shown === undefined ? part.plan : narrowPlan(part.plan, filter, shown);
    return [{ ...part, indicator: part.indicator - run.indicators.from, plan, unavailable: among(part.unavailable, shown) }];
  });
  return { ...compiled, indicators: compiled.indicators.slice(run.indicators.from, run.indicators.to), areas, periods, parts, groups };
}

/** Per level the areas of a run; `same` where they are all that the whole question has on it. */
function filtersOf(all: readonly ChosenArea[], some: readonly ChosenArea[]): ReadonlyMap<number, AreaFilter | "same"> {
  const whole = Map.groupBy(all, (each) => each.level.id);
  const own = Map.groupBy(some, (each) => each.level.id);
  return new Map(
    [...own].map(([level, areas]) => [
      level,
      areas.length === whole.get(level)?.length ? "same" : { level, areas: areas.map((each) => each.area.id) },
    ]),
  );
}

function among(periods: readonly number[], shown: ReadonlySet<number> | undefined): readonly number[] {
  return shown === undefined ? periods : periods.filter((each) => shown.has(each));
}

function narrowPlan(plan: Plan, filter: AreaFilter | "same", shown: ReadonlySet<number> | undefined): Plan {
  if (plan.node === "top") return { ...plan, of: narrowPlan(plan.of, filter, shown) };
  const unavailable = among(plan.unavailable, shown);
  if (plan.node === "formula") return { ...plan, operands: plan.operands.map((each) => narrowPlan(each, filter, shown)), unavailable };
  const periods = shown === undefined ? plan.periods : plan.periods.filter((pair) => shown.has(pair.show));
  return { ...plan, areas: filter === "same" ? plan.areas : filter, periods, unavailable };
}

/**
 * The areas and groups of a compiled selection as one asks for them: what is asked so has the same axis of areas, also for other indicators.
 * @param level alias of the level that was asked
 */
export function areasAsked(compiled: Compiled, level: string): Pick<Selection, "level" | "areas" | "compare" | "groups" | "pseudo"> {
  const chosen = compiled.areas.filter((each) => !each.compare);
  const other = chosen.findIndex((each) => each.level.alias.toLowerCase() !== level.toLowerCase());
  const listed = other < 0 ? chosen : chosen.slice(0, other);
  const refOf = (each: Pick<ChosenArea, "area" | "level">) => ({ level: each.level.alias, code: each.area.code });
  // Parts of groups stand among the areas, whatever their level; one by one they overlap with nothing.
  const apart = chosen.slice(listed.length).map((each): AreaGroup => ({ name: each.area.code, areas: [refOf(each)], show: "separate" }));
  const totals = compiled.groups
    .filter((each) => each.show !== "separate")
    .map((each): AreaGroup => ({ name: each.code, areas: each.parts.map(refOf), show: "total" }));
  return {
    level,
    areas: { kind: "list", codes: listed.map((each) => each.area.code) },
    compare: compiled.areas.filter((each) => each.compare).map(refOf),
    groups: [...apart, ...totals],
    pseudo: true,
  };
}
