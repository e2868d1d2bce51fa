import { fail } from "@peil/core/errors.ts";
import { findLevel } from "@peil/core/query/choose.ts";
import type { Release } from "../release.ts";
import type { View } from "./scope.ts";

type Detail = "coarse" | "full";

const kept = new WeakMap<Release, Map<string, Promise<string | undefined>>>();

function detailOf(text: string | undefined): Detail {
  if (text === undefined || text === "" || text === "full") return "full";
  return text === "coarse" ? text : fail("selection-invalid", { key: "detail", value: text, expected: "coarse | full" });
}

async function read(release: Release, level: number, detail: Detail): Promise<string | undefined> {
  return (detail === "coarse" ? await release.coarse(level) : undefined) ?? release.geometry(level);
}

/** The borders of a level as TopoJSON text; the same text object for as long as the release is open. */
export const geometry: View<"geometry"> = async ({ release }, { level: alias, detail: wanted }) => {
  const level = findLevel(release.catalogue, alias);
  const detail = detailOf(wanted);
  const texts = kept.get(release) ?? new Map<string, Promise<string | undefined>>();
  kept.set(release, texts);
  const key = `${level.id}:${detail}`;
  const text = texts.get(key) ?? read(release, level.id, detail);
  texts.set(key, text);
  return (await text) ?? fail("not-found", { what: `geometry/${alias}` });
};
