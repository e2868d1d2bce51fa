import type { Area, Level } from "@peil/core/model/area.ts";
import { isSurvey } from "@peil/core/survey/companions.ts";
import type { Comparison } from "@peil/core/survey/compare.ts";
import { answer, comparisonsOf } from "../answer.ts";
import type { Release } from "../release.ts";
import { selectionOf } from "./cards.ts";
import type { Chosen } from "./glance-benchmark.ts";
import type { Sheet } from "./glance-table.ts";

/** What the test says of the survey figures of an area: beside the benchmark and beside earlier waves, per indicator code. */
export type Tests = ReadonlyMap<string, readonly Comparison[]>;

const mostKept = 500;
const kept = new WeakMap<Release, Map<string, Promise<readonly Comparison[]>>>();

/** Tests the survey figures among the core set of an area. A group as benchmark has no test: its sample is not known as one. */
export async function testsOf(release: Release, level: Level, area: Area, sheets: readonly Sheet[], chosen: Chosen): Promise<Tests> {
  const asked = sheets.filter((each) => isSurvey(each.indicator));
  const found = await Promise.all(
    asked.map(async (each) => [each.indicator.code, await testOf(release, level, area, each, chosen)] as const),
  );
  return new Map(found);
}

function testOf(release: Release, level: Level, area: Area, sheet: Sheet, chosen: Chosen): Promise<readonly Comparison[]> {
  const compare = chosen.ask?.compare ?? [];
  const all = kept.get(release) ?? new Map<string, Promise<readonly Comparison[]>>();
  kept.set(release, all);
  const key = JSON.stringify([level.id, area.code, sheet.indicator.code, compare]);
  const known = all.get(key);
  if (known !== undefined) return known;
  const selection = selectionOf([sheet.indicator], level.alias, {
    areas: { kind: "list", codes: [area.code] },
    compare,
    periods: { kind: "list", codes: sheet.periods },
  });
  const made = answer(release, selection).then((cube) => comparisonsOf(release, selection, cube));
  made.catch(() => all.delete(key));
  all.set(key, made);
  for (const old of [...all.keys()].slice(0, Math.max(0, all.size - mostKept))) all.delete(old);
  return made;
}
