import { cubeSlabs, headOf } from "@peil/core/formats/cube-slabs.ts";
import type { Figures } from "@peil/core/formats/format.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import { answer } from "./answer.ts";
import type { Release } from "./release.ts";

/**
 * Answers a selection as figures that flow: for files, of any size. The same figures as `answer` gives.
 * @throws as `answer`, before the first cell
 */
export async function answerInSlabs(release: Release, selection: Selection): Promise<Figures> {
  const cube = await answer(release, selection);
  return { head: headOf(cube), slabs: cubeSlabs(cube) };
}
