import type { AreaCard } from "@peil/core/api.ts";
import type { ExploreRow } from "@peil/core/api-explore.ts";
import { fail } from "@peil/core/errors.ts";
import type { Area, Level } from "@peil/core/model/area.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import type { Release } from "../release.ts";
import { comparable, parseRefs, subjectOf } from "./area.ts";
import { areaCard, cardOfRef, isNumeric, levelCard } from "./cards.ts";
import { exploreRow, type Other } from "./explore-row.ts";
import { chooseBenchmark } from "./glance-benchmark.ts";
import { besideOf } from "./glance-beside.ts";
import { rowOf, type Scene } from "./glance-row.ts";
import { testsOf } from "./glance-survey.ts";
import { type Table, tableFor } from "./glance-table.ts";
import { newestPeriods } from "./newest.ts";
import type { View } from "./scope.ts";
import { themesOf } from "./theme-tree.ts";

/** Areas that can stand beside at once, and the years back that are offered; one of them is that of who does not choose. */
const mostBeside = 2;
const yearsBack = [1, 3, 5, 10] as const;
const usualYears = 5;

/** The interactive application: every indicator of an area in one list, beside one or two areas. */
export const explore: View<"explore"> = async ({ release }, { level: alias, code, compare, since }) => {
  const { catalogue } = release;
  const { level, area } = subjectOf(release, alias, code, "");
  const own = areaCard(level, area);
  const benchmarks = benchmarksOf(catalogue, own, compare);
  const years = yearsOf(since);
  const themes = themesOf(catalogue);
  const sections = themes.top.map((theme) => ({ theme, below: themes.below(theme.code) }));
  const rows = await rowsOf(release, level, area, benchmarks, years);
  const shown = new Set(rows.map((each) => each.indicator.code));
  return {
    area: own,
    level: levelCard(catalogue, level),
    benchmarks,
    since: years,
    usual: { compare: benchmarksOf(catalogue, own, "").map(keyOf).join(","), since: usualYears },
    themes: sections
      .map(({ theme, below }) => ({ theme, indicators: below.map((each) => each.code).filter((each) => shown.has(each)) }))
      .filter((each) => each.indicators.length > 0),
    rows,
    choices: { compare: comparable(catalogue, level), since: yearsBack },
  };
};

const keyOf = ({ level, code }: AreaCard): string => `${level}:${code}`;

/** What is held against: the areas that are asked, at most two; where none is, the site's own benchmark. Never the area itself. */
function benchmarksOf(catalogue: Catalogue, own: AreaCard, compare: string): readonly AreaCard[] {
  const { benchmark } = catalogue.site;
  const asked = parseRefs(compare);
  const refs = asked.length > 0 ? asked : [{ level: benchmark.level, code: benchmark.area }];
  const cards = new Map(refs.map((ref) => cardOfRef(catalogue, ref)).map((each) => [keyOf(each), each]));
  cards.delete(keyOf(own));
  return [...cards.values()].slice(0, mostBeside);
}

function yearsOf(since: string): number {
  if (since === "") return usualYears;
  const found = yearsBack.find((each) => String(each) === since);
  return found ?? fail("selection-invalid", { key: "since", value: since, expected: yearsBack.join(" | ") });
}

const kept = new WeakMap<Catalogue, Map<number, readonly Indicator[]>>();

/** The indicators that have figures on a level, in the order of the theme tree; those that can be found but stand in no theme come last. */
function indicatorsOn(catalogue: Catalogue, level: Level): readonly Indicator[] {
  const perLevel = kept.get(catalogue) ?? new Map<number, readonly Indicator[]>();
  kept.set(catalogue, perLevel);
  const known = perLevel.get(level.id);
  if (known !== undefined) return known;
  const themes = themesOf(catalogue);
  const others = catalogue.indicators.filter((each) => each.visible && each.searchable);
  const all = new Set([...themes.top.flatMap((theme) => themes.below(theme.code)), ...others]);
  const newest = newestPeriods(catalogue, level);
  const made = [...all].filter((each) => isNumeric(each) && each.shape !== "flow" && newest.has(each));
  perLevel.set(level.id, made);
  return made;
}

/** The rows, made as those at a glance are made: the same figures, the same words. */
async function rowsOf(
  release: Release,
  level: Level,
  area: Area,
  benchmarks: readonly AreaCard[],
  years: number,
): Promise<readonly ExploreRow[]> {
  const indicators = indicatorsOn(release.catalogue, level);
  const table = await tableFor(release, level, area, { key: "all", indicators, years: yearsBack });
  const others = await Promise.all(benchmarks.map((each) => otherOf(release, level, area, table, keyOf(each))));
  const first = others[0] ?? (await otherOf(release, level, area, table, "none"));
  const thresholds = release.catalogue.site.judgement ?? {};
  const scene: Scene = { release, level, area, table, ...first, since: years, thresholds };
  return indicators.flatMap((indicator) => {
    const sheet = table.sheets.get(indicator.code);
    const row = sheet && rowOf(scene, indicator);
    return sheet && row ? [exploreRow(scene, sheet, row, others)] : [];
  });
}

async function otherOf(release: Release, level: Level, area: Area, table: Table, ref: string): Promise<Other> {
  const chosen = await chooseBenchmark(release, level, area, ref);
  const [beside, tests] = await Promise.all([
    besideOf(release, level, table, chosen),
    testsOf(release, level, area, [...table.sheets.values()], chosen),
  ]);
  return { chosen, beside, tests };
}
