import type { AreaCard, IndicatorCard, LevelCard, ProfileCell, Rank, ThemeCard } from "./api.ts";
import type { DataType, Rating } from "./model/indicator.ts";
import type { Text } from "./model/text.ts";
import type { Judgement, Movement } from "./statistics/judgement.ts";

/**
 * Beside whom an area stands: an area, the areas most like it, a group that the site keeps, or one of the reader's own. `none`: nobody,
 * asked so or because the area is the site's own benchmark; then the figures are judged among the areas of the level only.
 */
export type Benchmark = {
  readonly kind: "area" | "similar" | "saved" | "own" | "none";
  /** As in the address: `gewest:2000`, `similar:grootte`, `@kust`, `Kust:gemeente:31005,35013`, `none`. */
  readonly ref: string;
  readonly name: Text;
  /** The name as it stands in a sentence, where the site gives one. */
  readonly article?: Text;
  /** The area, for the kind *area*; the areas that are taken together, for the others. */
  readonly areas: readonly AreaCard[];
};

/** Why a figure is judged as it is, or is not: everything that the sentence behind the word needs. */
export type GlanceVerdict =
  | {
      readonly by: "z-score";
      /** Distance to the mean of all real areas of the level in standard deviations, and from where on it counts. */
      readonly z: number;
      readonly threshold: number;
      readonly among: number;
      /** The mean of these areas (weighted for relative figures) and their standard deviation. */
      readonly mean: number;
      readonly deviation: number;
      readonly weighted: boolean;
    }
  | { readonly by: "survey-test"; readonly word: "higher" | "lower" | "no-clear-difference"; readonly difference: number };

/** Why a figure moved as is said: its change beside the changes of the others, or the test between two waves. */
export type MovementReason =
  | {
      readonly by: "changes";
      /** In percent for counts, else in the unit of the figure. */
      readonly change: number;
      readonly threshold: number;
      readonly among: number;
    }
  | { readonly by: "survey-test"; readonly word: "higher" | "lower" | "no-clear-difference" };

/** One core indicator of an area at a glance. */
export type GlanceRow = {
  readonly indicator: IndicatorCard;
  readonly rating: Rating;
  readonly decimals: number;
  readonly dataType: DataType;
  /** Empty where the area's level has no figures of it. */
  readonly period: string;
  readonly provisional?: true;
  readonly cell: ProfileCell;
  /** For survey figures: the interval of the area's own figure. */
  readonly interval?: { readonly lower: number; readonly upper: number; readonly level: number; readonly respondents?: number };
  readonly benchmark: ProfileCell;
  /** Where the benchmark's own figure cannot be made: why. */
  readonly noBenchmark?: Text;
  /** Distance to the benchmark in standard deviations of the real areas of the level; for the wheel. Absent where none can be said. */
  readonly distance?: number;
  readonly verdict?: GlanceVerdict;
  readonly judgement?: Judgement;
  /** Spread of all real areas of the level whose figure may be seen. */
  readonly spread?: { readonly low: number; readonly q1: number; readonly median: number; readonly q3: number; readonly high: number };
  readonly rank?: Rank;
  /** The earlier period or wave with which it is compared, and whether it really moved. Of a wave with another question nothing is said. */
  readonly earlier?: { readonly period: string; readonly cell: ProfileCell; readonly otherQuestion?: true };
  readonly movement?: Movement;
  readonly moved?: MovementReason;
  /** Whether the movement is to the good, by the rating. */
  readonly direction?: "better" | "worse";
  /** The area's own series, oldest first; NaN where there is no figure; `apart` where another question was asked than before. */
  readonly trend: readonly { readonly period: string; readonly value: number; readonly apart?: true }[];
};

/** The core set of one theme. */
export type GlanceTheme = { readonly theme: ThemeCard; readonly rows: readonly GlanceRow[] };

/** An area at a glance: per theme its core set beside one benchmark, now and since an earlier period. */
export type GlanceView = {
  readonly area: AreaCard;
  readonly level: LevelCard;
  readonly benchmark: Benchmark;
  /** The theme that was asked for; absent: all of them. */
  readonly theme?: ThemeCard;
  /** Years back with which is compared. */
  readonly since: number;
  readonly themes: readonly GlanceTheme[];
  readonly choices: {
    readonly benchmarks: readonly Benchmark[];
    readonly areas: readonly AreaCard[];
    readonly themes: readonly ThemeCard[];
    readonly since: readonly number[];
  };
};
