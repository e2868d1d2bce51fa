import type { Level } from "@peil/core/model/area.ts";
import { tryPeriod } from "@peil/core/model/period.ts";
import type { Text } from "@peil/core/model/text.ts";
import type { Draft } from "./draft.ts";
import { hintFor } from "./hint.ts";
import { finderIn } from "./look-up.ts";
import type { Problems } from "./problems.ts";
import type { LevelUse, Profile } from "./profile.ts";
import type { ResolveOptions } from "./resolve.ts";

/** The first year for which a division holds; where it is not written down, the year after its predecessor's last. */
function firstYear(level: Level, vintages: readonly Level[]): number | undefined {
  if (level.validFrom !== undefined) return level.validFrom;
  const before = vintages
    .map((each) => each.validTo ?? Number.POSITIVE_INFINITY)
    .filter((last) => last < (level.validTo ?? Number.POSITIVE_INFINITY));
  return before.length === 0 ? undefined : Math.max(...before) + 1;
}

function fitOf(level: Level, use: LevelUse, draft: Draft): number {
  const find = finderIn(draft.areasOf(level.id));
  let out = 0;
  for (const code of use.areas.keys()) if (find(code) !== undefined) out++;
  return out;
}

/**
 * The division that a level code in a file means. A code of today's division beside periods from before it stops with a
 * question, and so do area codes that all fit another vintage but not this one; `--as` answers either.
 */
export function resolveLevel(
  profile: Profile,
  use: LevelUse,
  draft: Draft,
  options: ResolveOptions,
  problems: Problems,
): Level | undefined {
  const place = { file: profile.sheet.sheet.file, sheet: profile.sheet.sheet.name, row: firstRow(use) };
  const answer = options.as.get(use.code.toLowerCase());
  const level = draft.level(answer ?? use.code);
  if (level === undefined) {
    // An answer that is no level was named before, with its own mend.
    if (answer !== undefined) return undefined;
    problems.once(`level ${use.code}`, "level-unknown", place, { code: use.code, hint: hintFor(use.code, draft.levelCodes()) });
    return undefined;
  }
  if (answer !== undefined) return level;
  const vintages = draft.levels.values().filter((each) => each.base === level.base);
  if (vintages.length === 1) return level;
  if (isAsked(level, vintages, use)) {
    problems.add("level-question", place, { ...questionOf(level, vintages, use, draft), from: firstYear(level, vintages) ?? "" });
    return undefined;
  }
  return fitsElsewhere(level, vintages, use, draft, place, problems) ? undefined : level;
}

function firstRow(use: LevelUse): number {
  let out = Number.POSITIVE_INFINITY;
  for (const each of use.areas.values()) out = Math.min(out, each.row);
  return out;
}

/** Today's division carries the bare code, so what a file from before it means is not said; an older vintage is named on purpose. */
function isAsked(level: Level, vintages: readonly Level[], use: LevelUse): boolean {
  const from = firstYear(level, vintages);
  if (from === undefined || use.code.toLowerCase() !== level.base.toLowerCase()) return false;
  return yearsOf(use).some((year) => year < from);
}

function yearsOf(use: LevelUse): readonly number[] {
  return [...use.periods.keys()].flatMap((text) => tryPeriod(text)?.year ?? []);
}

function questionOf(level: Level, vintages: readonly Level[], use: LevelUse, draft: Draft): Record<string, string | Text> {
  const total = use.areas.size;
  const fits = vintages.map((each) => ({ alias: each.alias, fit: fitOf(each, use, draft) })).sort((a, b) => b.fit - a.fit);
  const years = [...new Set(yearsOf(use))].sort((a, b) => a - b);
  const list = (of: string): string => fits.map((each) => `${each.alias} ${each.fit} ${of} ${total}`).join(", ");
  const best = fits[0]?.fit ?? 0;
  const answers = fits
    .filter((each) => (each.fit === best && best > 0) || each.alias === level.alias)
    .map((each) => `--as ${use.code}=${each.alias}`);
  return {
    code: use.code,
    periods: years.length > 1 ? `${years[0]}–${years.at(-1)}` : String(years[0] ?? ""),
    fits: { nl: list("van"), en: list("of") },
    answers: { nl: answers.join(" of "), en: answers.join(" or ") },
  };
}

function fitsElsewhere(
  level: Level,
  vintages: readonly Level[],
  use: LevelUse,
  draft: Draft,
  place: { file: string; sheet: string; row: number },
  problems: Problems,
): boolean {
  const total = use.areas.size;
  const fit = fitOf(level, use, draft);
  if (fit === total) return false;
  const better = vintages.find((each) => each.id !== level.id && fitOf(each, use, draft) === total);
  if (better === undefined) return false;
  problems.add("area-fits-elsewhere", place, { level: use.code, better: better.alias, unknown: total - fit, total });
  return true;
}
