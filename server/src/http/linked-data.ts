import { fail } from "@peil/core/errors.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { catalogueOf, pagesOf } from "../open-data/dcat.ts";
import { type Step, streamPage, streamPages, streamRoot } from "../open-data/ldes.ts";
import { type Thing, toJsonLd, toTurtle } from "../open-data/rdf.ts";
import type { Release } from "../release.ts";
import { openHeaders, queryText } from "./api.ts";
import type { Answer } from "./cache.ts";
import { askEveryTime, type Door, forEver, originOf, sendAnswer, sendCached } from "./door.ts";
import { best } from "./negotiate.ts";

type Syntax = { readonly type: string; readonly extension: string; readonly write: (things: readonly Thing[]) => string };

const turtle: Syntax = { type: "text/turtle; charset=utf-8", extension: ".ttl", write: toTurtle };
const jsonLd: Syntax = { type: "application/ld+json; charset=utf-8", extension: ".jsonld", write: toJsonLd };

/** A document that is asked: in a syntax, and how addresses of its kind end. */
type Asked = { readonly syntax: Syntax; readonly suffix: string };

/** What is served: the things, and how long they hold. */
type Served = { readonly things: readonly Thing[]; readonly caching?: string };

/**
 * Serves the catalogue of open data under `/catalog` and the stream of changes under `/ldes`: in the syntax that `Accept` asks for, or
 * behind `.ttl` and `.jsonld`.
 */
export function registerLinkedData(app: FastifyInstance, door: Door): void {
  for (const syntax of [undefined, turtle, jsonLd]) {
    const suffix = syntax?.extension ?? "";
    app.get(`/catalog${suffix}`, (request, reply) =>
      serve(door, request, reply, askedOf(request, syntax, jsonLd), (release, origin) => catalogue(door, request, release, origin, suffix)),
    );
    app.get(`/ldes${suffix}`, (request, reply) =>
      serve(door, request, reply, askedOf(request, syntax, turtle), async (_, origin) => root(door, origin, suffix)),
    );
    app.get(`/ldes/:page${suffix}`, (request, reply) =>
      serve(door, request, reply, askedOf(request, syntax, turtle), (_, origin) => page(door, request, origin, suffix)),
    );
  }
}

async function catalogue(door: Door, request: FastifyRequest, release: Release, origin: string, suffix: string): Promise<Served> {
  const { archive } = door.releases;
  const asked = new URLSearchParams(queryText(request.raw.url ?? "")).get("page") ?? "1";
  const last = pagesOf(release);
  const number = Number(asked);
  if (!/^[1-9]\d{0,5}$/.test(asked) || number > last) fail("selection-invalid", { key: "page", value: asked, expected: `1–${last}` });
  const input = {
    ...{ origin, release: release.id, at: release.at, catalogue: release.catalogue, changed: release.changed },
    versions: archive.versions(release.id),
    bulk: archive.bulk(release.id),
  };
  const self = (at: number): string => `${origin}/catalog${suffix}?page=${at}`;
  return { things: catalogueOf(input, number, self) };
}

/** The releases that hold versions, oldest first. */
function stepsOf({ releases }: Door): readonly Step[] {
  return releases
    .list()
    .flatMap(({ id, at }) => {
      const versions = releases.archive.versions(id);
      return versions === undefined ? [] : [{ id, at, versions }];
    })
    .reverse();
}

function addressOf(origin: string, suffix: string): (page?: string) => string {
  return (name) => `${origin}/ldes${name === undefined ? "" : `/${name}`}${suffix}`;
}

function root(door: Door, origin: string, suffix: string): Served {
  const steps = stepsOf(door);
  return { things: streamRoot(origin, streamPages(steps), steps, addressOf(origin, suffix)) };
}

async function page(door: Door, request: FastifyRequest, origin: string, suffix: string): Promise<Served> {
  const { page: name = "" } = request.params as Readonly<Record<string, string>>;
  const found = streamPages(stepsOf(door)).find((each) => each.name === name) ?? fail("not-found", { what: `ldes/${name}`.slice(0, 200) });
  const described = await door.releases.archive.described(found.release);
  return { things: streamPage(origin, found, described, addressOf(origin, suffix)), caching: forEver };
}

async function serve(
  door: Door,
  request: FastifyRequest,
  reply: FastifyReply,
  { syntax, suffix }: Asked,
  make: (release: Release, origin: string) => Promise<Served>,
): Promise<FastifyReply> {
  const release = door.releases.current();
  const answer = async (): Promise<Answer> => {
    const { things, caching = askEveryTime } = await make(release, originOf(door, request));
    return {
      status: 200,
      type: syntax.type,
      body: Buffer.from(syntax.write(things)),
      compressible: true,
      headers: suffix === "" ? [...openHeaders, ["vary", "accept"]] : openHeaders,
      caching,
    };
  };
  if (door.origin === undefined) return sendAnswer(request, reply, await answer());
  const key = `${request.raw.url}#${syntax.extension}`;
  return sendCached(door, request, reply, key, release, answer);
}

/** What the address asks, else what the asker likes best of what there is. */
function askedOf({ headers }: FastifyRequest, syntax: Syntax | undefined, usual: Syntax): Asked {
  if (syntax !== undefined) return { syntax, suffix: syntax.extension };
  return { syntax: preferred(headers.accept, usual), suffix: "" };
}

/** Between the two; where neither fits, the usual one. */
function preferred(accept: string | undefined, usual: Syntax): Syntax {
  const other = usual === turtle ? jsonLd : turtle;
  return best(accept ?? "*/*", [usual, other].flatMap(offersOf))?.syntax ?? usual;
}

function offersOf(syntax: Syntax): readonly { readonly type: string; readonly syntax: Syntax }[] {
  const types = syntax === jsonLd ? ["application/ld+json", "application/json"] : ["text/turtle"];
  return types.map((type) => ({ type, syntax }));
}
