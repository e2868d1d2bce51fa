import { fail } from "@peil/core/errors.ts";
import { type Predicate, parseFilter, propertyOf } from "./odata-filter.ts";
import type { EntityType, Row } from "./odata-types.ts";

/** Rows on a page unless the client asks for fewer or more: what today's programs read without looking for a next page. */
export const pageSize = 500;
/** The most rows that `$top` gets in one answer; the rest follows by `@odata.nextLink`. */
const mostRows = 10_000;

/** What the query of an address asks of a collection. */
export type Options = {
  readonly filter?: Predicate;
  readonly order?: (one: Row, other: Row) => number;
  /** Names of properties. */
  readonly select?: readonly string[];
  readonly skip: number;
  readonly top?: number;
  readonly count: boolean;
  /** Rows on this page at most. */
  readonly page: number;
};

type Texts = ReadonlyMap<string, string>;

/** The system options of a query, by name in small letters; the last of each counts, other parameters are passed over. */
function textsOf(query: string): Texts {
  const out = new Map<string, string>();
  for (const [key, value] of new URLSearchParams(query)) if (key.startsWith("$")) out.set(key.toLowerCase().trim(), value);
  return out;
}

/** What changes which rows are answered and is not offered: to pass it over would answer something else than was asked. */
const refused = ["$expand", "$apply", "$search", "$compute"];

/** Reads the options of a collection. @throws `selection-invalid` naming option, value and what is expected */
export function parseOptions(query: string, type: EntityType): Options {
  const texts = textsOf(query);
  const expected = "$filter, $select, $orderby, $top, $skip, $count, $format";
  for (const key of refused) if (texts.has(key)) fail("selection-invalid", { key, value: texts.get(key) ?? "", expected });
  checkFormat(texts);
  const filter = given(texts, "$filter");
  const order = given(texts, "$orderby");
  const select = given(texts, "$select");
  const top = wholeOf(texts, "$top");
  return {
    ...(filter === undefined ? {} : { filter: parseFilter(filter, type) }),
    ...(order === undefined ? {} : { order: parseOrder(order, type) }),
    ...selected(select, type),
    skip: wholeOf(texts, "$skip") ?? 0,
    ...(top === undefined ? {} : { top }),
    count: truthOf(texts, "$count"),
    page: Math.min(top ?? pageSize, mostRows),
  };
}

function given(texts: Texts, key: string): string | undefined {
  const text = texts.get(key)?.trim();
  return text === "" ? undefined : text;
}

function checkFormat(texts: Texts): void {
  const format = given(texts, "$format")?.toLowerCase();
  if (format !== undefined && !format.includes("json")) fail("selection-invalid", { key: "$format", value: format, expected: "json" });
}

function selected(text: string | undefined, type: EntityType): Pick<Options, "select"> {
  if (text === undefined) return {};
  const names = text.split(",").map((each) => each.trim());
  if (names.includes("*")) return {};
  return { select: [...new Set(names.filter((each) => each !== "").map((each) => propertyOf(type, each, "$select").name))] };
}

function wholeOf(texts: Texts, key: string): number | undefined {
  const text = given(texts, key);
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) fail("selection-invalid", { key, value: text.slice(0, 40), expected: "0, 1, 2 …" });
  return Number(text);
}

function truthOf(texts: Texts, key: string): boolean {
  const text = given(texts, key)?.toLowerCase();
  if (text === undefined || text === "false") return false;
  return text === "true" || fail("selection-invalid", { key, value: text.slice(0, 40), expected: "true, false" });
}

/** Null comes first, as the standard has it; texts by their code points. */
function parseOrder(text: string, type: EntityType): (one: Row, other: Row) => number {
  const keys = text.split(",").map((each) => {
    const [name = "", way = "asc", ...rest] = each.trim().split(/\s+/);
    const down = way.toLowerCase() === "desc";
    if (rest.length > 0 || (!down && way.toLowerCase() !== "asc"))
      fail("selection-invalid", { key: "$orderby", value: each.trim().slice(0, 60), expected: "Name, Name desc" });
    return { name: propertyOf(type, name, "$orderby").name, sign: down ? -1 : 1 };
  });
  return (one, other) => {
    for (const { name, sign } of keys) {
      const [left, right] = [one[name] ?? null, other[name] ?? null];
      if (left === right) continue;
      const before = left === null || (right !== null && left < right);
      return before ? -sign : sign;
    }
    return 0;
  };
}

/** The query of the next page: the same options in the same order, further on. */
export function nextQuery(query: string, skip: number, top: number | undefined): string {
  const kept = query.split("&").filter((pair) => pair !== "" && !/^(\$|%24)(skip|top)(=|$)/i.test(pair));
  return [...kept, ...(top === undefined ? [] : [`$top=${top}`]), `$skip=${skip}`].join("&");
}
