import type { Release } from "../release.ts";

/** Keeps what is the same for every question about a release: made once per key, forgotten with the release. */
type Keeper<T> = (release: Release, key: string, make: () => Promise<T>) => Promise<T>;

/** Opens a keeper of at most so many answers per release; the oldest goes first, and what failed is not kept. */
export function keeper<T>(most: number): Keeper<T> {
  const perRelease = new WeakMap<Release, Map<string, Promise<T>>>();
  return (release, key, make) => {
    const kept = perRelease.get(release) ?? new Map<string, Promise<T>>();
    perRelease.set(release, kept);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make();
    made.catch(() => kept.delete(key));
    kept.set(key, made);
    for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size - most))) kept.delete(old);
    return made;
  };
}
