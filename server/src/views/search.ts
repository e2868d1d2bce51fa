import type { Release } from "../release.ts";
import { openSearch, type Search } from "../search.ts";
import type { View } from "./scope.ts";

const kept = new WeakMap<Release, Promise<Search>>();

/** The search of a release; its index is read once. */
export function searchOf(release: Release): Promise<Search> {
  const known = kept.get(release) ?? release.searchIndex().then(openSearch);
  kept.set(release, known);
  return known;
}

/** Topics, themes and areas for what was typed. */
export const search: View<"search"> = async ({ release }, { q }) => {
  const { catalogue } = release;
  const home = catalogue.level(catalogue.site.homeLevel)?.id;
  return (await searchOf(release))(q).map((hit) =>
    hit.kind === "area" && catalogue.level(hit.area.level)?.id === home ? { ...hit, glance: true as const } : hit,
  );
};
