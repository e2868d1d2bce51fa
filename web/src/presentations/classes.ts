/** Classes of a map: `breaks` are the lower bounds of the second class and on; a figure on a break belongs above it. */
export type Classes = {
  readonly low: number;
  readonly high: number;
  readonly breaks: readonly number[];
  readonly counts: readonly number[];
};
