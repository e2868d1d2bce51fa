import type { DimensionLevel } from "@peil/core/model/dimension.ts";
import type { Draft } from "./draft.ts";
import { hintFor } from "./hint.ts";
import type { Definition, Recognised } from "./layout.ts";
import type { Problems } from "./problems.ts";

type ItemsSheet = Extract<Recognised, { kind: "dimension-items" | "areas" }>;
type PairsSheet = Extract<Recognised, { kind: "member-aggregation" | "area-aggregation" }>;
type NamedSheet = Extract<Recognised, { kind: "dimensions" | "dimension-levels" | "levels" }>;

/** Adds dimensions, or changes their names. */
export function defineDimensions(sheet: NamedSheet, draft: Draft): void {
  for (const row of sheet.rows) {
    const old = draft.dimensions.get(row.code.toLowerCase());
    draft.dimensions.put({ code: old?.code ?? row.code, name: { ...old?.name, nl: row.name } });
  }
}

/** Adds dimension levels, or changes their names. Their dimension must exist. */
export async function defineDimensionLevels(sheet: NamedSheet, draft: Draft, problems: Problems): Promise<void> {
  for (const row of sheet.rows) {
    const place = { file: sheet.sheet.file, sheet: sheet.sheet.name, row: row.row };
    const dimension = draft.dimensions.get((row.of ?? "").toLowerCase());
    if (dimension === undefined) {
      problems.add("dimension-unknown", place, {
        code: row.of ?? "",
        hint: hintFor(
          row.of ?? "",
          draft.dimensions.values().map((each) => each.code),
        ),
      });
      continue;
    }
    const old = draft.dimensionLevels.get(row.code.toLowerCase());
    const id = old?.id ?? (await draft.allocate("dimension-level", 1));
    draft.dimensionLevels.put({ id, code: old?.code ?? row.code, dimension: dimension.code, name: { ...old?.name, nl: row.name } });
  }
}

function levelFor(
  code: string,
  place: { file: string; sheet: string; row?: number },
  draft: Draft,
  problems: Problems,
): DimensionLevel | undefined {
  const level = draft.dimensionLevels.get(code.toLowerCase());
  if (level === undefined) {
    problems.add("dimension-level-unknown", place, {
      code,
      hint: hintFor(
        code,
        draft.dimensionLevels.values().map((each) => each.code),
      ),
    });
  }
  return level;
}

/** Adds members to a dimension level, or changes their names and order. No member goes away. */
export async function defineMembers(sheet: ItemsSheet, draft: Draft, problems: Problems): Promise<void> {
  const level = levelFor(sheet.level, { file: sheet.sheet.file, sheet: sheet.sheet.name }, draft, problems);
  if (level === undefined) return;
  const known = draft.membersOf(level.id);
  const fresh = sheet.rows.filter((row) => !known.has(row.code.toLowerCase())).length;
  let next = fresh === 0 ? 0 : await draft.allocate("member", fresh);
  for (const [index, row] of sheet.rows.entries()) {
    const old = known.get(row.code.toLowerCase());
    const sequence = row.sequence ?? old?.sequence ?? index + 1;
    draft.putMember({
      id: old?.id ?? next++,
      level: level.id,
      code: old?.code ?? row.code,
      name: { ...old?.name, nl: row.name },
      sequence,
    });
  }
}

/** Replaces how the members of one dimension level add up to those of another. */
export function defineMemberLinks(sheet: PairsSheet, draft: Draft, skipUnknown: boolean, problems: Problems): void {
  const place = { file: sheet.sheet.file, sheet: sheet.sheet.name, row: sheet.header.number };
  const [child, parent] = [sheet.child, sheet.parent].map((code) => levelFor(code, place, draft, problems));
  if (child === undefined || parent === undefined) return;
  const find = (level: DimensionLevel, code: string, row: number): number | undefined => {
    const found = draft.membersOf(level.id).get(code.toLowerCase());
    if (found === undefined) {
      problems.add(skipUnknown ? "skipped-unknown" : "member-unknown", { ...place, row }, () => {
        const codes = [...draft.membersOf(level.id).values()].map((each) => each.code);
        return { level: level.code, code, what: { nl: "het item", en: "member" }, count: 1, hint: hintFor(code, codes) };
      });
    }
    return found?.id;
  };
  const links = new Map<number, { parent: number; code: string }>();
  for (const row of sheet.rows) {
    const [from, to] = [find(child, row.child, row.row), find(parent, row.parent, row.row)];
    if (from === undefined || to === undefined) continue;
    const before = links.get(from);
    if (before !== undefined && before.parent !== to) {
      problems.add("parent-twice", { ...place, row: row.row }, { code: row.child, parents: `${before.code}, ${row.parent}` });
    }
    links.set(from, { parent: to, code: row.parent });
  }
  const pairs = [...links].map(([from, to]) => ({ child: from, parent: to.parent }));
  draft.putMemberLinks(child.id, parent.id, pairs);
}

/** A definition sheet that names dimensions and one indicator tells how that cube is split, also where its data come later. */
export function defineCube(definition: Definition, draft: Draft, problems: Problems): void {
  const of = (type: string): readonly string[] => definition.heads.filter((each) => definition.types.get(each) === type);
  const [variables, dims] = [of("var"), of("dim")];
  const indicator = draft.indicators.get(variables[0] ?? "");
  if (variables.length !== 1 || dims.length === 0 || indicator === undefined || of("data").length > 0) return;
  const place = { file: definition.sheet.file, sheet: definition.sheet.name };
  const levels = dims.map((code) => levelFor(code, place, draft, problems));
  if (levels.some((each) => each === undefined)) return;
  if (indicator.dimensionLevels !== undefined && indicator.dimensionLevels.length > 0) return;
  draft.indicators.put({ ...indicator, shape: "cube", dimensionLevels: levels.map((each) => each?.code ?? "") });
}
