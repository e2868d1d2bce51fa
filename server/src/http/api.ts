import { type RouteName, type Routes, routes } from "@peil/core/api.ts";
import type { ListPage } from "@peil/core/api-catalogue.ts";
import type { FastifyInstance } from "fastify";
import type { Scope, Views } from "../views/scope.ts";
import type { Answer } from "./cache.ts";
import { askEveryTime, cachingOf, type Door, sendCached } from "./door.ts";
import { inLink } from "./negotiate.ts";
import { inputOf } from "./parameters.ts";

type Input = Readonly<Record<string, string>>;

/** Headers of everything that programs read: open to pages of other sites too. */
export const openHeaders: readonly (readonly [string, string])[] = [
  ["access-control-allow-origin", "*"],
  ["cross-origin-resource-policy", "cross-origin"],
  [
    "access-control-expose-headers",
    "etag, link, location, retry-after, content-disposition, content-range, accept-ranges, ratelimit, ratelimit-policy",
  ],
];

/** What a page of another site may send along. */
const allowed =
  "accept, accept-language, apikey, authorization, content-type, if-none-match, if-range, mcp-protocol-version, odata-maxversion, odata-version, prefer, range, x-api-key";

/** Answers a browser that asks whether a page of another site may read (the preflight request of the Fetch standard): always. */
export function registerPreflight(app: FastifyInstance): void {
  app.options("/*", async (_, reply) => {
    for (const [name, value] of openHeaders) reply.header(name, value);
    return reply
      .code(204)
      .header("access-control-allow-methods", "GET, HEAD, OPTIONS")
      .header("access-control-allow-headers", allowed)
      .header("access-control-max-age", "86400")
      .send();
  });
}

/** Registers every route of the route table. */
export function registerApi(app: FastifyInstance, door: Door): void {
  for (const name of Object.keys(routes) as RouteName[]) {
    // Figures flow: `registerData`.
    if (name === "data") continue;
    app.get(expressPath(routes[name].path), async (request, reply) => {
      const release = door.releases.current();
      const url = request.raw.url ?? "/";
      const scope = { release, releases: door.releases, workspaces: door.workspaces };
      const make = () => answerOf(door.views, name, scope, url, inputOf(name, request.params as Input, queryText(url)));
      return sendCached(door, request, reply, url, release, make);
    });
  }
}

/** `/areas/{level}` as the router writes it. */
function expressPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ":$1");
}

/** The part of an address behind the question mark, as it was sent. */
export function queryText(url: string): string {
  const at = url.indexOf("?");
  return at < 0 ? "" : url.slice(at + 1);
}

async function answerOf<N extends RouteName>(views: Views, name: N, scope: Scope, url: string, input: Input): Promise<Answer> {
  const out = await views[name](scope, input as Routes[N]["in"]);
  const answer = jsonAnswer(typeof out === "string" ? out : toJson(out));
  const links = nextOf(url, out);
  return {
    ...answer,
    headers: [...answer.headers, ...(links.length === 0 ? [] : [["link", links.join(", ")] as const])],
    // What is said of figures in words may be said better by a newer version of the product.
    caching: name === "sentences" ? askEveryTime : cachingOf(input["selection"] ?? "", releaseOfAnswer(out)),
  };
}

/** The address of the page of a list after this one (RFC 8288). */
function nextOf(url: string, out: unknown): readonly string[] {
  const next = (out as Partial<ListPage<unknown>>).next;
  if (typeof next !== "string") return [];
  const fields = new URLSearchParams(queryText(url));
  fields.set("cursor", next);
  return [`<${inLink(`${url.split("?")[0]}?${fields}`)}>; rel="next"`];
}

/** The release that figures came from; undefined where an answer holds none. */
function releaseOfAnswer(out: unknown): string | undefined {
  const { release, cube } = out as { readonly release?: unknown; readonly cube?: { readonly release?: unknown } };
  const found = cube?.release ?? release;
  return typeof found === "string" ? found : undefined;
}

/** Text of JSON as an answer. */
export function jsonAnswer(text: string): Answer {
  return {
    status: 200,
    type: "application/json; charset=utf-8",
    body: Buffer.from(text),
    compressible: true,
    headers: openHeaders,
    caching: askEveryTime,
  };
}

/** JSON in which typed arrays are plain ones; a cell without a figure is `null`. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    each instanceof Float64Array || each instanceof Uint8Array ? Array.from(each) : each,
  );
}
