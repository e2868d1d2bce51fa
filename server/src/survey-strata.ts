import type { Area } from "@peil/core/model/area.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { areasWithin, type ChosenArea } from "@peil/core/query/choose.ts";
import type { Compiled } from "@peil/core/query/compile.ts";
import { companionsOf } from "@peil/core/survey/companions.ts";
import { type Behind, stratifiedBehind } from "@peil/core/survey/estimate.ts";
import { behindOf, codesOf, type ReadFigures, readBeside } from "./survey-companions.ts";

/** What is behind the strata of an area: by code of the indicator, id of the area and id of the period. */
export type Strata = (code: string, area: number, period: number) => readonly Behind[];

/** Reads what is behind the strata of the areas of an answer, for the indicators that name a level of strata. */
export async function readStrata(
  catalogue: Catalogue,
  figures: ReadFigures,
  compiled: Compiled,
  indicators: readonly Indicator[],
): Promise<Strata> {
  const found = new Map<string, Strata>();
  for (const alias of new Set(indicators.flatMap((each) => each.survey?.strata ?? []))) {
    const own = indicators.filter((each) => each.survey?.strata === alias);
    const read = await readLevel(catalogue, figures, compiled, own, alias);
    for (const each of own) if (read) found.set(each.code, read);
  }
  return (code, area, period) => found.get(code)?.(code, area, period) ?? [];
}

async function readLevel(
  catalogue: Catalogue,
  figures: ReadFigures,
  compiled: Compiled,
  indicators: readonly Indicator[],
  alias: string,
): Promise<Strata | undefined> {
  const level = catalogue.level(alias);
  if (level === undefined) return undefined;
  const above = compiled.areas.filter((each) => each.level.id !== level.id);
  const inside = new Map(above.map(({ area }) => [area.id, areasWithin(catalogue, level, area).filter((each) => !each.pseudo)]));
  const all = [...new Set([...inside.values()].flat())];
  if (all.length === 0) return undefined;
  const companions = new Map(indicators.map((each) => [each.code, companionsOf(catalogue, each)]));
  const beside = await readBeside(
    figures,
    { level: level.alias, areas: { kind: "list", codes: all.map((each) => each.code) }, compare: [], pseudo: false },
    [...new Set([...companions.values()].flatMap(codesOf))],
    compiled.periods.map((each) => each.id),
  );
  const position = new Map<Area, number>(all.map((each, at) => [each, at]));
  return (code, area, period) =>
    (inside.get(area) ?? []).map((each) => behindOf(beside, companions.get(code) ?? {}, position.get(each) ?? -1, period));
}

/**
 * The effective number of respondents of an area whose strata were sampled apart; undefined where the indicator has no strata there, or
 * one of them misses its figures: then the area counts as one sample.
 */
export function effectiveOver(strata: Strata, indicator: Indicator, chosen: ChosenArea | undefined, period: number): number | undefined {
  if (chosen === undefined || indicator.survey?.strata === undefined) return undefined;
  return stratifiedBehind(indicator, strata(indicator.code, chosen.area.id, period))?.n;
}
