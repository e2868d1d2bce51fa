/**
 * What stands in a cell. Stored as one byte beside the value; only `value` carries a figure
 * (with `incomplete` the value holds the number of areas that are missing).
 */
export const status = {
  /** A number; zero is a measured zero. */
  value: 0,
  /** No record, or loaded as -99996. Skipped in sums. */
  empty: 1,
  /** Hidden by the supplier (-99997). Poisons sums and formulas. */
  hidden: 2,
  /** Not applicable (-99998). Skipped in sums. */
  notApplicable: 3,
  /** Missing without right (-99999). Poisons sums and formulas. */
  unknown: 4,
  /** A sum whose parts are not all there; poisons like `unknown`. */
  incomplete: 5,
  /** Cannot be computed here: not additive, or no table between the divisions. Poisons. */
  notAvailable: 6,
  /** A figure that disclosure control keeps back. The only status for it in every way out. */
  private: 7,
} as const;

/** One of the bytes of `status`. */
export type Status = (typeof status)[keyof typeof status];

/** Names of the statuses as machine formats write them. */
export const statusNames: Readonly<Record<Status, string>> = {
  0: "value",
  1: "empty",
  2: "hidden",
  3: "not-applicable",
  4: "unknown",
  5: "incomplete",
  6: "not-available",
  7: "private",
};

/** The sign that stands in a table instead of a figure (semantics, section 3). */
export const signs: Readonly<Record<Status, string>> = {
  0: "",
  1: "-",
  2: "x",
  3: "nvt",
  4: "?",
  5: "?",
  6: "n.b.",
  7: "x",
};

const special = new Map<number, Status>([
  [-99996, status.empty],
  [-99997, status.hidden],
  [-99998, status.notApplicable],
  [-99999, status.unknown],
]);

/** The state that a number in a data file stands for, or `status.value` for an ordinary figure. */
export function statusOfLoaded(value: number): Status {
  return special.get(value) ?? status.value;
}

/**
 * Of two states that both spoil a result, the one that shows: where hidden and unknown meet, hidden
 * (say less). Order: private, hidden, unknown, incomplete, not available.
 */
export const poisonOrder: readonly Status[] = [status.private, status.hidden, status.notAvailable, status.unknown, status.incomplete];
