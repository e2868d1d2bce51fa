import type { LevelCard } from "@peil/core/api.ts";

/** A level, with the levels in whose areas its areas lie, where the site tells. */
export type NestedLevel = LevelCard & { readonly within?: readonly string[] };

/** Levels of another time have a year in their name: `gemeente2018`. */
const isOfNow = (level: LevelCard): boolean => !/\d{4}/.test(level.alias);

/** With fewer areas a level splits most areas in one or two, which shows nothing. */
const parts = 3;

/**
 * The level to look at within an area of a coarser one: the next finer level that lies in it and on which there are figures, of today's
 * division before older ones. Where nobody knows what lies in what, the finest of today's levels.
 * @param available levels with figures, coarse to fine
 */
export function levelBelow(from: string, available: readonly LevelCard[], nested: readonly NestedLevel[] | undefined): string | undefined {
  const own = available.find((each) => each.alias === from) ?? nested?.find((each) => each.alias === from);
  if (own === undefined) return undefined;
  const finer = available.filter((each) => each.count > own.count && each.alias !== from);
  const knows = nested?.some((each) => each.within !== undefined) === true;
  if (!knows) return finer.findLast(isOfNow)?.alias;
  const inside = finer.filter((each) => nested?.find((one) => one.alias === each.alias)?.within?.includes(from));
  const split = inside.filter((each) => each.count >= parts * own.count);
  return (split.find(isOfNow) ?? inside.find(isOfNow) ?? inside[0])?.alias;
}
