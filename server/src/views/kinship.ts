import type { AreaCard } from "@peil/core/api.ts";
import type { Area, Level } from "@peil/core/model/area.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import { lineageOf } from "@peil/core/query/choose.ts";
import { areaCard } from "./cards.ts";

/** Areas of other levels in which an area lies, coarse to fine. Older divisions are left out for an area of today. */
export function parentsOf(catalogue: Catalogue, level: Level, area: Area): readonly AreaCard[] {
  return lineageOf(catalogue)
    .paths.filter((path) => path.childLevel === level.id)
    .flatMap((path) => {
      const parent = catalogue.levelById(path.parentLevel);
      if (parent === undefined || parent.base === level.base || !isOfOneTime(level, parent)) return [];
      const ids = path.links.filter((link) => link.child === area.id).map((link) => link.parent);
      return ids.flatMap((id) => catalogue.areaById(id) ?? []).map((each) => ({ level: parent, area: each }));
    })
    .filter((each) => !each.area.pseudo)
    .sort((a, b) => a.level.sequence - b.level.sequence || a.area.sequence - b.area.sequence)
    .map((each) => areaCard(each.level, each.area));
}

function isOfOneTime(child: Level, parent: Level): boolean {
  if (child.validTo === undefined) return parent.validTo === undefined;
  return (parent.validFrom ?? 0) <= child.validTo && (parent.validTo ?? 9999) >= child.validTo;
}

/** Older areas that an area was made of; areas that passed unchanged into it are not named. */
export function predecessorsOf(catalogue: Catalogue, level: Level, area: Area): readonly (AreaCard & { readonly until?: number })[] {
  const older = vintages(catalogue, level).filter((each) => timeOf(each) < timeOf(level));
  const found = older
    .sort((a, b) => timeOf(b) - timeOf(a))
    .flatMap((from) => madeOf(catalogue, from, level, area).map((each) => ({ ...areaCard(from, each), until: from.validTo })))
    .map(({ until, ...card }) => (until === undefined ? card : { ...card, until }));
  return [...new Map(found.toReversed().map((each) => [each.name.nl, each])).values()].reverse();
}

/** The areas of an older division that together became this one; empty where it is one area that stayed the same. */
export function madeOf(catalogue: Catalogue, from: Level, level: Level, area: Area): readonly Area[] {
  const { paths, identities } = lineageOf(catalogue);
  if (identities.some((each) => each.level === level.id && each.area === area.id && each.fromLevel === from.id)) return [];
  const path = paths.find((each) => each.childLevel === from.id && each.parentLevel === level.id);
  const parts = path?.links.filter((link) => link.parent === area.id).flatMap((link) => catalogue.areaById(link.child) ?? []);
  return (parts ?? []).filter((each) => !each.pseudo);
}

/** Newer areas that an area became part of, and the area of today that it still is. */
export function successorsOf(catalogue: Catalogue, level: Level, area: Area): readonly (AreaCard & { readonly since?: number })[] {
  const newer = vintages(catalogue, level).filter((each) => timeOf(each) > timeOf(level));
  const found = newer
    .sort((a, b) => timeOf(a) - timeOf(b))
    .flatMap((to) => {
      const path = lineageOf(catalogue).paths.find((each) => each.childLevel === level.id && each.parentLevel === to.id);
      const parents = path?.links.filter((link) => link.child === area.id).flatMap((link) => catalogue.areaById(link.parent) ?? []) ?? [];
      return parents.filter((each) => !each.pseudo).map((each) => ({ ...areaCard(to, each), ...sinceOf(to) }));
    });
  const today = found.filter((each) => catalogue.level(each.level)?.validTo === undefined);
  return today.length > 0 ? today : found.slice(-1);
}

function sinceOf(level: Level): { since?: number } {
  return level.validFrom === undefined ? {} : { since: level.validFrom };
}

function vintages(catalogue: Catalogue, level: Level): Level[] {
  return catalogue.levels.filter((each) => each.base === level.base && each.id !== level.id);
}

/** When a division ended; today's comes last. */
function timeOf(level: Level): number {
  return level.validTo ?? 9999;
}

/** An area by its code; where today's division has no such code, the area of an older division of the same kind. */
export function findOnAnyVintage(catalogue: Catalogue, level: Level, code: string): { level: Level; area: Area } | undefined {
  const candidates = [level, ...vintages(catalogue, level).sort((a, b) => timeOf(b) - timeOf(a))];
  for (const each of candidates) {
    const area = catalogue.area(each.id, code);
    if (area !== undefined) return { level: each, area };
  }
  return undefined;
}
