import type { Level, LevelType } from "@peil/core/model/area.ts";
import type { Draft } from "./draft.ts";
import { hintFor } from "./hint.ts";
import type { NamedRow, PairRow, Recognised } from "./layout.ts";
import { type Found, finderIn } from "./look-up.ts";
import type { Problems } from "./problems.ts";

type AreasSheet = Extract<Recognised, { kind: "dimension-items" | "areas" }>;
type PairsSheet = Extract<Recognised, { kind: "member-aggregation" | "area-aggregation" }>;
type NamedSheet = Extract<Recognised, { kind: "dimensions" | "dimension-levels" | "levels" }>;

/** The vintage in a code: `gemeente2024` is the division of `gemeente` that was valid through 2024. */
function vintageOf(alias: string): { base: string; validTo: number | undefined } {
  const match = /^(.+?)((?:19|20)\d\d)$/.exec(alias);
  return match === null ? { base: alias, validTo: undefined } : { base: match[1] ?? alias, validTo: Number(match[2]) };
}

/** A level of which nothing is said yet but its code. */
export async function newLevel(draft: Draft, alias: string): Promise<Level> {
  const { base, validTo } = vintageOf(alias);
  const sequence = 1 + Math.max(0, ...draft.levels.values().map((each) => each.sequence));
  return {
    id: await draft.allocate("level", 1),
    division: alias,
    alias,
    base,
    name: { nl: alias },
    plural: { nl: alias },
    type: "area",
    covers: false,
    sequence,
    ...(validTo === undefined ? {} : { validTo }),
  };
}

const levelTypes: Readonly<Record<string, LevelType>> = {
  area: "area",
  gebied: "area",
  point: "point",
  punt: "point",
  line: "line",
  lijn: "line",
  cluster: "cluster",
};

/** Adds levels, or changes their names and types. */
export async function defineLevels(sheet: NamedSheet, draft: Draft): Promise<void> {
  for (const row of sheet.rows) {
    const level = draft.level(row.code) ?? (await newLevel(draft, row.code));
    const type = levelTypes[(row.of ?? "").toLowerCase()] ?? level.type;
    const plural = row.plural === undefined || row.plural === "" ? level.plural : { ...level.plural, nl: row.plural };
    draft.putLevel({ ...level, type, name: { ...level.name, nl: row.name }, plural });
  }
}

/** Whether a code is that of a pseudo-area: cases whose place is not known. */
function isPseudo(row: NamedRow): boolean {
  return /^(9999\d|9\d)$|(ZZZZ|ONBE?)$/i.test(row.code) || /\b(onbekend|niet te lokaliseren|niet gekend|unknown)\b/i.test(row.name);
}

/** Adds areas to a level, or changes their names and order. No area goes away. */
export async function defineAreas(sheet: AreasSheet, draft: Draft, create: boolean, problems: Problems): Promise<void> {
  const place = { file: sheet.sheet.file, sheet: sheet.sheet.name };
  let level = draft.level(sheet.level);
  if (level === undefined && !create) {
    problems.add("level-unknown", place, { code: sheet.level, hint: hintFor(sheet.level, draft.levelCodes()) });
    return;
  }
  if (level === undefined) {
    level = await newLevel(draft, sheet.level);
    draft.putLevel(level);
    problems.add("level-created", place, { code: sheet.level });
  }
  const known = draft.areasOf(level.id);
  const fresh = sheet.rows.filter((row) => !known.has(row.code.toLowerCase()));
  let next = fresh.length === 0 ? 0 : await draft.allocate("area", fresh.length);
  for (const [index, row] of sheet.rows.entries()) {
    const old = known.get(row.code.toLowerCase());
    const sequence = row.sequence ?? old?.sequence ?? index + 1;
    if (old === undefined)
      draft.putArea({ id: next++, level: level.id, code: row.code, name: { nl: row.name }, sequence, pseudo: isPseudo(row) });
    else if (old.name.nl !== row.name || old.sequence !== sequence)
      draft.putArea({ ...old, name: { ...old.name, nl: row.name }, sequence });
  }
}

/** Replaces the table between two area levels. */
export function defineAreaTable(sheet: PairsSheet, draft: Draft, skipUnknown: boolean, problems: Problems): void {
  const place = { file: sheet.sheet.file, sheet: sheet.sheet.name };
  const [child, parent] = [sheet.child, sheet.parent].map((code) => {
    const level = draft.level(code);
    if (level === undefined)
      problems.add("level-unknown", { ...place, row: sheet.header.number }, { code, hint: hintFor(code, draft.levelCodes()) });
    return level;
  });
  if (child === undefined || parent === undefined) return;
  const find = (level: Level) => {
    const look = finderIn(draft.areasOf(level.id));
    return (code: string, row: PairRow) => found(level, look(code), code, row);
  };
  const found = (level: Level, area: Found | undefined, code: string, row: PairRow): number | undefined => {
    if (area === undefined) {
      problems.add(skipUnknown ? "skipped-unknown" : "area-unknown", { ...place, row: row.row }, () => {
        const what = { nl: "het gebied", en: "area" };
        return { level: level.alias, code, what, count: 1, hint: hintFor(code, codesOf(draft, level.id)) };
      });
    }
    return area?.id;
  };
  draft.putTable(child.id, parent.id, linksOf(sheet, find(child), find(parent), problems));
}

function codesOf(draft: Draft, level: number): readonly string[] {
  return [...draft.areasOf(level).values()].map((each) => each.code);
}

type Find = (code: string, row: PairRow) => number | undefined;

function linksOf(
  sheet: PairsSheet,
  child: Find,
  parent: Find,
  problems: Problems,
): { child: number; parent: number; weight: number | undefined }[] {
  const out: { child: number; parent: number; weight: number | undefined }[] = [];
  const parents = new Map<number, { parent: number; code: string; weight: number | undefined }>();
  for (const row of sheet.rows) {
    const [from, to] = [child(row.child, row), parent(row.parent, row)];
    if (from === undefined || to === undefined) continue;
    const before = parents.get(from);
    if (before?.parent === to) continue;
    if (before !== undefined && (before.weight ?? 0) + (row.weight ?? 0) > 1.000001) {
      const place = { file: sheet.sheet.file, sheet: sheet.sheet.name, row: row.row };
      problems.add("parent-twice", place, { code: row.child, parents: `${before.code}, ${row.parent}` });
    }
    parents.set(from, { parent: to, code: row.parent, weight: (before?.weight ?? 0) + (row.weight ?? 0) });
    out.push({ child: from, parent: to, weight: row.weight });
  }
  return out;
}
