import { formatSelection as formatWhole } from "@peil/core/query/address.ts";
import type { PeriodChoice, Selection } from "@peil/core/query/selection.ts";

/** The query text of a selection on the page of its indicator, which is named by the path. */
export function formatSelection(selection: Selection): string {
  return formatWhole({ ...selection, indicators: [] });
}

/** The text of a choice of periods; empty for the default. */
export function formatPeriods(periods: PeriodChoice): string {
  const query = formatWhole({
    indicators: [],
    level: "",
    areas: { kind: "all" },
    compare: [],
    periods,
    by: [],
    members: [],
    pseudo: false,
  });
  return decodeURIComponent(query.replace(/^period=/, ""));
}

/** Whether a query says something about a key. */
function says(query: string, key: string): boolean {
  return (new URLSearchParams(query).get(key) ?? "") !== "";
}

/** A query that shows the whole series where it names no periods. A table of crossed dimensions shows the newest period then. */
export function withSeries(query: string): string {
  if (says(query, "period") || says(query, "by")) return query;
  return query === "" ? "period=all" : `${query}&period=all`;
}
