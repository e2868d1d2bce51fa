/**
 * A figure rounded to 12 significant digits, so that the same question gives the same bytes whatever the order in which
 * it was added up. What is not finite comes back as it is; −0 becomes 0.
 */
export function round12(value: number): number {
  if (!Number.isFinite(value)) return value;
  if (Number.isInteger(value) && Math.abs(value) < 1e12) return value + 0;
  return Number(value.toPrecision(12));
}

/**
 * The sum of figures, compensated for what each addition loses (Neumaier 1974): exact to about one unit in the last place
 * for any order, also where large figures cancel. 0 for no figures. An infinite or NaN figure gives what plain addition gives.
 */
export function fsum(values: Iterable<number>): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return Number.isFinite(sum) ? sum + lost : sum;
}
