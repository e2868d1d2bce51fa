import type { Text } from "./text.ts";

/** What the areas of a level are: surfaces, points, lines, or groups of areas of another level. */
export type LevelType = "area" | "point" | "line" | "cluster";

/**
 * A division: one immutable partition (or selection) of the territory, such as `gemeente@2025`.
 * Users know it by its `alias` (`gemeente`, `gemeente2024`); the next reform gives the alias `gemeente`
 * to a new division and no stored row changes.
 */
export type Level = {
  readonly id: number;
  /** Identity, for ever: base and year, or the bare base for a level that has one division. */
  readonly division: string;
  /** The code in files, addresses and on the screen. Unique regardless of letter case. */
  readonly alias: string;
  /** The kind of area, shared by the vintages of one level: `gemeente`. */
  readonly base: string;
  readonly name: Text;
  readonly plural: Text;
  readonly type: LevelType;
  /** Whether its areas together cover the territory; only such levels feed a parent. */
  readonly covers: boolean;
  /** The fixed order of levels, coarse to fine: decides ties and the order in lists. */
  readonly sequence: number;
  /** First and last year for which the division holds; absent where open. */
  readonly validFrom?: number;
  readonly validTo?: number;
  /** Whether its borders are invented, to try the product with: every map of it and every file with its borders says so. */
  readonly synthetic?: boolean;
};

/** Whether the areas of a level are objects on the map, which lie in areas by their position and cover nothing. */
export function holdsObjects(level: Pick<Level, "type">): boolean {
  return level.type === "point" || level.type === "line";
}

/** An area. Its identity is (division, code); a code alone proves nothing. */
export type Area = {
  readonly id: number;
  readonly level: number;
  readonly code: string;
  readonly name: Text;
  readonly sequence: number;
  /** A pseudo-area (cases whose place is unknown): counts in totals, on no map, in no ranking. */
  readonly pseudo: boolean;
  /** Words that tell this area from its namesakes, such as the grammatical *het Vlaams Gewest*. */
  readonly article?: Text;
};

/** One row of an aggregation table: the child belongs to the parent, for `weight` of it (undefined: not usable). */
export type AreaLink = {
  readonly child: number;
  readonly parent: number;
  readonly weight: number | undefined;
};

/** All rows between two levels. */
export type AggregationTable = {
  readonly childLevel: number;
  readonly parentLevel: number;
  readonly links: readonly AreaLink[];
};
