import type { AreaCard } from "@peil/core/api.ts";
import type { AreaRef } from "@peil/core/query/selection.ts";
import { useEffect, useState } from "react";
import type { Voice } from "../../text/voice.ts";
import type { Source } from "../source.ts";

/** The areas of a level: on their way, there, or not to be had. */
export type Loaded<T> = { readonly state: "loading" | "failed" } | { readonly state: "ready"; readonly value: T };

/** Something that is asked of the site, again whenever `key` changes. */
export function useAsked<T>(key: string, ask: () => Promise<T>): Loaded<T> {
  const [known, setKnown] = useState<{ readonly key: string; readonly loaded: Loaded<T> }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what is asked.
  useEffect(() => {
    let isCurrent = true;
    ask().then(
      (value) => isCurrent && setKnown({ key, loaded: { state: "ready", value } }),
      () => isCurrent && setKnown({ key, loaded: { state: "failed" } }),
    );
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return known?.key === key ? known.loaded : { state: "loading" };
}

/** The areas of a level. */
export function useAreas(source: Source, level: string): Loaded<readonly AreaCard[]> {
  return useAsked(level, () => source.areas(level));
}

/** Says the names of areas of some levels; until they are there, their codes. */
export function useAreaNames(source: Source, levels: readonly string[], voice: Voice): (ref: AreaRef) => string {
  const wanted = [...new Set(levels)].sort();
  const loaded = useAsked(wanted.join(" "), () => Promise.all(wanted.map((level) => source.areas(level))));
  const cards = loaded.state === "ready" ? loaded.value.flat() : [];
  const names = new Map(cards.map((card) => [`${card.level}:${card.code}`, voice.say(card.name)]));
  return ({ level, code }) => names.get(`${level}:${code}`) ?? code;
}
