import type { AreaCard, AreaView } from "@peil/core/api.ts";
import { fail } from "@peil/core/errors.ts";
import type { Level } from "@peil/core/model/area.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import { findArea, findLevel } from "@peil/core/query/choose.ts";
import type { AreaRef } from "@peil/core/query/selection.ts";
import type { Release } from "../release.ts";
import { areaCard, cardOfRef, levelCard, realAreas } from "./cards.ts";
import { findOnAnyVintage, parentsOf, predecessorsOf, successorsOf } from "./kinship.ts";
import { profileRows, type Subject } from "./profile.ts";
import type { View } from "./scope.ts";
import { similarChoices } from "./similar.ts";
import { themesOf } from "./theme-tree.ts";

/** The page of an area: every theme with its newest figures, beside the areas in which it lies and the chosen ones. */
export const area: View<"area"> = async ({ release }, { level: alias, code, compare }) => {
  const subject = subjectOf(release, alias, code, compare);
  const { level, area } = subject;
  const { catalogue } = release;
  return {
    area: areaCard(level, area),
    level: levelCard(catalogue, level),
    parents: parentsOf(catalogue, level, area),
    predecessors: predecessorsOf(catalogue, level, area),
    successors: successorsOf(catalogue, level, area),
    columns: subject.columns,
    themes: await themeRows(release, subject),
    choices: { compare: comparable(catalogue, level), similar: similarChoices(release, level) },
  };
};

/** The area of a page and the columns beside it. An area that was merged away is found on the division that had it. */
export function subjectOf(release: Release, alias: string, code: string, compare: string): Subject {
  const { catalogue } = release;
  const found = findOnAnyVintage(catalogue, findLevel(catalogue, alias), code) ?? notThere(catalogue, alias, code);
  return { ...found, columns: columnsOf(catalogue, found.level, areaCard(found.level, found.area), parseRefs(compare)) };
}

function notThere(catalogue: Catalogue, level: string, code: string): never {
  findArea(catalogue, { level, code });
  return fail("area-unknown", { level, code, hint: "" });
}

/** Reads `gewest:2000,gemeente:44021`. @throws `selection-invalid` */
export function parseRefs(text: string): readonly AreaRef[] {
  return text
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "")
    .map((each) => {
      const at = each.indexOf(":");
      if (at < 1 || at === each.length - 1)
        fail("selection-invalid", { key: "compare", value: each, expected: "gewest:2000,gemeente:44021" });
      return { level: each.slice(0, at), code: each.slice(at + 1) };
    });
}

/** The areas of the benchmark levels in which it lies, the site's benchmark, and the chosen ones; each once, never itself. */
function columnsOf(catalogue: Catalogue, level: Level, own: AreaCard, chosen: readonly AreaRef[]): readonly AreaCard[] {
  const { area } = findArea(catalogue, own);
  const { benchmark, benchmarkLevels } = catalogue.site;
  const bases = new Set(benchmarkLevels.map((alias) => catalogue.level(alias)?.base));
  const parents = parentsOf(catalogue, level, area).filter((each) => bases.has(catalogue.level(each.level)?.base));
  const fallback = parents.length > 0 || chosen.length > 0 ? [] : [cardOfRef(catalogue, { level: benchmark.level, code: benchmark.area })];
  const all = [...parents.reverse(), ...chosen.map((ref) => cardOfRef(catalogue, ref)), ...fallback];
  const unique = new Map(all.map((each) => [`${each.level}:${each.code}`, each]));
  unique.delete(`${own.level}:${own.code}`);
  return [...unique.values()].slice(0, 8);
}

async function themeRows(release: Release, subject: Subject): Promise<AreaView["themes"]> {
  const themes = themesOf(release.catalogue);
  const sections = themes.top.map((card) => ({ card, indicators: themes.below(card.code) }));
  const all = new Map(sections.flatMap((section) => section.indicators).map((each) => [each.id, each]));
  const rows = await profileRows(release, subject, [...all.values()]);
  return sections
    .map(({ card, indicators }) => ({ theme: card, rows: indicators.flatMap((each) => rows.get(each.code) ?? []) }))
    .filter((section) => section.rows.length > 0);
}

/** Areas of which a list to choose from stays readable. */
const mostChoices = 500;

/** The areas that can stand beside others: those of the benchmark levels, of the level that readers know, and of the same level. */
export function comparable(catalogue: Catalogue, level: Level): readonly AreaCard[] {
  const { benchmark, benchmarkLevels, homeLevel } = catalogue.site;
  const aliases = new Set([benchmark.level, ...benchmarkLevels.toReversed(), homeLevel, level.alias]);
  return [...aliases].flatMap((alias) => {
    const each = catalogue.level(alias);
    // Of two divisions of one kind only the page's own: the names would stand there twice.
    if (each === undefined || (each.base === level.base && each.id !== level.id)) return [];
    const list = realAreas(catalogue, each);
    return list.length <= mostChoices ? list : [];
  });
}
