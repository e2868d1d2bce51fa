import { type Language, languages } from "@peil/core/model/text.ts";
import { escapeItem, writeQuery } from "@peil/core/query/address-text.ts";
import { formatPageSelection } from "@peil/core/query/page-selection.ts";
import type { AreaRef, Selection } from "@peil/core/query/selection.ts";

/** The ways in which an indicator page can be narrowed to one presentation. */
export const shows = ["line", "bar", "map", "table"] as const;
/** One of `shows`. */
export type Show = (typeof shows)[number];

/** A page of the site. */
export type Place =
  | { readonly page: "home" | "releases" | "about" | "methods" }
  | { readonly page: "method"; readonly rule: string }
  | { readonly page: "theme"; readonly code: string }
  | { readonly page: "indicator"; readonly code: string; readonly selection: string; readonly show: Show | undefined }
  | { readonly page: "area"; readonly level: string; readonly code: string; readonly compare: string; readonly similar?: string }
  | { readonly page: "search"; readonly q: string }
  /** An area at a glance, beside one benchmark. */
  | {
      readonly page: "glance";
      readonly level: string;
      readonly code: string;
      readonly compare: string;
      readonly theme: string;
      readonly since: string;
    }
  /** The interactive application: the indicators of an area in a list, with one of them open. `query` holds its filters. */
  | { readonly page: "explore"; readonly level: string; readonly code: string; readonly query: string }
  /** The data bank, opened with a selection or as it was left. */
  | { readonly page: "databank"; readonly query: string }
  /** A shared workspace. */
  | { readonly page: "workspace"; readonly hash: string; readonly query: string }
  /** One drawing of an indicator, to stand in a page of another site. */
  | { readonly page: "embed"; readonly code: string; readonly query: string }
  /** Programs that fetch the figures of a selection. */
  | { readonly page: "code"; readonly query: string }
  | { readonly page: "news" | "calendar" | "glossary" | "accessibility" }
  /** What programs can ask, and everything that can go wrong. */
  | { readonly page: "api" | "errors" }
  | { readonly page: "article"; readonly slug: string }
  | { readonly page: "manual"; readonly chapter: string };

/** A page in a language; no place where nothing lives. */
export type Address = { readonly language: Language; readonly place: Place | undefined };

function languageOfPath(parts: readonly string[]): Language {
  const prefix = parts[0];
  return languages.find((each) => each !== languages[0] && each === prefix) ?? "nl";
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Keys of the page itself, which are no part of a selection. */
const pageKeys = new Set(["show", "q"]);

function selectionIn(query: string): string {
  return query
    .split("&")
    .filter((each) => each !== "" && !pageKeys.has(each.split("=")[0] ?? ""))
    .join("&");
}

/** The word of the rules of computation in an address: Dutch, and English behind its prefix. Both are read everywhere. */
const methodWords: readonly string[] = ["methode", "method"];

/** Name of a group whose maker gave it none. */
const ownGroup = "group";

/** Pages whose first word is Dutch, and English behind its prefix. Both are read everywhere. */
const words = {
  glance: ["vogelvlucht", "glance"],
  explore: ["verken", "explore"],
  databank: ["databank", "data-bank"],
  workspace: ["w", "w"],
  embed: ["embed", "embed"],
  code: ["code", "code"],
  news: ["nieuws", "news"],
  calendar: ["kalender", "calendar"],
  article: ["info", "info"],
  manual: ["handleiding", "manual"],
  glossary: ["begrippen", "glossary"],
  accessibility: ["toegankelijkheid", "accessibility"],
} as const;
type Worded = keyof typeof words;

function wordedOf(kind: string): Worded | undefined {
  return (Object.keys(words) as Worded[]).find((each) => (words[each] as readonly string[]).includes(kind));
}

/** Beside whom an area stands: as the address says it, or the group that its form put together (`group-name`, `member` more than once). */
function benchmarkIn(fields: URLSearchParams, level: string): string {
  const members = [...new Set(fields.getAll("member").filter((each) => each !== ""))];
  if (members.length === 0) return (fields.get("compare") ?? "").trim();
  const name = (fields.get("group-name") ?? "").trim() || ownGroup;
  return `${escapeItem(name)}:${level}:${members.map(escapeItem).join(",")}`;
}

function wordedPlace(page: Worded, one: string | undefined, two: string | undefined, query: string): Place | undefined {
  const fields = new URLSearchParams(query);
  const field = (key: string): string => (fields.get(key) ?? "").trim();
  if (two !== undefined && one !== undefined) {
    if (page === "glance")
      return { page, level: one, code: two, compare: benchmarkIn(fields, one), theme: field("theme"), since: field("since") };
    return page === "explore" ? { page, level: one, code: two, query } : undefined;
  }
  if (page === "manual") return { page, chapter: one ?? "" };
  if (one === undefined) {
    if (page === "databank" || page === "code") return { page, query };
    return page === "news" || page === "calendar" || page === "glossary" || page === "accessibility" ? { page } : undefined;
  }
  if (page === "workspace") return { page, hash: one, query };
  if (page === "embed") return { page, code: one, query };
  return page === "article" ? { page, slug: one } : undefined;
}

function placeOf(parts: readonly string[], query: string, fields: URLSearchParams): Place | undefined {
  const [kind, one, two, more] = parts;
  if (kind === "api") return parts.length === 1 ? { page: "api" } : parts.join("/") === "api/v1/errors" ? { page: "errors" } : undefined;
  if (more !== undefined) return undefined;
  if (kind === undefined) return { page: "home" };
  if ((kind === "releases" || kind === "about") && one === undefined) return { page: kind };
  if (kind === "search" && one === undefined) return { page: "search", q: (fields.get("q") ?? "").trim().slice(0, 200) };
  if (methodWords.includes(kind) && two === undefined) return one === undefined ? { page: "methods" } : { page: "method", rule: one };
  if (kind === "theme" && one !== undefined && two === undefined) return { page: "theme", code: one };
  if (kind === "area" && one !== undefined && two !== undefined)
    return { page: "area", level: one, code: two, compare: fields.get("compare") ?? "", similar: fields.get("similar") ?? "" };
  if (kind === "indicator" && one !== undefined && two === undefined) {
    const show = shows.find((each) => each === fields.get("show"));
    return { page: "indicator", code: one, selection: selectionIn(query), show };
  }
  const worded = wordedOf(kind);
  return worded === undefined ? undefined : wordedPlace(worded, one, two, query);
}

/** Reads the path and query of a request. `place` is undefined where no page lives. */
export function parseAddress(address: string): Address {
  const [path = "/", query = ""] = (address.split("#")[0] ?? "/").split(/\?(.*)/s);
  const all = path
    .split("/")
    .filter((each) => each !== "")
    .map(decode);
  const language = languageOfPath(all);
  const parts = language === "nl" ? all : all.slice(1);
  return { language, place: placeOf(parts, query, new URLSearchParams(query)) };
}

function withQuery(path: string, pairs: readonly (readonly [string, string | undefined])[]): string {
  const query = pairs
    .filter((pair): pair is readonly [string, string] => pair[1] !== undefined && pair[1] !== "")
    .map(([key, value]) => (key === "" ? value : `${key}=${encodeURIComponent(value).replaceAll("%3A", ":").replaceAll("%20", "+")}`))
    .join("&");
  return query === "" ? path : `${path}?${query}`;
}

function wordedTail(place: Extract<Place, { page: Worded }>, language: Language): string {
  const start = `/${words[place.page][language === "nl" ? 0 : 1]}`;
  const at = (...parts: readonly string[]): string => [start, ...parts.map(encodeURIComponent)].join("/");
  switch (place.page) {
    case "glance":
      return withQuery(at(place.level, place.code), [
        ["compare", place.compare],
        ["theme", place.theme],
        ["since", place.since],
      ]);
    case "explore":
      return withQuery(at(place.level, place.code), [["", place.query]]);
    case "databank":
    case "code":
      return withQuery(start, [["", place.query]]);
    case "workspace":
      return withQuery(at(place.hash), [["", place.query]]);
    case "embed":
      return withQuery(at(place.code), [["", place.query]]);
    case "article":
      return at(place.slug);
    case "manual":
      return place.chapter === "" ? start : at(place.chapter);
    default:
      return start;
  }
}

function tail(place: Place, language: Language): string {
  if (place.page in words) return wordedTail(place as Extract<Place, { page: Worded }>, language);
  if (place.page === "home") return "/";
  if (place.page === "errors") return "/api/v1/errors";
  const method = `/${methodWords[language === "nl" ? 0 : 1]}`;
  if (place.page === "methods") return method;
  if (place.page === "method") return `${method}/${encodeURIComponent(place.rule)}`;
  if (place.page === "theme") return `/theme/${encodeURIComponent(place.code)}`;
  if (place.page === "search") return withQuery("/search", [["q", place.q]]);
  if (place.page === "area")
    return withQuery(`/area/${encodeURIComponent(place.level)}/${encodeURIComponent(place.code)}`, [
      ["compare", place.compare],
      ["similar", place.similar],
    ]);
  if (place.page === "indicator")
    return withQuery(`/indicator/${encodeURIComponent(place.code)}`, [
      ["", place.selection],
      ["show", place.show],
    ]);
  return `/${place.page}`;
}

/** The address of a page in a language. The only place where addresses are written. */
export function hrefOf(language: Language, place: Place): string {
  const rest = tail(place, language);
  if (language === "nl") return rest;
  return rest === "/" ? `/${language}/` : `/${language}${rest}`;
}

/** The page of an area. */
export function areaHref(language: Language, area: AreaRef, compare = "", similar = ""): string {
  return hrefOf(language, { page: "area", level: area.level, code: area.code, compare, similar });
}

/** An area at a glance, beside the site's own benchmark. */
export function glanceHref(language: Language, area: AreaRef, compare = ""): string {
  return hrefOf(language, { page: "glance", level: area.level, code: area.code, compare, theme: "", since: "" });
}

/** The interactive application for an area; `query` as `formatChoice` writes it. */
export function exploreHref(language: Language, area: AreaRef, query = ""): string {
  return hrefOf(language, { page: "explore", level: area.level, code: area.code, query });
}

/** The page of an indicator for a selection; without one, the indicator's own default. */
export function indicatorHref(language: Language, code: string, selection?: Selection, show?: Show): string {
  return hrefOf(language, { page: "indicator", code, selection: selection ? formatPageSelection(selection) : "", show });
}

const levelOnly: ReadonlySet<string> = new Set(["level"]);

/** The page of an indicator for one area; the page chooses periods and comparison itself. */
export function indicatorOfAreaHref(language: Language, code: string, area: AreaRef): string {
  const selection = ofArea.get(area) ?? selectionOfArea(area);
  ofArea.set(area, selection);
  return hrefOf(language, { page: "indicator", code, selection, show: undefined });
}

/** The same for every indicator, on pages with many of them. */
const ofArea = new WeakMap<AreaRef, string>();

function selectionOfArea(area: AreaRef): string {
  const selection: Selection = {
    indicators: [],
    level: area.level,
    areas: { kind: "list", codes: [area.code] },
    compare: [],
    periods: { kind: "recent" },
    by: [],
    members: [],
    pseudo: false,
  };
  return formatPageSelection(selection, levelOnly);
}

/** The page of an indicator for a whole level. */
export function indicatorOfLevelHref(language: Language, code: string, level: string): string {
  return hrefOf(language, { page: "indicator", code, selection: writeQuery([["level", escapeItem(level)]]), show: undefined });
}
