import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { fail } from "@peil/core/errors.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Bulk, BulkFile } from "../publish/bulk-files.ts";
import { jsonAnswer, openHeaders } from "./api.ts";
import type { Answer } from "./cache.ts";
import { partOf } from "./conditional.ts";
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

/** Sends a file, or the part of it that is asked; its tag is its SHA-256, so it is a strong one. @throws `range-unsatisfiable` */
async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: BulkFile,
  path: string,
  { caching, at }: { readonly caching: string; readonly at: string },
): Promise<FastifyReply> {
  const etag = `"${file.sha256}"`;
  const modified = new Date(at).toUTCString();
  const part = partOf({ etag, modified, size: file.size }, request.method, request.headers);
  if (part === "beyond") return fail("range-unsatisfiable", { bytes: file.size });
  const { first, last } = typeof part === "string" ? { first: 0, last: file.size - 1 } : part;
  const isSent = part !== "unchanged" && request.method !== "HEAD";
  const opened = isSent ? await open(path).catch(() => fail("not-found", { what: file.name })) : undefined;
  for (const [name, value] of openHeaders) reply.header(name, value);
  reply.header("etag", etag).header("cache-control", caching).header("last-modified", modified);
  if (part === "unchanged") return reply.code(304).send();
  if (part !== "all") reply.code(206).header("content-range", `bytes ${first}-${last}/${file.size}`);
  reply
    .header("accept-ranges", "bytes")
    .header("content-length", last - first + 1)
    .header("content-type", file.type)
    .header("content-disposition", `attachment; filename="${file.name.replaceAll("/", "-")}"`);
  return reply.send(opened?.createReadStream({ start: first, end: last }) ?? Readable.from([]));
}
