import type { IndicatorDetails } from "@peil/core/api.ts";
import { PeilError } from "@peil/core/errors.ts";
import { parseSelection, type SplitMember } from "@peil/core/query/address.ts";
import type { Selection } from "@peil/core/query/selection.ts";

/** Splits `leeftijd5_0-4` by the dimension levels that indicators have: their codes may hold `_` themselves; the longest that fits wins. */
export function splitterOf(details: readonly IndicatorDetails[]): SplitMember {
  const levels = details.flatMap((each) => each.dimensions.flatMap((dimension) => dimension.levels));
  return (text) => {
    const lower = text.toLowerCase();
    const fitting = levels.filter((each) => lower.startsWith(`${each.code.toLowerCase()}_`));
    const known = fitting.filter((each) => each.members.some((one) => `${each.code}_${one.code}`.toLowerCase() === lower));
    const [best] = (known.length > 0 ? known : fitting).toSorted((a, b) => b.code.length - a.code.length);
    if (best) return { level: best.code, code: text.slice(best.code.length + 1) };
    const at = text.indexOf("_");
    return at > 0 && at < text.length - 1 ? { level: text.slice(0, at), code: text.slice(at + 1) } : undefined;
  };
}

/** The indicators that a question names, before more is known of them. @throws `selection-invalid` */
export function indicatorsOf(text: string): readonly string[] {
  return parseSelection(text).indicators;
}

/** Reads a question with what is known of its indicators; undefined where nothing is asked, or nothing readable. */
export function questionOf(text: string, details: readonly IndicatorDetails[]): Selection | undefined {
  try {
    return text === "" ? undefined : parseSelection(text, { splitMember: splitterOf(details) });
  } catch (error) {
    if (error instanceof PeilError) return undefined;
    throw error;
  }
}
