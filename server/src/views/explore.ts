import type { AreaCard, ProfileCell } from "@peil/core/api.ts";
import type { ExploreRow } from "@peil/core/api-explore.ts";
import { fail } from "@peil/core/errors.ts";
import type { Area, Level } from "@peil/core/model/area.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { decimalsOf } from "@peil/core/query/assemble.ts";
import { isSurvey } from "@peil/core/survey/companions.ts";
import type { Release } from "../release.ts";
import { comparable, parseRefs, subjectOf } from "./area.ts";
import { areaCard, cardOfRef, levelCard, plainCard } from "./cards.ts";
import { figuresBeside, figuresNow, figuresThen, peersAround, scoresNow } from "./explore-peers.ts";
import { surveyWords } from "./explore-survey.ts";
import { besideOf, changeOf, judgementOf, type Standing } from "./explore-words.ts";
import { newestPeriods } from "./newest.ts";
import { rankOf } from "./ranking.ts";
import type { View } from "./scope.ts";
import { themesOf } from "./theme-tree.ts";

/** Areas that can stand beside at once, and the years back that are offered; the first is the one of who does not choose. */
const mostBeside = 2;
const yearsBack = [5, 1, 3, 10] as const;

/** The interactive application: every indicator of an area in one list, beside one or two areas. */
export const explore: View<"explore"> = async ({ release }, { level: alias, code, compare, since }) => {
  const { catalogue } = release;
  const { level, area } = subjectOf(release, alias, code, "");
  const benchmarks = benchmarksOf(catalogue, areaCard(level, area), compare);
  const years = yearsOf(since);
  const themes = themesOf(catalogue);
  const sections = themes.top.map((theme) => ({ theme, below: themes.below(theme.code) }));
  const asked = new Map(sections.flatMap((each) => each.below).map((each) => [each.code, each]));
  const rows = await rowsOf(release, level, area, benchmarks, years, [...asked.values()]);
  const shown = new Set(rows.map((each) => each.indicator.code));
  return {
    area: areaCard(level, area),
    level: levelCard(catalogue, level),
    benchmarks,
    since: years,
    usual: { compare: benchmarksOf(catalogue, areaCard(level, area), "").map(keyOf).join(","), since: yearsBack[0] },
    themes: sections
      .map(({ theme, below }) => ({ theme, indicators: below.map((each) => each.code).filter((each) => shown.has(each)) }))
      .filter((each) => each.indicators.length > 0),
    rows,
    choices: { compare: comparable(catalogue, level), since: yearsBack.toSorted((a, b) => a - b) },
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
  if (since === "") return yearsBack[0];
  const found = yearsBack.find((each) => String(each) === since);
  return found ?? fail("selection-invalid", { key: "since", value: since, expected: yearsBack.toSorted((a, b) => a - b).join(" | ") });
}

async function rowsOf(
  release: Release,
  level: Level,
  area: Area,
  benchmarks: readonly AreaCard[],
  years: number,
  indicators: readonly Indicator[],
): Promise<readonly ExploreRow[]> {
  const peers = peersAround(release, level, area);
  const [now, scores, then, surveyed, ...beside] = await Promise.all([
    figuresNow(release, peers),
    scoresNow(release, peers),
    figuresThen(release, peers, years),
    surveyWords(release, level, area, benchmarks, indicators.filter(isSurvey), years),
    ...benchmarks.map((each) => figuresBeside(release, level, each)),
  ]);
  const periods = newestPeriods(release.catalogue, level);
  const themes = themesOf(release.catalogue);
  return indicators.flatMap((indicator): readonly ExploreRow[] => {
    const figures = now.get(indicator.code);
    const cell = figures?.cells.get(area.code);
    const others = beside.map((each) => each.get(indicator.code) ?? nothing);
    if (figures === undefined || cell === undefined || isEmpty([cell, ...others])) return [];
    const z = indicator.kind === "survey" ? undefined : scores.get(indicator.code)?.get(area.code)?.value;
    const standing: Standing = { indicator, level, benchmarks, cell, others, z, figures, tested: surveyed.get(indicator.code) };
    const judgement = judgementOf(standing, release.catalogue.site.judgement);
    const rank = peers.whole ? rankOf(indicator, cell.value, figures.values) : undefined;
    return [
      {
        indicator: plainCard(indicator),
        dataType: indicator.dataType,
        rating: indicator.rating,
        decimals: decimalsOf(indicator),
        themes: [...new Set(themes.placesOf(indicator.code).flatMap((path) => path.map((step) => step.code)))],
        period: periods.get(indicator) ?? "",
        cell,
        beside: besideOf(standing),
        ...(rank ? { rank } : {}),
        ...(figures.spread ? { spread: figures.spread } : {}),
        ...(z === undefined ? {} : { z }),
        ...(judgement ? { judgement } : {}),
        ...changeOf(standing, then.get(indicator.code), area, release.catalogue.site.judgement),
      },
    ];
  });
}

const nothing: ProfileCell = { status: 1 };

function isEmpty(cells: readonly ProfileCell[]): boolean {
  return cells.every((each) => each.value === undefined && each.status === 1);
}
