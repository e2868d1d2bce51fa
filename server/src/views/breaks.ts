import type { IndicatorDetails } from "@peil/core/api.ts";
import type { Area, Level } from "@peil/core/model/area.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { type Period, periodOfId } from "@peil/core/model/period.ts";
import type { Text } from "@peil/core/model/text.ts";
import { lineageOf } from "@peil/core/query/choose.ts";
import { expressionOf, leavesOf } from "@peil/core/query/coverage.ts";
import { madeOf } from "./kinship.ts";

type Break = IndicatorDetails["breaks"][number];

/** How many mergers a sentence names before it says *and others*. */
const named = 3;

/**
 * Where a series on a level passes from an older division of the same kind of area to a newer one, with what merged.
 * @param periods those of the series, oldest first
 * @param chosen areas that the reader chose; with some, only what happened to them is told
 */
export function breaksOf(
  catalogue: Catalogue,
  indicator: Indicator,
  level: Level,
  periods: readonly Period[],
  chosen: readonly Area[],
): readonly Break[] {
  const loaded = loadedLevels(catalogue, indicator);
  return catalogue.levels
    .filter((from) => from.base === level.base && from.id !== level.id && from.validTo !== undefined && loaded.has(from.id))
    .filter((from) => (from.validTo ?? 0) < (level.validTo ?? 9999))
    .sort((a, b) => (a.validTo ?? 0) - (b.validTo ?? 0))
    .flatMap((from) => breakAfter(catalogue, from, level, periods, chosen, loaded.get(from.id) ?? []));
}

/** Periods (ids) that were loaded per level, of the indicator itself or of what its formula uses. */
function loadedLevels(catalogue: Catalogue, indicator: Indicator): ReadonlyMap<number, readonly number[]> {
  const expression = expressionOf(indicator);
  const leaves = expression === undefined ? [indicator] : leavesOf(expression).flatMap((code) => catalogue.indicator(code) ?? []);
  const out = new Map<number, number[]>();
  for (const leaf of leaves) {
    const own =
      leaf === indicator
        ? [...catalogue.coverageOf(leaf.id)]
        : [...loadedLevels(catalogue, leaf)].map(([level, loaded]) => [level, { loaded }] as const);
    for (const [level, { loaded }] of own) if (loaded.length > 0) out.set(level, [...(out.get(level) ?? []), ...loaded]);
  }
  return out;
}

function breakAfter(
  catalogue: Catalogue,
  from: Level,
  level: Level,
  periods: readonly Period[],
  chosen: readonly Area[],
  loaded: readonly number[],
): Break[] {
  const until = from.validTo ?? 0;
  const before = periods.filter((each) => loaded.includes(each.id));
  const lastOld = before.at(-1);
  const first = lastOld && periods.find((each) => each.id > lastOld.id);
  if (lastOld === undefined || first === undefined) return [];
  const merged = (chosen.length > 0 ? chosen : catalogue.areasOf(level.id).filter((area) => !area.pseudo))
    .map((area) => ({ area, parts: madeOf(catalogue, from, level, area) }))
    .filter(
      (each) => each.parts.length > 0 && codes(each.parts) !== codes(partsIn(catalogue, nextAfter(catalogue, from), level, each.area)),
    );
  if (merged.length === 0) return [];
  const change = chosen.length > 0 ? mergersInWords(merged) : countsInWords(catalogue, from, level, merged);
  return [{ period: first.code, text: sentence(until + 1, change) }];
}

/** The division that followed: what merged only after it did not change yet. */
function nextAfter(catalogue: Catalogue, from: Level): Level | undefined {
  return catalogue.levels
    .filter((each) => each.base === from.base && (each.validTo ?? 9999) > (from.validTo ?? 9999))
    .sort((a, b) => (a.validTo ?? 9999) - (b.validTo ?? 9999))[0];
}

function partsIn(catalogue: Catalogue, division: Level | undefined, level: Level, area: Area): readonly Area[] {
  return division === undefined || division.id === level.id ? [] : madeOf(catalogue, division, level, area);
}

function codes(areas: readonly Area[]): string {
  return areas
    .map((each) => each.code)
    .sort()
    .join(",");
}

function sentence(year: number, change: Text): Text {
  return {
    nl: `De indeling veranderde in ${year}: ${change.nl}. De cijfers van daarvoor zijn op de indeling van toen gemeten en omgerekend.`,
    en: `The division changed in ${year}: ${change.en}. Earlier figures were measured on the division of that time and converted.`,
  };
}

type Merger = { readonly area: Area; readonly parts: readonly Area[] };

function mergersInWords(mergers: readonly Merger[]): Text {
  const list = mergers.slice(0, named);
  const more = mergers.length - list.length;
  const nl = list.map(
    ({ area, parts }) =>
      `${area.name.nl} ontstond uit ${join(
        parts.map((each) => each.name.nl),
        "en",
      )}`,
  );
  const en = list.map(({ area, parts }) => {
    const names = parts.map((each) => each.name.en ?? each.name.nl);
    return `${area.name.en ?? area.name.nl} was made of ${join(names, "and")}`;
  });
  return {
    nl: nl.join("; ") + (more > 0 ? `; en nog ${more}` : ""),
    en: en.join("; ") + (more > 0 ? `; and ${more} more` : ""),
  };
}

function countsInWords(catalogue: Catalogue, from: Level, level: Level, mergers: readonly Merger[]): Text {
  const count = (each: Level): number => catalogue.areasOf(each.id).filter((area) => !area.pseudo).length;
  const names = mergers.slice(0, named).map((each) => each.area.name.nl);
  const more = mergers.length > named;
  const direct = lineageOf(catalogue).paths.some((path) => path.childLevel === from.id && path.parentLevel === level.id);
  const became = direct ? { nl: "werden er", en: "became" } : { nl: "naar", en: "to" };
  return {
    nl: `${count(from)} ${from.plural.nl.toLowerCase()} ${became.nl} ${count(level)} (${names.join(", ")}${more ? " …" : ""})`,
    en: `${count(from)} ${(from.plural.en ?? from.plural.nl).toLowerCase()} ${became.en} ${count(level)} (${names.join(", ")}${more ? " …" : ""})`,
  };
}

function join(names: readonly string[], and: string): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} ${and} ${names.at(-1)}`;
}

/** Periods (ids) as periods, oldest first. */
export function periodsOfIds(ids: readonly number[]): readonly Period[] {
  return ids.map(periodOfId).sort((a, b) => a.id - b.id);
}
