import type { Catalogue } from "../model/catalogue.ts";
import type { DimensionLevel, Member } from "../model/dimension.ts";
import type { Indicator } from "../model/indicator.ts";

/** The look-ups that splitting needs. */
export type MemberCatalogue = Pick<Catalogue, "dimensionLevels" | "dimensionLevel" | "member" | "membersOf" | "memberMap">;

/** A member of a cube with its level. */
export type FoundMember = { readonly level: DimensionLevel; readonly member: Member };

/** The dimension levels by which a cube can be split: those it was loaded on, and those they aggregate to. */
export function levelsOfCube(catalogue: MemberCatalogue, cube: Indicator): readonly DimensionLevel[] {
  const loaded = loadedLevels(catalogue, cube);
  return catalogue.dimensionLevels.filter((level) =>
    loaded.some(
      (from) => from.dimension.toLowerCase() === level.dimension.toLowerCase() && catalogue.memberMap(from.id, level.id) !== undefined,
    ),
  );
}

function loadedLevels(catalogue: MemberCatalogue, cube: Indicator): readonly DimensionLevel[] {
  return (cube.dimensionLevels ?? []).flatMap((code) => catalogue.dimensionLevel(code) ?? []);
}

/**
 * The member of a cube that a text `<level code>_<member code>` names. Both codes may hold `_`, so every split is tried.
 * Where several fit, a level on which the cube was loaded wins, then the longest level code. Letter case is ignored.
 * @returns undefined where no split fits
 */
export function splitMember(text: string, catalogue: MemberCatalogue, cube: Indicator): FoundMember | undefined {
  const loaded = new Set(loadedLevels(catalogue, cube).map((each) => each.id));
  let best: FoundMember | undefined;
  for (const level of levelsOfCube(catalogue, cube)) {
    if (!text.toLowerCase().startsWith(`${level.code.toLowerCase()}_`)) continue;
    const member = catalogue.member(level.id, text.slice(level.code.length + 1));
    if (member === undefined) continue;
    if (best === undefined || rank(level) > rank(best.level)) best = { level, member };
  }
  return best;

  function rank(level: DimensionLevel): number {
    return level.code.length + (loaded.has(level.id) ? 1000 : 0);
  }
}

/** Every text that `splitMember` reads for a cube: what a misspelt one is compared with. */
export function memberTexts(catalogue: MemberCatalogue, cube: Indicator): string[] {
  return levelsOfCube(catalogue, cube).flatMap((level) => catalogue.membersOf(level.id).map((member) => `${level.code}_${member.code}`));
}
