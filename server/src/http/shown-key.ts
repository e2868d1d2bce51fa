import type { IncomingMessage } from "node:http";

/** Headers in which programs show a key, in the order in which they count. */
const headers = ["apikey", "x-api-key"] as const;

const shown = new WeakMap<IncomingMessage, string>();

/**
 * Takes the key that a program shows (header `apikey`, `X-API-Key` or `Authorization: Bearer`, parameter `apikey` in any letter
 * case) out of a request, before anything reads its address: it comes in no log, no cache, no count and no link.
 * May be called again on the same request.
 */
export function takeShownKey(request: IncomingMessage): void {
  const [url, inAddress] = withoutKey(request.url ?? "/");
  request.url = url;
  const named = headers.map((name) => String(request.headers[name] ?? "").trim()).find((each) => each !== "");
  const bearer = /^bearer\s+(\S+)\s*$/i.exec(request.headers.authorization ?? "")?.[1];
  const key = named ?? bearer ?? inAddress;
  if (key === undefined || key === "") return;
  for (const name of [...headers, "authorization"]) delete request.headers[name];
  shown.set(request, key);
}

/** The key that a program showed. */
export function shownKey(request: IncomingMessage): string | undefined {
  return shown.get(request);
}

/** An address without the parameters that hold a key, and the first of those. */
export function withoutKey(url: string): readonly [url: string, key: string | undefined] {
  const at = url.indexOf("?");
  if (at < 0 || !/[?&](?:amp;)?[^=&?]*(?:key|%)/i.test(url)) return [url, undefined];
  let found: string | undefined;
  // Links that were glued together have more than one question mark.
  const kept = url
    .slice(at + 1)
    .split(/(?=[&?])/)
    .filter((part) => {
      const [name = "", value = ""] = part.replace(/^[&?]/, "").split(/=(.*)/s);
      if (decoded(name).replace(/^amp;/i, "").trim().toLowerCase() !== "apikey") return true;
      found ??= decoded(value).trim();
      return false;
    });
  if (found === undefined) return [url, undefined];
  const query = kept.join("").replace(/^[&?]/, "");
  return [query === "" ? url.slice(0, at) : `${url.slice(0, at)}?${query}`, found];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
