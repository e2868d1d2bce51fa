import { fail } from "@peil/core/errors.ts";
import { findLevel } from "@peil/core/query/choose.ts";
import type { Release } from "../release.ts";
import type { View } from "./scope.ts";

const kept = new WeakMap<Release, Map<number, Promise<string | undefined>>>();

/** The borders of a level as TopoJSON text; the same text object for as long as the release is open. */
export const geometry: View<"geometry"> = async ({ release }, { level: alias }) => {
  const level = findLevel(release.catalogue, alias);
  const texts = kept.get(release) ?? new Map<number, Promise<string | undefined>>();
  kept.set(release, texts);
  const text = texts.get(level.id) ?? release.geometry(level.id);
  texts.set(level.id, text);
  return (await text) ?? fail("not-found", { what: `geometry/${alias}` });
};
