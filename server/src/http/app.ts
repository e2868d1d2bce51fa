import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import helmet from "@fastify/helmet";
import { workspaceLimit } from "@peil/core/documents/workspace.ts";
import { fail, PeilError } from "@peil/core/errors.ts";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from "fastify";
import type { Logger } from "pino";
import { registerAssistants } from "../assistants/http.ts";
import type { Printer } from "../documents/printer.ts";
import type { Keys } from "../keys.ts";
import type { Release } from "../release.ts";
import type { Releases } from "../releases.ts";
import { registerSdmx } from "../sdmx/routes.ts";
import { registerSwing } from "../swing/http.ts";
import type { AreaCodes } from "../swing/things.ts";
import type { Views } from "../views/scope.ts";
import type { Workspaces } from "../workspaces.ts";
import { registerApi, registerPreflight } from "./api.ts";
import { type Assets, registerAssets } from "./assets.ts";
import { registerBulk } from "./bulk.ts";
import { type AnswerCache, createCache, sendReady } from "./cache.ts";
import { registerDocuments } from "./documents.ts";
import { type Door, sendAnswer } from "./door.ts";
import { registerData, registerDownloads } from "./downloads.ts";
import { languageOfAddress, languageOfRequest, pageAnswer, problemAnswer, toPeilError } from "./errors.ts";
import { type Feeds, registerFeeds } from "./feeds.ts";
import { limitClients } from "./limits.ts";
import { registerLinkedData } from "./linked-data.ts";
import { negotiate, negotiatedOf, refuseUnfit, variesByType } from "./negotiate.ts";
import { registerOpenapi } from "./openapi.ts";
import { type Printing, type Render, registerPages } from "./pages.ts";
import { takeShownKey } from "./shown-key.ts";
import { registerUploads, type UploadsInput, uploadAddress } from "./uploads.ts";
import type { Visits } from "./visits.ts";
import { registerWorkspaces } from "./workspaces.ts";

/** Origins of other sites that pages may ask for pictures and for answers. */
export type Elsewhere = { readonly images: readonly string[]; readonly answers: readonly string[] };

/** What the door to the web is opened with. */
export type AppInput = {
  readonly releases: Releases;
  readonly views: Views;
  /** Where readers keep what they share; absent: nowhere. */
  readonly workspaces?: Workspaces;
  /** Proxies in front of the site, whose word on a reader's address counts. */
  readonly proxies?: number;
  /** Questions a minute of a client without a key; without it as many as it wants. */
  readonly limit?: number;
  /** Keys of programs; without them nobody has one. */
  readonly keys?: Keys;
  /** How programs bring files; without it they cannot. */
  readonly uploads?: Omit<UploadsInput, "keys">;
  readonly render: Render;
  readonly assets: Assets;
  readonly logger: Logger;
  readonly origin?: string;
  /** Counts the pages that are opened; absent: nothing is counted. */
  readonly visits?: Visits;
  /** How documents and pictures are made; without it there are none. */
  readonly printing?: Printing & { readonly printer: Printer };
  /** What is made for machines that follow the site; without it nothing is. */
  readonly feeds?: Feeds;
  /** Bytes of answers that are kept; 64 MB unless told. */
  readonly cacheBytes?: number;
  /** Whether assistants may ask; they may not unless told. */
  readonly assistants?: boolean;
  /** None unless told. */
  readonly elsewhere?: Elsewhere;
  /** How the services of a former site write codes of areas; bare unless told. */
  readonly areaCodes?: AreaCodes;
};

/** Only what comes from the site itself is loaded or run, and the layers of the map that are configured; nothing stands in the page but text. */
function policyWith({ images, answers }: Elsewhere) {
  return {
    "default-src": ["'self'"],
    "img-src": ["'self'", "data:", ...images],
    ...(answers.length === 0 ? {} : { "connect-src": ["'self'", ...answers] }),
    "object-src": ["'none'"],
    "base-uri": ["'self'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'self'"],
  };
}

/** Opens the door to the web: API, downloads, files and pages. It does not listen yet. */
export async function openApp(input: AppInput): Promise<FastifyInstance> {
  const cache = createCache(input.cacheBytes ?? 64 * 1024 * 1024);
  const { releases, views } = input;
  const door: Door = {
    releases,
    views,
    workspaces: input.workspaces,
    cache,
    ...(input.origin === undefined ? {} : { origin: input.origin }),
  };
  const shortcut = shortcutOf(cache, input);
  const app: FastifyInstance = Fastify({
    loggerInstance: input.logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 400, ignoreTrailingSlash: false },
    bodyLimit: 64 * 1024,
    trustProxy: (_, hop) => hop < (input.proxies ?? 0),
    forceCloseConnections: "idle",
    frameworkErrors: (error, request, reply) => void refuseAddress(error, request as FastifyRequest, reply as unknown as FastifyReply),
    rewriteUrl: (request) => {
      prepare(request as IncomingMessage);
      return uploadAddress(request.url ?? "/");
    },
    serverFactory: (handler) =>
      createServer({ keepAliveTimeout: 72_000, headersTimeout: 30_000, requestTimeout: 600_000 }, (request, response) => {
        prepare(request);
        if (!shortcut(request, response)) handler(request, response);
      }),
  });
  // Whether the site is reached over HTTPS only is for whoever runs the proxy to say.
  const directives = policyWith(input.elsewhere ?? { images: [], answers: [] });
  await app.register(helmet, { contentSecurityPolicy: { useDefaults: false, directives }, strictTransportSecurity: false });
  letOthersFrame(app, directives);
  logRequests(app, input.logger);
  countVisits(app, input.visits);
  answerErrors(app);
  const { keys, limit, uploads, proxies = 0, logger } = input;
  limitClients(app, { perMinute: limit ?? 0, proxies, ...(keys ? { keys } : {}), warn: (text) => logger.warn(text) });
  registerPreflight(app);
  if (keys && uploads) await registerUploads(app, { ...uploads, keys });
  chooseByType(app);
  registerHealth(app, releases);
  registerAssets(app, input.assets);
  registerSwing(app, door, input.areaCodes ?? "bare");
  registerApi(app, door);
  registerOpenapi(app, door);
  registerData(app, door);
  registerDownloads(app, door);
  registerSdmx(app, door);
  registerWorkspaces(app, door);
  registerBulk(app, door);
  registerLinkedData(app, door);
  if (input.printing) registerDocuments(app, door, input.printing);
  if (input.feeds) registerFeeds(app, door, input.feeds);
  if (input.assistants) registerAssistants(app, door);
  app.get("/api/*", (request) => fail("not-found", { what: (request.raw.url ?? "").slice(0, 200) }));
  registerPages(app, door, input.render);
  return app;
}

/** Makes the address of a request what the cache and the router know: without a key, with what was chosen by type. May be done again. */
function prepare(request: IncomingMessage): void {
  takeShownKey(request);
  negotiate(request);
}

/** Pages of other sites may frame what is made for it, and load the script that does so; nothing else. */
function letOthersFrame(app: FastifyInstance, directives: ReturnType<typeof policyWith>): void {
  const open = Object.entries({ ...directives, "frame-ancestors": ["*"] }).map(([name, sources]) => `${name} ${sources.join(" ")}`);
  app.addHook("onRequest", async (request, reply) => {
    if (!/^(?:\/[a-z]{2})?\/embed\//.test(request.raw.url ?? "")) return;
    reply.raw.setHeader("content-security-policy", open.join(";"));
    reply.raw.removeHeader("x-frame-options");
    reply.raw.setHeader("cross-origin-resource-policy", "cross-origin");
  });
}

/** Answers what was asked before straight from memory, past the router and its hooks. */
function shortcutOf(cache: AnswerCache, { releases, assets, logger, visits }: AppInput) {
  const logs = logger.isLevelEnabled("info");
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const decided = negotiatedOf(request);
    if (request.method !== "GET" || (decided !== undefined && "refused" in decided)) return false;
    const url = request.url ?? "/";
    const release = openRelease(releases);
    const entry = (release === undefined ? undefined : cache.find(url, release)) ?? assets.ready(url);
    if (entry === undefined || !sendReady(entry, request, response)) return false;
    if (entry.answer.type.startsWith("text/html")) visits?.count(url, request.headers);
    if (logs) logger.info({ method: "GET", url, status: response.statusCode, ms: 0, hit: true }, "request");
    return true;
  };
}

/** Who accepts nothing that lives at an address hears what does; who gets a file by its type hears which. */
function chooseByType(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    refuseUnfit(request.raw);
    if (variesByType(request.raw.url ?? "/")) reply.raw.setHeader("vary", "accept");
  });
  // What flows writes its own headers.
  app.addHook("onSend", async (request, reply, payload) => {
    const found = negotiatedOf(request.raw);
    if (found === undefined && !variesByType(request.raw.url ?? "/")) return payload;
    const vary = String(reply.getHeader("vary") ?? "accept-encoding");
    if (!vary.split(", ").includes("accept")) reply.header("vary", `${vary}, accept`);
    if (found !== undefined && "location" in found && reply.statusCode < 400) reply.header("content-location", found.location);
    return payload;
  });
}

function openRelease(releases: Releases): Release | undefined {
  try {
    return releases.current();
  } catch {
    return undefined;
  }
}

function logRequests(app: FastifyInstance, logger: Logger): void {
  if (!logger.isLevelEnabled("info")) return;
  app.addHook("onResponse", async (request, reply) => {
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    request.log.info({ method: request.method, url: request.raw.url, status: reply.statusCode, ms }, "request");
  });
}

function countVisits(app: FastifyInstance, visits: Visits | undefined): void {
  if (visits === undefined) return;
  app.addHook("onResponse", async (request, reply) => {
    const isPage = String(reply.getHeader("content-type") ?? "").startsWith("text/html");
    if (request.method === "GET" && reply.statusCode < 400 && isPage) visits.count(request.raw.url ?? "/", request.headers);
  });
  app.addHook("onClose", () => visits.close());
}

/** Programs get a problem document, readers a page. */
function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler(async (error, request, reply) => {
    const own = fromFramework(error) ?? toPeilError(error, request.log);
    return sendAnswer(request, reply, errorAnswer(own, request));
  });
  app.setNotFoundHandler(async (request, reply) => {
    const error = new PeilError("not-found", { what: (request.raw.url ?? "").slice(0, 200) });
    return sendAnswer(request, reply, errorAnswer(error, request));
  });
}

/** An address that cannot be decoded comes to no route, and past the handler of errors. */
function refuseAddress(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const own = fromFramework(error) ?? toPeilError(error, request.log);
  return sendAnswer(request, reply, errorAnswer(own, request));
}

/** What the framework itself refuses (an address that cannot be decoded, a body that is too large) is the sender's doing. */
function fromFramework(error: unknown): PeilError | undefined {
  const status = (error as { readonly statusCode?: unknown }).statusCode;
  if (error instanceof PeilError || typeof status !== "number" || status < 400 || status >= 500) return undefined;
  if (status === 413) return new PeilError("workspace-too-large", { limit: workspaceLimit / 1024 });
  return new PeilError("selection-invalid", { key: "address", value: "…", expected: (error as Error).message });
}

function errorAnswer(error: PeilError, request: FastifyRequest) {
  const url = request.raw.url ?? "/";
  const forProgram = /^\/(api|sdmx)\//.test(url) || !(request.headers.accept ?? "").includes("html");
  const language = languageOfRequest(url, request.headers["accept-language"]);
  return forProgram ? problemAnswer(error, language) : pageAnswer(error, languageOfAddress(url));
}

function registerHealth(app: FastifyInstance, releases: Releases): void {
  app.get("/healthz", async (_, reply) => reply.header("cache-control", "no-store").send({ status: "ok" }));
  app.get("/readyz", async (_, reply) => {
    const release = openRelease(releases);
    const body = release === undefined ? { status: "no-release" } : { status: "ok", release: release.id };
    return reply
      .code(release === undefined ? 503 : 200)
      .header("cache-control", "no-store")
      .send(body);
  });
}
