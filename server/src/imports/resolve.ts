import type { Level } from "@peil/core/model/area.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { tryPeriod } from "@peil/core/model/period.ts";
import type { Text } from "@peil/core/model/text.ts";
import { blankIndicator, isIndicatorCode } from "./define-indicators.ts";
import type { Draft } from "./draft.ts";
import { hintFor } from "./hint.ts";
import { type Coded, finderIn } from "./look-up.ts";
import type { Problems } from "./problems.ts";
import type { LevelUse, Profile, Use } from "./profile.ts";
import { resolveLevel } from "./resolve-level.ts";

/** How an import treats what it does not know. */
export type ResolveOptions = {
  /** Answers: what a level code in the files means. In lower case. */
  readonly as: ReadonlyMap<string, string>;
  readonly create: boolean;
  readonly skipUnknown: boolean;
};

/** A level code of a sheet, looked up: its id, and ids of periods and areas by the texts in the file. */
export type ResolvedLevel = {
  readonly level: Level;
  readonly periods: ReadonlyMap<string, number>;
  readonly areas: ReadonlyMap<string, number>;
};

/** A data sheet with every code looked up. What is missing from a map is skipped. */
export type ResolvedSheet = {
  readonly profile: Profile;
  readonly levels: ReadonlyMap<string, ResolvedLevel>;
  /** By code in lower case. */
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** Whether records with unknown codes are skipped without a word about what else is wrong with them. */
  readonly skipUnknown: boolean;
  /** Per member column of the sheet: ids by text, and its place among the cube's columns. */
  readonly members: readonly { readonly ids: ReadonlyMap<string, number>; readonly position: number }[];
};

/** Looks up every code of a data sheet and says which are unknown. */
export async function resolveSheet(profile: Profile, draft: Draft, options: ResolveOptions, problems: Problems): Promise<ResolvedSheet> {
  const levels = new Map<string, ResolvedLevel>();
  for (const use of profile.levels.values()) {
    const level = resolveLevel(profile, use, draft, options, problems);
    if (level !== undefined) levels.set(use.code, resolveUse(profile, use, level, draft, options, problems));
  }
  const indicators = await resolveIndicators(profile, draft, options, problems);
  const members = resolveMembers(profile, [...indicators.values()][0], draft, options, problems);
  return { profile, levels, indicators, members, skipUnknown: options.skipUnknown };
}

function placeOf(profile: Profile, row: number): { file: string; sheet: string; row: number } {
  return { file: profile.sheet.sheet.file, sheet: profile.sheet.sheet.name, row };
}

function resolveUse(
  profile: Profile,
  use: LevelUse,
  level: Level,
  draft: Draft,
  options: ResolveOptions,
  problems: Problems,
): ResolvedLevel {
  const periods = new Map<string, number>();
  for (const [text, { row }] of use.periods) {
    const period = tryPeriod(text);
    if (period === undefined)
      problems.once(`${profile.sheet.sheet.file}/${profile.sheet.sheet.name}/${text}`, "period-unreadable", placeOf(profile, row), {
        text,
      });
    else periods.set(text, period.id);
  }
  const areas = lookUp(use.areas, draft.areasOf(level.id), (text, found, each) => {
    if (found !== undefined) {
      problems.add("code-zeros", placeOf(profile, each.row), { code: text, level: level.alias, known: found });
      return;
    }
    if (options.skipUnknown) {
      problems.add("skipped-unknown", placeOf(profile, each.row), {
        count: each.count,
        what: { nl: "het gebied", en: "area" },
        code: text,
      });
      return;
    }
    problems.add("area-unknown", placeOf(profile, each.row), () => {
      const codes = [...draft.areasOf(level.id).values()].map((area) => area.code);
      return { level: level.alias, code: text, hint: hintFor(text, codes) };
    });
  });
  return { level, periods, areas };
}

/** Ids by the texts in the file; `tell` hears of what is unknown, and of leading zeros put right. */
function lookUp(
  uses: ReadonlyMap<string, Use>,
  known: ReadonlyMap<string, Coded>,
  tell: (text: string, found: string | undefined, use: Use) => void,
): ReadonlyMap<string, number> {
  const out = new Map<string, number>();
  const find = finderIn(known);
  for (const [text, use] of uses) {
    const found = find(text);
    if (found === undefined || !found.exact) tell(text, found?.code, use);
    if (found !== undefined) out.set(text, found.id);
  }
  return out;
}

/** What messages call figures of each shape. */
export const shapeWords: Readonly<Record<Indicator["shape"], Text>> = {
  flat: { nl: "een plat onderwerp", en: "a flat indicator" },
  cube: { nl: "een kubus", en: "a cube" },
  flow: { nl: "stroomdata", en: "flow data" },
};

async function resolveIndicators(
  profile: Profile,
  draft: Draft,
  options: ResolveOptions,
  problems: Problems,
): Promise<ReadonlyMap<string, Indicator>> {
  const out = new Map<string, Indicator>();
  const shape = profile.ends !== undefined ? "flow" : profile.columns.members.length > 0 ? "cube" : "flat";
  const given = profile.columns.variable < 0 ? profile.columns.indicators : [...profile.values.values()];
  if (shape === "cube" && given.length !== 1) {
    const columns = given.map((each) => each.code).join(", ") || "–";
    problems.add("cube-one-indicator", placeOf(profile, profile.sheet.header.number), { columns });
    return out;
  }
  for (const [key, use] of profile.values) {
    const place = { ...placeOf(profile, use.row), column: use.column };
    if (use.numbers + use.texts === 0 && profile.columns.variable < 0) {
      problems.add("column-empty", place, { head: use.code, letters: use.column });
      continue;
    }
    const found = draft.indicators.get(key) ?? (await unknown(profile, use, draft, options, problems));
    if (found === undefined) continue;
    if (found.formula !== undefined) {
      problems.add("formula-holds-data", place, { indicator: found.code });
    } else if (shape === "flow" && found.shape === "flat" && draft.indicators.isChanged(key)) {
      // Defined in the same import without a geo type.
      draft.indicators.put({ ...found, shape, flow: "directed" });
      out.set(key, draft.indicators.get(key) ?? found);
    } else if (found.shape !== shape && !(shape === "cube" && draft.indicators.isChanged(key))) {
      problems.add("indicator-shape", place, { indicator: found.code, is: shapeWords[found.shape], given: shapeWords[shape] });
    } else {
      out.set(key, found);
    }
  }
  return out;
}

async function unknown(
  profile: Profile,
  use: Profile["values"] extends Map<string, infer U> ? U : never,
  draft: Draft,
  options: ResolveOptions,
  problems: Problems,
): Promise<Indicator | undefined> {
  const place = { ...placeOf(profile, use.row), column: use.column };
  if (options.create) {
    if (!isIndicatorCode(use.code)) {
      problems.add("code-invalid", place, { code: use.code });
      return undefined;
    }
    const flow = profile.ends === undefined ? {} : ({ shape: "flow", flow: "directed" } as const);
    const made = { ...blankIndicator(await draft.allocate("indicator", 1), use.code), ...flow };
    draft.indicators.put(use.texts > 0 ? { ...made, dataType: "text", aggregatesAreas: false, aggregatesPeriods: false } : made);
    return draft.indicators.get(use.code.toLowerCase());
  }
  if (options.skipUnknown) {
    const count = use.numbers + use.texts;
    problems.add("skipped-unknown", place, { count, what: { nl: "het onderwerp", en: "indicator" }, code: use.code });
    return undefined;
  }
  problems.add(profile.columns.variable < 0 ? "column-unknown" : "indicator-unknown", place, () => {
    const codes = [...draft.indicators.values(), ...draft.dimensionLevels.values()].map((each) => each.code);
    return { head: use.code, code: use.code, hint: hintFor(use.code, codes) };
  });
  return undefined;
}

function resolveMembers(
  profile: Profile,
  cube: Indicator | undefined,
  draft: Draft,
  options: ResolveOptions,
  problems: Problems,
): ResolvedSheet["members"] {
  const { members } = profile.columns;
  if (members.length === 0 || cube === undefined) return [];
  const given = members.map((each) => draft.dimensionLevels.get(each.level.toLowerCase())?.code ?? each.level);
  const wanted = cube.dimensionLevels ?? [];
  if (wanted.length === 0) draft.indicators.put({ ...cube, shape: "cube", dimensionLevels: given });
  else if (wanted.length !== given.length || !given.every((code) => wanted.some((each) => each.toLowerCase() === code.toLowerCase()))) {
    const details = { indicator: cube.code, wanted: wanted.join(", "), given: given.join(", ") };
    problems.add("cube-columns", placeOf(profile, profile.sheet.header.number), details);
  }
  const order = (wanted.length === 0 ? given : wanted).map((each) => each.toLowerCase());
  return members.map(({ level: code }, n) => {
    const level = draft.dimensionLevels.get(code.toLowerCase());
    if (level === undefined) {
      problems.add("dimension-level-unknown", placeOf(profile, profile.sheet.header.number), {
        code,
        hint: hintFor(
          code,
          draft.dimensionLevels.values().map((each) => each.code),
        ),
      });
      return { ids: new Map(), position: n };
    }
    const known = draft.membersOf(level.id);
    const ids = lookUp(profile.members[n] ?? new Map(), known, (text, found, use) => {
      const place = placeOf(profile, use.row);
      if (found !== undefined) problems.add("code-zeros", place, { code: text, level: level.code, known: found });
      else if (options.skipUnknown)
        problems.add("skipped-unknown", place, { count: use.count, what: { nl: "het item", en: "member" }, code: text });
      else {
        const codes = [...known.values()].map((each) => each.code);
        problems.add("member-unknown", place, () => ({ level: level.code, code: text, hint: hintFor(text, codes) }));
      }
    });
    return { ids, position: order.indexOf(level.code.toLowerCase()) };
  });
}
