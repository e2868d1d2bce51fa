import type { ReleaseCard } from "@peil/core/api.ts";
import type { Bulk } from "../publish/bulk-files.ts";
import type { Release } from "../release.ts";
import { changedOf } from "./details.ts";
import type { View } from "./scope.ts";

/** Every release that can be asked, newest first; of the current one what is new in it. */
export const releases: View<"releases"> = async ({ release, releases: all }) => {
  const list = all.list();
  const before = list.filter((each) => each.at < release.at).sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  return list.map(({ id, at, indicators, leftOut }) => {
    const current = id === release.id;
    const changed = current && before ? { changed: changedSince(release, before.at) } : {};
    return { id, at, indicators, leftOut, current, ...changed, ...bulkOf(all.archive.bulk(id), current) };
  });
};

/** The files of a release, those of the current one by name. */
function bulkOf(bulk: Bulk | undefined, current: boolean): Pick<ReleaseCard, "bulk"> {
  if (bulk === undefined) return {};
  const files = bulk.files.filter((each) => !each.name.startsWith(".")).map(({ name, size, sha256 }) => ({ name, size, sha256 }));
  return { bulk: { count: files.length, size: files.reduce((sum, each) => sum + each.size, 0), ...(current ? { files } : {}) } };
}

/** Indicators that readers may see, with figures that came in after a moment. */
function changedSince({ catalogue, changed }: Release, at: string): NonNullable<ReleaseCard["changed"]> {
  return catalogue.indicators.flatMap((each) => {
    const moment = each.visible ? changedOf(catalogue, each, changed) : undefined;
    return moment !== undefined && moment > at ? [{ code: each.code, name: each.name }] : [];
  });
}
