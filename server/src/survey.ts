import type { Catalogue } from "@peil/core/model/catalogue.ts";
import { type Cube, cellFlag, type Uncertainty } from "@peil/core/model/cube.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { status } from "@peil/core/model/status.ts";
import type { ChosenArea } from "@peil/core/query/choose.ts";
import type { Compiled } from "@peil/core/query/compile.ts";
import { compileGroups } from "@peil/core/query/compile-groups.ts";
import { areasAsked } from "@peil/core/query/runs.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import { publicationOf } from "@peil/core/statistics/publication-minima.ts";
import { companionsOf, isSurvey } from "@peil/core/survey/companions.ts";
import { boundsOf } from "@peil/core/survey/estimate.ts";
import { type Guarded, guardedBy, touchesSurvey } from "@peil/core/survey/guarded.ts";
import type { Release } from "./release.ts";
import { type Beside, behindOf, codesOf, type ReadFigures, readBeside } from "./survey-companions.ts";
import { minimumNotes, questionNotes } from "./survey-notes.ts";
import { effectiveOver, readStrata } from "./survey-strata.ts";

/** The intervals of whoever asks for none in particular. */
const usual = { level: 95, method: "wilson" } as const;

/**
 * The same cube with what section 6 of the semantics asks of survey figures: those of too few respondents are not available, those of few
 * are flagged, and each figure has its interval and its number of respondents. Formulas over survey figures keep the same minima.
 * A cube without survey figures comes back as it is.
 * @param compiled the selection, or a run of it: the question to which the cube is the answer
 * @param asked what of each of its indicators has to do with surveys, in the whole selection (`askedOfSurveys`)
 * @param cube the answer, before anything is computed from its figures
 * @param read figures as they are stored, for the companions
 */
export async function withSurvey(
  release: Release,
  selection: Selection,
  compiled: Compiled,
  asked: readonly Asked[],
  cube: Cube,
  read: ReadFigures,
): Promise<Cube> {
  const { catalogue } = release;
  if (asked.every((each) => each.guarded.length === 0 && !each.own)) return cube;
  const codes = new Set(
    asked.flatMap((each) => [
      ...each.guarded.map(({ sample }) => sample),
      ...(each.own ? codesOf(companionsOf(catalogue, each.indicator)) : []),
    ]),
  );
  const periods = new Set([
    ...compiled.periods.map(({ id }) => id),
    ...asked.flatMap((each) => each.guarded.flatMap(({ periods: read }) => compiled.periods.flatMap(({ id }) => read?.get(id) ?? []))),
  ]);
  const [beside, strata] = await Promise.all([
    readBeside(read, areasAsked(compiled, selection.level), [...codes], [...periods]),
    readStrata(
      catalogue,
      read,
      compiled,
      asked.flatMap((each) => (each.own ? [each.indicator] : [])),
    ),
  ]);
  const chosen = chosenIn(cube, compiled);
  const work = openWork(cube, selection.interval ?? usual);
  for (const [position, each] of asked.entries()) {
    eachPlace(compiled, cube, position, (area, period, start, end) => {
      applyMinima(work, each, beside, area, period, start, end);
      if (!each.own) return;
      const behind = behindOf(beside, companionsOf(catalogue, each.indicator), area, period);
      const size = effectiveOver(strata, each.indicator, chosen[area], period);
      for (let cell = start; cell < end; cell++) {
        work.uncertainty.respondents[cell] = behind.sample;
        if (work.states[cell] !== status.value) continue;
        const { lower, upper } = boundsOf(each.indicator, work.values[cell] as number, behind, work.uncertainty, size);
        work.uncertainty.lower[cell] = lower;
        work.uncertainty.upper[cell] = upper;
      }
    });
  }
  return {
    ...cube,
    values: work.values,
    status: work.states,
    ...(work.flags.some((each) => each !== 0) ? { flags: work.flags } : {}),
    ...(work.uncertainty.respondents.every(Number.isNaN) ? {} : { uncertainty: work.uncertainty }),
    notes: [...cube.notes, ...questionNotes(compiled), ...minimumNotes(work.told)],
  };
}

/** What of an indicator has to do with surveys: whether it is one itself, and whose minima hold for its figures. */
export type Asked = { readonly indicator: Indicator; readonly own: boolean; readonly guarded: readonly Guarded[] };

/** What of the indicators of a selection has to do with surveys, in their order. The totals of groups keep the minima of what they are made of. */
export function askedOfSurveys(catalogue: Catalogue, compiled: Compiled): readonly Asked[] {
  const grouped = new Map(compiled.groups.flatMap((each) => each.parts.map((part) => [part.area.id, part] as const)));
  const touches = compiled.indicators.some((each) => touchesSurvey(catalogue, each));
  const questions = touches && grouped.size > 0 ? compileGroups(catalogue, compiled, [...grouped.values()]) : [];
  return compiled.indicators.map((indicator, position) => {
    if (!touchesSurvey(catalogue, indicator)) return { indicator, own: false, guarded: [] };
    const ofGroups = questions[position]?.operands.flatMap((each) => each.figures.parts) ?? [];
    const parts = [...compiled.parts.filter((part) => part.indicator === position), ...ofGroups];
    const plans = parts.map((part) => part.plan);
    return { indicator, own: isSurvey(indicator), guarded: guardedBy(catalogue, indicator, plans) };
  });
}

/** The area at each position of the answer; undefined for a group. */
function chosenIn(cube: Cube, compiled: Compiled): readonly (ChosenArea | undefined)[] {
  const byName = new Map(compiled.areas.map((each) => [`${each.level.alias}:${each.area.code}`, each]));
  return (cube.axes[1]?.members ?? []).map((member) => (member.group ? undefined : byName.get(`${member.level}:${member.code}`)));
}

/** What is to be told of an indicator: the minima that hid or flagged figures, and whether respondents are unknown. */
export type Told = { hiddenBelow?: number; flaggedBelow?: number; unknown?: boolean };

type Work = {
  readonly values: Float64Array;
  readonly states: Uint8Array;
  readonly flags: Uint8Array;
  readonly uncertainty: Uncertainty;
  readonly told: Map<string, Told>;
};

function openWork(cube: Cube, interval: Pick<Uncertainty, "level" | "method">): Work {
  const blank = (): Float64Array => new Float64Array(cube.values.length).fill(Number.NaN);
  return {
    values: cube.values.slice(),
    states: cube.status.slice(),
    flags: cube.flags?.slice() ?? new Uint8Array(cube.values.length),
    uncertainty: { lower: blank(), upper: blank(), respondents: blank(), ...interval },
    told: new Map(),
  };
}

/** Calls for each area and period of an indicator with the run of its cells; `period` is an id. */
function eachPlace(
  compiled: Compiled,
  cube: Cube,
  position: number,
  visit: (area: number, period: number, start: number, end: number) => void,
): void {
  const [, areas, periods, ...inner] = cube.axes.map((axis) => axis.members.length);
  const run = inner.reduce((n, each) => n * each, 1);
  for (let area = 0; area < (areas ?? 0); area++) {
    for (const [at, period] of compiled.periods.entries()) {
      const start = ((position * (areas ?? 0) + area) * (periods ?? 0) + at) * run;
      visit(area, period.id, start, start + run);
    }
  }
}

function applyMinima(work: Work, asked: Asked, beside: Beside, area: number, period: number, start: number, end: number): void {
  const { code } = asked.indicator;
  const told = work.told.get(code) ?? {};
  work.told.set(code, told);
  if (asked.own && asked.guarded.length === 0) told.unknown = true;
  for (const { survey, sample, periods } of asked.guarded) {
    const read = periods === undefined ? period : periods.get(period);
    const respondents = read === undefined ? Number.NaN : beside(sample, area, read);
    if (Number.isNaN(respondents)) continue;
    const { hiddenBelow = 30, flaggedBelow = 100 } = survey.survey ?? {};
    const publication = publicationOf(respondents, { hiddenBelow, flaggedBelow });
    if (publication === "shown") continue;
    for (let cell = start; cell < end; cell++) {
      if (work.states[cell] !== status.value) continue;
      if (publication === "flagged") {
        work.flags[cell] = (work.flags[cell] ?? 0) | cellFlag.fewRespondents;
        told.flaggedBelow = Math.max(told.flaggedBelow ?? 0, flaggedBelow);
      } else {
        work.states[cell] = status.notAvailable;
        work.values[cell] = Number.NaN;
        work.flags[cell] = (work.flags[cell] ?? 0) | cellFlag.fewRespondents;
        told.hiddenBelow = Math.max(told.hiddenBelow ?? 0, hiddenBelow);
      }
    }
  }
}
