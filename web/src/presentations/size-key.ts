/** Two or three round figures up to a largest, for a legend of sizes: the largest of 1, 2 and 5 × a power of ten, and less. */
export function readableSizes(largest: number): readonly number[] {
  if (!(largest > 0)) return [];
  const power = 10 ** Math.floor(Math.log10(largest));
  const top = ([5, 2, 1].find((each) => each * power <= largest) ?? 1) * power;
  return [top, top / 5, top / 20].map((each) => Number(each.toPrecision(3)));
}
