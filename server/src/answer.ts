import type { Cube } from "@peil/core/model/cube.ts";
import { assemble } from "@peil/core/query/assemble.ts";
import { compile } from "@peil/core/query/compile.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import type { Comparison } from "@peil/core/survey/compare.ts";
import { nameNeighbours } from "./area-choice.ts";
import { withGroups } from "./groups.ts";
import { withMemberGroups } from "./member-groups.ts";
import type { Release } from "./release.ts";
import { withSurvey } from "./survey.ts";
import { compareSurvey } from "./survey-compare.ts";
import { transformed } from "./transform.ts";

/**
 * Answers a selection from a release: the one way by which figures leave. Axes of the cube: indicator, area, period, and one per
 * dimension level of `by`.
 * @throws errors of the catalogue for unknown codes and for what cannot be computed
 */
export async function answer(release: Release, selection: Selection): Promise<Cube> {
  const asked = await nameNeighbours(release, selection);
  const read = (each: Selection): Promise<Cube> => figuresOf(release, each);
  const cube = await withSurvey(release, asked, await withMemberGroups(release, asked, read), read);
  return transformed(release, asked, cube, (each) => answer(release, each));
}

/** How the survey figures of an answer stand to each other (`compareSurvey`); empty where there are none. */
export async function comparisonsOf(release: Release, selection: Selection, cube: Cube): Promise<readonly Comparison[]> {
  const asked = await nameNeighbours(release, selection);
  return compareSurvey(release, asked, cube, (each) => figuresOf(release, each));
}

/** The figures as they are stored or computed by formulas, with those of own groups of areas. */
async function figuresOf(release: Release, selection: Selection): Promise<Cube> {
  const compiled = compile(selection, release.catalogue);
  const rows = await release.runAll(compiled.parts.map((part) => part.plan));
  return withGroups(release, compiled, assemble(compiled, rows, release.catalogue, release.id));
}
