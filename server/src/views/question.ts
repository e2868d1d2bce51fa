import type { Level } from "@peil/core/model/area.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { parseSelection } from "@peil/core/query/address.ts";
import { findLevel } from "@peil/core/query/choose.ts";
import { coverageOfIndicator } from "@peil/core/query/coverage.ts";
import type { AreaRef, Selection } from "@peil/core/query/selection.ts";

/** Reads the query of an address as a selection. @throws `selection-invalid` and what is unknown */
export function readSelection(text: string): Selection {
  return parseSelection(text);
}

/** The release that a query names. */
export function releaseIn(text: string): string | undefined {
  return new URLSearchParams(text).get("release") || undefined;
}

/** The question that a query asks about one indicator, with everything filled in that it does not say. */
export function questionAbout(catalogue: Catalogue, indicator: Indicator, text: string): Selection {
  const fields = new URLSearchParams(text);
  const given = fields.get("level") ? text : `level=${encodeURIComponent(defaultLevel(catalogue, indicator))}&${text}`;
  return complete(catalogue, indicator, readSelection(`indicator=${encodeURIComponent(indicator.code)}&${given}`));
}

/** The level that readers know where the indicator has figures there, else the first that has. */
function defaultLevel(catalogue: Catalogue, indicator: Indicator): string {
  const coverage = coverageOfIndicator(catalogue, indicator);
  const home = findLevel(catalogue, catalogue.site.homeLevel);
  if (coverage.has(home.id)) return home.alias;
  const levels = catalogue.levels.filter((each) => coverage.has(each.id)).sort(bySequence);
  return (levels.find((each) => each.validTo === undefined) ?? levels[0] ?? home).alias;
}

function bySequence(a: Level, b: Level): number {
  return a.sequence - b.sequence || a.id - b.id;
}

/** Fills in what was not chosen: whom to compare with, and for figures without totals the axes of the cube. */
function complete(catalogue: Catalogue, indicator: Indicator, selection: Selection): Selection {
  const { level, area } = catalogue.site.benchmark;
  const chosen = selection.areas.kind === "list" ? selection.areas.codes : [];
  const isOwn = catalogue.level(level)?.id === catalogue.level(selection.level)?.id && chosen.includes(area);
  const compare: readonly AreaRef[] = selection.compare.length > 0 || isOwn ? selection.compare : [{ level, code: area }];
  const needsAxes = indicator.shape === "cube" && indicator.dataType !== "count" && selection.by.length === 0 && selection.members.length === 0;
  const by = needsAxes ? (indicator.dimensionLevels ?? []) : selection.by;
  return { ...selection, indicators: [indicator.code], compare, by };
}
