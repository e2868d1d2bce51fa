import { type RouteName, type Routes, routes } from "@peil/core/api.ts";
import type { ListPage } from "@peil/core/api-catalogue.ts";
import type { selectionKeys } from "@peil/core/query/address.ts";

/** A value of a query; a list is written with commas. */
export type Value = string | number | boolean | readonly (string | number)[] | undefined;

/** Names between braces in a path. */
type InPath<P extends string> = P extends `${string}{${infer Name}}${infer Rest}` ? Name | InPath<Rest> : never;
type PathOf<N extends RouteName> = (typeof routes)[N]["path"];

/** Keys of a selection, as in the address of a page; `selection` is such a query as text, before the others. */
export type SelectionFields = { readonly [K in (typeof selectionKeys)[number]]?: Value } & { readonly selection?: string };

type Fields<In> = string extends keyof In ? unknown : { readonly [K in Exclude<keyof In, "selection">]: In[K] };
type QueryKeys<N extends RouteName> = string extends keyof Routes[N]["in"]
  ? never
  : Exclude<keyof Routes[N]["in"], InPath<PathOf<N>> | "selection">;

/** What a route is asked: the parts of its path, and of its query what is wanted. */
export type Asked<N extends RouteName> = { readonly [K in InPath<PathOf<N>> & keyof Fields<Routes[N]["in"]>]: string } & {
  readonly [K in QueryKeys<N>]?: Value;
} & ("selection" extends keyof Routes[N]["in"] ? SelectionFields : unknown);

/** A type as it travels: typed arrays are plain ones, a number that is none is `null`. */
export type AsJson<T> = T extends Float64Array
  ? readonly (number | null)[]
  : T extends Uint8Array
    ? readonly number[]
    : T extends object
      ? { readonly [K in keyof T]: AsJson<T[K]> }
      : T;

/** What a route answers; `geometry` is TopoJSON. */
export type Answer<N extends RouteName> = N extends "geometry" ? Readonly<Record<string, unknown>> : AsJson<Routes[N]["out"]>;

/** Routes that answer a list page by page. */
export type ListName = { [N in RouteName]: Routes[N]["out"] extends ListPage<unknown> ? N : never }[RouteName];
/** An item of such a list. */
export type ItemOf<N extends ListName> = Routes[N]["out"] extends ListPage<infer T> ? AsJson<T> : never;

/** The path and query of a route. */
export function addressOf(name: RouteName, asked: Readonly<Record<string, Value>>): string {
  const { path } = routes[name];
  const inPath = new Set([...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
  const fields = Object.entries(asked).filter(([key]) => key !== "selection" && !inPath.has(key));
  const filled = path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String(asked[key] ?? "")));
  return withQuery(filled, Object.fromEntries(fields), typeof asked["selection"] === "string" ? asked["selection"] : "");
}

/** A path with a query: a text as it is, then the fields that say something. */
export function withQuery(path: string, fields: Readonly<Record<string, Value>>, selection = ""): string {
  const given = Object.entries(fields).flatMap(([key, value]) => {
    const text = textOf(value);
    return text === "" ? [] : [[key, text]];
  });
  const query = [selection.replace(/^\?/, ""), new URLSearchParams(given).toString()].filter((each) => each !== "").join("&");
  return query === "" ? path : `${path}?${query}`;
}

function textOf(value: Value): string {
  if (value === undefined) return "";
  if (typeof value === "boolean") return value ? "1" : "0";
  return typeof value === "object" ? value.join(",") : String(value);
}
