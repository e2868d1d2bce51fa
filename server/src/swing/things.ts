import { setImmediate as later } from "node:timers/promises";
import { addsUp } from "@peil/core/guards/additive.ts";
import type { Area, Level } from "@peil/core/model/area.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { DimensionLevel } from "@peil/core/model/dimension.ts";
import type { Indicator, Source } from "@peil/core/model/indicator.ts";
import { type Period, type PeriodLevel, periodLevels, periodOfId } from "@peil/core/model/period.ts";
import type { Text } from "@peil/core/model/text.ts";
import { columnsOf } from "@peil/core/query/compile-cells.ts";
import { computedBy, coverageOfIndicator, leavesOf, periodsOf } from "@peil/core/query/coverage.ts";
import type { Metres } from "../places/systems.ts";
import type { Row } from "./odata-types.ts";

/** How the code of an area is written: bare, or behind its level (`gemeente_11002`) as most of today's sites write it. */
export type AreaCodes = "bare" | "level";

/** The code of an area as the service writes it. */
export function areaCode(codes: AreaCodes, level: Level, area: Pick<Area, "code">): string {
  return codes === "bare" ? area.code : `${level.alias}_${area.code}`;
}

const nl = (text: Text | undefined): string | null => text?.nl ?? null;

/** What the service knows of a release: only what readers are offered, and only where there are figures. */
export type Offer = {
  readonly variables: readonly Indicator[];
  readonly cubes: readonly Indicator[];
  readonly sources: readonly Source[];
  readonly units: readonly string[];
  readonly levels: readonly Level[];
  readonly periods: readonly Period[];
  /** Codes of the dimensions of the cubes, in small letters. */
  readonly dimensions: ReadonlySet<string>;
};

const offers = new WeakMap<Catalogue, Offer>();

/** What is offered of a catalogue, gathered once. */
export function offerOf(catalogue: Catalogue): Offer {
  const known = offers.get(catalogue);
  if (known !== undefined) return known;
  const visible = catalogue.indicators.filter((each) => each.visible && hasFigures(catalogue, each));
  const cubes = visible.filter((each) => each.shape === "cube");
  const sources = new Set(visible.flatMap(({ source }) => source?.toLowerCase() ?? []));
  const made: Offer = {
    variables: visible.filter((each) => each.shape !== "cube" || addsUp(each)),
    cubes,
    sources: catalogue.sources.filter((each) => sources.has(each.code.toLowerCase())),
    units: [...new Set(visible.map(({ unit }) => unit.nl).filter((each) => each !== ""))].sort(),
    levels: catalogue.levels.filter((level) => catalogue.areasOf(level.id).length > 0),
    periods: periodsIn(catalogue, visible),
    dimensions: new Set(cubes.flatMap((cube) => columnsOf(catalogue, cube).map((each) => each.dimension.toLowerCase()))),
  };
  offers.set(catalogue, made);
  return made;
}

/** Whether an indicator has a figure on any level. */
function hasFigures(catalogue: Catalogue, indicator: Indicator): boolean {
  const expression = computedBy(indicator);
  if (expression === undefined) return catalogue.coverageOf(indicator.id).size > 0;
  const leaves = leavesOf(expression).flatMap((code) => catalogue.indicator(code) ?? []);
  const levels = new Set(
    leaves.flatMap((leaf) => (computedBy(leaf) ? catalogue.levels.map(({ id }) => id) : [...catalogue.coverageOf(leaf.id).keys()])),
  );
  return [...levels].some((level) => {
    const periods = periodsOf(catalogue, indicator, level);
    return periods === "any" || periods.size > 0;
  });
}

function periodsIn(catalogue: Catalogue, visible: readonly Indicator[]): readonly Period[] {
  const ids = new Set<number>();
  for (const { id } of visible) {
    for (const { loaded, computed } of catalogue.coverageOf(id).values()) for (const each of [...loaded, ...computed]) ids.add(each);
  }
  return [...ids].sort((a, b) => a - b).map(periodOfId);
}

/** The levels on which an indicator has figures, coarse to fine, with their periods by time. */
export function coveredBy(
  catalogue: Catalogue,
  indicator: Indicator,
): readonly { readonly level: Level; readonly periods: readonly Period[] }[] {
  return [...coverageOfIndicator(catalogue, indicator)]
    .flatMap(([id, periods]) => {
      const level = catalogue.levelById(id);
      return level === undefined ? [] : [{ level, periods: periods.map(periodOfId) }];
    })
    .sort((a, b) => a.level.sequence - b.level.sequence || a.level.id - b.level.id);
}

/** The levels of time among periods, coarse to fine. */
export function levelsOfTime(periods: readonly Period[]): readonly PeriodLevel[] {
  return periodLevels.filter((level) => periods.some((each) => each.level === level));
}

/** The classifications of a dimension that a cube can be split by; without a cube all of them. */
export function levelsOfDimension(catalogue: Catalogue, dimension: string, cube?: Indicator): readonly DimensionLevel[] {
  const wanted = dimension.toLowerCase();
  const all = catalogue.dimensionLevels.filter((each) => each.dimension.toLowerCase() === wanted);
  if (cube === undefined) return all;
  const loaded = columnsOf(catalogue, cube).filter((each) => each.dimension.toLowerCase() === wanted);
  return all.filter((each) => loaded.some((column) => column.id === each.id || catalogue.memberMap(column.id, each.id) !== undefined));
}

const rows = new WeakMap<Indicator, Row>();
const texts = new WeakMap<Indicator, string>();

/** An indicator or cube as a row: there are thousands, and programs ask for all, so each is made once. */
export function variableRow(indicator: Indicator): Row {
  const known = rows.get(indicator) ?? rowOfVariable(indicator);
  rows.set(indicator, known);
  return known;
}

/** The row of an indicator as JSON. */
export function variableText(indicator: Indicator): string {
  const known = texts.get(indicator) ?? JSON.stringify(variableRow(indicator));
  texts.set(indicator, known);
  return known;
}

/** Makes the rows of all variables ready, a few at a time, so that others are answered meanwhile. */
export async function prepareOffer(catalogue: Catalogue): Promise<void> {
  const { variables } = offerOf(catalogue);
  for (let from = 0; from < variables.length; from += 500) {
    for (const each of variables.slice(from, from + 500)) variableText(each);
    await later();
  }
}

function rowOfVariable(indicator: Indicator): Row {
  return {
    ExternalCode: indicator.code,
    Name: indicator.name.nl,
    Description: nl(indicator.description),
    MoreInformation: nl(indicator.more),
    Unit: indicator.unit.nl === "" ? null : indicator.unit.nl,
    DataSource: indicator.source ?? null,
    DataType: indicator.dataType,
    PeriodType: indicator.periodType,
    StartPeriod: indicator.startPeriod ?? null,
    EndPeriod: indicator.endPeriod ?? null,
    ForecastPeriod: indicator.forecastFrom ?? null,
    Footnote: nl(indicator.footnote),
    Keywords: nl(indicator.keywords),
    Formula: indicator.formula ?? null,
    RoundOff: indicator.decimals ?? null,
  };
}

/** A source as a row. */
export function sourceRow(source: Source): Row {
  return {
    ExternalCode: source.code,
    Name: source.name.nl,
    Publisher: source.publisher ?? null,
    Url: source.url ?? null,
    Licence: source.licence ?? null,
    LicenceUrl: source.licenceUrl ?? null,
    Citation: nl(source.citation),
    Footnote: nl(source.footnote),
    ReferenceDate: nl(source.referenceDate),
  };
}

/** What levels of time are called. */
export const timeNames: Readonly<Record<PeriodLevel, Text>> = {
  year: { nl: "Jaar", en: "Year" },
  schoolyear: { nl: "Schooljaar", en: "School year" },
  halfyear: { nl: "Halfjaar", en: "Half-year" },
  quarter: { nl: "Kwartaal", en: "Quarter" },
  month: { nl: "Maand", en: "Month" },
};

/** A level of time as a row. */
export function timeRow(level: PeriodLevel): Row {
  return { ExternalCode: level, Name: timeNames[level].nl };
}

/** A period as a row. */
export function periodRow({ code, level }: Period): Row {
  return { ExternalCode: code, Name: code, FullName: code, PeriodLevel: level };
}

/** A level of areas as a row. */
export function levelRow(level: Level): Row {
  return { ExternalCode: level.alias, Name: level.name.nl };
}

/** An area as a row. @param spot a point in it in metres (Belgian Lambert 72), where its borders are known */
export function areaRow(codes: AreaCodes, level: Level, area: Area, spot: Metres | undefined): Row {
  return {
    ExternalCode: areaCode(codes, level, area),
    Name: area.name.nl,
    GeoLevel: level.alias,
    PointX: spot?.[0] ?? null,
    PointY: spot?.[1] ?? null,
  };
}

/** Words for the newest period. */
export const newest: ReadonlySet<string> = new Set(["mrp", "mostrecent", "mostrecentperiod"]);
