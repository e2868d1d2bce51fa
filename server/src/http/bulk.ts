import { basename, dirname } from "node:path";
import send from "@fastify/send";
import { fail } from "@peil/core/errors.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Bulk, BulkFile } from "../publish/bulk-files.ts";
import { jsonAnswer, openHeaders } from "./api.ts";
import type { Answer } from "./cache.ts";
import { askEveryTime, type Door, forEver, originOf, sendAnswer } from "./door.ts";

/** What `/bulk/index.json` says of a file. */
type Listed = Omit<BulkFile, "key"> & { readonly url: string };

/**
 * Serves the files of whole releases below `/bulk/`: of the current release, or behind `/bulk/<release>/` of one that is named, which
 * never change.
 */
export function registerBulk(app: FastifyInstance, door: Door): void {
  for (const path of ["/bulk", "/bulk/"]) {
    app.get(path, async (request, reply) => {
      const isReader = (request.headers.accept ?? "").includes("text/html");
      return reply.header("vary", "accept").redirect(isReader ? "/releases#bulk" : "/bulk/index.json", 303);
    });
  }
  app.get("/bulk/*", async (request, reply) => {
    const path = (request.params as { readonly "*": string })["*"];
    const [, named, rest] = /^([0-9a-f]{8,64})\/(.*)$/.exec(path) ?? [];
    const release = named ?? door.releases.current().id;
    const bulk = bulkOf(door, release);
    const caching = named === undefined ? askEveryTime : forEver;
    return serve(door, request, reply, bulk, rest ?? path, caching);
  });
}

function bulkOf({ releases }: Door, release: string): Bulk {
  const all = releases.list();
  if (!all.some((each) => each.id === release)) fail("release-unknown", { id: release, choices: all.map((each) => each.id).join(", ") });
  return releases.archive.bulk(release) ?? fail("bulk-missing", { id: release });
}

async function serve(
  door: Door,
  request: FastifyRequest,
  reply: FastifyReply,
  bulk: Bulk,
  name: string,
  caching: string,
): Promise<FastifyReply> {
  const files = bulk.files.filter((each) => !each.name.startsWith("."));
  if (name === "index.json" || name === "")
    return sendAnswer(request, reply, { ...jsonAnswer(indexOf(bulk, files, originOf(door, request))), caching });
  if (name === "SHA256SUMS") return sendAnswer(request, reply, sumsOf(files, caching));
  const file = files.find((each) => each.name === name) ?? fail("not-found", { what: `bulk/${name}`.slice(0, 200) });
  return sendFile(request, reply, file, door.releases.archive.file(file.sha256), { caching, at: bulk.at });
}

function indexOf({ release, at }: Bulk, files: readonly BulkFile[], origin: string): string {
  const listed = files.map(({ key: _, ...file }): Listed => ({ ...file, url: `${origin}/bulk/${release}/${file.name}` }));
  return JSON.stringify({ release, at, files: listed });
}

/** As `sha256sum` writes and checks it. */
function sumsOf(files: readonly BulkFile[], caching: string): Answer {
  const body = Buffer.from(files.map(({ sha256, name }) => `${sha256}  ${name}\n`).join(""));
  return { status: 200, type: "text/plain; charset=utf-8", body, compressible: true, headers: openHeaders, caching };
}

/** Sends a file, or the part of it that is asked (RFC 9110); its tag is its SHA-256, so it is a strong one. */
async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: BulkFile,
  path: string,
  { caching, at }: { readonly caching: string; readonly at: string },
): Promise<FastifyReply> {
  const etag = `"${file.sha256}"`;
  const modified = new Date(at);
  modified.setUTCMilliseconds(0);
  for (const [name, value] of openHeaders) reply.header(name, value);
  reply
    .header("etag", etag)
    .header("cache-control", caching)
    .header("last-modified", modified.toUTCString())
    .header("access-control-expose-headers", "etag, content-length, content-range, accept-ranges, last-modified")
    .header("x-content-type-options", "nosniff");
  const {
    "if-none-match": held,
    "if-modified-since": since,
    "if-range": ranged,
    "if-match": _,
    "if-unmodified-since": __,
    ...headers
  } = request.headers;
  const isHeld = held === undefined ? since !== undefined && Date.parse(since) >= modified.getTime() : holds(held, etag);
  if (isHeld) return reply.code(304).send();
  if (ranged !== undefined && ranged !== etag && Date.parse(String(ranged)) !== modified.getTime()) delete headers.range;
  const asked = Object.assign(Object.create(request.raw) as typeof request.raw, { headers, method: request.method });
  const options = { root: dirname(path), etag: false, lastModified: false, cacheControl: false, contentType: false, index: false } as const;
  const found = await send(asked, `/${basename(path)}`, options);
  if (found.type !== "file") return found.statusCode === 416 ? outOfRange(reply, found.headers) : fail("not-found", { what: file.name });
  const name = file.name.replaceAll("/", "-");
  reply.code(found.statusCode).headers(found.headers).header("content-type", file.type);
  reply.header("content-disposition", `attachment; filename="${name}"`);
  return reply.send(found.stream);
}

function holds(tags: string, etag: string): boolean {
  return tags.trim() === "*" || tags.split(",").some((each) => each.trim().replace(/^W\//, "") === etag);
}

/** Tells how long the file is. */
function outOfRange(reply: FastifyReply, headers: Readonly<Record<string, string>>): FastifyReply {
  return reply
    .code(416)
    .header("content-range", headers["Content-Range"] ?? "bytes */*")
    .send();
}
