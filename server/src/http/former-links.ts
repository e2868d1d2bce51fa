import type { Catalogue } from "@peil/core/model/catalogue.ts";
import { periodLevels, tryPeriod } from "@peil/core/model/period.ts";
import { refText } from "@peil/core/query/address-areas.ts";
import { escapeItem, writeQuery } from "@peil/core/query/address-text.ts";
import type { AreaRef } from "@peil/core/query/selection.ts";
import { areasOfFields, type Fields, fieldsOf, listOf } from "../swing/former-query.ts";
import { newest } from "../swing/things.ts";
import { themesOf } from "../views/theme-tree.ts";

type Pairs = readonly (readonly [string, string])[];

/** Paths under which today's sites hand out links, in any letter case. */
const paths = /^\/(?:(?:jive|viewer|mosaic|databank|dashboard|report)s?(?:\/(.*))?)?$/i;

/**
 * Where a link of today's sites leads: `?var=…&geolevel=…`, `?report=…&input_geo=…`, `/dashboard/THEME/?regionlevel=…`,
 * `?workspace_guid=…`. Names of parameters count in any letter case; unknown ones are passed over, those of campaigns kept.
 * A workspace that an imported table knows leads where that says; what cannot be brought along (any other that lived on the old
 * server) is said on the page: `was=…`.
 * @returns an address of this site, or undefined where it is no such link
 */
export function formerLink(url: string, catalogue: Catalogue): string | undefined {
  const at = url.indexOf("?");
  const path = (at < 0 ? url : url.slice(0, at)).replace(/\/{2,}/g, "/");
  const match = paths.exec(path.length > 1 ? path.replace(/\/$/, "") : path);
  if (!match) return undefined;
  const fields = fieldsOf(at < 0 ? "" : url.slice(at + 1));
  const kept = workspaceOf(fields, catalogue);
  // A target that is itself such a link would lead round and round.
  if (kept !== undefined && !/workspace_guid/i.test(kept)) return withPairs(formerLink(kept, catalogue) ?? kept, campaign(fields));
  const theme = /^\/dashboard/i.test(path) ? decoded((match[1] ?? "").split("/")[0] ?? "") : undefined;
  const to = targetOf(fields, theme, catalogue);
  return to === undefined ? undefined : withPairs(to, [...lost(fields), ...campaign(fields)]);
}

const workspaces = new WeakMap<Catalogue, ReadonlyMap<string, string>>();

/** Where the workspace of a link leads, where the site knows it. */
function workspaceOf(fields: Fields, catalogue: Catalogue): string | undefined {
  const guid = fields.get("workspace_guid");
  if (guid === undefined) return undefined;
  const known = workspaces.get(catalogue) ?? new Map((catalogue.site.formerWorkspaces ?? []).map((each) => [each.guid, each.to]));
  workspaces.set(catalogue, known);
  return known.get(guid.replace(/^\{|\}$/g, "").toLowerCase());
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll("+", " "));
  } catch {
    return part;
  }
}

function targetOf(fields: Fields, theme: string | undefined, catalogue: Catalogue): string | undefined {
  const asked = fields.get("var");
  if (asked !== undefined) return figureAddress(listOf(asked), fields, catalogue);
  const area = areaOf(fields, catalogue);
  if (fields.has("report")) return overview(area, themeOf(fields.get("report"), catalogue));
  if (theme !== undefined) return overview(area, themeOf(theme, catalogue));
  return fields.has("workspace_guid") ? overview(area, undefined) : undefined;
}

/** The page of an area at a glance, of a theme, or the first page. */
function overview(area: AreaRef | undefined, theme: string | undefined): string {
  if (area === undefined) return theme === undefined ? "/" : `/theme/${encodeURIComponent(theme)}`;
  const page = `/vogelvlucht/${encodeURIComponent(area.level)}/${encodeURIComponent(area.code)}`;
  return theme === undefined ? page : `${page}?theme=${encodeURIComponent(theme)}`;
}

/** One indicator has its page; several stand together in the data bank. */
function figureAddress(codes: readonly string[], fields: Fields, catalogue: Catalogue): string {
  const known = codes.map((each) => catalogue.indicator(each)?.code ?? each);
  const [only] = known;
  const query = writeQuery([
    ...(known.length > 1 ? [["indicator", known.map(escapeItem).join(",")] as const] : []),
    ...selectionPairs(fields, catalogue),
  ]);
  const page = known.length > 1 ? "/databank" : `/indicator/${encodeURIComponent(only ?? "")}`;
  return query === "" ? page : `${page}?${query}`;
}

function selectionPairs(fields: Fields, catalogue: Catalogue): Pairs {
  const { level, areas, within, compare } = areasOfFields(fields, catalogue);
  const own = within === undefined ? (areas ?? []).map((each) => escapeItem(each.code)) : [];
  const period = periodOf(fields);
  const by = listOf(fields.get("dimlevel")).map(escapeItem);
  return [
    ...(level === undefined ? [] : [["level", escapeItem(level)] as const]),
    ...(own.length === 0 ? [] : [["area", own.join(",")] as const]),
    ...(within === undefined ? [] : [["within", refText(within)] as const]),
    ...(period === undefined ? [] : [["period", period] as const]),
    ...(by.length === 0 ? [] : [["by", by.join(",")] as const]),
    ...(compare.length === 0 ? [] : [["compare", compare.map(refText).join(",")] as const]),
  ];
}

function areaOf(fields: Fields, catalogue: Catalogue): AreaRef | undefined {
  const { within, areas } = areasOfFields(fields, catalogue);
  return within ?? areas?.[0];
}

function periodOf(fields: Fields): string | undefined {
  const given = listOf(fields.get("period")).map((each) => each.toLowerCase());
  const level = periodLevels.find((each) => each === fields.get("periodlevel")?.toLowerCase());
  if (given.some((each) => newest.has(each))) return level === undefined ? "recent" : `last:1:${level}`;
  if (given.includes("all")) return level === undefined ? "all" : `all:${level}`;
  const known = given.flatMap((each) => tryPeriod(each)?.code ?? []);
  return known.length === 0 ? undefined : known.join(",");
}

/** A theme by its code or its name; spaces, dashes and underscores are one. */
function themeOf(text: string | undefined, catalogue: Catalogue): string | undefined {
  if (text === undefined || text === "") return undefined;
  const plain = (each: string): string => each.toLowerCase().replace(/[\s_-]+/g, " ");
  const themes = themesOf(catalogue);
  return (themes.find(text) ?? themes.all().find((each) => Object.values(each.name).some((name) => plain(name) === plain(text))))?.code;
}

function lost(fields: Fields): Pairs {
  return fields.has("workspace_guid") ? [["was", "workspace"]] : [];
}

function campaign(fields: Fields): Pairs {
  return ["mtm_campaign", "mtm_kwd"].flatMap((key) => {
    const value = fields.get(key);
    return value === undefined ? [] : [[key, value] as const];
  });
}

function withPairs(address: string, pairs: Pairs): string {
  if (pairs.length === 0) return address;
  const query = pairs.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&");
  return `${address}${address.includes("?") ? "&" : "?"}${query}`;
}
