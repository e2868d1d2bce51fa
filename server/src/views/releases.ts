import type { ReleaseCard } from "@peil/core/api.ts";
import type { Release } from "../release.ts";
import { changedOf } from "./details.ts";
import type { View } from "./scope.ts";

/** Every release that can be asked, newest first; of the current one what is new in it. */
export const releases: View<"releases"> = async ({ release, releases: all }) => {
  const list = all.list();
  const before = list.filter((each) => each.at < release.at).sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  return list.map(({ id, at, indicators, leftOut }) => {
    const current = id === release.id;
    return { id, at, indicators, leftOut, current, ...(current && before ? { changed: changedSince(release, before.at) } : {}) };
  });
};

/** Indicators that readers may see, with figures that came in after a moment. */
function changedSince({ catalogue, changed }: Release, at: string): NonNullable<ReleaseCard["changed"]> {
  return catalogue.indicators.flatMap((each) => {
    const moment = each.visible ? changedOf(catalogue, each, changed) : undefined;
    return moment !== undefined && moment > at ? [{ code: each.code, name: each.name }] : [];
  });
}
