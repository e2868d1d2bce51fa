import type { AreaCard, IndicatorCard, LevelCard, ProfileCell, Rank, ThemeCard } from "./api.ts";
import type { DataType, Rating } from "./model/indicator.ts";
import type { Judgement, Movement } from "./statistics/judgement.ts";

/** How a figure stands beside another: by the rating where there is one, else only higher or lower; of survey figures by the test. */
export type BesideWord = "better" | "worse" | "higher" | "lower" | "equal" | "unclear";

/** The figure of one benchmark beside the area's own. */
export type ExploreBeside = {
  readonly cell: ProfileCell;
  /** Absent where nothing can be said: one of the two is missing, or a count beside the sum of a larger area. */
  readonly word?: BesideWord;
  /** Own figure minus the benchmark's, in standard deviations of the real areas. */
  readonly distance?: number;
};

/** How the figures of the real areas of a level in one region spread; hidden and missing ones are counted and never placed. */
export type ExploreSpread = {
  readonly low: number;
  readonly high: number;
  readonly shown: number;
  readonly hidden: number;
  readonly missing: number;
  /** Places of the figures between low (0) and high (100), each once, in order. */
  readonly ticks: readonly number[];
};

/** One indicator in the list of an area. */
export type ExploreRow = {
  readonly indicator: IndicatorCard;
  readonly dataType: DataType;
  readonly rating: Rating;
  readonly decimals: number;
  /** Codes of the themes in which it stands, and of those above them. */
  readonly themes: readonly string[];
  readonly period: string;
  readonly cell: ProfileCell;
  readonly rank?: Rank;
  readonly spread?: ExploreSpread;
  /** In the order of the benchmarks. */
  readonly beside: readonly ExploreBeside[];
  /** Beside the first benchmark. */
  readonly judgement?: Judgement;
  /** Distance to the mean of the real areas in standard deviations, for figures of registers. */
  readonly z?: number;
  /** The earlier figure with which it is compared. */
  readonly earlier?: { readonly period: string; readonly cell: ProfileCell; readonly otherQuestion?: true };
  readonly movement?: Movement;
};

/** All indicators of an area beside one or two benchmarks. */
export type ExploreView = {
  readonly area: AreaCard;
  readonly level: LevelCard;
  /** The first decides on the words; none where nothing can be held against it. */
  readonly benchmarks: readonly AreaCard[];
  /** At least so many years back lies the figure with which is compared. */
  readonly since: number;
  /** What stands there where nobody chooses. */
  readonly usual: { readonly compare: string; readonly since: number };
  /** Themes at the root in order, each with the indicators in it, in the order of the tree. */
  readonly themes: readonly { readonly theme: ThemeCard; readonly indicators: readonly string[] }[];
  readonly rows: readonly ExploreRow[];
  readonly choices: { readonly compare: readonly AreaCard[]; readonly since: readonly number[] };
};
