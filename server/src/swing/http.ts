import { explainError, type PeilError } from "@peil/core/errors.ts";
import type { Language } from "@peil/core/model/text.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { openHeaders } from "../http/api.ts";
import type { Answer } from "../http/cache.ts";
import { askEveryTime, type Door, originOf, sendAnswer, sendCached } from "../http/door.ts";
import { languageOfRequest, problemAnswer, toPeilError } from "../http/errors.ts";
import { type ServiceAddress, serviceAddress } from "./address.ts";
import { answerService, odataJson } from "./odata-answer.ts";
import { selectionTable } from "./selection-table.ts";
import type { AreaCodes } from "./things.ts";

const version: readonly (readonly [string, string])[] = [["odata-version", "4.0"]];

/**
 * Serves what programs read of a former site at its own addresses, in any letter case and with any number of slashes: the OData
 * service and the selection table. The addresses are recognised before the router, which tells letters apart.
 */
export function registerSwing(app: FastifyInstance, door: Door, codes: AreaCodes): void {
  app.addHook("onRequest", async (request, reply) => {
    const address = serviceAddress(request.raw.url ?? "/");
    if (address === undefined) return;
    if (request.method !== "GET" && request.method !== "HEAD") return;
    return serve(door, codes, address, request, reply);
  });
}

async function serve(
  door: Door,
  codes: AreaCodes,
  address: ServiceAddress,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const url = request.raw.url ?? "/";
  try {
    const release = door.releases.current();
    const scope = { release, codes };
    if (address.service === "table") {
      const make = async () => answerOf("application/json; charset=utf-8", await selectionTable(scope, address.query), []);
      return await sendCached(door, request, reply, url, release, make);
    }
    const origin = originOf(door, request);
    // Where the site does not know its own address, answers are kept for each address by which it was asked.
    const key = door.origin === undefined ? `${origin} ${url}` : url;
    const make = async () => {
      const { type, text } = await answerService(scope, { ...address, base: `${origin}${address.base}` });
      return answerOf(type, text, version);
    };
    return await sendCached(door, request, reply, key, release, make);
  } catch (error) {
    const own = toPeilError(error, request.log);
    const language = languageOfRequest(url, request.headers["accept-language"]);
    return sendAnswer(request, reply, address.service === "table" ? openProblem(own, language) : errorAnswer(own, language));
  }
}

function answerOf(type: string, text: string, more: readonly (readonly [string, string])[]): Answer {
  return { status: 200, type, body: Buffer.from(text), compressible: true, headers: [...openHeaders, ...more], caching: askEveryTime };
}

function openProblem(error: PeilError, language: Language): Answer {
  const answer = problemAnswer(error, language);
  return { ...answer, headers: [...openHeaders, ...answer.headers] };
}

/** An error as the standard has it (OData 4.0, JSON format, section 19), with the words of the catalogue. */
function errorAnswer(error: PeilError, language: Language): Answer {
  const { message, mend } = explainError(error, language);
  const target = error.details["key"];
  const body = { error: { code: error.code, message: `${message} ${mend}`, ...(target === undefined ? {} : { target: String(target) }) } };
  const problem = openProblem(error, language);
  return { ...problem, type: odataJson, headers: [...problem.headers, ...version], body: Buffer.from(JSON.stringify(body)) };
}
