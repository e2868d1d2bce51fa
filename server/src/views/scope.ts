import type { RouteName, Routes } from "@peil/core/api.ts";
import type { Release } from "../release.ts";
import type { Releases } from "../releases.ts";
import type { Workspaces } from "../workspaces.ts";

/** What a view reads from: one release for the whole page, and the others for who names one. */
export type Scope = {
  readonly release: Release;
  readonly releases: Releases;
  /** What readers share; absent where nothing is kept. */
  readonly workspaces?: Workspaces | undefined;
  /** Says that whoever asked is gone. */
  readonly signal?: AbortSignal | undefined;
};

/** Makes the answer of one route. */
export type View<N extends RouteName> = (scope: Scope, input: Routes[N]["in"]) => Promise<Routes[N]["out"]>;

/** A view for every route. */
export type Views = { readonly [N in RouteName]: View<N> };

/** The release that a question names, or the one of the scope. @throws `release-unknown` */
export async function releaseOf(scope: Scope, id: string | undefined): Promise<Release> {
  return id === undefined || id === scope.release.id ? scope.release : scope.releases.get(id);
}
