import type { Text } from "../model/text.ts";
import { addsUp, isNumber } from "./additive.ts";
import type { ChoiceCode } from "./choices.ts";
import type { Facts } from "./facts.ts";

/** Makes sense; makes sense if something is said with it; makes none. */
export type VerdictKind = "good" | "possible" | "no";

/**
 * A reason against some choices, or something that must be said with them. The text says why, and what would do instead.
 */
export type Rule = {
  readonly reason: string;
  readonly verdict: Exclude<VerdictKind, "good">;
  readonly of: readonly ChoiceCode[];
  readonly when: (facts: Facts) => boolean;
  readonly text: Text;
};

/** Whether all figures are counts that add up. */
export const allAddUp = ({ measures }: Facts): boolean => measures.every(addsUp);

/** Whether all figures are numbers. */
export const allNumbers = ({ measures }: Facts): boolean => measures.every(isNumber);

/** Whether some indicator has one of these data types. */
export const hasType = ({ measures }: Facts, ...types: readonly string[]): boolean =>
  measures.some((each) => types.includes(each.dataType));

/** Number of different units; a unit is told by its Dutch name. */
export const unitsOf = ({ measures }: Facts): number => new Set(measures.map((each) => each.unit.nl.trim().toLowerCase())).size;

/** The areas that stand in a drawing. */
export const areasShown = ({ areas, compared }: Facts): number => areas + compared;

/** What the parts of a whole would be: members where there are any, else indicators where there are several, else areas. */
export function partsOf(facts: Facts): {
  readonly kind: "members" | "indicators" | "areas";
  readonly count: number;
  readonly wholes: number;
} {
  const { members, measures, areas, periods } = facts;
  const others = members.slice(0, -1).reduce((n, each) => n * each, 1);
  if (members.length > 0) return { kind: "members", count: members.at(-1) ?? 0, wholes: others * areasShown(facts) * periods };
  if (measures.length > 1) return { kind: "indicators", count: measures.length, wholes: areasShown(facts) * periods };
  return { kind: "areas", count: areas, wholes: periods };
}

/** Number of axes along which there is more than one thing. */
export function axesWithSeveral(facts: Facts): number {
  return [areasShown(facts), facts.periods, facts.measures.length, ...facts.members].filter((each) => each > 1).length;
}
