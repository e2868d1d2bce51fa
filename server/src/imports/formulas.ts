import { explainError, PeilError } from "@peil/core/errors.ts";
import { checkAll } from "@peil/core/formula/check.ts";
import type { Place } from "@peil/core/import-problems.ts";
import { openCatalogue } from "@peil/core/model/catalogue.ts";
import type { Draft } from "./draft.ts";
import type { Recognised } from "./layout.ts";
import type { Problems } from "./problems.ts";

/** Tells which of some indicators have figures that count. */
export type Standing = (indicators: readonly number[]) => Promise<ReadonlySet<number>>;

/** Checks the formulas that an import brings: they parse, refer to what exists, make no circle, and stand over no loaded figures. */
export async function checkFormulas(sheets: readonly Recognised[], draft: Draft, standing: Standing, problems: Problems): Promise<void> {
  const changed = draft.indicators.changed().filter((each) => each.formula !== undefined);
  if (changed.length === 0) return;
  const places = placesOf(sheets);
  const loaded = await standing(changed.map((each) => each.id));
  const catalogue = openCatalogue(draft.forFormulas());
  for (const indicator of changed) {
    const place = places.get(indicator.code.toLowerCase()) ?? { file: "" };
    if (loaded.has(indicator.id)) problems.add("formula-over-data", place, { indicator: indicator.code });
    try {
      checkAll([indicator], catalogue);
    } catch (error) {
      if (!(error instanceof PeilError)) throw error;
      const [nl, en] = [explainError(error, "nl"), explainError(error, "en")];
      const details = { indicator: indicator.code, message: { nl: nl.message, en: en.message }, mend: { nl: nl.mend, en: en.mend } };
      problems.add("formula-wrong", place, details);
    }
  }
}

/** Where each indicator is defined, by code in lower case. */
function placesOf(sheets: readonly Recognised[]): ReadonlyMap<string, Place> {
  const out = new Map<string, Place>();
  for (const sheet of sheets) {
    if (sheet.kind !== "indicators") continue;
    for (const row of sheet.rows) out.set(row.code.toLowerCase(), { file: sheet.sheet.file, sheet: sheet.sheet.name, row: row.row });
  }
  return out;
}
