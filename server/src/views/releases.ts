import type { View } from "./scope.ts";

/** Every release that can be asked, newest first. */
export const releases: View<"releases"> = async (scope) =>
  scope.releases.list().map(({ id, at, indicators, leftOut }) => ({ id, at, indicators, leftOut, current: id === scope.release.id }));
