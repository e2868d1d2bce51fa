import { fail } from "@peil/core/errors.ts";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Release } from "../release.ts";
import type { Releases } from "../releases.ts";
import type { Views } from "../views/scope.ts";
import type { Workspaces } from "../workspaces.ts";
import { type Answer, type AnswerCache, chooseEncoding, type Entry, encode, prepare, sentOf } from "./cache.ts";

/** What every part of the door to the web works with. */
export type Door = {
  readonly releases: Releases;
  readonly views: Views;
  readonly workspaces: Workspaces | undefined;
  readonly cache: AnswerCache;
  /** Public address of the site, if it is known. */
  readonly origin?: string;
};

/** Public address of the site, or the one by which it was asked. */
export function originOf({ origin }: Pick<Door, "origin">, request: FastifyRequest): string {
  return origin ?? `${request.protocol}://${request.host}`;
}

/** Readers may keep an answer but ask every time whether it still stands: a new release shows at once. */
export const askEveryTime = "public, max-age=0, must-revalidate";

/** What was answered from the release that the address names never changes. */
export const forEver = "public, max-age=31536000, immutable";

/** How long an answer holds. @param answered the release that answered */
export function cachingOf(query: string, answered: string | undefined): string {
  return answered !== undefined && new URLSearchParams(query).get("release") === answered ? forEver : askEveryTime;
}

/** Sends an answer that was made for this request only. */
export function sendAnswer(request: FastifyRequest, reply: FastifyReply, answer: Answer): Promise<FastifyReply> {
  return sendEntry(request, reply, prepare(secured(answer, reply)));
}

/** Finds or makes the answer of an address and sends it in the form that the reader takes. */
export async function sendCached(
  door: Door,
  request: FastifyRequest,
  reply: FastifyReply,
  address: string,
  release: Release,
  make: () => Promise<Answer>,
): Promise<FastifyReply> {
  const entry = await door.cache.make(address, release, async () => secured(dated(await make(), release), reply));
  return sendEntry(request, reply, entry);
}

/** What programs read is as old as the release that was current. Pages show more than a release, and are known by their tag only. */
function dated(answer: Answer, release: Release): Answer {
  if (answer.status !== 200 || answer.type.startsWith("text/html")) return answer;
  return { ...answer, headers: [...answer.headers, ["last-modified", new Date(release.at).toUTCString()]] };
}

/** Sends an entry, compressing it first where that was not done yet. @throws `range-unsatisfiable` */
export async function sendEntry(request: FastifyRequest, reply: FastifyReply, entry: Entry): Promise<FastifyReply> {
  let sent = sentOf(entry, request.method, request.headers);
  if (sent === undefined) {
    await encode(entry, chooseEncoding(request.headers["accept-encoding"] as string | undefined));
    sent = sentOf(entry, request.method, request.headers);
  }
  if (sent === undefined || sent === "beyond") return fail("range-unsatisfiable", { bytes: entry.answer.body.length });
  setHeaders(reply, sent.headers);
  return reply.code(sent.status).send(sent.body);
}

/** An answer with the headers that protect readers written into it: entries are sent without passing by the hooks. */
function secured(answer: Answer, reply: FastifyReply): Answer {
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(reply.raw.getHeaders())) if (value !== undefined) headers.set(name, String(value));
  for (const [name, value] of answer.headers) headers.set(name.toLowerCase(), value);
  return { ...answer, headers: [...headers] };
}

function setHeaders(reply: FastifyReply, flat: readonly string[]): void {
  for (let i = 0; i < flat.length; i += 2) reply.header(flat[i] ?? "", flat[i + 1] ?? "");
}
