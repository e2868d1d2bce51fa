import type { Cube } from "@peil/core/model/cube.ts";
import { assemble } from "@peil/core/query/assemble.ts";
import { compile } from "@peil/core/query/compile.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import type { Release } from "./release.ts";

/**
 * Answers a selection from a release: the one way by which figures leave. Axes of the cube: indicator, area, period, and one per
 * dimension level of `by`.
 * @throws errors of the catalogue for unknown codes and for what cannot be computed
 */
export async function answer(release: Release, selection: Selection): Promise<Cube> {
  const compiled = compile(selection, release.catalogue);
  const rows = await release.runAll(compiled.parts.map((part) => part.plan));
  return assemble(compiled, rows, release.catalogue, release.id);
}
