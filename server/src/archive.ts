import { type Catalogue, openCatalogue } from "@peil/core/model/catalogue.ts";
import { type Bulk, bulkPath, readBulk } from "./publish/bulk-files.ts";
import { type Manifest, readManifest, releaseFolder } from "./publish/release-files.ts";
import { readVersions, type Versions } from "./publish/versions.ts";
import { openSnapshot } from "./store/snapshot.ts";

/** What is said of the indicators of a release, without their figures. */
export type Described = Pick<Manifest, "id" | "at" | "changed"> & { readonly catalogue: Catalogue };

/** What releases hold beside figures; each is read when it is asked. */
export type Archive = {
  /** The files of a whole release; undefined where none were made. */
  bulk(release: string): Bulk | undefined;
  /** Path of a file by its SHA-256. */
  file(sha256: string): string;
  versions(release: string): Versions | undefined;
  /** @throws `release-unknown` */
  described(release: string): Promise<Described>;
};

/** How many releases stay at hand. */
const atHand = 3;

/** Opens what lies beside the figures in a data folder. */
export function openArchive(folder: string): Archive {
  const bulks = keepLast((id) => readBulk(folder, id));
  const versions = keepLast((id) => readVersions(folder, id));
  const catalogues = keepLast(async (id): Promise<Described> => {
    const manifest = readManifest(folder, id);
    const { data } = await openSnapshot(`${releaseFolder(folder, id)}/catalogue.sqlite`);
    const { at, changed } = manifest;
    return { id, at, changed, catalogue: openCatalogue(data, manifest.coverage, manifest.partialSums) };
  });
  return { bulk: bulks, file: (sha256) => bulkPath(folder, sha256), versions, described: catalogues };
}

/** Reads once what was asked last; what is absent, or fails, is tried anew. */
function keepLast<T>(read: (id: string) => T): (id: string) => T {
  const kept = new Map<string, T>();
  return (id) => {
    const known = kept.get(id);
    if (known !== undefined) return known;
    const found = read(id);
    if (found === undefined) return found;
    kept.set(id, found);
    if (found instanceof Promise) found.catch(() => kept.delete(id));
    for (const old of [...kept.keys()].slice(0, -atHand)) kept.delete(old);
    return found;
  };
}
