/** One measured number. A budget with `ratio` gates: it compares two things measured here; others are only reported. */
export type Result = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly budget?: { readonly min?: number; readonly max?: number; readonly ratio: boolean };
};

/** A measurement by name; `run` brings what it needs and leaves nothing behind. */
export type Bench = { readonly name: string; run(): Promise<readonly Result[]> };

/** Whether a result keeps its budget; one without a budget does. */
export function keepsBudget(result: Result): boolean {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = result.budget ?? {};
  return result.value >= min && result.value <= max;
}
