import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Release } from "../release.ts";
import { buildSimilar, presetsOf } from "../similar-file.ts";
import type { Stores } from "../store/cubes.ts";
import { openDuckdbCubes } from "../store/cubes-duckdb.ts";

/**
 * Text of the file with the neighbours of every preset, made of the figures as the release will answer them; undefined where the
 * site has no presets.
 */
export async function similarOf(
  options: { readonly folder: string; readonly memory?: string; readonly threads?: number },
  id: string,
  catalogue: Catalogue,
  stores: Stores,
): Promise<string | undefined> {
  if (presetsOf({ catalogue }).length === 0) return undefined;
  const cubes = await openDuckdbCubes(options);
  try {
    const { run, runAll, hold, detach } = await cubes.attach(stores);
    const nothing = async (): Promise<undefined> => undefined;
    const release: Release = {
      ...{ id, at: "", catalogue, leftOut: [], changed: {}, figures: 0, run, runAll, hold },
      geometry: nothing,
      coarse: nothing,
      searchIndex: async () => "",
      similar: nothing,
    };
    const text = await buildSimilar(release);
    await detach();
    return text;
  } finally {
    await cubes.close();
  }
}
