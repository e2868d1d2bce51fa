import { blank, fail } from "../errors.ts";
import type { Text } from "../model/text.ts";

/**
 * The items of a value, separated by commas; empty ones are dropped, spaces around them too. The value is decoded once, by
 * the address; a comma, colon or percent sign that belongs to a code is escaped a second time, in the item itself:
 * the code `a,b` is the item `a%2Cb`, and stands in the address as `a%252Cb`. So it makes no difference whether a
 * form or a person has encoded the separators.
 */
export function splitItems(value: string): string[] {
  return value
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/**
 * An item without its escapes, in two at its first colon where `pair` is asked; the second part is undefined without a colon.
 */
export function splitPair(item: string, pair: boolean): [string, string?] {
  const at = pair ? item.indexOf(":") : -1;
  return at < 0 ? [unescapeItem(item)] : [unescapeItem(item.slice(0, at)), unescapeItem(item.slice(at + 1))];
}

/** The item that stands for an empty list. */
export const none = "none";

/** An item without its escapes. */
export function unescaped(item: string): string {
  return splitPair(item, false)[0];
}

/** An item in parts at its colons, each without its escapes. */
export function splitParts(item: string): string[] {
  return item.split(":").map(unescapeItem);
}

/** Refuses a value of an address. @throws `selection-invalid` */
export function refuseValue(key: string, value: string, expected: Text): never {
  return fail("selection-invalid", { key, value, ...blank("expected", expected) });
}

/** A code as an item: commas, colons, percent signs and white space at its ends are escaped. Half characters become U+FFFD. */
export function escapeItem(code: string): string {
  return code.toWellFormed().replace(/[%,:]|^\s+|\s+$/g, (found) => encodeURIComponent(found));
}

function unescapeItem(item: string): string {
  return item.replace(/(?:%[0-9a-f]{2})+/gi, (found) => {
    try {
      return decodeURIComponent(found);
    } catch {
      return found;
    }
  });
}

/** An item that must not be read as a word of the grammar: its first character is escaped where it is that word. */
export function unlike(word: string, item: string): string {
  return item === word ? `%${word.charCodeAt(0).toString(16).toUpperCase()}${word.slice(1)}` : item;
}

/** Key–value pairs as a query in which commas and colons stay readable. */
export function writeQuery(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%3A", ":")}`).join("&");
}
