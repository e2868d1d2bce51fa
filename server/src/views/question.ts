import type { Level } from "@peil/core/model/area.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { memberSplitter, parseSelection, type SelectionDefaults } from "@peil/core/query/address.ts";
import { findLevel } from "@peil/core/query/choose.ts";
import { coverageOfIndicator } from "@peil/core/query/coverage.ts";
import type { Selection } from "@peil/core/query/selection.ts";

/** Reads the query of an address as a selection. @throws `selection-invalid` and what is unknown */
export function readSelection(catalogue: Catalogue, query: string, defaults: SelectionDefaults = {}): Selection {
  return parseSelection(query, { ...defaults, splitMember: memberSplitter(catalogue) });
}

/** The release that a query names. */
export function releaseIn(query: string): string | undefined {
  return new URLSearchParams(query).get("release") || undefined;
}

/** The question that a query asks about one indicator, with everything filled in that it does not say. */
export function questionAbout(catalogue: Catalogue, indicator: Indicator, query: string): Selection {
  const { level, area } = catalogue.site.benchmark;
  const selection = readSelection(catalogue, query, {
    indicators: [indicator.code],
    level: defaultLevel(catalogue, indicator),
    periods: { kind: "all" },
    compare: [{ level, code: area }],
    // Figures without totals are shown as they were loaded.
    by: indicator.shape === "cube" && indicator.dataType !== "count" ? (indicator.dimensionLevels ?? []) : [],
  });
  return { ...selection, indicators: [indicator.code] };
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
