import type { Cube } from "@peil/core/model/cube.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import { prepare } from "@peil/core/query/transform.ts";
import type { Release } from "./release.ts";

/**
 * Applies what a selection asks to be computed from its figures, in order. What a step needs beside the answer is asked by the
 * same way out, so it sees nothing that a reader could not.
 */
export async function transformed(
  release: Release,
  selection: Selection,
  cube: Cube,
  ask: (selection: Selection) => Promise<Cube>,
): Promise<Cube> {
  const asked = selection.transformations ?? [];
  let made = cube;
  for (const [at, each] of asked.entries()) {
    const { asks, apply } = prepare(release.catalogue, selection, made, each, asked.slice(0, at));
    made = apply(await Promise.all(asks.map(ask)));
  }
  return made;
}
