/**
 * Columns for so many rows, all zero, to be filled.
 * @param axes columns of members
 */
export function blankRows(length: number, axes = 0) {
  return {
    length,
    area: new Int32Array(length),
    period: new Int32Array(length),
    members: Array.from({ length: axes }, () => new Int32Array(length)),
    value: new Float64Array(length),
    status: new Uint8Array(length),
  };
}
