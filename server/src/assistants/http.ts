import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import { PeilError } from "@peil/core/errors.ts";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { toPeilError } from "../http/errors.ts";
import type { AssistantSite } from "./desk.ts";
import { openAssistant } from "./server.ts";

/** Where assistants ask. */
export const assistantPath = "/mcp";

/**
 * Lets assistants ask over HTTP: the Streamable HTTP transport of the Model Context Protocol, without sessions, each answer one JSON
 * document. A page in a browser may ask only where it is the site's own or runs on the reader's machine: so no page of another
 * site reaches a server behind a firewall under a name that it turns to its address (DNS rebinding). Programs send no `Origin`.
 */
export function registerAssistants(app: FastifyInstance, site: AssistantSite): void {
  app.route({
    method: ["GET", "DELETE"],
    url: assistantPath,
    handler: (_, reply) => refuse(reply.header("allow", "POST"), 405, -32000, "Ask with POST: there are no sessions and no streams."),
  });
  app.post(assistantPath, {
    onRequest: async (request, reply) => {
      if (!isOwn(request.headers.origin, site.origin)) return refuse(reply, 403, -32000, "This Origin may not ask.");
    },
    errorHandler: (error: FastifyError, _, reply) => {
      // What is no message is told as the protocol does; all else as everywhere.
      const status = error.statusCode ?? 500;
      if (error instanceof PeilError || status >= 500) throw error;
      const message = status === 413 ? "The message is larger than 64 kB." : "The message is not JSON (application/json).";
      void refuse(reply, status, status === 413 ? -32600 : -32700, message);
    },
    handler: (request, reply) => answer(site, request, reply),
  });
}

/** Whether a page of this origin may ask; programs have none. */
function isOwn(origin: string | undefined, own: string | undefined): boolean {
  if (origin === undefined || origin === own) return true;
  return URL.canParse(origin) && ["localhost", "127.0.0.1", "[::1]"].includes(new URL(origin).hostname);
}

function refuse(reply: FastifyReply, status: number, code: number, message: string): FastifyReply {
  return reply
    .code(status)
    .header("cache-control", "no-store")
    .header("content-type", "application/json")
    .send(JSON.stringify({ jsonrpc: "2.0", error: { code, message }, id: null }));
}

/** One message: a server and a transport of its own, gone when it is answered. */
async function answer(site: AssistantSite, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (Array.isArray(request.body)) return refuse(reply, 400, -32600, "One message at a time.");
  const origin = site.origin || `${request.protocol}://${request.host}`;
  const server = openAssistant({ ...site, origin }, (error) => toPeilError(error, request.log));
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  try {
    await server.connect(transport);
    const headers = Object.entries(request.headers).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value] as [string, string]] : [],
    );
    const asked = new Request(`http://localhost${assistantPath}`, { method: "POST", headers });
    const answered = await transport.handleRequest(asked, { parsedBody: request.body });
    reply.code(answered.status).header("cache-control", "no-store");
    answered.headers.forEach((value, name) => void reply.header(name, value));
    return await reply.send(await answered.text());
  } finally {
    await server.close();
  }
}
