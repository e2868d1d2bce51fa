import { blank, fail } from "../errors.ts";
import { type Breaks, classCounts, deviationClasses, equalIntervals, naturalBreaks, quantileClasses, readable } from "./classes.ts";
import { round12 } from "./round.ts";
import { momentsOf, zBreaks } from "./z-score.ts";

/** The ways to divide figures in classes, in the order in which they are offered. */
export const classMethods = ["quantile", "equal", "natural", "incumbent", "diverging", "z-score", "own"] as const;
/** One of `classMethods`. */
export type ClassMethod = (typeof classMethods)[number];

/** What a method needs beside the figures; each uses what it knows. */
export type ClassWishes = {
  /** Number of classes for `quantile`, `equal`, `natural` and `diverging`; default 5, for `diverging` rounded up to an even number. */
  readonly count?: number;
  /** Breaks for `own`, in any order. */
  readonly breaks?: readonly number[];
  /** The figure around which `diverging` classes lie. */
  readonly benchmark?: number;
  /** Weights for `z-score`, as many as there are figures; none: unweighted. */
  readonly weights?: readonly number[];
};

/** Classes of figures: breaks are the lower bounds of the second class and on; counts hold one number more. */
export type Classification = { readonly method: ClassMethod; readonly breaks: Breaks; readonly counts: readonly number[] };

/** Classes that a picture can tell apart. */
const mostClasses = 12;

/**
 * Divides figures in classes by a named method. Own and diverging breaks, and those by z-scores, stay where they are put, also where
 * a class is then empty; the others leave figures on both sides of each break. A figure on a break belongs to the class above it.
 * @param values finite figures
 * @throws `transformation-unfit` where a method misses what it needs
 */
export function classify(method: ClassMethod, values: readonly number[], wishes: ClassWishes = {}): Classification {
  const count = Math.max(1, Math.min(wishes.count ?? 5, mostClasses));
  const breaks = breaksBy(method, values, count, wishes);
  return { method, breaks, counts: classCounts(values, breaks) };
}

function breaksBy(method: ClassMethod, values: readonly number[], count: number, wishes: ClassWishes): Breaks {
  switch (method) {
    case "quantile":
      return quantileClasses(values, count);
    case "equal":
      return equalIntervals(values, count);
    case "natural":
      return naturalBreaks(values, count);
    case "incumbent":
      return deviationClasses(values);
    case "diverging":
      return divergingClasses(values, wishes.benchmark ?? missing(method), count);
    case "z-score":
      return zScoreClasses(values, wishes.weights);
    case "own":
      return ownBreaks(wishes.breaks ?? missing(method));
  }
}

function missing(method: ClassMethod): never {
  const expected =
    method === "own"
      ? { nl: "Geef de klassengrenzen.", en: "Give the breaks." }
      : { nl: "Geef het cijfer waarrond de klassen liggen.", en: "Give the figure around which the classes lie." };
  return fail("transformation-unfit", { what: method, ...blank("mend", expected) });
}

/** The breaks that somebody chose: ascending, each once; what is not finite is left out. */
export function ownBreaks(breaks: readonly number[]): Breaks {
  return [...new Set(breaks.filter(Number.isFinite).map(round12))].sort((a, b) => a - b).slice(0, mostClasses - 1);
}

/**
 * As many classes below a benchmark as above it, all of one width, so that the same distance has the same depth of colour on both
 * sides; the outermost reach to the figure that lies farthest off. Only the benchmark where no figure differs from it.
 * @param count rounded up to an even number
 */
export function divergingClasses(values: readonly number[], benchmark: number, count: number): Breaks {
  const sides = Math.ceil(count / 2);
  const farthest = values.reduce((most, value) => Math.max(most, Math.abs(value - benchmark)), 0);
  if (!(farthest > 0)) return [benchmark];
  const width = readableBelow(farthest / sides);
  return [...new Set(Array.from({ length: 2 * sides - 1 }, (_, i) => round12(benchmark + (i + 1 - sides) * width)))];
}

/** A width rounded to a readable number, by at most a tenth of it. */
function readableBelow(width: number): number {
  return readable([width])[0] ?? width;
}

/** Breaks where the words for z-scores change: m − 1.5s, m − 0.5s, m + 0.5s, m + 1.5s. None where all figures are equal. */
export function zScoreClasses(values: readonly number[], weights?: readonly number[]): Breaks {
  const moments = momentsOf(values, weights);
  return moments === undefined ? [] : [...new Set(zBreaks.map((z) => round12(moments.mean + z * moments.deviation)))];
}
