import type { Cube, CubeMember } from "../model/cube.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Transformation } from "../model/transformation.ts";

/** What stands beside the figures that are transformed. */
export type Beside = {
  /** What was read for it, in the order in which it was asked. */
  readonly read: readonly Cube[];
  /** What was done to the figures before. */
  readonly before: readonly Transformation[];
  /** Alias of the level whose areas are ranked. */
  readonly level: string;
  indicatorOf(member: CubeMember): Indicator | undefined;
  /** The indicator of a code that a transformation names. */
  named(code: string): Indicator | undefined;
  /** Key of the region in which an area lies: areas of one region are held against each other. */
  regionOf(area: CubeMember): string;
  /** Key of the area of the named level in which an area lies. */
  parentOf(area: CubeMember): string | undefined;
  /** Code of the period some steps later, earlier when negative. */
  shifted(period: CubeMember, steps: number): string;
};

/** One statistic: Cube → Cube. */
export type Step<T extends Transformation> = (cube: Cube, asked: T, beside: Beside) => Cube;

/** Whether figures still add up after what was done to them: differences and averages of sums are sums. */
export function addsUp(indicator: Indicator | undefined, before: readonly Transformation[]): boolean {
  const isSum = indicator?.dataType === "count" && indicator.aggregatesAreas;
  return isSum && before.every((each) => each.kind === "change" || each.kind === "moving-average");
}

/** Whether an area of an answer is a real one of its level: no group, no pseudo-area, none to compare with. */
export function isReal(area: CubeMember, level: string): boolean {
  return area.level === level && area.group !== true && area.pseudo !== true && area.compare !== true;
}
