import type { IndicatorView, Read } from "@peil/core/api.ts";
import type { Language } from "@peil/core/model/text.ts";
import type { AreaChoice, AreaRef, MemberRef, PeriodChoice, Selection } from "@peil/core/query/selection.ts";
import { indicatorHref, shows, startSelection } from "./address.ts";
import { formatSelection } from "./selection-text.ts";
import { periodsOffered } from "./widgets/choices.tsx";

function refOf(text: string): AreaRef | undefined {
  const at = text.indexOf(":");
  return at > 0 && at < text.length - 1 ? { level: text.slice(0, at), code: text.slice(at + 1) } : undefined;
}

function areasOf(fields: URLSearchParams): AreaChoice {
  const value = fields.get("area") ?? "*";
  const moved = fields.get("was") !== null && fields.get("was") !== fields.get("level");
  if (value === "*" || value === "" || moved) return { kind: "all" };
  const parent = value.startsWith("in:") ? refOf(value.slice(3)) : undefined;
  if (parent) return { kind: "within", parent };
  return { kind: "list", codes: [...new Set([value, ...fields.getAll("more")])] };
}

function compareOf(fields: URLSearchParams): readonly AreaRef[] {
  const all = new Map<string, AreaRef>();
  for (const text of fields.getAll("compare")) {
    const ref = refOf(text);
    if (ref) all.set(text, ref);
  }
  return [...all.values()];
}

function membersOf(fields: URLSearchParams, by: readonly string[], view: IndicatorView): readonly MemberRef[] {
  const refs = fields.getAll("member").flatMap((text) => {
    const at = text.indexOf("|");
    return at > 0 ? [{ level: text.slice(0, at), code: text.slice(at + 1) }] : [];
  });
  // A dimension that is now split otherwise drops the members of its former split.
  return refs.filter((ref) => {
    const dimension = view.details.dimensions.find((each) => each.levels.some((level) => level.code === ref.level));
    const split = dimension?.levels.find((level) => by.includes(level.code));
    return dimension !== undefined && (split === undefined || split.code === ref.level);
  });
}

function byOf(fields: URLSearchParams, view: IndicatorView): readonly string[] {
  const dimensions = new Set<string>();
  return fields.getAll("by").filter((code) => {
    const dimension = view.details.dimensions.find((each) => each.levels.some((level) => level.code === code));
    if (!dimension || dimensions.has(dimension.code)) return false;
    dimensions.add(dimension.code);
    return true;
  });
}

/** All, the last ones (so that the link stays fresh), or a list. */
function periodsOf(fields: URLSearchParams, offered: readonly string[], before: PeriodChoice): PeriodChoice {
  const ends = [fields.get("from"), fields.get("to")].map((code) => offered.indexOf(code ?? ""));
  const [from = -1, to = -1] = ends.toSorted((a, b) => a - b);
  if (from < 0) return before.kind === "list" ? { kind: "all" } : before;
  const level = before.kind === "all" || before.kind === "last" ? before.level : undefined;
  const named = level === undefined ? {} : { level };
  if (from === 0 && to === offered.length - 1) return { kind: "all", ...named };
  if (to === offered.length - 1) return { kind: "last", count: to - from + 1, ...named };
  return { kind: "list", codes: offered.slice(from, to + 1) };
}

/** Turns the fields of the choices form into the address of the page that was asked for. */
export async function chooseIndicator(code: string, fields: URLSearchParams, language: Language, read: Read): Promise<string> {
  const level = fields.get("level") ?? "";
  const start: Selection = { ...startSelection(code, level, []), areas: areasOf(fields), compare: compareOf(fields) };
  const view = await read("indicator", { code, selection: formatSelection(start) });
  const by = byOf(fields, view);
  const release = fields.get("release");
  const selection: Selection = {
    ...start,
    periods: periodsOf(fields, periodsOffered(view), view.selection.periods),
    by,
    members: membersOf(fields, by, view),
    ...(release === null ? {} : { release }),
  };
  const show = shows.find((each) => each === fields.get("show"));
  return indicatorHref(language, code, selection, show);
}
