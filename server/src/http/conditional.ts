import type { IncomingHttpHeaders } from "node:http";

/** What a condition or a range is held against. */
export type Held = {
  /** Strong tag over the bytes as they are. */
  readonly etag: string;
  /** HTTP date; absent where it is not known. */
  readonly modified?: string | undefined;
  /** Bytes of the body, uncompressed. */
  readonly size: number;
};

/** What of an answer is sent: all of it, nothing since the reader holds it, a part (first and last byte), or nothing there is. */
export type Part = "all" | "unchanged" | "beyond" | { readonly first: number; readonly last: number };

/** Decides by the conditions and the range of a request for an answer with status 200 (RFC 9110, 13.2.2 and 14.2). */
export function partOf(held: Held, method: string | undefined, headers: IncomingHttpHeaders): Part {
  if (isHeld(held, headers)) return "unchanged";
  const range = headers.range;
  if (range === undefined || method !== "GET" || !mayRange(held, headers["if-range"] as string | undefined)) return "all";
  return readRange(range, held.size);
}

/** A tag decides where one is sent. A date must be the very one that was given: going back to an older release is a change too. */
function isHeld({ etag, modified }: Held, headers: IncomingHttpHeaders): boolean {
  const tags = headers["if-none-match"];
  if (tags !== undefined) return tags.split(",").some((each) => each.trim() === "*" || opaque(each) === opaque(etag));
  return modified !== undefined && headers["if-modified-since"] === modified;
}

function opaque(tag: string): string {
  return tag.trim().replace(/^W\//, "");
}

/** Only who holds the same bytes may have a part of them: the strong tag, or the date. */
function mayRange({ etag, modified }: Held, condition: string | undefined): boolean {
  return condition === undefined || condition.trim() === etag || (modified !== undefined && condition.trim() === modified);
}

/** One range of bytes; several at once, other units and what cannot be read are answered whole, as the standard allows. */
function readRange(text: string, size: number): Part {
  const match = /^\s*bytes\s*=\s*(\d{0,15})\s*-\s*(\d{0,15})\s*$/i.exec(text);
  const [, from = "", to = ""] = match ?? [];
  if (match === null || (from === "" && to === "")) return "all";
  if (from === "") return Number(to) === 0 ? "beyond" : { first: Math.max(0, size - Number(to)), last: size - 1 };
  const first = Number(from);
  if (to !== "" && Number(to) < first) return "all";
  return first >= size ? "beyond" : { first, last: to === "" ? size - 1 : Math.min(Number(to), size - 1) };
}
