/**
 * What is computed from the figures of an answer before it leaves (semantics, section 8). `base` is a period code, `first` (the
 * first period of the answer) or `previous` (the period before each).
 */
export type Transformation =
  | SinceBase
  | Share
  | Per
  | { readonly kind: "rank" }
  | { readonly kind: "z-score" }
  | Against
  | MovingAverage
  | PeriodTotal;

/** Held against a base period. */
export type SinceBase = { readonly kind: "change" | "growth" | "index"; readonly base: string };

/** Of a total: of the areas shown (column), of the members shown (row), of both, or of the area of a level in which it lies. */
export type Share = { readonly kind: "share"; readonly of: "row" | "column" | "table" | "parent"; readonly level?: string };

/** Per so many of another indicator. */
export type Per = { readonly kind: "per"; readonly indicator: string; readonly factor: number };

/** Held against the comparison areas. */
export type Against = { readonly kind: "difference" | "ratio" };

/** Averaged over consecutive periods. */
export type MovingAverage = { readonly kind: "moving-average"; readonly periods: number };

/** Added up over the period and those before it; flows only. */
export type PeriodTotal = { readonly kind: "total"; readonly periods: number };
