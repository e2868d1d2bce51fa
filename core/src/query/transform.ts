import type { Catalogue } from "../model/catalogue.ts";
import type { Cube, CubeMember } from "../model/cube.ts";
import type { Indicator } from "../model/indicator.ts";
import { parsePeriod, shiftPeriod } from "../model/period.ts";
import { steps } from "../statistics/index.ts";
import { windowOf } from "../statistics/moving-average.ts";
import type { Beside } from "../statistics/transformation.ts";
import { zWeightOf } from "../statistics/z-score.ts";
import { findIndicator, findLevel, parentOn } from "./choose.ts";
import type { Selection, Transformation } from "./selection.ts";

/** A transformation of an answer: what must be asked for it, and what it makes of the figures with these answers. */
export type Prepared = { readonly asks: readonly Selection[]; apply(read: readonly Cube[]): Cube };

/**
 * Prepares one transformation of an answer. What it needs beside the answer is asked in the same way, with what was done before.
 * @param before the transformations that the figures have passed already
 * @throws `indicator-unknown`, `level-unknown`
 */
export function prepare(
  catalogue: Catalogue,
  selection: Selection,
  cube: Cube,
  asked: Transformation,
  before: readonly Transformation[],
): Prepared {
  const beside: Omit<Beside, "read"> = {
    before,
    level: findLevel(catalogue, selection.level).alias,
    indicatorOf: (member) => catalogue.indicator(member.code.split(":")[0] ?? ""),
    named: (code) => catalogue.indicator(code),
    regionOf: keyOfParent(catalogue, catalogue.site.benchmark.level, ""),
    parentOf:
      asked.kind === "share" && asked.level !== undefined
        ? keyOfParent(catalogue, findLevel(catalogue, asked.level).alias)
        : () => undefined,
    shifted: (period, count) => shiftPeriod(parsePeriod(period.code), count).code,
  };
  const step = steps[asked.kind];
  const asks = asksOf(catalogue, selection, cube, asked, beside);
  return { asks, apply: (read) => step(cube, asked as never, { ...beside, read }) };
}

function keyOfParent(catalogue: Catalogue, alias: string): (area: CubeMember) => string | undefined;
function keyOfParent(catalogue: Catalogue, alias: string, otherwise: string): (area: CubeMember) => string;
function keyOfParent(catalogue: Catalogue, alias: string, otherwise?: string): (area: CubeMember) => string | undefined {
  const level = catalogue.level(alias);
  return (member) => {
    const own = member.level === undefined ? undefined : catalogue.level(member.level);
    const area = own && catalogue.area(own.id, member.code);
    const parent = area && level ? parentOn(catalogue, level, area) : undefined;
    return parent === undefined || level === undefined ? otherwise : `${level.alias}:${parent.code}`;
  };
}

type Question = Omit<Beside, "read">;

function asksOf(catalogue: Catalogue, selection: Selection, cube: Cube, asked: Transformation, beside: Question): readonly Selection[] {
  const shown = membersOf(cube, "period");
  const again = (periods: readonly string[]): Selection => ({
    ...selection,
    transformations: beside.before,
    periods: { kind: "list", codes: [...new Set(periods)] },
  });
  switch (asked.kind) {
    case "change":
    case "growth":
    case "index":
      if (asked.base === "first") return [];
      return [again(asked.base === "previous" ? shown.map((each) => beside.shifted(each, -1)) : [asked.base])];
    case "moving-average":
      return [again(shown.flatMap((each) => windowOf(asked.periods).map((step) => beside.shifted(each, step))))];
    case "total":
      return [again(shown.flatMap((each) => Array.from({ length: asked.periods }, (_, i) => beside.shifted(each, -i))))];
    case "share":
      return asked.of === "parent" ? [ofParents(again(codesOf(shown)), cube, beside)] : [];
    case "per":
      return [alone(again(codesOf(shown)), [findIndicator(catalogue, asked.indicator)])];
    case "rank":
      return selection.areas.kind === "all" ? [] : [ofAll(again(codesOf(shown)))];
    case "z-score": {
      const members = membersOf(cube, "indicator");
      const weights = new Set(members.flatMap((each) => zWeightOf(each, beside) ?? []));
      const all = ofAll(again(codesOf(shown)));
      // With the weights comes the answer itself, also where it holds all areas already.
      if (weights.size === 0) return selection.areas.kind === "all" ? [] : [all];
      return [
        all,
        alone(
          all,
          [...weights].map((code) => findIndicator(catalogue, code)),
        ),
      ];
    }
    default:
      return [];
  }
}

function membersOf(cube: Cube, role: "period" | "indicator" | "area"): readonly CubeMember[] {
  return cube.axes.find((axis) => axis.role === role)?.members ?? [];
}

function codesOf(members: readonly CubeMember[]): string[] {
  return members.map((each) => each.code);
}

/** The same question for all real areas of the level. */
function ofAll(selection: Selection): Selection {
  return { ...selection, areas: { kind: "all" }, compare: [], groups: [], pseudo: false };
}

/** Other indicators for the same areas and periods, without members and as they are. */
function alone(selection: Selection, indicators: readonly Indicator[]): Selection {
  const { flow: _, ...rest } = selection;
  return { ...rest, indicators: indicators.map((each) => each.code), by: [], members: [], memberGroups: [], transformations: [] };
}

function ofParents(selection: Selection, cube: Cube, beside: Question): Selection {
  const keys = [...new Set(membersOf(cube, "area").flatMap((area) => beside.parentOf(area) ?? []))];
  const [level = selection.level] = keys[0]?.split(":") ?? [];
  const codes = keys.map((key) => key.slice(level.length + 1));
  return { ...selection, level, areas: { kind: "list", codes }, compare: [], groups: [] };
}
