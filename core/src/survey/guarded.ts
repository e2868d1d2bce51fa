import type { Catalogue } from "../model/catalogue.ts";
import type { Indicator } from "../model/indicator.ts";
import { expressionOf, leavesOf } from "../query/coverage.ts";
import { leavesOfPlan } from "../query/evaluate-plan.ts";
import type { Plan } from "../query/plan.ts";
import { companionsOf, isSurvey } from "./companions.ts";

/** A survey whose minimum holds for a figure: which respondents, read in which period for which shown one. */
export type Guarded = {
  readonly survey: Indicator;
  readonly sample: string;
  /** Shown period → period of the respondents (ids); absent: each period its own. */
  readonly periods?: ReadonlyMap<number, number>;
};

const known = new WeakMap<Catalogue, ReadonlyMap<number, readonly Indicator[]>>();

/** By id of a stored indicator the surveys that it gives away: itself, or those of which it is the numerator. */
function surveysBehind(catalogue: Catalogue): ReadonlyMap<number, readonly Indicator[]> {
  const found = known.get(catalogue);
  if (found) return found;
  const out = new Map<number, Indicator[]>();
  const add = (id: number | undefined, survey: Indicator): void => {
    if (id !== undefined) out.set(id, [...(out.get(id) ?? []), survey]);
  };
  for (const each of catalogue.indicators.filter(isSurvey)) {
    const { sample, numerator } = companionsOf(catalogue, each);
    if (sample === undefined) continue;
    add(each.id, each);
    if (numerator !== undefined) add(catalogue.indicator(numerator)?.id, each);
  }
  known.set(catalogue, out);
  return out;
}

const touching = new WeakMap<Catalogue, Map<number, boolean>>();

/** Whether the figures of an indicator are survey figures, or made of them. */
export function touchesSurvey(catalogue: Catalogue, indicator: Indicator): boolean {
  const kept = touching.get(catalogue) ?? new Map<number, boolean>();
  touching.set(catalogue, kept);
  const found = kept.get(indicator.id);
  if (found !== undefined) return found;
  const expression = expressionOf(indicator);
  const leaves = (expression === undefined ? [] : leavesOf(expression)).flatMap((code) => catalogue.indicator(code) ?? []);
  const made = isSurvey(indicator) || surveysBehind(catalogue).has(indicator.id) || leaves.some((each) => touchesSurvey(catalogue, each));
  kept.set(indicator.id, made);
  return made;
}

/**
 * The surveys whose minimum holds for the figures of an indicator: its own, and those of the survey figures and weighted numerators
 * that its plan reads, in the periods in which it reads them.
 */
export function guardedBy(catalogue: Catalogue, indicator: Indicator, plans: readonly Plan[]): readonly Guarded[] {
  const surveys = surveysBehind(catalogue);
  const own = (surveys.get(indicator.id) ?? []).flatMap((survey) => withSample(catalogue, survey));
  const used = plans.flatMap(leavesOfPlan).flatMap((leaf) => {
    const id = leaf.node === "scan" ? leaf.indicator : leaf.cube;
    const periods = new Map(leaf.periods.map((pair) => [pair.show, pair.read]));
    return storedBehind(catalogue, id)
      .flatMap((each) => surveys.get(each) ?? [])
      .flatMap((survey) => withSample(catalogue, survey).map((each) => ({ ...each, periods })));
  });
  const unique = new Map(
    [...own, ...used].map((each) => [`${each.survey.id}/${each.periods ? [...each.periods].join(";") : "own"}`, each]),
  );
  return [...unique.values()].filter(
    (each) => each.periods === undefined || !isOwnPeriod(each.periods) || !own.some(({ survey }) => survey === each.survey),
  );
}

function isOwnPeriod(periods: ReadonlyMap<number, number>): boolean {
  return [...periods].every(([show, read]) => show === read);
}

function withSample(catalogue: Catalogue, survey: Indicator): readonly Guarded[] {
  const { sample } = companionsOf(catalogue, survey);
  return sample === undefined ? [] : [{ survey, sample }];
}

/** A stored indicator, and where a formula was computed at publish also the indicators that it was computed from. */
function storedBehind(catalogue: Catalogue, id: number): readonly number[] {
  const indicator = catalogue.indicatorById(id);
  const expression = indicator?.atPublish === true ? expressionOf(indicator) : undefined;
  if (expression === undefined) return [id];
  const leaves = leavesOf(expression).flatMap((code) => catalogue.indicator(code) ?? []);
  return [id, ...leaves.flatMap((each) => storedBehind(catalogue, each.id))];
}
