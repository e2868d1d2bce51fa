/** One indicator on the profile. */
export type Mark = {
  readonly code: string;
  readonly name: string;
  /** In standard deviations from the benchmark. */
  readonly distance: number;
  /** The figure as it is written. */
  readonly figure: string;
  readonly word: "strength" | "attention" | "other";
};

/** The marks of one theme, with the sentence for those who do not see them. */
export type ProfileTheme = {
  readonly code: string;
  readonly name: string;
  readonly lang?: string | undefined;
  readonly label: string;
  readonly marks: readonly Mark[];
};

/** Where the scale ends; what lies farther stands at its end, with its figure. */
const end = 3.4;

/** From how many standard deviations on a figure is named as lying apart. */
const far = 1;

/** Whether a mark carries its name and figure: it is judged, or it lies far away. */
export function isOutlier({ word, distance }: Mark): boolean {
  return word !== "other" || Math.abs(distance) > far;
}

/** A distance as far as the scale goes. */
export function clipped(distance: number): number {
  return Math.min(end, Math.max(-end, distance));
}

/** The scale between two places. */
export function ruler(from: number, to: number): (distance: number) => number {
  return (distance) => Math.round(10 * (from + ((clipped(distance) + end) / (2 * end)) * (to - from))) / 10;
}

/** A triangle up for a strength, down for a point of attention, a dot for the others: told by shape, not only by colour. */
export function shapeAt(word: Mark["word"], x: number, y: number): string {
  if (word === "strength") return `M${x - 7} ${y + 5}l7 -12l7 12z`;
  if (word === "attention") return `M${x - 7} ${y - 5}l7 12l7 -12z`;
  return `M${x - 4.5} ${y}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z`;
}

/** A text in lines of at most so many letters, broken at spaces. */
export function wrapped(text: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
