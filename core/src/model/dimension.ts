import type { Text } from "./text.ts";

/** A concept by which figures are split, such as age. */
export type Dimension = { readonly code: string; readonly name: Text };

/** A classification of a dimension, such as age by five years. Ids are shared by all levels of all dimensions. */
export type DimensionLevel = {
  readonly id: number;
  readonly code: string;
  readonly dimension: string;
  readonly name: Text;
};

/** A class of a dimension level. Its id is unique over all levels and never reused. */
export type Member = {
  readonly id: number;
  readonly level: number;
  readonly code: string;
  readonly name: Text;
  readonly sequence: number;
};

/** A finer member counts in a coarser one of the same dimension. */
export type MemberLink = { readonly child: number; readonly parent: number };
