import { setTimeout as wait } from "node:timers/promises";
import type { Release } from "./release.ts";
import { prepareOffer } from "./swing/things.ts";
import type { Scope, Views } from "./views/scope.ts";
import { searchOf } from "./views/search.ts";

/** Quiet time before the first step and between two of them, for those who ask something meanwhile. */
const quiet = 500;

/**
 * Makes beforehand what the first reader of a release would wait for: the index of the search, the list of variables for programs, and the figures of all areas of the
 * site's own level, at a glance, on the page of an area and in the interactive application. Step by step, in the background; it stops where the release is
 * no longer the current one, and what fails is left to whoever asks.
 */
export async function warm(scope: Pick<Scope, "release" | "releases" | "workspaces">, views: Views): Promise<void> {
  const { release } = scope;
  const { catalogue } = release;
  const level = catalogue.level(catalogue.site.homeLevel);
  const area = level && catalogue.areasOf(level.id).find((each) => !each.pseudo);
  const asked = level && area && { level: level.alias, code: area.code, compare: "", theme: "", since: "" };
  const steps: (() => Promise<unknown>)[] = [
    () => searchOf(release),
    () => views.home(scope, {}),
    () => prepareOffer(catalogue),
    ...(asked ? [() => views.glance(scope, asked), () => views.area(scope, asked), () => views.explore(scope, asked)] : []),
  ];
  for (const step of steps) {
    await wait(quiet, undefined, { ref: false });
    if (!isCurrent(scope)) return;
    await step();
  }
}

function isCurrent({ release, releases }: { readonly release: Release; readonly releases: Scope["releases"] }): boolean {
  try {
    return releases.current().id === release.id;
  } catch {
    return false;
  }
}
