import { type PeriodLevel, periodLevels, tryPeriod } from "@peil/core/model/period.ts";
import type { PeriodChoice, Selection } from "@peil/core/query/selection.ts";
import type { Fitted, Known } from "./change.ts";

/** The periods for which a chosen indicator has figures on the chosen level, oldest first per level of time; undefined where not yet known. */
export function periodsOf({ details }: Known, selection: Selection): readonly string[] | undefined {
  const codes = new Set<string>();
  for (const code of selection.indicators) {
    const known = details.get(code.toLowerCase());
    if (known === undefined) return undefined;
    const here = known.available.find((each) => each.level.alias === selection.level);
    for (const period of here?.periods ?? []) codes.add(period);
  }
  return [...codes].sort((a, b) => (tryPeriod(a)?.id ?? 0) - (tryPeriod(b)?.id ?? 0));
}

/** The levels of time on which there are figures, coarse to fine. */
export function periodLevelsOf(periods: readonly string[]): readonly PeriodLevel[] {
  const found = new Set(periods.map((code) => tryPeriod(code)?.level));
  return periodLevels.filter((level) => found.has(level));
}

/** Periods without figures go; without any left the newest are asked. */
export function fitPeriods(known: Known, selection: Selection): Fitted {
  const periods = periodsOf(known, selection);
  if (periods === undefined || periods.length === 0) return [selection, []];
  const [choice, dropped] = fitted(selection.periods, periods);
  return [{ ...selection, periods: choice }, dropped ? [{ kind: "periods-dropped" }] : []];
}

function fitted(choice: PeriodChoice, periods: readonly string[]): readonly [PeriodChoice, boolean] {
  if (choice.kind === "recent") return [choice, false];
  if (choice.kind === "list") {
    const codes = periods.filter((code) => choice.codes.includes(code));
    const dropped = codes.length < new Set(choice.codes).size;
    return [codes.length === 0 ? { kind: "recent" } : { kind: "list", codes }, dropped];
  }
  if (choice.level === undefined || periodLevelsOf(periods).some((level) => level === choice.level)) return [choice, false];
  const { level: _, ...rest } = choice;
  return [rest, true];
}

/** How many periods an answer will hold, and which, for who judges it beforehand. */
export function periodsAsked(known: Known, selection: Selection): readonly string[] {
  const { periods: choice } = selection;
  const all = periodsOf(known, selection) ?? [];
  if (choice.kind === "list") return choice.codes;
  if (choice.kind === "recent") return all.slice(-1);
  const level = choice.level ?? periodLevelsOf(all)[0];
  const own = all.filter((code) => tryPeriod(code)?.level === level);
  return choice.kind === "last" ? own.slice(-choice.count) : own;
}
