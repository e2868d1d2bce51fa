import type { CatalogueData } from "@peil/core/model/catalogue.ts";
import type { Edits } from "../store/documents.ts";

/** The catalogue as it will stand once edits are committed. `current` is absent where there is none yet. */
export function mergeEdits(current: CatalogueData | undefined, edits: Edits & Pick<CatalogueData, "site">): CatalogueData {
  const byId = (each: { readonly id: number }) => each.id;
  const byCode = (each: { readonly code: string }) => each.code.toLowerCase();
  const byLevels = (each: { readonly childLevel: number; readonly parentLevel: number }) => `${each.childLevel}:${each.parentLevel}`;
  const members = overlay(current?.members, edits.members, byId);
  const levelOf = new Map(members.map((each) => [each.id, each.level]));
  const replaced = new Set((edits.memberLinks ?? []).map(byLevels));
  const kept = (current?.memberLinks ?? []).filter((link) => !replaced.has(`${levelOf.get(link.child)}:${levelOf.get(link.parent)}`));
  return {
    site: edits.site,
    levels: overlay(current?.levels, edits.levels, byId),
    areas: overlay(current?.areas, edits.areas, byId),
    tables: overlay(current?.tables, edits.tables, byLevels),
    dimensions: overlay(current?.dimensions, edits.dimensions, byCode),
    dimensionLevels: overlay(current?.dimensionLevels, edits.dimensionLevels, byId),
    members,
    memberLinks: [...kept, ...(edits.memberLinks ?? []).flatMap((each) => each.links)],
    sources: overlay(current?.sources, edits.sources, byCode),
    indicators: overlay(current?.indicators, edits.indicators, byId),
    themes: edits.themes ?? current?.themes ?? [],
  };
}

function overlay<T, K>(old: readonly T[] = [], fresh: readonly T[] = [], key: (each: T) => K): T[] {
  const replaced = new Set(fresh.map(key));
  return [...old.filter((each) => !replaced.has(key(each))), ...fresh];
}
