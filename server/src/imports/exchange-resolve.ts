import { fail } from "@peil/core/errors.ts";
import type { AggregationTable, Area, AreaLink, Level } from "@peil/core/model/area.ts";
import { type Catalogue, type CatalogueData, openCatalogue } from "@peil/core/model/catalogue.ts";
import type { DimensionLevel, Member, MemberLink } from "@peil/core/model/dimension.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import type { Documents, Edits, IdKind } from "../store/documents.ts";
import { checkReferences } from "./exchange-check.ts";
import { mergeEdits } from "./exchange-merge.ts";
import { positionTables } from "./exchange-places.ts";
import type { ExchangeContent } from "./exchange-read.ts";
import { resolveThemes } from "./exchange-themes.ts";

/** What an exchange folder will change, and the catalogue as it will stand then. */
export type Resolved = { readonly edits: Edits; readonly catalogue: Catalogue };

const key = (code: string): string => code.toLowerCase();

/**
 * Gives ids to everything in an exchange folder: those that the working copy has for the same codes, or new ones.
 * @throws `exchange-duplicate`, `exchange-unknown-code`, `exchange-invalid`
 */
export async function resolveExchange(
  content: ExchangeContent,
  current: CatalogueData | undefined,
  documents: Documents,
): Promise<Resolved> {
  const levels = await resolveLevels(content, current, documents);
  const levelOf = levelFinder(levels, current);
  const areas = await resolveAreas(content, levelOf, current, documents);
  const tables = resolveTables(content, levelOf, areas, current);
  const classes = await resolveDimensions(content, current, documents);
  const indicators = await resolveIndicators(content, current, documents);
  refuseTwice(content.sources, "sources.json", (each) => each.code);
  const edits = {
    site: content.head.site,
    levels,
    areas,
    tables,
    ...classes,
    sources: content.sources,
    indicators,
    themes: await resolveThemes(content.themes, current?.themes ?? [], (count) => documents.reserve("theme", count)),
    geometry: content.geometry.map((each) => ({ level: levelOf(each.alias, each.file, "objects"), topology: each.topology })),
  };
  const found = openCatalogue(mergeEdits(current, edits));
  checkReferences(content, found);
  const positions = await positionTables({ content, data: found, stored: (level) => documents.geometry(level) });
  if (positions.length === 0) return { edits, catalogue: found };
  const whole = { ...edits, tables: [...tables, ...positions] };
  return { edits: whole, catalogue: openCatalogue(mergeEdits(current, whole)) };
}

/** @throws `exchange-duplicate` naming the place, counted from 0 in a list or as line of a table */
function refuseTwice<T>(rows: readonly T[], file: string, code: (row: T) => string, place = (_: T, i: number) => `[${i}]`): void {
  const seen = new Set<string>();
  rows.forEach((row, i) => {
    const found = key(code(row));
    if (seen.has(found)) fail("exchange-duplicate", { file, place: place(row, i), code: code(row) });
    seen.add(found);
  });
}

/** An id per key: the known one, or a new one. */
async function idsFor(documents: Documents, kind: IdKind, keys: readonly string[], known: ReadonlyMap<string, number>): Promise<number[]> {
  const missing = keys.filter((each) => !known.has(each)).length;
  let next = missing === 0 ? 0 : await documents.reserve(kind, missing);
  return keys.map((each) => known.get(each) ?? next++);
}

async function resolveLevels(content: ExchangeContent, current: CatalogueData | undefined, documents: Documents): Promise<Level[]> {
  refuseTwice(content.levels, "levels.json", (each) => each.alias);
  refuseTwice(content.levels, "levels.json", (each) => each.division);
  const known = new Map(current?.levels.map((each) => [key(each.division), each.id]));
  const divisions = content.levels.map((each) => key(each.division));
  const ids = await idsFor(documents, "level", divisions, known);
  return content.levels.map((each, i) => ({ id: ids[i] ?? 0, ...each }));
}

type LevelFinder = (alias: string, file: string, place: string) => number;

/** Finds levels by alias, those of the file before those of the working copy. */
function levelFinder(levels: readonly Level[], current: CatalogueData | undefined): LevelFinder {
  const ids = new Set(levels.map((each) => each.id));
  const kept = (current?.levels ?? []).filter((each) => !ids.has(each.id));
  const byAlias = new Map([...kept, ...levels].map((each) => [key(each.alias), each.id]));
  return (alias, file, place) =>
    byAlias.get(key(alias)) ?? fail("exchange-unknown-code", { file, place, code: alias, where: "levels.json" });
}

async function resolveAreas(
  content: ExchangeContent,
  levelOf: LevelFinder,
  current: CatalogueData | undefined,
  documents: Documents,
): Promise<Area[]> {
  const levels = content.areas.map((row) => levelOf(row.level, "areas.csv", String(row.row)));
  const keys = content.areas.map((row, i) => `${levels[i]}:${key(row.code)}`);
  const seen = new Set<string>();
  keys.forEach((each, i) => {
    const row = content.areas[i];
    if (row && seen.has(each)) fail("exchange-duplicate", { file: "areas.csv", place: String(row.row), code: `${row.level}:${row.code}` });
    seen.add(each);
  });
  const known = new Map(current?.areas.map((each) => [`${each.level}:${key(each.code)}`, each.id]));
  const ids = await idsFor(documents, "area", keys, known);
  return content.areas.map(({ row: _, ...area }, i) => ({ id: ids[i] ?? 0, ...area, level: levels[i] ?? 0 }));
}

function resolveTables(
  content: ExchangeContent,
  levelOf: LevelFinder,
  areas: readonly Area[],
  current: CatalogueData | undefined,
): AggregationTable[] {
  const file = "aggregation.csv";
  const ids = new Map([...(current?.areas ?? []), ...areas].map((each) => [`${each.level}:${key(each.code)}`, each.id]));
  const tables = new Map<string, { childLevel: number; parentLevel: number; links: AreaLink[] }>();
  const seen = new Set<string>();
  for (const row of content.links) {
    const place = String(row.row);
    const childLevel = levelOf(row.childLevel, file, place);
    const parentLevel = levelOf(row.parentLevel, file, place);
    const find = (level: number, alias: string, code: string): number =>
      ids.get(`${level}:${key(code)}`) ?? fail("exchange-unknown-code", { file, place, code: `${alias}:${code}`, where: "areas.csv" });
    const child = find(childLevel, row.childLevel, row.child);
    const parent = find(parentLevel, row.parentLevel, row.parent);
    if (seen.has(`${child}:${parent}`)) fail("exchange-duplicate", { file, place, code: `${row.child} → ${row.parent}` });
    seen.add(`${child}:${parent}`);
    const name = `${childLevel}:${parentLevel}`;
    const table = tables.get(name) ?? { childLevel, parentLevel, links: [] };
    table.links.push({ child, parent, weight: row.weight });
    tables.set(name, table);
  }
  return [...tables.values()];
}

type Classes = Required<Pick<Edits, "dimensions" | "dimensionLevels" | "members" | "memberLinks">>;

async function resolveDimensions(content: ExchangeContent, current: CatalogueData | undefined, documents: Documents): Promise<Classes> {
  const file = "dimensions.json";
  refuseTwice(content.dimensions, file, (each) => each.code);
  const given = content.dimensions.flatMap((each) => each.levels.map((level) => ({ ...level, dimension: each.code })));
  refuseTwice(
    given,
    file,
    (each) => each.code,
    (each) => each.dimension,
  );
  const knownLevels = new Map(current?.dimensionLevels.map((each) => [key(each.code), each.id]));
  const levelIds = await idsFor(
    documents,
    "dimension-level",
    given.map((each) => key(each.code)),
    knownLevels,
  );
  const levels: DimensionLevel[] = given.map(({ code, dimension, name }, i) => ({ id: levelIds[i] ?? 0, code, dimension, name }));
  const flat = given.flatMap((each, i) => {
    refuseTwice(
      each.members,
      file,
      (member) => member.code,
      (_, at) => `${each.code}.members[${at}]`,
    );
    return each.members.map((member, sequence) => ({ level: levelIds[i] ?? 0, sequence, ...member }));
  });
  const knownMembers = new Map(current?.members.map((each) => [`${each.level}:${key(each.code)}`, each.id]));
  const memberIds = await idsFor(
    documents,
    "member",
    flat.map((each) => `${each.level}:${key(each.code)}`),
    knownMembers,
  );
  const members: Member[] = flat.map((each, i) => ({ id: memberIds[i] ?? 0, ...each }));
  return {
    dimensions: content.dimensions.map(({ code, name }) => ({ code, name })),
    dimensionLevels: levels,
    members,
    memberLinks: content.dimensions.flatMap((each) => resolveMemberLinks(each, levels, members)),
  };
}

function resolveMemberLinks(
  dimension: ExchangeContent["dimensions"][number],
  levels: readonly DimensionLevel[],
  members: readonly Member[],
): { childLevel: number; parentLevel: number; links: MemberLink[] }[] {
  const file = "dimensions.json";
  const levelIds = new Map(levels.filter((each) => each.dimension === dimension.code).map((each) => [key(each.code), each.id]));
  const memberIds = new Map(members.map((each) => [`${each.level}:${key(each.code)}`, each.id]));
  const place = `${dimension.code}.aggregation`;
  const levelOf = (code: string): number => levelIds.get(key(code)) ?? fail("exchange-unknown-code", { file, place, code, where: file });
  return dimension.aggregation.map(({ child, parent, links }) => {
    const childLevel = levelOf(child);
    const parentLevel = levelOf(parent);
    const find = (level: number, name: string, code: string): number =>
      memberIds.get(`${level}:${key(code)}`) ?? fail("exchange-unknown-code", { file, place, code: `${name}:${code}`, where: file });
    refuseTwice(
      links,
      file,
      (each) => each.join(" → "),
      () => place,
    );
    return {
      childLevel,
      parentLevel,
      links: links.map(([from, to]) => ({ child: find(childLevel, child, from), parent: find(parentLevel, parent, to) })),
    };
  });
}

async function resolveIndicators(content: ExchangeContent, current: CatalogueData | undefined, documents: Documents): Promise<Indicator[]> {
  refuseTwice(content.indicators, "indicators.json", (each) => each.code);
  const known = new Map(current?.indicators.map((each) => [key(each.code), each.id]));
  const codes = content.indicators.map((each) => key(each.code));
  const ids = await idsFor(documents, "indicator", codes, known);
  return content.indicators.map((each, sequence) => ({ id: ids[sequence] ?? 0, ...each, sequence }));
}
