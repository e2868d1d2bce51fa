import { periodOfId } from "@peil/core/model/period.ts";
import type { Edits } from "../store/documents.ts";
import type { StagedChange, StagedUse } from "../store/staged.ts";
import type { Draft } from "./draft.ts";
import type { Recognised } from "./layout.ts";
import type { DefinitionCounts, IndicatorReport, SheetReport } from "./preview.ts";
import type { ResolvedSheet } from "./resolve.ts";

/** How many definitions edits hold. */
export function countEdits(edits: Edits): DefinitionCounts {
  return {
    levels: edits.levels?.length ?? 0,
    areas: edits.areas?.length ?? 0,
    tables: edits.tables?.length ?? 0,
    dimensions: edits.dimensions?.length ?? 0,
    dimensionLevels: edits.dimensionLevels?.length ?? 0,
    members: edits.members?.length ?? 0,
    memberLinks: edits.memberLinks?.length ?? 0,
    sources: edits.sources?.length ?? 0,
    indicators: edits.indicators?.length ?? 0,
    themes: edits.themes?.length ?? 0,
    workspaces: edits.site?.formerWorkspaces?.length ?? 0,
  };
}

const template = { nl: "een leeg sjabloon: er staat geen enkele waarde in", en: "an empty template: it holds no value" };

/** What became of each sheet. Data sheets without a value are templates. */
export function sheetReports(sheets: readonly Recognised[], resolved: readonly ResolvedSheet[]): readonly SheetReport[] {
  return sheets.map((sheet): SheetReport => {
    const base = { file: sheet.sheet.file, sheet: sheet.sheet.name };
    if (sheet.kind === "left") return { ...base, kind: "left", reason: sheet.reason, rows: 0 };
    const profile = resolved.find((each) => each.profile.sheet === sheet)?.profile;
    if (profile !== undefined && profile.rows === 0) return { ...base, kind: "left", reason: template, rows: 0 };
    const rows = profile?.rows ?? ("rows" in sheet ? sheet.rows.length : 0);
    return { ...base, kind: sheet.kind, rows, ...("level" in sheet ? { level: sheet.level } : {}) };
  });
}

/** What each indicator gets. */
export function indicatorReports(
  draft: Draft,
  known: ReadonlySet<number>,
  uses: readonly StagedUse[],
  changes: readonly StagedChange[],
): readonly IndicatorReport[] {
  const codes = new Map(draft.indicators.values().map((each) => [each.id, each.code]));
  return changes.map((change) => {
    const own = uses.filter((each) => each.indicator === change.indicator);
    const states: Record<number, number> = {};
    for (const each of own) for (const [state, n] of Object.entries(each.states)) states[Number(state)] = (states[Number(state)] ?? 0) + n;
    return {
      code: codes.get(change.indicator) ?? "",
      created: !known.has(change.indicator),
      levels: own.map((each) => ({
        level: draft.levels.get(each.level)?.alias ?? "",
        rows: each.rows,
        periods: each.periods.length,
        first: periodOfId(each.periods[0] ?? 0).code,
        last: periodOfId(each.periods.at(-1) ?? 0).code,
      })),
      records: own.reduce((sum, each) => sum + each.rows, 0),
      states,
      added: change.added,
      changed: change.changed,
      unchanged: change.unchanged,
      gone: change.gone,
    };
  });
}
