import type { Cube } from "@peil/core/model/cube.ts";
import { assemble } from "@peil/core/query/assemble.ts";
import { type Compiled, compile } from "@peil/core/query/compile.ts";
import { sizeOfAnswer } from "@peil/core/query/runs.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import type { Comparison } from "@peil/core/survey/compare.ts";
import { nameNeighbours } from "./area-choice.ts";
import { withGroups } from "./groups.ts";
import { withMemberGroups } from "./member-groups.ts";
import type { Release } from "./release.ts";
import { askedOfSurveys, withSurvey } from "./survey.ts";
import { compareSurvey } from "./survey-compare.ts";
import { outsideNotes } from "./survey-notes.ts";
import { transformed } from "./transform.ts";

/**
 * Answers a selection from a release: the one way by which figures leave. Axes of the cube: indicator, area, period, and one per
 * dimension level of `by`.
 * @throws errors of the catalogue for unknown codes and for what cannot be computed
 */
export async function answer(release: Release, selection: Selection): Promise<Cube> {
  const asked = await nameNeighbours(release, selection);
  return answerNamed(release, asked, compile(asked, release.catalogue));
}

/** The same for a selection in which neighbours are named, and that was compiled already. */
export async function answerNamed(release: Release, asked: Selection, compiled: Compiled): Promise<Cube> {
  const read = (each: Selection): Promise<Cube> => readFigures(release, each);
  const plain = await withMemberGroups(release, asked, (each) => (each === asked ? figuresOf(release, compiled) : read(each)));
  const cube = await withSurvey(release, asked, compiled, askedOfSurveys(release.catalogue, compiled), plain, read);
  const outside = await outsideNotes(release.catalogue, read, asked, compiled);
  const said = outside.length === 0 ? cube : { ...cube, notes: [...cube.notes, ...outside] };
  return transformed(release, asked, said, (each) => answer(release, each));
}

/** How the survey figures of an answer stand to each other (`compareSurvey`); empty where there are none. */
export async function comparisonsOf(release: Release, selection: Selection, cube: Cube): Promise<readonly Comparison[]> {
  const asked = await nameNeighbours(release, selection);
  return compareSurvey(release, asked, cube, (each) => readFigures(release, each));
}

/** The figures of a selection as they are stored or computed by formulas, with those of own groups of areas; not for readers as they are. */
export function readFigures(release: Release, selection: Selection): Promise<Cube> {
  return figuresOf(release, compile(selection, release.catalogue));
}

/** From how many cells a plan is run by itself: reading many together pays for small ones. */
const aloneFrom = 5000;

/** The same for what was compiled. */
export async function figuresOf(release: Release, compiled: Compiled): Promise<Cube> {
  const plans = compiled.parts.map((part) => part.plan);
  const isLarge = sizeOfAnswer(compiled) > plans.length * aloneFrom;
  const rows = isLarge ? await Promise.all(plans.map(release.run)) : await release.runAll(plans);
  return withGroups(release, compiled, assemble(compiled, rows, release.catalogue, release.id));
}
