/** Ways to colour classes, safe for colour-blind eyes. The colours themselves are tokens of the house style: `--scheme-<code>-<step>`. */
export const schemes = ["house", "blue", "orange", "violet", "grey", "orange-violet", "brown-teal", "red-blue"] as const;
/** One of `schemes`. */
export type SchemeCode = (typeof schemes)[number];

/** Steps of a scheme; its middle one is neutral where it diverges. */
export const stepCount = 9;
const middle = (stepCount - 1) / 2;

/** Whether a scheme has two hues, that part in the middle. */
export function isDiverging(scheme: SchemeCode): boolean {
  return ["orange-violet", "brown-teal", "red-blue"].includes(scheme);
}

/** Steps of one side of a diverging scheme, outermost first: the fewer there are, the farther apart. */
function sideSteps(count: number): readonly number[] {
  if (count === 1) return [1];
  return Array.from({ length: count }, (_, i) => Math.round((i * (middle - 1)) / (count - 1)));
}

function evenSteps(count: number): readonly number[] {
  if (count <= 1) return [middle];
  if (count === 2) return [2, 6];
  return Array.from({ length: count }, (_, i) => Math.round((i * (stepCount - 1)) / (count - 1)));
}

/**
 * Which step of a scheme each class has.
 * @param below number of classes below the figure around which they lie; absent: as many on each side
 */
export function stepsOf(scheme: SchemeCode, count: number, below?: number): readonly number[] {
  if (!isDiverging(scheme)) return evenSteps(count);
  if (below === undefined && count % 2 === 1) return evenSteps(count);
  const left = below ?? count / 2;
  const sides = Math.min(Math.max(left, count - left), middle);
  const steps = sideSteps(sides);
  const at = (fromMiddle: number): number => steps[Math.max(0, sides - fromMiddle)] ?? 0;
  return Array.from({ length: count }, (_, i) => (i < left ? at(left - i) : stepCount - 1 - at(i - left + 1)));
}
