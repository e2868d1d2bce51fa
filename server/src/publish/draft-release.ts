import { openCatalogue } from "@peil/core/model/catalogue.ts";
import type { Release } from "../release.ts";
import { openDuckdbCubes } from "../store/cubes-duckdb.ts";
import { openSnapshot } from "../store/snapshot.ts";
import { type Manifest, readManifest, releaseFolder } from "./release-files.ts";

/** How the engine of figures is opened. */
export type Engine = { readonly folder: string; readonly memory?: string; readonly threads?: number };

type About = Pick<Manifest, "id" | "at" | "leftOut" | "changed" | "figures" | "stores"> & Pick<Release, "catalogue" | "geometry">;

/** Runs work on a release that no reader sees yet: its figures are answered as they will be. */
export async function withDraftRelease<T>(engine: Engine, about: About, work: (release: Release) => Promise<T>): Promise<T> {
  const cubes = await openDuckdbCubes(engine);
  try {
    const { stores, ...rest } = about;
    const { detach, ...figures } = await cubes.attach(stores);
    const nothing = async (): Promise<undefined> => undefined;
    const done = await work({ ...rest, ...figures, coarse: nothing, searchIndex: async () => "", similar: nothing });
    await detach();
    return done;
  } finally {
    await cubes.close();
  }
}

/** The same on a release that was published. @throws `release-unknown` */
export async function withReleaseOf<T>(engine: Engine, id: string, work: (release: Release) => Promise<T>): Promise<T> {
  const manifest = readManifest(engine.folder, id);
  const { data, geometry } = await openSnapshot(`${releaseFolder(engine.folder, id)}/catalogue.sqlite`);
  const catalogue = openCatalogue(data, manifest.coverage, manifest.partialSums);
  return withDraftRelease(engine, { ...manifest, catalogue, geometry }, work);
}
