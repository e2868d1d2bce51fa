import type { Similarity } from "@peil/core/model/site.ts";
import { type Likeness, similarTo } from "@peil/core/statistics/similar.ts";
import type { Release } from "./release.ts";
import { type Comparison, gatherComparisons, standardOf } from "./similar-areas.ts";

/** How many neighbours are kept of each area. */
export const mostNeighbours = 10;

/** Above this many areas in a level its neighbours are found when they are asked. */
const mostAreas = 3000;

/** Neighbours as they are kept: position, distance, and what each part adds to its square (null where it does not count). */
type Kept = {
  readonly used: readonly number[];
  readonly among: number;
  readonly leftOut: number;
  readonly nearest: readonly (readonly [at: number, distance: number, ...parts: (number | null)[]])[];
};

/** A preset with its figures and, per area, the areas nearest to it (null where too little is known). */
export type KeptPreset = {
  readonly code: string;
  readonly groups: readonly (Comparison & { readonly nearest?: readonly (Kept | null)[] })[];
};

/** What the file holds. */
export type SimilarFile = { readonly version: 1; readonly presets: readonly KeptPreset[] };

/** The presets of a release that can be answered: those of which every indicator is published. */
export function presetsOf({ catalogue }: Pick<Release, "catalogue">): readonly Similarity[] {
  return (catalogue.site.similarity ?? []).filter(
    (each) => catalogue.level(each.level) !== undefined && each.parts.every((part) => catalogue.indicator(part.indicator) !== undefined),
  );
}

/** Computes every preset of a release as text; publishing writes it into the release. */
export async function buildSimilar(release: Release): Promise<string> {
  const presets: KeptPreset[] = [];
  for (const each of presetsOf(release)) presets.push(await computePreset(release, each));
  return JSON.stringify({ version: 1, presets } satisfies SimilarFile);
}

/** The areas of one preset with their neighbours; without them where it is asked for one area only. */
export async function computePreset(release: Release, { code, level, parts }: Similarity, isAsked = false): Promise<KeptPreset> {
  const groups = await gatherComparisons(release, level, parts);
  return {
    code,
    groups: groups.map((group) => {
      if (isAsked || group.areas.length > mostAreas) return group;
      const standard = standardOf(group, parts);
      return { ...group, nearest: group.areas.map((_, at) => kept(similarTo(standard, at, mostNeighbours))) };
    }),
  };
}

function kept(likeness: Likeness | undefined): Kept | null {
  if (likeness === undefined) return null;
  const { used, among, leftOut } = likeness;
  const nearest = likeness.nearest.map(
    (each) => [each.at, each.distance, ...each.parts.map((part) => part ?? null)] as [number, number, ...(number | null)[]],
  );
  return { used, among, leftOut, nearest };
}

/** Neighbours as they were computed; undefined where too little is known of the area. */
export function likenessOf(preset: KeptPreset["groups"][number], parts: Similarity["parts"], at: number): Likeness | undefined {
  const found = preset.nearest?.[at];
  if (found === undefined) return similarTo(standardOf(preset, parts), at, mostNeighbours);
  if (found === null) return undefined;
  const nearest = found.nearest.map(([place, distance, ...each]) => ({
    at: place,
    distance,
    parts: each.map((part) => part ?? undefined),
  }));
  return { used: found.used, among: found.among, leftOut: found.leftOut, nearest };
}
