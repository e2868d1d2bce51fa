import { fail } from "@peil/core/errors.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { openHeaders, queryText } from "../http/api.ts";
import type { Answer } from "../http/cache.ts";
import { type Door, sendAnswer, sendCached } from "../http/door.ts";
import { languageOfRequest, problemOf, toPeilError } from "../http/errors.ts";
import { agencyOf } from "./agency.ts";
import { answerData } from "./answers.ts";
import { answerAvailability } from "./availability.ts";
import { type Asked, chooseOffer } from "./negotiate.ts";
import { answerTo, type Query } from "./query.ts";
import { structureMessage } from "./structure-json.ts";
import { findStructures } from "./structures.ts";

type Handler = (door: Door, request: FastifyRequest, reply: FastifyReply, parts: readonly string[]) => Promise<FastifyReply>;

/** Serves structures, data and what data there are, in the paths of SDMX REST 2 (SDMX 3.0) and of version 1 (SDMX 2.1). */
export function registerSdmx(app: FastifyInstance, door: Door): void {
  const serve = (path: string, handler: Handler): void => {
    app.get(`${path}*`, async (request, reply) => {
      try {
        return await handler(door, request, reply, partsOf(request, path));
      } catch (error) {
        return sendAnswer(request, reply, problemAnswer(error, request));
      }
    });
  };
  serve("/sdmx/v2/structure/", structures);
  serve("/sdmx/v2/data/", (...given) => data(2, ...given));
  serve("/sdmx/v2/availability/", (...given) => availability(2, ...given));
  serve("/sdmx/v1/data/", (...given) => data(1, ...given));
  serve("/sdmx/v1/availableconstraint/", (...given) => availability(1, ...given));
  for (const path of ["/sdmx/v2/metadata/", "/sdmx/v2/schema/", "/sdmx/v1/schema/"]) serve(path, notOffered);
  serve("/sdmx/v1/", structures);
  serve("/sdmx/", (_, request) => fail("sdmx-no-results", { what: (request.raw.url ?? "").slice(0, 200) }));
}

const notOffered: Handler = (_, request) =>
  fail("sdmx-not-offered", {
    what: (request.raw.url ?? "").slice(0, 100),
    mend: "/sdmx/v2/structure, /sdmx/v2/data, /sdmx/v2/availability",
  });

/** The parts of a path behind its start. @throws `sdmx-query` for what cannot be decoded */
function partsOf(request: FastifyRequest, start: string): readonly string[] {
  const [path = ""] = (request.raw.url ?? "").split("?");
  const parts = path.slice(start.length).split("/");
  if (parts.at(-1) === "") parts.pop();
  try {
    return parts.map(decodeURIComponent);
  } catch {
    return fail("sdmx-query", { part: "path", value: path.slice(0, 100), expected: "UTF-8" });
  }
}

function queryOf(door: Door, request: FastifyRequest, asked: Asked): Query {
  const url = request.raw.url ?? "/";
  const fields = new URLSearchParams(queryText(url).replaceAll("+", "%2B"));
  const offer = chooseOffer(asked, request.headers.accept, fields.get("format"));
  const language = languageOfRequest(url, request.headers["accept-language"]);
  return { release: door.releases.current(), offer, language, fields, key: `sdmx ${offer.type} ${language} ${url}` };
}

const structures: Handler = async (door, request, reply, [type = "*", agency = "*", id = "*", version = "~", item = "*"]) => {
  const query = queryOf(door, request, "structure");
  const { release, fields, language } = query;
  return sendCached(door, request, reply, query.key, release, async () => {
    const [detail, references] = [fields.get("detail") ?? "full", fields.get("references") ?? "none"];
    const wanted = findStructures(release.catalogue, { type, agency, id, version, item, detail, references });
    const sender = { agency: agencyOf(release.catalogue).id, at: release.at, release: release.id };
    return answerTo(query, Buffer.from(structureMessage(wanted, sender, language)));
  });
};

async function data(
  version: 1 | 2,
  door: Door,
  request: FastifyRequest,
  reply: FastifyReply,
  parts: readonly string[],
): Promise<FastifyReply> {
  return answerData(door, request, reply, queryOf(door, request, "data"), version, parts);
}

async function availability(
  version: 1 | 2,
  door: Door,
  request: FastifyRequest,
  reply: FastifyReply,
  parts: readonly string[],
): Promise<FastifyReply> {
  const query = queryOf(door, request, "structure");
  return sendCached(door, request, reply, query.key, query.release, async () =>
    answerTo(query, Buffer.from(await answerAvailability(query, version, parts))),
  );
}

/** The numbers that SDMX has for errors (SDMX 2.1, section 7). */
const numbers: Readonly<Record<number, number>> = { 400: 140, 404: 100, 406: 140, 413: 510, 422: 150, 501: 501, 503: 503 };

/** An error as programs read it: a problem document with the list of errors of SDMX-JSON in it. */
function problemAnswer(error: unknown, request: FastifyRequest): Answer {
  const own = toPeilError(error, request.log);
  const language = languageOfRequest(request.raw.url ?? "/", request.headers["accept-language"]);
  const problem = problemOf(own, language);
  const errors = [{ code: numbers[own.status] ?? 500, title: problem.title, detail: problem.detail }];
  return {
    status: own.status,
    type: "application/problem+json; charset=utf-8",
    body: Buffer.from(JSON.stringify({ ...problem, errors })),
    compressible: false,
    headers: [...openHeaders, ["vary", "accept, accept-language"]],
    caching: "no-store",
  };
}
