import { formatSelection, selectionKeys } from "./address.ts";
import type { Selection } from "./selection.ts";

const every: ReadonlySet<string> = new Set(selectionKeys);

/**
 * The query of an indicator page, whose path names the indicator. A page fills in level, periods and comparison itself where
 * its address does not name them, so they are always written: what a reader chose stays chosen, also *no comparison*.
 * @param keys write only these keys; the others are left to the page
 */
export function formatPageSelection(selection: Selection, keys: ReadonlySet<string> = every): string {
  return formatSelection(selection, {
    indicators: selection.indicators,
    // What no selection holds differs from every choice, so the choice is written.
    level: keys.has("level") ? "" : selection.level,
    periods: keys.has("period") ? { kind: "list", codes: [] } : selection.periods,
    compare: keys.has("compare") ? [{ level: "", code: "" }] : selection.compare,
  });
}
