import type { DisclosureRule } from "./disclosure.ts";
import type { Survey } from "./survey.ts";
import type { Text } from "./text.ts";

/** How the figures of an indicator behave (semantics, section 2). */
export type DataType = "count" | "percentage" | "ratio" | "mean" | "label" | "text" | "other";
/** What a figure says about time; decides how months become a year. */
export type PeriodType = "stock" | "mean-stock" | "flow" | "growth" | "independent";
/** Whether a high figure is good. Never guessed. */
export type Rating = "higher" | "lower" | "neutral" | "unknown";
/** Where the figures come from: a register, a survey, a computation on maps. */
export type Kind = "register" | "survey" | "gis";
/** Plain figures per area and period, figures split by members, or figures between two areas. */
export type Shape = "flat" | "cube" | "flow";

/** What a figure between two areas means: A → B counts one way, A → B = −(B → A), or A ↔ B counts both ways alike. */
export type FlowKind = "directed" | "balance" | "symmetric";

/** One measured thing with one unit, identified for ever by its code. */
export type Indicator = {
  readonly id: number;
  /** Letters, digits and `_`, at most 50; unique regardless of letter case; never renamed, never reused. */
  readonly code: string;
  readonly shape: Shape;
  readonly name: Text;
  readonly unit: Text;
  readonly description?: Text;
  readonly more?: Text;
  readonly footnote?: Text;
  readonly keywords?: Text;
  /** Code of the source. */
  readonly source?: string;
  readonly kind: Kind;
  readonly dataType: DataType;
  readonly periodType: PeriodType;
  readonly rating: Rating;
  /** For a ratio: per how many (1 000, 100 …). */
  readonly factor?: number;
  /** Code of the indicator by which percentages, ratios and means are weighted on a coarser level. */
  readonly weight?: string;
  /** Codes of the companions that later computations need. */
  readonly allocation?: string;
  readonly sample?: string;
  readonly base?: string;
  readonly deviation?: string;
  /** An indicator with a formula is derived: it holds no loaded figures. */
  readonly formula?: string;
  readonly aggregatesAreas: boolean;
  readonly aggregatesPeriods: boolean;
  /** An area without a record counts as measured zero when completeness is judged; a cube says the same of absent combinations. */
  readonly absent: "empty" | "zero";
  /** Where some children are missing, show the sum of the others and say so. */
  readonly partialSums?: boolean;
  readonly threshold?: number;
  readonly thresholdIndicator?: string;
  /** Marked for disclosure control: no hidden cell of it may be recomputed from what is published. */
  readonly protected?: boolean;
  /** What is hidden, beyond `threshold` and `thresholdIndicator`; see `ruleOf` in `disclosure/rule.ts`. */
  readonly disclosure?: DisclosureRule;
  /** In a release: its figures are made at publish although it has a formula (disclosure control asks it). */
  readonly atPublish?: boolean;
  /** For survey figures: how uncertain they are. */
  readonly survey?: Survey;
  /** For shape `flow`. */
  readonly flow?: FlowKind;
  /** Decimals on the screen and in documents. */
  readonly decimals?: number;
  /** A step (5, 10 …) to which figures are rounded everywhere, after aggregation. */
  readonly step?: number;
  /** Forecasts start at this period code. */
  readonly forecastFrom?: string;
  /** Codes of periods whose figures are provisional. */
  readonly provisional?: readonly string[];
  /** The figures are the owner's estimate, not a count. */
  readonly estimated?: boolean;
  readonly startPeriod?: string;
  readonly endPeriod?: string;
  readonly interpolation?: "none" | "hold" | "linear";
  readonly extrapolation?: "none" | "hold" | "linear";
  readonly visible: boolean;
  readonly searchable: boolean;
  readonly sequence: number;
  readonly free?: readonly [string?, string?, string?];
  /** For a cube: the codes of the dimension levels on which its cells are loaded, in column order. */
  readonly dimensionLevels?: readonly string[];
};

/** Who made the figures. */
export type Source = {
  readonly code: string;
  readonly name: Text;
  readonly publisher?: string;
  readonly url?: string;
  /** Name of the licence; absent where the publisher states none. */
  readonly licence?: string;
  readonly licenceUrl?: string;
  readonly citation?: Text;
  readonly footnote?: Text;
  /** What moment the figures speak of, and when they were taken. */
  readonly referenceDate?: Text;
};
