import type { AreaCard, IndicatorCard, LevelCard } from "@peil/core/api.ts";
import type { Area, Level } from "@peil/core/model/area.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Cube, CubeAxis, Role } from "@peil/core/model/cube.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { tryPeriod } from "@peil/core/model/period.ts";
import { findArea, isForecast } from "@peil/core/query/choose.ts";
import type { AreaRef, Selection } from "@peil/core/query/selection.ts";

/** A level as lists show it; pseudo-areas do not count. */
export function levelCard(catalogue: Catalogue, level: Level): LevelCard {
  const count = catalogue.areasOf(level.id).filter((area) => !area.pseudo).length;
  const { alias, name, plural, synthetic } = level;
  return { alias, name, plural, count, ...(synthetic ? { synthetic } : {}) };
}

/** An area as lists show it. */
export function areaCard(level: Level, area: Area): AreaCard {
  const { code, name, article } = area;
  return { level: level.alias, code, name, ...(area.pseudo ? { pseudo: true } : {}), ...(article ? { article } : {}) };
}

/** The card of a named area. @throws `level-unknown`, `area-unknown` */
export function cardOfRef(catalogue: Catalogue, ref: AreaRef): AreaCard {
  const { level, area } = findArea(catalogue, ref);
  return areaCard(level, area);
}

/** The real areas of a level by Dutch name. */
export function realAreas(catalogue: Catalogue, level: Level): readonly AreaCard[] {
  return catalogue
    .areasOf(level.id)
    .filter((area) => !area.pseudo)
    .map((area) => areaCard(level, area))
    .sort((a, b) => byName.compare(a.name.nl, b.name.nl));
}

const byName = new Intl.Collator("nl");

/** An indicator as lists show it, without its newest figure. */
export function plainCard(indicator: Indicator): IndicatorCard {
  const { code, name, unit, shape, kind } = indicator;
  return { code, name, unit, shape, kind, derived: indicator.formula !== undefined };
}

/** A selection of everything that is not said: all areas of a level in all periods. */
export function selectionOf(indicators: readonly Indicator[], level: string, more: Partial<Selection> = {}): Selection {
  return {
    indicators: indicators.map((each) => each.code),
    level,
    areas: { kind: "all" },
    compare: [],
    periods: { kind: "all" },
    by: [],
    members: [],
    pseudo: false,
    ...more,
  };
}

/** The axis of a role; one without members where the cube has none. */
export function axisOf(cube: Cube, role: Role): CubeAxis {
  return cube.axes.find((each) => each.role === role) ?? { code: role, label: { nl: role }, role, members: [] };
}

/** Whether the figures of an indicator are numbers that can stand beside each other. */
export function isNumeric(indicator: Indicator): boolean {
  return indicator.dataType !== "text" && indicator.dataType !== "label";
}

/** Whether a period (by its code) is a forecast of an indicator. */
export function isForecastCode(indicator: Indicator, code: string): boolean {
  const period = tryPeriod(code);
  return period !== undefined && isForecast(indicator, period);
}
