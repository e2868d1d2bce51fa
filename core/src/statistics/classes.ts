import { mean, populationDeviation, quantile7 } from "./moments.ts";
import { naturalStarts } from "./natural-breaks.ts";
import { round12 } from "./round.ts";

/**
 * Where classes of figures meet, ascending, each once: the lower bounds of the second class and on. A figure on a break belongs
 * to the class above it. Fewer breaks than asked come back where figures repeat. All functions here want finite figures.
 */
export type Breaks = readonly number[];

/** The class of a figure, from 0. */
export function classOf(value: number, breaks: Breaks): number {
  let out = 0;
  while (out < breaks.length && value >= (breaks[out] as number)) out++;
  return out;
}

/** How many figures each class holds. */
export function classCounts(values: readonly number[], breaks: Breaks): number[] {
  const out = new Array<number>(breaks.length + 1).fill(0);
  for (const value of values) {
    const at = classOf(value, breaks);
    out[at] = (out[at] ?? 0) + 1;
  }
  return out;
}

/** Classes of equal width between the smallest and the largest figure. */
export function equalIntervals(values: readonly number[], count: number): Breaks {
  const sorted = ascending(values);
  const low = sorted[0] ?? 0;
  const high = sorted.at(-1) ?? 0;
  return tidy(
    inner(count, (part) => low + (high - low) * part),
    sorted,
  );
}

/** Classes of equally many figures: breaks at the quantiles of type 7. */
export function quantileClasses(values: readonly number[], count: number): Breaks {
  const sorted = ascending(values);
  return tidy(
    inner(count, (part) => quantile7(sorted, part)),
    sorted,
  );
}

/**
 * Natural breaks (Jenks 1967): the classes within which the squared differences from the class mean are smallest in sum, found
 * exactly (Wang and Song 2011). Each break is the smallest figure of the class above it.
 */
export function naturalBreaks(values: readonly number[], count: number): Breaks {
  const sorted = ascending(values);
  return tidy(
    naturalStarts(sorted, count).map((start) => sorted[start] as number),
    sorted,
  );
}

/**
 * The five classes of older maps: below m − s, three of equal width up to m + s, and above, where m is the mean and s the
 * standard deviation of the population; breaks rounded to readable numbers. No breaks where all figures are equal.
 */
export function deviationClasses(values: readonly number[]): Breaks {
  const s = populationDeviation(values);
  if (!(s > 0)) return [];
  const m = mean(values);
  return readable([m - s, m - s / 3, m + s / 3, m + s]);
}

/**
 * Breaks rounded to readable numbers: to the largest step 1, 2 or 5 × a power of ten that is at most a fifth of the smallest
 * distance between two breaks (of a single break: of its size). So no break moves by more than a tenth of a class.
 */
export function readable(breaks: Breaks): Breaks {
  const gaps = breaks.slice(1).map((each, at) => each - (breaks[at] as number));
  const width = gaps.length > 0 ? Math.min(...gaps) : Math.abs(breaks[0] ?? 0);
  if (!(width > 0)) return [...breaks];
  const step = stepBelow(width / 5);
  return [...new Set(breaks.map((each) => round12(Math.round(each / step) * step)))];
}

/** The largest of 1, 2 and 5 × a power of ten that is not above a size. */
function stepBelow(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const factor = [5, 2, 1].find((each) => each * power <= size) ?? 1;
  return factor * power;
}

function ascending(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b);
}

/** Values at 1/count, 2/count … of the way. */
function inner(count: number, at: (part: number) => number): number[] {
  return Array.from({ length: Math.max(0, count - 1) }, (_, i) => round12(at((i + 1) / count)));
}

/** Breaks that leave figures on both sides, each once. */
function tidy(breaks: readonly number[], sorted: readonly number[]): Breaks {
  const low = sorted[0] ?? 0;
  const high = sorted.at(-1) ?? 0;
  return [...new Set(breaks)].filter((each) => each > low && each <= high).sort((a, b) => a - b);
}
