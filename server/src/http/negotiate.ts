import type { IncomingMessage } from "node:http";
import { fail } from "@peil/core/errors.ts";
import { formats } from "../formats/index.ts";

/** What was decided about a request by what its asker accepts. */
export type Negotiated = { readonly location: string } | { readonly refused: readonly string[] };

type Offer = { readonly type: string; readonly extension: string | undefined };

/** Pages whose figures can be had as files. */
const pages = /^(?:\/[a-z]{2})?\/(?:(?:indicator|theme)\/[^/]+|area\/[^/]+\/[^/]+)$/;

type Usual = "text/html" | "application/json";

const bare = (type: string): string => (type.split(";")[0] ?? "").trim().toLowerCase();

const decided = new WeakMap<IncomingMessage, Negotiated>();
const remembered: Readonly<Record<Usual, Map<string, Offer | undefined>>> = { "text/html": new Map(), "application/json": new Map() };

/** What is offered at an address: the usual type first, then every format. */
function offersOf(usual: Usual): readonly Offer[] {
  const files = formats.map(({ mediaType, extension }) => ({ type: bare(mediaType), extension }));
  return [{ type: usual, extension: undefined }, ...files];
}

/**
 * Chooses by `Accept` (RFC 9110, 12.5.1) among what lives at the address of a request, and rewrites that address to the one of the
 * file that was chosen: what comes after sees no difference with a request for the file. Doing it again changes nothing.
 */
export function negotiate(request: IncomingMessage): void {
  const url = request.url ?? "/";
  const accept = request.headers.accept;
  if (accept === undefined || accept === "*/*" || decided.has(request)) return;
  const at = url.indexOf("?");
  const path = at < 0 ? url : url.slice(0, at);
  const usual = usualOf(path);
  if (usual === undefined) return;
  const offer = choose(accept, usual);
  if (offer === undefined) decided.set(request, { refused: [...new Set(offersOf(usual).map((each) => each.type))] });
  else if (offer.extension !== undefined) {
    const location = `${path}.${offer.extension}${at < 0 ? "" : url.slice(at)}`;
    decided.set(request, { location: inLink(location) });
    request.url = location;
  }
}

/** What was decided about a request; undefined where it gets what stands at its own address. */
export function negotiatedOf(request: IncomingMessage): Negotiated | undefined {
  return decided.get(request);
}

/** Refuses a request for which nothing fits. @throws `not-acceptable` */
export function refuseUnfit(request: IncomingMessage): void {
  const found = decided.get(request);
  if (found !== undefined && "refused" in found) fail("not-acceptable", { choices: found.refused.join(", ") });
}

/** What an address answers where nothing else is asked; undefined where that is all there is. A file has a dot in its name. */
function usualOf(path: string): Usual | undefined {
  if (path.lastIndexOf(".") > path.lastIndexOf("/")) return undefined;
  if (path.startsWith("/api/")) return path === "/api/v1/data" ? "application/json" : undefined;
  return pages.test(path) ? "text/html" : undefined;
}

function choose(accept: string, usual: Usual): Offer | undefined {
  const known = remembered[usual];
  if (known.has(accept)) return known.get(accept);
  const found = best(accept, offersOf(usual));
  if (known.size > 500) known.clear();
  known.set(accept, found);
  return found;
}

type Range = { readonly type: string; readonly quality: number };

/**
 * What is wanted most of what is offered (RFC 9110, 12.5.1); where nothing fits the first, unless just that is excluded.
 * @param offers the usual one first; media types without parameters
 */
export function best<T extends { readonly type: string }>(accept: string, offers: readonly T[]): T | undefined {
  const ranges = accept.slice(0, 2000).split(",").map(rangeOf);
  const judged = offers.map((offer) => ({ offer, quality: qualityOf(offer.type, ranges) }));
  const most = Math.max(...judged.map((each) => each.quality ?? 0));
  if (most > 0) return judged.find((each) => each.quality === most)?.offer;
  return judged[0]?.quality === 0 ? undefined : offers[0];
}

/** `text/csv;header=present;q=0.5`: parameters other than the weight are passed over. */
function rangeOf(text: string): Range {
  const [type = "", ...parameters] = text.split(";").map((each) => each.trim().toLowerCase());
  const weight =
    parameters
      .find((each) => /^q\s*=/.test(each))
      ?.split("=")[1]
      ?.trim() ?? "1";
  return { type, quality: /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(weight) ? Number(weight) : 1 };
}

/** The weight of the most specific range that a type falls in; undefined where it falls in none. */
function qualityOf(type: string, ranges: readonly Range[]): number | undefined {
  const [kind] = type.split("/");
  for (const wanted of [type, `${kind}/*`, "*/*"]) {
    const found = ranges.filter((each) => each.type === wanted);
    if (found.length > 0) return Math.max(...found.map((each) => each.quality));
  }
  return undefined;
}

/** Bytes that links to other forms of an answer may take: readers allow only so many headers. */
const mostLinks = 3000;

/** The files behind an address, as links to other forms of the same answer (RFC 8288). */
export function alternatesOf(url: string): readonly string[] {
  const at = url.indexOf("?");
  const [path, query] = at < 0 ? [url, ""] : [url.slice(0, at), url.slice(at)];
  if (usualOf(path) === undefined) return [];
  const links = formats.map(
    ({ extension, mediaType }) => `<${inLink(`${path}.${extension}${query}`)}>; rel="alternate"; type="${bare(mediaType)}"`,
  );
  return links.join(", ").length > mostLinks ? [] : links;
}

/** Whether the answer of an address depends on what its asker accepts. */
export function variesByType(url: string): boolean {
  return usualOf(url.split("?")[0] ?? url) !== undefined;
}

/** An address as it may stand in a header. */
export function inLink(url: string): string {
  return url.replace(/[^\x21-\x7e]|[<>"]/g, (sign) => encodeURIComponent(sign));
}
