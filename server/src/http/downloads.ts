import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import type { Format, FormatOptions } from "@peil/core/formats/format.ts";
import { type Language, languages } from "@peil/core/model/text.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { formats } from "../formats/index.ts";
import { publisherOf } from "../sdmx/agency.ts";
import { areaFile, dataFile, type FileFigures, indicatorFile, themeFile } from "../views/files.ts";
import type { Scope } from "../views/scope.ts";
import { openHeaders, queryText } from "./api.ts";
import { type Answer, chooseEncoding, varyOf } from "./cache.ts";
import { cachingOf, type Door, sendCached } from "./door.ts";

type Params = Readonly<Record<string, string>>;
type Source = { readonly path: string; readonly find: (scope: Scope, params: Params, query: string) => Promise<FileFigures> };

/** Pages and the files behind them. `:x` are parts of the address; the extension comes behind. */
const sources: readonly Source[] = [
  { path: "/indicator/:code", find: (scope, { code = "" }, query) => indicatorFile(scope, code, query) },
  { path: "/area/:level/:code", find: (scope, { level = "", code = "" }, query) => areaFile(scope, level, code, query) },
  { path: "/theme/:code", find: (scope, { code = "" }, query) => themeFile(scope, code, query) },
  { path: "/api/v1/data", find: (scope, _, query) => dataFile(scope, query) },
];

/** Files up to this size are kept ready; larger ones flow. */
export const keptSize = 1024 * 1024;

/** Serves the figures behind every page in every format, in each language. */
export function registerDownloads(app: FastifyInstance, door: Door): void {
  for (const language of languages) {
    const prefix = language === "nl" ? "" : `/${language}`;
    for (const source of sources) {
      for (const format of formats) {
        app.get(`${prefix}${source.path}.${format.extension}`, (request, reply) => serve(door, source, format, language, request, reply));
      }
    }
  }
}

async function serve(
  door: Door,
  source: Source,
  format: Format,
  language: Language,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const url = request.raw.url ?? "/";
  const release = door.releases.current();
  const known = door.cache.find(url, release);
  if (known !== undefined) return sendCached(door, request, reply, url, release, async () => known.answer);
  const query = queryText(url);
  const found = await source.find({ release, releases: door.releases }, request.params as Params, query);
  const dialect = new URLSearchParams(query).get("dialect");
  const options: FormatOptions = {
    language,
    ...(dialect === null ? {} : { dialect }),
    address: `${door.origin ?? ""}${url}`,
    borders: found.borders,
    publisher: await publisherOf(door.releases, release, found.head.release),
  };
  const chunks = format.write(found.head, found.slabs, options)[Symbol.asyncIterator]();
  const { start, done } = await readUpTo(chunks, keptSize);
  const answer = answerOf(format, found.name, Buffer.concat(start), cachingOf(query, found.head.release));
  if (done) return sendCached(door, request, reply, url, release, async () => answer);
  return flow(request, reply, answer, start, chunks);
}

/** The first chunks of a file, and whether they are all. */
export async function readUpTo(chunks: AsyncIterator<Uint8Array>, size: number): Promise<{ start: Uint8Array[]; done: boolean }> {
  const start: Uint8Array[] = [];
  for (let read = 0; read <= size; ) {
    const next = await chunks.next();
    if (next.done) return { start, done: true };
    start.push(next.value);
    read += next.value.length;
  }
  return { start, done: false };
}

function answerOf(format: Format, name: string, body: Buffer, caching: string): Answer {
  const file = `${name.replace(/[^\w.@-]/g, "_")}.${format.fileExtension ?? format.extension}`;
  return {
    status: 200,
    type: format.mediaType,
    body,
    compressible: format.compressed !== true,
    headers: [...openHeaders, ["content-disposition", `attachment; filename="${file}"`]],
    caching,
  };
}

/** Sends a file as it comes. */
export async function flow(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
  start: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): Promise<FastifyReply> {
  const zip = answer.compressible && chooseEncoding(request.headers["accept-encoding"] as string | undefined) !== "identity";
  const bytes = Readable.from(together(start, rest), { objectMode: false });
  for (const [name, value] of answer.headers) reply.header(name, value);
  reply.header("content-type", answer.type).header("cache-control", answer.caching).header("vary", varyOf(answer));
  if (!zip) return reply.send(bytes);
  const gzip = createGzip();
  bytes.on("error", (error) => gzip.destroy(error));
  return reply.header("content-encoding", "gzip").send(bytes.pipe(gzip));
}

async function* together(start: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  yield* start;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
