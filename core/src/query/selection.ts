/** An area named by its level's alias and its code: `gemeente:44021` in addresses. */
export type AreaRef = { readonly level: string; readonly code: string };

/** A member named by its dimension level and code: `leeftijd5_0-4` in addresses, as in formulas. */
export type MemberRef = { readonly level: string; readonly code: string };

/** Which areas of the level. */
export type AreaChoice =
  | { readonly kind: "all" }
  | { readonly kind: "list"; readonly codes: readonly string[] }
  | { readonly kind: "within"; readonly parent: AreaRef };

/** Which periods. Without a period level, the coarsest level that the indicator has. */
export type PeriodChoice =
  | { readonly kind: "recent" }
  | { readonly kind: "last"; readonly count: number; readonly level?: string }
  | { readonly kind: "all"; readonly level?: string }
  | { readonly kind: "list"; readonly codes: readonly string[] };

/**
 * One question: indicators × areas × periods × members, beside comparison areas.
 * Pages, downloads, the API and reports all ask with this and get the same cube.
 */
export type Selection = {
  readonly indicators: readonly string[];
  /** Alias of the area level. */
  readonly level: string;
  readonly areas: AreaChoice;
  /** Areas of any level that stand beside the others. */
  readonly compare: readonly AreaRef[];
  readonly periods: PeriodChoice;
  /** For cubes: dimension levels whose members become axes, in order. Dimensions that are not named are totalled. */
  readonly by: readonly string[];
  /** For cubes: members that limit an axis, or over which an unnamed dimension is totalled. */
  readonly members: readonly MemberRef[];
  /** Whether pseudo-areas are listed among `all`. */
  readonly pseudo: boolean;
  /** A named release; absent: the current one. */
  readonly release?: string;
};
