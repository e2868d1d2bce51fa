/** SQL of an integer that comes from the catalogue. Anything else is a bug, never a text of a user. */
export function int(value: number): string {
  if (!Number.isSafeInteger(value)) throw new Error(`not an integer: ${value}`);
  return String(value);
}

/** A list of integers between parentheses; an empty list matches nothing. */
export function ints(values: readonly number[]): string {
  return values.length === 0 ? "(NULL)" : `(${values.map(int).join(",")})`;
}

/** A number as a literal of type DOUBLE. */
export function number(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`not a number: ${value}`);
  return `${value}::DOUBLE`;
}

/** A text as an SQL literal. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
