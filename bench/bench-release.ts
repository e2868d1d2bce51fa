import { copyFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import { type Manifest, movePointer, writeRelease } from "../server/src/publish/release-files.ts";
import { buildSearchIndex } from "../server/src/search.ts";
import type { Stores } from "../server/src/store/cubes.ts";
import { writeCatalogue } from "../server/src/store/snapshot.ts";

/** Puts a release around stores that lie in a folder already, and makes it the current and only one. */
export async function writeBenchRelease(folder: string, release: string, catalogue: Catalogue, stores: Stores): Promise<void> {
  await rm(join(folder, "releases"), { recursive: true, force: true });
  const file = join(folder, "catalogue.sqlite");
  await writeCatalogue(file, catalogue, []);
  writeRelease(folder, release, (draft) => {
    copyFileSync(file, join(draft, "catalogue.sqlite"));
    writeFileSync(join(draft, "search.json"), buildSearchIndex(catalogue));
    const manifest: Manifest = {
      id: release,
      at: "2026-01-01T00:00:00Z",
      stores,
      files: {},
      figures: 1,
      indicators: 1,
      leftOut: [],
      coverage: catalogue.coverage,
      partialSums: [],
      guards: { flat: "", reports: [] },
      changed: {},
    };
    writeFileSync(join(draft, "manifest.json"), JSON.stringify(manifest));
  });
  movePointer(folder, release);
}
