import { fail } from "@peil/core/errors.ts";

/** A step of a path: the name of a collection, and the key in parentheses behind it. */
export type Step = { readonly name: string; readonly key?: string };

/** What an address under the services of a former site asks. */
export type ServiceAddress =
  /** `base` is the path as it was written, without double slashes; `path` what stands behind it. */
  | { readonly service: "odata"; readonly base: string; readonly path: string; readonly query: string }
  | { readonly service: "table"; readonly query: string };

/** Sites in a folder put `/databank` before their services. */
const odata = /^((?:\/databank)?\/(?:jive|viewer)services\/odata)(?:\/(.*))?$/i;
const table = /^(?:\/databank)?\/(?:jive|viewer|databank|jiveservices|viewerservices)\/selectiontableasjson\.ashx\/?$/i;
const services = /services\/+odata|selectiontableasjson/i;

/** Reads an address; undefined where it belongs to no service. Letter case and double slashes do not count. */
export function serviceAddress(url: string): ServiceAddress | undefined {
  if (!services.test(url)) return undefined;
  const at = url.indexOf("?");
  const path = (at < 0 ? url : url.slice(0, at)).replace(/\/{2,}/g, "/");
  const query = at < 0 ? "" : url.slice(at + 1);
  if (table.test(path)) return { service: "table", query };
  const match = odata.exec(path);
  return match === null ? undefined : { service: "odata", base: match[1] ?? "", path: match[2] ?? "", query };
}

/**
 * The steps of a resource path: `Variables('a')/GeoLevels`. Quotes in a key are doubled, parts may be percent-encoded, and a slash
 * between a name and its key is passed over.
 * @throws `selection-invalid`
 */
export function stepsOf(path: string): readonly Step[] {
  const out: Step[] = [];
  for (const part of partsOf(path.replace(/%27/g, "'"))) {
    const text = decoded(part);
    const match = /^([^(]*)(?:\((.*)\))?$/s.exec(text);
    if (match === null) return unreadable(text);
    const [, name = "", inner] = match;
    const last = out.at(-1);
    if (name.trim() === "" && inner !== undefined && last !== undefined && last.key === undefined) {
      out[out.length - 1] = { name: last.name, key: keyOf(inner) };
    } else if (name.trim() !== "") out.push(inner === undefined ? { name: name.trim() } : { name: name.trim(), key: keyOf(inner) });
    else if (inner !== undefined) unreadable(text);
  }
  return out;
}

/** Parts between slashes that stand outside quotes. */
function partsOf(path: string): readonly string[] {
  const out: string[] = [];
  let quoted = false;
  let part = "";
  for (const sign of path) {
    if (sign === "'") quoted = !quoted;
    if (sign === "/" && !quoted) {
      out.push(part);
      part = "";
    } else part += sign;
  }
  return [...out, part].filter((each) => each !== "");
}

/** `'it''s'`, `ExternalCode='x'`, or a bare code. A key of several properties stays as it is written. */
function keyOf(inner: string): string {
  const text = inner.trim();
  const single = /^(?:ExternalCode\s*=\s*)?'((?:[^']|'')*)'$/i.exec(text);
  return single === null ? text : (single[1] ?? "").replaceAll("''", "'");
}

/** The parts of a key of several properties, by name in small letters; undefined where it is none. */
export function keyParts(key: string): ReadonlyMap<string, string> | undefined {
  const whole = /^(?:\s*\w+\s*=\s*'(?:[^']|'')*'\s*(?:,|$))+$/.test(key);
  if (!whole) return undefined;
  const parts = [...key.matchAll(/(\w+)\s*=\s*'((?:[^']|'')*)'/g)];
  return new Map(parts.map(([, name = "", value = ""]) => [name.toLowerCase(), value.replaceAll("''", "'")]));
}

/** A key as addresses write it. */
export function quoted(key: string): string {
  return `'${encodeURIComponent(key.replaceAll("'", "''"))}'`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return unreadable(part);
  }
}

function unreadable(text: string): never {
  return fail("selection-invalid", { key: "path", value: text.slice(0, 100), expected: "Variables('code')/GeoLevels('level')" });
}
