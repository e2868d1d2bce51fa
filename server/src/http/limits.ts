import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { blank, fail } from "@peil/core/errors.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Keys } from "../keys.ts";
import { serviceAddress } from "../swing/address.ts";
import { clientOf, type Often, openOften } from "./often.ts";
import { shownKey } from "./shown-key.ts";

/** How much one client may ask. */
export type LimitsInput = {
  /** Questions a minute of a client without a key; 0: as many as it wants. */
  readonly perMinute: number;
  /** Proxies in front of the site, whose word on a reader's address counts. */
  readonly proxies: number;
  /** Who shows a key has its quota instead; absent: nobody has one. */
  readonly keys?: Keys;
  /** Told once where all readers seem to be one: a proxy stands in front that nobody told of. */
  readonly warn: (text: string) => void;
};

const [minute, hour] = [60_000, 3_600_000] as const;
/** Questions of one client that are worked on at the same time, files that flow to it (one more waits so long at most), and how long the body of a question may take. */
const atOnce = { questions: 256, files: 6, patience: 20_000, body: 30_000 } as const;

/** What is never counted: pages and what belongs to them, and whether the site is alive. */
const free = /^(?:\/\*$|\/assets\/|\/healthz$|\/readyz$)/;
const near = /^(?:::ffff:)?(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)|^::1$|^f[cd]/;

/**
 * Limits how much one client asks: so many questions a minute by its address, or an hour by its key, so many at once. Answers that
 * are ready are sent before this and count for nothing, and so do pages. Who goes beyond gets 429 with `Retry-After`.
 * Fields: RateLimit-Policy and RateLimit (draft-ietf-httpapi-ratelimit-headers-10).
 */
export function limitClients(app: FastifyInstance, input: LimitsInput): void {
  const byAddress = input.perMinute === 0 ? undefined : openOften(input.perMinute, minute, Number.POSITIVE_INFINITY);
  const byQuota = new Map<number, Often>();
  const asking = new Map<string, number>();
  const flowing = new Map<string, number>();
  const clients = new WeakMap<IncomingMessage, string>();
  let warned = false;

  async function count(request: FastifyRequest, reply: FastifyReply): Promise<string | undefined> {
    const key = await keyOf(request, input.keys);
    if (key !== undefined) {
      const { name, quota } = key;
      if (quota !== undefined) {
        const often = byQuota.get(quota) ?? openOften(quota, hour, Number.POSITIVE_INFINITY);
        byQuota.set(quota, often);
        take(often, `key ${name}`, { limit: quota, window: hour }, reply);
      }
      return `key ${name}`;
    }
    if (isBlind(request)) return undefined;
    if (byAddress !== undefined) take(byAddress, request.ip, { limit: input.perMinute, window: minute }, reply);
    return clientOf(request.ip);
  }

  /** Everybody seems to be the proxy: better no limit than one for all readers together. */
  function isBlind(request: FastifyRequest): boolean {
    const blind = input.proxies === 0 && request.headers["x-forwarded-for"] !== undefined && near.test(request.ip);
    if (blind && !warned) {
      warned = true;
      input.warn("X-Forwarded-For is sent and PEIL_PROXIES is 0: readers cannot be told apart and are not limited");
    }
    return blind;
  }

  app.addHook("onRequest", async (request, reply) => {
    if (request.method === "POST" && !request.is404 && !/^multipart\//i.test(request.headers["content-type"] ?? ""))
      cutWhenSlow(request.raw);
    if (request.method === "OPTIONS" || isFree(request)) return;
    const client = await count(request, reply);
    if (client === undefined) return;
    if ((asking.get(client) ?? 0) >= atOnce.questions) fail("too-many-at-once", { limit: atOnce.questions, seconds: 5 });
    clients.set(request.raw, client);
    hold(asking, client, reply);
  });

  app.addHook("onSend", async (request, reply, payload) => {
    const client = clients.get(request.raw);
    if (client === undefined || !(payload instanceof Readable)) return payload;
    const until = performance.now() + atOnce.patience;
    while ((flowing.get(client) ?? 0) >= atOnce.files) {
      if (performance.now() > until) return refuseFile(reply, payload);
      if (reply.raw.destroyed) return payload;
      await sleep(100);
    }
    hold(flowing, client, reply);
    return payload;
  });
}

/** Services of a former site are recognised before the router, which takes them for pages. */
function isFree(request: FastifyRequest): boolean {
  return free.test(request.routeOptions.url ?? "/*") && serviceAddress(request.raw.url ?? "/") === undefined;
}

/** Only files may take their time to arrive. */
function cutWhenSlow(request: IncomingMessage): void {
  const late = setTimeout(() => request.destroy(), atOnce.body);
  request.once("close", () => clearTimeout(late)).once("end", () => clearTimeout(late));
}

/** Counts a request of a client until it is answered. */
function hold(counts: Map<string, number>, client: string, reply: FastifyReply): void {
  counts.set(client, (counts.get(client) ?? 0) + 1);
  reply.raw.once("close", () => {
    const left = (counts.get(client) ?? 1) - 1;
    if (left === 0) counts.delete(client);
    else counts.set(client, left);
  });
}

function refuseFile(reply: FastifyReply, payload: Readable): never {
  payload.destroy();
  for (const name of ["content-encoding", "content-disposition", "etag"]) reply.removeHeader(name);
  return fail("too-many-at-once", { limit: atOnce.files, seconds: 30 });
}

/** A key that nobody knows, or that cannot be looked up, is none: what is public needs none. */
async function keyOf(request: FastifyRequest, keys: Keys | undefined): Promise<Awaited<ReturnType<Keys["find"]>>> {
  const shown = shownKey(request.raw);
  return shown === undefined ? undefined : keys?.find(shown).catch(() => undefined);
}

function take(often: Often, client: string, { limit, window }: { readonly limit: number; readonly window: number }, reply: FastifyReply) {
  const wait = often.take(client);
  const { left, until } = often.left(client);
  reply.header("ratelimit-policy", `"client";q=${limit};w=${window / 1000}`);
  reply.header("ratelimit", `"client";r=${left};t=${Math.ceil(until / 1000)}`);
  const words = window === minute ? { nl: "per minuut", en: "a minute" } : { nl: "per uur", en: "an hour" };
  if (wait > 0) fail("limit-reached", { limit, ...blank("window", words), seconds: Math.ceil(wait / 1000) });
}
