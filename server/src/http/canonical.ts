import { PeilError } from "@peil/core/errors.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import { memberSplitter, parseSelection, selectionKeys } from "@peil/core/query/address.ts";
import { formatPageSelection } from "@peil/core/query/page-selection.ts";
import { parseRefs } from "../views/area.ts";

/** Keys of pages that are no part of a selection, in their canonical order, behind it. */
export const pageKeys = ["compare", "similar", "q", "choose", "show", "was"] as const;

/** The one form of an address, and whether what was asked differs so much that the reader is sent there. */
export type Canonical = { readonly address: string; readonly redirect: boolean };

/** Pages that read their whole query themselves, in either language. */
const keepsQuery = /^(?:\/[a-z]{2})?\/(vogelvlucht|glance|verken|explore|databank|data-bank|w|embed|code)(\/|$)/;

/**
 * Brings the address of a page in its canonical form. Keys that no page knows (of mail campaigns) count for nothing: they
 * make no other page and send nobody elsewhere. What cannot be read stays as it is: the page says what is wrong with it.
 */
export function canonicalAddress(url: string, catalogue: Catalogue): Canonical {
  const at = url.indexOf("?");
  const given = at < 0 ? url : url.slice(0, at);
  const query = at < 0 ? "" : url.slice(at + 1);
  const path = canonicalPath(given);
  const [, kind, code = ""] = /^(?:\/[a-z]{2})?\/(indicator|area)\/([^/]+)/.exec(path) ?? [];
  if (keepsQuery.test(path)) return { address: query === "" ? path : `${path}?${query}`, redirect: path !== given };
  try {
    const text = kind === "indicator" ? indicatorQuery(decodeURIComponent(code), query, catalogue) : pageQuery(query, kind === "area");
    const known = kind === "indicator" ? new Set<string>([...selectionKeys, ...pageKeys]) : new Set<string>(pageKeys);
    const redirect = path !== given || !isSame(query, text, known);
    return { address: text === "" ? path : `${path}?${text}`, redirect };
  } catch (error) {
    if (error instanceof PeilError || error instanceof URIError) return { address: url, redirect: false };
    throw error;
  }
}

/** One slash between the parts and none at the end, but for the first page of a language. */
function canonicalPath(path: string): string {
  const plain = path.replace(/\/{2,}/g, "/").replace(/\/$/, "");
  return plain === "" || /^\/[a-z]{2}$/.test(plain) ? `${plain}/` : plain;
}

function indicatorQuery(code: string, query: string, catalogue: Catalogue): string {
  const fields = new URLSearchParams(query);
  const given = new Set([...fields].filter(([, value]) => value.trim() !== "").map(([key]) => key));
  const selection = parseSelection(query, { indicators: [code], level: "_", splitMember: memberSplitter(catalogue) });
  const text = formatPageSelection({ ...selection, indicators: [code] }, given);
  return [text, ...fieldsOf(fields, ["choose", "show", "was"])].filter((pair) => pair !== "").join("&");
}

function pageQuery(query: string, isArea: boolean): string {
  const fields = new URLSearchParams(query);
  const compare = isArea
    ? parseRefs(fields.get("compare") ?? "")
        .map((each) => `${each.level}:${each.code}`)
        .join(",")
    : "";
  const own = compare === "" ? [] : [`compare=${encoded(compare)}`];
  return [...own, ...fieldsOf(fields, [...(isArea ? ["similar"] : []), "q", "choose", "show", "was"])].join("&");
}

function fieldsOf(fields: URLSearchParams, keys: readonly string[]): string[] {
  return keys.flatMap((key) => {
    const value = fields.get(key)?.trim() ?? "";
    return value === "" ? [] : [`${key}=${encoded(value)}`];
  });
}

function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%20", "+");
}

/** Whether two queries say the same to a page: the keys that it knows, in the same order. */
function isSame(given: string, canonical: string, known: ReadonlySet<string>): boolean {
  const pairs = (text: string): string => JSON.stringify([...new URLSearchParams(text)].filter(([key]) => known.has(key)));
  return pairs(given) === pairs(canonical);
}
