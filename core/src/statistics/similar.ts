import { mean, populationDeviation } from "./moments.ts";
import { fsum, round12 } from "./round.ts";

/** One thing in which areas can be alike: its weight (above 0) and one figure per area, undefined where there is none. */
export type Trait = {
  readonly weight: number;
  readonly figures: readonly (number | undefined)[];
  /** `log`: differences count as ratios (twice as many inhabitants is as far at any size); figures of 0 or less are none. */
  readonly scale?: Scale;
};

/** How differences of a figure count: as they are, or as ratios. */
export type Scale = "linear" | "log";

/** An area that is like another. */
export type Neighbour = {
  /** Position of the area. */
  readonly at: number;
  /** Root of the weighted mean of the squared differences, in standard deviations; 0 is equal. */
  readonly distance: number;
  /** Per trait what it adds to the squared distance; undefined for a trait that does not count. They sum to distance². */
  readonly parts: readonly (number | undefined)[];
};

/** The areas nearest to one, nearest first. */
export type Likeness = {
  readonly nearest: readonly Neighbour[];
  /** Positions of the traits that count: those of which the area itself has a figure. */
  readonly used: readonly number[];
  /** How many areas it was compared with, and how many were left out since they miss a figure that counts. */
  readonly among: number;
  readonly leftOut: number;
};

/** Standardised figures: per trait one z-score per area (NaN where there is none), with the mean and deviation that made them. */
export type Standard = {
  readonly weight: number;
  readonly z: readonly number[];
  readonly mean: number;
  readonly deviation: number;
};

/**
 * z = (x − m)/s per trait, m and s the mean and the standard deviation of the population of all areas with a figure. Where all
 * are equal every z is 0. The unit of a figure makes no difference.
 */
export function standardise(traits: readonly Trait[]): readonly Standard[] {
  return traits.map(({ weight, figures, scale }) => {
    const scaled = figures.map((each) => scaledOf(each, scale));
    const known = scaled.filter((each) => !Number.isNaN(each));
    const m = mean(known);
    const s = populationDeviation(known);
    // What is left of equal figures after rounding is no spread.
    const isFlat = !(s > 1e-12 * Math.max(1, Math.abs(m)) && s > 0);
    return { weight, mean: m, deviation: isFlat ? 0 : s, z: scaled.map((each) => (isFlat && !Number.isNaN(each) ? 0 : (each - m) / s)) };
  });
}

function scaledOf(figure: number | undefined, scale: Scale | undefined): number {
  if (figure === undefined || !Number.isFinite(figure)) return Number.NaN;
  if (scale !== "log") return figure;
  return figure > 0 ? Math.log(figure) : Number.NaN;
}

/**
 * The areas most like one: standardised Euclidean distance d = √(Σ w·(z_a − z_b)² / Σ w) over the traits of which the area itself
 * has a figure, weights brought to a sum of 1. Another area that misses one of those is left out: compared on less, it would look
 * nearer than it is. Where less than half of the weight remains there is no answer. Equal distances (in 12 digits) keep the order
 * of the areas.
 * @param count how many
 * @returns undefined where too little is known of the area
 */
export function similarTo(traits: readonly Standard[], area: number, count: number): Likeness | undefined {
  const used = traits.flatMap((each, at) => (Number.isNaN(each.z[area] ?? Number.NaN) ? [] : [at]));
  const weights = traits.map((each, at) => (used.includes(at) ? each.weight : 0));
  const weight = fsum(weights);
  if (!(weight > 0) || 2 * weight < fsum(traits.map((each) => each.weight))) return undefined;
  const areas = traits[0]?.z.length ?? 0;
  const found: Neighbour[] = [];
  for (let at = 0; at < areas; at++) {
    if (at === area) continue;
    const parts = traits.map((each, trait) => partOf(each, (weights[trait] ?? 0) / weight, area, at));
    if (used.every((trait) => !Number.isNaN(parts[trait] ?? Number.NaN))) found.push(neighbour(at, parts, used));
  }
  found.sort((a, b) => a.distance - b.distance || a.at - b.at);
  return { nearest: found.slice(0, count), used, among: found.length, leftOut: Math.max(0, areas - 1 - found.length) };
}

function partOf(trait: Standard, weight: number, one: number, other: number): number {
  return weight * ((trait.z[one] ?? Number.NaN) - (trait.z[other] ?? Number.NaN)) ** 2;
}

function neighbour(at: number, parts: readonly number[], used: readonly number[]): Neighbour {
  const distance = round12(Math.sqrt(fsum(used.map((trait) => parts[trait] ?? 0))));
  return { at, distance, parts: parts.map((each, trait) => (used.includes(trait) ? round12(each) : undefined)) };
}
