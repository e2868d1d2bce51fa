import type { Text } from "@peil/core/model/text.ts";
import type { Draft } from "./draft.ts";
import { hintFor } from "./hint.ts";
import type { Recognised, WorkspaceRow } from "./layout.ts";
import type { Problems } from "./problems.ts";

type WorkspacesSheet = Extract<Recognised, { kind: "workspaces" }>;
type Code = { readonly kind: "indicator" | "level" | "area"; readonly code: string; readonly level?: string };

const words: Readonly<Record<Code["kind"], Text>> = {
  indicator: { nl: "het onderwerp", en: "the indicator" },
  level: { nl: "het gebiedsniveau", en: "the area level" },
  area: { nl: "het gebied", en: "the area" },
};

/** Adds where workspaces of a former site lead, or changes it. None goes away. */
export function defineWorkspaces(sheet: WorkspacesSheet, draft: Draft, problems: Problems): void {
  const seen = new Map<string, string>();
  for (const row of sheet.rows) {
    const place = { file: sheet.sheet.file, sheet: sheet.sheet.name, row: row.row };
    const guid = row.guid.replace(/^\{|\}$/g, "").toLowerCase();
    if (!/^[\w-]{1,100}$/.test(guid)) {
      problems.add("workspace-guid", place, { text: row.guid });
      continue;
    }
    const to = addressOf(row);
    if (to === undefined) {
      problems.add("workspace-target", place, { guid, text: row.target });
      continue;
    }
    for (const each of codesIn(to)) {
      const candidates = missing(each, draft);
      if (candidates === undefined) continue;
      problems.add("workspace-unknown", place, () => ({
        guid,
        what: words[each.kind],
        code: each.code,
        hint: hintFor(each.code, candidates),
      }));
    }
    if ((seen.get(guid) ?? to) !== to) problems.add("workspace-twice", place, { guid });
    seen.set(guid, to);
    draft.putWorkspace(guid, to);
  }
}

/** The address of this site that a row means; undefined where it means none. What is written of another site's name is left. */
function addressOf({ target, fields }: WorkspaceRow): string | undefined {
  const text = target.replace(/^https?:\/\/[^/?#]+/i, "").trim();
  if (/workspace_guid/i.test(text)) return undefined;
  if (target === "") return fields.has("var") ? `/databank?${new URLSearchParams([...fields])}` : undefined;
  if (/^\/w\/[0-9a-f]{16,64}$/.test(text)) return text;
  if (/^\/(?![/\\])[^\s]*$/.test(text)) return text;
  const query = text.replace(/^\?/, "");
  const given = new URLSearchParams(query);
  const codes = (given.get("indicator") ?? "").split(",").filter((each) => each !== "");
  if (/\s/.test(query) || (codes.length === 0 && !given.has("var"))) return undefined;
  if (codes.length !== 1) return `/databank?${query}`;
  const rest = query.split("&").filter((pair) => !pair.startsWith("indicator="));
  return `/indicator/${encodeURIComponent(codes[0] ?? "")}${rest.length === 0 ? "" : `?${rest.join("&")}`}`;
}

/** The codes that an address names and that must exist. */
function codesIn(address: string): readonly Code[] {
  const at = address.indexOf("?");
  const path = at < 0 ? address : address.slice(0, at);
  const fields = new Map([...new URLSearchParams(at < 0 ? "" : address.slice(at + 1))].map(([key, value]) => [key.toLowerCase(), value]));
  const list = (key: string): readonly string[] => (fields.get(key) ?? "").split(/[,;]/).filter((each) => each !== "");
  const own = /\/indicator\/([^/]+)/.exec(path)?.[1];
  const level = fields.get("geolevel") ?? fields.get("level");
  const areas = ["geoitem", "geoitem_codes", "area"].flatMap(list).filter((each) => each.toLowerCase() !== "all");
  return [
    ...[...(own === undefined ? [] : [decodeURIComponent(own)]), ...list("indicator"), ...list("var")].map(
      (code) => ({ kind: "indicator", code }) as const,
    ),
    ...["level", "geolevel", "geosplit"].flatMap(list).map((code) => ({ kind: "level", code }) as const),
    ...areas.map((code) => ({ kind: "area", code, ...(level === undefined ? {} : { level }) }) as const),
  ];
}

/** Codes that could be meant, where a code does not exist; undefined where it does. */
function missing({ kind, code, level }: Code, draft: Draft): readonly string[] | undefined {
  if (kind === "indicator") {
    return draft.indicators.get(code.toLowerCase()) ? undefined : draft.indicators.values().map((each) => each.code);
  }
  if (kind === "level") return draft.level(code) ? undefined : draft.levelCodes();
  const tries = [
    ...(level === undefined ? [] : [[level, code] as const]),
    ...[...code.matchAll(/_/g)].map(({ index }) => [code.slice(0, index), code.slice(index + 1)] as const),
  ];
  for (const [alias, own] of tries) {
    const found = draft.level(alias);
    const base = draft.levels.values().filter((each) => each.base === found?.base);
    if (base.some((each) => draft.areasOf(each.id).has(own.toLowerCase()))) return undefined;
  }
  const known = draft.level(level ?? "");
  return known === undefined ? [] : [...draft.areasOf(known.id).values()].map((each) => each.code);
}
