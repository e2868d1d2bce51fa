import type { Transformation } from "../model/transformation.ts";

export type { Transformation };

/** An area named by its level's alias and its code: `gemeente:44021` in addresses. */
export type AreaRef = { readonly level: string; readonly code: string };

/** A member named by its dimension level and code: `leeftijd5_0-4` in addresses, as in formulas. */
export type MemberRef = { readonly level: string; readonly code: string };

/** Which areas of the level. */
export type AreaChoice =
  | { readonly kind: "all" }
  | { readonly kind: "list"; readonly codes: readonly string[] }
  | { readonly kind: "within"; readonly parent: AreaRef }
  /** Areas that share a border with it, itself first. */
  | { readonly kind: "neighbours"; readonly of: AreaRef }
  /** Areas that lie in the same area of another level (a cluster, a region) as it does, itself first. */
  | { readonly kind: "alike"; readonly level: string; readonly of: AreaRef };

/** What is shown of a group: the group as one, its parts, or both. */
export type GroupShow = "total" | "separate" | "both";

/** Areas of one or more levels taken together: under a name of the reader's own, or as the site keeps them under a code (`Site.groups`). */
export type AreaGroup =
  | { readonly name: string; readonly areas: readonly AreaRef[]; readonly show: GroupShow }
  | { readonly saved: string; readonly show: GroupShow };

/** Members of one classification taken together under a name. `total`: it stands in their place; `both`: beside them. */
export type MemberGroup = { readonly name: string; readonly members: readonly MemberRef[]; readonly show: "total" | "both" };

/**
 * What is asked of a flow: figures from the chosen areas (`out`), to them (`in`), `net` (in − out) or `gross` (in + out); without a
 * partner level the total over all other areas. `top` keeps the partners with the largest figures of each area.
 */
export type FlowQuestion = {
  readonly side: "out" | "in" | "net" | "gross";
  readonly partner?: { readonly level: string; readonly areas: readonly string[] | undefined };
  readonly top?: number;
  /** Whether flows within the area itself count; default no. */
  readonly within?: boolean;
};

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
  /** Own groups beside the areas. */
  readonly groups?: readonly AreaGroup[];
  /** For cubes: members taken together, on an axis of `by`. */
  readonly memberGroups?: readonly MemberGroup[];
  /** Applied in order. */
  readonly transformations?: readonly Transformation[];
  /** For survey figures: the intervals that are asked. Default: Wilson at 95 %. */
  readonly interval?: { readonly level: 90 | 95 | 99; readonly method: "wilson" | "normal" };
  /** For flows. */
  readonly flow?: FlowQuestion;
  /** A named release; absent: the current one. */
  readonly release?: string;
};
